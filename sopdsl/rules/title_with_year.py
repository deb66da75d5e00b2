"""Judul yang memuat tahun.

## Indonesia
Judul SOP menyebut tahun.

**Mengapa.** SOP adalah prosedur untuk pekerjaan yang rutin atau berulang (Permendagri 52/2011
Lampiran I 2.a), dan judulnya nama kegiatan (BSSN 4/2019 II.B.2.g); tahun pembuatan sudah berdiri
pada sampul (II.B.1.c). Judul bertahun menjadi usang tahun depan.

**Perbaikan.** Hapus tahunnya, kecuali bila tahun itu bagian dari sebuah nama.

## English
The title names a year.

**Why.** An SOP is for routine or repeated work (Permendagri 52/2011 Annex I 2.a), and its title
names an activity (BSSN 4/2019 II.B.2.g); the year it was made stands on the cover (II.B.1.c). A
title with a year is out of date the year after.

**Fix.** Delete the year, unless it is part of a name.

## Bad
```sop
sop contoh "Penyusunan Laporan Tahun 2025"
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ title-with-year: judul memuat tahun 2025
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Penyusunan Laporan Tahunan"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="title-with-year",
    severity=Severity.HINT,
    category="identitas",
    source="BSSN 4/2019 II.B.2.g",
    title=Phrase("judul yang memuat tahun", "a title with a year in it"),
)

_YEAR = re.compile(r"(?<![\d/.-])(?:19|20)\d\d(?![\w/])")


def check(context: Context) -> Iterator[Diagnostic]:
    """Find a year in the title."""
    sop = context.sop
    year = _YEAR.search(sop.title)
    if year and not sop.is_library:
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(f"judul memuat tahun {year[0]}", f"the title names the year {year[0]}"),
            sop.title_span,
        )
