"""Column widths: what the texts need, what symbols need, and who gives way first."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.charts import Row, lane, make_chart, random_chart
from sopdsl.layout import LayoutRequest, measures
from sopdsl.layout.columns import Grid, choose_columns
from sopdsl.layout.content import TEXT_COLUMNS, row_contents
from sopdsl.layout.text import widest_piece
from sopdsl.model.types import Chart
from sopdsl.paper import Margins, paper

REQUEST = LayoutRequest(paper("A4", "lanskap"), Margins(15, 12, 12, 15))
A4, F4 = (42.5, 807.9), (42.5, 901.4)


def grid(chart: Chart, sides: tuple[float, float] = A4) -> Grid:
    rows = [row_contents(step, REQUEST) for step in chart.steps]
    return choose_columns(chart, rows, REQUEST, sides)


def widths(of: Grid) -> dict[str, float]:
    return {column.key: column.right - column.left for column in of.columns}


@settings(max_examples=40)
@given(seed=st.integers(0, 10_000), lanes=st.integers(1, 20), rows=st.integers(1, 12))
def test_columns_fill_the_table_and_no_more(seed: int, lanes: int, rows: int) -> None:
    columns = grid(random_chart(seed, rows, lanes)).columns
    assert columns[0].left == A4[0]
    assert columns[-1].right == pytest.approx(A4[1], abs=0.05)
    for left, right in pairwise(columns):
        assert left.right == right.left
        assert left.right > left.left


@pytest.mark.parametrize(("seed", "lanes"), [(1, 3), (2, 6), (3, 9)])
def test_no_word_of_a_text_column_is_broken_where_there_is_room(seed: int, lanes: int) -> None:
    chart = random_chart(seed, 12, lanes)
    chosen = grid(chart)
    for step in chart.steps:
        for key, content in row_contents(step, REQUEST).items():
            room = widths(chosen)[key] - 2 * measures.PADDING
            for paragraph in content.paragraphs:
                assert widest_piece(paragraph.text, chosen.size) <= room + 0.01


def test_columns_stand_in_the_order_of_the_regulations_table() -> None:
    chart = make_chart([lane("a"), lane("b")], [Row("a"), Row("b")])
    keys = [column.key for column in grid(chart).columns]
    assert keys == ["no", "aktivitas", "a", "b", *TEXT_COLUMNS[1:]]


@pytest.mark.parametrize("lanes", [1, 2, 3, 5, 8])
def test_lanes_are_alike_and_neither_too_narrow_nor_too_wide(lanes: int) -> None:
    chart = make_chart([lane(f"p{n}") for n in range(lanes)], [Row(f"p{n}") for n in range(lanes)])
    found = {round(c.right - c.left, 1) for c in grid(chart).lanes}
    assert len(found) == 1
    assert measures.LANE_LEAST <= found.pop() <= measures.LANE_MOST


def test_a_long_activity_takes_its_room_from_the_lanes_first_and_type_shrinks_last() -> None:
    few = make_chart([lane("a")], [Row("a")])
    many = random_chart(5, 20, 15)
    assert grid(few).size == max(measures.TYPE_SIZES)
    assert grid(many).size == min(measures.TYPE_SIZES)
    assert measures.LANE_FLOOR <= grid(many, F4).lane_width < measures.LANE_MOST


def test_a_column_with_more_text_is_wider() -> None:
    text = "surat keputusan dan lampirannya beserta salinan yang sudah ditandatangani"
    inputs = make_chart([lane("a")], [Row("a", kelengkapan=[text], output=["surat"])] * 3)
    outputs = make_chart([lane("a")], [Row("a", kelengkapan=["surat"], output=[text])] * 3)
    assert widths(grid(inputs))["kelengkapan"] > widths(grid(outputs))["kelengkapan"]
    assert widths(grid(inputs))["output"] < widths(grid(outputs))["output"]


def test_lanes_nobody_could_read_are_reported() -> None:
    chart = make_chart([lane(f"p{n}") for n in range(40)], [Row(f"p{n}") for n in range(40)])
    assert grid(chart).cramped
    assert not grid(random_chart(1, 10, 15), F4).cramped
