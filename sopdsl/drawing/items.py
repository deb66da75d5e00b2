"""The narrow waist: everything a page shows, as five kinds of item.

Coordinates are points (1/72 inch) from the page's top left corner, y downwards; a group moves its
children. Items say what they *are* through ``role`` (the class names of the SVG contract) and
``data`` (its ``data-`` attributes); how that looks is the theme's affair. An emitter adds no
coordinate of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Data = tuple[tuple[str, str], ...]  # ("step", "reviu") becomes data-step="reviu"
Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, its corners rounded by ``radius``."""

    role: str
    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    data: Data = ()


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape through ``points``."""

    role: str
    points: tuple[Point, ...]
    data: Data = ()


@dataclass(frozen=True, slots=True)
class Path:
    """An open line of straight horizontal and vertical pieces; arrowheads are polygons beside it.

    Attributes:
        points: corners from start to end.
        radius: rounding of the corners.
    """

    role: str
    points: tuple[Point, ...]
    radius: float = 0.0
    data: Data = ()


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of text, one baseline each.

    Attributes:
        lines: already wrapped.
        x: where each line is anchored.
        y: baseline of the first line.
        leading: distance between baselines.
        size: font size in points.
    """

    role: str
    lines: tuple[str, ...]
    x: float
    y: float
    size: float
    leading: float
    anchor: Anchor = "start"
    bold: bool = False
    data: Data = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Items that belong together, moved by ``x``, ``y``; ``title`` is read out, shown on hover."""

    role: str
    items: tuple[Item, ...]
    x: float = 0.0
    y: float = 0.0
    title: str = ""
    data: Data = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Items that lead elsewhere.

    Attributes:
        href: a fragment (``#…``) or a relative path.
        title: what it is called for those who do not see it, where the items do not say enough.
        id: by which another link leads here; unique in the document.
    """

    href: str
    items: tuple[Item, ...]
    title: str = ""
    id: str = ""


Item = Rect | Polygon | Path | Text | Group | Link


@dataclass(frozen=True, slots=True)
class Drawing:
    """One page.

    Attributes:
        width, height: the paper, in millimetres.
        title, description: read out by screen readers.
        data: ``sop-page``, ``sop-pages``, ``sop-chart``.
        items: in painting order, the first beneath all others.
    """

    width: float
    height: float
    title: str
    description: str
    data: Data
    items: tuple[Item, ...]
