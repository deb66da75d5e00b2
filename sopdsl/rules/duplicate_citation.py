"""Dasar hukum yang dikutip dua kali.

## Indonesia
Peraturan yang sama dikutip lebih dari satu kali dalam dasar hukum.

**Mengapa.** Dasar hukum adalah daftar peraturan yang mendasari SOP (BSSN 4/2019 II.B.2.h); kutipan
ganda biasanya tersisa saat daftar digabung.

**Perbaikan.** Hapus salah satu.

## English
The same regulation is cited more than once in the legal basis.

**Why.** The legal basis lists the regulations an SOP rests on (BSSN 4/2019 II.B.2.h); a double is
mostly left over from joining lists.

**Fix.** Delete one of them.

## Bad
```sop
sop contoh "Contoh"
dasar-hukum
  "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"
  "UU No. 43 Tahun 2009 tentang Kearsipan"
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-citation: peraturan ini sudah dikutip
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
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Related, Severity
from sopdsl.language import Phrase
from sopdsl.model.citations import read_citation
from sopdsl.model.edits import without
from sopdsl.model.types import Item, Section

META = RuleMeta(
    name="duplicate-citation",
    severity=Severity.WARNING,
    category="rujukan",
    source="BSSN 4/2019 II.B.2.h",
    title=Phrase("dasar hukum yang dikutip dua kali", "a regulation that is cited twice"),
)

_NATIONAL = 4  # rank of the lowest kind that the whole state has one series of


def check(context: Context) -> Iterator[Diagnostic]:
    """Find later citations of a regulation that is cited already."""
    uses = {use.span for use in context.sop.uses}
    first: dict[Hashable, Item] = {}
    for item in context.sop.items(Section.DASAR_HUKUM):
        earlier = first.setdefault(_identity(item), item)
        if earlier is item or item.span in uses:
            continue
        edit = without(context.source, item.span)
        title = Phrase("hapus kutipan ini", "delete this citation")
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase("peraturan ini sudah dikutip", "this regulation is cited already"),
            item.span,
            related=(Related(Phrase("pertama kali di sini", "first cited here"), earlier.span),),
            fixes=(Fix(title, (edit,)),) if edit else (),
        )


def _identity(item: Item) -> Hashable:
    """Return what two citations of one regulation share; citing other articles keeps them apart."""
    title = item.regulation.title if item.regulation else item.text
    beside = item.text.removeprefix(title).strip(", ")
    citation = read_citation(title)
    if citation is None or not (citation.number and citation.year):
        return " ".join(item.text.casefold().split()) or item.span
    # Of laws there is one series; regulations of ministers and agencies are told apart by the name.
    series = citation.kind if citation.rank is None or citation.rank > _NATIONAL else citation.rank
    return series, citation.number, citation.year, beside.casefold()
