"""From a text to its tree, statement by statement, with a memo so that an edit costs one statement.

Every statement is read alone. Only a line at the wrong distance from the margin concerns two of
them: an entry at the margin is given back to the statement above it, and a statement that is
indented is cut off the one above it; both are errors, and nothing of either is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, NamedTuple

from sopdsl.diagnostics import Diagnostic
from sopdsl.source import Source, Span
from sopdsl.syntax import messages
from sopdsl.syntax.grammar import load_grammar
from sopdsl.syntax.lalr import Machine
from sopdsl.syntax.leaves import LEAVES, keyword
from sopdsl.syntax.margins import begins_like_entry, entries_fit, indented_heads, misplaced_head
from sopdsl.syntax.nodes import MAKERS
from sopdsl.syntax.repair import repair
from sopdsl.syntax.statements import Piece, split
from sopdsl.syntax.tree import (
    ExtensionStatement,
    Placed,
    RegulationStatement,
    SopStatement,
    Statement,
    StepStatement,
    Tree,
)

LONGEST_LINE: Final = 10_000
"""Characters; the longest activity seen in real SOPs has 658."""

MOST_BROKEN: Final = 100
"""So many broken statements are repaired in one text; one that has more is no SOP."""

MOST_MOVED: Final = 50
"""So many lines at the margin are given back to one statement: time stays linear."""

_MOST_NUMBER_SIGNS: Final = 10
_INDENTED_COMMENT = re.compile(r"(?:\r\n|[\r\n])[^\S\r\n]+#[^\r\n]*")
_TOO_LONG = re.compile(rf"[^\r\n]{{{LONGEST_LINE + 1},}}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]+")


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
class Part:
    """A statement of a text: where it lies and how it reads.

    ``only_margin`` tells that all its errors are about its lines' distance from the margin.
    """

    piece: Piece
    statement: Statement | None
    errors: tuple[Diagnostic, ...]
    only_margin: bool = False


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
    placed: list[Placed] = []
    errors: list[Diagnostic] = []
    for part in parts(source.text, memo):
        if part.statement is not None:
            placed.append(Placed(part.piece.start, part.statement))
        if part.errors:
            errors += (shifted(error, part.piece.start) for error in part.errors)
    return Syntax(Tree(source, tuple(placed)), tuple(errors))


def parts(text: str, memo: Memo | None = None) -> list[Part]:
    """Return the statements of a text, in order."""
    known: Memo = {} if memo is None else memo
    found: list[Part] = []
    broken = moved = 0
    for piece, reading in _readings(text, known):
        if reading is None:  # too much is broken already
            broken += 1
            errors = (messages.too_many(piece),) if broken == 1 else ()
            found.append(Part(piece, None, errors))
            continue
        part = Part(piece, reading.statement, reading.errors)
        if piece.indented:
            if not part.errors:  # else what is said of it matters more
                part = replace(part, errors=(messages.indented(text, piece),))
        elif found and moved < MOST_MOVED and begins_like_entry(piece.text):
            joined = _joined(text, found[-1], part)
            if joined is not None:
                found[-1] = joined
                moved += 1
                continue
        moved = 0
        found.append(part)
    return found


def read(text: str) -> Reading:
    """Read one statement."""
    if len(text) > LONGEST_LINE and (match := _TOO_LONG.search(text)):
        return Reading(None, (messages.too_long(match.start(), len(match[0]), LONGEST_LINE),))
    errors: tuple[Diagnostic, ...] = ()
    if _CONTROL.search(text):
        errors = tuple(messages.control(match) for match in _CONTROL.finditer(text))
        text = _CONTROL.sub(lambda match: " " * len(match[0]), text)
    machine = tree_machine()
    statement: Statement | None = machine.read(text)
    if statement is not None:
        cut = misplaced_head(statement)
    else:
        repaired = repair(machine.grammar, text)
        if repaired.tokens is not None:
            statement = machine.run(repaired.tokens, [machine.grammar.start])
        errors += tuple(messages.describe(machine.grammar, fault) for fault in repaired.faults)
        heads = indented_heads(text)
        cut = next((f.found[2] for f in repaired.faults if f.found[2] in heads), None)
    if cut is None:
        return Reading(statement, errors)
    return read(split(text[:cut])[0].text)._replace(cut=cut)


def _readings(text: str, known: Memo) -> Iterator[tuple[Piece, Reading | None]]:
    """Yield the statements of a text with how they read."""
    machine = tree_machine()
    broken = 0
    for whole in split(text):
        pieces = [whole]
        for piece in pieces:  # grows when a statement has to be cut
            reading = known.get(piece.text)
            if reading is None and broken >= MOST_BROKEN:
                statement = machine.read(piece.text)
                yield piece, Reading(statement, ()) if statement is not None else None
                continue
            if reading is None:
                reading = known[piece.text] = read(piece.text)
            if reading.errors:
                whole_text = _with_number_signs(text, piece)
                if whole_text is not None:
                    yield whole_text
                    continue
                broken += 1
                if broken > MOST_BROKEN:
                    yield piece, None
                    continue
            if reading.cut is None:
                yield piece, reading
                continue
            heads = [place for place in indented_heads(piece.text) if place >= reading.cut]
            first, *others = piece.cut(heads)
            yield first, reading
            pieces += others


def _with_number_signs(text: str, piece: Piece) -> tuple[Piece, Reading] | None:
    """Return a statement whose last text has lines that look like comments, if it is one."""
    end = piece.span.end
    for _ in range(_MOST_NUMBER_SIGNS):
        match = _INDENTED_COMMENT.match(text, end)
        if match is None:
            break
        end = match.end()
        longer = replace(piece, text=text[piece.start : end].rstrip())
        statement: Statement | None = tree_machine().read(longer.text)
        if statement is not None:
            return longer, Reading(statement, ())
    return None


def _joined(text: str, above: Part, part: Part) -> Part | None:
    """Return a statement with the line that follows it at the margin, if they read as one."""
    if above.statement is None or (above.errors and not above.only_margin):
        return None
    start = above.piece.start
    whole = Piece(text[start : part.piece.span.end], start, above.piece.indented)
    statement: Statement | None = tree_machine().read(whole.text)
    if statement is None or not entries_fit(statement, above.statement):
        return None
    error = shifted(messages.at_margin(part.piece.text), part.piece.start - start)
    return Part(whole, statement, (*above.errors, error), only_margin=True)


def settled(syntax: Syntax, unknown: Iterable[Span]) -> tuple[Diagnostic, ...]:
    """Return the errors of a text without those that an unknown word explains.

    Nothing can be said about the form of a statement or entry whose first word nobody knows.

    Args:
        syntax: the text.
        unknown: where the words stand that neither the language nor a plugin or profile knows.
    """
    words = {span.start for span in unknown}
    explained: list[Span] = []
    for placed in syntax.tree:
        statement = placed.statement
        if isinstance(statement, ExtensionStatement) and placed.start in words:
            explained.append(placed.span_of(statement.span))
        elif isinstance(statement, SopStatement | StepStatement | RegulationStatement):
            spans = (placed.span_of(entry.span) for entry in statement.entries)
            explained += (span for span in spans if span.start in words)
    lines = syntax.tree.source.lines
    rows = {
        row
        for span in explained
        for row in range(lines.position(span.start).line, lines.position(span.end).line + 1)
    }
    return tuple(e for e in syntax.errors if lines.position(e.span.start).line not in rows)


def shifted(error: Diagnostic, distance: int) -> Diagnostic:
    """Return the same finding ``distance`` characters further on."""
    fixes = tuple(
        replace(
            fix, edits=tuple(replace(edit, span=edit.span.shifted(distance)) for edit in fix.edits)
        )
        for fix in error.fixes
    )
    related = tuple(replace(other, span=other.span.shifted(distance)) for other in error.related)
    return replace(error, span=error.span.shifted(distance), fixes=fixes, related=related)
