"""On the screen: silent, accessible in its essentials, readable on a phone, linked."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from harness.browser import Browser
from harness.document_samples import bare, regulation_example, text_item
from sopdsl.document.references import SopLink, StepPlace
from sopdsl.model.types import Reference, Remark, Section

Build = Callable[..., Path]

# contrast of each text with the nearest painted ground, WCAG 2's formula
CONTRASTS = """
(() => {
  const curve = v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = c => curve(c / 255);
  const lum = ([r, g, b]) => 0.2126 * light(r) + 0.7152 * light(g) + 0.0722 * light(b);
  const rgb = s => s.match(/[\\d.]+/g).map(Number);
  const ground = e => { for (; e; e = e.parentElement) {
    const c = rgb(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; }
    return [255, 255, 255]; };
  const bad = [];
  for (const e of document.querySelectorAll('body *:not(svg *)')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
    const a = lum(rgb(getComputedStyle(e).color)), b = lum(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) bad.push(e.className + ' ' + ratio);
  }
  return bad;
})()
"""

NAMED = "main svg, main [role=region], main table, main img, nav, section"


def test_a_page_says_nothing_and_asks_for_nothing(browser: Browser, build: Build) -> None:
    page = browser.open(build(regulation_example()))
    assert page.complaints() == []
    outside = [address for address in page.requests() if not address.startswith("data:")]
    assert [address.split(":")[0] for address in outside] == ["file"]
    page.close()


def test_what_an_author_writes_never_runs(browser: Browser, build: Build) -> None:
    attack = '"><img src=x onerror=document.title=1><script>document.title=2</script></style>'
    sop = replace(regulation_example(), sections=((Section.PERINGATAN, (text_item(attack),)),))
    chart = sop.charts[0]
    step = replace(chart.steps[0], activity=attack, remarks=(Remark(attack, None, sop.head),))
    lane = replace(chart.lanes[0], title=attack)
    chart = replace(
        chart, title=attack, steps=(step, *chart.steps[1:]), lanes=(lane, *chart.lanes[1:])
    )
    page = browser.open(build(replace(sop, charts=(chart,))))
    assert page.complaints() == []
    assert page.evaluate("document.title") == sop.title
    assert page.evaluate("document.querySelectorAll('script, [onerror], img[src=x]').length") == 0
    assert attack in page.evaluate("document.querySelector('#langkah-1-1').textContent")
    page.close()


def test_the_harness_hears_what_a_page_says(browser: Browser, tmp_path: Path) -> None:
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    (tmp_path / "x.html").write_text(f"{policy}<style>b{{color:red}}</style><b>x</b>")
    page = browser.open(tmp_path / "x.html")
    assert any("Content Security Policy" in complaint for complaint in page.complaints())
    page.close()


def test_the_embedded_typeface_is_used(browser: Browser, build: Build) -> None:
    page = browser.open(build(regulation_example()))
    loaded = page.evaluate(
        "[...document.fonts].map(f => [f.family.replaceAll('\"', ''), f.weight, f.status])"
    )
    assert loaded == [["Sopc Sans", "400", "loaded"], ["Sopc Sans", "700", "loaded"]]
    page.close()


@pytest.mark.parametrize("profile", ["bssn-4-2019", "permendagri-52-2011"])
def test_the_essentials_of_accessibility(browser: Browser, build: Build, profile: str) -> None:
    page = browser.open(build(regulation_example(), profile=profile))
    assert page.evaluate("document.documentElement.lang") == "id"
    assert page.evaluate("document.title") == "Penetapan Standar Operasional Prosedur"
    assert page.evaluate("document.querySelectorAll('h1').length") == 1
    assert page.evaluate("document.querySelectorAll('main').length") == 1
    names = page.names(NAMED)
    assert len(names) > 5
    assert all(names)
    assert page.evaluate(CONTRASTS) == []
    headless = "[...document.querySelectorAll('table')].filter(t => !t.querySelector('th')).length"
    assert page.evaluate(headless) == 0
    levels = page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => Number(h.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    focusable = page.evaluate(
        "[...document.querySelectorAll('a[href], [tabindex=\"0\"]')][0].textContent"
    )
    assert focusable == "Langsung ke isi"
    page.close()


GROUNDS = """
(() => {
  const g = s => getComputedStyle(document.querySelector(s)).backgroundColor;
  return [g('html'), g('.identitas'), getComputedStyle(document.querySelector('.sop-text')).fill];
})()
"""
WHITE, BLACK = "rgb(255, 255, 255)", "rgb(0, 0, 0)"


@pytest.mark.parametrize("theme", ["polos", "warna"])
def test_a_dark_screen_is_dark_and_can_be_read(browser: Browser, build: Build, theme: str) -> None:
    page = browser.open(build(regulation_example(), theme=theme))
    assert page.evaluate(GROUNDS)[1] == WHITE
    page.prefer("dark")
    desk, paper, ink = page.evaluate(GROUNDS)
    for ground in (desk, paper):
        assert max(map(int, re.findall(r"\d+", ground))) < 40
    assert min(map(int, re.findall(r"\d+", ink))) > 200
    assert page.evaluate(CONTRASTS) == []
    page.close()


@pytest.mark.parametrize("theme", ["polos", "warna"])
def test_paper_is_white_whatever_the_screen(browser: Browser, build: Build, theme: str) -> None:
    page = browser.open(build(regulation_example(), theme=theme))
    page.prefer("dark")
    page.as_printed()
    _, paper, ink = page.evaluate(GROUNDS)
    assert (paper, ink) == (WHITE, BLACK)
    fills = (
        "[...new Set([...document.querySelectorAll('.sop-outline, .sop-head')]"
        ".map(e => getComputedStyle(e).fill + getComputedStyle(e).stroke))]"
    )
    assert page.evaluate(fills) == [WHITE + BLACK]
    page.close()


def test_the_coloured_theme_tells_kinds_of_symbols_apart(browser: Browser, build: Build) -> None:
    page = browser.open(build(regulation_example(), theme="warna"))
    kinds = (
        "new Set([...document.querySelectorAll('.sop-outline')]"
        ".map(e => getComputedStyle(e).fill)).size"
    )
    assert page.evaluate(kinds) == 4
    page.close()


def test_the_table_of_the_identity_block_is_one_for_screen_readers_too(
    browser: Browser, build: Build
) -> None:
    page = browser.open(build(regulation_example()), 390, 844, phone=True)
    roles = page.evaluate(
        "[...document.querySelectorAll('.identitas th')].map(t => t.getAttribute('role'))"
    )
    assert roles == ["rowheader"] * 6 + ["columnheader"] * 6
    page.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_screen_is_too_narrow(browser: Browser, build: Build, width: int) -> None:
    long = "Peraturan" * 12 + " https://contoh.invalid/" + "x" * 90
    sop = replace(regulation_example(), title=f"Penetapan {long}")
    sop = replace(sop, sections=(*sop.sections[1:], (Section.DASAR_HUKUM, (text_item(long),))))
    page = browser.open(build(sop), width, 844, phone=width < 600)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_on_a_phone_the_chart_scrolls_and_its_letters_can_be_read(
    browser: Browser, build: Build
) -> None:
    page = browser.open(build(regulation_example()), 390, 844, phone=True)
    inner, outer = page.evaluate(
        "(e => [e.scrollWidth, e.clientWidth])(document.querySelector('.gulir'))"
    )
    assert inner > 2 * outer
    smallest = page.evaluate(
        "Math.min(...[...document.querySelectorAll('.gulir text')].map("
        "t => parseFloat(t.getAttribute('font-size')) * t.getScreenCTM().a))"
    )
    assert smallest >= 8
    text = page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('.langkah')).fontSize)"
    )
    assert text >= 13
    page.close()


def test_a_step_stands_where_its_link_says(browser: Browser, build: Build) -> None:
    remark = Remark("", Reference("tujuan", "s4", regulation_example().head), bare().head)
    source = regulation_example()
    chart = source.charts[0]
    step = replace(chart.steps[0], remarks=(remark,))
    chart = replace(chart, steps=(step, *chart.steps[1:]))
    known = {"tujuan": SopLink("Tujuan", "tu 1/tujuan#1", {"s4": StepPlace(1, 4)})}
    target = build(replace(regulation_example(), title="Tujuan"), path="tu 1/tujuan#1")
    page = browser.open(build(replace(source, charts=(chart,)), path="ortala/asal", known=known))
    links = page.evaluate(
        "[...document.querySelectorAll('main a')]"
        ".map(a => a.href.baseVal ?? a.getAttribute('href'))"
        ".filter(href => !href.startsWith('#')).map(href => new URL(href, document.baseURI).href)"
    )
    assert len(links) == 2, "one in the drawing, one in words"
    assert len(set(links)) == 1
    page.go(links[0])
    assert page.evaluate("document.title") == "Tujuan"
    assert page.evaluate("decodeURIComponent(location.pathname)") == str(target)
    assert (
        page.evaluate("document.querySelector(':target').textContent")
        .strip()
        .startswith("Langkah 4. Menandatangani SOP")
    )
    page.close()


def test_a_draft_is_a_form_to_fill(browser: Browser, build: Build) -> None:
    page = browser.open(build(bare()))
    assert page.complaints() == []
    room = page.evaluate("document.querySelector('.pengesahan').getBoundingClientRect().height")
    assert room > 75  # CSS pixels, 2 cm to sign
    page.close()
