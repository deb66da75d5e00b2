"""Puts a document together: cover, identity block and charts, in the profile's words and order.

The forms are those of Gambar 1, 2 and 3 of BSSN 4/2019 (Lampiran, Bab II.B). What an author left
out stays empty, as on a draft; what he declined with ``-`` prints ``-``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sopdsl.document.dates import long_date
from sopdsl.document.papers import paper_of
from sopdsl.document.references import ReferencePrinter, SopLink
from sopdsl.document.spoken import spoken_steps
from sopdsl.document.totals import time_totals
from sopdsl.document.types import (
    ChartPart,
    Cover,
    Document,
    IdentityBlock,
    IdentityRow,
    LinkedText,
    Picture,
    SectionBlock,
)
from sopdsl.drawing.items import Drawing
from sopdsl.drawing.theme import theme_named
from sopdsl.model.types import Given, Item, Section, Sop
from sopdsl.profiles.types import Profile
from sopdsl.settings import Settings

# Gambar 2: three rows of two boxes, letters (h, k), (i, l), (j, m).
_PAIRS = (
    (Section.DASAR_HUKUM, Section.KUALIFIKASI),
    (Section.KETERKAITAN, Section.PERALATAN),
    (Section.PERINGATAN, Section.PENCATATAN),
)


def compose(
    sop: Sop,
    profile: Profile,
    settings: Settings,
    *,
    charts: Sequence[Sequence[Drawing]],
    references: Mapping[str, SopLink],
    logo: Picture | None,
    path: str,
) -> Document:
    """Return the printed document.

    Args:
        sop: what the document says.
        profile: its regulation.
        settings: of the repository.
        charts: the drawn pages of each chart, in the order of ``sop.charts``.
        references: the repository's SOPs by id.
        logo: of the institution, or of this document when it names its own.
        path: of the source without ``.sop``, relative to the repository, with ``/``.
    """
    printer = ReferencePrinter(references, path, profile.labels["sop"])
    number = sop.identity.number
    return Document(
        id=sop.id,
        title=sop.title,
        number=number.value or "" if number else "",
        path=path,
        profile=profile.name,
        labels=profile.labels,
        cover=_cover(sop, profile, settings, logo) if "sampul" in profile.parts else None,
        identity=_identity(sop, profile, settings, logo, printer)
        if "identitas" in profile.parts
        else None,
        charts=_charts(sop, profile, settings, charts, printer) if "bagan" in profile.parts else (),
        theme=theme_named(settings.theme),
    )


def _cover(sop: Sop, profile: Profile, settings: Settings, logo: Picture | None) -> Cover:
    paper, margins = paper_of("sampul", profile, settings)
    shown = frozenset(profile.cover)
    institution = settings.institution
    return Cover(
        paper=paper,
        margins=margins,
        logo=logo if "logo" in shown else None,
        heading=profile.labels["sampul"],
        title=sop.title if "judul" in shown else "",
        year=_year(sop) if "tahun" in shown else "",
        institution=institution.name if "instansi" in shown else "",
        address=institution.address if "alamat" in shown else "",
        unit=sop.identity.unit if "unit" in shown else (),
    )


def _year(sop: Sop) -> str:
    """Return letter c of the cover, the year it was made, unless ``tahun`` states another."""
    identity = sop.identity
    if identity.year is not None:
        return "" if identity.year.value is None else str(identity.year.value)
    if identity.made is not None and identity.made.value is not None:
        return str(identity.made.value.year)
    return ""


def _identity(
    sop: Sop,
    profile: Profile,
    settings: Settings,
    logo: Picture | None,
    printer: ReferencePrinter,
) -> IdentityBlock:
    paper, margins = paper_of("identitas", profile, settings)
    approval = sop.identity.approval
    signed = approval.value if approval else None
    declined = "-" if approval is not None and approval.is_none else ""
    return IdentityBlock(
        paper=paper,
        margins=margins,
        logo=logo,
        heading=_heading(settings.institution.name, sop.identity.unit),
        rows=_rows(sop, profile),
        approval_label=profile.labels["disahkan"],
        approval_office=signed.office.upper() if signed else declined,
        approval_person=signed.person if signed else "",
        approval_nip=_nip(signed.nip, profile.labels["nip"]) if signed else "",
        title_label=profile.labels["nama-sop"],
        title=sop.title.upper(),
        pairs=tuple(
            (_section(sop, left, profile, printer), _section(sop, right, profile, printer))
            for left, right in _PAIRS
        ),
    )


def _heading(institution: str, unit: tuple[str, ...]) -> tuple[str, ...]:
    """Return letter a, stacked from the top down; a chain may begin with the institution itself."""
    lines = [line.upper() for line in (institution, *unit) if line.strip()]
    return tuple(dict.fromkeys(lines))


def _rows(sop: Sop, profile: Profile) -> tuple[IdentityRow, ...]:
    identity = sop.identity
    rows = [
        ("nomor", _shown(identity.number)),
        ("dibuat", _shown_date(identity.made)),
        ("direvisi", _shown_date(identity.revised)),
        ("berlaku", _shown_date(identity.effective)),
    ]
    own = [
        IdentityRow(word, profile.entries.get(word, word.upper()), (_shown(value),))
        for word, value in identity.extra
    ]
    return (*(IdentityRow(key, profile.labels[key], (text,)) for key, text in rows), *own)


def _shown(given: Given[str] | None) -> str:
    if given is None:
        return ""
    return "-" if given.value is None else given.value


def _shown_date(given: Given[date] | None) -> str:
    if given is None:
        return ""
    return "-" if given.value is None else long_date(given.value)


def _nip(nip: str, label: str) -> str:
    """Return "NIP. 1962…"; other numbers (NRP …) bear their own name, and ``-`` means none."""
    if not nip or nip == "-":
        return ""
    return f"{label} {nip}" if nip[0].isdigit() else nip


def _section(
    sop: Sop, section: Section, profile: Profile, printer: ReferencePrinter
) -> SectionBlock:
    return SectionBlock(
        key=section.value,
        label=profile.labels[section.value],
        items=tuple(_item(item, section, printer) for item in sop.items(section)),
    )


def _item(item: Item, section: Section, printer: ReferencePrinter) -> LinkedText:
    if item.reference is None or item.regulation is not None or item.text:
        return LinkedText(item.text)
    if section is Section.DASAR_HUKUM:  # a regulation that no register knows
        return printer.bare(item.reference)
    return printer.printed(item.reference)


def _charts(
    sop: Sop,
    profile: Profile,
    settings: Settings,
    pages: Sequence[Sequence[Drawing]],
    printer: ReferencePrinter,
) -> tuple[ChartPart, ...]:
    paper, _ = paper_of("bagan", profile, settings)
    return tuple(
        ChartPart(
            number=chart.number,
            title=chart.title,
            paper=paper,
            pages=tuple(drawn),
            spoken=spoken_steps(chart, profile.labels, printer),
            footnotes=chart.footnotes,
            totals=time_totals(chart) if settings.chart.totals else None,
        )
        for chart, drawn in zip(sop.charts, pages, strict=True)
    )
