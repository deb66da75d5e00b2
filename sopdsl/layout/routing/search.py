"""The way of one wire: A* over (node, heading) with bends, crossings and length as the price.

The estimate of the rest is exact on an empty sheet: the least number of bends to a port plus the
straight distance (as in Wybrow, Marriott, Stuckey, "Orthogonal connector routing", GD 2009). It
depends on the target alone, so it is remembered across all searches of a page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import heappop, heappush

from sopdsl.layout.routing.costs import (
    BEND,
    BLOCKED,
    CLIMB_PER_POINT,
    CROSSING,
    FORWARD,
    LEAST_SHARED_LEG,
    MERGE,
    MERGE_NEAR,
    PARTING,
    PER_POINT,
    ROOMY_SHARED_LEG,
    Direction,
)
from sopdsl.layout.routing.plan import Path, Plan, Task
from sopdsl.layout.routing.ports import Port

_UNSEEN = 1 << 60
_BITS = 20  # a state number fits; pages never have so many nodes
_MASK = (1 << _BITS) - 1
_ROUNDING = 60  # link prices are rounded one by one
_NOTHING = 1e-6
_DX = (1, 0, -1, 0)
_DY = (0, 1, 0, -1)


@dataclass(frozen=True, slots=True)
class _Merge:
    """A node at which a line may join another one.

    Attributes:
        onward: heading of the other line after the node.
        rest: cost from here to the target.
        arriving: headings with which lines arrive here already.
        other: the line to join, ``at``: index of the node in its way.
    """

    onward: Direction
    rest: int
    arriving: frozenset[Direction]
    other: int
    at: int


@dataclass(slots=True)
class _Run:
    """The books of one search."""

    queue: list[int] = field(default_factory=list)
    cost: dict[int, int] = field(default_factory=dict)
    parent: dict[int, int] = field(default_factory=dict)
    begins: list[tuple[Port, tuple[int, ...]]] = field(default_factory=list)
    goals: dict[int, tuple[int, Port]] = field(default_factory=dict)
    merges: dict[int, _Merge] = field(default_factory=dict)


class Searcher:
    """Finds ways on a plan; remembers estimates by target."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._estimates: dict[tuple[int, int, bool], dict[int, int]] = {}

    def find(self, task: int) -> Path | None:
        """Return the cheapest way of a wire among the lines that lie already, or ``None``."""
        facts = self._plan.tasks[task]
        for shares in (facts.shares, False):
            run = _Run()
            self._add_goals(run, task, facts)
            if shares:
                self._add_merges(run, task, facts)
            self._add_begins(run, task, facts)
            path = self._path(run, task, self._search(run, facts))
            if path is None or len(set(path.nodes)) == len(path.nodes):
                return path  # else it would meet its own tail
        return None

    def _add_goals(self, run: _Run, task: int, facts: Task) -> None:
        plan = self._plan
        for port in plan.terminals[facts.target].ports:
            price = facts.arriving[port.number]
            users = plan.port_users.get(port.number)
            if users:
                if all(not leaves and plan.may_merge(task, other) for other, leaves in users):
                    continue  # only by joining
                price += BLOCKED
            run.goals[4 * port.node + (port.side ^ 2)] = price, port

    def _add_merges(self, run: _Run, task: int, facts: Task) -> None:
        plan = self._plan
        prices = plan.grid.prices[facts.kind]
        lengths, no_turn = plan.grid.lengths, plan.grid.no_turn
        for other, path in enumerate(plan.paths):
            if path is None or other == task or not plan.may_merge(task, other):
                continue
            headings = path.headings
            rest, away = facts.arriving[path.end.number], path.end.length
            for at in range(len(path.nodes) - 1, -1, -1):
                node, onward = path.nodes[at], headings[at + 1]
                if at + 1 < len(path.nodes):
                    state = 4 * node + onward
                    if not all(o == other or plan.may_merge(task, o) for o in plan.users(state)):
                        break
                    rest += prices[state]
                    away += lengths[state]
                    if headings[at + 2] != onward:
                        rest += BEND
                users = plan.node_users[node]
                if not all(o == other or plan.may_merge(task, o) for o, _ in users):
                    continue
                if away < LEAST_SHARED_LEG or no_turn[node] or node in run.merges:
                    continue
                arriving = frozenset(plan.heading_at(o, node) for o, _ in users)
                near = MERGE_NEAR if away < ROOMY_SHARED_LEG else 0
                run.merges[node] = _Merge(onward, rest + near, arriving, other, at)

    def _add_begins(self, run: _Run, task: int, facts: Task) -> None:
        plan = self._plan
        parts_from: set[int] = set()
        for port in plan.terminals[facts.source].ports:
            price = facts.leaving[port.number]
            users = plan.port_users.get(port.number)
            if users:
                if all(leaves and plan.may_part(task, other) for other, leaves in users):
                    parts_from.add(users[0][0])
                    parts_from.update(other for other, _ in users)
                    continue
                price += BLOCKED
            self._begin(run, facts, 4 * port.node + port.side, price, port, ())
        for other in sorted(parts_from):
            self._part(run, task, facts, other)

    def _begin(
        self, run: _Run, facts: Task, state: int, cost: int, port: Port, before: tuple[int, ...]
    ) -> None:
        if cost >= run.cost.get(state, _UNSEEN):
            return
        run.cost[state] = cost
        run.begins.append((port, before))
        run.parent[state] = -len(run.begins)
        heappush(run.queue, (cost + self._estimate(facts, state)) << _BITS | state)

    def _part(self, run: _Run, task: int, facts: Task, other: int) -> None:
        """Begin on another line of the same source, turning off at any of its nodes."""
        plan = self._plan
        path = plan.paths[other]
        if path is None:
            return
        grid, headings = plan.grid, path.headings
        prices = grid.prices[facts.kind]
        cost = facts.leaving[path.start.number] + PARTING
        for at, node in enumerate(path.nodes):
            users = plan.node_users[node]
            mixed = not all(o == other or plan.may_part(task, o) for o, _ in users)
            for turn in (0, 1, 3):
                heading = (headings[at] + turn) & 3
                following = grid.next_state[4 * node + heading]
                if following < 0 or plan.used[4 * node + heading] or mixed:
                    continue
                if turn and grid.no_turn[node]:
                    continue
                price = cost + BEND * (turn > 0) + prices[4 * node + heading]
                before = path.nodes[: at + 1]
                self._begin(run, facts, following, price, path.start, before)
            if at + 1 == len(path.nodes):
                return
            state = 4 * node + headings[at + 1]
            if not all(o == other or plan.may_part(task, o) for o in plan.users(state)):
                return
            cost += prices[state] + BEND * (headings[at + 1] != headings[at])

    def _search(self, run: _Run, facts: Task) -> tuple[int, int, int] | None:
        """Run A*; return the last state, the state of the port's stub (-1: merged) and the cost."""
        plan, grid = self._plan, self._plan.grid
        following, prices, no_turn = grid.next_state, grid.prices[facts.kind], grid.no_turn
        used, bits = plan.used, plan.node_bits
        queue, cost, parent = run.queue, run.cost, run.parent
        goals, merges = run.goals, run.merges
        estimates = self._table(facts)
        closed: set[int] = set()
        best, best_end = _UNSEEN, None
        while queue:
            key = heappop(queue)
            if key >> _BITS >= best:
                break
            state = key & _MASK
            if state in closed:
                continue
            closed.add(state)
            here = cost[state]
            node = state >> 2
            taken = bits[node]
            if taken and node in merges:
                price = _merge_price(merges[node], state & 3)
                if price is not None and here + price < best:
                    best, best_end = here + price, (state, -1)
            for way in (state,) if no_turn[node] else (state, state ^ 1, state ^ 3):
                price = here if way == state else here + BEND
                if taken:
                    if way != state or taken & (4 | (1 << (way & 1))):
                        price += BLOCKED
                    else:
                        price += CROSSING
                then = following[way]
                if then < 0:
                    goal = goals.get(way)
                    if goal is not None and price + goal[0] < best:
                        best, best_end = price + goal[0], (state, way)
                    continue
                price += prices[way]
                if used[way]:
                    price += BLOCKED
                if price < cost.get(then, _UNSEEN):
                    cost[then] = price
                    parent[then] = state
                    rest = estimates.get(then)
                    if rest is None:
                        rest = self._estimate(facts, then)
                    heappush(queue, (price + rest) << _BITS | then)
        return (*best_end, best) if best_end else None

    def _path(self, run: _Run, task: int, end: tuple[int, int, int] | None) -> Path | None:
        if end is None:
            return None
        state, way, cost = end
        nodes: list[int] = []
        while state >= 0:
            nodes.append(state >> 2)
            state = run.parent[state]
        start, before = run.begins[-1 - state]
        nodes = [*before, *reversed(nodes)]
        if way >= 0:
            port = run.goals[way][1]
        else:
            merge = run.merges[nodes[-1]]
            other = self._plan.paths[merge.other]
            assert other is not None  # merges are taken from lines that lie
            nodes += other.nodes[merge.at + 1 :]
            port = other.end
        return self._plan.path(task, start, port, tuple(nodes), cost // BLOCKED)

    def _table(self, facts: Task) -> dict[int, int]:
        return self._estimates.setdefault(
            (facts.target, facts.kind, facts.source == facts.target), {}
        )

    def _estimate(self, facts: Task, state: int) -> int:
        """Return a lower bound of the cost from a state to any port of the target."""
        grid = self._plan.grid
        y_line, x_line = divmod(state >> 2, len(grid.xs))
        x, y, heading = grid.xs[x_line], grid.ys[y_line], state & 3
        climb = CLIMB_PER_POINT if facts.kind == FORWARD else 0
        best = _UNSEEN
        for port in self._plan.terminals[facts.target].ports:
            goal_y, goal_x = divmod(port.node, len(grid.xs))
            dx, dy = grid.xs[goal_x] - x, grid.ys[goal_y] - y
            rest = facts.arriving[port.number] + int(PER_POINT * (abs(dx) + abs(dy)))
            if dy < 0:
                rest -= int(climb * dy) + 1
            if rest < best:
                rest += BEND * _least_bends(dx, dy, heading, port.side ^ 2)
                best = min(best, rest)
        self._table(facts)[state] = max(best - _ROUNDING, 0)
        return self._table(facts)[state]


def _least_bends(dx: float, dy: float, heading: Direction, final: Direction) -> int:
    """Return how many bends lead from a heading to a ``final`` one at a point ``dx``, ``dy`` away."""
    ahead = dx * _DX[final] + dy * _DY[final]
    turn = (heading - final) & 3
    if turn == 0:
        if ahead < 0:
            return 4
        return 0 if abs(dx * _DY[final] + dy * _DX[final]) < _NOTHING else 2
    if turn == 2:  # noqa: PLR2004 - the opposite direction
        return 4 if abs(dx * _DY[final] + dy * _DX[final]) < _NOTHING else 2
    return 1 if ahead >= 0 and dx * _DX[heading] + dy * _DY[heading] >= 0 else 3


def _merge_price(merge: _Merge, heading: Direction) -> int | None:
    """Return what joining costs; ``None`` where one could not tell two lines from one."""
    onward = merge.onward
    if heading == onward ^ 2 or heading in merge.arriving:
        return None
    if heading != onward and heading ^ 2 in merge.arriving and onward not in merge.arriving:
        return None  # head-on: two lines meet and turn off together
    return MERGE + merge.rest + (BEND if heading != onward else 0)
