"""From a text to its tree, statement by statement, with a memo so that an edit costs one statement.

A text without errors is read here and needs nothing else; as soon as something is out of order,
:mod:`sopdsl.syntax.recovery` takes over, and only then is it imported.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from sopdsl.diagnostics import Diagnostic
from sopdsl.source import Source
from sopdsl.syntax.grammar import load_grammar
from sopdsl.syntax.lalr import Machine
from sopdsl.syntax.leaves import LEAVES, keyword
from sopdsl.syntax.margins import begins_like_entry, misplaced_head
from sopdsl.syntax.nodes import MAKERS
from sopdsl.syntax.statements import split
from sopdsl.syntax.tree import Placed, Statement, Tree

LONGEST_LINE: Final = 10_000
"""Characters; the longest activity seen in real SOPs has 658."""

CONTROL: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]+"
)
"""Characters that stand in no text: no page could show them, no XML may hold them."""


class Reading(NamedTuple):
    """A statement as read; places count from its start.

    Attributes:
        statement: ``None`` when nothing of it could be saved.
        errors: what is wrong with it.
        cut: where another statement begins in it that should stand at the margin, if one does; the
            rest describes what stands before.
    """

    statement: Statement | None
    errors: tuple[Diagnostic, ...]
    cut: int | None = None


Memo = MutableMapping[str, Reading]
"""Statements by their text."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """What a text says, and every place where it is not well-formed."""

    tree: Tree
    errors: tuple[Diagnostic, ...]


@cache
def tree_machine() -> Machine:
    """Return the machine that builds the tree."""
    return Machine(load_grammar(), LEAVES, keyword, MAKERS)


def parse(source: Source, memo: Memo | None = None) -> Syntax:
    """Return the tree of a text and its errors; never raises.

    Args:
        source: the text.
        memo: kept by the caller from one parse to the next: only statements whose text is not in it
            are parsed.
    """
    known: Memo = {} if memo is None else memo
    placed = _well_formed(source.text, known)
    if placed is not None:
        return Syntax(Tree(source, tuple(placed)), ())
    from sopdsl.syntax.recovery import recover  # noqa: PLC0415 -- most texts do not need it

    return recover(source, known)


def read_well_formed(text: str) -> Statement | None:
    """Return a statement, or ``None`` when anything is out of order with it."""
    if len(text) > LONGEST_LINE and longest_line(text) > LONGEST_LINE:
        return None
    statement: Statement | None = tree_machine().read(text)
    if statement is None or misplaced_head(statement) is not None:
        return None
    return statement


def longest_line(text: str) -> int:
    """Return the number of characters of the longest line."""
    return max(map(len, re.split(r"[\r\n]", text)))


def _well_formed(text: str, known: Memo) -> list[Placed] | None:
    """Return the statements of a text, or ``None`` when anything is out of order."""
    if CONTROL.search(text):
        return None
    placed: list[Placed] = []
    for piece in split(text):
        reading = known.get(piece.text)
        if reading is None:
            statement = read_well_formed(piece.text)
            if statement is not None:
                known[piece.text] = Reading(statement, ())
        else:
            statement = None if reading.errors or reading.cut is not None else reading.statement
        if statement is None or piece.indented or begins_like_entry(piece.text):
            return None
        placed.append(Placed(piece.start, statement))
    return placed
