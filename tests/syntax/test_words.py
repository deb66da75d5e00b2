"""Nearest words, and errors that an unknown word explains."""

from __future__ import annotations

import pytest

from sopdsl.source import Source, Span
from sopdsl.syntax import KEYWORDS, nearest_word, parse, settled
from sopdsl.syntax.words import spelling_distance

WORDS = [keyword.word for keyword in KEYWORDS]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("wkatu", "waktu"),
        ("waktuu", "waktu"),
        ("Langkah", "langkah"),
        ("langka", "langkah"),
        ("kelengkpan", "kelengkapan"),
        ("kelengk", "kelengkapan"),
        ("tdak", "tidak"),
        ("a", None),
        ("xyz", None),
        ("menyusun", None),
    ],
)
def test_nearest(word: str, meant: str | None) -> None:
    assert nearest_word(word, WORDS) == meant


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xyz", 3), ("", "abcd", 3)],
)
def test_distance_up_to_a_limit(first: str, second: str, distance: int) -> None:
    assert spelling_distance(first, second, 2) == min(distance, 3)


def test_an_unknown_word_explains_its_line_or_statement() -> None:
    text = "foo bar baz\n  x ???\nlangkah\n  risiko -> a\n  waktu ???\n"
    source = Source("x", text)
    syntax = parse(source)
    places = {source.slice(error.span) for error in syntax.errors}
    assert len(syntax.errors) == 4
    words = [Span(0, 3), Span(text.index("risiko"), text.index("risiko") + 6)]
    left = settled(syntax, words)
    assert [source.position(error.span.start).line for error in left] == [4]
    assert settled(syntax, []) == syntax.errors
    assert places
