"""Lines at the wrong distance from the margin: one error each, and nothing lost."""

from __future__ import annotations

import pytest

from sopdsl.source import Source
from sopdsl.syntax import format_text, parse, tree


def kinds(text: str) -> list[str]:
    return [type(placed.statement).__name__ for placed in parse(Source("x", text)).tree]


def mended(text: str) -> str:
    """Return a text after the first fix of each of its errors."""
    found = [error.fixes[0] for error in parse(Source("x", text)).errors]
    for edit in sorted((edit for fix in found for edit in fix.edits), key=lambda e: e.span)[::-1]:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ('sop a "A"\nnomor "1"\njenis administratif\n', ["SopStatement"]),
        ('peralatan\n"Komputer"\n@lain\n', ["SectionStatement"]),
        ("riwayat\n2024-01-05 reviu\n", ["HistoryStatement"]),
        ("langkah\n-> a\nya -> b\nwaktu 5 menit\n", ["StepStatement"]),
        ('  sop a "A"\n    nomor "1"\n', ["SopStatement"]),
        (
            'pelaksana\n  a "A"\n  mulai oleh a "x"\n    waktu 5 menit\n',
            ["LanesStatement", "StepStatement"],
        ),
        ('langkah oleh a "x"\n  waktu 5 menit\n  selesai oleh a "y"\n', ["StepStatement"] * 2),
        ("halaman\n  langkah a\n  halaman\n", ["PageStatement", "StepStatement", "PageStatement"]),
    ],
)
def test_nothing_is_lost(text: str, statements: list[str]) -> None:
    syntax = parse(Source("x", text))
    assert kinds(text) == statements
    assert syntax.errors
    assert len({error.span.start for error in syntax.errors}) == len(syntax.errors)
    assert parse(Source("x", mended(text))).errors == ()
    assert kinds(mended(text)) == statements
    assert kinds(format_text(text)) == statements


def test_an_entry_that_does_not_fit_above_stays_alone() -> None:
    syntax = parse(Source("x", 'sop a "A"\nwaktu 5 menit\n'))
    assert len(syntax.tree.statements) == 2
    assert isinstance(syntax.tree.statements[1].statement, tree.ExtensionStatement)


def test_an_extension_calls_its_entries_as_it_likes() -> None:
    assert parse(Source("x", 'tim-kerja\n  catatan "x"\n  langkah 5\n')).errors == ()


def test_a_text_whose_last_lines_look_like_comments() -> None:
    syntax = parse(Source("x", 'sop a "satu\n  # dua"\n  # komentar\n'))
    statement = syntax.tree.statements[0].statement
    assert syntax.errors == ()
    assert isinstance(statement, tree.SopStatement)
    assert statement.title is not None
    assert statement.title.value == "satu # dua"
