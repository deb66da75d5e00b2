"""From a text to its tree, statement by statement, with a memo so that an edit costs one statement."""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from functools import cache

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.source import Source, Span
from sopdsl.syntax.grammar import load_grammar
from sopdsl.syntax.lalr import Machine
from sopdsl.syntax.nodes import LEAVES, MAKERS, word
from sopdsl.syntax.statements import split
from sopdsl.syntax.tree import Placed, Statement, Tree

Memo = MutableMapping[str, tuple[Statement | None, tuple[Diagnostic, ...]]]
"""Statements by their text, with their errors, spans counted from the statement's start."""


@dataclass(frozen=True, slots=True)
class Syntax:
    """What a text says, and every place where it is not well-formed."""

    tree: Tree
    errors: tuple[Diagnostic, ...]


@cache
def tree_machine() -> Machine:
    """Return the machine that builds the tree."""
    return Machine(load_grammar(), LEAVES, word, MAKERS)


def parse(source: Source, memo: Memo | None = None) -> Syntax:
    """Return the tree of a text and its errors; never raises.

    Args:
        source: the text.
        memo: kept by the caller from one parse to the next: only statements whose text is not in it
            are parsed.
    """
    machine = tree_machine()
    placed: list[Placed] = []
    errors: list[Diagnostic] = []
    for piece in split(source.text):
        known = memo.get(piece.text) if memo is not None else None
        if known is None:
            statement = machine.read(piece.text)
            found = (
                ()
                if statement is not None
                else (
                    Diagnostic(
                        "syntax-error",
                        Severity.ERROR,
                        Phrase("bentuk ini tidak dikenal", "this form is not known"),
                        Span(0, len(piece.text.splitlines()[0])),
                    ),
                )
            )
            known = statement, found
            if memo is not None:
                memo[piece.text] = known
        statement, found = known
        if statement is not None:
            placed.append(Placed(piece.start, statement))
        for error in found:
            errors.append(
                Diagnostic(
                    error.rule, error.severity, error.message, error.span.shifted(piece.start)
                )
            )
    return Syntax(Tree(source, tuple(placed)), tuple(errors))
