"""What the router is asked and what it answers.

Coordinates are points from the page's top left corner, y downwards. The table stands still: lanes
are columns between ``columns[i]`` and ``columns[i + 1]``, rows lie between ``rows[j]`` and
``rows[j + 1]``; symbols have their place. The router finds the way of every wire, puts the
pentagons where an arrow leaves or enters the page, and lays the labels beside their exits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from sopdsl.model.types import SymbolKind

Point = tuple[float, float]
WireKind = Literal["arrow", "two-way", "join"]


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> Point:
        """Return its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Node:
    """A symbol that stands still; ``column`` and ``row`` count from 0 on this page.

    ``outside`` are texts that stand beside the symbol in its cell (a question, a sub-activity that
    found no room inside); nothing may run through them.
    """

    kind: SymbolKind
    box: Box
    column: int
    row: int
    outside: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of an arrow that lies on another page.

    Attributes:
        letter: what the pentagon shows; it is also its name.
        ahead: the other end lies on a later page (else on an earlier one).
        note: second line inside or beside the pentagon, such as "hal. 3" (may be empty).
    """

    letter: str
    ahead: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wire:
    """One line to draw, from ``source`` to ``target``: indices of nodes, or a cut.

    Attributes:
        kind: ``arrow`` (head at the target), ``two-way`` (heads at both ends), or ``join`` (plain
            line that ties two symbols of one row).
        label: wording beside the exit; empty for none.
        backward: the target's row lies above the source's in the chart (pages included).
        main: it is the flow from a step to the next; such wires go straight on if they can.
    """

    source: int | Cut
    target: int | Cut
    kind: WireKind = "arrow"
    label: str = ""
    backward: bool = False
    main: bool = False


@dataclass(frozen=True, slots=True)
class RoutingPage:
    """One page's problem.

    Attributes:
        columns: lane borders from left to right, one more than lanes.
        rows: row borders from top to bottom, one more than rows.
        top_strip: free band between header and first row for pentagons, or ``None``.
        bottom_strip: the same below the last row.
        label_size: font size of labels.
        seed: makes the search repeatable.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    nodes: tuple[Node, ...]
    wires: tuple[Wire, ...]
    top_strip: Box | None
    bottom_strip: Box | None
    label_size: float
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Pentagon:
    """A page connector that found its place; ``wire`` is the index of its wire.

    The letter (7 pt) fits between the pentagon's top and its shoulders, a note (7 pt) below it.
    """

    wire: int
    letter: str
    points: tuple[Point, ...]  # five corners, the tip last
    box: Box
    ahead: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A label that found its place.

    Attributes:
        wire: index of its wire.
        box: around the text's ink; the first baseline lies 0.74 of the font size below its top, the
            next one 1.1 of the font size below that.
        backed: it needs an opaque ground, since a table line runs behind it.
        lines: the wording as it is printed, wrapped.
        size: its font size, where that had to be smaller than the page's; else 0.
    """

    wire: int
    box: Box
    backed: bool
    lines: tuple[str, ...] = ()
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class RoutedPage:
    """The answer: ``paths[i]`` are the corners of wire ``i`` from its source to its target.

    ``troubled`` are the nodes at which a line broke a rule or a label found no room; rows with more
    room would help.
    """

    paths: tuple[tuple[Point, ...], ...]
    pentagons: tuple[Pentagon, ...]
    labels: tuple[Label, ...]
    troubled: tuple[int, ...] = ()
