"""Routes are found once: what did not change is not routed again, and all else stays as it was."""

from __future__ import annotations

from dataclasses import replace

from harness.charts import BOX, DIAMOND, END, START, Row, lane, make_chart, random_chart, with_title
from harness.faults import faults
from sopdsl.layout import LayoutRequest, RouteMemo, lay_out
from sopdsl.layout.types import ChartLayout
from sopdsl.model.types import Chart
from sopdsl.paper import Margins, paper

A4 = LayoutRequest(paper("A4", "lanskap"), Margins(15, 12, 12, 15))


def rewritten(chart: Chart, row: int, activity: str) -> Chart:
    """Return the chart with another text in one row."""
    steps = list(chart.steps)
    steps[row - 1] = replace(steps[row - 1], activity=activity)
    return replace(chart, steps=tuple(steps))


def heights(layout: ChartLayout) -> list[list[tuple[str, float]]]:
    """Return the rows of each page with their heights."""
    return [
        [(c.row, round(c.box.bottom - c.box.top, 2)) for c in page.cells if c.column == "no"]
        for page in layout.pages
    ]


def test_a_memo_changes_nothing_but_the_time() -> None:
    chart = random_chart(11, 30, 5)
    memo = RouteMemo()
    first = lay_out(chart, A4, memo)
    assert first == lay_out(chart, A4)
    assert memo.routed == len(first.pages) > 2
    assert lay_out(chart, A4, memo) == first
    assert memo.routed == len(first.pages)


def test_a_new_wording_of_the_same_size_routes_nothing_again() -> None:
    chart = random_chart(11, 30, 5)
    memo = RouteMemo()
    lay_out(chart, A4, memo)
    routed = memo.routed
    third = next(s for s in chart.steps if lay_out(chart, A4).page_of[s.id] == 3)
    other = rewritten(chart, third.row, third.activity[::-1])
    assert lay_out(other, A4, memo) == lay_out(other, A4)
    assert memo.routed == routed


def test_a_longer_text_on_the_third_page_routes_that_page_alone() -> None:
    chart = random_chart(14, 30, 5)
    before = lay_out(chart, A4)
    third = [step for step in chart.steps if before.page_of[step.id] == 3][1]
    longer = rewritten(chart, third.row, third.activity + " dan melaporkan hasilnya")
    after = lay_out(longer, A4)
    changed = [one != other for one, other in zip(heights(before), heights(after), strict=True)]
    assert changed == [False, False, True, False], "else this chart does not show what it should"
    memo = RouteMemo()
    lay_out(chart, A4, memo)
    routed = memo.routed
    assert lay_out(longer, A4, memo) == after
    assert memo.routed - routed == 1


def test_a_page_whose_table_only_moved_is_known() -> None:
    chart = random_chart(3, 8, 4)
    memo = RouteMemo()
    lay_out(chart, A4, memo)
    titled = lay_out(with_title(chart, "Bagan Penyusunan"), A4, memo)
    assert memo.routed == 1
    assert faults(titled, chart) == []


def test_a_memo_forgets_what_was_not_used_for_longest() -> None:
    memo = RouteMemo(most=2)
    charts = [random_chart(seed, 4, 3) for seed in (1, 2, 3)]
    for chart in (charts[0], charts[1], charts[0], charts[2]):
        lay_out(chart, A4, memo)
    assert memo.routed == 3
    lay_out(charts[0], A4, memo)
    assert memo.routed == 3
    lay_out(charts[1], A4, memo)
    assert memo.routed == 4


def test_quick_routes_are_whole_routes() -> None:
    chart = random_chart(5, 20, 6)
    quick = lay_out(chart, replace(A4, effort="quick"))
    assert [p.cells for p in quick.pages] == [p.cells for p in lay_out(chart, A4).pages]
    assert [f for f in faults(quick, chart) if "has no way" in f or "arrow" in f] == []


def test_a_strip_in_which_no_connector_stands_is_not_drawn() -> None:
    lanes = [lane("a", "Kepala"), lane("b", "Staf")]
    rows = [
        Row("a", kinds=(START,)),
        Row("a", kinds=(DIAMOND,), to=[(3, "Ya"), (4, "Tidak")]),
        Row("a", kinds=(END,)),
        Row("b", kinds=(BOX,), break_before=True),
        Row("b", kinds=(END,)),
    ]
    chart = make_chart(lanes, rows)
    layout = lay_out(chart, A4)
    assert faults(layout, chart) == []
    assert [len(page.routed.pentagons) for page in layout.pages] == [1, 1]
    strips = {cell.row for page in layout.pages for cell in page.cells} & {"atas", "bawah"}
    assert strips == set()


def test_no_page_holds_only_the_rest_of_a_long_text() -> None:
    words = "Menyusun laporan pelaksanaan kegiatan. "
    for count in (260, 300, 340):
        rows = [Row("a", kinds=(START,)), Row("b", words * count), Row("a"), Row("b", kinds=(END,))]
        chart = make_chart([lane("a"), lane("b")], rows)
        layout = lay_out(chart, A4)
        assert faults(layout, chart) == []
        assert all(page.symbols for page in layout.pages), count
        assert len(layout.pages) > 1
