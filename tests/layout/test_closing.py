"""Beneath a chart: times under their lanes, footnotes, a legend, all on the paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from harness.charts import random_chart, regulation_example
from harness.faults import faults, ink
from sopdsl.drawing import draw
from sopdsl.drawing.items import Group, Polygon, Rect, Text
from sopdsl.layout import LayoutRequest, Totals, lay_out
from sopdsl.layout.types import PlacedPage
from sopdsl.model.types import Chart
from sopdsl.paper import Margins, Orientation, paper

LONG = "12\xa0hari 7\xa0jam 46\xa0menit – 18\xa0hari 7\xa0jam 16\xa0menit"


def request(chart: Chart, size: str = "A4", way: Orientation = "lanskap") -> LayoutRequest:
    times = {lane.id: LONG for lane in chart.lanes}
    totals = Totals("Jumlah waktu", times, "Seluruh langkah", LONG, "Tiap langkah sekali. " * 12)
    return LayoutRequest(paper(size, way), Margins(15, 12, 12, 15), totals=totals, legend=True)


def strip(page: PlacedPage) -> list[str]:
    return [cell.column for cell in page.times]


@pytest.mark.parametrize("way", ["lanskap", "potret"])
@pytest.mark.parametrize("size", ["A4", "F4"])
@pytest.mark.parametrize("seed", range(4))
def test_it_stands_on_the_last_page_and_breaks_nothing(
    size: str, way: Orientation, seed: int
) -> None:
    chart = random_chart(seed, (6, 14, 22, 30)[seed], (3, 5, 7, 4)[seed])
    chart = replace(chart, footnotes=("Catatan satu", "Catatan dua"))
    layout = lay_out(chart, request(chart, size, way))
    assert faults(layout, chart) == []
    *others, last = layout.pages
    assert not any(page.legend or strip(page) for page in others)
    assert strip(last) == ["aktivitas", *(lane.id for lane in chart.lanes), "kelengkapan", "waktu"]
    assert last.legend is not None
    lowest = max(ink(text).bottom for text in last.captions)
    assert lowest < last.legend[1] - 9, "words, footnotes, then the legend"
    assert last.legend[1] < last.footer[1] - last.footer_size
    for cell in last.times:
        assert cell.box.top > last.frame.bottom
        for text in cell.texts:
            box = ink(text)
            assert box.left >= cell.box.left
            assert box.right <= cell.box.right
            assert cell.box.top < box.top < box.bottom < cell.box.bottom
            assert not any(line.endswith("\xa0") for line in text.lines)


def test_times_stand_under_their_lanes() -> None:
    chart = regulation_example()
    (page,) = lay_out(chart, request(chart)).pages
    heads = {cell.lane: cell.box for cell in page.cells if cell.head and cell.lane}
    times = {cell.lane: cell.box for cell in page.times if cell.lane}
    assert {lane: (box.left, box.right) for lane, box in times.items()} == {
        lane: (box.left, box.right) for lane, box in heads.items()
    }


def test_nothing_of_it_without_being_asked() -> None:
    chart = regulation_example()
    (page,) = lay_out(chart, replace(request(chart), totals=None, legend=False)).pages
    assert strip(page) == []
    assert page.legend is None


def test_the_legend_shows_five_samples_that_are_no_steps() -> None:
    chart = regulation_example()
    (page,) = lay_out(chart, request(chart)).pages
    drawing = draw(page, chart, pages=1, footer="", title="Bagan")
    (group,) = [i for i in drawing.items if isinstance(i, Group) and i.role == "sop-legend"]
    words = [text.lines[0] for text in group.items if isinstance(text, Text)]
    assert words == [
        "Mulai/selesai",
        "Proses",
        "Keputusan",
        "Arah alur",
        "Penghubung antarhalaman",
    ]
    shapes = [item for item in group.items if isinstance(item, Rect | Polygon)]
    assert {shape.role for shape in shapes} == {"sop-key", "sop-key-head"}
    assert [len(shape.points) for shape in shapes if isinstance(shape, Polygon)] == [4, 3, 5]
