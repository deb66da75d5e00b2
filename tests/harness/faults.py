"""What can be wrong with laid-out pages, measured from the outside: no shared code with layout.

Distances are points. A chart that is laid out well has no fault; the list says what and where.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from sopdsl.layout.metrics import text_width
from sopdsl.layout.routing.types import Box, Point
from sopdsl.layout.types import ChartLayout, PlacedPage, PlacedSymbol, TextBlock
from sopdsl.model.types import Chart, SymbolKind, TieKind
from sopdsl.paper import POINTS_PER_MM

NEAR = 0.06
SMALLEST_TYPE = 7.0


def faults(layout: ChartLayout, chart: Chart) -> list[str]:
    """Return everything that is wrong with the pages of a chart."""
    found: list[str] = []
    for page in layout.pages:
        where = f"page {page.number}"
        for check in (_texts, _symbols, _rows, _wires, _inside_the_paper):
            found += [f"{where}: {fault}" for fault in check(page)]
    found += _arrows(layout, chart)
    found += _connectors(layout)
    return found


def fill(layout: ChartLayout) -> list[float]:
    """Return how much of each page's height its table takes."""
    return [
        (page.frame.bottom - page.frame.top) / (page.paper.height * POINTS_PER_MM)
        for page in layout.pages
    ]


def ink(text: TextBlock) -> Box:
    """Return the ground that the letters of a text cover."""
    width = max(text_width(line, text.size, text.bold) for line in text.lines)
    left = text.x - width / 2 if text.centred else text.x
    bottom = text.y + (len(text.lines) - 1) * text.leading + 0.21 * text.size
    return Box(left, text.y - 0.73 * text.size, left + width, bottom)


def _texts(page: PlacedPage) -> Iterator[str]:
    for cell in page.cells:
        for text in cell.texts:
            if not _within(ink(text), cell.box):
                yield f"text {text.lines[0]!r} leaves its cell {cell.row}:{cell.column}"
            if text.size < SMALLEST_TYPE:
                yield f"text {text.lines[0]!r} is set in {text.size} points"
        for one, other in pairwise(cell.texts):
            if one.y != other.y and ink(one).bottom > ink(other).top + 1.5:
                yield f"texts overlap in cell {cell.row}:{cell.column}"
    if page.label_size < SMALLEST_TYPE:
        yield f"labels are set in {page.label_size} points"


def _symbols(page: PlacedPage) -> Iterator[str]:
    cells = {(cell.row, cell.lane): cell.box for cell in page.cells if cell.lane}
    for symbol in page.symbols:
        cell = cells[str(symbol.row), symbol.ref.lane]
        if not _within(symbol.box, cell):
            yield f"symbol {symbol.ref} leaves its cell"
        if abs(symbol.box.centre[0] - cell.centre[0]) > NEAR:
            yield f"symbol {symbol.ref} is not in the middle of its lane"
        if symbol.text is not None and not _text_fits(symbol, symbol.text):
            yield f"the text of {symbol.ref} leaves its outline"
        if symbol.beside is not None and not _within(ink(symbol.beside), cell):
            yield f"the question of {symbol.ref} leaves its cell"
    for number, one in enumerate(page.symbols):
        for other in page.symbols[number + 1 :]:
            if _overlap(one.box, other.box):
                yield f"symbols {one.ref} and {other.ref} overlap"


def _text_fits(symbol: PlacedSymbol, text: TextBlock) -> bool:
    if symbol.kind is not SymbolKind.KEPUTUSAN:
        return _within(ink(text), symbol.box)
    x, y = symbol.box.centre
    half_width = (symbol.box.right - symbol.box.left) / 2
    half_height = (symbol.box.bottom - symbol.box.top) / 2
    for number, line in enumerate(text.lines):
        baseline = text.y + number * text.leading
        for edge in (baseline - 0.73 * text.size, baseline + 0.21 * text.size):
            across = text_width(line, text.size) / 2 / half_width
            if across + abs(edge - y) / half_height > 1.02 or abs(text.x - x) > NEAR:
                return False
    return True


def _rows(page: PlacedPage) -> Iterator[str]:
    numbers = [cell for cell in page.cells if cell.column == "no" and cell.row.isdigit()]
    for one, other in pairwise(numbers):
        if not (int(one.row) < int(other.row) and one.box.bottom <= other.box.top + NEAR):
            yield f"row {other.row} does not stand under row {one.row}"
    for cell in page.cells:
        if not _within(cell.box, page.frame):
            yield f"cell {cell.row}:{cell.column} leaves the table"


def _wires(page: PlacedPage) -> Iterator[str]:
    boxes = {symbol.ref: symbol.box for symbol in page.symbols}
    pentagons = {pentagon.wire: pentagon.box for pentagon in page.routed.pentagons}
    if len(page.routed.paths) != len(page.wires):
        yield f"{len(page.wires)} wires have {len(page.routed.paths)} ways"
    for index, (wire, points) in enumerate(zip(page.wires, page.routed.paths, strict=False)):
        name = f"{wire.source.step}>{wire.target.step}"
        if len(points) < 2:
            yield f"{name} has no way"
            continue
        for a, b in pairwise(points):
            if min(abs(a[0] - b[0]), abs(a[1] - b[1])) > NEAR:
                yield f"{name} runs aslant"
        for end, point in ((wire.source, points[0]), (wire.target, points[-1])):
            box = boxes.get(end) or pentagons.get(index)
            if box is None or not _touches(point, box):
                yield f"{name} does not reach {end.step}"
    for label in page.routed.labels:
        if not _within(label.box, page.frame):
            yield f"label {page.wires[label.wire].label!r} leaves the table"


def _inside_the_paper(page: PlacedPage) -> Iterator[str]:
    paper = Box(0, 0, page.paper.width * POINTS_PER_MM, page.paper.height * POINTS_PER_MM)
    if not _within(page.frame, paper):
        yield "the table leaves the paper"
    for text in page.captions:
        if not _within(ink(text), paper):
            yield f"caption {text.lines[0]!r} leaves the paper"
    if not page.frame.bottom < page.footer[1] < paper.bottom:
        yield "the footer does not stand under the table"


def _arrows(layout: ChartLayout, chart: Chart) -> Iterator[str]:
    """Yield arrows that are missing, or there too often; a cut one is there twice, as halves."""
    drawn = Counter[tuple[str, str, str]]()
    halves = Counter[tuple[str, str, str]]()
    for page in layout.pages:
        for wire in page.wires:
            if not wire.tie:
                kind = halves if wire.letter else drawn
                kind[wire.source.step, wire.target.step, wire.label] += 1
    wanted = Counter((e.source.step, e.target.step, e.label) for e in chart.edges)
    for edge, count in wanted.items():
        if 2 * drawn[edge] + halves[edge] != 2 * count:
            yield f"arrow {edge}: {drawn[edge]} whole, {halves[edge]} halves, {count} wanted"
    for edge in (drawn + halves) - wanted - wanted:
        yield f"arrow {edge} is not in the chart"
    ties = sum(wire.tie for page in layout.pages for wire in page.wires)
    stacked = sum(s.ref.part > 0 for step in chart.steps for s in step.symbols)
    if ties != stacked + sum(len(step.ties) for step in chart.steps):
        yield f"{ties} lines within rows"
    plain = sum(w.kind == "join" for page in layout.pages for w in page.wires)
    together = [t for step in chart.steps for t in step.ties if t.kind is TieKind.TOGETHER]
    if plain != len(together):
        yield f"{plain} plain lines, {len(together)} wanted"


def _connectors(layout: ChartLayout) -> Iterator[str]:
    seen: dict[str, list[tuple[int, bool]]] = {}
    for page in layout.pages:
        for pentagon in page.routed.pentagons:
            seen.setdefault(pentagon.letter, []).append((page.number, pentagon.ahead))
    for letter, places in seen.items():
        if len(places) != 2 or places[0][0] == places[1][0]:
            yield f"connector {letter} stands on pages {[page for page, _ in places]}"
        elif [ahead for _, ahead in sorted(places)] != [True, False]:
            yield f"connector {letter} points the wrong way"
    if set(seen) != layout.letters:
        yield f"connectors {sorted(seen)} drawn, {sorted(layout.letters)} given"


def _within(inner: Box, outer: Box) -> bool:
    return (
        inner.left >= outer.left - NEAR
        and inner.top >= outer.top - NEAR
        and inner.right <= outer.right + NEAR
        and inner.bottom <= outer.bottom + NEAR
    )


def _overlap(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.left, other.left) > NEAR
        and min(one.bottom, other.bottom) - max(one.top, other.top) > NEAR
    )


def _touches(point: Point, box: Box) -> bool:
    x, y = point
    return box.left - 1 <= x <= box.right + 1 and box.top - 1 <= y <= box.bottom + 1
