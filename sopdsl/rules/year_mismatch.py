"""Tahun pada sampul bukan tahun pembuatan.

## Indonesia
`tahun` berbeda dari tahun pada `dibuat`.

**Mengapa.** Sampul memuat tahun pembuatan (BSSN 4/2019 II.B.1.c), dan tanggal pembuatan berdiri
pada bagian identitas (II.B.2.c); keduanya menyatakan hal yang sama.

**Perbaikan.** Hapus `tahun`: tahun pembuatan tercetak dengan sendirinya.

## English
`tahun` is not the year of `dibuat`.

**Why.** The cover bears the year of making (BSSN 4/2019 II.B.1.c), and the date of making stands in
the identity part (II.B.2.c); they say the same thing.

**Fix.** Delete `tahun`: the year of making prints by itself.

## Bad
```sop
sop contoh "Contoh"
  dibuat  2024-12-30
  tahun   2025
#         ^^^^ year-mismatch: tahun 2025 bukan tahun pembuatan 2024
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  dibuat  2024-12-30
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Related, Severity, TextEdit
from sopdsl.language import Phrase

META = RuleMeta(
    name="year-mismatch",
    severity=Severity.WARNING,
    category="identitas",
    source="BSSN 4/2019 II.B.1.c",
    title=Phrase(
        "tahun pada sampul bukan tahun pembuatan", "the cover's year is not that of making"
    ),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Compare the cover's year with the date of making."""
    year, made = context.sop.identity.year, context.sop.identity.made
    if not (year and year.value and made and made.value) or year.value == made.value.year:
        return
    right = made.value.year
    yield Diagnostic(
        META.name,
        META.severity,
        Phrase(
            f"tahun {year.value} bukan tahun pembuatan {right}",
            f"the year {year.value} is not {right}, in which it was made",
        ),
        year.span,
        related=(Related(Phrase("tanggal pembuatan", "the date of making"), made.span),),
        fixes=(
            Fix(
                Phrase(f"tulis {right}", f"write {right}"),
                (TextEdit(year.span, str(right)),),
            ),
        ),
    )
