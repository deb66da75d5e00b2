"""The table's header, Gambar 3: two rows, three where lanes are grouped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sopdsl.layout import measures
from sopdsl.layout.columns import Column, Grid, heading
from sopdsl.layout.routing.types import Box
from sopdsl.layout.text import first_lines, widest_piece, wrap
from sopdsl.layout.types import Cell, LayoutRequest, TextBlock, lane_column

_MOST_LINES = 9  # of one heading
_MOST_LETTERS = 400
_MUTU_BAKU = ("kelengkapan", "waktu", "output")


@dataclass(frozen=True, slots=True)
class _Title:
    """A heading before the heights of the header's rows are known; levels count from 0."""

    column: str
    text: str
    left: float
    right: float
    first_level: int
    last_level: int
    lane: str = ""


@dataclass(frozen=True, slots=True)
class Header:
    """The header's cells for a table whose top lies at y = 0, and its height."""

    cells: tuple[Cell, ...]
    height: float
    cut: bool

    def at(self, top: float) -> tuple[Cell, ...]:
        """Return the cells for a table whose top lies at ``top``."""
        return tuple(_moved(cell, top) for cell in self.cells)


def lay_header(grid: Grid, request: LayoutRequest) -> Header:
    """Return the header of a chart's table."""
    titles = _titles(grid, request)
    levels = 1 + max(title.last_level for title in titles)
    wrapped = {title: _wrapped(title, grid.size) for title in titles}
    heights = [0.0] * levels
    for spanning in range(levels):  # what stands in one row first, then what spans several
        for title in titles:
            if title.last_level - title.first_level != spanning:
                continue
            lines, size, _ = wrapped[title]
            needed = len(lines) * measures.LEADING * size + 2 * measures.PADDING_TOP
            own = range(title.first_level, title.last_level + 1)
            lacking = needed - sum(heights[level] for level in own)
            if lacking > 0:
                heights[title.last_level] += lacking
    tops = [round(sum(heights[:level]), 2) for level in range(levels + 1)]
    cells = tuple(_cell(title, wrapped[title], tops) for title in titles)
    return Header(cells, tops[-1], any(cut for _, _, cut in wrapped.values()))


def _titles(grid: Grid, request: LayoutRequest) -> list[_Title]:
    lanes = grid.lanes
    grouped = any(column.lane and column.lane.group for column in lanes)
    last = 2 if grouped else 1

    def spanning(key: str, columns: Sequence[Column], first: int, final: int) -> _Title:
        return _Title(key, heading(request, key), columns[0].left, columns[-1].right, first, final)

    titles = [spanning(key, [grid.column(key)], 0, last) for key in ("no", "aktivitas")]
    if lanes:
        titles.append(spanning("pelaksana", lanes, 0, 0))
    for number, (group, members) in enumerate(groupby(lanes, _group), start=1):
        under = list(members)
        if group:
            key = f"kelompok-{number}"
            titles.append(_Title(key, group[:_MOST_LETTERS], under[0].left, under[-1].right, 1, 1))
        for column in under:
            if column.lane is None:
                continue
            key, first = lane_column(column.key), 2 if group else 1
            title = column.lane.title[:_MOST_LETTERS]
            titles.append(
                _Title(key, title, column.left, column.right, first, last, column.lane.id)
            )
    mutu_baku = [grid.column(key) for key in _MUTU_BAKU]
    titles.append(spanning("mutu-baku", mutu_baku, 0, 0))
    titles += [spanning(column.key, [column], 1, last) for column in mutu_baku]
    titles.append(spanning("keterangan", [grid.column("keterangan")], 0, last))
    return titles


def _group(column: Column) -> str:
    return (column.lane.group if column.lane else None) or ""


def _wrapped(title: _Title, size: float) -> tuple[tuple[str, ...], float, bool]:
    """Return a heading's lines, its type size, and whether lines were left out."""
    padding = measures.LANE_HEAD_PADDING if title.lane else measures.PADDING
    width = title.right - title.left - 2 * padding
    if widest_piece(title.text, size, bold=True) > width:
        size = measures.SMALLEST_TYPE
    lines = wrap(title.text, width, size, bold=True)
    shown = first_lines(lines, _MOST_LINES, width, size, bold=True)
    return shown, size, len(lines) > _MOST_LINES


def _cell(title: _Title, wrapped: tuple[tuple[str, ...], float, bool], tops: list[float]) -> Cell:
    lines, size, _ = wrapped
    box = Box(title.left, tops[title.first_level], title.right, tops[title.last_level + 1])
    leading = measures.LEADING * size
    top = (box.top + box.bottom - len(lines) * leading) / 2
    text = TextBlock(
        lines, box.centre[0], measures.baseline(top, size), size, leading, centred=True, bold=True
    )
    row = f"kepala-{title.first_level + 1}"
    return Cell(row, title.column, box, (text,), head=True, lane=title.lane)


def _moved(cell: Cell, by: float) -> Cell:
    left, top, right, bottom = cell.box
    texts = tuple(
        TextBlock(t.lines, t.x, t.y + by, t.size, t.leading, t.centred, t.bold, t.href)
        for t in cell.texts
    )
    return Cell(
        cell.row, cell.column, Box(left, top + by, right, bottom + by), texts, cell.head, cell.lane
    )
