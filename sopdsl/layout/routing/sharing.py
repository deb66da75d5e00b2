"""Where a line may begin and end: free ports, and lines it may part from or join.

A line may begin on one that comes from the same symbol, and end on one that runs to the same
target, so that a reader sees one trunk; never so near to the arrow's tip that the head hides the
merge, and never head-on, where two lines would look like one between their sources.
"""

from __future__ import annotations

from dataclasses import dataclass

from sopdsl.layout.routing.costs import (
    BEND,
    BLOCKED,
    LEAST_SHARED_LEG,
    MERGE,
    MERGE_NEAR,
    PARTING,
    ROOMY_SHARED_LEG,
    Direction,
)
from sopdsl.layout.routing.plan import Path, Plan, Task
from sopdsl.layout.routing.ports import Port


@dataclass(frozen=True, slots=True)
class Begin:
    """A state at which a line may enter the grid: its cost so far, its port, nodes before it."""

    state: int
    cost: int
    port: Port
    before: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """A node at which a line may join another one.

    Attributes:
        onward: heading of the other line after the node.
        rest: cost from here to the target.
        arriving: headings with which lines arrive here already.
        other: the line to join.
        at: index of the node in its way.
    """

    onward: Direction
    rest: int
    arriving: frozenset[Direction]
    other: Path
    at: int

    def price(self, heading: Direction) -> int:
        """Return what joining costs; ``BLOCKED`` where one could not tell two lines from one."""
        onward = self.onward
        if heading == onward ^ 2 or heading in self.arriving:
            return BLOCKED
        if heading == onward:
            return MERGE + self.rest
        if heading ^ 2 in self.arriving and onward not in self.arriving:
            return BLOCKED  # two lines meet and turn off together
        return MERGE + self.rest + BEND


def goals(plan: Plan, task: int) -> dict[int, tuple[int, Port]]:
    """Return, by the state of its last link, the price of each port at which a line may end."""
    facts = plan.tasks[task]
    found: dict[int, tuple[int, Port]] = {}
    for port in plan.terminals[facts.target].ports:
        price = facts.arriving[port.number]
        users = plan.port_users.get(port.number)
        if users:
            if all(not leaves and plan.may_merge(task, other) for other, leaves in users):
                continue  # only by joining
            price += BLOCKED
        found[4 * port.node + (port.side ^ 2)] = price, port
    return found


def merges(plan: Plan, task: int) -> dict[int, Merge]:
    """Return the nodes at which a line may join one to the same target."""
    found: dict[int, Merge] = {}
    if not plan.tasks[task].shares:
        return found
    for other, path in enumerate(plan.paths):
        if path is not None and other != task and plan.may_merge(task, other):
            _merges_with(plan, task, (other, path), found)
    return found


def _merges_with(plan: Plan, task: int, trunk: tuple[int, Path], found: dict[int, Merge]) -> None:
    other, path = trunk
    facts = plan.tasks[task]
    ends = plan.port_users.get(path.end.number, ())
    if any(leaves or not (o == other or plan.may_merge(task, o)) for o, leaves in ends):
        return  # the trunk itself breaks a rule there
    prices, lengths = plan.grid.prices[facts.kind], plan.grid.lengths
    rest, away = facts.arriving[path.end.number], path.end.length
    for at in range(len(path.nodes) - 1, -1, -1):
        node, onward = path.nodes[at], path.headings[at + 1]
        if at + 1 < len(path.nodes):
            state = 4 * node + onward
            if not all(o == other or plan.may_merge(task, o) for o in plan.users(state)):
                return
            rest += prices[state]
            away += lengths[state]
            if path.headings[at + 2] != onward:
                rest += BEND
        users = plan.node_users[node]
        if not all(o == other or plan.may_merge(task, o) for o, _, _ in users):
            continue
        if away < LEAST_SHARED_LEG or plan.grid.no_turn[node] or node in found:
            continue
        arriving = frozenset(before for _, before, _ in users)
        near = MERGE_NEAR if away < ROOMY_SHARED_LEG else 0
        found[node] = Merge(onward, rest + near, arriving, path, at)


def begins(plan: Plan, task: int) -> list[Begin]:
    """Return all states at which a line may enter the grid."""
    facts = plan.tasks[task]
    found: list[Begin] = []
    trunks: set[int] = set()
    for port in plan.terminals[facts.source].ports:
        price = facts.leaving[port.number]
        users = plan.port_users.get(port.number)
        if users:
            if all(leaves and plan.may_part(task, other) for other, leaves in users):
                trunks.update(other for other, _ in users)
                continue
            price += BLOCKED
        found.append(Begin(4 * port.node + port.side, price, port))
    for other in sorted(trunks):
        path = plan.paths[other]
        if path is not None:
            _part(plan, task, facts, (other, path), found)
    return found


def _part(plan: Plan, task: int, facts: Task, trunk: tuple[int, Path], found: list[Begin]) -> None:
    """Begin on another line of the same source, turning off at any of its nodes."""
    other, path = trunk
    grid, headings = plan.grid, path.headings
    prices = grid.prices[facts.kind]
    cost = facts.leaving[path.start.number] + PARTING
    for at, node in enumerate(path.nodes):
        pure = all(o == other or plan.may_part(task, o) for o, _, _ in plan.node_users[node])
        turns = (0,) if grid.no_turn[node] else (0, 1, 3)
        for turn in turns if pure else ():
            state = 4 * node + ((headings[at] + turn) & 3)
            following = grid.next_state[state]
            if following >= 0 and not plan.used[state]:
                price = cost + BEND * (turn > 0) + prices[state]
                found.append(Begin(following, price, path.start, path.nodes[: at + 1]))
        if at + 1 == len(path.nodes):
            return
        state = 4 * node + headings[at + 1]
        if not all(o == other or plan.may_part(task, o) for o in plan.users(state)):
            return
        cost += prices[state] + BEND * (headings[at + 1] != headings[at])
