"""A chart's table from its texts to its pages: the stages of layout in their order.

Contents → column widths → row heights → page breaks → connector letters → placed pages with routes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sopdsl.layout import measures
from sopdsl.layout.closing import Closing, lay_closing
from sopdsl.layout.columns import Grid, choose_columns
from sopdsl.layout.connectors import letter_cuts
from sopdsl.layout.content import Row, row_contents
from sopdsl.layout.findings import chart_findings, text_findings
from sopdsl.layout.header import Header, lay_header
from sopdsl.layout.pagination import PageRange, PageRoom, break_pages
from sopdsl.layout.place import Sheet, place_page
from sopdsl.layout.routes import RouteMemo
from sopdsl.layout.routing.types import Box
from sopdsl.layout.rows import MeasuredRow, Slice, measure_rows, slice_rows
from sopdsl.layout.text import wrap
from sopdsl.layout.types import ChartLayout, LayoutRequest, TextBlock
from sopdsl.model.types import Chart
from sopdsl.paper import POINTS_PER_MM

_FOOTER_ROOM = 20.0  # what "Halaman x dari y" needs below the table, margin included
_MOST_ROWS = 14  # no page holds more
_TITLE_LINES = 4
_TITLE_LETTERS = 1000
_NOTE_LETTERS = 10_000
_CAPTION_GAP = 6.0
_MOST_FOOTNOTES = 0.3  # share of a page that footnotes may take


def lay_out(chart: Chart, request: LayoutRequest, memo: RouteMemo | None = None) -> ChartLayout:
    """Return the pages of a chart.

    Args:
        chart: the chart.
        request: on what, and with which words.
        memo: pages routed before; kept by a caller who lays the same chart out again and again.

    Whatever the chart holds is drawn, if need be small, sliced or shortened; what suffers by it is
    named in the findings.
    """
    area = _area(request)
    contents = _contents(chart, request)
    title, title_height = _title(chart, area)
    footnotes, notes_height, notes_cut = _footnotes(chart, area)

    def measured(sizes: Sequence[float], narrow: bool = False) -> _Table:
        sides = (area.left, area.right)
        grid = choose_columns(chart, contents, request, sides, sizes, narrow=narrow)
        header = lay_header(grid, request)
        rows = measure_rows(chart, contents, grid)
        closing = lay_closing(grid, request)
        room = area.bottom - area.top - header.height
        ending = closing.height + notes_height + closing.legend
        pages = PageRoom(room - title_height, room, ending)
        return _Table(grid, header, closing, rows, *_broken(chart, rows, pages))

    table = _best(chart, measured)
    page_of = _page_numbers(table)
    letters = letter_cuts(chart, page_of, request.taken_letters)
    sheet = Sheet(
        chart=chart,
        request=request,
        grid=table.grid,
        header=table.header,
        closing=table.closing,
        area=area,
        rows=table.rows,
        slices=table.slices,
        title=title,
        title_height=title_height,
        footnotes=footnotes,
        footnotes_height=notes_height,
        letters=letters,
        page_of=page_of,
    )
    placed = tuple(
        place_page(sheet, number, page, last=number == len(table.pages), memo=memo)
        for number, page in enumerate(table.pages, start=1)
    )
    findings = (
        *chart_findings(
            chart,
            cramped=table.grid.cramped,
            header_cut=table.header.cut,
            footnotes_cut=notes_cut,
            overfull=any(page.overfull for page in table.pages),
        ),
        *text_findings(table.rows, contents),
    )
    return ChartLayout(placed, page_of, frozenset(letters.values()), findings)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table for one choice of type sizes and lanes, broken into pages."""

    grid: Grid
    header: Header
    closing: Closing
    rows: tuple[MeasuredRow, ...]
    slices: tuple[Slice, ...]
    pages: tuple[PageRange, ...]


def _best(chart: Chart, measured: Callable[[Sequence[float], bool], _Table]) -> _Table:
    """Return the table in bigger type if it fits its page even so; else on few pages.

    Pages that the author forces are not counted against the bigger type.
    """
    least = 1 + sum(step.break_before for step in chart.steps)
    if len(chart.steps) <= _MOST_ROWS * least:
        table = measured((measures.ROOMY_TYPE,), False)
        if len(table.pages) <= least and table.grid.easy:
            return table
    table = measured(measures.TYPE_SIZES, False)
    if len(table.pages) <= least or table.grid.lane_width <= measures.LANE_LEAST:
        return table
    narrow = measured(measures.TYPE_SIZES, True)
    return narrow if len(narrow.pages) < len(table.pages) else table


def _page_numbers(table: _Table) -> dict[str, int]:
    """Return the page of each step's symbols, by the step's id."""
    return {
        table.rows[piece.row].step.id: number
        for number, page in enumerate(table.pages, start=1)
        for piece in table.slices[page.start : page.end]
        if piece.symbols
    }


def _area(request: LayoutRequest) -> Box:
    """Return the part of the paper that the table may use, in points."""
    paper, margins = request.paper, request.margins
    bottom = max(margins.bottom * POINTS_PER_MM, _FOOTER_ROOM)
    return Box(
        round(margins.left * POINTS_PER_MM, 2),
        round(margins.top * POINTS_PER_MM, 2),
        round((paper.width - margins.right) * POINTS_PER_MM, 2),
        round(paper.height * POINTS_PER_MM - bottom, 2),
    )


def _contents(chart: Chart, request: LayoutRequest) -> tuple[Row, ...]:
    """Return what the cells say; a time that goes on (``sama``) says what the one above said."""
    contents: list[Row] = []
    for step in chart.steps:
        content = row_contents(step, request)
        if contents and step.waktu is not None and step.waktu.same:
            content = {**content, "waktu": contents[-1]["waktu"]}
        contents.append(content)
    return tuple(contents)


def _title(chart: Chart, area: Box) -> tuple[tuple[TextBlock, ...], float]:
    if not chart.title.strip():
        return (), 0.0
    size = measures.TITLE_SIZE
    leading = measures.LEADING * size
    title = chart.title.strip()[:_TITLE_LETTERS]
    lines = wrap(title, area.right - area.left, size, bold=True)[:_TITLE_LINES]
    centre = (area.left + area.right) / 2
    block = TextBlock(
        lines, centre, measures.baseline(0.0, size), size, leading, centred=True, bold=True
    )
    return (block,), len(lines) * leading + _CAPTION_GAP


def _footnotes(chart: Chart, area: Box) -> tuple[tuple[TextBlock, ...], float, bool]:
    """Return the footnotes as if they began at y = 0, their height, and whether some are lost."""
    size = measures.NOTE_SIZE
    leading = measures.LEADING * size
    blocks: list[TextBlock] = []
    top = _CAPTION_GAP
    for note in chart.footnotes:
        lines = wrap(note[:_NOTE_LETTERS], area.right - area.left, size)
        lacking = top + len(lines) * leading - _MOST_FOOTNOTES * (area.bottom - area.top)
        if lacking > 0:
            lines = lines[: max(0, len(lines) - int(lacking / leading) - 1)]
        if lines:
            blocks.append(TextBlock(lines, area.left, measures.baseline(top, size), size, leading))
            top += len(lines) * leading
        if lacking > 0:
            return tuple(blocks), top, True
    return tuple(blocks), top if blocks else 0.0, False


def _broken(
    chart: Chart, rows: tuple[MeasuredRow, ...], room: PageRoom
) -> tuple[tuple[Slice, ...], tuple[PageRange, ...]]:
    """Return the rows, sliced where they are too tall, and the page breaks."""
    most = min(room.first, room.other - room.footnotes) - 2 * measures.STRIP
    slices = slice_rows(rows, max(most, measures.ROW_LEAST))
    if not slices:
        return (), (PageRange(0, 0, False, False),)
    place = {rows[piece.row].step.id: at for at, piece in enumerate(slices) if piece.symbols}
    arrows: list[tuple[int, int]] = []
    for edge in chart.edges:
        upper, lower = sorted((place[edge.source.step], place[edge.target.step]))
        arrows.append((upper, lower))
    forced = {  # where the author asks for it, and where a row goes on overleaf
        at
        for at, piece in enumerate(slices)
        if not piece.first or chart.steps[piece.row].break_before
    }
    bare = frozenset(at for at, piece in enumerate(slices) if not piece.symbols)
    pages = break_pages([piece.height for piece in slices], frozenset(forced), arrows, room, bare)
    return slices, pages
