"""Dasar hukum belum ada.

## Indonesia
SOP yang sudah berlaku tidak menyebut dasar hukum satu pun.

**Mengapa.** SOP berpegang pada kepastian hukum (BSSN 4/2019 I.E.7) dan memuat peraturan yang
mendasarinya (II.B.2.h).

**Perbaikan.** Kutip sekurang-kurangnya satu peraturan dalam `dasar-hukum`.

## English
An SOP that is in force names no law that it rests on.

**Why.** An SOP is to be lawful (BSSN 4/2019 I.E.7) and lists the regulations it rests on
(II.B.2.h).

**Fix.** Cite at least one regulation in `dasar-hukum`.

## Bad
```sop
sop contoh "Contoh"
  berlaku  2025-03-03
dasar-hukum
#^^^^^^^^^^ missing-legal-basis: SOP yang sudah berlaku ini belum menyebut dasar hukum
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  berlaku  2025-03-03
dasar-hukum
  "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"
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
from sopdsl.model.types import Section

META = RuleMeta(
    name="missing-legal-basis",
    severity=Severity.ERROR,
    category="rujukan",
    source="BSSN 4/2019 I.E.7, II.B.2.h",
    title=Phrase("dasar hukum belum ada", "no legal basis"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find a document in force that cites nothing."""
    sop, section = context.sop, Section.DASAR_HUKUM
    severity = context.weight_of_missing(section.value)
    if severity is not None and not sop.items(section):
        yield Diagnostic(
            META.name,
            severity,
            Phrase(
                "SOP yang sudah berlaku ini belum menyebut dasar hukum",
                "this SOP is in force and cites no law",
            ),
            dict(sop.section_spans).get(section, sop.head),
            hints=(
                Phrase(
                    'kutip sekurang-kurangnya satu peraturan dalam "dasar-hukum"',
                    'cite at least one regulation in "dasar-hukum"',
                ),
            ),
        )
