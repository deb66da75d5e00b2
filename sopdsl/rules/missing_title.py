"""Judul SOP belum ada.

## Indonesia
Berkas ini tidak mempunyai `sop "judul"`.

**Mengapa.** Judul SOP berdiri pada sampul dan bagian identitas (BSSN 4/2019 II.B.2.g); dokumen
tanpa judul tidak dapat didaftar maupun dirujuk.

**Perbaikan.** Tulis `sop "judul"` pada baris pertama. Berkas yang hanya berbagi pelaksana atau
peraturan diawali `pustaka`.

## English
This file has no `sop "title"`.

**Why.** The title stands on the cover and in the identity part (BSSN 4/2019 II.B.2.g); a document
without one can neither be listed nor referred to.

**Fix.** Write `sop "title"` on the first line. A file that only shares lanes or regulations begins
with `pustaka`.

## Bad
```sop
sop contoh
#^^^^^^^^^ missing-title: SOP ini belum berjudul
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Penyusunan Konsep"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="missing-title",
    severity=Severity.ERROR,
    category="identitas",
    source="BSSN 4/2019 II.B.2.g",
    title=Phrase("judul SOP belum ada", "the SOP has no title"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find a document without a title."""
    if not context.sop.is_library and not context.sop.title.strip():
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase("SOP ini belum berjudul", "this SOP has no title"),
            context.sop.head,
            hints=(
                Phrase(
                    'tulis sop "judul" pada baris pertama', 'write sop "title" on the first line'
                ),
            ),
        )
