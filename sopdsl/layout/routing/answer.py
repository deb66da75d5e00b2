"""From the plan to the page: corners in points, pentagons as drawn, and something for every wire.

Where the grid connects two symbols not at all (symbols that overlap, lanes without room), the wire
gets a makeshift line: orthogonal, from one outline to the other, and nothing more is promised.
"""

from __future__ import annotations

from collections.abc import Sequence

from sopdsl.layout.routing.pentagons import NearPlace, corner_place, cut_of, draw_pentagon
from sopdsl.layout.routing.plan import Path, Plan
from sopdsl.layout.routing.types import Box, Cut, Pentagon, Point, RoutingPage, Wire

_LOOP = 5.0  # how far a makeshift loop stands off its symbol

Drawn = tuple[tuple[tuple[Point, ...], ...], tuple[Pentagon, ...]]


def drawn(page: RoutingPage, plan: Plan, near: Sequence[NearPlace]) -> Drawn:
    """Return the corners of every wire, and the pentagons."""
    boxes: dict[int, Box] = {place.wire: place.box for place in near}
    paths: list[tuple[Point, ...]] = [()] * len(page.wires)
    for task, path in zip(plan.tasks, plan.paths, strict=True):
        if path is not None:
            slot = path.start if isinstance(page.wires[task.wire].source, Cut) else path.end
            if slot.box is not None:
                boxes[task.wire] = slot.box
            paths[task.wire] = _corners(plan, path)
    for index, wire in enumerate(page.wires):
        if not paths[index] and answerable(page, wire):
            ends = [_box(page, end, index, boxes) for end in (wire.source, wire.target)]
            paths[index] = _makeshift(ends[0], ends[1])
    pentagons = [
        draw_pentagon(index, cut, box)
        for index, box in sorted(boxes.items())
        if (cut := cut_of(page.wires[index])) is not None
    ]
    return tuple(paths), tuple(pentagons)


def answerable(page: RoutingPage, wire: Wire) -> bool:
    """Tell whether a wire has at least one end on the page, and no end that does not exist."""
    ends = [end for end in (wire.source, wire.target) if not isinstance(end, Cut)]
    return bool(ends) and all(0 <= end < len(page.nodes) for end in ends)


def _corners(plan: Plan, path: Path) -> tuple[Point, ...]:
    """Return a path's corners, its ends exactly on the outlines."""
    grid = plan.grid
    points: list[Point] = [_on_outline(path.start.at, path.start.side, grid.point(path.nodes[0]))]
    for at, node in enumerate(path.nodes):
        if path.headings[at] != path.headings[at + 1]:
            points.append(grid.point(node))
    points.append(_on_outline(path.end.at, path.end.side, grid.point(path.nodes[-1])))
    return tuple(points)


def _on_outline(at: Point, side: int, node: Point) -> Point:
    return (node[0], at[1]) if side & 1 else (at[0], node[1])


def _box(page: RoutingPage, end: int | Cut, index: int, boxes: dict[int, Box]) -> Box:
    if not isinstance(end, Cut):
        return page.nodes[end].box
    if index not in boxes:
        boxes[index] = corner_place(page, index).box
    return boxes[index]


def _makeshift(a: Box, b: Box) -> tuple[Point, ...]:
    """Return a line with at most one corner (four for a loop) between the middles of two sides."""
    (ax, ay), (bx, by) = a.centre, b.centre
    if a == b:
        out, up = a.right + _LOOP, a.top - _LOOP
        return (a.right, ay), (out, ay), (out, up), (ax, up), (ax, a.top)
    start = (a.right if bx > ax else a.left, ay)
    if b.top <= ay <= b.bottom:
        end = (b.left if bx > ax else b.right, ay)
        return (start, end) if start != end else ((a.left, ay), (a.right, ay))
    end = (bx, b.top if by > ay else b.bottom)
    if a.left <= bx <= a.right:
        return (bx, a.bottom if by > ay else a.top), end
    return start, (bx, ay), end
