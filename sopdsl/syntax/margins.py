"""Lines at the wrong distance from the margin: how they are told from others."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sopdsl.syntax import tree
from sopdsl.syntax.grammar import load_grammar
from sopdsl.syntax.statements import QUOTES
from sopdsl.syntax.tree import Statement

_WORD: Final = re.compile(r"[^\W\d_](?:-*\w)*")
_LONGEST_WORD: Final = 100  # characters; no keyword is half as long
_SIGNS: Final = f"{QUOTES}@-=0123456789\u2192\u2010\u2011\u2012\u2013\u2014\u2015\u2212"


@cache
def head_words() -> frozenset[str]:
    """Return the keywords that begin a statement."""
    grammar = load_grammar()
    return frozenset(key for key in grammar.rows[grammar.start] if isinstance(key, str))


@cache
def entry_words() -> frozenset[str]:
    """Return the keywords that begin an indented line and never a statement."""
    grammar = load_grammar()
    line = grammar.keys["_LINE"]
    states = {action for row in grammar.rows if (action := row.get(line, -1)) >= 0}
    found = {key for state in states for key in grammar.rows[state] if isinstance(key, str)}
    return frozenset(found) - head_words()


@cache
def _indented_head() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, head_words())))
    return re.compile(rf"(?:\r\n|[\r\n])[^\S\r\n]+({words})(?!-*\w)")


def indented_heads(text: str) -> list[int]:
    """Return where indented lines of a statement begin with a word that begins statements."""
    return [match.start(1) for match in _indented_head().finditer(text)]


def misplaced_head(statement: Statement) -> int | None:
    """Return where the first entry begins that is a statement by its word.

    Entries of extension statements may be called as their plugin likes.
    """
    if isinstance(statement, tree.SopStatement | tree.StepStatement | tree.RegulationStatement):
        for entry in statement.entries:
            if isinstance(entry, tree.GenericEntry) and entry.keyword.text in head_words():
                return entry.span.start
    return None


def begins_like_entry(text: str) -> bool:
    """Tell whether a line can be no statement, but an entry or an item of one."""
    match = _WORD.match(text, 0, _LONGEST_WORD)
    return match[0] in entry_words() if match else text[:1] in _SIGNS
