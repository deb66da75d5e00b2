"""Page breaks: the program finds what trying every way finds."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sopdsl.layout import pagination
from sopdsl.layout.measures import STRIP
from sopdsl.layout.pagination import PageRange, PageRoom, break_pages

ROOM = PageRoom(first=180, other=200, footnotes=20)


def fits(
    start: int,
    end: int,
    heights: Sequence[float],
    arrows: Sequence[tuple[int, int]],
    room: PageRoom,
) -> bool:
    capacity = room.first if start == 0 else room.other
    if end == len(heights):
        capacity -= room.footnotes
    capacity -= STRIP * (any(a < start <= b < end for a, b in arrows))
    capacity -= STRIP * (any(start <= a < end <= b for a, b in arrows))
    return sum(heights[start:end]) <= capacity + 0.01


def cost(
    breaks: Sequence[int],
    heights: Sequence[float],
    arrows: Sequence[tuple[int, int]],
    room: PageRoom,
) -> float:
    total = 0.0
    for start, end in pairwise(breaks):
        if not fits(start, end, heights, arrows, room) and end - start > 1:
            return float("inf")
        capacity = room.first if start == 0 else room.other
        capacity -= room.footnotes * (end == len(heights))
        capacity -= STRIP * any(a < start <= b < end for a, b in arrows)
        capacity -= STRIP * any(start <= a < end <= b for a, b in arrows)
        slack = max(0.0, 1 - sum(heights[start:end]) / capacity)
        whole = sum(start <= a and b < end for a, b in arrows if a != b)
        weight = pagination._SLACK_LAST if end == len(heights) else pagination._SLACK
        total += pagination._PAGE - pagination._WHOLE_ARROW * whole + weight * slack * slack
    return total


def cuts(pages: Sequence[PageRange]) -> list[int]:
    return [page.start for page in pages] + [pages[-1].end]


@settings(max_examples=150)
@given(
    heights=st.lists(st.floats(20, 130), min_size=1, max_size=9),
    links=st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12),
    forced=st.sets(st.integers(1, 8), max_size=2),
)
def test_no_other_way_is_better(
    heights: list[float], links: list[tuple[int, int]], forced: set[int]
) -> None:
    last = len(heights) - 1
    arrows = [(min(a, b), max(a, b)) for a, b in links if max(a, b) <= last]
    arrows += [(row, row + 1) for row in range(last)]
    wanted = frozenset(row for row in forced if row <= last)
    pages = break_pages(heights, wanted, arrows, ROOM)
    assert wanted <= {page.start for page in pages}
    others = [
        [0, *inner, len(heights)]
        for size in range(len(heights))
        for inner in combinations(range(1, len(heights)), size)
        if wanted <= set(inner)
    ]
    best = min(cost(way, heights, arrows, ROOM) for way in others)
    assert cost(cuts(pages), heights, arrows, ROOM) <= best + 1e-6


def test_a_page_knows_which_sides_arrows_cross() -> None:
    first, second, third = break_pages([150, 150, 150], frozenset(), [(0, 2)], ROOM)
    assert (first.open_top, first.open_bottom) == (False, True)
    assert (second.open_top, second.open_bottom) == (False, False), "an arrow only passes it by"
    assert (third.open_top, third.open_bottom) == (True, False)


def test_a_row_taller_than_a_page_stands_alone_and_says_so() -> None:
    pages = break_pages([50, 900, 50], frozenset(), [], ROOM)
    assert [(page.start, page.end, page.overfull) for page in pages] == [
        (0, 1, False),
        (1, 2, True),
        (2, 3, False),
    ]


def test_a_break_goes_where_it_cuts_the_fewest_arrows() -> None:
    arrows = [(0, 1), (1, 2), (1, 2), (1, 2), (2, 3)]
    pages = break_pages([50, 50, 50, 50], frozenset(), arrows, PageRoom(190, 190, 0))
    assert all((page.start, page.end) not in {(0, 2), (2, 4)} for page in pages)
