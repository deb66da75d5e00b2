"""Lanes: who is declared, which of them a chart means, and in which order they are printed.

A chart's lanes are those of the `pelaksana` statements after its `alur`; a chart without any uses
the document's; lanes of libraries are known everywhere. A lane that nobody declared is a finding,
and is kept so that the drawing goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sopdsl.diagnostics import Fix, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.findings import Findings
from sopdsl.model.names import readable
from sopdsl.model.types import Lane, LaneKind
from sopdsl.source import Span
from sopdsl.syntax import tree

_LANE = Phrase("pelaksana", "lane")


@dataclass(frozen=True, slots=True)
class Roster:
    """The lanes that one level (the document or a chart) declares.

    Attributes:
        lanes: in order of writing, ids unique.
        fixed: ``pelaksana tetap``.
        end: where another lane line can be inserted; ``None`` when nothing is declared.
    """

    lanes: tuple[Lane, ...] = ()
    fixed: bool = False
    end: int | None = None

    def ids(self) -> set[str]:
        """Return the ids of its lanes."""
        return {lane.id for lane in self.lanes}


NOBODY = Roster()


def read_roster(
    statements: Iterable[tuple[tree.Placed, tree.LanesStatement]],
    known: Mapping[str, Lane],
    file: str,
    findings: Findings,
) -> Roster:
    """Return the lanes that `pelaksana` statements of one level declare, taken together.

    Args:
        statements: in order of writing.
        known: lanes declared earlier or in libraries; a line without a title takes theirs.
        file: name of the source.
        findings: takes what is wrong.
    """
    lanes: dict[str, Lane] = {}
    fixed, end = False, None
    for placed, statement in statements:
        fixed = fixed or statement.fixed is not None
        end = placed.start + statement.span.end
        group: str | None = None
        for line in statement.lines:
            if isinstance(line, tree.GroupLine):
                group = line.title.value if line.title else None
                continue
            lane = _lane(
                placed, line, group, known.get(line.name.text), file=file, findings=findings
            )
            if lane.id in lanes:
                first = lanes[lane.id].span
                findings.duplicate_id(_LANE, lane.id, placed.span_of(line.name.span), first)
            else:
                lanes[lane.id] = lane
    return Roster(tuple(lanes.values()), fixed, end)


def by_activity(lanes: Sequence[Lane]) -> tuple[Lane, ...]:
    """Return lanes in the order of activities, which BSSN 4/2019 II.B.3 wants instead of rank.

    Args:
        lanes: by first symbol. A group stays together where its first lane acts.
    """
    groups: dict[str, int] = {}
    for place, lane in enumerate(lanes):
        if lane.group is not None:
            groups.setdefault(lane.group, place)
    places = {
        lane.id: place if lane.group is None else groups[lane.group]
        for place, lane in enumerate(lanes)
    }
    return tuple(sorted(lanes, key=lambda lane: places[lane.id]))


class Scope:
    """Which lane a name means in one chart; remembers names that mean none. Lives for one call."""

    def __init__(
        self,
        roster: Roster,
        shared: Sequence[Lane],
        elsewhere: Mapping[str, Lane],
        first_step: int,
        source: tuple[str, Findings],
    ) -> None:
        """Start with no name looked up.

        Args:
            roster: the lanes that hold for the chart.
            shared: lanes that libraries bring in.
            elsewhere: lanes of the document's other charts, by id.
            first_step: offset of the chart's first step, where a roster can be inserted.
            source: name of the source, and where findings go.
        """
        self._lanes = {lane.id: lane for lane in (*shared, *roster.lanes)}
        self._declared = tuple(self._lanes)
        self._roster, self._elsewhere, self._first_step = roster, elsewhere, first_step
        self._file, self._findings = source

    def lane(self, name: str, span: Span) -> str:
        """Return the id of the lane that ``name`` means, declaring it when nobody did."""
        if name not in self._lanes:
            other = self._elsewhere.get(name)
            if other is None:
                message = Phrase(
                    f'pelaksana "{name}" tidak dikenal', f'there is no lane called "{name}"'
                )
            else:
                message = Phrase(
                    f'pelaksana "{name}" tidak tercantum untuk bagan ini',
                    f'the lane "{name}" is not listed for this chart',
                )
            fix = self._declaration(name, other)
            self._findings.unknown(
                message, name, span, self._declared, hints=(_HOW_TO_DECLARE,), fixes=(fix,)
            )
            title = other.title if other else readable(name)
            kind, aliases = (other.kind, other.aliases) if other else (None, ())
            self._lanes[name] = Lane(
                name, title, kind, aliases, None, declared=False, file=self._file, span=span
            )
        return name

    def printed(self, used: Sequence[str]) -> tuple[Lane, ...]:
        """Return the lanes that hold symbols in the order they are printed.

        Args:
            used: ids by first symbol, each once.
        """
        if self._roster.fixed:
            written = {lane.id: place for place, lane in enumerate(self._roster.lanes)}
            used = sorted(used, key=lambda name: written.get(name, len(written)))
            return tuple(self._lanes[name] for name in used)
        return by_activity([self._lanes[name] for name in used])

    def unused(self, used: Sequence[str]) -> tuple[Lane, ...]:
        """Return the declared lanes without a symbol."""
        return tuple(lane for lane in self._roster.lanes if lane.id not in used)

    def _declaration(self, name: str, other: Lane | None) -> Fix:
        line = f"\n  {name}" if other else f'\n  {name} "{readable(name)}"'
        if self._roster.end is None:
            edit = TextEdit(Span(self._first_step, self._first_step), f"pelaksana{line}\n\n")
        else:
            edit = TextEdit(Span(self._roster.end, self._roster.end), line)
        return Fix(
            Phrase(f'nyatakan "{name}" dalam "pelaksana"', f'declare "{name}" in "pelaksana"'),
            (edit,),
        )


_HOW_TO_DECLARE = Phrase(
    'nyatakan setiap pelaksana dalam "pelaksana"', 'declare every lane in "pelaksana"'
)


def _lane(
    placed: tree.Placed,
    line: tree.LaneLine,
    group: str | None,
    known: Lane | None,
    *,
    file: str,
    findings: Findings,
) -> Lane:
    name, span = line.name.text, placed.span_of(line.span)
    if line.title is None and known is None:
        what = Phrase("nama jabatan atau unitnya", "its printed name")
        findings.missing(name, placed.span_of(line.name.span), what)
    title = line.title.value if line.title else known.title if known else readable(name)
    kind = _kind(placed, line.kind, findings) if line.kind else known.kind if known else None
    aliases = tuple(alias.value for alias in line.alias) or (known.aliases if known else ())
    return Lane(name, title, kind, aliases, group, declared=True, file=file, span=span)


def _kind(placed: tree.Placed, word: tree.Word, findings: Findings) -> LaneKind | None:
    try:
        return LaneKind(word.text)
    except ValueError:
        wanted = " ".join(LaneKind)
        findings.wrong_value(
            "pelaksana", word.text, placed.span_of(word.span), Phrase(wanted, wanted)
        )
        return None
