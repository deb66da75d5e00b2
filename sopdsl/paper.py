"""Paper: the sizes regulations and agencies print SOPs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Orientation = Literal["potret", "lanskap"]

POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A page of paper, turned the way it is printed; millimetres."""

    name: str
    width: float
    height: float
    orientation: Orientation


@dataclass(frozen=True, slots=True)
class Margins:
    """White edges of a page, in millimetres."""

    top: float
    right: float
    bottom: float
    left: float


# width and height when held upright
SIZES: dict[str, tuple[float, float]] = {
    "A4": (210.0, 297.0),
    "F4": (215.0, 330.0),
}


def paper(name: str, orientation: Orientation) -> Paper:
    """Return a paper by name (``A4``, ``F4``); ``KeyError`` for another name."""
    width, height = SIZES[name]
    if orientation == "lanskap":
        width, height = height, width
    return Paper(name, width, height, orientation)
