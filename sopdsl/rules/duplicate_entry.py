"""Isian yang tertulis dua kali.

## Indonesia
Isian atau pernyataan yang hanya boleh satu kali tertulis lagi.

**Mengapa.** Hanya yang pertama yang masuk ke dalam dokumen; yang kedua hilang tanpa terlihat.
Bagian seperti `peralatan` yang tertulis dua kali digabungkan; itu hanya menjadi peringatan.

**Perbaikan.** Hapus salah satu, atau satukan isinya dalam satu baris dengan koma.

## English
An entry or a statement that may stand once stands again.

**Why.** Only the first one reaches the document, the second is lost unseen. A section such as
`peralatan` that is written twice is taken together, which is but a warning.

**Fix.** Delete one of them, or join their contents in one line with commas.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  output "Konsep"
  output "Nota dinas"
# ^^^^^^ duplicate-entry: "output" tertulis dua kali
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  output "Konsep", "Nota dinas"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="duplicate-entry",
    severity=Severity.ERROR,
    category="bahasa",
    source="bahasa .sop",
    title=Phrase("isian yang tertulis dua kali", "an entry that is written twice"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
