"""Placed pages read as a stranger would: what is wrong with them, and how good they are.

The router's own questions are not asked for: page, symbols and lines are put together again from
the places that a drawing is made of. Table and texts are read by :mod:`harness.faults`, lines and
labels by :mod:`layout.routing.faults`; neither shares code with what it measures.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from harness.faults import faults, fill, ink
from layout.routing.faults import MM, Figures, Reader, gap, ring
from sopdsl.layout.routing.types import Box, Cut, Node, RoutingPage, Wire
from sopdsl.layout.types import ChartLayout, PlacedPage, PlacedWire
from sopdsl.model.types import Chart

_KINDS = {  # a word of a fault: what it is counted as
    "label": "labels",
    "text": "texts",
    "question": "texts",
    "pentagon": "connectors",
    "connector": "connectors",
    "wire": "lines",
    "arrow": "lines",
}


@dataclass
class Reading:
    """What was found on the pages of one or many charts.

    Attributes:
        faults: one line each, by kind: ``lines``, ``labels``, ``texts``, ``connectors``, ``table``.
        figures: what is counted rather than forbidden.
        clearance: least distance of a line to a symbol that is not its own, in mm.
        fills: share of each page's height that its table takes, last pages left out.
    """

    charts: int = 0
    pages: int = 0
    faults: dict[str, list[str]] = field(default_factory=dict)
    figures: Figures = field(default_factory=Figures)
    clearance: float = float("inf")
    fills: list[float] = field(default_factory=list)

    def add(self, other: Reading) -> None:
        self.charts += other.charts
        self.pages += other.pages
        self.figures.add(other.figures)
        self.clearance = min(self.clearance, other.clearance)
        self.fills += other.fills
        for kind, found in other.faults.items():
            self.faults.setdefault(kind, []).extend(found)

    def count(self, kind: str = "") -> int:
        """Return the number of faults, of one kind or of all."""
        return sum(len(found) for each, found in self.faults.items() if kind in {"", each})


def read(layout: ChartLayout, chart: Chart) -> Reading:
    """Return what is to be said about a chart's pages."""
    reading = Reading(1, len(layout.pages))
    found = faults(layout, chart)
    for page in layout.pages:
        if not page.symbols:
            found.append(f"page {page.number}: no symbol")
        if not page.wires:
            continue
        reader = Reader(problem(page), page.routed)
        found += [f"page {page.number}: {fault}" for fault in reader.faults()]
        reading.figures.add(reader.figures())
        reading.clearance = min(reading.clearance, _clearance(reader))
    for fault in found:
        kind = next((_KINDS[word] for word in _words(fault) if word in _KINDS), "table")
        reading.faults.setdefault(kind, []).append(fault)
    reading.fills = fill(layout)[:-1]
    return reading


def problem(page: PlacedPage) -> RoutingPage:
    """Return what had to be connected on a page, from what stands on it."""
    lanes = [cell for cell in page.cells if cell.lane and not cell.head]
    columns = sorted(
        {round(cell.box.left, 2) for cell in lanes} | {max(c.box.right for c in lanes)}
    )
    numbers = [cell for cell in page.cells if cell.column == "no" and cell.row.isdigit()]
    at_row = {int(cell.row): index for index, cell in enumerate(numbers)}
    nodes = tuple(
        Node(
            symbol.kind,
            symbol.box,
            sum(x <= symbol.box.left for x in columns) - 1,
            at_row[symbol.row],
            (ink(symbol.beside),) if symbol.beside else (),
        )
        for symbol in page.symbols
    )
    number = {symbol.ref: index for index, symbol in enumerate(page.symbols)}
    ahead = {pentagon.wire: pentagon.ahead for pentagon in page.routed.pentagons}

    def wire(index: int, placed: PlacedWire) -> Wire:
        cut = Cut(placed.letter, ahead.get(index, True))
        source, target = number.get(placed.source, cut), number.get(placed.target, cut)
        label = placed.label if isinstance(source, int) else ""
        return Wire(source, target, placed.kind, label)

    return RoutingPage(
        columns=tuple(columns),
        rows=(*(cell.box.top for cell in numbers), numbers[-1].box.bottom),
        nodes=nodes,
        wires=tuple(wire(index, placed) for index, placed in enumerate(page.wires)),
        top_strip=_strip(page, "atas"),
        bottom_strip=_strip(page, "bawah"),
        label_size=page.label_size,
    )


def _strip(page: PlacedPage, row: str) -> Box | None:
    boxes = [cell.box for cell in page.cells if cell.row == row and cell.lane]
    if not boxes:
        return None
    return Box(boxes[0].left, boxes[0].top, boxes[-1].right, boxes[0].bottom)


def _clearance(reader: Reader) -> float:
    least = float("inf")
    for name, polygon in reader.outlines():
        for at, segments in enumerate(reader.segments):
            if name not in (reader.source(at), reader.target(at)):
                for segment in segments:
                    least = min(least, *(gap(segment, side) for side in ring(polygon)))
    return least / MM


def _words(fault: str) -> list[str]:
    return [word.rstrip("s:") for word in fault.split()]
