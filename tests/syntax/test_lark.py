"""Our driver against Lark: the same texts are statements, and the same derivations come out."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings

from sopdsl.syntax.statements import split
from syntax.derivations import by_lark, by_us
from syntax.strategies import loose_tokens, slipped, statements


@pytest.mark.parametrize("text", statements(), ids=lambda text: text.split("\n")[0][:40])
def test_every_statement_derives_as_in_lark(text: str) -> None:
    expected = by_lark(text)
    assert expected is not None
    assert by_us(text) == expected


@settings(max_examples=1200, deadline=None)
@given(slipped())
@example("langkah\n  waktu 30 menit-3 jam")
@example("langkah\n  waktu 1x24 jam")
@example("langkah\n  waktu 2 atau-3")
@example("langkah\n  waktu 5 x-ray")
@example("langkah\n  waktu 2024-01-05 hari")
@example("langkah x oleh a->b>c")
@example("ya ->x")
def test_slips_are_taken_or_refused_as_in_lark(text: str) -> None:
    for piece in split(text):
        assert by_us(piece.text) == by_lark(piece.text)


@settings(max_examples=1500, deadline=None)
@given(loose_tokens())
def test_loose_tokens_are_taken_or_refused_as_in_lark(text: str) -> None:
    for piece in split(text):
        assert by_us(piece.text) == by_lark(piece.text)
