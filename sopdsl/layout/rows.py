"""The rows of the table measured: their texts in lines, their symbols, their heights.

A row taller than a page is handed on in slices, each on a page of its own or together with other
rows. One of them carries the symbols: the first, unless the last would then have to fill a page on
which there is nothing but text; then the row begins at the foot of the page before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from sopdsl.layout import measures
from sopdsl.layout.columns import Grid
from sopdsl.layout.content import TEXT_COLUMNS, Content, Row
from sopdsl.layout.symbols import Stack, stack_symbols
from sopdsl.layout.text import wrap_pieces
from sopdsl.model.types import Chart, Step, SymbolRef

_LIST_GAP = 1.5  # between two paragraphs of a cell
_BUSY = 4  # lines at one symbol that want a port each
_USUAL_LINES = 3  # to and from a row; it gets a track more for each one beyond


class LaidLine(NamedTuple):
    """A line of a cell: how far it stands in, where its box begins, and its block's number."""

    text: str
    indent: float
    top: float
    block: int
    href: str


class LaidText(NamedTuple):
    """The lines of a cell and their height."""

    lines: tuple[LaidLine, ...]
    height: float


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """A row with its texts and symbols.

    Attributes:
        stacks: symbols by lane id.
        above, below: what the symbols need over and under the row's axis.
    """

    step: Step
    texts: Mapping[str, LaidText]
    stacks: Mapping[str, Stack]
    above: float
    below: float
    height: float


@dataclass(frozen=True, slots=True)
class Slice:
    """A row, or the part of a tall one whose lines begin between ``start`` and ``end``.

    Attributes:
        row: index of the row in the chart.
        first: the row begins with it.
        whole: it is the whole row.
        symbols: it carries the symbols.
        height: as drawn.
    """

    row: int
    first: bool
    whole: bool
    start: float
    end: float
    height: float
    symbols: bool = True


def measure_rows(chart: Chart, contents: Sequence[Row], grid: Grid) -> tuple[MeasuredRow, ...]:
    """Return the rows of a chart measured for the columns of ``grid``."""
    ends = _line_ends(chart)
    busy = {ref for ref, count in ends.items() if count >= _BUSY}
    return tuple(
        _measure(step, content, grid, ends, busy)
        for step, content in zip(chart.steps, contents, strict=True)
    )


def lay_text(content: Content, width: float, size: float) -> LaidText:
    """Return a cell's lines in a column ``width`` points wide, padding included."""
    inner = width - 2 * measures.PADDING
    indent = content.indent(size)
    leading = measures.LEADING * size
    lines: list[LaidLine] = []
    top = 0.0
    block = 0
    for index, paragraph in enumerate(content.paragraphs):
        if index:
            top += _LIST_GAP
        if paragraph.marker:
            lines.append(LaidLine(paragraph.marker, 0.0, top, block, ""))
            block += 1
        for line in wrap_pieces(paragraph.pieces, inner - indent, size):
            lines.append(LaidLine(line, indent, top, block, paragraph.href))
            top += leading
        block += 1
    return LaidText(tuple(lines), top)


def slice_rows(rows: Sequence[MeasuredRow], most: float) -> tuple[Slice, ...]:
    """Return the rows as slices none of which is higher than ``most`` points."""
    slices: list[Slice] = []
    for index, row in enumerate(rows):
        if row.height <= most:
            slices.append(Slice(index, True, True, 0.0, float("inf"), row.height))
        else:
            slices += _sliced(index, row, most, _beside(rows, index, most))
    return tuple(slices)


def _beside(rows: Sequence[MeasuredRow], index: int, most: float) -> tuple[float, float]:
    """Return the room that the rows before and after leave on a page; 0: they cannot share one."""
    before = after = 0.0
    if index and not rows[index].step.break_before:
        before = max(0.0, most - rows[index - 1].height)
    if index + 1 < len(rows) and not rows[index + 1].step.break_before:
        after = max(0.0, most - rows[index + 1].height)
    return before, after


def _line_ends(chart: Chart) -> Counter[SymbolRef]:
    """Return how many lines begin or end at each symbol; those within a cell do not count."""
    ends = Counter[SymbolRef]()
    for edge in chart.edges:
        ends.update((edge.source, edge.target))
    for step in chart.steps:
        for tie in step.ties:
            ends.update((tie.first, tie.second))
    return ends


def _measure(
    step: Step, content: Row, grid: Grid, ends: Counter[SymbolRef], busy: Container[SymbolRef]
) -> MeasuredRow:
    texts: dict[str, LaidText] = {}
    for key in ("no", *TEXT_COLUMNS):
        column = grid.column(key)
        texts[key] = lay_text(content[key], column.right - column.left, grid.size)
    stacks = {lane: stack_symbols(step, lane, grid.lane_width, busy) for lane in step.lanes}
    above = max((stack.above for stack in stacks.values()), default=0.0)
    below = max((stack.below for stack in stacks.values()), default=0.0)
    lines = sum(ends[symbol.ref] for symbol in step.symbols) - 2 * len(step.ties)
    tracks = 2 * measures.TRACKS + min(16.0, measures.TRACK * max(0, lines - _USUAL_LINES))
    text = max(laid.height for laid in texts.values()) + 2 * measures.PADDING_TOP
    height = max(measures.ROW_LEAST, text, above + below + tracks)
    return MeasuredRow(step, texts, stacks, above, below, round(height, 2))


def _sliced(index: int, row: MeasuredRow, most: float, beside: tuple[float, float]) -> list[Slice]:
    """Return the slices of a tall row, one of them with its symbols."""
    before, after = beside
    parts = _parts(row, most, most)
    carrier = 0
    bare = len(parts) > 2 or _height(row, parts[-1]) > after  # noqa: PLR2004  (first and last)
    if bare and before:
        rest = max(laid.height for laid in row.texts.values()) + 4 * measures.PADDING_TOP
        parts = _parts(row, min(before, max(rest - most, measures.ROW_LEAST)), most)
        if len(parts) > 2:  # noqa: PLR2004  (the page before takes what it can)
            parts = _parts(row, before, most)
        carrier = 1
    slices: list[Slice] = []
    for at, part in enumerate(parts):
        height = min(most, _height(row, part))
        if at == carrier:
            height = max(height, min(most, row.above + row.below + 2 * measures.TRACKS))
        slices.append(Slice(index, at == 0, False, *part, round(height, 2), at == carrier))
    return slices


def _parts(row: MeasuredRow, first: float, most: float) -> list[tuple[float, float]]:
    """Cut a row where lines begin, every part as full as it may be.

    Args:
        row: a row.
        first: the most height of the first part.
        most: of the others.
    """
    total = max(laid.height for laid in row.texts.values())
    parts: list[tuple[float, float]] = []
    start = 0.0
    while start < total or not parts:
        end = start + (most if parts else first) - 2 * measures.PADDING_TOP
        # no line may begin in this part and end in the next
        torn = [
            line.top
            for laid in row.texts.values()
            for line, bottom in _with_bottoms(laid)
            if start < line.top < end < bottom
        ]
        end = min(torn, default=end)
        parts.append((start, end))
        start = end
    return parts


def _height(row: MeasuredRow, part: tuple[float, float]) -> float:
    """Return the height that the lines of a part need."""
    total = max(laid.height for laid in row.texts.values())
    return min(part[1], total) - part[0] + 2 * measures.PADDING_TOP


def _with_bottoms(laid: LaidText) -> list[tuple[LaidLine, float]]:
    """Return the lines with where their boxes end (a list's number ends with its first line)."""
    tops = sorted({line.top for line in laid.lines})
    ends = dict(pairwise([*tops, laid.height]))
    return [(line, ends[line.top]) for line in laid.lines]
