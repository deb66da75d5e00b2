"""On paper: one sheet a page, of the right size and way up, nothing cut off, letters real text."""

import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from harness.browser import Browser
from harness.document_samples import bare, regulation_example, text_item
from sopdsl.model.types import Section, Sop
from sopdsl.settings import ChartOptions

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


Word = tuple[str, float, float, float, float]  # with its box


def words_with_boxes(pdf: Path, page: int) -> list[Word]:
    text = run("pdftotext", "-f", str(page), "-l", str(page), "-bbox", str(pdf), "-")
    boxes = re.findall(
        r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>',
        text,
    )
    return [
        (unescape(word), float(left), float(top), float(right), float(bottom))
        for left, top, right, bottom, word in boxes
    ]


PRINTS = [
    ("A4", "lanskap", across(A4)),
    ("A4", "potret", A4),
    ("F4", "lanskap", across(F4)),
    ("F4", "potret", F4),
]


@pytest.mark.parametrize(("paper", "way", "size"), PRINTS)
def test_the_sheet_shows_the_drawing_at_its_full_size_and_place(
    browser: Browser, build: Build, paper: str, way: str, size: Size
) -> None:
    """Every word of every drawing stands on its sheet where the drawing has it, within 0.2 mm."""
    chart = ChartOptions(legend=True, totals=True)
    page = build(two_pages(), paper=paper, orientation=way, chart=chart)
    pdf = printed(browser, page)
    sizes = sizes_of(pdf)
    assert len(sizes) == 4
    drawings = re.findall(r"<svg .*?</svg>", page.read_text(encoding="utf-8"), re.DOTALL)
    for number, drawing in enumerate(drawings, start=3):
        assert sizes[number - 1] == pytest.approx(size, abs=ROUNDING)
        there = words_with_boxes(pdf, number)
        for word, left, top, right, bottom in there:
            assert 0 < left < right < size[0], word
            assert 0 < top < bottom < size[1], word
        wanted = list(first_words(drawing))
        assert len(wanted) > 20
        for word, x, y, anchor in wanted:
            near = [w for w in there if w[0] == word and w[2] < y < w[4] + 1]
            edges = {
                "start": [w[1] for w in near],
                "middle": [(w[1] + w[3]) / 2 for w in near],
            }[anchor]
            assert min((abs(edge - x) for edge in edges), default=99) < 0.2 * MM, (word, x, y)


def first_words(drawing: str) -> Iterator[tuple[str, float, float, str]]:
    """Yield the lines of a drawing: first word where a line begins there, else lines of one word.

    With it come where the line is anchored, its baseline, and how it is anchored.
    """
    root = ElementTree.fromstring(drawing)
    for text in root.iter("{http://www.w3.org/2000/svg}text"):
        anchor = text.get("text-anchor", "start")
        for line in [*text] or [text]:
            words = (line.text or "").split()
            if words and (anchor == "start" or len(words) == 1):
                yield words[0], float(line.get("x", "")), float(line.get("y", "")), anchor


def test_the_text_can_be_selected_in_the_order_it_is_read(browser: Browser, build: Build) -> None:
    pdf = printed(browser, build(two_pages()))
    text = run("pdftotext", "-raw", "-f", "3", "-l", "3", str(pdf), "-")
    order = ["Aktivitas", "1\nMemberikan konsep", "5 menit", "2\nMelakukan reviu", "180 menit"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_connectors_are_on_both_sheets_where_the_drawing_has_them(
    browser: Browser, build: Build
) -> None:
    page = build(two_pages())
    pdf = printed(browser, page)
    drawings = re.findall(r"<svg .*?</svg>", page.read_text(encoding="utf-8"), re.DOTALL)
    for number, drawing in enumerate(drawings, start=3):
        letters = re.findall(r'data-connector="(\w)" data-kind="konektor"', drawing)
        assert letters, "this page has connectors"
        words = [word for word, *_ in words_with_boxes(pdf, number)]
        assert all(words.count(letter) == 1 for letter in letters)


def test_a_box_that_goes_on_overleaf_is_closed_on_both_sheets(
    browser: Browser, build: Build
) -> None:
    items = tuple(text_item(f"Peraturan Nomor {number} tentang Rapat") for number in range(1, 91))
    pdf = printed(browser, build(replace(bare(), sections=((Section.DASAR_HUKUM, items),))))
    first = rows_of_ink(pdf, 2)
    second = rows_of_ink(pdf, 3)
    assert first, "a line from edge to edge"
    assert first[-1] > 0.9, "closed at the foot of the sheet"
    assert second[0] < 0.1, "closed at the head of the next"


def rows_of_ink(pdf: Path, page: int) -> list[float]:
    """Return where lines run across most of a sheet, from 0 at its top to 1 at its foot."""
    command = ("pdftoppm", "-r", "72", "-gray", "-f", str(page), "-l", str(page), str(pdf))
    picture = subprocess.run(command, check=True, capture_output=True).stdout
    _, size, _, pixels = picture.split(b"\n", 3)
    width, height = map(int, size.split())
    rows = (pixels[at * width : (at + 1) * width] for at in range(height))
    return [
        at / height for at, row in enumerate(rows) if sum(dot < 160 for dot in row) > 0.7 * width
    ]


def test_a_long_title_stays_on_the_cover(browser: Browser, build: Build) -> None:
    sop = replace(bare(), title="Pengelolaan Arsip Dinamis " * 12)
    assert len(sizes_of(printed(browser, build(sop)))) == 2
