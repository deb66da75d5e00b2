"""The flowchart pages of a document: each chart laid out on the profile's paper, then drawn.

The charts of one document share their alphabet of connectors, so that a letter never stands for two
arrows under one identity block.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sopdsl.diagnostics import Diagnostic
from sopdsl.document.papers import paper_of
from sopdsl.document.references import ReferencePrinter, SopLink, references_of
from sopdsl.drawing import Drawing, draw
from sopdsl.layout import lay_out
from sopdsl.layout.types import LayoutRequest, ReferenceText
from sopdsl.model.types import Chart, Sop
from sopdsl.profiles.types import Profile
from sopdsl.settings import Settings


@dataclass(frozen=True, slots=True)
class DrawnCharts:
    """The pages of each chart, in the order of ``sop.charts``, and what does not fit its paper."""

    charts: tuple[tuple[Drawing, ...], ...]
    findings: tuple[Diagnostic, ...]


def draw_charts(
    sop: Sop, profile: Profile, settings: Settings, known: Mapping[str, SopLink], path: str
) -> DrawnCharts:
    """Return all flowchart pages of a document.

    Args:
        sop: the document.
        profile: words and paper.
        settings: may choose another paper.
        known: the repository's SOPs by id, for the wording of references.
        path: of the source without ``.sop``, relative to the repository.
    """
    paper, margins = paper_of("bagan", profile, settings)
    printer = ReferencePrinter(known, path, profile.labels["sop"])
    references = _wordings(sop, printer)
    letters: frozenset[str] = frozenset()
    charts: list[tuple[Drawing, ...]] = []
    findings: list[Diagnostic] = []
    for chart in sop.charts:
        request = LayoutRequest(
            paper=paper,
            margins=margins,
            labels=profile.labels,
            references=references,
            taken_letters=letters,
        )
        layout = lay_out(chart, request)
        letters |= layout.letters
        findings += layout.findings
        total = len(layout.pages)
        charts.append(
            tuple(
                draw(
                    page,
                    chart,
                    pages=total,
                    footer=_footer(profile.labels["halaman"], page.number, total),
                    title=_page_title(sop, chart, page.number, total),
                )
                for page in layout.pages
            )
        )
    return DrawnCharts(tuple(charts), tuple(findings))


def _wordings(sop: Sop, printer: ReferencePrinter) -> dict[str, ReferenceText]:
    wordings: dict[str, ReferenceText] = {}
    for reference in references_of(sop):
        key = f"{reference.name}.{reference.part}" if reference.part else reference.name
        printed = printer.printed(reference)
        wordings[key] = ReferenceText(printed.text, printed.href)
    return wordings


def _footer(label: str, page: int, pages: int) -> str:
    # not str.format: a label is data and may hold other braces
    return label.replace("{x}", str(page)).replace("{y}", str(pages))


def _page_title(sop: Sop, chart: Chart, page: int, pages: int) -> str:
    name = f"{sop.title}: {chart.title}" if chart.title else sop.title
    return f"{name}, halaman {page} dari {pages}"
