"""One step statement read: its row, its mutu baku, and the flow as it was written.

Names of lanes are resolved here; names of steps are not, since they may stand further down.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sopdsl.model.actors import (
    Cell,
    Row,
    activity,
    arrange,
    arrival,
    decision,
    departure,
)
from sopdsl.model.findings import Findings
from sopdsl.model.lanes import Scope
from sopdsl.model.sections import reference
from sopdsl.model.step_entries import Own, StepEntries, kinds_of
from sopdsl.model.types import Step, Symbol, SymbolRef
from sopdsl.source import Span
from sopdsl.syntax import tree


@dataclass(frozen=True, slots=True)
class Flow:
    """Arrows and exits as written, for a step or for one of its actors."""

    arrows: tuple[tree.ArrowEntry, ...] = ()
    branches: tuple[tree.BranchEntry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.arrows or self.branches)


@dataclass(frozen=True, slots=True)
class Draft:
    """A step that lacks its arrows and the order of its ties.

    Attributes:
        placed: the statement it was read from.
        step: the finished part.
        row: its symbols; empty when no actor was written.
        flow: what the step as a whole says.
        own: what single actors say.
    """

    placed: tree.Placed
    step: Step
    row: Row
    flow: Flow
    own: Mapping[str, Flow]


@dataclass(frozen=True, slots=True)
class Label:
    """What a chart knows of a step before reading it."""

    id: str
    named: bool
    row: int
    break_before: bool
    line: int


def read_step(
    placed: tree.Placed,
    statement: tree.StepStatement,
    label: Label,
    scope: Scope,
    findings: Findings,
) -> Draft:
    """Return what a step statement says, apart from where its arrows lead."""
    kinds = kinds_of(statement.kinds)
    lanes = tuple(
        scope.lane(word.text, placed.span_of(word.span))
        for word in (statement.actors.lanes if statement.actors else ())
    )
    parts = StepEntries(placed, lanes, findings)
    for entry in statement.entries:
        parts.sort_in(entry)
    row = _row(lanes, statement.actors.signs if statement.actors else (), kinds, parts)
    return Draft(
        placed,
        _step(placed, statement, label, row, parts),
        row,
        Flow(tuple(parts.arrows), tuple(parts.branches)),
        {lane: Flow(tuple(own.arrows), tuple(own.branches)) for lane, own in parts.own.items()},
    )


def _row(
    lanes: tuple[str, ...], signs: tuple[tree.ActorSign, ...], kinds: Cell, parts: StepEntries
) -> Row:
    deciding = {lane: own for lane, own in parts.own.items() if own.branches or own.question}
    exits_left = parts.branches and all(own.branches for own in deciding.values())
    question_left = parts.question and all(own.question for own in deciding.values())
    return arrange(
        lanes,
        signs,
        kinds,
        own_kinds={lane: own.kinds for lane, own in parts.own.items() if own.kinds},
        own_decisions=deciding.keys(),
        step_decides=bool(exits_left or question_left),
    )


def _step(
    placed: tree.Placed,
    statement: tree.StepStatement,
    label: Label,
    row: Row,
    parts: StepEntries,
) -> Step:
    head = placed.span_of(_head(statement))
    name = statement.name or (statement.kinds[0] if statement.kinds else statement)
    text = statement.activity
    return Step(
        id=label.id,
        named=label.named,
        row=label.row,
        kinds=kinds_of(statement.kinds),
        activity=text.value if text else "",
        symbols=_symbols(placed, statement, label.id, row, parts),
        ties=(),
        entries=tuple(SymbolRef(label.id, lane, arrival(row.cells[lane])) for lane in row.entries),
        exits=tuple(SymbolRef(label.id, lane, departure(row.cells[lane])) for lane in row.exits),
        kelengkapan=parts.items.get("kelengkapan"),
        waktu=parts.waktu,
        waktu_span=parts.waktu_span,
        output=parts.items.get("output"),
        remarks=parts.remarks,
        optional=parts.optional,
        call=reference(placed, parts.call) if parts.call else None,
        connector=parts.connector,
        break_before=label.break_before,
        line=label.line,
        span=placed.span_of(statement.span),
        head=head,
        name_span=placed.span_of(name.span),
        activity_span=placed.span_of(text.span) if text else Span(head.end, head.end),
        kind_span=placed.span_of(_kind_span(statement)),
    )


def _head(statement: tree.StepStatement) -> Span:
    """Return the span of a step's first words: from its kind to its activity."""
    head = _kind_span(statement)
    for part in (statement.name, statement.actors, statement.activity):
        head = head.joined(part.span) if part else head
    return head


def _kind_span(statement: tree.StepStatement) -> Span:
    first, *_, last = (*statement.kinds, *statement.kinds) or (statement, statement)
    return first.span.joined(last.span)


def _symbols(
    placed: tree.Placed, statement: tree.StepStatement, step: str, row: Row, parts: StepEntries
) -> tuple[Symbol, ...]:
    words = statement.actors.lanes if statement.actors else ()
    spans = {word.text: placed.span_of(word.span) for word in reversed(words)}
    diamonds = [lane for lane, cell in row.cells.items() if decision(cell) is not None]
    asked = diamonds or row.leaders  # a question without a diamond stays, for a rule to see
    symbols: list[Symbol] = []
    for lane, cell in row.cells.items():
        own = parts.own.get(lane, Own())
        question = own.question or (parts.question if lane in asked else "")
        asking = decision(cell) or 0
        texted = activity(cell)
        symbols.extend(
            Symbol(
                ref=SymbolRef(step, lane, part),
                kind=kind,
                text=own.text if part == texted else "",
                question=question if part == asking else "",
                span=spans[lane],
            )
            for part, kind in enumerate(cell)
        )
    return tuple(symbols)
