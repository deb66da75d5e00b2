"""A placed page becomes a drawing: every thing on it an item that says what it is.

The roles and data are those that other programs read: ``sop-symbol`` with its step, kind, actor,
row and line; ``sop-cell``, ``sop-edge``, ``sop-edge-label``, ``sop-text``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopdsl.drawing import theme
from sopdsl.drawing.items import Data, Drawing, Group, Item, Link, Path, Point, Polygon, Rect, Text
from sopdsl.layout.metrics import text_width
from sopdsl.layout.routing.types import Box, Pentagon
from sopdsl.layout.text import clean
from sopdsl.layout.types import (
    Cell,
    PlacedPage,
    PlacedSymbol,
    PlacedWire,
    TextBlock,
    lane_column,
)
from sopdsl.model.types import Chart, SymbolKind

_KIND_WORDS: Mapping[SymbolKind, str] = {
    SymbolKind.MULAI: "mulai",
    SymbolKind.PROSES: "proses",
    SymbolKind.KEPUTUSAN: "keputusan",
    SymbolKind.SELESAI: "selesai",
}
_HALF_CAPITAL = 0.36  # of the type size: from a capital's middle down to its baseline
_LABEL_BASELINE, _LABEL_LEADING = 0.74, 1.1  # of the type size: how routing measures labels
_LABEL_GROUND = 0.4  # margin of the opaque ground behind a label
_LETTER_SIZE = 7.0


def draw(page: PlacedPage, chart: Chart, *, pages: int, footer: str, title: str) -> Drawing:
    """Return the drawing of one page.

    Args:
        page: the page.
        chart: the chart it is a page of.
        pages: how many pages the chart has.
        footer: "Halaman 1 dari 3", or empty.
        title: what the drawing is called for those who do not see it.
    """
    lanes = {lane.id: clean(lane.title) for lane in chart.lanes}
    items: list[Item] = []
    for cell in page.cells:
        items.append(_cell(cell))
    items += _frame(page)
    for cell in page.cells:
        for text in cell.texts:
            items.append(_text(text, f"{cell.row}:{cell.column}"))
    items += [_caption(text) for text in page.captions]
    for wire, points in zip(page.wires, page.routed.paths, strict=False):
        items += _edge(wire, points)
    items += _labels(page)
    items += [_connector(page, pentagon) for pentagon in page.routed.pentagons]
    for symbol in page.symbols:
        items += _symbol(symbol, lanes.get(symbol.ref.lane, symbol.ref.lane))
    if footer:
        x, y = page.footer
        size = page.footer_size
        items.append(Text("sop-text", (clean(footer),), x, y, size, size, anchor="middle"))
    return Drawing(
        width=page.paper.width,
        height=page.paper.height,
        title=clean(title),
        description=_description(page, chart, lanes),
        data=(
            ("sop-page", str(page.number)),
            ("sop-pages", str(pages)),
            ("sop-chart", str(chart.number)),
        ),
        items=tuple(items),
    )


def _cell(cell: Cell) -> Item:
    left, top, right, bottom = cell.box
    data = [("row", cell.row), ("col", cell.column)]
    if cell.lane:
        data.append(("actor", cell.lane))
    role = "sop-cell sop-head" if cell.head else "sop-cell"
    return Rect(role, left, top, right - left, bottom - top, data=tuple(data))


def _frame(page: PlacedPage) -> Iterator[Item]:
    """Yield the table's outer edge and the line under its header, which are stronger."""
    left, top, right, bottom = page.frame
    yield Rect("sop-frame", left, top, right - left, bottom - top)
    yield Path("sop-frame", ((left, page.head_bottom), (right, page.head_bottom)))


def _text(block: TextBlock, cell: str) -> Item:
    text = Text(
        role="sop-text",
        lines=block.lines,
        x=block.x,
        y=block.y,
        size=block.size,
        leading=block.leading,
        anchor="middle" if block.centred else "start",
        bold=block.bold,
        data=(("cell", cell),) if cell else (),
    )
    return Link(block.href, (text,)) if block.href else text


def _caption(block: TextBlock) -> Item:
    return _text(block, "")


# --- arrows -------------------------------------------------------------------------------------


def _edge(wire: PlacedWire, points: tuple[Point, ...]) -> Iterator[Item]:
    if len(points) < 2:  # noqa: PLR2004  (no way was found: nothing can be drawn)
        return
    ends: Data = (("from", wire.source.step), ("to", wire.target.step))
    actors: Data = (("from-actor", wire.source.lane), ("to-actor", wire.target.lane))
    more: list[tuple[str, str]] = []
    if wire.label:
        more.append(("label", wire.label))
    if wire.letter:
        more.append(("connector", wire.letter))
    role = "sop-edge sop-join" if wire.tie else "sop-edge"
    yield Path(role, points, theme.CORNER_RADIUS, (*ends, *actors, *more))
    if wire.kind != "join":
        yield Polygon("sop-arrow", _head(points[-2], points[-1]), ends)
    if wire.kind == "two-way":
        yield Polygon("sop-arrow", _head(points[1], points[0]), ends)


def _head(before: Point, tip: Point) -> tuple[Point, ...]:
    """Return an arrowhead at ``tip`` of a line that comes from ``before``."""
    across, down = tip[0] - before[0], tip[1] - before[1]
    length, half = theme.ARROW_LENGTH, theme.ARROW_HALF_WIDTH
    if abs(across) > abs(down):
        base = tip[0] - (length if across > 0 else -length)
        return tip, (base, tip[1] - half), (base, tip[1] + half)
    base = tip[1] - (length if down > 0 else -length)
    return tip, (tip[0] - half, base), (tip[0] + half, base)


def _labels(page: PlacedPage) -> Iterator[Item]:
    for label in page.routed.labels:
        size = label.size or page.label_size
        wire = page.wires[label.wire]
        left, top, right, bottom = label.box
        ends: Data = (("from", wire.source.step), ("to", wire.target.step))
        if label.backed:
            gap = _LABEL_GROUND
            width, height = right - left + 2 * gap, bottom - top + 2 * gap
            yield Rect("sop-label-bg", left - gap, top - gap, width, height)
        yield Text(
            role="sop-edge-label",
            lines=label.lines or (wire.label,),
            x=label.box.centre[0],
            y=top + _LABEL_BASELINE * size,
            size=size,
            leading=_LABEL_LEADING * size,
            anchor="middle",
            data=ends,
        )


# --- symbols ------------------------------------------------------------------------------------


def _symbol(symbol: PlacedSymbol, lane: str) -> Iterator[Item]:
    parts: list[Item] = [_outline(symbol)]
    if symbol.text is not None:
        parts.append(_inner(symbol.text))
    yield Group(
        role="sop-symbol",
        items=tuple(parts),
        title=f"Langkah {symbol.row}, {_KIND_WORDS[symbol.kind]}, oleh {lane}",
        data=(
            ("step", symbol.ref.step),
            ("kind", symbol.kind.value),
            ("actor", symbol.ref.lane),
            ("row", str(symbol.row)),
            ("line", str(symbol.line)),
        ),
    )
    if symbol.beside is not None:
        yield _text(symbol.beside, f"{symbol.row}:{lane_column(symbol.ref.lane)}")


def _outline(symbol: PlacedSymbol) -> Item:
    left, top, right, bottom = symbol.box
    if symbol.kind is SymbolKind.KEPUTUSAN:
        x, y = symbol.box.centre
        return Polygon("sop-outline", ((x, top), (right, y), (x, bottom), (left, y)))
    return Rect("sop-outline", left, top, right - left, bottom - top, symbol.radius)


def _inner(block: TextBlock) -> Item:
    return Text(
        "sop-letter", block.lines, block.x, block.y, block.size, block.leading, anchor="middle"
    )


def _connector(page: PlacedPage, pentagon: Pentagon) -> Item:
    wire = page.wires[pentagon.wire]
    here = {symbol.ref for symbol in page.symbols}
    far = wire.source if wire.target in here else wire.target
    x, y = _middle(pentagon)
    size = _letter_size(pentagon.letter, pentagon.box)
    letter = Text(
        "sop-letter",
        (pentagon.letter,),
        x,
        y + _HALF_CAPITAL * size,
        size,
        size,
        anchor="middle",
        bold=True,
    )
    where = "halaman berikut" if pentagon.ahead else "halaman sebelumnya"
    return Group(
        role="sop-symbol",
        items=(Polygon("sop-outline", pentagon.points), letter),
        title=f"Penghubung {pentagon.letter}, {where}",
        data=(
            ("step", far.step),
            ("kind", "konektor"),
            ("actor", far.lane),
            ("connector", pentagon.letter),
        ),
    )


def _middle(pentagon: Pentagon) -> Point:
    """Return the middle of the pentagon's area, which is nearer to its flat side."""
    xs, ys = zip(*pentagon.points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _letter_size(letter: str, box: Box) -> float:
    """Return the type size at which a connector's name fits its pentagon."""
    room = box.right - box.left - 2.0
    return min(_LETTER_SIZE, room / max(0.1, text_width(letter, 1.0, bold=True)))


def _description(page: PlacedPage, chart: Chart, lanes: Mapping[str, str]) -> str:
    rows = sorted({symbol.row for symbol in page.symbols})
    steps = f"Langkah {rows[0]} sampai {rows[-1]}" if rows else "Tanpa langkah"
    return f"{steps} dari {len(chart.steps)}. Pelaksana: {', '.join(lanes.values())}."
