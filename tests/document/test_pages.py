"""The flowchart pages of a document: the profile's words and paper, links, one alphabet."""

from dataclasses import replace

from harness.document_samples import regulation_example
from sopdsl.document.references import SopLink
from sopdsl.document.types import ChartPart
from sopdsl.drawing.items import Drawing, Group, Item, Link, Text
from sopdsl.model.types import Sop
from sopdsl.pipeline import compile_document
from sopdsl.profiles import load_profile
from sopdsl.settings import ChartOptions, Settings

KNOWN = {"reviu-sop": SopLink("Reviu SOP", "reviu")}


def items_of(drawing: Drawing) -> list[Item]:
    found: list[Item] = []
    waiting = list(drawing.items)
    while waiting:
        item = waiting.pop()
        found.append(item)
        if isinstance(item, Group | Link):
            waiting += item.items
    return found


def words_of(drawing: Drawing) -> set[str]:
    return {" ".join(item.lines) for item in items_of(drawing) if isinstance(item, Text)}


def charts_of(
    sop: Sop, profile: str = "bssn-4-2019", settings: Settings | None = None
) -> tuple[ChartPart, ...]:
    compiled = compile_document(
        sop, settings or Settings(), load_profile(profile), links=KNOWN, logo=None, path="x"
    )
    assert compiled.findings == ()
    return compiled.document.charts


def drawn(profile: str = "bssn-4-2019", settings: Settings | None = None) -> Drawing:
    ((page,),) = (chart.pages for chart in charts_of(regulation_example(), profile, settings))
    return page


def test_the_page_speaks_the_profiles_words() -> None:
    assert {"Aktivitas", "Mutu Baku", "Halaman 1 dari 1"} <= words_of(drawn())
    assert "Uraian Prosedur" in words_of(drawn("permendagri-52-2011"))


def test_the_page_has_the_paper_of_the_profile_or_the_settings() -> None:
    assert (drawn().width, drawn().height) == (297, 210)
    page = drawn(settings=Settings(paper="F4"))
    assert (page.width, page.height) == (330, 215)


def test_a_remark_links_to_the_page_of_the_other_sop() -> None:
    links = [item.href for item in items_of(drawn()) if isinstance(item, Link)]
    assert [href for href in links if not href.startswith("#")] == ["reviu.html"]
    assert "SOP Reviu SOP" in words_of(drawn())


def test_the_page_is_named_for_those_who_do_not_see_it() -> None:
    assert drawn().title.startswith("Penetapan Standar Operasional Prosedur")


def test_charts_do_not_share_a_connectors_letter() -> None:
    sop = regulation_example()
    (chart,) = sop.charts
    steps = tuple(replace(step, break_before=step.row == 3) for step in chart.steps)
    charts = tuple(
        replace(chart, number=number, title=f"Bagan {number}", steps=steps) for number in (1, 2)
    )
    first, second = (letters_of(part.pages) for part in charts_of(replace(sop, charts=charts)))
    assert first
    assert second
    assert not first & second


def test_pages_are_numbered_through_all_charts() -> None:
    sop = regulation_example()
    (chart,) = sop.charts
    steps = tuple(replace(step, break_before=step.row == 3) for step in chart.steps)
    charts = (replace(chart, steps=steps), replace(chart, number=2))
    parts = charts_of(replace(sop, charts=charts))
    pages = [page for part in parts for page in part.pages]
    assert [dict(page.data)["sop-page"] for page in pages] == ["1", "2", "1"]
    for number, page in enumerate(pages, start=1):
        assert f"Halaman {number} dari 3" in words_of(page)


def test_connectors_are_links_to_each_other() -> None:
    sop = regulation_example()
    (chart,) = sop.charts
    steps = tuple(replace(step, break_before=step.row == 3) for step in chart.steps)
    charts = tuple(replace(chart, number=number, steps=steps) for number in (1, 2))
    parts = charts_of(replace(sop, charts=charts))
    links = {
        item.id: item
        for part in parts
        for page in part.pages
        for item in items_of(page)
        if isinstance(item, Link) and item.id
    }
    assert len(links) == 8
    for name, link in links.items():
        assert links[link.href[1:]].href == f"#{name}", "and back"
    titles = sorted(link.title for link in links.values())
    assert "Penghubung A ke langkah 3, halaman 2" in titles
    assert "Penghubung A dari langkah 2, halaman 1" in titles
    assert "Penghubung C ke langkah 3, halaman 4" in titles


def test_row_numbers_lead_to_the_step_in_words() -> None:
    (part,) = charts_of(regulation_example())
    anchors = {f"#{step.anchor}" for step in part.spoken}
    links = [item for item in items_of(part.pages[0]) if isinstance(item, Link)]
    assert {link.href for link in links if link.title} == anchors


def test_symbols_bear_their_row_unless_the_settings_say_no() -> None:
    numbers = [
        item.lines
        for item in items_of(drawn())
        if isinstance(item, Text) and item.role == "sop-number"
    ]
    assert sorted(numbers) == [("1",), ("2",), ("3",), ("4",), ("5",)]
    bare = drawn(settings=Settings(chart=ChartOptions(numbered=False)))
    assert not [i for i in items_of(bare) if isinstance(i, Text) and i.role == "sop-number"]


def letters_of(pages: tuple[Drawing, ...]) -> set[str]:
    groups = [item for page in pages for item in items_of(page) if isinstance(item, Group)]
    return {value for group in groups for name, value in group.data if name == "connector"}
