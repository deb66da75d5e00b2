"""Whatever the page, every wire gets an orthogonal line, and nothing raises."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopdsl.layout.routing import route
from sopdsl.layout.routing.types import Box, Cut, Node, RoutedPage, RoutingPage, Wire
from sopdsl.model.types import SymbolKind

LABELS = (
    "",
    "",
    "Ya",
    "Tidak",
    "Tidak disetujui",
    "Disetujui tanpa perbaikan",
    "x" * 80,
    "a b " * 20,
)
NAMES = ("A", "Z", "AB", "KONEKTOR-PANJANG", "")


@st.composite
def pages(draw: st.DrawFn) -> RoutingPage:
    """Pages that no table layout would make: narrow, crowded, overlapping, half described."""
    lanes = draw(st.integers(1, 5))
    rows = draw(st.integers(1, 5))
    width = draw(st.sampled_from([12.0, 34.0, 46.0, 76.0]))
    heights = draw(
        st.lists(st.sampled_from([15.0, 34.0, 50.0, 200.0]), min_size=rows, max_size=rows)
    )
    top = draw(st.sampled_from([None, 8.0, 26.0]))
    bottom = draw(st.sampled_from([None, 8.0, 26.0]))
    columns = tuple(100.0 + width * i for i in range(lanes + 1))
    borders = [100.0 + (top or 0.0)]
    for height in heights:
        borders.append(borders[-1] + height)
    nodes = []
    for _ in range(draw(st.integers(0, 8))):
        column, row = draw(st.integers(0, lanes - 1)), draw(st.integers(0, rows - 1))
        x = (columns[column] + columns[column + 1]) / 2 + draw(
            st.sampled_from([0.0, 0.0, 0.7, -3.0])
        )
        y = (borders[row] + borders[row + 1]) / 2 + draw(
            st.sampled_from([0.0, 0.0, 0.4, 6.0, -9.0])
        )
        half = width * draw(st.sampled_from([0.1, 0.25, 0.5]))
        tall = draw(st.sampled_from([3.0, 11.0, 14.0]))
        box = Box(x - half, y - tall, x + half, y + tall)
        text = (Box(x - half, y - tall - 8, x + half, y - tall - 1),) if draw(st.booleans()) else ()
        nodes.append(Node(draw(st.sampled_from(SymbolKind)), box, column, row, text))
    end = st.one_of(
        st.integers(-1, len(nodes)),
        st.builds(Cut, st.sampled_from(NAMES), st.booleans(), st.sampled_from(["", "hal. 12"])),
    )
    wire = st.builds(
        Wire,
        end,
        end,
        st.sampled_from(["arrow", "arrow", "arrow", "two-way", "join"]),
        st.sampled_from(LABELS),
        st.booleans(),
        st.booleans(),
    )
    wires = draw(st.lists(wire, max_size=8))
    return RoutingPage(
        columns,
        tuple(borders),
        tuple(nodes),
        tuple(wires),
        Box(columns[0], 100.0, columns[-1], borders[0]) if top else None,
        Box(columns[0], borders[-1], columns[-1], borders[-1] + bottom) if bottom else None,
        6.5,
        draw(st.integers(0, 3)),
    )


def assert_answered(page: RoutingPage, answer: RoutedPage) -> None:
    assert len(answer.paths) == len(page.wires)
    for path, wire in zip(answer.paths, page.wires, strict=True):
        ends = [e for e in (wire.source, wire.target) if isinstance(e, int)]
        if len(ends) == 0 or not all(0 <= e < len(page.nodes) for e in ends):
            continue
        assert len(path) >= 2
        for (x1, y1), (x2, y2) in pairwise(path):
            assert abs(x1 - x2) < 0.3 or abs(y1 - y2) < 0.3
        for end, (x, y) in ((wire.source, path[0]), (wire.target, path[-1])):
            if isinstance(end, int):
                left, top, right, bottom = page.nodes[end].box
                assert left - 0.3 <= x <= right + 0.3
                assert top - 0.3 <= y <= bottom + 0.3
    cuts = {
        at
        for at, wire in enumerate(page.wires)
        if isinstance(wire.source, Cut) != isinstance(wire.target, Cut)
        and all(isinstance(e, Cut) or 0 <= e < len(page.nodes) for e in (wire.source, wire.target))
    }
    assert {p.wire for p in answer.pentagons} == cuts
    assert all(len(p.points) == 5 for p in answer.pentagons)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pages())
def test_any_page_gets_an_answer(page: RoutingPage) -> None:
    answer = route(page)
    assert_answered(page, answer)
    assert route(page) == answer


@pytest.mark.parametrize("effort", ["quick", "full"])
def test_an_empty_page(effort: str) -> None:
    page = RoutingPage((0.0, 50.0), (0.0, 50.0), (), (), None, None, 6.5)
    assert route(page, "quick" if effort == "quick" else "full") == RoutedPage((), (), ())
