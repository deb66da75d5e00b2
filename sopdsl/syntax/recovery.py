"""Reads texts in which something is out of order, losing as little as possible.

Every statement is repaired alone. Only a line at the wrong distance from the margin concerns two of
them: an entry at the margin is given back to the statement above it, and a statement that is
indented is cut off the one above it; both are errors, and nothing of either is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sopdsl.diagnostics import Diagnostic
from sopdsl.source import Source
from sopdsl.syntax import messages
from sopdsl.syntax.lines import resolved_tokens
from sopdsl.syntax.margins import begins_like_entry, indented_heads, misplaced_head
from sopdsl.syntax.parsing import (
    CONTROL,
    LONGEST_LINE,
    Memo,
    Reading,
    Syntax,
    longest_line,
    read_well_formed,
    tree_machine,
)
from sopdsl.syntax.repair import Fault, repair
from sopdsl.syntax.statements import Piece, split
from sopdsl.syntax.tree import Placed, Statement, Tree

MOST_BROKEN: Final = 100
"""So many broken statements are repaired in one text; one that has more is no SOP."""

MOST_MOVED: Final = 50
"""So many lines at the margin are given back to one statement: time stays linear."""

_MOST_NUMBER_SIGNS: Final = 10
_INDENTED_COMMENT = re.compile(r"(?:\r\n|[\r\n])[^\S\r\n]+#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Part:
    """A statement of a text: where it lies and how it reads.

    ``only_margin`` tells that all its errors are about its lines' distance from the margin.
    """

    piece: Piece
    statement: Statement | None
    errors: tuple[Diagnostic, ...]
    only_margin: bool = False


def recover(source: Source, memo: Memo) -> Syntax:
    """Return the tree of a text and its errors."""
    found = parts(source.text, memo)
    placed = [
        Placed(part.piece.start, part.statement) for part in found if part.statement is not None
    ]
    errors = [shifted(error, part.piece.start) for part in found for error in part.errors]
    errors += _between(source.text, found)
    return Syntax(Tree(source, tuple(placed)), tuple(sorted(errors, key=lambda e: e.span)))


def parts(text: str, memo: Memo) -> list[Part]:
    """Return the statements of a text, in order."""
    found: list[Part] = []
    broken = moved = 0
    for piece, reading in _readings(text, memo):
        if reading is None:  # too much is broken already
            broken += 1
            errors = (messages.too_many(piece),) if broken == 1 else ()
            found.append(Part(piece, None, errors))
            continue
        part = Part(piece, reading.statement, reading.errors)
        if piece.indented:
            if not part.errors:  # else what is said of it matters more
                part = replace(part, errors=(messages.indented(text, piece),), only_margin=True)
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
    """Read one statement, repairing what does not read."""
    if len(text) > LONGEST_LINE and longest_line(text) > LONGEST_LINE:
        return Reading(None, (messages.too_long(text, LONGEST_LINE),))
    errors: tuple[Diagnostic, ...] = ()
    if CONTROL.search(text):
        errors = tuple(messages.control(match) for match in CONTROL.finditer(text))
        text = CONTROL.sub(lambda match: " " * len(match[0]), text)
    machine = tree_machine()
    statement: Statement | None = machine.read(text)
    if statement is not None:
        cut = misplaced_head(statement)
    else:
        repaired = repair(machine.grammar, text)
        if repaired.tokens is not None:
            statement = machine.run(repaired.tokens, [machine.grammar.start])
        errors += tuple(messages.describe(machine.grammar, fault) for fault in repaired.faults)
        cut = _broken_head(text, repaired.faults)
    if cut is None:
        return Reading(statement, errors)
    return read(split(text[:cut])[0].text)._replace(cut=cut)


def _broken_head(text: str, faults: Iterable[Fault]) -> int | None:
    """Return where a line that does not read begins, if it would be a statement at the margin."""
    heads = indented_heads(text)
    for fault in faults if heads else ():
        before = [place for place in heads if place <= fault.place.start]
        if before and not re.search(r"[\r\n]", text[before[-1] : fault.place.start]):
            end = next((place for place in heads if place > before[-1]), len(text))
            if read_well_formed(split(text[before[-1] : end])[0].text) is not None:
                return before[-1]
    return None


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


def _readings(text: str, memo: Memo) -> Iterator[tuple[Piece, Reading | None]]:
    """Yield the statements of a text with how they read; ``None`` after too many broken ones."""
    broken = 0
    for whole in split(text):
        pieces = [whole]
        for piece in pieces:  # grows when a statement has to be cut
            reading = memo.get(piece.text)
            if reading is None and broken >= MOST_BROKEN:
                statement = read_well_formed(piece.text)
                yield piece, Reading(statement, ()) if statement is not None else None
                continue
            if reading is None:
                reading = memo[piece.text] = read(piece.text)
            if reading.errors:
                longer = _with_number_signs(text, piece)
                if longer is not None:
                    yield longer
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
        statement = read_well_formed(longer.text)
        if statement is not None:
            return longer, Reading(statement, ())
    return None


def _joined(text: str, above: Part, part: Part) -> Part | None:
    """Return a statement with the line that follows it at the margin, if they read as one."""
    if above.statement is None or (above.errors and not above.only_margin):
        return None
    start = above.piece.start
    whole = Piece(text[start : part.piece.span.end], start, above.piece.indented)
    statement = read_well_formed(whole.text)
    place = part.piece.start - start
    if statement is None or _begins_unknown_entry(whole.text, place):
        return None
    error = shifted(messages.at_margin(part.piece.text), place)
    return Part(whole, statement, (*above.errors, error), only_margin=True)


def _begins_unknown_entry(text: str, place: int) -> bool:
    """Tell whether the word at a place of a well-formed statement is no keyword there."""
    machine = tree_machine()
    tokens = resolved_tokens(machine, text)
    return any(key == machine.grammar.name for key, _, start, _ in tokens if start == place)


def _between(text: str, found: Iterable[Part]) -> Iterator[Diagnostic]:
    """Yield findings for control characters that stand in no statement."""
    ends = [0]
    for part in found:
        ends += [part.piece.start, part.piece.span.end]
    ends.append(len(text))
    for start, end in zip(ends[::2], ends[1::2], strict=True):
        for match in CONTROL.finditer(text, start, end):
            yield messages.control(match)
