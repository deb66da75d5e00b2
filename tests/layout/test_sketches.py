"""Layouts as letter grids: one file a chart, so that a change of layout is read in a diff."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from harness import goldens
from harness.charts import (
    BOX,
    DIAMOND,
    END,
    START,
    Row,
    lane,
    make_chart,
    regulation_example,
    with_title,
)
from harness.sketch import sketch
from sopdsl.layout import LayoutRequest, lay_out
from sopdsl.model.types import Chart, TieKind
from sopdsl.paper import Margins, paper

HERE = Path(__file__).parent / "sketches"
A4 = LayoutRequest(paper("A4", "lanskap"), Margins(15, 12, 12, 15))


def several_actors() -> Chart:
    """Ties of every kind, two symbols in a cell, own texts, a question, a time that goes on."""
    lanes = [
        lane("ketua", "Ketua", "Tim"),
        lane("anggota", "Anggota", "Tim"),
        lane("kabag", "Kabag Umum"),
    ]
    rows = [
        Row("ketua", "Memulai", (START, BOX), waktu="1 bulan"),
        Row(["ketua", "anggota"], "Menyusun", tie=TieKind.HANDOVER, text="Jadwal"),
        Row(["anggota", "kabag"], "Membahas", tie=TieKind.TOGETHER, waktu="sama", same=True),
        Row("kabag", "Menilai", (DIAMOND,), to=[(5, "Ya"), (2, "Tidak")], question="Layak?"),
        Row(["kabag", "ketua"], "Menutup", (END,), TieKind.TWO_WAY),
    ]
    return with_title(make_chart(lanes, rows), "Bagan Penilaian")


def two_pages() -> Chart:
    """A forced page break that cuts the main flow, a skip and a loop."""
    lanes = [lane("a", "Kepala"), lane("b", "Staf")]
    rows = [
        Row("a", kinds=(START,)),
        Row("b", kinds=(DIAMOND,), to=[(3, "Ya"), (4, "Tidak")]),
        Row("a", break_before=True),
        Row("b", kinds=(DIAMOND,), to=[(5, "Ya"), (1, "Tidak")]),
        Row("a", kinds=(END,)),
    ]
    return make_chart(lanes, rows, footnotes=["*) catatan kaki"])


@pytest.mark.parametrize("chart", [regulation_example, several_actors, two_pages])
def test_sketch(chart: Callable[[], Chart]) -> None:
    pages = lay_out(chart(), A4).pages
    text = "\n".join(f"page {page.number}\n{sketch(page)}" for page in pages)
    goldens.compare(text, HERE / f"{chart.__name__}.txt")
