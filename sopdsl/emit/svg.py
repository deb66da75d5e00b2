"""Drawings as SVG 1.1: one exhaustive walk over the items, nothing placed, nothing decided.

Every converter draws what stands here alike: plain shapes, classes with one style sheet, no
transform but ``translate``, no CSS variables, gradients, markers or foreign objects. The same
drawing gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, assert_never

from sopdsl.drawing.items import (
    Data,
    Drawing,
    Group,
    Item,
    Link,
    Path,
    Point,
    Polygon,
    Rect,
    Text,
)
from sopdsl.drawing.sheets import role_rules, stated
from sopdsl.drawing.theme import PLAIN, Theme, font_faces
from sopdsl.paper import POINTS_PER_MM

# what XML 1.0 does not allow; svgwrite would write it as it is
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SCHEME = re.compile(r"[^/?#]*:")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def to_svg(
    drawing: Drawing, theme: Theme = PLAIN, *, embed_font: bool = False, id_prefix: str = "sop"
) -> str:
    """Return a page as an SVG file that stands alone, so nothing on it leads to its document.

    Args:
        drawing: the page.
        theme: what it looks like; its colours are those of a bright screen.
        embed_font: carry the typeface along (about 27 kB); without it the reader's Arial is used,
            which has the same widths.
        id_prefix: begins every ``id``.
    """
    styles = style_sheet(theme)
    if embed_font:
        styles = font_faces() + styles
    alone = replace(drawing, items=tuple(_alone(drawing.items)))
    return _DECLARATION + _page(alone, id_prefix, styles) + "\n"


def svg_element(drawing: Drawing, *, id_prefix: str) -> str:
    """Return a page as an element to stand inside HTML.

    The HTML page brings style sheet and typeface along once for all its drawings, and gives each
    drawing an ``id_prefix`` of its own.
    """
    return _page(drawing, id_prefix, "")


@cache
def style_sheet(theme: Theme = PLAIN) -> str:
    """Return the CSS that a picture file carries."""
    return role_rules(theme, stated(theme.screen))


def _alone(items: Iterable[Item]) -> Iterator[Item]:
    """Yield items without links to places that are on no page of their own."""
    for item in items:
        match item:
            case Link(href, inner) if href.startswith("#"):
                yield from _alone(inner)
            case Group() | Link():
                yield replace(item, items=tuple(_alone(item.items)))
            case _:
                yield item


def _page(drawing: Drawing, id_prefix: str, styles: str) -> str:
    # imported here because only those should pay its 60 ms who draw
    import svgwrite  # noqa: PLC0415  # pyright: ignore[reportMissingTypeStubs]  (it has no types)

    width, height = _number(drawing.width), _number(drawing.height)
    canvas: Any = svgwrite.Drawing(size=(f"{width}mm", f"{height}mm"), debug=False)
    canvas.viewbox(
        0, 0, _round(drawing.width * POINTS_PER_MM), _round(drawing.height * POINTS_PER_MM)
    )
    canvas["class"] = "sop-page"
    canvas["role"] = "group"
    canvas["aria-labelledby"] = f"{id_prefix}-title {id_prefix}-desc"
    _mark(canvas, drawing.data)
    canvas.set_desc(title=_legal(drawing.title), desc=_legal(drawing.description))
    for named in canvas.elements[:2]:  # the title and the description
        named.xml.set("id", f"{id_prefix}-{named.elementname}")
    if styles:
        canvas.defs.add(canvas.style(styles))
    for item in drawing.items:
        canvas.add(_element(canvas, item))
    return str(canvas.tostring())


def _element(canvas: Any, item: Item) -> Any:
    element: Any
    match item:
        case Rect(_, x, y, width, height, radius):
            size = (_round(width), _round(height))
            element = canvas.rect((_round(x), _round(y)), size)
            if radius:
                element["rx"] = element["ry"] = _number(radius)
        case Polygon(_, points):
            element = canvas.polygon([(_round(x), _round(y)) for x, y in points])
        case Path(_, points, radius):
            element = canvas.path(_path(points, radius))
        case Text():
            element = _text(canvas, item)
        case Group(_, items, x, y, title):
            element = canvas.g()
            if x or y:
                element.translate(_round(x), _round(y))
            if title:
                element.set_desc(title=_legal(title))
            for inner in items:
                element.add(_element(canvas, inner))
        case Link():
            return _link(canvas, item)
        case _ as never:
            assert_never(never)
    element["class"] = item.role
    _mark(element, item.data)
    return element


def _link(canvas: Any, link: Link) -> Any:
    element = canvas.a(_safe(link.href), target=None)
    if link.id:
        element["id"] = link.id
    if link.title:
        element["role"] = "link"  # a name is read out only where there is a role
        element["aria-label"] = _legal(link.title)
    for inner in link.items:
        element.add(_element(canvas, inner))
    return element


def _text(canvas: Any, text: Text) -> Any:
    """Return a text whose lines are ``tspan``s, a single line the text itself."""
    first = _legal(text.lines[0]) if len(text.lines) == 1 else ""
    element = canvas.text(first, (_round(text.x), _round(text.y)))
    element["font-size"] = _number(text.size)
    if text.anchor != "start":
        element["text-anchor"] = text.anchor
    if text.bold:
        element["font-weight"] = "bold"
    if len(text.lines) > 1:
        for number, line in enumerate(text.lines):
            at = (_round(text.x), _round(text.y + number * text.leading))
            element.add(canvas.tspan(_legal(line), at))
    return element


def _path(points: tuple[Point, ...], radius: float) -> str:
    """Return path data: straight pieces, corners rounded where both pieces have the room."""
    commands = [f"M{_pair(points[0])}"]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        bend = min(radius, _distance(before, corner) / 2, _distance(corner, after) / 2)
        if bend > 0:
            commands.append(f"L{_pair(_towards(corner, before, bend))}")
            commands.append(f"Q{_pair(corner)} {_pair(_towards(corner, after, bend))}")
        else:
            commands.append(f"L{_pair(corner)}")
    commands.append(f"L{_pair(points[-1])}")
    return "".join(commands)


def _distance(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(start: Point, end: Point, distance: float) -> Point:
    share = distance / _distance(start, end)
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _mark(element: Any, data: Data) -> None:
    for name, value in data:
        element[f"data-{name}"] = _legal(value)


def _safe(href: str) -> str:
    """Return an address that leads to a place or file, never one that runs (``javascript:``)."""
    return "#" if _SCHEME.match(href.strip()) else _legal(href)


def _legal(text: str) -> str:
    return _FORBIDDEN.sub("", text)


def _pair(point: Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    return str(_round(value))


def _round(value: float) -> float:
    """Return ``value`` to a hundredth of a point, whole numbers without a fraction."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded
