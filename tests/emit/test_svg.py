"""SVG pages: well-formed, the same bytes every time, nothing a converter stumbles over."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness import goldens
from harness.charts import END, START, Row, lane, make_chart, random_chart, regulation_example
from sopdsl.drawing import Drawing, draw, items
from sopdsl.drawing.items import Group, Item, Link, Rect, Text
from sopdsl.drawing.items import Path as Line
from sopdsl.emit.svg import style_sheet, svg_element, to_svg
from sopdsl.layout import LayoutRequest, lay_out
from sopdsl.model.types import Chart
from sopdsl.paper import Margins, paper

HERE = Path(__file__).parent
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"


def pages(chart: Chart) -> list[Drawing]:
    layout = lay_out(chart, LayoutRequest(paper("A4", "lanskap"), Margins(15, 12, 12, 15)))
    count = len(layout.pages)
    return [
        draw(p, chart, pages=count, footer=f"Halaman {p.number} dari {count}", title="Bagan")
        for p in layout.pages
    ]


def one(*content: Item, title: str = "Judul") -> Drawing:
    return Drawing(297.0, 210.0, title, "Keterangan", (("sop-page", "1"),), content)


def parsed(drawing: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(to_svg(drawing))


def small() -> Drawing:
    chart = make_chart(
        [lane("a", "Kepala"), lane("b", "Staf")],
        [Row("a", "Menyusun", (START,)), Row("b", "Mengarsipkan", (END,))],
    )
    return pages(chart)[0]


def test_a_small_page_is_written_so() -> None:
    text = to_svg(small()).replace("><", ">\n<")
    goldens.compare(text, HERE / "small.svg")


def test_the_page_has_its_size_in_millimetres_and_its_marks() -> None:
    root = parsed(small())
    assert root.tag == f"{SVG}svg"
    assert (root.get("width"), root.get("height")) == ("297mm", "210mm")
    assert root.get("viewBox") == "0,0,841.89,595.28"
    assert root.get("class") == "sop-page"
    assert [root.get(f"data-sop-{name}") for name in ("page", "pages", "chart")] == ["1", "1", "1"]
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]


def test_the_same_drawing_gives_the_same_bytes() -> None:
    chart = random_chart(3, 12, 4)
    assert [to_svg(p) for p in pages(chart)] == [to_svg(p) for p in pages(chart)]


@pytest.mark.parametrize("page", pages(random_chart(2, 24, 6)))
def test_nothing_that_converters_stumble_over(page: Drawing) -> None:
    text = to_svg(page)
    ids = re.findall(r'\bid="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    for never in ("var(", "foreignObject", "Gradient", "marker", "rotate", "matrix", "<script"):
        assert never not in text
    assert not re.search(r"\d\.\d{3}", text.partition("</style>")[2]), "hundredths are enough"


def test_only_groups_move_and_only_by_translate() -> None:
    moved = Group("sop-symbol", (Rect("sop-outline", 0, 0, 10, 10),), x=5, y=7.5)
    text = to_svg(one(moved))
    assert re.findall(r'transform="([^"]*)"', text) == ["translate(5,7.5)"]


def test_a_group_is_titled_and_marked() -> None:
    group = Group("sop-symbol", (), title="Langkah 1", data=(("step", "reviu"), ("row", "1")))
    element = parsed(one(group)).find(f"{SVG}g")
    assert element is not None
    assert element.get("data-step") == "reviu"
    assert element.findtext(f"{SVG}title") == "Langkah 1"


def test_lines_of_a_text_are_tspans_each_in_its_place() -> None:
    text = Text("sop-text", ("satu", "dua"), 10, 20, 8, 9.5, "middle", bold=True)
    element = parsed(one(text)).find(f"{SVG}text")
    assert element is not None
    assert element.get("text-anchor") == "middle"
    assert element.get("font-weight") == "bold"
    spans = [(s.get("x"), s.get("y"), s.text) for s in element]
    assert spans == [("10", "20", "satu"), ("10", "29.5", "dua")]


def test_corners_are_rounded_no_further_than_half_a_piece() -> None:
    line = Line("sop-edge", ((0, 0), (0, 10), (2, 10), (2, 30)), radius=3)
    element = parsed(one(line)).find(f"{SVG}path")
    assert element is not None
    assert element.get("d") == "M0 0L0 9Q0 10 1 10L1 10Q2 10 2 11L2 30"


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("#langkah-2", "#langkah-2"),
        ("../umum/reviu-sop.html#a:b", "../umum/reviu-sop.html#a:b"),
        ("javascript:alert(1)", "#"),
        (" JavaScript:alert(1)", "#"),
        ("https://contoh.go.id", "#"),
    ],
)
def test_a_link_leads_to_a_place_beside_the_page_only(href: str, written: str) -> None:
    drawing = one(Link(href, (Text("sop-text", ("x",), 0, 0, 8, 8),)))
    element = ElementTree.fromstring(svg_element(drawing, id_prefix="a")).find(f"{SVG}a")
    assert element is not None
    assert element.get(f"{XLINK}href") == written
    assert element.get("target") is None


def test_a_page_alone_leads_to_no_place_of_its_document() -> None:
    words = Text("sop-text", ("x",), 0, 0, 8, 8)
    inner = Group("sop-symbol", (Link("#b", (words,), "Ke b", "a"), Link("c.html", (words,))))
    root = parsed(one(Link("#a", (inner,)), Link("d.html", (words,))))
    assert [a.get(f"{XLINK}href") for a in root.iter(f"{SVG}a")] == ["c.html", "d.html"]
    assert len(list(root.iter(f"{SVG}text"))) == 3


def test_a_link_has_its_name_and_its_id() -> None:
    drawing = one(Link("#b", (Text("sop-text", ("A",), 0, 0, 8, 8),), "Ke <b>", "a-1"))
    element = ElementTree.fromstring(svg_element(drawing, id_prefix="x")).find(f"{SVG}a")
    assert element is not None
    assert (element.get("id"), element.get("aria-label")) == ("a-1", "Ke <b>")


ANYTHING = st.text(alphabet=st.characters(), max_size=30)


@given(ANYTHING, ANYTHING, ANYTHING)
def test_no_text_breaks_the_page(words: str, name: str, title: str) -> None:
    drawing = one(
        Group("sop-symbol", (), title=title, data=(("step", name),)),
        Text("sop-text", (words, name), 0, 0, 8, 9, data=(("cell", words),)),
        Link(name, (Text("sop-text", (words,), 0, 0, 8, 9),)),
        title=title,
    )
    root = parsed(drawing)
    assert len([*root.iter(f"{SVG}text")]) == 2
    assert len([*ElementTree.fromstring(svg_element(drawing, id_prefix="x")).iter()]) >= 7


def test_markup_in_a_text_stays_text() -> None:
    text = to_svg(one(Text("sop-text", ("<script>alert(1)</script> & ]]>",), 0, 0, 8, 9)))
    assert "<script" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in text


def test_the_font_comes_along_only_when_asked() -> None:
    assert "@font-face" not in to_svg(small())
    whole = to_svg(small(), embed_font=True)
    assert whole.count("@font-face") == 2
    assert len(whole) < 45_000


def test_inside_html_a_page_brings_no_style_of_its_own() -> None:
    text = svg_element(small(), id_prefix="bagan-1-1")
    assert text.startswith("<svg ")
    assert "<style" not in text
    assert 'id="bagan-1-1-title"' in text
    assert "sop-outline" in style_sheet()


def test_every_kind_of_item_can_be_written() -> None:
    """A new kind of item must find its way into the emitter, and into this list."""
    assert {kind.__name__ for kind in get_args(items.Item)} == {
        "Rect",
        "Polygon",
        "Path",
        "Text",
        "Group",
        "Link",
    }


def test_the_regulations_example_is_a_small_file() -> None:
    (page,) = pages(regulation_example())
    assert len(to_svg(page)) < 24_000
