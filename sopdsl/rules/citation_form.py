"""Kutipan peraturan yang tidak lengkap.

## Indonesia
Dasar hukum tidak menyebut nomor, tahun, atau judul ("tentang …") peraturannya.

**Mengapa.** Dasar hukum memuat peraturan perundang-undangan (BSSN 4/2019 II.B.2.h); tanpa nomor,
tahun, dan judul pembaca tidak dapat mencarinya, dan peraturan yang dicabut tidak ketahuan.

**Perbaikan.** Tulis `Jenis Nomor … Tahun … tentang …`. Peraturan yang sering dikutip ditulis satu
kali dengan `peraturan` dalam pustaka.

## English
The legal basis does not give the number, the year or the subject ("tentang …") of a regulation.

**Why.** The legal basis lists laws and regulations (BSSN 4/2019 II.B.2.h); without number, year and
subject nobody finds them, and one that was revoked goes unnoticed.

**Fix.** Write `Kind Nomor … Tahun … tentang …`. What is cited often is written once by `peraturan`
in a library.

## Bad
```sop
sop contoh "Contoh"
dasar-hukum
  "Peraturan Presiden Nomor 16 Tahun 2018"
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ citation-form: kutipan ini belum menyebut "tentang"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
dasar-hukum
  "Peraturan Presiden Nomor 16 Tahun 2018 tentang Pengadaan Barang/Jasa Pemerintah"
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
from sopdsl.model.citations import Citation, read_citation
from sopdsl.model.types import Section
from sopdsl.source import Span

META = RuleMeta(
    name="citation-form",
    severity=Severity.WARNING,
    category="rujukan",
    source="BSSN 4/2019 II.B.2.h",
    title=Phrase("kutipan peraturan yang tidak lengkap", "a citation that is not complete"),
)

_CONSTITUTION = 0  # has neither number nor year of its own


def check(context: Context) -> Iterator[Diagnostic]:
    """Find citations, and entries of the legal register, that leave something out."""
    sop = context.sop
    uses = {use.span for use in sop.uses}
    written: list[tuple[str, Span]] = [
        (item.text, item.span)
        for item in sop.items(Section.DASAR_HUKUM)
        if item.reference is None and item.span not in uses
    ]
    written += [(regulation.title, regulation.span) for regulation in sop.regulations]
    for text, span in written:
        citation = read_citation(text)
        if citation is None or citation.rank == _CONSTITUTION or citation.complete:
            continue
        lacking = _lacking(citation)
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(
                f"kutipan ini belum menyebut {', '.join(part.id for part in lacking)}",
                f"this citation does not give {', '.join(part.en for part in lacking)}",
            ),
            span,
            hints=(
                Phrase(
                    'tulis "Jenis Nomor … Tahun … tentang …"',
                    'write "Kind Nomor … Tahun … tentang …"',
                ),
            ),
        )


def _lacking(citation: Citation) -> list[Phrase]:
    parts = (
        (citation.number, Phrase("nomor", "its number")),
        (citation.year, Phrase("tahun", "its year")),
        (citation.about, Phrase('"tentang" apa', 'its subject ("tentang")')),
    )
    return [name for given, name in parts if not given]
