"""One page put together: table, symbols and wires get their places, the router finds the ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sopdsl.layout import measures
from sopdsl.layout.closing import Closing
from sopdsl.layout.columns import Column, Grid
from sopdsl.layout.header import Header
from sopdsl.layout.metrics import text_width
from sopdsl.layout.pagination import PageRange
from sopdsl.layout.routes import RouteMemo, moved, routes, unused
from sopdsl.layout.routing.types import Box, Node, RoutedPage, RoutingPage
from sopdsl.layout.rows import LaidLine, LaidText, MeasuredRow, Slice
from sopdsl.layout.symbols import TEXT_SIZE, SizedSymbol
from sopdsl.layout.types import (
    Cell,
    LayoutRequest,
    PlacedPage,
    PlacedSymbol,
    TextBlock,
    lane_column,
)
from sopdsl.layout.wires import page_wires
from sopdsl.model.types import Chart, Edge

_CENTRED = {"no", "waktu"}
_SYMBOL_LEADING = measures.LEADING * TEXT_SIZE
_TRIES = 3  # more, where lines or labels found no room
_LEAST_MORE, _MOST_MORE = 6.0, 18.0  # points that a crowded row gets at a time
_FOOTER_DROP = 14.0  # from the table's lowest possible edge to the baseline of "Halaman x dari y"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What all pages of a chart share.

    Attributes:
        area: where table and captions may stand.
        closing: what stands beneath the chart on its last page, before the footnotes.
        title, footnotes: captions, as if they began at y = 0, and their heights.
    """

    chart: Chart
    request: LayoutRequest
    grid: Grid
    header: Header
    closing: Closing
    area: Box
    rows: tuple[MeasuredRow, ...]
    slices: tuple[Slice, ...]
    title: tuple[TextBlock, ...]
    title_height: float
    footnotes: tuple[TextBlock, ...]
    footnotes_height: float
    letters: Mapping[Edge, str]
    page_of: Mapping[str, int]


def place_page(
    sheet: Sheet, number: int, page: PageRange, *, last: bool, memo: RouteMemo | None = None
) -> PlacedPage:
    """Return a page of the chart with everything in its place.

    Rows in which lines or their labels found too little room get what the page has to spare.

    Args:
        sheet: what it shares with the others.
        number: of the page in the chart, from 1.
        page: its rows.
        last: no page follows.
        memo: routes that are known.
    """
    placed = _placed(sheet, number, page, last=last, memo=memo)
    for _ in range(_TRIES if sheet.request.effort == "full" else 0):
        if not placed.routed.troubled:
            break
        sheet = _tried_again(sheet, page, placed, last=last)
        other = _placed(sheet, number, page, last=last, memo=memo)
        if len(other.routed.troubled) < len(placed.routed.troubled):
            placed = other
    return placed


def _tried_again(sheet: Sheet, page: PageRange, placed: PlacedPage, *, last: bool) -> Sheet:
    """Return the sheet with another seed, and higher rows where there was trouble, if they fit."""
    sheet = replace(sheet, request=replace(sheet.request, seed=sheet.request.seed + 1))
    steps = {placed.symbols[node].ref.step for node in placed.routed.troubled}
    pieces = range(page.start, page.end)
    room = sheet.area.bottom - placed.head_bottom - sum(sheet.slices[at].height for at in pieces)
    room -= measures.STRIP * (page.open_top + page.open_bottom)
    if last:
        room -= sheet.closing.height + sheet.footnotes_height + sheet.closing.legend
    more = int(min(_MOST_MORE, room / len(steps)))
    if more < _LEAST_MORE:
        return sheet
    slices = list(sheet.slices)
    for at in pieces:
        piece = slices[at]
        if piece.symbols and sheet.rows[piece.row].step.id in steps:
            slices[at] = replace(piece, height=piece.height + more)
    return replace(sheet, slices=tuple(slices))


def _placed(
    sheet: Sheet,
    number: int,
    page: PageRange,
    *,
    last: bool,
    memo: RouteMemo | None,
    routed: RoutedPage | None = None,
) -> PlacedPage:
    """Place a page whose row heights are settled; ``routed`` are its routes, if known already."""
    top = sheet.area.top + (sheet.title_height if number == 1 else 0.0)
    head_bottom = round(top + sheet.header.height, 2)
    y = head_bottom
    cells = list(sheet.header.at(top))
    top_strip, y = _strip(sheet, cells, "atas", y) if page.open_top else (None, y)
    slices = sheet.slices[page.start : page.end]
    borders = [y]
    for piece in slices:
        borders.append(round(borders[-1] + piece.height, 2))
    cells += _body(sheet, slices, borders)
    symbols = _symbols(sheet, slices, borders)
    y = borders[-1]
    bottom_strip, y = _strip(sheet, cells, "bawah", y) if page.open_bottom else (None, y)
    wires = page_wires(sheet.chart, symbols, number, sheet.page_of, sheet.letters)
    if routed is None and wires.routing:
        problem = RoutingPage(
            columns=sheet.grid.lane_borders,
            rows=tuple(borders),
            nodes=_nodes(sheet.grid, symbols, slices, sheet.rows),
            wires=wires.routing,
            top_strip=top_strip,
            bottom_strip=bottom_strip,
            label_size=max(measures.SMALLEST_TYPE, sheet.grid.size - 1),
            seed=sheet.request.seed,
        )
        routed = routes(problem, sheet.request.effort, memo)
        without_top, without_bottom = unused(routed, top_strip), unused(routed, bottom_strip)
        if without_top or without_bottom:
            routed = moved(routed, 0.0, -measures.STRIP) if without_top else routed
            closer = replace(
                page,
                open_top=page.open_top and not without_top,
                open_bottom=page.open_bottom and not without_bottom,
            )
            return _placed(sheet, number, closer, last=last, memo=memo, routed=routed)
    captions = [*_lowered(sheet.title, sheet.area.top)] if number == 1 else []
    placed = PlacedPage(
        number=number,
        paper=sheet.request.paper,
        frame=Box(sheet.area.left, top, sheet.area.right, y),
        head_bottom=head_bottom,
        cells=tuple(cells),
        captions=tuple(captions),
        symbols=symbols,
        wires=wires.placed,
        routed=routed or RoutedPage((), (), ()),
        label_size=max(measures.SMALLEST_TYPE, sheet.grid.size - 1),
        footer=((sheet.area.left + sheet.area.right) / 2, sheet.area.bottom + _FOOTER_DROP),
        footer_size=measures.NOTE_SIZE,
    )
    return _closed(sheet, placed) if last else placed


def _closed(sheet: Sheet, page: PlacedPage) -> PlacedPage:
    """Return the last page with all that stands beneath its table."""
    closing, y = sheet.closing, page.frame.bottom
    footnotes = _lowered(sheet.footnotes, y + closing.height)
    end = y + closing.height + sheet.footnotes_height + closing.legend
    return replace(
        page,
        captions=(*page.captions, *_lowered(closing.note, y), *footnotes),
        times=closing.cells_at(y),
        legend=(sheet.area.left, round(end, 2)) if closing.legend else None,
    )


def _strip(sheet: Sheet, cells: list[Cell], row: str, top: float) -> tuple[Box | None, float]:
    """Add an empty row for connectors; return its part under the lanes, and where it ends."""
    bottom = top + measures.STRIP
    for column in sheet.grid.columns:
        box = Box(column.left, top, column.right, bottom)
        cells.append(_cell(row, column, box))
    borders = sheet.grid.lane_borders
    edge = measures.STRIP_EDGE
    above, below = (edge, 0.0) if row == "atas" else (0.0, edge)
    return Box(borders[0], top + above, borders[-1], bottom - below), bottom


def _body(sheet: Sheet, slices: Sequence[Slice], borders: Sequence[float]) -> list[Cell]:
    cells: list[Cell] = []
    for column in sheet.grid.columns:
        for first, after in _runs(sheet, slices, column):
            piece = slices[first]
            row = sheet.rows[piece.row]
            box = Box(column.left, borders[first], column.right, borders[after])
            name = str(row.step.row)
            texts: tuple[TextBlock, ...] = ()
            if column.lane is None:
                part = _part(row.texts[column.key], piece)
                texts = _texts(part, column, box, sheet.grid, piece)
            cells.append(_cell(name, column, box, texts))
    return cells


def _cell(row: str, column: Column, box: Box, texts: tuple[TextBlock, ...] = ()) -> Cell:
    lane = column.lane.id if column.lane else ""
    return Cell(row, lane_column(lane) if lane else column.key, box, texts, lane=lane)


def _runs(sheet: Sheet, slices: Sequence[Slice], column: Column) -> list[tuple[int, int]]:
    """Return which rows of the page share a cell: ``sama`` joins a time to the one above it."""
    starts = list(range(len(slices)))
    if column.key == "waktu" and column.lane is None:
        starts = [at for at in starts if at == 0 or not _goes_on(sheet, slices[at])]
    return list(pairwise([*starts, len(slices)]))


def _goes_on(sheet: Sheet, piece: Slice) -> bool:
    waktu = sheet.rows[piece.row].step.waktu
    return piece.first and waktu is not None and waktu.same


def _part(laid: LaidText, piece: Slice) -> LaidText:
    if piece.whole:
        return laid
    lines = tuple(
        line._replace(top=line.top - piece.start)
        for line in laid.lines
        if piece.start <= line.top < piece.end
    )
    return LaidText(lines, laid.height)


def _texts(
    laid: LaidText, column: Column, box: Box, grid: Grid, piece: Slice
) -> tuple[TextBlock, ...]:
    """Return a cell's lines in their place, in the middle of its height."""
    size = grid.size
    centred = column.key in _CENTRED
    left = box.centre[0] if centred else box.left + measures.PADDING
    top = box.top + measures.PADDING_TOP
    if piece.whole:
        top = (box.top + box.bottom - laid.height) / 2
    blocks: dict[int, list[LaidLine]] = {}
    for line in laid.lines:
        blocks.setdefault(line.block, []).append(line)
    return tuple(
        TextBlock(
            lines=tuple(line.text for line in lines),
            x=left + lines[0].indent,
            y=measures.baseline(top + lines[0].top, size),
            size=size,
            leading=measures.LEADING * size,
            centred=centred,
            href=lines[0].href,
        )
        for lines in blocks.values()
    )


def _symbols(
    sheet: Sheet, slices: Sequence[Slice], borders: Sequence[float]
) -> tuple[PlacedSymbol, ...]:
    placed: list[PlacedSymbol] = []
    for index, piece in enumerate(slices):
        if not piece.symbols:
            continue
        row = sheet.rows[piece.row]
        free = piece.height - row.above - row.below
        axis = borders[index] + free / 2 + row.above
        for column in sheet.grid.lanes:
            stack = row.stacks.get(column.key)
            if stack is None:
                continue
            top = axis - stack.above
            for sized in stack.symbols:
                placed.append(_symbol(sized, column, top, row))
                top += sized.full_height + measures.STACK_GAP
    return tuple(placed)


def _symbol(sized: SizedSymbol, column: Column, top: float, row: MeasuredRow) -> PlacedSymbol:
    centre = (column.left + column.right) / 2
    half = sized.width / 2
    box = Box(
        round(centre - half, 2),
        round(top, 2),
        round(centre + half, 2),
        round(top + sized.height, 2),
    )
    inside = box.centre[1] - len(sized.lines) * _SYMBOL_LEADING / 2
    return PlacedSymbol(
        ref=sized.symbol.ref,
        kind=sized.symbol.kind,
        box=box,
        row=row.step.row,
        line=row.step.line,
        radius=sized.radius,
        text=_symbol_text(sized.lines, box.centre[0], inside),
        beside=_symbol_text(sized.beside, box.centre[0], top + sized.beside_top),
    )


def _symbol_text(lines: tuple[str, ...], centre: float, top: float) -> TextBlock | None:
    if not lines:
        return None
    baseline = measures.baseline(top, TEXT_SIZE)
    return TextBlock(lines, centre, baseline, TEXT_SIZE, _SYMBOL_LEADING, centred=True)


def _nodes(
    grid: Grid,
    symbols: Sequence[PlacedSymbol],
    slices: Sequence[Slice],
    rows: Sequence[MeasuredRow],
) -> tuple[Node, ...]:
    lane = {column.key: index for index, column in enumerate(grid.lanes)}
    row = {rows[piece.row].step.id: at for at, piece in enumerate(slices) if piece.symbols}
    return tuple(
        Node(s.kind, s.box, lane[s.ref.lane], row[s.ref.step], _outside(s)) for s in symbols
    )


def _outside(symbol: PlacedSymbol) -> tuple[Box, ...]:
    """Return the ground that a question below its diamond takes."""
    text = symbol.beside
    if text is None:
        return ()
    half = max(text_width(line, text.size) for line in text.lines) / 2
    top = text.y - measures.ASCENT * text.size
    bottom = text.y + (len(text.lines) - 1) * text.leading + measures.DESCENT * text.size
    return (Box(text.x - half, top, text.x + half, bottom),)


def _lowered(texts: Sequence[TextBlock], by: float) -> list[TextBlock]:
    return [TextBlock(t.lines, t.x, t.y + by, t.size, t.leading, t.centred, t.bold) for t in texts]
