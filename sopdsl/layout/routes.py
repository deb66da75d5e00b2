"""The routes of a page, found once: a memo that the caller keeps from one layout to the next.

Routing takes most of the time of a layout, and while someone types most pages stay as they are. A
page is routed as if its lanes began at the origin, so a page whose table only moved is known too.
The answer is the same with and without a memo.
"""

from __future__ import annotations

from dataclasses import replace

from sopdsl.layout.routing import Effort, route
from sopdsl.layout.routing.types import (
    Box,
    Label,
    Node,
    Pentagon,
    Point,
    RoutedPage,
    RoutingPage,
)

_MOST_PAGES = 500  # some 10 kB each


class RouteMemo:
    """Routed pages by what was asked; the one longest unused goes first."""

    def __init__(self, most: int = _MOST_PAGES) -> None:
        self._most = most
        self._known: dict[tuple[RoutingPage, Effort], RoutedPage] = {}
        self.routed = 0  # pages that had to be routed

    def route(self, page: RoutingPage, effort: Effort) -> RoutedPage:
        """Return the routes of a page."""
        key = page, effort
        found = self._known.pop(key, None)
        if found is None:
            self.routed += 1
            found = route(page, effort)
        self._known[key] = found  # now the one used last
        if len(self._known) > self._most:
            del self._known[next(iter(self._known))]
        return found


def routes(page: RoutingPage, effort: Effort, memo: RouteMemo | None = None) -> RoutedPage:
    """Return the routes of a page, from ``memo`` if it knows them."""
    across, down = page.columns[0], page.rows[0]
    at_origin = _page_moved(page, -across, -down)
    found = memo.route(at_origin, effort) if memo else route(at_origin, effort)
    return moved(found, across, down)


def moved(routed: RoutedPage, across: float, down: float) -> RoutedPage:
    """Return routes for a page that stands elsewhere on the paper."""
    return RoutedPage(
        tuple(_points(path, across, down) for path in routed.paths),
        tuple(_pentagon(each, across, down) for each in routed.pentagons),
        tuple(_label(each, across, down) for each in routed.labels),
        routed.troubled,
    )


def unused(routed: RoutedPage, strip: Box | None) -> bool:
    """Tell whether a strip was kept for connectors and nothing came to stand in it."""
    if strip is None:
        return False
    boxes = [*(p.box for p in routed.pentagons), *(label.box for label in routed.labels)]
    return not any(box.top < strip.bottom and box.bottom > strip.top for box in boxes) and not any(
        strip.top <= y <= strip.bottom for path in routed.paths for _, y in path
    )


def _page_moved(page: RoutingPage, across: float, down: float) -> RoutingPage:
    top, bottom = page.top_strip, page.bottom_strip
    return replace(
        page,
        columns=tuple(round(x + across, 2) for x in page.columns),
        rows=tuple(round(y + down, 2) for y in page.rows),
        nodes=tuple(_node(node, across, down) for node in page.nodes),
        top_strip=_box(top, across, down) if top else None,
        bottom_strip=_box(bottom, across, down) if bottom else None,
    )


def _node(node: Node, across: float, down: float) -> Node:
    outside = tuple(_box(box, across, down) for box in node.outside)
    return replace(node, box=_box(node.box, across, down), outside=outside)


def _pentagon(pentagon: Pentagon, across: float, down: float) -> Pentagon:
    points = _points(pentagon.points, across, down)
    return replace(pentagon, points=points, box=_box(pentagon.box, across, down))


def _label(label: Label, across: float, down: float) -> Label:
    return replace(label, box=_box(label.box, across, down))


def _box(box: Box, across: float, down: float) -> Box:
    left, top, right, bottom = box
    return Box(
        round(left + across, 2),
        round(top + down, 2),
        round(right + across, 2),
        round(bottom + down, 2),
    )


def _points(points: tuple[Point, ...], across: float, down: float) -> tuple[Point, ...]:
    return tuple((round(x + across, 2), round(y + down, 2)) for x, y in points)
