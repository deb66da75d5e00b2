"""Wordings beside the exits of decisions.

Each label tries places along the first legs of its line, on both sides, as near to the decision as
it can. A place is *clean* when nothing runs through it, it covers nothing, and no other line is as
near as its own. A table line behind it is allowed but costs, and asks for an opaque ground.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopdsl.layout.metrics import text_width
from sopdsl.layout.routing.types import Box, Cut, Label, Pentagon, Point, RoutingPage
from sopdsl.layout.text import wrap
from sopdsl.model.types import SymbolKind

INK_HEIGHT = 0.94  # of the font size: from the capitals' top to the descenders' foot
LEADING = 1.1
_GAPS = (1.3, 2.6)  # between line and label
_SIDE_GAP = 1.0  # of a label to foreign things
_AMBIGUOUS = 1.0  # a foreign line must be farther away than the own one by this
_LEGS = 3
_STEP = 4.0
_FARTHEST = 46.0  # along the line, from the decision
_BROKEN = 500.0
_ON_TABLE_LINE = 8.0
_EACH_LINE = 5.0
_SECOND_GAP = 2.0
_LONG = 26.0  # wider labels are also tried in two or three lines

Segment = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class _Candidate:
    box: Box
    lines: tuple[str, ...]
    cost: float


def place_labels(
    page: RoutingPage, paths: Sequence[Sequence[Point]], pentagons: Sequence[Pentagon]
) -> tuple[tuple[Label, ...], list[int]]:
    """Return all labels, and the wires whose label found no clean place."""
    scene = _Scene(page, paths, pentagons)
    wires = [
        at
        for at, wire in enumerate(page.wires)
        if wire.label and not isinstance(wire.source, Cut) and len(paths[at]) > 1
    ]
    ranked = {at: scene.ranked(at) for at in wires}
    wires.sort(key=lambda at: (sum(c.cost < _BROKEN for c in ranked[at]), at))
    placed: dict[int, _Candidate] = {}
    for _ in range(2):  # the second time, each label sees all others
        for at in wires:
            placed.pop(at, None)
            placed[at] = _best(ranked[at], [c.box for c in placed.values()])
    crowded = [at for at in wires if _cost(placed, at) >= _BROKEN]
    labels = tuple(
        Label(at, placed[at].box, scene.on_table_line(placed[at].box), placed[at].lines)
        for at in sorted(wires)
    )
    return labels, crowded


def _cost(placed: dict[int, _Candidate], at: int) -> float:
    others = [c.box for other, c in placed.items() if other != at]
    return placed[at].cost + _BROKEN * sum(_hit(placed[at].box, box, _SIDE_GAP) for box in others)


def _best(candidates: list[_Candidate], taken: list[Box]) -> _Candidate:
    best, best_cost = candidates[0], float("inf")
    for candidate in candidates:
        if candidate.cost >= best_cost:
            break
        cost = candidate.cost + _BROKEN * sum(_hit(candidate.box, box, _SIDE_GAP) for box in taken)
        if cost < best_cost:
            best, best_cost = candidate, cost
    return best


class _Scene:
    """Everything on the page that a label must not touch."""

    def __init__(
        self, page: RoutingPage, paths: Sequence[Sequence[Point]], pentagons: Sequence[Pentagon]
    ) -> None:
        self._page = page
        self._paths = paths
        self._segments = [list(zip(path, path[1:], strict=False)) for path in paths]
        self._solid = [node.box for node in page.nodes if node.kind is not SymbolKind.KEPUTUSAN] + [
            pentagon.box for pentagon in pentagons
        ]
        self._diamonds = [node.box for node in page.nodes if node.kind is SymbolKind.KEPUTUSAN]
        self._texts = [text for node in page.nodes for text in node.outside]
        top = page.top_strip.top if page.top_strip else page.rows[0]
        bottom = page.bottom_strip.bottom if page.bottom_strip else page.rows[-1]
        self._bounds = Box(page.columns[0], top, page.columns[-1], bottom)
        self._levels = sorted({top, *page.rows, bottom})

    def ranked(self, at: int) -> list[_Candidate]:
        """Return all places of a label, the best first."""
        found = [
            _Candidate(box, lines, cost + self._price(at, box))
            for box, lines, cost in self._candidates(at)
        ]
        found.sort(key=lambda c: c.cost)
        return found

    def on_table_line(self, box: Box) -> bool:
        """Tell whether a table line runs behind a box."""
        return any(box.left - 0.3 < x < box.right + 0.3 for x in self._page.columns) or any(
            box.top - 0.3 < y < box.bottom + 0.3 for y in self._levels
        )

    def _candidates(self, at: int) -> Iterator[tuple[Box, tuple[str, ...], float]]:
        size = self._page.label_size
        for lines in _wordings(self._page.wires[at].label, size):
            width = max(text_width(line, size) for line in lines)
            height = (INK_HEIGHT + LEADING * (len(lines) - 1)) * size
            extra = _EACH_LINE * (len(lines) - 1)
            gone = 0.0
            for p, q in self._segments[at][:_LEGS]:
                length = abs(p[0] - q[0]) + abs(p[1] - q[1])
                for box, along, turn in _beside(p, q, width, height):
                    away = gone + along
                    if away <= _FARTHEST:
                        yield box, lines, extra + turn + 0.35 * away
                gone += length

    def _price(self, at: int, box: Box) -> float:
        bounds = self._bounds
        if (
            box.left < bounds.left + 0.5
            or box.right > bounds.right - 0.5
            or box.top < bounds.top + 0.5
            or box.bottom > bounds.bottom - 0.5
        ):
            return 4 * _BROKEN
        price = _BROKEN * sum(_hit(box, other, _SIDE_GAP) for other in self._solid + self._texts)
        price += _BROKEN * sum(_hits_diamond(box, other) for other in self._diamonds)
        own = min(_distance(box, segment) for segment in self._segments[at])
        if own < 0.5:  # noqa: PLR2004 - half a point: its own line strikes it
            price += _BROKEN
        wire = self._page.wires[at]
        for other, segments in enumerate(self._segments):
            if other == at:
                continue
            near = min((_distance(box, segment) for segment in segments), default=99.0)
            if near < _SIDE_GAP:
                price += _BROKEN
            elif near < own + _AMBIGUOUS:
                sibling = self._page.wires[other]
                same = sibling.source == wire.source and sibling.label == wire.label
                price += 2.0 if same else _BROKEN
            elif near < 2 * own + _AMBIGUOUS:
                price += 1.5
        return price + (_ON_TABLE_LINE if self.on_table_line(box) else 0.0)


def _wordings(label: str, size: float) -> list[tuple[str, ...]]:
    """Return the label in one line, and wrapped when it is long."""
    width = text_width(label, size)
    found = [(label,)]
    if width > _LONG and " " in label:
        for share in (0.85, 0.62, 0.45, 0.34):
            lines = wrap(label, width * share, size)
            if lines not in found and 1 < len(lines) <= 3:  # noqa: PLR2004
                found.append(lines)
    return found


def _beside(p: Point, q: Point, width: float, height: float) -> Iterator[tuple[Box, float, float]]:
    """Return boxes beside a leg, how far along it they stand, and a price for their side."""
    (x, y), (ex, ey) = p, q
    length = abs(ex - x) + abs(ey - y)
    steps = [_STEP * i for i in range(int(min(length, _FARTHEST) / _STEP) + 1)]
    for gap in _GAPS:
        more = 0.0 if gap == _GAPS[0] else _SECOND_GAP
        for along in steps:
            if abs(ey - y) < abs(ex - x):
                left = x + 1.2 + along if ex > x else x - 1.2 - along - width
                yield Box(left, y - gap - height, left + width, y - gap), along, more
                yield Box(left, y + gap, left + width, y + gap + height), along, more + 1.0
            else:
                top = y + 0.8 + along if ey > y else y - 0.8 - along - height
                yield Box(x + gap, top, x + gap + width, top + height), along, more
                yield Box(x - gap - width, top, x - gap, top + height), along, more + 1.0


def _hit(a: Box, b: Box, gap: float) -> bool:
    return (
        a.left < b.right + gap
        and b.left < a.right + gap
        and a.top < b.bottom + gap
        and b.top < a.bottom + gap
    )


def _hits_diamond(box: Box, diamond: Box) -> bool:
    """Tell whether a box comes too near to the diamond inside another box."""
    x, y = diamond.centre
    half_width, half_height = (diamond.right - diamond.left) / 2, (diamond.bottom - diamond.top) / 2
    near_x = max(box.left - x, x - box.right, 0.0)
    near_y = max(box.top - y, y - box.bottom, 0.0)
    return near_x / (half_width + _SIDE_GAP) + near_y / (half_height + _SIDE_GAP) < 1.0


def _distance(box: Box, segment: Segment) -> float:
    (x1, y1), (x2, y2) = segment
    dx = max(box.left - max(x1, x2), min(x1, x2) - box.right, 0.0)
    dy = max(box.top - max(y1, y2), min(y1, y2) - box.bottom, 0.0)
    return dx + dy if not dx or not dy else (dx * dx + dy * dy) ** 0.5
