"""Questions about a chart as a graph, and how much time it takes.

Nodes are steps; an arrow between any of their symbols joins two steps. Whoever asks several things
about one chart makes one :class:`Graph`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopdsl.language import Phrase
from sopdsl.model.types import Chart, Edge, Step, SymbolKind, SymbolRef


class Graph:
    """The steps of a chart and the arrows between them; ids in order of rows."""

    __slots__ = ("_after", "_before", "chart")

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self._after: dict[str, dict[str, None]] = {step.id: {} for step in chart.steps}
        self._before: dict[str, dict[str, None]] = {step.id: {} for step in chart.steps}
        for edge in chart.edges:
            self._after[edge.source.step][edge.target.step] = None
            self._before[edge.target.step][edge.source.step] = None

    def after(self, step: str) -> tuple[str, ...]:
        """Return the steps that an arrow from ``step`` leads to, in order of writing."""
        return tuple(self._after[step])

    def before(self, step: str) -> tuple[str, ...]:
        """Return the steps from which an arrow leads to ``step``."""
        return tuple(self._before[step])

    def reachable(self, steps: Iterable[str]) -> frozenset[str]:
        """Return ``steps`` and all that can be reached from them."""
        return _closure(steps, self._after)

    def leading_to(self, steps: Iterable[str]) -> frozenset[str]:
        """Return ``steps`` and all from which one of them can be reached."""
        return _closure(steps, self._before)

    def starts(self) -> tuple[str, ...]:
        """Return the steps with a start capsule."""
        return _holding(self.chart, SymbolKind.MULAI)

    def ends(self) -> tuple[str, ...]:
        """Return the steps with an end capsule, a single actor's own included."""
        return _holding(self.chart, SymbolKind.SELESAI)

    def loops(self) -> tuple[Edge, ...]:
        """Return the arrows that lead back: to their own row or to one above it."""
        rows = {step.id: step.row for step in self.chart.steps}
        return tuple(
            edge for edge in self.chart.edges if rows[edge.target.step] <= rows[edge.source.step]
        )

    def traps(self) -> tuple[str, ...]:
        """Return the steps from which the flow cannot come to an end, one for each trap.

        A trap is a step that leads nowhere, or a loop without a way out; of a loop the first step
        is returned. Steps that only lead into a trap are not.
        """
        rows = {step: row for row, step in enumerate(self._after)}
        safe = self.leading_to(self.ends())
        traps: list[str] = []
        settled: set[str] = set(safe)
        for step in self._after:
            here = step
            while here not in settled:
                ahead, behind = self.reachable([here]), self.leading_to([here])
                further = ahead - behind
                if not further:
                    traps.append(min(ahead, key=rows.__getitem__))
                    settled |= behind
                elif further <= settled:
                    settled.add(here)
                else:
                    here = max(further - settled, key=rows.__getitem__)
        return tuple(sorted(traps, key=rows.__getitem__))

    def loose_ends(self) -> tuple[SymbolRef, ...]:
        """Return the exits of steps from which no arrow leaves."""
        left = {edge.source for edge in self.chart.edges}
        return tuple(ref for step in self.chart.steps for ref in step.exits if ref not in left)


def called(step: Step) -> Phrase:
    """Return how to speak of a step: by its name, or by its number when it has none."""
    if step.named:
        return Phrase(f'langkah "{step.id}"', f'step "{step.id}"')
    return Phrase(f"langkah {step.row}", f"step {step.row}")


@dataclass(frozen=True, slots=True)
class Total:
    """The time that steps take together.

    Attributes:
        low, high: least and most working minutes; optional steps count only in the most.
        steps: how many steps have been added.
        rates: how many state a time per piece, which does not add up.
        unknown: how many state no measurable time at all.
    """

    low: float = 0.0
    high: float = 0.0
    steps: int = 0
    rates: int = 0
    unknown: int = 0


def total_minutes(chart: Chart, lane: str | None = None) -> Total:
    """Return the time of all steps of a chart, each counted once, whatever the branches.

    Args:
        chart: the chart.
        lane: only steps that this lane takes part in; a joint step counts fully for each lane, and
            so does the time of several steps together (``sama``).
    """
    return _total(_timed(chart, lane))


def lane_totals(chart: Chart) -> Mapping[str, Total]:
    """Return :func:`total_minutes` of every lane, in printed order."""
    return {lane.id: total_minutes(chart, lane.id) for lane in chart.lanes}


def _timed(chart: Chart, lane: str | None) -> Iterator[Step]:
    """Yield the steps whose times count; where a time goes on (``sama``), the one it began with."""
    begun: Step | None = None
    counted: Step | None = None
    for step in chart.steps:
        if step.waktu is None or not step.waktu.same:
            begun = step
        if begun is not None and begun is not counted and (lane is None or lane in step.lanes):
            counted = begun
            yield begun


def _total(steps: Iterable[Step]) -> Total:
    low, high, counted, rates, unknown = 0.0, 0.0, 0, 0, 0
    for step in steps:
        time = step.waktu
        if time is not None and time.none:
            continue
        if time is None or time.low is None or time.high is None:
            unknown += 1
        elif time.per:
            rates += 1
        else:
            low += 0.0 if step.optional else time.low
            high += time.high
            counted += 1
    return Total(low, high, counted, rates, unknown)


def _closure(steps: Iterable[str], neighbours: Mapping[str, Mapping[str, None]]) -> frozenset[str]:
    found = set(steps)
    waiting = list(found)
    while waiting:
        for other in neighbours[waiting.pop()]:
            if other not in found:
                found.add(other)
                waiting.append(other)
    return frozenset(found)


def _holding(chart: Chart, kind: SymbolKind) -> tuple[str, ...]:
    return tuple(
        step.id for step in chart.steps if any(symbol.kind is kind for symbol in step.symbols)
    )
