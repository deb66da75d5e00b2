#!/bin/sh
# Membuat ulang gambar di map ini dari contoh-contohnya; dijalankan dari akar proyek.
# Perlu chromium, pdftoppm (poppler), dan convert (ImageMagick).
set -eu
hasil=samples/gambar
kerja=$(mktemp -d)
trap 'rm -rf "$kerja"' EXIT
uv run --quiet sopc build samples --to html -o "$kerja/dokumen" >/dev/null 2>&1

peramban() { chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
  --user-data-dir="$kerja/profil" "$@" >/dev/null 2>&1; }

# halaman DOKUMEN NOMOR DPI GAMBAR: satu halaman cetak menjadi gambar berpalet
halaman() {
  peramban --no-pdf-header-footer --print-to-pdf="$kerja/cetak.pdf" "file://$kerja/dokumen/$1.html"
  pdftoppm -r "$3" -f "$2" -l "$2" -singlefile -png "$kerja/cetak.pdf" "$kerja/$4"
  convert "$kerja/$4.png" -bordercolor '#cfd6dc' -border 1 +dither -colors 32 \
    -strip -define png:exclude-chunks=date,time "$hasil/$4.png"
}
halaman sekretariat/pengelolaan-surat-masuk 1 60 sampul
halaman sekretariat/pengelolaan-surat-masuk 2 75 identitas
halaman sekretariat/pengelolaan-surat-masuk 3 95 bagan
halaman sekretariat/pengadaan-barang 4 95 bagan-sambungan
halaman bidang-arsip/pemusnahan-arsip 3 95 bagan-banyak-pelaksana
halaman bssn/penetapan-sop 3 95 bagan-peraturan

# empat tampilan ponsel berdampingan
{
  echo '<body style="margin:12px;display:flex;gap:14px;background:#fff">'
  for bagian in '' '#identitas' '#bagan-1' '#langkah-1-3'; do
    echo "<iframe src='file://$kerja/dokumen/sekretariat/pengelolaan-surat-masuk.html$bagian'" \
      "style='width:390px;height:780px;border:2px solid #8a949d;border-radius:14px'></iframe>"
  done
} >"$kerja/ponsel.html"
peramban --allow-file-access-from-files --virtual-time-budget=3000 --window-size=1660,810 \
  --screenshot="$kerja/ponsel.png" "file://$kerja/ponsel.html"
convert "$kerja/ponsel.png" +dither -colors 64 -strip -define png:exclude-chunks=date,time \
  "$hasil/ponsel.png"
