"""The formatter: canonical, idempotent, and it loses neither meaning nor a comment."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings

from harness.goldens import compare
from sopdsl.source import Source, Span
from sopdsl.syntax import format_text, parse
from sopdsl.syntax.grammar import load_grammar
from sopdsl.syntax.recovery import parts
from sopdsl.syntax.tree import DateLiteral
from syntax.strategies import TEXTS, documents, slipped

HERE = Path(__file__).parent


def meaning(node: Any) -> Any:
    """Return a tree without its places, and dates without their wording."""
    if isinstance(node, Span):
        return None
    if isinstance(node, DateLiteral) and node.value is not None:
        return node.value
    if isinstance(node, tuple):
        return tuple(map(meaning, node))
    if is_dataclass(node):
        return (type(node).__name__, *(meaning(getattr(node, f.name)) for f in fields(node)))
    return node


def meanings(text: str) -> list[Any]:
    return [meaning(placed.statement) for placed in parse(Source("x.sop", text)).tree]


def comments(text: str) -> list[str]:
    """Return the comments of a well-formed text: a number sign that stands in no text."""
    pattern = re.compile(f"{load_grammar().patterns['STRING']}|(#[^\r\n]*)")
    return [match[1].rstrip() for match in pattern.finditer(text) if match[1]]


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.sop")), ids=lambda path: path.stem)
def test_looked_at(path: Path) -> None:
    compare(format_text(path.read_text(encoding="utf-8")), HERE / "goldens" / path.name)


@settings(max_examples=600, deadline=None)
@given(documents())
@example("")
@example("\n\n")
@example("# hanya komentar")
@example('langkah\n  ya "Sesuai" -> a,\n  # di daftar\n  b')
@example('langkah\n  jika -> a, # satu\n   b "Sesuai" # dua')
@example("langkah\n  waktu 2019 - 04")
@example("langkah oleh a, # satu\n  b")
def test_documents_keep_meaning_and_comments(text: str) -> None:
    formatted = format_text(text)
    assert parse(Source("x.sop", text)).errors == ()
    assert meanings(formatted) == meanings(text)
    assert sorted(comments(formatted)) == sorted(comments(text))
    assert format_text(formatted) == formatted
    assert "\r" not in formatted
    assert formatted == "" or formatted.endswith("\n")
    assert not re.search(r"[ \t]\n|\n\n\n", formatted)


@settings(max_examples=300, deadline=None)
@given(slipped())
def test_broken_statements_are_left_as_they_are(text: str) -> None:
    formatted = format_text(text)
    assert format_text(formatted) == formatted
    for part in parts(text, {}):
        if part.errors:
            kept = re.sub(r"\r\n|\r", "\n", part.piece.text)
            assert kept in formatted
