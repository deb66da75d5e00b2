"""The margin law: where statements begin and end, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopdsl.source import Source
from sopdsl.syntax import parse
from sopdsl.syntax.statements import split
from syntax.strategies import documents


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("# hanya komentar\n  # lagi\n", []),
        ("a\nb", ["a", "b"]),
        ("a\r\n  b\r\nc\r\n", ["a\r\n  b", "c"]),
        ("a\r  b\rc", ["a\r  b", "c"]),
        ("a\n\tb\n\u00a0c\n d", ["a\n\tb\n\u00a0c\n d"]),
        ("a\n\n# di tengah\n\n  b\n\n# di bawah\n", ["a\n\n# di tengah\n\n  b"]),
        ('a "terbuka\nb "\n', ['a "terbuka', 'b "']),
        ("\ufeffa\n\u200bb", ["a", "b"]),
        ("a\u2028b\x0cc", ["a\u2028b\x0cc"]),
        ("a # ujung  \nb", ["a # ujung", "b"]),
    ],
)
def test_split(text: str, pieces: list[str]) -> None:
    assert [piece.text for piece in split(text)] == pieces
    assert all(text[piece.start :].startswith(piece.text) for piece in split(text))


def test_a_first_statement_may_be_indented() -> None:
    assert [(piece.text, piece.indented) for piece in split("  a\n  b\nc")] == [
        ("a\n  b", True),
        ("c", False),
    ]


@given(st.text(st.sampled_from(" \n\r\tab#\u00a0\u200b"), max_size=60))
def test_nothing_but_blanks_and_comments_is_left_out(text: str) -> None:
    position = 0
    for piece in split(text):
        between = text[position : piece.start]
        assert all(
            not line.strip(" \t\u00a0\u200b") or "#" in line
            for line in between.replace("\r", "\n").split("\n")
        )
        position = piece.span.end


@given(documents())
def test_line_ends_do_not_matter(text: str) -> None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    kinds = [
        [type(placed.statement) for placed in parse(Source("x", variant)).tree]
        for variant in (plain, plain.replace("\n", "\r\n"), plain.replace("\n", "\r"))
    ]
    assert kinds[0] == kinds[1] == kinds[2]
