"""Whole charts laid out: nothing lost, nothing outside its place, whatever the chart holds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness.charts import (
    BOX,
    DIAMOND,
    END,
    START,
    Row,
    lane,
    make_chart,
    random_chart,
    regulation_example,
)
from harness.faults import faults, fill
from sopdsl.layout import LayoutRequest, ReferenceText, lay_out
from sopdsl.layout.types import ChartLayout
from sopdsl.model.types import Chart, TieKind
from sopdsl.paper import Margins, paper

MARGINS = Margins(15, 12, 12, 15)
A4 = LayoutRequest(paper("A4", "lanskap"), MARGINS)
F4 = LayoutRequest(paper("F4", "lanskap"), MARGINS)
LANES = [lane("a", "Kepala Bagian"), lane("b", "Staf"), lane("c", "Bendahara")]


def laid_out(chart: Chart, request: LayoutRequest = A4) -> ChartLayout:
    """Lay a chart out and insist that nothing is wrong with it."""
    layout = lay_out(chart, request)
    assert faults(layout, chart) == []
    return layout


def printed(layout: ChartLayout, row: str, column: str) -> list[str]:
    """Return the lines of a cell, page after page."""
    cells = [c for page in layout.pages for c in page.cells if (c.row, c.column) == (row, column)]
    return [line for cell in cells for text in cell.texts for line in text.lines]


# --- properties ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seed", "rows", "lanes", "request_"),
    [
        (1, 3, 2, A4),
        (2, 8, 3, A4),
        (3, 14, 6, A4),
        (4, 30, 4, A4),
        (5, 12, 10, A4),
        (6, 20, 15, F4),
        (7, 60, 8, F4),
    ],
)
def test_random_charts_are_laid_out_without_fault(
    seed: int, rows: int, lanes: int, request_: LayoutRequest
) -> None:
    laid_out(random_chart(seed, rows, lanes), request_)


WORD = st.text(alphabet=st.characters(codec="utf-8"), max_size=25)
SENTENCE = st.one_of(WORD, st.text(alphabet="abcdefg uiom\n-/", max_size=300))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(data=st.data())
def test_any_text_in_any_place_stays_in_its_place(data: st.DataObject) -> None:
    rows = [
        Row(
            data.draw(st.sampled_from(["a", "b", ("a", "c"), ("c", "b", "a")])),
            data.draw(SENTENCE),
            data.draw(st.sampled_from([(BOX,), (DIAMOND,), (START, BOX), (BOX, DIAMOND), (END,)])),
            data.draw(st.sampled_from(list(TieKind))),
            kelengkapan=data.draw(st.lists(SENTENCE, max_size=3)),
            waktu=data.draw(WORD),
            output=data.draw(st.lists(WORD, max_size=2)),
            remarks=[text for text in data.draw(st.lists(WORD, max_size=2)) if text[:1] != "@"],
            text=data.draw(WORD),
            question=data.draw(WORD),
            optional=data.draw(st.booleans()),
            connector=data.draw(st.sampled_from(["", "A", "Z9"])),
            break_before=data.draw(st.booleans()),
            same=data.draw(st.booleans()),
        )
        for _ in range(data.draw(st.integers(1, 4)))
    ]
    titles = [
        lane(name, data.draw(WORD), data.draw(st.sampled_from([None, "Unit"]))) for name in "abc"
    ]
    chart = make_chart(titles, rows, title=data.draw(WORD), footnotes=[data.draw(SENTENCE)])
    layout = lay_out(chart, A4)
    assert [fault for fault in faults(layout, chart) if "has no way" not in fault] == []


def test_the_same_chart_gives_the_same_pages() -> None:
    chart = random_chart(9, 12, 4)
    assert lay_out(chart, A4) == lay_out(chart, A4)


def test_pages_are_well_filled() -> None:
    filled = fill(laid_out(random_chart(11, 40, 4)))
    assert min(filled[:-1]) > 0.65
    assert sum(filled[:-1]) / len(filled[:-1]) > 0.72


# --- cells --------------------------------------------------------------------------------------


def test_several_documents_in_one_cell_are_numbered_and_one_is_not() -> None:
    chart = make_chart(LANES, [Row("a", kelengkapan=["Konsep", "Kuitansi"], output=["Surat"])])
    layout = laid_out(chart)
    assert printed(layout, "1", "kelengkapan") == ["1.", "Konsep", "2.", "Kuitansi"]
    assert printed(layout, "1", "output") == ["Surat"]


def test_an_optional_step_says_so_once() -> None:
    said = "Meminta saran apabila diperlukan"
    rows = [Row("a", "Meminta saran", optional=True), Row("a", said, optional=True)]
    layout = laid_out(make_chart(LANES, rows))
    assert " ".join(printed(layout, "1", "aktivitas")) == "Meminta saran (apabila diperlukan)"
    assert " ".join(printed(layout, "2", "aktivitas")) == said


def test_a_reference_prints_the_other_sops_title_and_leads_there() -> None:
    chart = make_chart(LANES, [Row("a", remarks=["@penomoran-sop", "@tak-dikenal", "segera"])])
    known = {"penomoran-sop": ReferenceText("SOP Penomoran SOP", "penomoran-sop.html")}
    layout = laid_out(chart, replace(A4, references=known))
    (cell,) = [c for c in layout.pages[0].cells if (c.row, c.column) == ("1", "keterangan")]
    assert [(" ".join(t.lines), t.href) for t in cell.texts] == [
        ("SOP Penomoran SOP", "penomoran-sop.html"),
        ("tak-dikenal", ""),
        ("segera", ""),
    ]


def test_a_time_that_goes_on_shares_the_cell_above() -> None:
    rows = [Row("a", waktu="2 hari"), Row("b", waktu="sama", same=True), Row("a", waktu="1 jam")]
    layout = laid_out(make_chart(LANES, rows))
    times = [c for c in layout.pages[0].cells if c.column == "waktu" and not c.head]
    assert [(c.row, c.texts[0].lines) for c in times] == [("1", ("2 hari",)), ("3", ("1 jam",))]
    numbers = [c for c in layout.pages[0].cells if c.column == "no" and not c.head]
    assert times[0].box.bottom == numbers[1].box.bottom


def test_a_time_that_goes_on_over_a_page_break_is_said_again() -> None:
    rows = [Row("a", waktu="2 hari"), Row("b", waktu="sama", same=True, break_before=True)]
    layout = laid_out(make_chart(LANES, rows))
    assert printed(layout, "2", "waktu") == ["2 hari"]


def test_a_profile_has_its_own_words() -> None:
    labels = {"aktivitas": "Uraian Prosedur", "no": "No."}
    layout = laid_out(regulation_example(), replace(A4, labels=labels))
    assert printed(layout, "kepala-1", "aktivitas") == ["Uraian Prosedur"]
    assert printed(layout, "kepala-1", "mutu-baku") == ["Mutu Baku"]


def test_grouped_lanes_stand_under_one_heading() -> None:
    lanes = [lane("a", "A", "Penerima"), lane("b", "B", "Penerima"), lane("c", "C")]
    layout = laid_out(make_chart(lanes, [Row("a"), Row("b"), Row("c")]))
    head = {c.column: c for c in layout.pages[0].cells if c.head}
    assert head["kelompok-1"].texts[0].lines == ("Penerima",)
    assert head["kelompok-1"].box.left == head["a"].box.left
    assert head["kelompok-1"].box.right == head["b"].box.right
    assert head["c"].box.top == head["kelompok-1"].box.top, "a lane without a group spans both"


# --- type and columns ---------------------------------------------------------------------------


def test_a_short_chart_is_set_in_bigger_type_than_a_long_one() -> None:
    short = laid_out(regulation_example()).pages[0].cells[-1].texts
    long = laid_out(random_chart(3, 30, 5)).pages[0]
    body = [t.size for c in long.cells if not c.head for t in c.texts]
    assert {t.size for t in short} <= {9.0}
    assert max(body) <= 8.0


def test_a_forced_page_break_does_not_make_type_smaller() -> None:
    rows = [Row("a", kinds=(START,)), Row("b", break_before=True), Row("a", kinds=(END,))]
    for page in laid_out(make_chart(LANES, rows)).pages:
        assert {t.size for c in page.cells for t in c.texts} == {9.0}


def test_long_texts_take_room_from_the_lanes_where_that_saves_a_page() -> None:
    text = "Menyusun konsep surat keputusan beserta seluruh lampirannya sesuai ketentuan " * 3
    rows = [Row("abc"[n % 3], text) for n in range(12)]
    layout = laid_out(make_chart(LANES, rows))
    widths = {c.box.right - c.box.left for c in layout.pages[0].cells if c.lane}
    assert max(widths) < 50, "few lanes stand 76 points wide where texts are short"
    assert len(layout.pages) == 1


def test_fifteen_lanes_fit_f4_without_breaking_a_usual_word() -> None:
    titles = ["Kepala Bagian Umum", "Pejabat Pembuat Komitmen", "Staf"]
    lanes = [lane(f"p{n}", titles[n % 3]) for n in range(15)]
    rows = [Row(f"p{n}", "Menyampaikan laporan pelaksanaan") for n in range(15)]
    layout = laid_out(make_chart(lanes, rows), F4)
    heads = [t for c in layout.pages[0].cells if c.head for t in c.texts]
    assert not any(line.endswith("-") for t in heads for line in t.lines)
    assert layout.findings == ()


def test_too_many_lanes_are_drawn_all_the_same_and_named() -> None:
    lanes = [lane(f"p{n}") for n in range(40)]
    chart = make_chart(lanes, [Row(f"p{n}") for n in range(40)])
    layout = lay_out(chart, A4)
    assert sum(len(page.symbols) for page in layout.pages) == 40
    assert "page-overflow" in {finding.rule for finding in layout.findings}


# --- pages --------------------------------------------------------------------------------------


def test_halaman_forces_a_page_and_the_cut_arrow_gets_its_pair() -> None:
    rows = [Row("a", kinds=(START,), connector="X"), Row("b", kinds=(END,), break_before=True)]
    layout = laid_out(make_chart(LANES, rows))
    assert len(layout.pages) == 2
    assert layout.page_of == {"langkah-1": 1, "langkah-2": 2}
    assert layout.letters == {"X"}


def test_an_arrow_over_three_pages_has_one_pair() -> None:
    rows = [
        Row("a", kinds=(DIAMOND,), to=[(2, "Ya"), (3, "Tidak")]),
        Row("a", break_before=True),
        Row("b", kinds=(END,), break_before=True),
    ]
    layout = laid_out(make_chart(LANES, rows))
    letters = [[p.letter for p in page.routed.pentagons] for page in layout.pages]
    assert sorted(letters[0] + letters[1] + letters[2]) == ["A", "A", "B", "B", "C", "C"]
    assert len(letters[1]) == 2


def test_title_on_the_first_page_footnotes_on_the_last() -> None:
    chart = random_chart(5, 30, 4)
    chart = replace(chart, title="Bagan Pertama", footnotes=("*) asli", "**) salinan"))
    layout = laid_out(chart)
    captions = [[" ".join(t.lines) for t in page.captions] for page in layout.pages]
    assert captions[0] == ["Bagan Pertama"]
    assert captions[-1] == ["*) asli", "**) salinan"]
    assert not any(captions[1:-1])


def test_a_row_taller_than_a_page_goes_on_over_the_next() -> None:
    text = " ".join(f"Kalimat nomor {n} tentang hal yang sama." for n in range(400))
    chart = make_chart(LANES, [Row("a", kinds=(START,)), Row("b", text), Row("a", kinds=(END,))])
    layout = laid_out(chart)
    assert " ".join(printed(layout, "2", "aktivitas")) == text
    assert len(layout.pages) > 2
    for page in layout.pages:
        numbers = [c.row for c in page.cells if c.column == "no" and not c.head]
        assert len(numbers) == len(set(numbers)), "one cell a row on each page"


def test_a_text_without_end_is_cut_and_named() -> None:
    chart = make_chart(LANES, [Row("a", "kata " * 100_000)])
    layout = laid_out(chart)
    assert printed(layout, "1", "aktivitas")[-1].endswith("…")
    (finding,) = layout.findings
    assert '"langkah-1"' in finding.message.id


@pytest.mark.parametrize(
    "chart",
    [
        make_chart([], []),
        make_chart(LANES, [Row("a")]),
        make_chart(LANES, [Row("a", "", kelengkapan=[], output=[], waktu="")]),
        make_chart([lane("a", "x" * 5000)], [Row("a")]),
        make_chart(LANES, [Row("a")], title="t" * 3000, footnotes=["f" * 90_000]),
        make_chart(LANES, [Row("a", "x" * 1_000_000, text="y" * 1_000_000)]),
        make_chart([lane("waktu", "A"), lane("kelompok-1", "B")], [Row(["waktu", "kelompok-1"])]),
    ],
    ids=[
        "empty",
        "one step",
        "no texts",
        "endless lane",
        "endless captions",
        "endless words",
        "lanes called like columns",
    ],
)
def test_odd_charts_are_laid_out(chart: Chart) -> None:
    laid_out(chart)


def test_margins_that_leave_no_room_do_not_stop_it() -> None:
    request = LayoutRequest(paper("A4", "potret"), Margins(120, 90, 120, 90))
    assert lay_out(regulation_example(), request).pages
