"""Reading citations, bare titles, and edits of section lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopdsl.model.citations import read_citation
from sopdsl.model.titles import bare_title, prefix_length


@pytest.mark.parametrize(
    ("text", "rank", "number", "year", "about"),
    [
        ("Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan", 2, "43", "2009", True),
        ("UU No. 5 Tahun 2014 Tentang ASN", 2, "5", "2014", True),
        (
            "Peraturan Pemerintah Nomor 28 Tahun 2012 tentang UU 43 Tahun 2009",
            3,
            "28",
            "2012",
            True,
        ),
        ("Perpres No. 16 Tahun 2018 jo. Perpres No. 12 Tahun 2021", 4, "16", "2018", False),
        ("PMK No. 210/PMK.05/2022 Tentang Pembayaran", 5, "210/PMK.05/2022", "2022", True),
        ("Peraturan Kabasarnas Nomor : PK 16 Tahun 2014 tentang SOP", 5, "PK 16", "2014", True),
        ("Peraturan Daerah tentang Perangkat Daerah (nomor diisi)", 6, "", "", True),
        ("Peraturan Wali Kota Nomor 1 Tahun 2020 tentang Arsip", 7, "1", "2020", True),
        (
            "Keputusan Menteri Nomor M.01.PR.07.04 Tahun 2004 tentang Rudenim",
            None,
            "M.01.PR.07.04",
            "2004",
            True,
        ),
        ("Surat Edaran Nomor 3 Tahun 2020", None, "3", "2020", False),
    ],
)
def test_what_a_citation_says(
    text: str, rank: int | None, number: str, year: str, about: bool
) -> None:
    citation = read_citation(text)
    assert citation is not None
    assert (citation.rank, citation.number, citation.year, citation.about) == (
        rank,
        number,
        year,
        about,
    )


@pytest.mark.parametrize("text", ["", "-", "(nomor dan tahun diisi)", "Pedoman Arsip", "Persiapan"])
def test_what_is_no_citation(text: str) -> None:
    assert read_citation(text) is None


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    citation = read_citation(text)
    assert citation is None or citation.kind
    assert 0 <= prefix_length(text) <= len(text)
    bare_title(text)


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("SOP Reviu  SOP", "reviu sop"),
        ("Standar Operasional Prosedur: Reviu", "reviu"),
        ("POS AP Pelaksanaan Uji", "pelaksanaan uji"),
        ("SOP 4 — Penugasan", "4 — penugasan"),
        ("Sopir Dinas", "sopir dinas"),
        ("SOP", "sop"),
        ('"Protap Jaga"', "jaga"),
    ],
)
def test_bare_titles(title: str, bare: str) -> None:
    assert bare_title(title) == bare
