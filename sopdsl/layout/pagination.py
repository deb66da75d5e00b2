"""Where the pages break: exactly the best of all ways, by dynamic programming over the rows.

In the spirit of Knuth and Plass for paragraphs: of all sequences of pages that fit, the one with
the fewest pages; among those, the one that keeps most arrows whole; among those, the one whose
pages are filled most evenly. An arrow is whole on exactly one page or on none, so counting the
whole ones counts each cut one once, however many pages it jumps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sopdsl.layout import measures

_PAGE = 1000.0
_WHOLE_ARROW = 12.0
_SLACK = 60.0
_SLACK_LAST = 5.0  # the last page may end early
_BARE = 2000.0  # a page on which nothing happens, only a long text goes on


@dataclass(frozen=True, slots=True)
class PageRoom:
    """The heights, in points, that rows may fill."""

    first: float  # the chart's title takes some of the first page
    other: float
    footnotes: float  # what the footnotes take of the last page


@dataclass(frozen=True, slots=True)
class PageRange:
    """The slices ``start`` up to, not including, ``end``, and which sides arrows cross."""

    start: int
    end: int
    open_top: bool
    open_bottom: bool
    overfull: bool = False


@dataclass(frozen=True, slots=True)
class _Ends:
    """Arrows by slice: the lower ends of those that begin there, and how many end there."""

    lower_of: list[list[int]]
    arriving: list[int]


def break_pages(
    heights: Sequence[float],
    forced: frozenset[int],
    arrows: Sequence[tuple[int, int]],
    room: PageRoom,
    bare: frozenset[int] = frozenset(),
) -> tuple[PageRange, ...]:
    """Return the pages.

    Args:
        heights: of the slices, in order.
        forced: slices that must begin a page.
        arrows: the slices that each arrow joins, the upper one first.
        room: heights available.
        bare: slices without symbols; no page should hold nothing else.
    """
    ends = _Ends([[] for _ in heights], [0 for _ in heights])
    for upper, lower in arrows:
        if upper != lower:
            ends.lower_of[upper].append(lower)
            ends.arriving[lower] += 1
    best: list[tuple[float, PageRange | None]] = [(0.0, None)]
    for _ in heights:
        best.append(_best_ending(best, heights, ends, forced=forced, room=room, bare=bare))
    pages: list[PageRange] = []
    at = len(heights)
    while at > 0:
        page = best[at][1]
        assert page is not None  # every slice ends some page, if need be an overfull one
        pages.append(page)
        at = page.start
    return tuple(reversed(pages))


def _best_ending(
    best: Sequence[tuple[float, PageRange | None]],
    heights: Sequence[float],
    ends: _Ends,
    *,
    forced: frozenset[int],
    room: PageRoom,
    bare: frozenset[int],
) -> tuple[float, PageRange | None]:
    """Return the least cost of one row more than ``best`` knows, and the last of its pages."""
    end = len(best)
    found: tuple[float, PageRange | None] = (float("inf"), None)
    used, whole, from_above, to_below = 0.0, 0, 0, 0
    empty = True
    for start in range(end - 1, -1, -1):
        used += heights[start]
        empty = empty and start in bare
        for lower in ends.lower_of[start]:
            if lower < end:
                whole += 1
                from_above -= 1  # counted when its lower end came in
            else:
                to_below += 1
        from_above += ends.arriving[start]
        last = end == len(heights)
        capacity = room.first if start == 0 else room.other
        if last:
            capacity -= room.footnotes
        if from_above:
            capacity -= measures.STRIP
        if to_below:
            capacity -= measures.STRIP
        overfull = used > capacity + 0.01
        if overfull and start < end - 1:
            break
        slack = max(0.0, 1 - used / capacity) if capacity > 0 else 0.0
        cost = best[start][0] + _PAGE - _WHOLE_ARROW * whole
        cost += (_SLACK_LAST if last else _SLACK) * slack * slack + _BARE * empty
        if cost < found[0]:
            found = cost, PageRange(start, end, from_above > 0, to_below > 0, overfull)
        if start in forced:
            break
    return found
