"""Wordings beside the exits of decisions.

Each label tries places along the first legs of its line, on both sides, as near to the decision as
it can. A place is *clean* when nothing runs through it, it covers nothing, and no other line is as
near as its own. A table line behind it is allowed but costs, and asks for an opaque ground. Where
no place is clean, the caller learns whether lines or symbols are in the way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopdsl.layout.metrics import text_width
from sopdsl.layout.routing.types import Box, Cut, Label, Pentagon, Point, RoutingPage
from sopdsl.layout.text import wrap
from sopdsl.model.types import SymbolKind

CAPITALS = 0.75  # of the font size: from the capitals' top to the baseline
DESCENDERS = 0.19  # from there to the foot of letters that go below it
LEADING = 1.1
_GAPS = (1.3, 2.6, 4.4, 6.6)  # between line and label
_SIDE_GAP = 1.0  # of a label to foreign things
_AMBIGUOUS = 1.0  # a foreign line must be farther away than the own one by this
_LEGS = 3
_STEP = 4.0
_BEFORE = (-2.0, -4.0, -6.0, -9.0, -12.0)  # beside the diamond itself: room at its corners
_FARTHEST = 46.0  # along the line, from the decision
_FARTHEST_EVER = 80.0
_BROKEN = 500.0
_OUTSIDE = 2000.0
_ON_TABLE_LINE = 8.0
_OFF_TABLE_LINE = 1.0
_EACH_LINE = 5.0
_LEAST_SIZE = 6.0  # points; smaller type does not survive a copier
_SMALL_PRICE = 60.0
_PER_POINT = 0.35
_GAP_PRICE = 1.4
_LONG = 24.0  # wider labels are also tried in two or three lines
_MOST_LINES = 3
_BELOW = frozenset("gjpqyQ,;()[]{}|_@/")
_REACH = 170.0  # a label lies within this of where its line begins

Segment = tuple[Point, Point]


@dataclass(slots=True)
class _Candidate:
    """A place: its cost by position, and (once asked for) what stands in its way."""

    box: Box
    lines: tuple[str, ...]
    cost: float
    size: float = 0.0
    solid: float = -1.0
    crossed: float = 0.0


@dataclass(frozen=True, slots=True)
class Crowded:
    """A label without a clean place; ``room`` is the box that lines alone keep from it, if any."""

    wire: int
    room: Box | None


def place_labels(
    page: RoutingPage, paths: Sequence[Sequence[Point]], pentagons: Sequence[Pentagon]
) -> tuple[tuple[Label, ...], list[Crowded]]:
    """Return all labels, and those that found no clean place."""
    scene = _Scene(page, paths, pentagons)
    wires = [
        at
        for at, wire in enumerate(page.wires)
        if wire.label and not isinstance(wire.source, Cut) and len(paths[at]) > 1
    ]
    choices = {at: _Choice(scene, at) for at in wires}
    placed: dict[int, _Candidate] = {}
    costs: dict[int, float] = {}
    for _ in range(2):  # the second time, each label sees all others
        for at in wires:
            placed.pop(at, None)
            placed[at], costs[at] = choices[at].best([c.box for c in placed.values()])
        wires.sort(key=lambda at: (-costs[at], at))
    boxes = {at: candidate.box for at, candidate in placed.items()}
    crowded: list[Crowded] = []
    for at in sorted(wires):
        others = [box for other, box in boxes.items() if other != at]
        if choices[at].cost(placed[at], others) >= _BROKEN:
            crowded.append(Crowded(at, choices[at].room(others)))
    labels = tuple(
        Label(
            at,
            placed[at].box,
            scene.on_table_line(placed[at].box),
            placed[at].lines,
            placed[at].size,
        )
        for at in sorted(wires)
    )
    return labels, crowded


class _Choice:
    """All places of one label, the most natural first; looked at only as far as needed."""

    def __init__(self, scene: _Scene, at: int) -> None:
        self._scene, self._at = scene, at
        self._view = scene.view(at)
        self._candidates: list[_Candidate] = []
        self._everywhere = False
        self._look(False)

    def best(self, taken: list[Box]) -> tuple[_Candidate, float]:
        """Return the cheapest place beside the labels that lie already."""
        best, cost = self._cheapest(taken)
        if cost >= _BROKEN and not self._everywhere:
            self._look(True)
            best, cost = self._cheapest(taken)
        return best, cost

    def _look(self, everywhere: bool) -> None:
        self._everywhere = everywhere
        found = self._scene.candidates(self._at, everywhere)
        self._candidates = sorted(found, key=lambda c: c.cost)

    def _cheapest(self, taken: list[Box]) -> tuple[_Candidate, float]:
        best, best_cost = self._candidates[0], float("inf")
        for candidate in self._candidates:
            if candidate.cost >= best_cost:
                break
            cost = self.cost(candidate, taken)
            if cost < best_cost:
                best, best_cost = candidate, cost
        return best, best_cost

    def cost(self, candidate: _Candidate, taken: list[Box]) -> float:
        """Return the price of a place."""
        if candidate.solid < 0:
            candidate.solid, candidate.crossed = self._view.price(candidate.box)
        return (
            candidate.cost
            + candidate.solid
            + candidate.crossed
            + _BROKEN * sum(_hit(candidate.box, box, _SIDE_GAP) for box in taken)
        )

    def room(self, taken: list[Box]) -> Box | None:
        """Return the best place that only lines keep from being clean."""
        for candidate in self._candidates:
            free = self.cost(candidate, taken) - candidate.crossed < _BROKEN
            if free and self._view.away_from_own(candidate.box):
                return candidate.box
        return None


class _Scene:
    """Everything on the page that a label must not touch."""

    def __init__(
        self, page: RoutingPage, paths: Sequence[Sequence[Point]], pentagons: Sequence[Pentagon]
    ) -> None:
        self.page = page
        self.segments = [list(pairwise(path)) for path in paths]
        self.solid = [node.box for node in page.nodes if node.kind is not SymbolKind.KEPUTUSAN]
        self.solid += [pentagon.box for pentagon in pentagons]
        self.solid += [text for node in page.nodes for text in node.outside]
        self.diamonds = [node.box for node in page.nodes if node.kind is SymbolKind.KEPUTUSAN]
        top = page.top_strip.top if page.top_strip else page.rows[0]
        bottom = page.bottom_strip.bottom if page.bottom_strip else page.rows[-1]
        self.bounds = Box(page.columns[0], top, page.columns[-1], bottom)
        self._levels = sorted({top, *page.rows, bottom})

    def on_table_line(self, box: Box, margin: float = 0.3) -> bool:
        """Tell whether a table line runs behind a box, or nearer to it than ``margin``."""
        return any(box.left - margin < x < box.right + margin for x in self.page.columns) or any(
            box.top - margin < y < box.bottom + margin for y in self._levels
        )

    def view(self, at: int) -> _View:
        """Return what lies within reach of a wire's first legs."""
        corners = [point for segment in self.segments[at][:_LEGS] for point in segment]
        start = corners[0]
        reach = Box(start[0] - _REACH, start[1] - _REACH, start[0] + _REACH, start[1] + _REACH)
        return _View(self, at, reach)

    def candidates(self, at: int, everywhere: bool) -> Iterator[_Candidate]:
        """Yield the usual places of a label, or all."""
        farthest = _FARTHEST_EVER if everywhere else _FARTHEST
        wording = self.page.wires[at].label
        usual = self.page.label_size
        sizes = [usual, _LEAST_SIZE] if everywhere and usual > _LEAST_SIZE else [usual]
        for size, lines in ((s, w) for s in sizes for w in _wordings(wording, s)):
            width = max(text_width(line, size) for line in lines)
            height = (_ink(lines[-1]) + LEADING * (len(lines) - 1)) * size
            extra = _EACH_LINE * (len(lines) - 1) + (_SMALL_PRICE if size < usual else 0.0)
            gone = 0.0
            for number, (p, q) in enumerate(self.segments[at][:_LEGS]):
                length = abs(p[0] - q[0]) + abs(p[1] - q[1])
                for box, along, turn in _beside(
                    p, q, (width, height), everywhere, everywhere and number == 0
                ):
                    if gone + along <= farthest:
                        price = extra + turn + _PER_POINT * (gone + abs(along))
                        yield _Candidate(box, lines, price, size if size < usual else 0.0)
                gone += length


class _View:
    """The part of the scene near one label."""

    def __init__(self, scene: _Scene, at: int, reach: Box) -> None:
        self._scene = scene
        self._own = scene.segments[at]
        self._solid = [box for box in scene.solid if _hit(box, reach, 0.0)]
        self._diamonds = [box for box in scene.diamonds if _hit(box, reach, 0.0)]
        wires = scene.page.wires
        own = wires[at]
        self._foreign: list[tuple[bool, list[Segment]]] = []
        for other, segments in enumerate(scene.segments):
            near = [s for s in segments if _distance(reach, s) <= 0.0]
            if other != at and near:
                kin = wires[other].source == own.source and wires[other].label == own.label
                self._foreign.append((kin, near))

    def price(self, box: Box) -> tuple[float, float]:
        """Return what symbols, texts and borders cost a place, and what lines cost it."""
        bounds = self._scene.bounds
        solid = _ON_TABLE_LINE if self._scene.on_table_line(box, _OFF_TABLE_LINE) else 0.0
        if (
            box.left < bounds.left + 0.5
            or box.right > bounds.right - 0.5
            or box.top < bounds.top + 0.5
            or box.bottom > bounds.bottom - 0.5
        ):
            solid += _OUTSIDE
        solid += _BROKEN * sum(_hit(box, other, _SIDE_GAP) for other in self._solid)
        solid += _BROKEN * sum(_hits_diamond(box, other) for other in self._diamonds)
        own = min(_distance(box, segment) for segment in self._own)
        crossed = 0.0 if self.away_from_own(box) else _BROKEN
        for kin, segments in self._foreign:
            near = min(_distance(box, segment) for segment in segments)
            if near < _SIDE_GAP:
                crossed += _BROKEN
            elif near < own + _AMBIGUOUS:
                crossed += 2.0 if kin else _BROKEN
            elif near < 2 * own + _AMBIGUOUS:
                crossed += 1.5
        return solid, crossed

    def away_from_own(self, box: Box) -> bool:
        """Tell whether the label's own line leaves its place alone."""
        return all(_distance(box, segment) >= _SIDE_GAP for segment in self._own)


def _ink(last: str) -> float:
    """Return how high a line's ink is, in font sizes: a line without descenders ends sooner."""
    return CAPITALS + (DESCENDERS if _BELOW.intersection(last) else 0.0)


def _wordings(label: str, size: float) -> list[tuple[str, ...]]:
    """Return the label in one line, and wrapped when it is long."""
    width = text_width(label, size)
    found: list[tuple[str, ...]] = [(label,)]
    if width > _LONG and " " in label:
        for share in (0.85, 0.62, 0.45, 0.34):
            lines = wrap(label, width * share, size)
            if lines not in found and len(lines) <= _MOST_LINES and " ".join(lines) == label:
                found.append(lines)
    return found


def _beside(
    p: Point, q: Point, size: tuple[float, float], everywhere: bool, before: bool
) -> Iterator[tuple[Box, float, float]]:
    """Yield boxes beside a leg, how far along it they stand, and a price for their side."""
    (x, y), (ex, ey) = p, q
    width, height = size
    length = abs(ex - x) + abs(ey - y)
    steps = [_STEP * i for i in range(int(min(length, _FARTHEST_EVER) / _STEP) + 1)]
    for number, gap in enumerate(_GAPS if everywhere else _GAPS[:2]):
        more = _GAP_PRICE * number
        for along in [*steps, *(_BEFORE if before else ())]:
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
    left, top, right, bottom = box
    if x1 > x2:
        x1, x2 = x2, x1
    if y1 > y2:
        y1, y2 = y2, y1
    dx = left - x2 if left > x2 else x1 - right if x1 > right else 0.0
    dy = top - y2 if top > y2 else y1 - bottom if y1 > bottom else 0.0
    if dx and dy:
        return float((dx * dx + dy * dy) ** 0.5)
    return dx + dy
