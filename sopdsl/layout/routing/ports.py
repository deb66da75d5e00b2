"""Where lines may touch a symbol: the middles of its sides, a diamond's corners.

A symbol that has more lines to hold than four ports can (ties on both sides and several exits)
gets four more at the quarters of its top and bottom. A cut wire's end in a page strip is any of the
strip's slots, so the search chooses the column.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopdsl.layout.routing.costs import (
    CLEARANCE,
    DOWN,
    LEAST_LEG,
    LEFT,
    RIGHT,
    TEXT_CLEARANCE,
    UP,
    Direction,
)
from sopdsl.layout.routing.grid import PORT_HEIGHT, Grid
from sopdsl.layout.routing.pentagons import (
    STRIP_MARGIN,
    NearPlace,
    Relief,
    cut_of,
    demand,
    pentagon_size,
    strip_of,
)
from sopdsl.layout.routing.types import Box, Point, RoutingPage
from sopdsl.model.types import SymbolKind

_QUARTER_PRICE = 1500
_PENTAGON_GAP = 3.0
_LEAST_PENTAGON = 10.0
_NEAR = 0.06  # a port lies on a grid line if nearer than this
_STUB_BESIDE_TEXT = TEXT_CLEARANCE


@dataclass(slots=True)
class Port:
    """A place where lines touch an outline.

    Attributes:
        number: index among all ports of the page.
        side: which way a line leaves here.
        at: the point on the outline.
        node: the first node of the grid outside.
        length: from ``at`` to ``node``, in points.
        price: added to the cost of a line that uses it.
        box: of the pentagon that stands here if a cut wire uses the port (strip slots only).
    """

    number: int
    side: Direction
    at: Point
    node: int
    length: float
    price: int = 0
    box: Box | None = None


@dataclass(slots=True)
class Terminal:
    """An end of wires: a symbol, a pentagon with a place, or the choice of a strip's slots."""

    ports: list[Port]
    decision: bool = False
    symbol: bool = False


@dataclass(frozen=True, slots=True)
class _Wish:
    """A port before it is known whether the grid reaches it."""

    side: Direction
    at: Point
    price: int = 0
    box: Box | None = None


def quarter_positions(page: RoutingPage, relief: Relief) -> dict[int, tuple[float, float]]:
    """Return where symbols that four ports cannot serve, or that fell short, have further ones."""
    found: dict[int, tuple[float, float]] = {}
    for index, node in enumerate(page.nodes):
        if index in relief.ports or demand(page, index) > _free_sides(page, index):
            quarter = (node.box.right - node.box.left) / 4
            middle = node.box.centre[0]
            found[index] = (middle - quarter, middle + quarter)
    return found


def slot_positions(page: RoutingPage) -> tuple[list[float], list[float]]:
    """Return the x of the pentagons that may stand in the top and in the bottom strip."""
    return _slots(page, page.top_strip), _slots(page, page.bottom_strip)


def terminals(
    page: RoutingPage,
    grid: Grid,
    near: Sequence[NearPlace],
    quarters: dict[int, tuple[float, float]],
    slots: tuple[list[float], list[float]],
) -> tuple[list[Terminal], dict[int, int]]:
    """Return all ends of wires (symbols first), and by cut wire the number of its pentagon's."""
    finder = _Finder(page, grid, [place.box for place in near])
    found: list[Terminal] = []
    for index, node in enumerate(page.nodes):
        decision = node.kind is SymbolKind.KEPUTUSAN
        wishes = [*_sides(node.box), *_quarters(node.box, quarters.get(index), decision)]
        found.append(Terminal(finder.ports(wishes, node.box), decision, True))
    of_wire: dict[int, int] = {}
    for place in near:
        of_wire[place.wire] = len(found)
        found.append(Terminal(finder.ports(_pentagon_sides(place.box), place.box)))
    shared: dict[tuple[bool, float, float], Terminal] = {}
    for index, wire in enumerate(page.wires):
        cut = cut_of(wire)
        strip = strip_of(page, wire)
        if cut is None or strip is None or index in of_wire:
            continue
        top = strip is page.top_strip
        size = pentagon_size(cut)
        of_wire[index] = len(found)
        if (top, *size) not in shared:
            wishes = _strip_wishes(strip, slots[0 if top else 1], size, top)
            shared[top, *size] = Terminal(finder.ports(wishes, None))
        found.append(shared[top, *size])
    return found, of_wire


class _Finder:
    """Numbers ports and ties them to the grid."""

    def __init__(self, page: RoutingPage, grid: Grid, pentagons: list[Box]) -> None:
        self._grid = grid
        self._solid = [node.box for node in page.nodes] + pentagons
        self._texts = [text for node in page.nodes for text in node.outside]
        self._count = 0
        self._slots: dict[tuple[Direction, float], int] = {}

    def ports(self, wishes: Sequence[_Wish], own: Box | None) -> list[Port]:
        """Return those ports from which a line can leave; corners keep away from all of them."""
        found: list[Port] = []
        for wish in wishes:
            reach = self._reach(wish, own)
            if reach is None:
                continue
            node, length = reach
            number = self._number(wish)
            found.append(Port(number, wish.side, wish.at, node, length, wish.price, wish.box))
            self._keep_corners_away(node, length, wish.side)
        return found

    def _number(self, wish: _Wish) -> int:
        key = (wish.side, wish.at[0])
        if wish.box is not None and key in self._slots:
            return self._slots[key]  # one slot, whatever the size of the pentagon
        number = self._count
        self._count += 1
        if wish.box is not None:
            self._slots[key] = number
        return number

    def _reach(self, wish: _Wish, own: Box | None) -> tuple[int, float] | None:
        grid, (x, y) = self._grid, wish.at
        least = 0.5 if not wish.price else CLEARANCE
        if wish.side in (UP, DOWN):
            column = _index(grid.xs, x)
            row = _beyond(grid.ys, y, wish.side == DOWN, least)
        else:
            row = _index(grid.ys, y)
            column = _beyond(grid.xs, x, wish.side == RIGHT, least)
        if row is None or column is None:
            return None
        end = grid.xs[column], grid.ys[row]
        stub = Box(min(x, end[0]), min(y, end[1]), max(x, end[0]), max(y, end[1]))
        others = [box for box in self._solid if box is not own]
        if any(_strikes(stub, box, 0.5) for box in others):
            return None
        if any(_strikes(stub, box, _STUB_BESIDE_TEXT) for box in self._texts):
            return None
        return row * len(grid.xs) + column, abs(x - end[0]) + abs(y - end[1])

    def _keep_corners_away(self, node: int, length: float, side: Direction) -> None:
        grid = self._grid
        while length < LEAST_LEG:
            grid.no_turn[node] = 1
            state = 4 * node + side
            if grid.next_state[state] < 0:
                return
            length += grid.lengths[state]
            node = grid.next_state[state] >> 2


def _sides(box: Box) -> list[_Wish]:
    x, y = box.centre
    return [
        _Wish(RIGHT, (box.right, y)),
        _Wish(DOWN, (x, box.bottom)),
        _Wish(LEFT, (box.left, y)),
        _Wish(UP, (x, box.top)),
    ]


def _pentagon_sides(box: Box) -> list[_Wish]:
    x = (box.left + box.right) / 2
    y = box.top + (box.bottom - box.top) * PORT_HEIGHT
    return [
        _Wish(RIGHT, (box.right, y)),
        _Wish(DOWN, (x, box.bottom)),
        _Wish(LEFT, (box.left, y)),
        _Wish(UP, (x, box.top)),
    ]


def _quarters(box: Box, xs: tuple[float, float] | None, decision: bool) -> Iterator[_Wish]:
    for x in xs or ():
        inset = (box.bottom - box.top) / 4 if decision else 0.0
        yield _Wish(DOWN, (x, box.bottom - inset), _QUARTER_PRICE)
        yield _Wish(UP, (x, box.top + inset), _QUARTER_PRICE)


def _strip_wishes(
    strip: Box, xs: Sequence[float], size: tuple[float, float], top: bool
) -> list[_Wish]:
    width, height = size
    if len(xs) > 1:  # where many arrows are cut, pentagons are narrower
        width = min(width, min(b - a for a, b in pairwise(xs)) - _PENTAGON_GAP)
    upper = strip.top + STRIP_MARGIN if top else strip.bottom - STRIP_MARGIN - height
    return [
        _Wish(
            DOWN if top else UP,
            (x, upper + height if top else upper),
            0,
            Box(x - width / 2, upper, x + width / 2, upper + height),
        )
        for x in xs
    ]


def _slots(page: RoutingPage, strip: Box | None) -> list[float]:
    cuts = [
        pentagon_size(cut)[0]
        for wire in page.wires
        if (cut := cut_of(wire)) is not None and strip is not None and strip_of(page, wire) is strip
    ]
    if not cuts:
        return []
    lanes = max(len(page.columns) - 1, 1)
    each = -(-len(cuts) // lanes)
    found: list[float] = []
    for left, right in zip(page.columns, page.columns[1:], strict=False):
        room = max(1, int((right - left) / (_LEAST_PENTAGON + _PENTAGON_GAP)))
        count = min(each, room)
        if len(cuts) > 1:  # room to choose, and a middle
            spacious = int((right - left) / (max(cuts) + _PENTAGON_GAP))
            count = max(count, min(each + 1 + each % 2, spacious - 1 + spacious % 2))
        step = (right - left) / count
        found += [left + step * (i + 0.5) for i in range(count)]
    return found


def _free_sides(page: RoutingPage, index: int) -> int:
    box = page.nodes[index].box
    x, y = box.centre
    reach = LEAST_LEG
    ways = (
        Box(box.right, y, box.right + reach, y),
        Box(x, box.bottom, x, box.bottom + reach),
        Box(box.left - reach, y, box.left, y),
        Box(x, box.top - reach, x, box.top),
    )
    texts = [text for node in page.nodes for text in node.outside]
    return sum(not any(_strikes(way, text, _STUB_BESIDE_TEXT) for text in texts) for way in ways)


def _strikes(line: Box, box: Box, gap: float) -> bool:
    return (
        line.left < box.right + gap
        and box.left < line.right + gap
        and line.top < box.bottom + gap
        and box.top < line.bottom + gap
    )


def _index(lines: list[float], value: float) -> int | None:
    at = bisect_left(lines, value - _NEAR)
    return at if at < len(lines) and abs(lines[at] - value) <= _NEAR else None


def _beyond(lines: list[float], value: float, rising: bool, least: float) -> int | None:
    if rising:
        at = bisect_left(lines, value + least)
        return at if at < len(lines) else None
    at = bisect_left(lines, value - least) - 1
    return at if at >= 0 else None
