"""The working state of one page: which line runs where, and what that leaves to the others.

Only this class knows how lines may share: a line may end by joining one that runs to the same
target, or begin on one that comes from the same symbol (not a decision); everything else keeps off.
It lives inside one call of the router.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from sopdsl.layout.routing.costs import (
    BEND,
    BLOCKED,
    CROSSING,
    HEAD_ON,
    LABEL_CLEARANCE,
    LEVEL,
    ROOMY_LEG,
    SHORT_LEG,
    Direction,
    WireClass,
)
from sopdsl.layout.routing.grid import Grid
from sopdsl.layout.routing.ports import Port, Terminal
from sopdsl.layout.routing.types import Box

_LEVEL_BIT, _UPRIGHT_BIT, _CORNER_BIT = 1, 2, 4
CROSSED = _LEVEL_BIT | _UPRIGHT_BIT


@dataclass(frozen=True, slots=True)
class Path:
    """A way on the grid.

    Attributes:
        start, end: ports at its two ends.
        nodes: from the first node outside the source to the last before the target.
        headings: with which heading each node is reached, and last how the last one is left.
        cost: of its bends, length and ports, whatever else is on the page.
        faults: how many rules it broke when it was found (0 for a lawful way).
    """

    start: Port
    end: Port
    nodes: tuple[int, ...]
    headings: tuple[Direction, ...]
    cost: int
    faults: int


@dataclass(slots=True)
class Task:
    """A wire as the search sees it.

    Attributes:
        wire: index in the page.
        source, target: numbers of terminals.
        kind: which price list counts.
        leaving, arriving: by port number, what the port costs this wire.
        shares: it may join lines to its target and part from lines of its source.
        label: parts only from lines with the same wording.
        main: see ``Wire``.
        least: cost of the best way on the empty page.
    """

    wire: int
    source: int
    target: int
    kind: WireClass
    leaving: dict[int, int]
    arriving: dict[int, int]
    shares: bool
    label: str
    main: bool
    least: int = 0


class Plan:
    """All lines of the page that have a way, and who uses which part of the grid."""

    def __init__(self, grid: Grid, terminals: list[Terminal], tasks: list[Task]) -> None:
        self.grid = grid
        self.terminals = terminals
        self.tasks = tasks
        self.paths: list[Path | None] = [None] * len(tasks)
        self.ideals: list[Path | None] = [None] * len(tasks)  # ways on the empty page
        self.used = bytearray(len(grid.next_state))  # by state: lines on the link, either way
        self.node_bits = bytearray(len(grid.no_turn))
        self.link_users: dict[int, list[int]] = {}  # by the lower of the link's states
        self.node_users: dict[int, list[tuple[int, Direction, Direction]]] = {}
        self.port_users: dict[int, list[tuple[int, bool]]] = {}  # task, whether it leaves here
        self.crossings = 0
        self.head_on: set[int] = set()  # nodes at which two lines meet and turn off together
        width = len(grid.xs)
        self._steps = {1: 0, width: 1, -1: 2, -width: 3}
        if width == 1:
            self._steps = {1: 1, -1: 3}

    def path(self, task: int, start: Port, end: Port, nodes: tuple[int, ...], faults: int) -> Path:
        """Return a way through ``nodes`` with its headings and its cost."""
        facts = self.tasks[task]
        steps = self._steps
        headings = (
            start.side,
            *(steps[b - a] for a, b in pairwise(nodes)),
            end.side ^ 2,
        )
        prices = self.grid.prices[facts.kind]
        cost = facts.leaving[start.number] + facts.arriving[end.number]
        for at, node in enumerate(nodes):
            cost += BEND * (headings[at] != headings[at + 1])
            if at + 1 < len(nodes):
                cost += prices[4 * node + headings[at + 1]]
        if end.length < ROOMY_LEG and headings[-1] != headings[-2]:
            cost += SHORT_LEG
        return Path(start, end, nodes, headings, cost, faults)

    def insert(self, task: int, path: Path) -> None:
        """Lay a line."""
        self.paths[task] = path
        for at, node in enumerate(path.nodes):
            users = self.node_users.setdefault(node, [])
            users.append((task, path.headings[at], path.headings[at + 1]))
            self._settle(node, users)
        for state, back in self._links(path):
            self.used[state] += 1
            self.used[back] += 1
            self.link_users.setdefault(min(state, back), []).append(task)
        self.port_users.setdefault(path.start.number, []).append((task, True))
        self.port_users.setdefault(path.end.number, []).append((task, False))

    def remove(self, task: int) -> Path | None:
        """Take a line away and return it."""
        path = self.paths[task]
        if path is None:
            return None
        self.paths[task] = None
        for at, node in enumerate(path.nodes):
            users = self.node_users[node]
            users.remove((task, path.headings[at], path.headings[at + 1]))
            self._settle(node, users)
        for state, back in self._links(path):
            self.used[state] -= 1
            self.used[back] -= 1
            self.link_users[min(state, back)].remove(task)
        self.port_users[path.start.number].remove((task, True))
        self.port_users[path.end.number].remove((task, False))
        return path

    def _links(self, path: Path) -> list[tuple[int, int]]:
        """Return the states of a path's links, with the states that run them backwards."""
        following = self.grid.next_state
        ahead = path.headings[1:-1]
        states = [4 * node + way for node, way in zip(path.nodes, ahead, strict=False)]
        return [(state, following[state] ^ 2) for state in states]

    def _settle(self, node: int, users: list[tuple[int, Direction, Direction]]) -> None:
        """Note what a node's lines leave to others, and whether they cross or meet head-on."""
        bits = 0
        for _, before, after in users:
            bits |= _CORNER_BIT if before != after else 1 << (before & 1)
        crosses = bits & CROSSED == CROSSED
        self.crossings += crosses - (self.node_bits[node] & CROSSED == CROSSED)
        self.node_bits[node] = bits
        turns = {(before, after) for _, before, after in users}
        if any((b ^ 2, a) in turns and (a, a) not in turns for b, a in turns):
            self.head_on.add(node)
        else:
            self.head_on.discard(node)

    def keep_free(self, box: Box, price: int) -> None:
        """Ask lines to stay out of a box: raise the price of its links, and of the ways on them."""
        grid = self.grid
        gap = LABEL_CLEARANCE
        zone = Box(box.left - gap, box.top - gap, box.right + gap, box.bottom + gap)
        for state in range(0, len(grid.next_state), 4):
            for way in (state, state + 1):
                then = grid.next_state[way]
                if then < 0:
                    continue
                (x1, y1), (x2, y2) = grid.point(way >> 2), grid.point(then >> 2)
                if x1 < zone.right and x2 > zone.left and y1 < zone.bottom and y2 > zone.top:
                    for prices in grid.prices[:2]:  # the third list is the second one
                        prices[way] += price
                        prices[then ^ 2] += price
        for task in range(len(self.tasks)):
            self.price_again(task)

    def price_again(self, task: int) -> None:
        """Work out a way's cost anew after prices were raised."""
        path = self.paths[task]
        if path is not None:
            self.paths[task] = self.path(task, path.start, path.end, path.nodes, path.faults)

    def total(self) -> int:
        """Return the cost of the whole page."""
        return (
            CROSSING * self.crossings
            + HEAD_ON * len(self.head_on)
            + sum(path.cost + BLOCKED * path.faults for path in self.paths if path is not None)
        )

    def users(self, state: int) -> list[int]:
        """Return the lines on a link."""
        return self.link_users.get(min(state, self.grid.next_state[state] ^ 2), [])

    def port_free(self, number: int) -> bool:
        """Tell whether no line uses a port."""
        return not self.port_users.get(number)

    def may_merge(self, task: int, other: int) -> bool:
        """Tell whether one line may end by joining another."""
        a, b = self.tasks[task], self.tasks[other]
        return a.shares and b.shares and a.target == b.target and a.source != b.source

    def may_part(self, task: int, other: int) -> bool:
        """Tell whether one line may begin on another."""
        a, b = self.tasks[task], self.tasks[other]
        return (
            a.shares
            and b.shares
            and a.source == b.source
            and a.target != b.target
            and a.label == b.label
            and not self.terminals[a.source].decision
            and LEVEL not in (a.kind, b.kind)
        )

    def touching(self, task: int, path: Path) -> set[int]:
        """Return the other lines that stand in the way of a path, or that it crosses."""
        found: set[int] = set()
        headings = path.headings
        for at, node in enumerate(path.nodes):
            found.update(other for other, _, _ in self.node_users.get(node, ()))
            if at + 1 < len(path.nodes):
                found.update(self.users(4 * node + headings[at + 1]))
        for port in (path.start.number, path.end.number):
            found.update(other for other, _ in self.port_users.get(port, ()))
        found.discard(task)
        return found
