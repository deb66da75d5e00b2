"""The legend: the five symbols of the regulation (II.B.3 a–e) and what they stand for.

It explains shapes, so it is drawn without the tints of a theme, and with roles of its own: what
reads the chart must not take the samples for steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopdsl.drawing.items import Group, Item, Path, Point, Polygon, Rect, Text
from sopdsl.drawing.theme import ARROW_HALF_WIDTH, ARROW_LENGTH
from sopdsl.layout.metrics import text_width

_SIZE = 7.0
_HALF_CAPITAL = 0.36 * _SIZE
_WIDTH, _HEIGHT = 19.0, 9.0  # of a sample
_NARROW = 12.0  # of a pentagon
_HALF = _HEIGHT / 2
_GAP, _NEXT = 4.0, 15.0  # between a sample and its words, and between two entries


def legend(corner: Point) -> Item:
    """Return the legend whose bottom left corner is ``corner``; it is about 400 points long."""
    return Group("sop-legend", tuple(_entries(corner)))


def _entries(corner: Point) -> Iterator[Item]:
    x, y = corner[0], corner[1] - _HALF
    for words, width, sample in _SAMPLES:
        yield from sample(x, y)
        x += width + _GAP
        yield Text("sop-text", (words,), x, y + _HALF_CAPITAL, _SIZE, _SIZE)
        x += text_width(words, _SIZE) + _NEXT


def _capsule(x: float, y: float) -> tuple[Item, ...]:
    return (Rect("sop-key", x, y - _HALF, _WIDTH, _HEIGHT, radius=_HALF),)


def _box(x: float, y: float) -> tuple[Item, ...]:
    return (Rect("sop-key", x, y - _HALF, _WIDTH, _HEIGHT),)


def _diamond(x: float, y: float) -> tuple[Item, ...]:
    middle, half = x + _WIDTH / 2, _HALF + 0.8  # a diamond looks smaller than it is
    return (Polygon("sop-key", ((x, y), (middle, y - half), (x + _WIDTH, y), (middle, y + half))),)


def _arrow(x: float, y: float) -> tuple[Item, ...]:
    tip = x + _WIDTH
    base = tip - ARROW_LENGTH
    head = ((tip, y), (base, y - ARROW_HALF_WIDTH), (base, y + ARROW_HALF_WIDTH))
    return Path("sop-key", ((x, y), (tip, y))), Polygon("sop-key-head", head)


def _pentagon(x: float, y: float) -> tuple[Item, ...]:
    left, middle, right = x, x + _NARROW / 2, x + _NARROW
    top, shoulder, tip = y - _HALF, y + 1.2, y + _HALF + 0.5
    points = ((right, shoulder), (right, top), (left, top), (left, shoulder), (middle, tip))
    return (Polygon("sop-key", points),)


_SAMPLES: tuple[tuple[str, float, Callable[[float, float], tuple[Item, ...]]], ...] = (
    ("Mulai/selesai", _WIDTH, _capsule),
    ("Proses", _WIDTH, _box),
    ("Keputusan", _WIDTH, _diamond),
    ("Arah alur", _WIDTH, _arrow),
    ("Penghubung antarhalaman", _NARROW, _pentagon),
)
