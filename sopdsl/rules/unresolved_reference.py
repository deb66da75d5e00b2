"""Rujukan ke SOP yang tidak ada.

## Indonesia
`@nama` merujuk SOP yang tidak ada dalam folder proyek.

**Mengapa.** Keterkaitan memuat SOP lain yang terkait langsung dan sudah dibakukan (BSSN 4/2019
II.B.2.i). Rujukan yang salah tulis tidak menjadi tautan, dan judulnya tidak tercetak.

**Perbaikan.** Pilih nama terdekat yang ditawarkan; untuk SOP di luar proyek tulis judulnya dalam
tanda petik.

## English
`@name` refers to an SOP that is not in the project's folder.

**Why.** Keterkaitan lists other standardised SOPs that are directly linked (BSSN 4/2019 II.B.2.i).
A reference with a slip of the pen makes no link, and its title does not print.

**Fix.** Take the nearest name that is offered; for an SOP outside the project write its title in
quotes.

## Bad
```sop
sop contoh "Contoh"
keterkaitan
  @penomoran-spo
# ^^^^^^^^^^^^^^ unresolved-reference: tidak ada SOP "penomoran-spo" dalam proyek ini
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
keterkaitan
  @penomoran-sop
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.names import nearest
from sopdsl.model.types import Item, Reference, Section, Sop

META = RuleMeta(
    name="unresolved-reference",
    severity=Severity.WARNING,
    category="rujukan",
    source="BSSN 4/2019 II.B.2.i",
    title=Phrase("rujukan ke SOP yang tidak ada", "a reference to an SOP that is not there"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find references that no SOP of the project answers to; silent for a file on its own."""
    known = context.known_sops
    if known is None:
        return
    for reference in _references(context.sop):
        if reference.name not in known and reference.name != context.sop.id:
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f'tidak ada SOP "{reference.name}" dalam proyek ini',
                    f'there is no SOP "{reference.name}" in this project',
                ),
                reference.span,
                hints=(
                    Phrase(
                        "untuk SOP di luar proyek, tulis judulnya dalam tanda petik",
                        "for an SOP outside the project write its title in quotes",
                    ),
                ),
                fixes=_fixes(context, reference, known),
            )


def _references(sop: Sop) -> Iterator[Reference]:
    for section, items in sop.sections:
        for item in items:
            if _names_an_sop(section, item) and item.reference:
                yield item.reference
    for chart in sop.charts:
        for step in chart.steps:
            yield from (remark.reference for remark in step.remarks if remark.reference)
            if step.call:
                yield step.call


def _names_an_sop(section: Section, item: Item) -> bool:
    return item.regulation is None and section is not Section.DASAR_HUKUM


def _fixes(context: Context, reference: Reference, known: Mapping[str, str]) -> tuple[Fix, ...]:
    near = nearest(reference.name, known)
    part = f".{reference.part}" if reference.part else ""
    if near is None or context.source.slice(reference.span) != f"@{reference.name}{part}":
        return ()
    title = Phrase(f'ganti menjadi "@{near}"', f'change to "@{near}"')
    return (Fix(title, (TextEdit(reference.span, f"@{near}{part}"),)),)
