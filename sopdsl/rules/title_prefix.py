"""Judul yang diawali "SOP".

## Indonesia
Judul diawali "SOP" atau "Standar Operasional Prosedur".

**Mengapa.** Judul adalah nama kegiatan (BSSN 4/2019 II.B.2.g); sampul dan label "NAMA SOP" sudah
menyebut bahwa ini SOP. Sepertiga SOP yang sudah ditandatangani mengulangnya.

**Perbaikan.** Hapus kata itu dari judul.

## English
The title begins with "SOP" or "Standar Operasional Prosedur".

**Why.** A title names an activity (BSSN 4/2019 II.B.2.g); the cover and the label "NAMA SOP" say
already that this is an SOP. A third of all signed SOPs repeat it.

**Fix.** Delete those words from the title.

## Bad
```sop
sop contoh "SOP Penyusunan Konsep"
#          ^^^^^^^^^^^^^^^^^^^^^^^ title-prefix: judul tidak perlu diawali "SOP"
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
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.titles import prefix_length
from sopdsl.source import Span

META = RuleMeta(
    name="title-prefix",
    severity=Severity.WARNING,
    category="identitas",
    source="BSSN 4/2019 II.B.2.g",
    title=Phrase('judul yang diawali "SOP"', 'a title that begins with "SOP"'),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find a title that says first of all that it is one of an SOP."""
    sop = context.sop
    length = prefix_length(sop.title)
    if sop.is_library or not length:
        return
    prefix = sop.title[:length].strip(" :.–—-")
    yield Diagnostic(
        META.name,
        META.severity,
        Phrase(
            f'judul tidak perlu diawali "{prefix}"', f'the title need not begin with "{prefix}"'
        ),
        sop.title_span,
        fixes=_fixes(context, length),
    )


def _fixes(context: Context, length: int) -> tuple[Fix, ...]:
    span = context.sop.title_span
    start = span.start + 1
    prefix, rest = context.sop.title[:length], context.sop.title[length:]
    if context.source.text[start : start + length] != prefix:  # written with escapes
        return ()
    capital = rest[0].upper()
    title = Phrase("hapus dari judul", "delete it from the title")
    edit = TextEdit(Span(start, start + length + 1), capital)
    return (Fix(title, (edit,)),)
