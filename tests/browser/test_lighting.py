"""A step and all that belongs to it light up together; connectors lead to each other; no script."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from harness.browser import Browser, Page
from harness.document_samples import regulation_example
from sopdsl.model.types import Sop

Build = Callable[..., Path]

LIT = """
(() => {
  const found = {rows: new Set(), symbols: new Set(), edges: new Set()};
  const on = e => getComputedStyle(e).getPropertyValue('--n').trim() !== '';
  for (const e of document.querySelectorAll('.sop-row')) if (on(e)) found.rows.add(e.dataset.rows);
  for (const e of document.querySelectorAll('.sop-symbol'))
    if (on(e)) found.symbols.add(e.dataset.connector ?? e.dataset.row);
  for (const e of document.querySelectorAll('.sop-edge'))
    if (on(e)) found.edges.add(e.dataset.rows);
  return Object.values(found).map(s => [...s].sort());
})()
"""
PLACES = """
JSON.stringify([...document.querySelectorAll('main *')].map(e => e.getBoundingClientRect())
  .filter(r => r.width).map(r => [r.x, r.y + scrollY, r.width, r.height].map(Math.round)))
"""


def two_pages() -> Sop:
    """Return the regulation's example, broken so that two arrows are cut."""
    sop = regulation_example()
    (chart,) = sop.charts
    steps = tuple(replace(step, break_before=step.row == 3) for step in chart.steps)
    return replace(sop, charts=(replace(chart, steps=steps),))


@pytest.fixture
def page(browser: Browser, build: Build) -> Page:
    return browser.open(build(two_pages()))


def test_nothing_is_lit_until_somebody_looks(page: Page) -> None:
    assert page.evaluate(LIT) == [[], [], []]
    page.close()


@pytest.mark.parametrize(
    "place",
    [
        '[data-row="2"][data-col="aktivitas"]',
        '[data-cell="2:output"]',
        '.sop-symbol[data-row="2"] .sop-outline',
    ],
    ids=["cell", "text", "symbol"],
)
def test_a_pointer_on_a_step_lights_it_with_its_arrows(page: Page, place: str) -> None:
    page.point_at(place)
    rows, symbols, edges = page.evaluate(LIT)
    assert rows == ["2"]
    assert symbols == ["2", "A", "B"], "its symbol, and both halves of its cut arrows"
    assert edges == ["1 2", "2 3", "3 2"]
    page.close()


def test_a_lit_arrow_is_seen(page: Page) -> None:
    look = (
        "(e => [getComputedStyle(e).stroke, getComputedStyle(e).strokeWidth])"
        "(document.querySelector('.sop-edge[data-rows=\"1 2\"]'))"
    )
    page.prefer(motion="reduce")
    plain = page.evaluate(look)
    page.point_at('[data-row="2"][data-col="aktivitas"]')
    assert page.evaluate(look) != plain
    fill = "getComputedStyle(document.querySelector('[data-row=\"2\"].sop-cell')).fill"
    assert page.evaluate(fill) != "none"
    page.close()


def test_the_keyboard_reaches_every_step_and_lights_it(page: Page) -> None:
    reached: list[str] = []
    page.evaluate("document.querySelector('.gulir').focus()")
    for _ in range(9):
        page.press("Tab")
        name = page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''")
        if name.startswith("Langkah"):
            (row,) = page.evaluate(LIT)[0]
            assert name == f"Langkah {row} dalam teks"
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline == "solid"
            reached.append(row)
    assert reached[:5] == ["1", "2", "3", "4", "5"]
    page.press("Enter")
    page.close()


def test_every_link_of_a_drawing_has_a_name(page: Page) -> None:
    names = page.names(".gulir svg a")
    assert len(names) == 5 + 4
    assert all(names)
    assert "Penghubung A ke langkah 3, halaman 2" in names
    page.close()


def test_a_connector_leads_to_its_twin_and_back(page: Page) -> None:
    where = "[location.hash, document.activeElement.id, scrollY]"
    there = page.evaluate("document.querySelector('#penghubung-A-1').href.baseVal")
    assert there == "#penghubung-A-2"
    page.prefer(motion="reduce")
    page.point_at("#penghubung-A-1", click=True)
    first = page.evaluate(where)
    assert first[:2] == ["#penghubung-A-2", "penghubung-A-2"]
    seen = "(r => r.top >= 0 && r.bottom <= innerHeight)"
    assert page.evaluate(f"{seen}(document.activeElement.getBoundingClientRect())")
    page.press("Enter")
    second = page.evaluate(where)
    assert second[:2] == ["#penghubung-A-1", "penghubung-A-1"]
    assert second[2] < first[2]
    page.close()


def test_all_of_it_works_where_scripts_are_forbidden(browser: Browser, build: Build) -> None:
    file = build(two_pages())
    assert "<script" not in file.read_text(encoding="utf-8")
    page = browser.open(file)
    page.forbid_scripts()
    page.go(file.resolve().as_uri())
    page.point_at('[data-row="4"][data-col="output"]')
    assert page.evaluate(LIT)[0] == ["4"]
    assert page.complaints() == []
    page.close()


def test_nothing_moves_when_a_step_lights_up(page: Page) -> None:
    before = page.evaluate(PLACES)
    page.point_at('[data-row="2"][data-col="aktivitas"]')
    assert page.evaluate(LIT)[0] == ["2"]
    assert page.evaluate(PLACES) == before
    page.close()


def test_paper_shows_nothing_of_it(page: Page, tmp_path: Path) -> None:
    looks = (
        "JSON.stringify([...document.querySelectorAll('.gulir svg *')].map(e => {"
        "const s = getComputedStyle(e); return [s.fill, s.stroke, s.strokeWidth] }))"
    )
    page.as_printed()
    before = page.evaluate(looks)
    assert "rgb(0, 0, 0)" in before
    page.evaluate("document.querySelector('.sop-row a').focus()")
    page.point_at('[data-row="2"][data-col="aktivitas"]')
    assert page.evaluate(looks) == before
    page.close()


def test_who_wants_little_motion_gets_none(page: Page) -> None:
    how = (
        "[getComputedStyle(document.documentElement).scrollBehavior,"
        "getComputedStyle(document.querySelector('.sop-edge')).transitionDuration]"
    )
    page.prefer(motion="reduce")
    assert page.evaluate(how) == ["auto", "0s"]
    page.prefer()
    assert page.evaluate(how) == ["smooth", "0.12s"]
    page.close()


def test_charts_of_one_document_light_up_apart(browser: Browser, build: Build) -> None:
    sop = regulation_example()
    charts = tuple(replace(sop.charts[0], number=number) for number in (1, 2))
    page = browser.open(build(replace(sop, charts=charts)))
    page.point_at('#bagan-2 [data-row="4"][data-col="output"]')
    lit = "(s => [...document.querySelectorAll(s)].filter(e => getComputedStyle(e)"
    count = f"{lit}.getPropertyValue('--n').trim() !== '').length)"
    assert page.evaluate(f"{count}('#bagan-1 .sop-row')") == 0
    assert page.evaluate(f"{count}('#bagan-2 .sop-row')") == 1
    page.close()
