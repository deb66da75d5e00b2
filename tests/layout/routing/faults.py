"""An independent reader of routed pages: it measures the answer and knows nothing of the search.

Distances are points on paper; they follow the rules of the form, not the router's own margins.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise

from sopdsl.layout.metrics import text_width
from sopdsl.layout.routing.types import Box, Cut, Point, RoutedPage, RoutingPage
from sopdsl.model.types import SymbolKind

MM = 72 / 25.4
ONE_LINE = 0.35 * MM  # parallel lines nearer than this read as one
TOUCH = 0.3 * MM  # a line nearer than this to a symbol touches it
CROWDED = 0.85 * MM
SHARED_TIP = 2.0 * MM
LABEL_FAR = 5.0 * MM
ALONG_TABLE = 0.4 * MM
Segment = tuple[Point, Point]


@dataclass
class Figures:
    """What is counted rather than forbidden."""

    arrows: int = 0
    crossings: int = 0
    bends: int = 0
    near_tip: int = 0
    head_on: int = 0
    crowded: int = 0

    def add(self, other: Figures) -> None:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


class Reader:
    """One page and its answer, taken apart."""

    def __init__(self, page: RoutingPage, answer: RoutedPage) -> None:
        self.page, self.answer = page, answer
        self.segments = [list(pairwise(path)) for path in answer.paths]
        self.pentagon = {p.wire: p for p in answer.pentagons}

    def faults(self) -> list[str]:
        """Return everything that the form forbids."""
        if len(self.answer.paths) != len(self.page.wires):
            return ["number of paths"]
        found = [*self._shapes(), *self._ends(), *self._symbols(), *self._table()]
        found += [*self._pairs(), *self._pentagons(), *self._labels(), *self._label_lines()]
        return found

    def figures(self) -> Figures:
        """Return crossings, bends and the like."""
        counted = Figures()
        points: set[tuple[int, int]] = set()
        for at, path in enumerate(self.answer.paths):
            if self.page.wires[at].kind != "join":
                counted.arrows += 1
                counted.bends += len(path) - 2
        for a, b in combinations(range(len(self.segments)), 2):
            for p in self.segments[a]:
                for q in self.segments[b]:
                    where = crossing(p, q)
                    if where:
                        points.add((round(where[0]), round(where[1])))
            self._count_pair(counted, a, b)
        counted.crossings = len(points)
        return counted

    def _count_pair(self, counted: Figures, a: int, b: int) -> None:
        shared = sum(overlap(p, q, ONE_LINE) for p in self.segments[a] for q in self.segments[b])
        if self.target(a) == self.target(b) and shared > 0.5 * MM:
            length, first, second = common_end(self.answer.paths[a], self.answer.paths[b])
            counted.near_tip += length < SHARED_TIP
            opposite = first and second and (first[0] + second[0], first[1] + second[1]) == (0, 0)
            counted.head_on += bool(opposite)
        elif not self.related(a, b):
            for p in self.segments[a]:
                for q in self.segments[b]:
                    if overlap(p, q, CROWDED) > 1.0 * MM:
                        counted.crowded += 1

    def target(self, at: int) -> tuple[str, int]:
        wire = self.page.wires[at]
        return ("cut", at) if isinstance(wire.target, Cut) else ("node", wire.target)

    def source(self, at: int) -> tuple[str, int]:
        wire = self.page.wires[at]
        return ("cut", at) if isinstance(wire.source, Cut) else ("node", wire.source)

    def related(self, a: int, b: int) -> bool:
        """Tell whether two wires may share a line."""
        if self.target(a) == self.target(b):
            return True
        kind, index = self.source(a)
        return (
            self.source(a) == self.source(b)
            and kind == "node"
            and self.page.nodes[index].kind is not SymbolKind.KEPUTUSAN
            and self.page.wires[a].label == self.page.wires[b].label
        )

    def outlines(self) -> Iterator[tuple[tuple[str, int], list[Point]]]:
        """Yield every symbol and pentagon as a convex polygon."""
        for at, node in enumerate(self.page.nodes):
            left, top, right, bottom = node.box
            x, y = node.box.centre
            diamond = [(x, top), (right, y), (x, bottom), (left, y)]
            box = [(left, top), (right, top), (right, bottom), (left, bottom)]
            yield ("node", at), diamond if node.kind is SymbolKind.KEPUTUSAN else box
        for pentagon in self.answer.pentagons:
            yield ("cut", pentagon.wire), list(pentagon.points)

    def _shapes(self) -> Iterator[str]:
        for at, path in enumerate(self.answer.paths):
            if len(path) < 2:
                yield f"wire {at} has no path"
            for p, q in self.segments[at]:
                if abs(p[0] - q[0]) > 0.4 and abs(p[1] - q[1]) > 0.4:
                    yield f"wire {at} runs askew"

    def _ends(self) -> Iterator[str]:
        outlines = dict(self.outlines())
        for at, path in enumerate(self.answer.paths):
            for point, end in ((path[0], self.source(at)), (path[-1], self.target(at))):
                if end not in outlines:
                    yield f"wire {at} has no pentagon"
                elif min(distance(point, side) for side in ring(outlines[end])) > 0.5 * MM:
                    yield f"wire {at} is not at {end}"

    def _symbols(self) -> Iterator[str]:
        for name, polygon in self.outlines():
            for at, segments in enumerate(self.segments):
                own = name in (self.source(at), self.target(at))
                inside = sum(length_inside(s, polygon) for s in segments)
                if inside > (0.6 if own else 0.3) * MM:
                    yield f"wire {at} runs through {name}"
                elif not own and any(
                    gap(s, side) < TOUCH for s in segments for side in ring(polygon)
                ):
                    yield f"wire {at} touches {name}"
        for at, segments in enumerate(self.segments):
            for node in self.page.nodes:
                if any(in_box(s, text, 0.3) for s in segments for text in node.outside):
                    yield f"wire {at} strikes a text"

    def _table(self) -> Iterator[str]:
        page = self.page
        top, bottom = self._frame()
        lines: list[Segment] = [((x, top), (x, bottom)) for x in page.columns]
        levels = {top, bottom, *page.rows}
        lines += [((page.columns[0], y), (page.columns[-1], y)) for y in levels]
        for at, segments in enumerate(self.segments):
            if any(overlap(s, line, ALONG_TABLE) > 1.0 * MM for s in segments for line in lines):
                yield f"wire {at} runs along a table line"
            xs = [x for p in self.answer.paths[at] for x in p[:1]]
            ys = [p[1] for p in self.answer.paths[at]]
            if min(xs) < page.columns[0] or max(xs) > page.columns[-1]:
                yield f"wire {at} leaves the lanes"
            if min(ys) < top or max(ys) > bottom:
                yield f"wire {at} leaves the table"

    def _frame(self) -> tuple[float, float]:
        top, bottom = self.page.top_strip, self.page.bottom_strip
        return (top.top if top else self.page.rows[0]), (
            bottom.bottom if bottom else self.page.rows[-1]
        )

    def _pairs(self) -> Iterator[str]:
        paths = self.answer.paths
        for a, b in combinations(range(len(paths)), 2):
            same_decision = self.source(a) == self.source(b) and self._decides(a)
            shared = sum(
                overlap(p, q, ONE_LINE) for p in self.segments[a] for q in self.segments[b]
            )
            if self.related(a, b) and not (same_decision and shared > 0.5 * MM):
                continue
            ends = [(paths[a][i], paths[b][j]) for i in (0, -1) for j in (0, -1)]
            if shared > 0.5 * MM:
                yield f"wires {a} and {b} share a line"
            elif any(abs(p[0] - q[0]) + abs(p[1] - q[1]) < 0.6 * MM for p, q in ends):
                yield f"wires {a} and {b} share a port"
            elif any(
                distance(p, s) < ONE_LINE
                for one, other in ((a, b), (b, a))
                for p in paths[one]
                for s in self.segments[other]
            ):
                yield f"a corner of wires {a}, {b} lies on the other"

    def _decides(self, at: int) -> bool:
        kind, index = self.source(at)
        return kind == "node" and self.page.nodes[index].kind is SymbolKind.KEPUTUSAN

    def _pentagons(self) -> Iterator[str]:
        page = self.page
        top, bottom = self._frame()
        solid = [node.box for node in page.nodes]
        for pentagon in self.answer.pentagons:
            box = pentagon.box
            if len(set(pentagon.points)) != 5:
                yield f"pentagon {pentagon.letter} has not five corners"
            if any(meet(box, other, 0.3) for other in solid):
                yield f"pentagon {pentagon.letter} covers something"
            solid.append(box)
            if any(box.left < x < box.right for x in page.columns):
                yield f"pentagon {pentagon.letter} leaves its lane"
            if any(box.top < y < box.bottom for y in (top, bottom, *page.rows)):
                yield f"pentagon {pentagon.letter} leaves its row"

    def _labels(self) -> Iterator[str]:
        labels = {label.wire: label for label in self.answer.labels}
        for at, wire in enumerate(self.page.wires):
            if not wire.label or isinstance(wire.source, Cut):
                continue
            label = labels.get(at)
            if label is None or " ".join(label.lines) != wire.label:
                yield f"label of wire {at} is missing"
                continue
            size = label.size or self.page.label_size
            width = max(text_width(line, size) for line in label.lines)
            if width > label.box.right - label.box.left + 0.01:
                yield f"label of wire {at} is wider than its box"
            crossed = any(label.box.left < x < label.box.right for x in self.page.columns) or any(
                label.box.top < y < label.box.bottom for y in self.page.rows
            )
            if crossed and not label.backed:
                yield f"label of wire {at} is struck by a table line"
            others = [other.box for other in self.answer.labels if other.wire > at]
            others += [text for node in self.page.nodes for text in node.outside]
            if any(meet(label.box, other, 0.4) for other in others):
                yield f"label of wire {at} covers a text"
            for name, polygon in self.outlines():
                if any(length_inside(s, box_ring(label.box)) > 0.3 for s in ring(polygon)):
                    yield f"label of wire {at} covers {name}"

    def _label_lines(self) -> Iterator[str]:
        for label in self.answer.labels:
            own = min(box_gap(s, label.box) for s in self.segments[label.wire])
            if own > LABEL_FAR:
                yield f"label of wire {label.wire} is far away"
            wire = self.page.wires[label.wire]
            for at, segments in enumerate(self.segments):
                if any(in_box(s, label.box, 0.3) for s in segments):
                    yield f"wire {at} strikes the label of wire {label.wire}"
                other = self.page.wires[at]
                kin = self.source(at) == self.source(label.wire) and other.label == wire.label
                near = min(box_gap(s, label.box) for s in segments)
                if at != label.wire and not kin and near < own - 0.1:
                    yield f"label of wire {label.wire} is nearer to wire {at}"


# --- geometry -----------------------------------------------------------------------------------


def ring(polygon: list[Point]) -> list[Segment]:
    return list(pairwise([*polygon, polygon[0]]))


def box_ring(box: Box) -> list[Point]:
    return [
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    ]


def distance(point: Point, segment: Segment) -> float:
    (x1, y1), (x2, y2) = segment
    dx, dy = x2 - x1, y2 - y1
    square = dx * dx + dy * dy
    along = ((point[0] - x1) * dx + (point[1] - y1) * dy) / square if square else 0.0
    along = max(0.0, min(1.0, along))
    return ((point[0] - x1 - along * dx) ** 2 + (point[1] - y1 - along * dy) ** 2) ** 0.5


def gap(a: Segment, b: Segment) -> float:
    return min(distance(a[0], b), distance(a[1], b), distance(b[0], a), distance(b[1], a))


def overlap(a: Segment, b: Segment, tolerance: float) -> float:
    """Return the length on which two parallel segments run nearer than ``tolerance``."""
    for along, across in ((0, 1), (1, 0)):
        level = [abs(s[0][across] - s[1][across]) < 0.01 for s in (a, b)]
        if all(level) and abs(a[0][across] - b[0][across]) < tolerance:
            low = max(min(s[0][along], s[1][along]) for s in (a, b))
            high = min(max(s[0][along], s[1][along]) for s in (a, b))
            return max(0.0, high - low)
    return 0.0


def crossing(a: Segment, b: Segment) -> Point | None:
    """Return where the inner parts of a level and an upright segment cross."""
    if abs(a[0][0] - a[1][0]) < 0.01:
        a, b = b, a
    (ax, ay), (bx, _) = a
    (cx, cy), (ex, dy) = b
    if abs(a[0][1] - a[1][1]) > 0.01 or abs(cx - ex) > 0.01:
        return None
    inside = min(ax, bx) + 0.01 < cx < max(ax, bx) - 0.01
    return (cx, ay) if inside and min(cy, dy) + 0.01 < ay < max(cy, dy) - 0.01 else None


def length_inside(segment: Segment, polygon: list[Point]) -> float:
    """Return the length of a segment inside a convex polygon shrunk by 0.15 mm."""
    (x1, y1), (x2, y2) = segment
    dx, dy = x2 - x1, y2 - y1
    middle = [sum(p[i] for p in polygon) / len(polygon) for i in (0, 1)]
    low, high = 0.0, 1.0
    for (ax, ay), (bx, by) in ring(polygon):
        nx, ny = ay - by, bx - ax
        size = (nx * nx + ny * ny) ** 0.5 or 1.0
        nx, ny = nx / size, ny / size
        if (middle[0] - ax) * nx + (middle[1] - ay) * ny < 0:
            nx, ny = -nx, -ny
        start = (x1 - ax) * nx + (y1 - ay) * ny - 0.15 * MM
        slope = dx * nx + dy * ny
        if abs(slope) < 1e-9:
            if start <= 0:
                return 0.0
        elif slope > 0:
            low = max(low, -start / slope)
        else:
            high = min(high, -start / slope)
    return max(0.0, high - low) * (dx * dx + dy * dy) ** 0.5


def in_box(segment: Segment, box: Box, shrink: float) -> bool:
    (x1, y1), (x2, y2) = segment
    return (
        max(x1, x2) > box.left + shrink
        and min(x1, x2) < box.right - shrink
        and max(y1, y2) > box.top + shrink
        and min(y1, y2) < box.bottom - shrink
    )


def box_gap(segment: Segment, box: Box) -> float:
    (x1, y1), (x2, y2) = segment
    dx = max(box.left - max(x1, x2), min(x1, x2) - box.right, 0.0)
    dy = max(box.top - max(y1, y2), min(y1, y2) - box.bottom, 0.0)
    return (dx * dx + dy * dy) ** 0.5


def meet(a: Box, b: Box, shrink: float) -> bool:
    return (
        a.left < b.right - shrink
        and b.left < a.right - shrink
        and a.top < b.bottom - shrink
        and b.top < a.bottom - shrink
    )


def common_end(
    a: tuple[Point, ...], b: tuple[Point, ...]
) -> tuple[float, tuple[int, int] | None, tuple[int, int] | None]:
    """Return how long two paths run together to their end, and whence each arrives there."""
    if abs(a[-1][0] - b[-1][0]) + abs(a[-1][1] - b[-1][1]) > 0.5:
        return 99.0, None, None
    first, second = _backwards(a), _backwards(b)
    total = 0.0
    while first and second:
        (way, length), (other, other_length) = first[0], second[0]
        if way != other:
            return total, way, other
        step = min(length, other_length)
        total += step
        for steps, left in ((first, length - step), (second, other_length - step)):
            if left > 0.05:
                steps[0] = (way, left)
            else:
                steps.pop(0)
    return 99.0, None, None


def _backwards(path: tuple[Point, ...]) -> list[tuple[tuple[int, int], float]]:
    found: list[tuple[tuple[int, int], float]] = []
    for (x1, y1), (x2, y2) in pairwise(path[::-1]):
        dx, dy = x2 - x1, y2 - y1
        way = ((dx > 0) - (dx < 0), 0) if abs(dx) > abs(dy) else (0, (dy > 0) - (dy < 0))
        found.append((way, abs(dx) + abs(dy)))
    return found
