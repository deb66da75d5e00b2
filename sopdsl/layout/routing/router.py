"""Routing one page: the pieces in their order.

Pentagons beside symbols are placed first, then the grid, the ports and the ways; labels come last
and may send their line back to the search with a higher price on the exit that had no room.
Whatever the input, every wire gets an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from sopdsl.layout.routing.answer import answerable, drawn
from sopdsl.layout.routing.costs import (
    BACKWARD,
    BLOCKED,
    FORWARD,
    LEVEL,
    UP,
    WireClass,
    arriving,
    leaving,
)
from sopdsl.layout.routing.grid import build_grid
from sopdsl.layout.routing.improve import improve, lay_all, sweep
from sopdsl.layout.routing.labels import Crowded, place_labels
from sopdsl.layout.routing.pentagons import Relief, near_places
from sopdsl.layout.routing.plan import Plan, Task
from sopdsl.layout.routing.ports import Terminal, quarter_positions, slot_positions, terminals
from sopdsl.layout.routing.search import Searcher
from sopdsl.layout.routing.types import (
    Cut,
    RoutedPage,
    RoutingPage,
    Wire,
)

Effort = Literal["quick", "full"]
_ROUNDS: dict[Effort, int] = {"quick": 0, "full": 25}
_LABEL_ROUNDS = 10
_ROUNDS_FOR_LABELS = 10
_NO_ROOM_FOR_LABEL = 2000
_IN_A_LABEL = 4000


def route(page: RoutingPage, effort: Effort = "full") -> RoutedPage:
    """Find the way of every wire of a page, and places for its pentagons and labels.

    Args:
        page: what stands on the page and what is to be connected.
        effort: ``quick`` leaves out the local search, for a preview while someone types.

    Returns:
        One path for each wire, in the page's order. Ends that do not exist give an empty path.
    """
    best = first = _Sheet(page, effort).finished()
    for relief in (Relief(ports=first.troubled), Relief(first.troubled, first.troubled)):
        if not best.troubled or first.tired or effort == "quick":
            break
        other = _Sheet(page, effort, relief).finished()
        if other.rank() < best.rank():
            best = other
    return replace(best.answer, troubled=tuple(sorted(best.troubled)))


@dataclass(frozen=True, slots=True)
class _Finished:
    """A page's answer and what it is worth.

    Attributes:
        crowded: labels without room.
        faults: how many rules lines broke.
        cost: of all lines.
        troubled: symbols at which a line broke a rule or a label found no room.
        tired: the page had its share of work before it was done.
    """

    answer: RoutedPage
    crowded: tuple[Crowded, ...]
    faults: int
    cost: int
    troubled: frozenset[int]
    tired: bool

    def rank(self) -> tuple[int, int]:
        """Return what makes one answer better than another, least first."""
        return self.faults + len(self.crowded), self.cost


class _Sheet:
    """One page being routed."""

    def __init__(self, page: RoutingPage, effort: Effort, relief: Relief | None = None) -> None:
        relief = relief or Relief()
        self._page = page
        self._near = near_places(page, relief)
        quarters = quarter_positions(page, relief)
        slots = slot_positions(page)
        boxes = [place.box for place in self._near]
        extra = [x for pair in quarters.values() for x in pair] + slots[0] + slots[1]
        grid = build_grid(page, boxes, extra)
        ends, of_wire = terminals(page, grid, self._near, quarters, slots)
        self._plan = Plan(grid, ends, _tasks(page, ends, of_wire))
        self._searcher = Searcher(self._plan)
        self._random = Random(page.seed)
        self._rounds = _ROUNDS[effort]

    def finished(self) -> _Finished:
        """Route the page and place its labels; lines whose label has no room are sent back."""
        lay_all(self._plan, self._searcher)
        self._improve(self._rounds)
        best = self._labelled()
        state = best
        cleared: set[int] = set()
        for _ in range(_LABEL_ROUNDS if self._rounds else 0):
            if not state.crowded or self._searcher.tired:
                break
            self._make_room(state.crowded, cleared)
            self._improve(_ROUNDS_FOR_LABELS)
            state = self._labelled()
            if state.rank() < best.rank():
                best = state
        return best

    def _improve(self, rounds: int) -> None:
        sweep(self._plan, self._searcher, self._random)
        improve(self._plan, self._searcher, self._random, rounds)

    def _labelled(self) -> _Finished:
        plan = self._plan
        paths, pentagons = drawn(self._page, plan, self._near)
        labels, crowded = place_labels(self._page, paths, pentagons)
        faults = sum(1 if path is None else path.faults for path in plan.paths)
        answer = RoutedPage(paths, pentagons, labels)
        troubled = self._troubled(crowded)
        tired = self._searcher.tired
        return _Finished(answer, tuple(crowded), faults, plan.total(), troubled, tired)

    def _make_room(self, crowded: Sequence[Crowded], cleared: set[int]) -> None:
        """Ask other lines to leave a label's place, or its own line to leave by another port."""
        plan = self._plan
        for task, facts in enumerate(plan.tasks):
            for label in crowded:
                path = plan.paths[task]
                if label.wire != facts.wire or path is None:
                    continue
                if label.room is not None and label.wire not in cleared:
                    cleared.add(label.wire)
                    plan.keep_free(label.room, _IN_A_LABEL)
                else:
                    facts.leaving[path.start.number] += _NO_ROOM_FOR_LABEL
                    plan.price_again(task)

    def _troubled(self, crowded: Sequence[Crowded]) -> frozenset[int]:
        """Return the symbols at which a line broke a rule or a label found no room."""
        wires = {label.wire for label in crowded}
        return frozenset(
            end
            for task, path in zip(self._plan.tasks, self._plan.paths, strict=True)
            if path is None or path.faults or task.wire in wires
            for end in (task.source, task.target)
            if end < len(self._page.nodes)
        )


def _tasks(page: RoutingPage, ends: list[Terminal], of_wire: dict[int, int]) -> list[Task]:
    found: list[Task] = []
    for index, wire in enumerate(page.wires):
        source = of_wire.get(index) if isinstance(wire.source, Cut) else wire.source
        target = of_wire.get(index) if isinstance(wire.target, Cut) else wire.target
        if source is None or target is None or not answerable(page, wire):
            continue
        kind = _kind(page, wire)
        decision = ends[source].decision
        out = {
            port.number: port.price + leaving(kind, port.side, decision, wire.main)
            for port in ends[source].ports
        }
        into = {port.number: port.price + arriving(kind, port.side) for port in ends[target].ports}
        if source == target:  # a line back to its own symbol arrives from above
            for port in ends[source].ports:
                (out if port.side == UP else into)[port.number] += BLOCKED // 2
        shares = wire.kind == "arrow"
        found.append(Task(index, source, target, kind, out, into, shares, wire.label, wire.main))
    return found


def _kind(page: RoutingPage, wire: Wire) -> WireClass:
    if wire.kind != "arrow":
        return LEVEL
    if isinstance(wire.source, int) and isinstance(wire.target, int):
        a, b = page.nodes[wire.source], page.nodes[wire.target]
        if a.row == b.row and a.column != b.column:
            return LEVEL
    return BACKWARD if wire.backward else FORWARD
