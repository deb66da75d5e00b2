"""Routing one page: the pieces in their order.

Pentagons beside symbols are placed first, then the grid, the ports and the ways; labels come last
and may send their line back to the search with a higher price on the exit that had no room.
Whatever the input, every wire gets an answer.
"""

from __future__ import annotations

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
from sopdsl.layout.routing.labels import place_labels
from sopdsl.layout.routing.pentagons import near_places
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
_ROUNDS: dict[Effort, int] = {"quick": 0, "full": 60}
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
    sheet = _Sheet(page, effort, frozenset())
    short = sheet.short_of_ports()
    if short:
        second = _Sheet(page, effort, short)
        if second.plan.total() < sheet.plan.total():
            sheet = second
    return _with_labels(sheet)


class _Sheet:
    """One page being routed."""

    def __init__(self, page: RoutingPage, effort: Effort, short: frozenset[int]) -> None:
        self.page = page
        self.near = near_places(page)
        quarters = quarter_positions(page, short)
        slots = slot_positions(page)
        boxes = [place.box for place in self.near]
        extra = [x for pair in quarters.values() for x in pair] + slots[0] + slots[1]
        grid = build_grid(page, boxes, extra)
        ends, of_wire = terminals(page, grid, self.near, quarters, slots)
        self.plan = Plan(grid, ends, _tasks(page, ends, of_wire))
        self.searcher = Searcher(self.plan)
        self.random = Random(page.seed)
        lay_all(self.plan, self.searcher)
        sweep(self.plan, self.searcher, self.random)
        improve(self.plan, self.searcher, self.random, _ROUNDS[effort])

    def short_of_ports(self) -> frozenset[int]:
        """Return the symbols at which a line broke a rule, or that it did not reach."""
        return frozenset(
            end
            for task, path in zip(self.plan.tasks, self.plan.paths, strict=True)
            if path is None or path.faults
            for end in (task.source, task.target)
            if end < len(self.page.nodes)
        )


def _with_labels(sheet: _Sheet) -> RoutedPage:
    """Place labels; send lines whose label found no room back to the search."""
    page, plan, searcher, random = sheet.page, sheet.plan, sheet.searcher, sheet.random
    best: tuple[int, int, RoutedPage] | None = None
    by_wire = {task.wire: at for at, task in enumerate(plan.tasks)}
    cleared: set[int] = set()
    for attempt in range(_LABEL_ROUNDS + 1):
        paths, pentagons = drawn(page, plan, sheet.near)
        labels, crowded = place_labels(page, paths, pentagons)
        rank = (len(crowded), plan.total())
        if best is None or rank < best[:2]:
            best = (*rank, RoutedPage(paths, pentagons, labels))
        if not crowded or attempt == _LABEL_ROUNDS:
            break
        for label in crowded:
            task = by_wire[label.wire]
            path = plan.paths[task]
            if label.room is not None and label.wire not in cleared:
                cleared.add(label.wire)
                plan.keep_free(label.room, _IN_A_LABEL)
            elif path is not None:
                plan.tasks[task].leaving[path.start.number] += _NO_ROOM_FOR_LABEL
                plan.price_again(task)
        sweep(plan, searcher, random)
        improve(plan, searcher, random, _ROUNDS_FOR_LABELS)
    assert best is not None  # the loop runs at least once
    return best[2]


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
