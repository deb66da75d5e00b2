"""Charts: which statements belong to which flowchart, and each flowchart put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sopdsl.diagnostics import Severity
from sopdsl.language import Phrase
from sopdsl.model.actors import Row, activity, arrival, departure
from sopdsl.model.findings import Findings
from sopdsl.model.flow import connect
from sopdsl.model.lanes import NOBODY, Roster, Scope, read_roster
from sopdsl.model.names import unique
from sopdsl.model.steps import Draft, Label, read_step
from sopdsl.model.types import Chart, Lane, SymbolKind, SymbolRef, Tie, TieKind
from sopdsl.source import Source, Span
from sopdsl.syntax import tree

_STEP = Phrase("langkah", "step")
_CHART = Phrase("bagan", "chart")

_Lanes = tuple[tree.Placed, tree.LanesStatement]
_Step = tuple[tree.Placed, tree.StepStatement, bool]  # and whether a page ends before it


def read_charts(
    parsed: tree.Tree, shared: Mapping[str, Lane], findings: Findings
) -> tuple[Chart, ...]:
    """Return the flowcharts of a document; an `alur` without steps makes none, but a finding.

    Args:
        parsed: the document's statements.
        shared: lanes that libraries bring in, by id.
        findings: takes what is wrong.
    """
    common, outlines = _outlines(parsed)
    file = parsed.source.name
    known = dict(shared)
    document = _declared(common, known, file, findings)
    charts: list[Chart] = []
    ids: dict[str, Span] = {}
    for outline in outlines:
        roster = document
        if outline.lanes:
            roster = _declared(outline.lanes, known, file, findings)
            document = roster if document is NOBODY else document
        if outline.steps:
            first = outline.steps[0][0].start
            scope = Scope(roster, tuple(shared.values()), known, first, (file, findings))
            charts.append(
                _chart(
                    outline,
                    len(charts) + 1,
                    scope=scope,
                    roster=roster,
                    source=parsed.source,
                    findings=findings,
                )
            )
            _note_id(charts[-1], outline, ids, findings)
        elif outline.head:
            _say_empty(*outline.head, findings)
    return tuple(charts)


@dataclass(slots=True)
class _Outline:
    """The statements of one chart; lives for one call."""

    head: tuple[tree.Placed, tree.ChartStatement] | None
    lanes: list[_Lanes] = field(default_factory=list[_Lanes])
    steps: list[_Step] = field(default_factory=list[_Step])
    notes: list[str] = field(default_factory=list[str])


def _outlines(parsed: tree.Tree) -> tuple[list[_Lanes], list[_Outline]]:
    """Return the document's own lane statements, and the charts in order of writing."""
    common: list[_Lanes] = []
    outlines = [_Outline(None)]
    page_ends = False
    for placed in parsed:
        here = outlines[-1]
        match placed.statement:
            case tree.ChartStatement() as chart:
                if here.head or here.steps:
                    outlines.append(_Outline((placed, chart)))
                else:
                    here.head = (placed, chart)
                page_ends = False
            case tree.LanesStatement() as lanes:
                (here.lanes if here.head else common).append((placed, lanes))
            case tree.StepStatement() as step:
                here.steps.append((placed, step, page_ends))
                page_ends = False
            case tree.PageStatement():
                page_ends = bool(here.steps)
            case tree.SectionStatement() as section if section.keyword.text == "catatan":
                here.notes.extend(item.text.value for item in section.items if item.text)
            case _:
                pass
    return common, outlines


def _declared(
    statements: Sequence[_Lanes], known: dict[str, Lane], file: str, findings: Findings
) -> Roster:
    """Return a level's lanes, and add them to those already known."""
    if not statements:
        return NOBODY
    roster = read_roster(statements, known, file, findings)
    known.update((lane.id, lane) for lane in roster.lanes)
    return roster


def _chart(
    outline: _Outline,
    number: int,
    *,
    scope: Scope,
    roster: Roster,
    source: Source,
    findings: Findings,
) -> Chart:
    labels = _labels(outline.steps, source, findings)
    drafts = [
        read_step(placed, statement, label, scope, findings)
        for (placed, statement, _), label in zip(outline.steps, labels, strict=True)
    ]
    used = tuple(dict.fromkeys(lane for draft in drafts for lane in draft.row.cells))
    lanes = scope.printed(used)
    places = {lane.id: place for place, lane in enumerate(lanes)}
    head, title, name = outline.head, "", f"bagan-{number}"
    span = drafts[0].step.head
    if head:
        placed, statement = head
        title = statement.title.value if statement.title else ""
        name = statement.name.text if statement.name else name
        span = placed.span_of(statement.span)
    return Chart(
        number=number,
        id=name,
        title=title,
        lanes=lanes,
        unused=scope.unused(used),
        fixed_order=roster.fixed,
        steps=tuple(replace(draft.step, ties=_ties(draft, places)) for draft in drafts),
        edges=connect(drafts, findings),
        footnotes=tuple(outline.notes),
        span=span,
    )


def _labels(steps: Sequence[_Step], source: Source, findings: Findings) -> list[Label]:
    """Return ids, rows and lines; of two steps with one name the later gets a name of its own."""
    first: dict[str, Span] = {}
    taken = {statement.name.text: 2 for _, statement, _ in steps if statement.name}
    labels: list[Label] = []
    for row, (placed, statement, page_ends) in enumerate(steps, 1):
        name = statement.name
        if name is None:
            step_id = unique(f"langkah-{row}", taken)
        elif name.text in first:
            step_id = unique(name.text, taken)
            findings.duplicate_id(_STEP, name.text, placed.span_of(name.span), first[name.text])
        else:
            step_id = name.text
            first[step_id] = placed.span_of(name.span)
        line = source.position(placed.span_of(statement.span).start).line + 1
        labels.append(Label(step_id, name is not None, row, page_ends and row > 1, line))
    return labels


def _ties(draft: Draft, places: Mapping[str, int]) -> tuple[Tie, ...]:
    """Return the lines inside a row; the plain ones join neighbours in the order of the lanes."""
    row, step = draft.row, draft.step.id
    ties = [_tie(step, row, link.kind, link.first, link.second) for link in row.links]
    linked = {frozenset((link.first, link.second)) for link in row.links}
    for group in row.joint:
        for first, second in pairwise(sorted(group, key=lambda lane: places[lane])):
            if frozenset((first, second)) not in linked:
                linked.add(frozenset((first, second)))
                ties.append(_tie(step, row, TieKind.TOGETHER, first, second))
    return tuple(ties)


def _tie(step: str, row: Row, kind: TieKind, first: str, second: str) -> Tie:
    cells = row.cells
    if kind is not TieKind.HANDOVER:
        ends = activity(cells[first]), activity(cells[second])
    elif cells[first][-1] is SymbolKind.SELESAI:
        ends = activity(cells[first]), arrival(cells[second])
    else:
        ends = departure(cells[first]), arrival(cells[second])
    return Tie(kind, SymbolRef(step, first, ends[0]), SymbolRef(step, second, ends[1]))


def _note_id(chart: Chart, outline: _Outline, ids: dict[str, Span], findings: Findings) -> None:
    if outline.head is None or outline.head[1].name is None:
        return
    span = outline.head[0].span_of(outline.head[1].name.span)
    if chart.id in ids:
        findings.duplicate_id(_CHART, chart.id, span, ids[chart.id])
    ids.setdefault(chart.id, span)


def _say_empty(placed: tree.Placed, statement: tree.ChartStatement, findings: Findings) -> None:
    findings.add(
        "empty-chart",
        placed.span_of(statement.span),
        Phrase('"alur" ini tidak berisi langkah', 'this "alur" has no steps'),
        severity=Severity.WARNING,
        hints=(
            Phrase(
                'tulis langkahnya sesudah "alur", atau hapus baris ini',
                'write its steps after "alur", or delete this line',
            ),
        ),
    )
