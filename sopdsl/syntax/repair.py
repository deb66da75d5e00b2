"""Finds what a broken statement was meant to be: the least edit after which most of it reads.

At each token that cannot stand where it stands, small edits are tried at that token and at the few
before it. Each is judged by how much of the text reads after it and by its cost, i.e. how unlike a
slip of the pen it is; the best is applied and reported as one fault. When none is better, the rest
of the line is given up, so a fault never costs more than its line. (Locally least-cost repair for
LR parsers: C. N. Fischer, J. Mauney, "A simple, fast, and effective LL(1) error repair algorithm",
Acta Informatica 29, 1992, and R. Corchuelo et al., "Repairing syntax errors in LR parsers", ACM
TOPLAS 24(6), 2002; the trial continuation is theirs, the costs are ours.)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sopdsl.diagnostics import TextEdit
from sopdsl.source import Span
from sopdsl.syntax.edits import Edit, Impasse, Kind
from sopdsl.syntax.grammar import END, Grammar, Key
from sopdsl.syntax.lalr import Token
from sopdsl.syntax.quotes import quote_edits
from sopdsl.syntax.reader import Reader, Stack
from sopdsl.syntax.token_edits import skips, token_edits

AHEAD: Final = 8
"""So many tokens must read after an edit for it to count as a full success."""

MOST_FAULTS: Final = 30
"""After so many faults in one statement only whole lines are given up: time stays linear."""

MOST_TRIALS: Final = 5
"""So many edits may follow each other at one place without getting any further."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A place that does not read, and the repair that was chosen.

    Attributes:
        kind: what the repair does.
        found: the token that cannot stand where it stands.
        before: the token before ``place``, if any.
        place: what to point at.
        expected: what could stand there.
        key: what was put in, or the keyword that a word was meant to be.
        changes: the repair as changes of the statement's text; none when a line was given up.
    """

    kind: Kind
    found: Token
    before: Token | None
    place: Span
    expected: tuple[Key, ...]
    key: Key | None
    changes: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Repaired:
    """Tokens that read without a fault (``None``: nothing could be saved), and the faults."""

    tokens: tuple[Token, ...] | None
    faults: tuple[Fault, ...]


def repair(grammar: Grammar, text: str) -> Repaired:
    """Read a statement to its end, mending what does not read."""
    reader = Reader(grammar, text)
    tokens: list[Token] = []
    stacks: list[Stack] = [(grammar.start,)]
    faults: list[Fault] = []
    position, reached, stuck = 0, -1, 0
    complained: set[int] = set()  # ends of lines that something was said about
    while True:
        token = reader.token(position, stacks[-1])
        after = reader.advance(stacks[-1], token[0])
        if after is not None:
            tokens.append(token)
            stacks.append(after)
            position = token[3]
            if token[0] == END:
                return Repaired(tuple(tokens), tuple(faults))
            continue
        impasse = Impasse(reader, tokens, stacks, token)
        stuck = 0 if token[2] > reached else stuck + 1
        edit = _best(impasse, careful=not stuck and len(faults) < MOST_FAULTS)
        fault = _fault(impasse, edit)
        lines = {reader.line_end(token[2]), reader.line_end(fault.place.start)}
        if not lines & complained:
            faults.append(fault)
        complained |= lines
        if edit is None or stuck > MOST_TRIALS:
            return Repaired(None, tuple(faults))
        reached = max(reached, token[2])
        del tokens[edit.index :], stacks[edit.index + 1 :]
        for added in edit.tokens:
            tokens.append(added)
            stacks.append(reader.advance(stacks[-1], added[0]) or stacks[-1])
        position = edit.position


def _best(impasse: Impasse, *, careful: bool) -> Edit | None:
    """Return the edit after which most reads at the least cost."""
    candidates: list[Edit] = list(skips(impasse))
    if careful or not candidates:
        candidates += token_edits(impasse)
        candidates += quote_edits(impasse)
    best: Edit | None = None
    best_score = float("-inf")
    for edit in sorted(candidates, key=lambda edit: edit.cost):
        if best_score >= AHEAD - edit.cost:
            break
        stack = _after(impasse.reader, impasse.stacks[edit.index], edit.tokens)
        if stack is None:
            continue
        read = impasse.reader.progress(stack, edit.position, impasse.token[2], AHEAD)
        if read - edit.cost > best_score and (read or edit.kind is Kind.SKIP):
            best, best_score = edit, read - edit.cost
    return best


def _after(reader: Reader, stack: Stack, tokens: Iterable[Token]) -> Stack | None:
    for token in tokens:
        after = reader.advance(stack, token[0])
        if after is None:
            return None
        stack = after
    return stack


def _fault(impasse: Impasse, edit: Edit | None) -> Fault:
    index = len(impasse.tokens) if edit is None or edit.kind is Kind.SKIP else edit.index
    found = impasse.at(index)
    # What is left out before the impasse could stand there by itself: nothing else is asked for.
    late = (
        edit is not None
        and edit.kind in {Kind.DELETE, Kind.REPLACE}
        and edit.index < len(impasse.tokens)
    )
    expected = () if late else tuple(impasse.reader.accepted(impasse.stacks[index]))
    before = impasse.at(index - 1) if index else None
    if edit is None:
        place = Span(0, impasse.reader.line_end(0))
        return Fault(Kind.SKIP, found, before, place, expected, None, ())
    return Fault(edit.kind, found, before, edit.place, expected, edit.key, edit.changes)
