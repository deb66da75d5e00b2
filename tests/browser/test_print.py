"""On paper: one sheet a page, of the right size and way up, nothing cut off, letters real text."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from harness.browser import Browser
from harness.document_samples import bare, regulation_example, text_item
from sopdsl.model.types import Section, Sop

Build = Callable[..., Path]
Size = tuple[float, float]

MM = 72 / 25.4
A4, F4 = (210 * MM, 297 * MM), (215 * MM, 330 * MM)
ROUNDING = 0.6  # points; Chromium rounds a sheet to CSS pixels


def two_pages() -> Sop:
    sop = regulation_example()
    (chart,) = sop.charts
    steps = tuple(replace(step, break_before=step.row == 4) for step in chart.steps)
    return replace(sop, charts=(replace(chart, steps=steps),))


def printed(browser: Browser, page: Path) -> Path:
    file = page.with_suffix(".pdf")
    tab = browser.open(page)
    tab.pdf(file)
    tab.close()
    return file


def run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def sizes_of(pdf: Path) -> list[Size]:
    info = run("pdfinfo", "-f", "1", "-l", "99", str(pdf))
    return [
        (float(width), float(height))
        for width, height in re.findall(r"size:\s+([\d.]+) x ([\d.]+) pts", info)
    ]


def words_of(pdf: Path, page: int) -> str:
    text = run("pdftotext", "-f", str(page), "-l", str(page), "-layout", str(pdf), "-")
    return " ".join(text.split())


def across(size: Size) -> Size:
    return size[1], size[0]


@pytest.mark.parametrize(
    ("profile", "paper", "wanted"),
    [
        ("bssn-4-2019", "", [A4, A4, across(A4), across(A4)]),
        ("bssn-4-2019", "F4", [F4, F4, across(F4), across(F4)]),
        ("permenpan-rb-35-2012", "", [A4, across(A4), across(A4), across(A4)]),
        ("permendagri-52-2011", "", [across(F4), across(F4), across(F4)]),
    ],
)
def test_each_page_is_one_sheet_of_its_paper(
    browser: Browser, build: Build, profile: str, paper: str, wanted: list[Size]
) -> None:
    sizes = sizes_of(printed(browser, build(two_pages(), profile=profile, paper=paper)))
    assert len(sizes) == len(wanted)
    for size, (width, height) in zip(sizes, wanted, strict=True):
        assert size == (pytest.approx(width, abs=ROUNDING), pytest.approx(height, abs=ROUNDING))


def test_each_sheet_holds_its_part_and_nothing_of_the_screen(
    browser: Browser, build: Build
) -> None:
    pdf = printed(browser, build(two_pages()))
    cover, identity, first, last = (words_of(pdf, page) for page in range(1, 5))
    assert cover.startswith("STANDAR OPERASIONAL PROSEDUR")
    assert cover.endswith("Jalan Harsono RM Nomor 70, Jakarta")
    assert "NOMOR SOP : SOP/OT.01/1/2019" in identity
    assert "NIP. 19620306 198310 1 001" in identity
    assert "Penyimpanan SOP secara elektronik dan manual" in identity
    assert first.endswith("Halaman 1 dari 2")
    assert last.endswith("Halaman 2 dari 2")
    whole = " ".join((cover, identity, first, last))
    assert "Langsung ke isi" not in whole
    assert "dalam teks" not in whole


def test_only_the_embedded_typeface_is_used(browser: Browser, build: Build) -> None:
    pdf = printed(browser, build(two_pages()))
    rows = [line.split() for line in run("pdffonts", str(pdf)).splitlines()[2:]]
    assert rows
    assert {name.partition("+")[2] for name, *_ in rows} == {"SopcSans-Regular", "SopcSans-Bold"}
    assert {row[-5] for row in rows} == {"yes"}, "embedded"


def test_the_drawing_keeps_its_size(browser: Browser, build: Build) -> None:
    page = browser.open(build(two_pages()))
    page._call("Emulation.setEmulatedMedia", media="print")
    boxes = page.evaluate(
        "[...document.querySelectorAll('.gulir svg')].map("
        "e => (r => [r.width, r.height])(e.getBoundingClientRect()))"
    )
    page.close()
    wanted = [297 / 25.4 * 96, 210 / 25.4 * 96]
    assert boxes == [pytest.approx(wanted, abs=0.1)] * 2


def test_an_identity_block_too_long_for_a_sheet_goes_on_and_loses_nothing(
    browser: Browser, build: Build
) -> None:
    items = tuple(text_item(f"Peraturan Nomor {number} tentang Rapat") for number in range(1, 121))
    sop = replace(bare(), sections=((Section.DASAR_HUKUM, items),))
    pdf = printed(browser, build(sop))
    sizes = sizes_of(pdf)
    assert len(sizes) > 3
    text = " ".join(words_of(pdf, page) for page in range(1, len(sizes) + 1))
    assert [number for number in range(1, 121) if f"Nomor {number} tentang" not in text] == []


def test_a_long_title_stays_on_the_cover(browser: Browser, build: Build) -> None:
    sop = replace(bare(), title="Pengelolaan Arsip Dinamis " * 12)
    assert len(sizes_of(printed(browser, build(sop)))) == 2
