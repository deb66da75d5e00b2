"""Places in a text: lines, columns, and the units editors count in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopdsl.source import Encoding, LineIndex, Position, Source, Span

TEXTS = st.text(st.sampled_from("ab\n\r\x0c\u2028\x85é😀"), max_size=40)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a", ""]),
        ("a\r\nb\rc\nd", ["a", "b", "c", "d"]),
        ("a\x0cb\u2028c\x85d", ["a\x0cb\u2028c\x85d"]),  # none of these ends a line in an editor
    ],
)
def test_lines_end_where_editors_end_them(text: str, lines: list[str]) -> None:
    index = LineIndex(text)
    assert [index.line_text(number) for number in range(len(index))] == lines


@given(TEXTS)
def test_lines_are_those_of_the_line_end_pattern(text: str) -> None:
    index = LineIndex(text)
    assert [index.line_text(n) for n in range(len(index))] == re.split("\r\n|\n|\r", text)


@given(TEXTS, st.integers(-3, 50))
def test_every_place_comes_back(text: str, offset: int) -> None:
    index = LineIndex(text)
    position = index.position(offset)
    clamped = max(0, min(offset, len(text)))
    inside_crlf = text[clamped - 1 : clamped + 1] == "\r\n" and clamped > 0
    assert index.offset(position) == (clamped - 1 if inside_crlf else clamped)


@given(TEXTS, st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_columns_of_editors_come_back(text: str, encoding: Encoding) -> None:
    index = LineIndex(text)
    for line in range(len(index)):
        for column in range(len(index.line_text(line)) + 1):
            units = index.encoded_column(Position(line, column), encoding)
            assert index.decoded_position(line, units, encoding) == Position(line, column)


def test_columns_count_in_the_units_of_the_editor() -> None:
    index = LineIndex("a😀é")
    place = Position(0, 3)
    assert index.encoded_column(place, "utf-8") == 1 + 4 + 2
    assert index.encoded_column(place, "utf-16") == 1 + 2 + 1
    assert index.encoded_column(place, "utf-32") == 3


def test_a_column_inside_a_character_snaps_to_the_next_one() -> None:
    assert LineIndex("😀x").decoded_position(0, 1, "utf-16") == Position(0, 1)


def test_a_column_past_the_end_is_the_end() -> None:
    assert LineIndex("ab\ncd").offset(Position(0, 99)) == 2
    assert LineIndex("ab\ncd").offset(Position(9, 0)) == 5
    assert LineIndex("ab").decoded_position(0, 99, "utf-16") == Position(0, 2)


def test_spans_join_and_shift() -> None:
    assert Span(3, 5).joined(Span(8, 9)) == Span(3, 9)
    assert Span(3, 5).shifted(2) == Span(5, 7)
    assert Span(3, 5).contains(5)
    assert not Span(3, 5).contains(6)
    assert Source("a.sop", "halo dunia").slice(Span(5, 10)) == "dunia"
