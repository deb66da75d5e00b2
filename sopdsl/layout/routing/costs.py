"""What a route costs: one currency for bends, crossings, length and unusual exits.

Costs are whole numbers, 100 to the unit, so that the search compares integers. Their proportions
follow the readability studies: a crossing hurts most (Purchase, GD 1997), then a bend, then length;
an exit on an unusual side is cheaper than a bend when a straight way needs it.
"""

from __future__ import annotations

from typing import Literal

Direction = int  # 0 right, 1 down, 2 left, 3 up
RIGHT, DOWN, LEFT, UP = range(4)
WireClass = Literal[0, 1, 2]  # forward, backward, inside a row
FORWARD: WireClass = 0
BACKWARD: WireClass = 1
LEVEL: WireClass = 2

BEND = 1000
CROSSING = 2600
HEAD_ON = 3000  # two lines that meet and turn off together
PER_POINT = 7
CLIMB_PER_POINT = 25  # a forward arrow should not run upwards
SHORT_LEG = 250  # a last leg hardly longer than the arrowhead
MERGE_NEAR = 300  # joining it shortly before the tip
MERGE = 350  # joining a line that runs to the same target
PARTING = 150  # leaving a line that comes from the same source
BLOCKED = 100_000  # breaks a rule of the form; more than any lawful route costs
STRIP_COLUMN = 40  # a pentagon away from its symbol's column, for each column
SATISFIED = 300  # nearer to its least cost than this, a wire is not worth another try

# Points, on paper.
CLEARANCE = 2.6  # of a line to symbols it does not belong to
TEXT_CLEARANCE = 1.1  # of a line to texts beside symbols
LABEL_CLEARANCE = 1.2  # of a line to a label
LEAST_LEG = 4.6  # of a port to the first or last corner: room for an arrowhead (1.6 mm)
ROOMY_LEG = 7.0  # better: the head does not fill the leg
LEAST_SHARED_LEG = 5.9  # of a merge to the arrow's tip (2 mm)
ROOMY_SHARED_LEG = 12.0  # of a merge to the tip, better
TRACK_GAP = 2.6  # between parallel lines, at least
TRACK_EDGE = 2.7  # between a line and a table line, at least

_LEAVING: dict[WireClass, tuple[int, int, int, int]] = {  # by side: right, bottom, left, top
    FORWARD: (300, 0, 300, 3000),
    BACKWARD: (0, 900, 0, 500),
    LEVEL: (0, 300, 0, 300),
}
_ARRIVING: dict[WireClass, tuple[int, int, int, int]] = {
    FORWARD: (600, 3000, 600, 0),
    BACKWARD: (0, 500, 0, 300),
    LEVEL: (0, 500, 0, 300),
}
_DECISION_SIDE_EXIT = 200  # the other branches of a decision leave by its sides
_DECISION_LOW_EXIT = 400


def leaving(kind: WireClass, side: Direction, decision: bool, main: bool) -> int:
    """Return the price of a line that leaves a symbol by ``side``."""
    price = _LEAVING[kind][side]
    if decision and kind == FORWARD:
        if main and side in (LEFT, RIGHT):
            price += _DECISION_SIDE_EXIT
        elif not main and side == DOWN:
            price += _DECISION_LOW_EXIT
    return price


def arriving(kind: WireClass, side: Direction) -> int:
    """Return the price of a line that arrives at a symbol's ``side``."""
    return _ARRIVING[kind][side]
