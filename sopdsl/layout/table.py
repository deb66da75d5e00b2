"""A chart's table from its texts to its pages: the stages of layout in their order.

Contents → column widths → row heights → page breaks → connector letters → placed pages with routes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sopdsl.layout import measures
from sopdsl.layout.columns import Grid, choose_columns
from sopdsl.layout.connectors import letter_cuts
from sopdsl.layout.content import Row, row_contents
from sopdsl.layout.findings import chart_findings, text_findings
from sopdsl.layout.header import Header, lay_header
from sopdsl.layout.pagination import PageRange, PageRoom, break_pages
from sopdsl.layout.place import Sheet, place_page
from sopdsl.layout.routing.types import Box
from sopdsl.layout.rows import MeasuredRow, Slice, measure_rows, slice_rows
from sopdsl.layout.text import wrap
from sopdsl.layout.types import ChartLayout, LayoutRequest, TextBlock
from sopdsl.model.types import Chart
from sopdsl.paper import POINTS_PER_MM

_FOOTER_ROOM = 20.0  # what "Halaman x dari y" needs below the table, margin included
_TITLE_LINES = 4
_TITLE_LETTERS = 1000
_NOTE_LETTERS = 10_000
_CAPTION_GAP = 6.0
_MOST_FOOTNOTES = 0.4  # share of a page that footnotes may take


def lay_out(chart: Chart, request: LayoutRequest) -> ChartLayout:
    """Return the pages of a chart.

    Whatever the chart holds is drawn, if need be small, sliced or shortened; what suffers by it is
    named in the findings.
    """
    area = _area(request)
    contents = _contents(chart, request)
    title, title_height = _title(chart, area)
    table = _measured(chart, contents, request, area, (measures.ROOMY_TYPE,))
    if not (table.grid.easy and table.height + title_height <= area.bottom - area.top):
        table = _measured(chart, contents, request, area, measures.TYPE_SIZES)
    grid, header, rows = table.grid, table.header, table.rows
    room = area.bottom - area.top - header.height
    footnotes, footnotes_height, footnotes_cut = _footnotes(chart, area, room)
    most = room - max(title_height, footnotes_height) - 2 * measures.STRIP
    slices = slice_rows(rows, max(most, measures.ROW_LEAST))
    pages = _pages(chart, rows, slices, PageRoom(room - title_height, room, footnotes_height))
    page_of = {
        rows[piece.row].step.id: number
        for number, page in enumerate(pages, start=1)
        for piece in slices[page.start : page.end]
        if piece.first
    }
    letters = letter_cuts(chart, page_of, request.taken_letters)
    sheet = Sheet(
        chart=chart,
        request=request,
        grid=grid,
        header=header,
        area=area,
        rows=rows,
        slices=slices,
        title=title,
        title_height=title_height,
        footnotes=footnotes,
        letters=letters,
        page_of=page_of,
    )
    placed = tuple(
        place_page(sheet, number, page, last=number == len(pages))
        for number, page in enumerate(pages, start=1)
    )
    findings = (
        *chart_findings(
            chart,
            cramped=grid.cramped,
            header_cut=header.cut,
            footnotes_cut=footnotes_cut,
            overfull=any(page.overfull for page in pages),
        ),
        *text_findings(rows, contents),
    )
    return ChartLayout(placed, page_of, frozenset(letters.values()), findings)


@dataclass(frozen=True, slots=True)
class _Measured:
    """A table for one choice of type sizes, and its height if it were not broken."""

    grid: Grid
    header: Header
    rows: tuple[MeasuredRow, ...]
    height: float


def _measured(
    chart: Chart,
    contents: Sequence[Row],
    request: LayoutRequest,
    area: Box,
    sizes: Sequence[float],
) -> _Measured:
    grid = choose_columns(chart, contents, request, (area.left, area.right), sizes)
    header = lay_header(grid, request)
    rows = measure_rows(chart, contents, grid)
    return _Measured(grid, header, rows, header.height + sum(row.height for row in rows))


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


def _footnotes(chart: Chart, area: Box, room: float) -> tuple[tuple[TextBlock, ...], float, bool]:
    """Return the footnotes as if they began at y = 0, their height, and whether some are lost."""
    size = measures.NOTE_SIZE
    leading = measures.LEADING * size
    blocks: list[TextBlock] = []
    top = _CAPTION_GAP
    for note in chart.footnotes:
        lines = wrap(note[:_NOTE_LETTERS], area.right - area.left, size)
        lacking = top + len(lines) * leading - _MOST_FOOTNOTES * room
        if lacking > 0:
            lines = lines[: max(0, len(lines) - int(lacking / leading) - 1)]
        if lines:
            blocks.append(TextBlock(lines, area.left, measures.baseline(top, size), size, leading))
            top += len(lines) * leading
        if lacking > 0:
            return tuple(blocks), top, True
    return tuple(blocks), top if blocks else 0.0, False


def _pages(
    chart: Chart, rows: Sequence[MeasuredRow], slices: Sequence[Slice], room: PageRoom
) -> tuple[PageRange, ...]:
    if not slices:
        return (PageRange(0, 0, False, False),)
    first = {rows[piece.row].step.id: at for at, piece in enumerate(slices) if piece.first}
    arrows: list[tuple[int, int]] = []
    for edge in chart.edges:
        upper, lower = sorted((first[edge.source.step], first[edge.target.step]))
        arrows.append((upper, lower))
    forced = frozenset(first[step.id] for step in chart.steps if step.break_before)
    return break_pages([piece.height for piece in slices], forced, arrows, room)
