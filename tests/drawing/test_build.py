"""A drawing says what everything on it is, in the words other programs read."""

from __future__ import annotations

from collections.abc import Iterator

from harness.charts import DIAMOND, END, START, Row, lane, make_chart, regulation_example
from sopdsl.drawing import Drawing, draw
from sopdsl.drawing.items import Group, Item, Link, Path, Polygon, Rect, Text
from sopdsl.layout import LayoutRequest, ReferenceText, lay_out
from sopdsl.model.types import Chart, TieKind
from sopdsl.paper import Margins, paper

REQUEST = LayoutRequest(
    paper("A4", "lanskap"),
    Margins(15, 12, 12, 15),
    references={"reviu-sop": ReferenceText("SOP Reviu SOP", "reviu-sop.html")},
)


def drawings(chart: Chart) -> list[Drawing]:
    pages = lay_out(chart, REQUEST).pages
    return [
        draw(page, chart, pages=len(pages), footer=f"Halaman {page.number}", title="Bagan")
        for page in pages
    ]


def all_items(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        if isinstance(item, Group | Link):
            yield from all_items(item.items)


def with_role(drawing: Drawing, role: str) -> list[Item]:
    found = all_items(drawing.items)
    return [i for i in found if not isinstance(i, Link) and role in i.role.split()]


def data(item: Item) -> dict[str, str]:
    assert not isinstance(item, Link)
    return dict(item.data)


def test_the_page_says_which_it_is() -> None:
    (page,) = drawings(regulation_example())
    assert dict(page.data) == {"sop-page": "1", "sop-pages": "1", "sop-chart": "1"}
    assert (page.width, page.height) == (297.0, 210.0)
    assert page.title == "Bagan"
    assert page.description.startswith("Langkah 1 sampai 6 dari 6. Pelaksana: Unit Kerja Pengusul")


def test_a_symbol_says_its_step_kind_actor_row_and_line() -> None:
    (page,) = drawings(regulation_example())
    symbols = with_role(page, "sop-symbol")
    assert [data(s)["kind"] for s in symbols] == [
        "mulai",
        "proses",
        "keputusan",
        "proses",
        "proses",
        "selesai",
    ]
    third = symbols[2]
    assert isinstance(third, Group)
    assert third.title == "Langkah 3, keputusan, oleh Unit Kerja Pengusul"
    assert data(third) == {
        "step": "langkah-3",
        "kind": "keputusan",
        "actor": "pengusul",
        "row": "3",
        "line": "15",
        "rows": "3",
    }


def test_every_symbol_has_one_outline_of_its_kind() -> None:
    (page,) = drawings(regulation_example())
    outlines = [
        [inner for inner in all_items(s.items) if not isinstance(inner, Link | Text)]
        for s in with_role(page, "sop-symbol")
        if isinstance(s, Group)
    ]
    shapes = [outline for (outline,) in outlines]
    assert [type(shape) for shape in shapes] == [Rect, Rect, Polygon, Rect, Rect, Rect]
    assert isinstance(shapes[0], Rect)
    assert isinstance(shapes[1], Rect)
    assert shapes[0].radius == shapes[0].height / 2, "a capsule"
    assert shapes[1].radius == 0


def test_an_arrow_says_its_ends_and_label_and_has_a_head() -> None:
    (page,) = drawings(regulation_example())
    edges = [data(edge) for edge in with_role(page, "sop-edge")]
    assert {
        "from": "langkah-3",
        "to": "langkah-2",
        "rows": "3 2",
        "from-actor": "pengusul",
        "to-actor": "kabag",
        "label": "Belum sesuai",
    } in edges
    assert len(edges) == 6
    heads = with_role(page, "sop-arrow")
    for edge, head in zip(with_role(page, "sop-edge"), heads, strict=True):
        assert isinstance(edge, Path)
        assert isinstance(head, Polygon)
        assert edge.points[-1] == head.points[0], "the tip lies where the line ends"


def test_a_label_stands_beside_its_arrow_and_says_whose_it_is() -> None:
    (page,) = drawings(regulation_example())
    labels = {data(t)["to"]: t for t in with_role(page, "sop-edge-label")}
    belum = labels["langkah-2"]
    assert isinstance(belum, Text)
    assert belum.lines == ("Belum sesuai",)


def test_lines_within_a_step_are_ties() -> None:
    lanes = [lane("a"), lane("b")]
    rows = [
        Row(["a", "b"], kinds=(START,), tie=TieKind.TOGETHER),
        Row(["a", "b"], tie=TieKind.HANDOVER),
        Row(["a", "b"], kinds=(END,), tie=TieKind.TWO_WAY),
    ]
    (page,) = drawings(make_chart(lanes, rows))
    ties = [data(tie) for tie in with_role(page, "sop-join")]
    assert [(tie["from"], tie["to"]) for tie in ties] == [
        ("langkah-1", "langkah-1"),
        ("langkah-2", "langkah-2"),
        ("langkah-3", "langkah-3"),
    ]
    heads = [data(head)["from"] for head in with_role(page, "sop-arrow")]
    assert [heads.count(f"langkah-{n}") for n in (1, 2, 3)] == [1, 2, 2]


def test_a_cut_arrow_keeps_its_real_ends_on_both_pages() -> None:
    lanes = [lane("a"), lane("b")]
    rows = [Row("a", kinds=(START,)), Row("b", kinds=(END,), break_before=True)]
    pages = drawings(make_chart(lanes, rows))
    ends = (("langkah-2", "hal. 2"), ("langkah-1", "hal. 1"))
    for page, (far, where) in zip(pages, ends, strict=True):
        (edge,) = with_role(page, "sop-edge")
        assert data(edge)["from"] == "langkah-1"
        assert data(edge)["to"] == "langkah-2"
        assert data(edge)["connector"] == "A"
        (connector,) = [s for s in with_role(page, "sop-symbol") if "connector" in data(s)]
        assert data(connector)["kind"] == "konektor"
        assert data(connector)["step"] == far
        assert isinstance(connector, Group)
        assert [i.lines for i in connector.items if isinstance(i, Text)] == [("A",), (where,)]


def test_cells_and_texts_name_their_place() -> None:
    (page,) = drawings(regulation_example())
    cells = {(data(c)["row"], data(c)["col"]) for c in with_role(page, "sop-cell")}
    columns = "no aktivitas pengusul kabag pimpinan kelengkapan waktu output keterangan"
    assert {(str(row), column) for row in range(1, 7) for column in columns.split()} <= cells
    for text in with_role(page, "sop-text"):
        if "cell" in data(text):
            row, column = data(text)["cell"].split(":")
            assert (row, column) in cells


def test_lane_cells_name_their_actor() -> None:
    (page,) = drawings(regulation_example())
    lanes = [data(c) for c in with_role(page, "sop-cell") if "actor" in data(c)]
    assert {cell["actor"] for cell in lanes} == {"pengusul", "kabag", "pimpinan"}
    assert all(cell["actor"] == cell["col"] for cell in lanes)


def test_a_reference_with_an_address_is_a_link() -> None:
    (page,) = drawings(regulation_example())
    (link,) = [i for i in all_items(page.items) if isinstance(i, Link)]
    assert link.href == "reviu-sop.html"
    (text,) = link.items
    assert isinstance(text, Text)
    assert " ".join(text.lines) == "SOP Reviu SOP"


def test_a_decision_shows_its_question_within_or_below() -> None:
    lanes = [lane("a"), lane("b")]
    rows = [
        Row("a", kinds=(DIAMOND,), to=[(2, "Ya"), (3, "Tidak")], question="Sah?"),
        Row(
            "b",
            kinds=(DIAMOND,),
            to=[(3, "Ya"), (1, "Tidak")],
            question="Pertanggungjawaban lengkap?",
        ),
        Row("a", kinds=(END,)),
    ]
    (page,) = drawings(make_chart(lanes, rows))
    inside = [
        (inner.role, inner.lines)
        for symbol in with_role(page, "sop-symbol")
        if isinstance(symbol, Group)
        for inner in symbol.items
        if isinstance(inner, Text)
    ]
    below = [
        t.lines for t in page.items if isinstance(t, Text) and dict(t.data).get("cell") == "2:b"
    ]
    assert inside == [
        ("sop-letter", ("Sah?",)),
        ("sop-number", ("2",)),
        ("sop-number", ("3",)),
    ]
    assert " ".join(below[0]) == "Pertanggungjawaban lengkap?"


def test_a_lane_called_like_a_column_has_a_column_of_its_own() -> None:
    (page,) = drawings(make_chart([lane("waktu", "Penjaga Waktu")], [Row("waktu")]))
    cells = [data(c) for c in with_role(page, "sop-cell") if data(c)["row"] == "1"]
    columns = [cell["col"] for cell in cells]
    assert len(columns) == len(set(columns))
    assert [cell["actor"] for cell in cells if cell["col"] == "pelaksana-waktu"] == ["waktu"]
