"""A placed page becomes a drawing: every thing on it an item that says what it is.

The roles and data are those that other programs read: ``sop-symbol`` with its step, kind, actor,
row and line; ``sop-cell``, ``sop-edge``, ``sop-edge-label``, ``sop-text``. What belongs to a row
says so in ``rows``, an arrow to both of its ends, so that a page can show them together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sopdsl.drawing import theme
from sopdsl.drawing.items import Data, Drawing, Group, Item, Link, Path, Point, Polygon, Rect, Text
from sopdsl.drawing.legend import legend
from sopdsl.drawing.places import Places
from sopdsl.drawing.symbols import both_rows, connector, symbols
from sopdsl.layout.text import clean
from sopdsl.layout.types import (
    Cell,
    PlacedPage,
    PlacedWire,
    TextBlock,
)
from sopdsl.model.types import Chart

_LABEL_BASELINE, _LABEL_LEADING = 0.74, 1.1  # of the type size: how routing measures labels
_LABEL_GROUND = 0.4  # margin of the opaque ground behind a label


def draw(
    page: PlacedPage,
    chart: Chart,
    *,
    pages: int,
    footer: str,
    title: str,
    places: Places | None = None,
    numbered: bool = True,
) -> Drawing:
    """Return the drawing of one page.

    Args:
        page: the page.
        chart: the chart it is a page of.
        pages: how many pages the chart has.
        footer: "Halaman 1 dari 3", or empty.
        title: what the drawing is called for those who do not see it.
        places: where its links lead; without it neither row numbers nor connectors are links.
        numbered: symbols without a text of their own bear the number of their row.
    """
    lanes = {lane.id: clean(lane.title) for lane in chart.lanes}
    rows = {step.id: step.row for step in chart.steps}
    items: list[Item] = [*_table(page, places)]
    items += _frame(page)
    items += [_text(text) for text in page.captions]
    for wire, points in zip(page.wires, page.routed.paths, strict=False):
        items += _edge(wire, points, rows)
    items += _labels(page, rows)
    items += [connector(page, pentagon, rows, places) for pentagon in page.routed.pentagons]
    items += symbols(page, lanes, numbered=numbered)
    if page.legend:
        items.append(legend(page.legend))
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


# --- the table ----------------------------------------------------------------------------------


def _table(page: PlacedPage, places: Places | None) -> Iterator[Item]:
    """Yield the cells with their texts, those of a step's row as one group."""
    cells = sorted((*page.cells, *page.times), key=_row)  # stable: a row's keep their order
    for row, members in groupby(cells, _row):
        items = [*_cells(tuple(members), row, places)]
        if row:
            yield Group("sop-row", tuple(items), data=(("rows", str(row)),))
        else:
            yield from items


def _row(cell: Cell) -> int:
    """Return the number of a cell's row, and 0 when it is no step's."""
    return int(cell.row) if cell.row.isascii() and cell.row.isdigit() else 0


def _cells(cells: Iterable[Cell], row: int, places: Places | None) -> Iterator[Item]:
    cells = tuple(cells)
    yield from (_cell(cell) for cell in cells)
    for cell in cells:
        for block in cell.texts:
            text = _text(block, f"{cell.row}:{cell.column}")
            if places and row and cell.column == "no":
                href, name = f"#{places.words[row]}", f"Langkah {row} dalam teks"
                yield Link(href, (text,), name)
            else:
                yield text


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


def _text(block: TextBlock, cell: str = "") -> Item:
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


# --- arrows -------------------------------------------------------------------------------------


def _edge(wire: PlacedWire, points: tuple[Point, ...], rows: Mapping[str, int]) -> Iterator[Item]:
    if len(points) < 2:  # noqa: PLR2004  (no way was found: nothing can be drawn)
        return
    ends = _ends(wire, rows)
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


def _ends(wire: PlacedWire, rows: Mapping[str, int]) -> Data:
    source, target = wire.source.step, wire.target.step
    return ("from", source), ("to", target), ("rows", both_rows(wire, rows))


def _labels(page: PlacedPage, rows: Mapping[str, int]) -> Iterator[Item]:
    for label in page.routed.labels:
        size = label.size or page.label_size
        wire = page.wires[label.wire]
        left, top, right, bottom = label.box
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
            data=_ends(wire, rows),
        )


def _description(page: PlacedPage, chart: Chart, lanes: Mapping[str, str]) -> str:
    rows = sorted({symbol.row for symbol in page.symbols})
    steps = f"Langkah {rows[0]} sampai {rows[-1]}" if rows else "Tanpa langkah"
    return f"{steps} dari {len(chart.steps)}. Pelaksana: {', '.join(lanes.values())}."
