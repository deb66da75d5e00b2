"""The HTML file: whole, self-contained, and nothing an author writes becomes markup."""

import hashlib
import re
from base64 import b64decode, b64encode
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.document_samples import (
    AT,
    bare,
    blank_drawing,
    blank_svg,
    reference_item,
    regulation_example,
    text_item,
)
from sopdsl.document.compose import compose
from sopdsl.document.references import SopLink
from sopdsl.document.types import Picture
from sopdsl.emit.html import to_html
from sopdsl.model.types import Approval, Given, Section, Sop
from sopdsl.profiles import BUILTIN, load_profile
from sopdsl.settings import ChartOptions, Institution, Settings

VOID = {"meta", "img", "col", "rect"}
AGENCY = Settings(institution=Institution("Badan Siber dan Sandi Negara", "Jalan Harsono RM 70"))
KNOWN = {"penomoran-sop": SopLink("Penomoran SOP", "tata-usaha/penomoran-sop")}
THEMES = ("polos", "warna")
LOGO = Picture("image/png", b"\x89PNG\r\n\x1a\n", "Logo instansi")


class Reader(HTMLParser):
    """Reads a page strictly: what is opened is closed, in order, and nothing is left over."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), (tag, names)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def attributes(self, name: str) -> list[str]:
        return [attrs[name] or "" for _, attrs in self.tags if name in attrs]

    def elements(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def words(self) -> str:
        return " ".join(" ".join(self.texts).split())


def html_of(
    sop: Sop, settings: Settings = AGENCY, profile: str = BUILTIN[0], pages: int = 1
) -> str:
    drawings = [[blank_drawing(page + 1) for page in range(pages)] for _ in sop.charts]
    document = compose(
        sop,
        load_profile(profile),
        settings,
        charts=drawings,
        references=KNOWN,
        logo=LOGO,
        path="ortala/penetapan-sop",
    )
    svgs = [[blank_svg(drawing) for drawing in chart] for chart in drawings]
    return to_html(document, svgs)


@pytest.mark.parametrize("profile", BUILTIN)
@pytest.mark.parametrize("sop", [bare(), regulation_example()], ids=["draft", "regulation"])
def test_a_page_is_well_formed_and_has_its_landmarks(sop: Sop, profile: str) -> None:
    page = Reader(html_of(sop, profile=profile))
    assert [attrs.get("lang") for attrs in page.elements("html")] == ["id"]
    for tag in ("title", "h1", "main", "header", "nav"):
        assert len(page.elements(tag)) == 1, tag
    ids = page.attributes("id")
    assert len(set(ids)) == len(ids)
    inside = [href[1:] for href in page.attributes("href") if href.startswith("#")]
    assert inside
    assert set(inside) <= set(ids)
    for name in ("aria-labelledby", "headers"):
        assert set(" ".join(page.attributes(name)).split()) <= set(ids)
    assert all(attrs["alt"] for attrs in page.elements("img"))


def test_it_shows_every_field_of_the_document() -> None:
    words = Reader(html_of(regulation_example())).words
    for text in (
        "STANDAR OPERASIONAL PROSEDUR",
        "2019",
        "Badan Siber dan Sandi Negara",
        "Jalan Harsono RM 70",
        "BAGIAN ORGANISASI DAN TATA LAKSANA",
        "NOMOR SOP SOP/OT.01/1/2019",
        "TGL PEMBUATAN 25 Maret 2019",
        "TGL REVISI -",
        "TGL EFEKTIF 11 April 2019",
        "DISAHKAN OLEH SEKRETARIS UTAMA Syahrul Mubarak, S.IP., M.M. NIP. 19620306 198310 1 001",
        "NAMA SOP PENETAPAN STANDAR OPERASIONAL PROSEDUR",
        "DASAR HUKUM:",
        "KUALIFIKASI PELAKSANA: Peraturan Menteri Negara PAN dan RB Nomor 35",
        "PERALATAN/PERLENGKAPAN: SOP Penomoran SOP",
        "Langkah 3. Memeriksa hasil reviu",
        "Sesuai → langkah 4 ; Belum sesuai → langkah 2",
    ):
        assert text in words, text


def test_lists_are_numbered_only_when_there_is_more_than_one() -> None:
    page = html_of(regulation_example())
    assert "<p>Apabila SOP dalam kegiatan" in page
    assert "<ol><li>Memiliki kemampuan menggunakan komputer</li>" in page


def test_references_are_links_to_other_pages() -> None:
    page = html_of(regulation_example())
    assert '<a href="../tata-usaha/penomoran-sop.html">SOP Penomoran SOP</a>' in page
    assert "<li>SOP pengagendaan sop</li>" in page


def test_the_policy_names_every_style_sheet_and_allows_nothing_else() -> None:
    page = html_of(regulation_example())
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    rules = policy[1].replace("&#39;", "'")
    sheets = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(sheets) == 4
    hashes = [
        f"'sha256-{b64encode(hashlib.sha256(sheet.encode()).digest()).decode()}'"
        for sheet in sheets
    ]
    assert rules == (
        f"default-src 'none'; style-src {' '.join(hashes)}; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def test_the_file_needs_nothing_from_anywhere() -> None:
    page = html_of(regulation_example())
    without_names = page.replace('xmlns="http://www.w3.org/2000/svg"', "")
    assert "http:" not in without_names
    assert "https:" not in without_names
    assert "url(" in page
    assert page.count("url(") == page.count("url(data:")
    assert not Reader(page).elements("script")
    assert not Reader(page).elements("link")


def test_the_logo_is_embedded_on_the_cover_and_in_the_identity_block() -> None:
    sources = Reader(html_of(regulation_example())).attributes("src")
    assert len(sources) == 2
    for source in sources:
        start, _, data = source.partition(",")
        assert start == "data:image/png;base64"
        assert b64decode(data) == LOGO.data


def test_each_part_has_its_paper() -> None:
    page = html_of(regulation_example(), Settings(paper="F4"), pages=2)
    for rule in (
        "@page sampul { size: 215mm 330mm; margin: 30mm 25mm 30mm 30mm; }",
        "@page identitas { size: 215mm 330mm; margin: 20mm 15mm 20mm 20mm; }",
        "@page bagan-1 { size: 330mm 215mm; margin: 0mm 0mm 0mm 0mm; }",
    ):
        assert rule in page
    assert page.count("lembar gulir bagan-1") == 2


def test_several_charts_each_have_their_pages_and_steps() -> None:
    sop = regulation_example()
    second = replace(sop.charts[0], number=2, title="Pencabutan")
    page = Reader(html_of(replace(sop, charts=(sop.charts[0], second)), pages=2))
    assert {"bagan-1", "bagan-2", "langkah-1-1", "langkah-2-5"} <= set(page.attributes("id"))
    assert "Bagan alir 1 Bagan alir 2" in page.words.replace("Bagan alir 1Bagan", "Bagan alir 1 B")
    labels = [label for label in page.attributes("aria-label") if "lembar" in label]
    assert labels == [
        "Bagan alir, lembar 1 dari 2",
        "Bagan alir, lembar 2 dari 2",
        "Pencabutan, lembar 1 dari 2",
        "Pencabutan, lembar 2 dari 2",
    ]


def test_times_are_said_in_words_only_where_they_are_asked_for() -> None:
    plain = Reader(html_of(regulation_example()))
    assert "Jumlah waktu" not in plain.words
    settings = replace(AGENCY, chart=ChartOptions(totals=True))
    words = Reader(html_of(regulation_example(), settings)).words.replace("\xa0", " ")
    assert "Jumlah waktu: Unit Kerja Pengusul 3 jam 5 menit" in words
    assert "Seluruh langkah 6 jam 20 menit" in words
    assert "1 hari = 8 jam kerja" in words


def test_each_row_has_its_rule_and_only_rows_that_exist() -> None:
    page = html_of(regulation_example())
    rules = re.findall(r'\.bagan:has\(g\[data-rows~="(\d+)"\]', page)
    assert rules == ["1", "2", "3", "4", "5"]
    assert ".bagan:has(" not in html_of(bare())


def test_the_page_has_the_colours_of_its_theme_on_screens_and_none_on_paper() -> None:
    plain, coloured = (html_of(regulation_example(), replace(AGENCY, theme=t)) for t in THEMES)
    for page in (plain, coloured):
        paper = page.index(".sop-outline{fill:#fff;stroke:#000")
        assert paper < page.index("@media screen{:root{")
        assert "(prefers-color-scheme:dark)" in page
    assert "--mulai:#fff" in plain.partition("@media screen")[2]
    assert "--mulai:#d8efdf" in coloured.partition("@media screen")[2]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert html_of(regulation_example()) == html_of(regulation_example())


# --- whatever an author writes ------------------------------------------------------------------

_nasty = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "' onmouseover='alert(1)",
        "{{ 7 * 7 }}{% raw %}",
        "</style><b>",
        "<!-- ]]> -->",
        "&amp;&#60;",
        "javascript:alert(1)",
        "a\x00b\ud800c\x0bd",
    ]
)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_words = _nasty | st.text(max_size=30)
_KNOWN_TAGS = {tag for tag, _ in Reader(html_of(regulation_example())).tags}


@given(
    title=_words, words=st.lists(_words, min_size=12, max_size=12), ids=st.tuples(_words, _words)
)
def test_no_text_becomes_markup(title: str, words: list[str], ids: tuple[str, str]) -> None:
    page = html_of(_written(title, words, ids), Settings(institution=Institution(*words[:2])))
    page.encode("utf-8")
    read = Reader(page)
    assert {tag for tag, _ in read.tags} <= _KNOWN_TAGS
    assert not [attr for _, attrs in read.tags for attr in attrs if attr.startswith("on")]
    assert not read.attributes("style")
    for href in read.attributes("href"):
        assert re.fullmatch(r"#[a-z0-9-]+|[A-Za-z0-9%._~/-]+\.html", href), href
    assert not _FORBIDDEN.search(page)
    assert _FORBIDDEN.sub("\ufffd", words[2]) in "".join(read.texts)


def _written(title: str, words: list[str], ids: tuple[str, str]) -> Sop:
    sop = regulation_example()
    identity = replace(
        sop.identity,
        number=Given(words[2], AT),
        unit=(words[3], words[4]),
        approval=Given(Approval(words[5], words[6], words[7], AT), AT),
    )
    chart = sop.charts[0]
    first = replace(chart.steps[0], activity=words[8])
    lane = replace(chart.lanes[0], title=words[9])
    chart = replace(
        chart,
        title=words[10],
        steps=(first, *chart.steps[1:]),
        lanes=(lane, *chart.lanes[1:]),
        footnotes=(words[11],),
    )
    sections = (
        (Section.KETERKAITAN, (text_item(words[8]), reference_item(*ids))),
        (Section.PERINGATAN, (text_item(words[9]),)),
    )
    return replace(sop, title=title, identity=identity, sections=sections, charts=(chart,))
