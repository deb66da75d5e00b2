"""Drawn pages: the profile's words on them, one alphabet of connectors for all charts."""

from dataclasses import replace

from harness.document_samples import regulation_example
from sopdsl.document.pages import draw_charts
from sopdsl.document.references import SopLink
from sopdsl.drawing.items import Drawing, Group, Item, Link, Text
from sopdsl.profiles import load_profile
from sopdsl.settings import Settings

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


def drawn(profile: str = "bssn-4-2019", settings: Settings | None = None) -> Drawing:
    sop, settings = regulation_example(), settings or Settings()
    result = draw_charts(sop, load_profile(profile), settings, KNOWN, "x")
    assert result.findings == ()
    ((page,),) = result.charts
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
    assert links == ["reviu.html"]
    assert "SOP Reviu SOP" in words_of(drawn())


def test_the_page_is_named_for_those_who_do_not_see_it() -> None:
    assert drawn().title == "Penetapan Standar Operasional Prosedur, halaman 1 dari 1"


def test_charts_do_not_share_a_connectors_letter() -> None:
    sop = regulation_example()
    (chart,) = sop.charts
    steps = tuple(replace(step, break_before=step.row == 3) for step in chart.steps)
    charts = tuple(
        replace(chart, number=number, title=f"Bagan {number}", steps=steps) for number in (1, 2)
    )
    sop = replace(sop, charts=charts)
    pages = draw_charts(sop, load_profile("bssn-4-2019"), Settings(), KNOWN, "x").charts
    first, second = (
        {
            value
            for page in chart_pages
            for item in items_of(page)
            if isinstance(item, Group)
            for name, value in item.data
            if name == "connector"
        }
        for chart_pages in pages
    )
    assert first
    assert second
    assert not first & second
    assert pages[1][0].title.startswith("Penetapan Standar Operasional Prosedur: Bagan 2, halaman")
