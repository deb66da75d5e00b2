"""The sparse grid of tracks on which a page's lines run.

Lines of the grid are the middles of symbols (straight flows and ports) and a few tracks on either
side of each table line, never on it. Points where two lines of the grid meet are *nodes*, numbered
row by row; a *state* ``4 * node + direction`` is "at this node, heading that way" and also names
the link that leaves the node in that direction. Links that would pass through or too near to a
symbol, a pentagon or a text do not exist. Flat lists of integers keep the search quick.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopdsl.layout.routing.costs import (
    CLEARANCE,
    CLIMB_PER_POINT,
    LEAST_LEG,
    PER_POINT,
    TEXT_CLEARANCE,
    TRACK_EDGE,
    TRACK_GAP,
)
from sopdsl.layout.routing.types import Box, RoutingPage

_MOST_TRACKS = 3
_WIDEST_STEP = 5.0
_SAME = 0.05  # grid lines nearer than this are one


@dataclass(slots=True)
class Grid:
    """The tracks of one page.

    Attributes:
        xs, ys: positions of the upright and the level grid lines, rising.
        next_state: by state, the state after running along its link; -1 where there is no link.
        prices: by wire class, the price of each state's link.
        no_turn: by node, whether a corner there would stand too near to a symbol's port.
        lengths: by state, the length of its link in points.
    """

    xs: list[float]
    ys: list[float]
    next_state: list[int]
    prices: tuple[list[int], list[int], list[int]]
    no_turn: bytearray
    lengths: list[float]

    def point(self, node: int) -> tuple[float, float]:
        """Return where a node lies."""
        y, x = divmod(node, len(self.xs))
        return self.xs[x], self.ys[y]


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A box that lines keep away from; ``ported`` boxes are reached on their middle lines."""

    box: Box
    clearance: float
    ported: bool


def obstacles(page: RoutingPage, pentagons: Iterable[Box]) -> list[Obstacle]:
    """Return everything on the page that lines must not pass through."""
    found = [Obstacle(node.box, CLEARANCE, True) for node in page.nodes]
    found += [Obstacle(box, CLEARANCE, True) for box in pentagons]
    found += [Obstacle(text, TEXT_CLEARANCE, False) for node in page.nodes for text in node.outside]
    return found


def build_grid(
    page: RoutingPage,
    pentagons: Sequence[Box],
    extra_xs: Iterable[float] = (),
    extra_ys: Iterable[float] = (),
) -> Grid:
    """Return the grid of a page whose fixed pentagons stand at ``pentagons``."""
    xs = _merged(_middles(page, pentagons, 0) + list(extra_xs), _column_tracks(page))
    ys = _merged(
        _middles(page, pentagons, 1) + list(extra_ys) + _between_stacked(page) + _above_texts(page),
        _row_tracks(page) + _strip_tracks(page),
    )
    links = _links(xs, ys, obstacles(page, pentagons))
    lengths = _lengths(xs, ys)
    prices = _prices(lengths)
    return Grid(xs, ys, links, prices, bytearray(len(xs) * len(ys)), lengths)


def tracks(gap: float) -> list[float]:
    """Return distances of tracks from a table line with ``gap`` points free of symbols."""
    if gap < 1.0:
        return []
    room = gap - LEAST_LEG - 0.1
    if room < TRACK_EDGE:
        return [gap / 2]
    count = min(_MOST_TRACKS, 1 + int((room - TRACK_EDGE + 1e-9) / TRACK_GAP))
    if count == 1:
        return [min(room, 4.0)]
    first = min(max(room - (count - 1) * TRACK_GAP * 1.25, TRACK_EDGE), 4.0)
    step = min((room - first) / (count - 1), _WIDEST_STEP)
    return [first + step * i for i in range(count)]


def _middles(page: RoutingPage, pentagons: Sequence[Box], axis: int) -> list[float]:
    return [node.box.centre[axis] for node in page.nodes] + [
        (box.left + box.right) / 2 if axis == 0 else box.top + (box.bottom - box.top) * PORT_HEIGHT
        for box in pentagons
    ]


PORT_HEIGHT = 0.35  # of a pentagon's side ports, from its top: above the shoulders


def _column_tracks(page: RoutingPage) -> list[float]:
    found: list[float] = []
    for at, (left, right) in enumerate(zip(page.columns, page.columns[1:], strict=False)):
        boxes = [node.box for node in page.nodes if node.column == at]
        middle = (left + right) / 2
        found += [left + d for d in tracks(min((b.left for b in boxes), default=middle) - left)]
        found += [right - d for d in tracks(right - max((b.right for b in boxes), default=middle))]
        if not boxes:
            found.append(middle)
    return found


def _row_tracks(page: RoutingPage) -> list[float]:
    found: list[float] = []
    for at, (top, bottom) in enumerate(zip(page.rows, page.rows[1:], strict=False)):
        boxes = [node.box for node in page.nodes if node.row == at]
        middle = (top + bottom) / 2
        found += [top + d for d in tracks(min((b.top for b in boxes), default=middle) - top)]
        found += [
            bottom - d for d in tracks(bottom - max((b.bottom for b in boxes), default=middle))
        ]
    return found


def _strip_tracks(page: RoutingPage) -> list[float]:
    """Return one track on the inner side of the pentagons in each strip."""
    found: list[float] = []
    if page.top_strip:
        found.append(page.top_strip.bottom - 3.3)
    if page.bottom_strip:
        found.append(page.bottom_strip.top + 3.3)
    return found


def _between_stacked(page: RoutingPage) -> list[float]:
    """Return a level line between any two symbols that stand in one cell."""
    cells: dict[tuple[int, int], list[Box]] = {}
    for node in page.nodes:
        cells.setdefault((node.column, node.row), []).append(node.box)
    found: list[float] = []
    for boxes in cells.values():
        boxes.sort(key=lambda box: box.top)
        found += [(a.bottom + b.top) / 2 for a, b in pairwise(boxes)]
    return found


def _above_texts(page: RoutingPage) -> list[float]:
    """Return a level line between a symbol and the text below it, where they stand apart."""
    return [
        node.box.bottom + LEAST_LEG + 0.1
        for node in page.nodes
        for text in node.outside
        if text.top - node.box.bottom > LEAST_LEG + TEXT_CLEARANCE
    ]


def _merged(needed: list[float], wished: list[float]) -> list[float]:
    """Return all needed positions and those wished ones that keep their distance from them."""
    fixed: list[float] = []
    for value in sorted(needed):
        if not fixed or value - fixed[-1] > _SAME:
            fixed.append(value)
    kept = list(fixed)
    for value in sorted(wished):
        at = bisect_left(kept, value)
        near = kept[max(0, at - 1) : at + 1]
        if all(abs(value - other) >= TRACK_GAP - 0.01 for other in near):
            kept.insert(at, value)
    return kept


def _links(xs: list[float], ys: list[float], boxes: list[Obstacle]) -> list[int]:
    """Return the neighbour states, without the links that an obstacle bars."""
    width, height = len(xs), len(ys)
    links = [-1] * (4 * width * height)
    for y in range(height):
        for x in range(width):
            node = y * width + x
            if x + 1 < width:
                links[4 * node] = 4 * (node + 1)
                links[4 * (node + 1) + 2] = 4 * node + 2
            if y + 1 < height:
                links[4 * node + 1] = 4 * (node + width) + 1
                links[4 * (node + width) + 3] = 4 * node + 3
    for obstacle in boxes:
        _bar(links, xs, ys, obstacle)
    return links


def _bar(links: list[int], xs: list[float], ys: list[float], obstacle: Obstacle) -> None:
    left, top, right, bottom = obstacle.box
    away = obstacle.clearance
    width = len(xs)
    middle_x = (left + right) / 2 if obstacle.ported else -1.0
    for x in range(bisect_right(xs, left - away), bisect_left(xs, right + away)):
        margin = 0.0 if abs(xs[x] - middle_x) < _SAME else away
        low = bisect_right(ys, top - margin)
        high = bisect_left(ys, bottom + margin)
        for y in range(max(low - 1, 0), min(high, len(ys) - 1)):
            links[4 * (y * width + x) + 1] = -1
            links[4 * ((y + 1) * width + x) + 3] = -1
    for y in range(bisect_right(ys, top - away), bisect_left(ys, bottom + away)):
        margin = 0.0 if obstacle.ported and top < ys[y] < bottom else away
        low = bisect_right(xs, left - margin)
        high = bisect_left(xs, right + margin)
        for x in range(max(low - 1, 0), min(high, width - 1)):
            links[4 * (y * width + x)] = -1
            links[4 * (y * width + x + 1) + 2] = -1


def _lengths(xs: list[float], ys: list[float]) -> list[float]:
    found: list[float] = []
    for y in range(len(ys)):
        down = ys[y + 1] - ys[y] if y + 1 < len(ys) else 0.0
        up = ys[y] - ys[y - 1] if y else 0.0
        for x in range(len(xs)):
            right = xs[x + 1] - xs[x] if x + 1 < len(xs) else 0.0
            found += (right, down, xs[x] - xs[x - 1] if x else 0.0, up)
    return found


def _prices(lengths: list[float]) -> tuple[list[int], list[int], list[int]]:
    plain = [int(PER_POINT * length + 0.5) for length in lengths]
    forward = list(plain)
    for state in range(3, len(forward), 4):
        forward[state] = int((PER_POINT + CLIMB_PER_POINT) * lengths[state] + 0.5)
    return forward, plain, plain
