"""Urutan dasar hukum tidak menurut hierarki.

## Indonesia
Peraturan yang lebih tinggi berdiri di bawah peraturan yang lebih rendah.

**Mengapa.** Dasar hukum memuat undang-undang beserta peraturan pelaksanaannya (BSSN 4/2019
II.B.2.h); urutan lazim: undang-undang, peraturan pemerintah, peraturan presiden, peraturan menteri
atau badan, peraturan daerah, peraturan kepala daerah. Keputusan dan surat edaran tidak diurutkan.

**Perbaikan.** Perbaikan otomatis mengurutkan; urutan dalam satu tingkat tidak berubah.

## English
A higher regulation stands below a lower one.

**Why.** The legal basis lists laws and what implements them (BSSN 4/2019 II.B.2.h); the usual order
is law, government regulation, presidential regulation, regulation of a minister or agency, of a
region, of its head. Decisions and circulars have no place of their own.

**Fix.** The fix puts them in order; within one rank nothing moves.

## Bad
```sop
sop contoh "Contoh"
dasar-hukum
  "Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik"
  "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ citation-order: peraturan ini lebih tinggi
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
dasar-hukum
  "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"
  "Peraturan Presiden Nomor 95 Tahun 2018 tentang Sistem Pemerintahan Berbasis Elektronik"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Related, Severity
from sopdsl.language import Phrase
from sopdsl.model.citations import read_citation
from sopdsl.model.edits import own_items, reordered
from sopdsl.model.types import Item, Section

META = RuleMeta(
    name="citation-order",
    severity=Severity.WARNING,
    category="rujukan",
    source="BSSN 4/2019 II.B.2.h",
    title=Phrase(
        "urutan dasar hukum tidak menurut hierarki", "citations that are not in order of rank"
    ),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find the first citation that stands below one of lower rank."""
    ranked = [
        (rank, item)
        for item in own_items(context.sop, Section.DASAR_HUKUM)
        if (rank := _rank(item)) is not None
    ]
    lowest: tuple[int, Item] | None = None
    for rank, item in ranked:
        if lowest is None or rank >= lowest[0]:
            lowest = rank, item
            continue
        before = [other for _, other in ranked]
        after = [other for _, other in sorted(ranked, key=lambda one: one[0])]
        edits = reordered(context.source, before, after)
        title = Phrase("urutkan menurut hierarki", "put them in order of rank")
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(
                "peraturan ini lebih tinggi daripada yang berdiri di atasnya",
                "this regulation ranks above one that stands before it",
            ),
            item.span,
            related=(Related(Phrase("yang lebih rendah", "the lower one"), lowest[1].span),),
            fixes=(Fix(title, edits, safe=True),) if edits else (),
        )
        return


def _rank(item: Item) -> int | None:
    citation = read_citation(item.regulation.title if item.regulation else item.text)
    return citation.rank if citation else None
