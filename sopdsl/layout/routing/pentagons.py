"""Page connectors: their shape, and where they stand.

The main flow's pentagon stands in the strip at the page's edge, in whatever column the search
finds best. The pentagon of a loop or a skip stands beside its own symbol, in the next free cell of
the row: most such arrows then are one straight line, and nothing runs across half the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sopdsl.layout.metrics import text_width
from sopdsl.layout.routing.types import Box, Cut, Pentagon, Point, RoutingPage, Wire
from sopdsl.model.types import SymbolKind

LETTER_SIZE = 7.0
NOTE_SIZE = 7.0
STRIP_MARGIN = 1.5
_CELL_MARGIN = 2.0
_LEAST_WIDTH = 17.0
_MOST_WIDTH = 30.0  # fits the narrowest lane; a longer name is printed smaller
_HEIGHT = 14.0
_HEIGHT_WITH_NOTE = 21.0
_TIP, _TIP_WITH_NOTE = 0.36, 0.24  # share of the height below the shoulders
_TEXT_GAP = 1.5
_PORTS = 4
_SHOULDER = 1.0  # a label may begin above a diamond's slope
_MAIN_SIDE = 0.5  # the side to which the flow goes is as good as a cell half as far away


@dataclass(frozen=True, slots=True)
class NearPlace:
    """A pentagon that stands beside its symbol, in a row of the table."""

    wire: int
    box: Box
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Relief:
    """Symbols that get more freedom in a second attempt.

    Attributes:
        ports: they have further ports at the quarters of their sides.
        cells: the pentagons of their cut arrows stand in a strip instead of beside them.
    """

    ports: frozenset[int] = frozenset()
    cells: frozenset[int] = frozenset()


class Cell(NamedTuple):
    """A cell of the table, and the height in it at which a pentagon's side ports should lie."""

    column: int
    row: int
    middle: float


def pentagon_size(cut: Cut) -> tuple[float, float]:
    """Return width and height in points of the pentagon that shows a cut."""
    letter = text_width(cut.letter, LETTER_SIZE) + 6.0
    note = text_width(cut.note, NOTE_SIZE) + 5.0 if cut.note else 0.0
    width = min(max(_LEAST_WIDTH, letter, note), _MOST_WIDTH)
    return width, _HEIGHT_WITH_NOTE if cut.note else _HEIGHT


def cut_of(wire: Wire) -> Cut | None:
    """Return the end of a wire that lies on another page, if one does."""
    if isinstance(wire.source, Cut):
        return wire.source
    return wire.target if isinstance(wire.target, Cut) else None


def draw_pentagon(index: int, cut: Cut, box: Box) -> Pentagon:
    """Return the pentagon of wire ``index`` that fills ``box``, its tip down."""
    tip = _TIP_WITH_NOTE if cut.note else _TIP
    shoulder = box.bottom - (box.bottom - box.top) * tip
    middle = (box.left + box.right) / 2
    points: tuple[Point, ...] = (
        (box.right, shoulder),
        (box.right, box.top),
        (box.left, box.top),
        (box.left, shoulder),
        (middle, box.bottom),
    )
    return Pentagon(index, cut.letter, points, box, cut.ahead, cut.note)


def near_places(page: RoutingPage, relief: Relief) -> list[NearPlace]:
    """Return the places of all cut loops and skips for which a cell is free beside the symbol."""
    places: list[NearPlace] = []
    taken = {(node.column, node.row) for node in page.nodes}
    for index, wire in enumerate(page.wires):
        cut = cut_of(wire)
        end = wire.target if isinstance(wire.source, Cut) else wire.source
        if cut is None or isinstance(end, Cut) or not 0 <= end < len(page.nodes):
            continue
        strip = strip_of(page, wire) is not None
        if strip and (wire.main or end in relief.cells or demand(page, end) > _PORTS):
            continue
        place = _beside(page, index, cut, end, taken | _tied(page, page.nodes[end].row))
        if place is None and not strip:
            place = _anywhere(page, index, cut, end, taken)
        if place is not None:
            taken.add((place.column, place.row))
            places.append(place)
    return places


def strip_of(page: RoutingPage, wire: Wire) -> Box | None:
    """Return the strip in which a cut wire's pentagon may stand: where the other page lies."""
    cut = cut_of(wire)
    if cut is None:
        return None
    strips = (page.bottom_strip, page.top_strip)
    least = pentagon_size(cut)[1] + STRIP_MARGIN
    for strip in strips if cut.ahead else strips[::-1]:
        if strip is not None and strip.bottom - strip.top >= least:
            return strip
    return None


def demand(page: RoutingPage, end: int) -> int:
    """Return how many ports the lines of a symbol need.

    Incoming arrows can merge, except that one from a pentagon beside the symbol has its own port.
    """
    ties = leaving = arriving = cuts = 0
    for wire in page.wires:
        touches = (wire.source == end) + (wire.target == end)
        if wire.kind != "arrow":
            ties += touches
            continue
        leaving += wire.source == end
        if wire.target == end:
            cut = isinstance(wire.source, Cut) and not wire.main
            cuts += cut
            arriving += not cut
    decision = page.nodes[end].kind is SymbolKind.KEPUTUSAN
    return ties + (leaving if decision else min(leaving, 1)) + min(arriving, 1) + cuts


def _tied(page: RoutingPage, row: int) -> set[tuple[int, int]]:
    """Return the cells between symbols of a row that lines tie together."""
    found: set[tuple[int, int]] = set()
    for wire in page.wires:
        if isinstance(wire.source, Cut) or isinstance(wire.target, Cut):
            continue
        if not (0 <= wire.source < len(page.nodes) and 0 <= wire.target < len(page.nodes)):
            continue
        a, b = page.nodes[wire.source], page.nodes[wire.target]
        if a.row == b.row == row:
            low, high = sorted((a.column, b.column))
            found |= {(column, row) for column in range(low, high)}
    return found


def _beside(
    page: RoutingPage, index: int, cut: Cut, end: int, taken: set[tuple[int, int]]
) -> NearPlace | None:
    node = page.nodes[end]
    pull = _pull(page, index, end)
    best: tuple[float, NearPlace] | None = None
    for side in (1, -1):
        column = node.column + side
        if not 0 <= column < len(page.columns) - 1 or (column, node.row) in taken:
            continue
        place = _place(page, index, cut, Cell(column, node.row, node.box.centre[1]))
        if place is None or not _clear_between(page, end, place.box, side):
            continue
        if _label_room(page, index) > _leg(node.box, place.box) and (
            strip_of(page, page.wires[index]) is not None
        ):
            continue
        cost = 1.0 + (_MAIN_SIDE * pull if side == 1 else -_MAIN_SIDE * pull)
        if best is None or cost < best[0]:
            best = (cost, place)
    return best[1] if best else None


def _pull(page: RoutingPage, index: int, end: int) -> float:
    """Return to which side the other lines of a symbol go: 1 right, -1 left."""
    column, row = page.nodes[end].column, page.nodes[end].row
    pull = 0.0
    for at, wire in enumerate(page.wires):
        if at == index or end not in (wire.source, wire.target):
            continue
        other = wire.target if wire.source == end else wire.source
        if isinstance(other, int) and 0 <= other < len(page.nodes):
            near = page.nodes[other]
            step = (near.column > column) - (near.column < column)
            weight = 2.0 if wire.source == end else 1.0
            pull += step * weight * (3.0 if near.row == row else 1.0)
    return max(-1.0, min(1.0, pull))


def _place(page: RoutingPage, index: int, cut: Cut, cell: Cell) -> NearPlace | None:
    """Return the pentagon's place in a cell, its side ports at the height asked for."""
    column, row, middle = cell
    width, height = pentagon_size(cut)
    left, right = page.columns[column], page.columns[column + 1]
    top, bottom = page.rows[row], page.rows[row + 1]
    if right - left < width + 2 * _CELL_MARGIN or bottom - top < height + 2 * _CELL_MARGIN:
        return None
    y = min(max(middle - height * 0.35, top + _CELL_MARGIN), bottom - height - _CELL_MARGIN)
    x = (left + right) / 2 - width / 2
    box = Box(x, y, x + width, y + height)
    for node in page.nodes:
        if any(_overlap(box, text, _TEXT_GAP) for text in node.outside):
            return None
    return NearPlace(index, box, column, row)


def _leg(own: Box, other: Box) -> float:
    return max(own.left - other.right, other.left - own.right)


def _label_room(page: RoutingPage, index: int) -> float:
    """Return how long a line must be to carry its label, broken at every space."""
    wire = page.wires[index]
    if isinstance(wire.source, Cut) or not wire.label:
        return 0.0
    return max(text_width(word, page.label_size) for word in wire.label.split()) - _SHOULDER


def _clear_between(page: RoutingPage, end: int, box: Box, side: int) -> bool:
    """Tell whether no text stands between a symbol and the pentagon beside it."""
    own = page.nodes[end].box
    y = own.centre[1]
    way = Box(own.right, y, box.left, y) if side == 1 else Box(box.right, y, own.left, y)
    return not any(_overlap(way, text, _TEXT_GAP) for node in page.nodes for text in node.outside)


def _anywhere(
    page: RoutingPage, index: int, cut: Cut, end: int, taken: set[tuple[int, int]]
) -> NearPlace:
    """Return the nearest free cell: the page has no strip and the row is full."""
    node = page.nodes[end]
    cells = list(_cells(page))
    cells.sort(key=lambda cell: abs(cell[0] - node.column) + 2 * abs(cell[1] - node.row))
    for column, row in cells:
        if (column, row) not in taken:
            middle = (page.rows[row] + page.rows[row + 1]) / 2
            place = _place(page, index, cut, Cell(column, row, middle))
            if place is not None:
                return place
    return corner_place(page, index)


def corner_place(page: RoutingPage, index: int) -> NearPlace:
    """Return a place in the corner of the cell of a wire's symbol: at least it is there."""
    wire = page.wires[index]
    cut, end = (wire.source, wire.target)
    if isinstance(end, Cut):
        cut, end = end, cut
    if not isinstance(cut, Cut) or isinstance(end, Cut):
        return NearPlace(index, Box(0.0, 0.0, 0.0, 0.0), 0, 0)
    width, height = pentagon_size(cut)
    node = page.nodes[end]
    left, top = page.columns[node.column], page.rows[node.row]
    return NearPlace(index, Box(left, top, left + width, top + height), node.column, node.row)


def _cells(page: RoutingPage) -> Iterator[tuple[int, int]]:
    for row in range(len(page.rows) - 1):
        for column in range(len(page.columns) - 1):
            yield column, row


def _overlap(a: Box, b: Box, gap: float) -> bool:
    return (
        a.left < b.right + gap
        and b.left < a.right + gap
        and a.top < b.bottom + gap
        and b.top < a.bottom + gap
    )
