"""The way of one wire: A* over (node, heading) with bends, crossings and length as the price."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heappop, heappush

from sopdsl.layout.routing.costs import (
    BEND,
    BLOCKED,
    CROSSING,
    ROOMY_LEG,
    SHORT_LEG,
    Direction,
)
from sopdsl.layout.routing.estimate import UNKNOWN, Estimates
from sopdsl.layout.routing.plan import Path, Plan
from sopdsl.layout.routing.ports import Port
from sopdsl.layout.routing.sharing import Begin, Merge, begins, goals, merges

NO_LIMIT = 1 << 50
_MOST_STEPS = 1_000_000  # some seconds; a usual page takes some thousands
_BITS = 20  # a state's number fits: no page has so many nodes
_MASK = (1 << _BITS) - 1
_CORNER = 4  # bit of a node at which a line turns


@dataclass(slots=True)
class _Run:
    """The books of one search: where it may begin and end, and the best way to each state."""

    begins: list[Begin]
    goals: dict[int, tuple[int, Port]]
    merges: dict[int, Merge]
    parent: dict[int, int]
    best: int
    end: tuple[int, int] | None = None  # last state; state of the stub to the port, or -1: merged


class Searcher:
    """Finds ways on a plan; counts its steps, so that a hopeless page is not searched for ever."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._steps = 0
        self._estimates = Estimates(plan)

    def find(self, task: int, limit: int = NO_LIMIT) -> Path | None:
        """Return the cheapest way of a wire among the lines that lie already.

        Lawful ways are looked for first; where there is none, one that breaks as few rules as
        possible. ``None`` if every way costs more than ``limit``, or none exists.
        """
        shared = merges(self._plan, task)
        for lawful in (True, False):
            if not lawful and limit < BLOCKED:
                return None
            path = self._try(task, limit, lawful, shared)
            if path is not None and len(set(path.nodes)) < len(path.nodes):
                path = self._try(task, limit, lawful, {})  # it would meet its own tail
            if path is not None:
                return path
        return None

    @property
    def tired(self) -> bool:
        """Whether the page has had its share of work: what lies now should stay."""
        return self._steps > _MOST_STEPS

    def _try(self, task: int, limit: int, lawful: bool, shared: dict[int, Merge]) -> Path | None:
        plan = self._plan
        run = _Run(begins(plan, task), goals(plan, task), shared, {}, limit + 1)
        if lawful:
            run.best = min(run.best, BLOCKED)
        self._steps += self._search(run, task, lawful)
        return self._path(run, task)

    # One flat loop that runs a million times for a document: calls would double its time.
    def _search(  # noqa: PLR0912, PLR0915 - see above
        self, run: _Run, task: int, lawful: bool
    ) -> int:
        """Run A*: fills the run's ``parent``, finds its ``end``; returns the number of steps."""
        plan, facts = self._plan, self._plan.tasks[task]
        grid = plan.grid
        following, prices, no_turn = grid.next_state, grid.prices[facts.kind], grid.no_turn
        used, bits = plan.used, plan.node_bits
        estimate = self._estimates.of(facts)
        table = estimate.table
        parent, shared = run.parent, run.merges
        cost = [NO_LIMIT] * len(following)
        queue = _opened(run, cost, estimate.at)
        closed = bytearray(len(following))
        while queue:
            key = heappop(queue)
            if key >> _BITS >= run.best:
                break
            state = key & _MASK
            if closed[state]:
                continue
            closed[state] = 1
            here = cost[state]
            node = state >> 2
            taken = bits[node]
            if taken and node in shared:
                _join(run, state, here)
            straight = here
            if taken:
                if not taken & (_CORNER | (1 << (state & 1))):
                    straight += CROSSING
                elif lawful:
                    continue
                else:
                    straight += BLOCKED
            turned = here + BEND + (BLOCKED if taken else 0)
            alone = no_turn[node] or (taken and lawful)
            for way in (state,) if alone else (state, state ^ 1, state ^ 3):
                price = straight if way == state else turned
                then = following[way]
                if then < 0:
                    _arrive(run, state, way, price)
                    continue
                price += prices[way]
                if used[way]:
                    if lawful:
                        continue
                    price += BLOCKED
                if price < cost[then]:
                    rest = table[then]
                    if rest == UNKNOWN:
                        rest = estimate.at(then)
                    if price + rest < run.best:
                        cost[then] = price
                        parent[then] = state
                        heappush(queue, (price + rest) << _BITS | then)
        return closed.count(1)

    def _path(self, run: _Run, task: int) -> Path | None:
        if run.end is None:
            return None
        state, way = run.end
        nodes: list[int] = []
        while state >= 0:
            nodes.append(state >> 2)
            state = run.parent[state]
        begin = run.begins[-1 - state]
        nodes = [*begin.before, *reversed(nodes)]
        if way >= 0:
            port = run.goals[way][1]
        else:
            merge = run.merges[nodes[-1]]
            nodes += merge.other.nodes[merge.at + 1 :]
            port = merge.other.end
        return self._plan.path(task, begin.port, port, tuple(nodes), run.best // BLOCKED)


def _opened(run: _Run, cost: list[int], estimate: Callable[[int], int]) -> list[int]:
    """Return the first queue: every state at which the line may begin."""
    queue: list[int] = []
    for number, begin in enumerate(run.begins):
        if begin.cost < cost[begin.state] and begin.cost < run.best:
            cost[begin.state] = begin.cost
            run.parent[begin.state] = -1 - number
            heappush(queue, (begin.cost + estimate(begin.state)) << _BITS | begin.state)
    return queue


def _join(run: _Run, state: int, cost: int) -> None:
    heading: Direction = state & 3
    price = cost + run.merges[state >> 2].price(heading)
    if price < run.best and price < BLOCKED + cost:
        run.best, run.end = price, (state, -1)


def _arrive(run: _Run, state: int, way: int, cost: int) -> None:
    goal = run.goals.get(way)
    if goal is None:
        return
    price, port = goal
    price += cost
    if way != state and port.length < ROOMY_LEG:
        price += SHORT_LEG
    if price < run.best:
        run.best, run.end = price, (state, way)
