"""Generated charts of several loads, read by the independent checker; and single rules by hand."""

from __future__ import annotations

import pytest

from layout.routing.faults import Figures, Reader
from layout.routing.generator import (
    NARROW,
    RICH,
    RICH_STRESS,
    STANDARD,
    STRESS,
    Load,
    document,
)
from sopdsl.layout.routing import route
from sopdsl.layout.routing.types import Box, Cut, Node, RoutedPage, RoutingPage, Wire
from sopdsl.model.types import SymbolKind

LOADS = {
    "standard": (STANDARD, ((6, 3), (6, 6), (30, 3), (30, 6), (30, 8)), 0.004, 0.70),
    "stress": (STRESS, ((30, 3), (30, 6), (30, 8)), 0.015, 0.80),
    "rich": (RICH, ((10, 4), (30, 6), (12, 15)), 0.05, 0.95),
    "rich stress": (RICH_STRESS, ((12, 8), (20, 5), (12, 12)), 0.08, 1.05),
    "narrow": (NARROW, ((12, 15),), 0.05, 0.95),
}


@pytest.mark.parametrize("name", LOADS)
def test_charts_are_drawn_by_the_rules_and_well(name: str) -> None:
    load, sizes, crossings, bends = LOADS[name]
    figures = Figures()
    for steps, lanes in sizes:
        for seed in range(4):
            figures.add(read(seed, steps, lanes, load))
    assert figures.crossings <= crossings * figures.arrows
    assert figures.bends <= bends * figures.arrows
    assert figures.near_tip == 0
    assert figures.crowded == 0


def read(seed: int, steps: int, lanes: int, load: Load) -> Figures:
    figures = Figures()
    for number, page in enumerate(document(seed, steps, lanes, load).pages):
        reader = Reader(page, route(page))
        assert not reader.faults(), (seed, steps, lanes, number, reader.faults())
        figures.add(reader.figures())
    return figures


def test_the_same_page_gives_the_same_answer() -> None:
    for page in document(5, 30, 8, RICH_STRESS).pages:
        assert route(page) == route(page)


def test_a_preview_keeps_the_rules_of_lines() -> None:
    for page in document(3, 30, 6, STANDARD).pages:
        faults = Reader(page, route(page, "quick")).faults()
        assert not faults


# --- single rules -------------------------------------------------------------------------------

LANE, ROW = 60.0, 50.0


def symbol(column: int, row: int, kind: SymbolKind = SymbolKind.PROSES) -> Node:
    x, y = LANE * (column + 0.5), ROW * (row + 0.5)
    return Node(kind, Box(x - 18, y - 13, x + 18, y + 13), column, row)


def page(
    nodes: list[Node], wires: list[Wire], lanes: int = 3, rows: int = 3, strips: bool = False
) -> RoutingPage:
    right, bottom = LANE * lanes, ROW * rows
    return RoutingPage(
        tuple(LANE * i for i in range(lanes + 1)),
        tuple(ROW * i for i in range(rows + 1)),
        tuple(nodes),
        tuple(wires),
        Box(0, -26, right, 0) if strips else None,
        Box(0, bottom, right, bottom + 26) if strips else None,
        6.5,
    )


def answer(asked: RoutingPage) -> RoutedPage:
    found = route(asked)
    assert not Reader(asked, found).faults()
    return found


def test_straight_where_straight_is_possible() -> None:
    found = answer(page([symbol(0, 0), symbol(0, 1), symbol(2, 1)], [Wire(0, 1), Wire(1, 2)]))
    assert found.paths == (((30, 38), (30, 62)), ((48, 75), (132, 75)))


def test_an_arrow_to_another_lane_leaves_sideways_and_enters_above() -> None:
    found = answer(page([symbol(0, 0), symbol(2, 1)], [Wire(0, 1, main=True)]))
    assert found.paths == (((48, 25), (150, 25), (150, 62)),)


def test_a_loop_rises_at_the_free_side_and_keeps_its_label_at_the_decision() -> None:
    nodes = [symbol(1, 0), symbol(1, 1), symbol(1, 2, SymbolKind.KEPUTUSAN)]
    wires = [Wire(0, 1, main=True), Wire(1, 2, main=True), Wire(2, 0, label="Tidak", backward=True)]
    found = answer(page(nodes, wires))
    assert len(found.paths[2]) == 4
    assert found.paths[2][0][1] == found.paths[2][1][1] == 125
    (label,) = found.labels
    assert 100 < label.box.top < 150


def test_a_tie_runs_around_a_symbol_that_stands_between() -> None:
    nodes = [symbol(0, 0), symbol(1, 0), symbol(2, 0)]
    found = answer(page(nodes, [Wire(0, 2, "join")]))
    assert len(found.paths[0]) == 4


def test_stacked_symbols_are_tied_by_a_short_straight_arrow() -> None:
    upper = Node(SymbolKind.MULAI, Box(12, 5, 48, 20), 0, 0)
    lower = Node(SymbolKind.PROSES, Box(12, 31, 48, 46), 0, 0)
    found = answer(page([upper, lower, symbol(0, 1)], [Wire(0, 1), Wire(1, 2, main=True)]))
    assert found.paths[0] == ((30, 20), (30, 31))
    assert len(found.paths[1]) == 2


def test_a_line_back_to_its_own_symbol() -> None:
    found = answer(page([symbol(1, 1)], [Wire(0, 0, backward=True)]))
    assert found.paths[0][-1] == (90, 62)
    assert len(found.paths[0]) == 5


def test_two_lines_between_the_same_symbols_are_two_lines() -> None:
    nodes = [symbol(0, 0, SymbolKind.KEPUTUSAN), symbol(0, 1)]
    found = answer(page(nodes, [Wire(0, 1, label="Ya", main=True), Wire(0, 1, label="Tidak")]))
    assert found.paths[0][0] != found.paths[1][0]
    assert found.paths[0][-1] != found.paths[1][-1]


def test_the_main_flow_is_cut_in_the_strip_and_a_loop_beside_its_symbol() -> None:
    nodes = [symbol(0, 0), symbol(0, 1), symbol(0, 2, SymbolKind.KEPUTUSAN)]
    wires = [
        Wire(Cut("A", False), 0, main=True),
        Wire(0, 1, main=True),
        Wire(1, 2, main=True),
        Wire(2, Cut("B", True), label="Ya", main=True),
        Wire(2, Cut("C", False), label="Tidak", backward=True),
    ]
    found = answer(page(nodes, wires, strips=True))
    boxes = {pentagon.letter: pentagon.box for pentagon in found.pentagons}
    assert boxes["A"].bottom < 0
    assert boxes["B"].top > 150
    assert 100 < boxes["C"].top < boxes["C"].bottom < 150
    assert [len(found.paths[i]) for i in (0, 3, 4)] == [2, 2, 2]


def test_twenty_symbols_in_one_row() -> None:
    nodes = [symbol(column, 0) for column in range(20)]
    wires = [Wire(i, i + 1, "join") for i in range(19)]
    found = answer(page(nodes, wires, lanes=20, rows=1))
    assert all(len(path) == 2 for path in found.paths)


def test_a_long_label_is_broken_only_between_words() -> None:
    nodes = [symbol(0, 0, SymbolKind.KEPUTUSAN), symbol(0, 1)]
    wires = [
        Wire(0, 1, label="Disetujui tanpa perbaikan", main=True),
        Wire(0, Cut("A", False), label="Tidak memenuhi syarat", backward=True),
    ]
    found = answer(page(nodes, wires, lanes=2, strips=True))
    assert [" ".join(label.lines) for label in found.labels] == [wire.label for wire in wires]


# --- the checker itself -------------------------------------------------------------------------

SPOILT = {
    "askew": ((30, 38), (40, 62)),
    "not at": ((30, 38), (30, 50)),
    "through": ((48, 25), (150, 25), (150, 75), (48, 75)),
    "leaves the lanes": ((12, 25), (-9, 25), (-9, 75), (12, 75)),
    "along a table line": ((30, 38), (30, 50), (90, 50), (90, 60), (30, 60), (30, 62)),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_the_checker_finds_a_bad_line(fault: str) -> None:
    asked = page([symbol(0, 0), symbol(0, 1), symbol(2, 0)], [Wire(0, 1)])
    faults = Reader(asked, RoutedPage((SPOILT[fault],), (), ())).faults()
    assert any(fault in found for found in faults), faults


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        (((30, 38), (30, 45), (150, 45), (150, 38)), "share a line"),
        (((48, 25), (60, 25), (60, 50), (30, 50)), "lies on"),
    ],
)
def test_the_checker_finds_lines_that_meet(
    second: tuple[tuple[float, float], ...], fault: str
) -> None:
    asked = page([symbol(0, 0), symbol(0, 1), symbol(2, 0)], [Wire(0, 1), Wire(0, 2, label="x")])
    faults = Reader(asked, RoutedPage((((30, 38), (30, 62)), second), (), ())).faults()
    assert any(fault in found for found in faults), faults


def test_the_checker_counts_crossings_and_bends() -> None:
    asked = page([symbol(0, 0), symbol(0, 2), symbol(1, 1)], [Wire(0, 1), Wire(2, 2)])
    paths = (((30, 38), (30, 112)), ((72, 75), (20, 75), (20, 100), (72, 100)))
    figures = Reader(asked, RoutedPage(paths, (), ())).figures()
    assert (figures.arrows, figures.crossings, figures.bends) == (2, 2, 2)


def test_the_checker_misses_a_label() -> None:
    nodes = [symbol(0, 0, SymbolKind.KEPUTUSAN), symbol(0, 1)]
    asked = page(nodes, [Wire(0, 1, label="Ya")])
    faults = Reader(asked, RoutedPage((((30, 38), (30, 62)),), (), ())).faults()
    assert faults == ["label of wire 0 is missing"]
