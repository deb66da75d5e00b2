"""What layout is asked and what it answers: a chart's table as placed pages.

All coordinates are points from a page's top left corner, y downwards; nothing here is a drawing
yet, but everything a drawing needs has its place: cells with wrapped texts, symbols, wires.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopdsl.diagnostics import Diagnostic
from sopdsl.layout.routing import Effort
from sopdsl.layout.routing.types import Box, RoutedPage, WireKind
from sopdsl.model.types import SymbolKind, SymbolRef
from sopdsl.paper import Margins, Paper

# Printed words of Gambar 3 where a profile has none of its own.
HEADINGS: Mapping[str, str] = {
    "no": "No",
    "aktivitas": "Aktivitas",
    "pelaksana": "Pelaksana",
    "mutu-baku": "Mutu Baku",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Keterangan",
}


@dataclass(frozen=True, slots=True)
class ReferenceText:
    """How a reference to another SOP is printed, and where it leads (empty: nowhere)."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """Times to stand beneath a chart, in words.

    Attributes:
        label: what the strip is called.
        lanes: by lane id.
        whole_label, whole: of the whole chart.
        note: what is counted and what is not.
    """

    label: str
    lanes: Mapping[str, str]
    whole_label: str
    whole: str
    note: str


@dataclass(frozen=True, slots=True)
class LayoutRequest:
    """On what, and with which words, a chart is laid out.

    Attributes:
        labels: printed words by key; see :data:`HEADINGS`.
        references: wording of ``@name`` (key ``name``) and ``@name.part`` (key ``name.part``);
            a reference that is not there prints its own name.
        taken_letters: connector letters that earlier charts of the document use.
        seed: makes the search for routes repeatable.
        totals: the chart's times, where they shall stand beneath it.
        legend: keep room for a legend beneath the chart.
        effort: ``quick`` for a preview while someone types: the same pages, plainer routes.
    """

    paper: Paper
    margins: Margins
    labels: Mapping[str, str] = field(default_factory=dict[str, str])
    references: Mapping[str, ReferenceText] = field(default_factory=dict[str, ReferenceText])
    taken_letters: frozenset[str] = frozenset()
    seed: int = 1
    totals: Totals | None = None
    legend: bool = False
    effort: Effort = "full"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Wrapped lines in their place: ``x`` anchors each of them, ``y`` is the first baseline."""

    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    leading: float
    centred: bool = False
    bold: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the table.

    Attributes:
        row: number of its step; ``kepala-1`` … for the header, ``atas`` and ``bawah`` for the free
            bands that hold connectors, ``jumlah`` for the times beneath the table.
        column: ``no``, ``aktivitas``, a lane's id (see :func:`lane_column`), ``kelengkapan`` …
        lane: id of the lane it belongs to, or empty.
    """

    row: str
    column: str
    box: Box
    texts: tuple[TextBlock, ...] = ()
    head: bool = False
    lane: str = ""


def lane_column(lane: str) -> str:
    """Return the name of a lane's column: its id, unless another column is called so."""
    taken = lane in HEADINGS or lane.startswith("kelompok-")
    return f"pelaksana-{lane}" if taken else lane


@dataclass(frozen=True, slots=True)
class PlacedSymbol:
    """A symbol in its cell.

    Attributes:
        radius: rounding of the outline's corners (capsules).
        text: a sub-activity or question that found room inside.
        beside: a question that did not; it stands in the cell, outside the symbol.
        row, line: of its step.
    """

    ref: SymbolRef
    kind: SymbolKind
    box: Box
    row: int
    line: int
    radius: float = 0.0
    text: TextBlock | None = None
    beside: TextBlock | None = None


@dataclass(frozen=True, slots=True)
class PlacedWire:
    """A line of the page; its way is ``routed.paths`` at the same index.

    Attributes:
        source, target: the real ends, also where one of them lies on another page.
        letter: of the connector that stands for the other end, or empty.
        tie: it ties symbols of one step, so it is no way from step to step.
    """

    source: SymbolRef
    target: SymbolRef
    kind: WireKind
    label: str = ""
    letter: str = ""
    tie: bool = False


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """One page: the table's cells, and over them symbols and wires.

    Attributes:
        number: from 1 in the chart.
        frame: the table's outer edge.
        head_bottom: y of the line under the header.
        captions: the chart's title above the table and the footnotes below it.
        footer: where "Halaman x dari y" is centred: x and baseline.
        times: cells beneath the table, on the last page.
        legend: bottom left corner of the legend, on the last page.
    """

    number: int
    paper: Paper
    frame: Box
    head_bottom: float
    cells: tuple[Cell, ...]
    captions: tuple[TextBlock, ...]
    symbols: tuple[PlacedSymbol, ...]
    wires: tuple[PlacedWire, ...]
    routed: RoutedPage
    label_size: float
    footer: tuple[float, float]
    footer_size: float
    times: tuple[Cell, ...] = ()
    legend: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """A chart's pages.

    Attributes:
        page_of: page number of each step, by its id.
        letters: the connector letters that were used.
        findings: what does not fit the paper (``page-overflow``).
    """

    pages: tuple[PlacedPage, ...]
    page_of: Mapping[str, int]
    letters: frozenset[str]
    findings: tuple[Diagnostic, ...]
