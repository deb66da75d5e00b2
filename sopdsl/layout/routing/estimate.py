"""A lower bound of what is left to pay: the least number of bends to a port, plus the distance.

On an empty sheet the bound is exact (as in Wybrow, Marriott, Stuckey, "Orthogonal connector
routing", GD 2009). It depends on the target alone, so it is remembered across all searches.
"""

from __future__ import annotations

from sopdsl.layout.routing.costs import (
    BEND,
    CLIMB_PER_POINT,
    FORWARD,
    PER_POINT,
    Direction,
)
from sopdsl.layout.routing.grid import Grid
from sopdsl.layout.routing.plan import Plan, Task
from sopdsl.layout.routing.ports import Port

_ROUNDING = 60  # link prices are rounded one by one
_NOTHING = 1e-6
_DX = (1, 0, -1, 0)
_DY = (0, 1, 0, -1)
UNKNOWN = -1
_FAR = 1e18


class Estimate:
    """Bounds by state for all wires with one target and one price list."""

    def __init__(self, grid: Grid, ports: list[Port], task: Task) -> None:
        self.table = [UNKNOWN] * len(grid.next_state)
        self._xs, self._ys = grid.xs, grid.ys
        self._climb = CLIMB_PER_POINT if task.kind == FORWARD else 0
        self._goals = [
            (*grid.point(port.node), port.side ^ 2, task.arriving[port.number]) for port in ports
        ]

    def at(self, state: int) -> int:
        """Return the bound at a state, and remember it."""
        y_line, x_line = divmod(state >> 2, len(self._xs))
        x, y, heading = self._xs[x_line], self._ys[y_line], state & 3
        best = _FAR
        for goal_x, goal_y, final, price in self._goals:
            dx, dy = goal_x - x, goal_y - y
            rest = price + PER_POINT * ((dx if dx > 0 else -dx) + (dy if dy > 0 else -dy))
            if dy < 0:
                rest -= self._climb * dy
            if rest < best:
                rest += BEND * least_bends(dx, dy, heading, final)
                best = min(best, rest)
        bound = max(int(best) - _ROUNDING, 0)
        self.table[state] = bound
        return bound


class Estimates:
    """The bounds of a page, by target."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._known: dict[tuple[int, int, bool], Estimate] = {}

    def of(self, task: Task) -> Estimate:
        """Return the bounds for a wire."""
        key = task.target, task.kind, task.source == task.target
        found = self._known.get(key)
        if found is None:
            ports = self._plan.terminals[task.target].ports
            found = self._known[key] = Estimate(self._plan.grid, ports, task)
        return found


def least_bends(dx: float, dy: float, heading: Direction, final: Direction) -> int:
    """Return how many bends lead to a point ``dx``, ``dy`` away and a ``final`` heading."""
    turn = (heading - final) & 3
    if turn & 1:
        ahead = dx * _DX[final] + dy * _DY[final]
        return 1 if ahead >= 0 and dx * _DX[heading] + dy * _DY[heading] >= 0 else 3
    aside = dx if final & 1 else dy
    if turn:
        return 2 if aside > _NOTHING or aside < -_NOTHING else 4
    if dx * _DX[final] + dy * _DY[final] < 0:
        return 4
    return 2 if aside > _NOTHING or aside < -_NOTHING else 0
