"""Lines: where they end, how a word breaks that is wider than its column, what is not printed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopdsl.layout.metrics import text_width
from sopdsl.layout.text import clean, count_lines, pieces, widest_piece, wrap

TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=120)
INDONESIAN = st.text(alphabet="abdeginorstuy -/\n", max_size=200)


def test_lines_end_at_spaces() -> None:
    assert wrap("Melakukan reviu draft SOP", 60, 8) == ("Melakukan reviu", "draft SOP")


def test_a_text_ends_its_lines_where_the_author_says() -> None:
    assert wrap("satu\ndua", 400, 8) == ("satu", "dua")


def test_a_line_may_end_behind_a_stroke_or_hyphen_between_words() -> None:
    assert wrap("Komputer/printer/scanner", 70, 8) == ("Komputer/printer/", "scanner")
    assert wrap("bersama-sama", 40, 8) == ("bersama-", "sama")


def test_a_range_of_numbers_stays_whole() -> None:
    assert wrap("1-3 hari", 20, 8) == ("1-3", "hari")


def test_a_no_break_space_holds_its_words_together() -> None:
    assert wrap("Rp\xa0100 ribu", 30, 8) == ("Rp\xa0100", "ribu")


def test_a_word_that_fits_is_never_broken() -> None:
    assert not any("-" in line for line in wrap("Penanggungjawab Kepegawaian", 70, 8))


@pytest.mark.parametrize(
    ("word", "broken"),
    [
        ("Subbagian", ("Subba-", "gian")),
        ("Kepegawaian", ("Kepega-", "waian")),
        ("Penyelenggaraan", ("Penye-", "lengga-", "raan")),
        ("Penanggungjawab", ("Penang-", "gungja-", "wab")),
        ("masyarakat", ("masya-", "rakat")),
        ("Perlengkapan", ("Perleng-", "kapan")),
    ],
)
def test_a_word_too_wide_breaks_between_syllables(word: str, broken: tuple[str, ...]) -> None:
    assert wrap(word, 30, 7, bold=True) == broken


def test_what_has_no_syllables_breaks_anywhere() -> None:
    lines = wrap("SPPT-PBB2019XXKKQQ", 20, 8)
    assert "".join(lines) == "SPPT-PBB2019XXKKQQ"


@pytest.mark.parametrize(
    ("raw", "printed"),
    [
        ("a\x00b\x1bc", "abc"),
        ("so\xadpan", "sopan"),
        ("\u202eterbalik\u202c", "terbalik"),
        ("a\u2028b\r\nc\rd", "a\nb\nc\nd"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("Résumé — “ya” 😀", "Résumé — “ya” 😀"),
    ],
)
def test_what_cannot_be_seen_is_not_printed(raw: str, printed: str) -> None:
    assert clean(raw) == printed


@given(st.one_of(TEXT, INDONESIAN), st.floats(5, 200), st.sampled_from([7.0, 8.0, 10.0]))
def test_every_line_fits_unless_it_is_one_letter(text: str, width: float, size: float) -> None:
    for line in wrap(text, width, size):
        assert len(line) <= 1 or text_width(line, size) <= width + 1e-6


@given(INDONESIAN, st.floats(10, 200))
def test_nothing_is_lost(text: str, width: float) -> None:
    def letters(value: str) -> str:
        return re.sub(r"[\s-]", "", value)

    assert letters("".join(wrap(text, width, 8))) == letters(text)


@given(st.one_of(TEXT, INDONESIAN), st.floats(5, 200))
def test_counting_lines_is_wrapping_without_the_lines(text: str, width: float) -> None:
    assert count_lines(pieces(text), width, 8) == len(wrap(text, width, 8))


@given(INDONESIAN)
def test_in_a_column_as_wide_as_the_widest_piece_nothing_is_broken(text: str) -> None:
    whole = {piece.text for paragraph in pieces(text) for piece in paragraph}
    for line in wrap(text, widest_piece(text, 8), 8):
        for word in line.split(" "):
            assert any(word.endswith(piece) for piece in whole)
