"""What a project may want beneath a chart: the time each performer spends, and room for a legend.

The times stand in a strip of their own under the table, each under its lane, so that the eye needs
no second list of names. They take room from the last page, as footnotes do.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sopdsl.layout import measures
from sopdsl.layout.columns import Column, Grid
from sopdsl.layout.routing.types import Box
from sopdsl.layout.text import wrap
from sopdsl.layout.types import Cell, LayoutRequest, TextBlock, Totals, lane_column

_ROW = "jumlah"
_GAP = 5.0  # between the table, the strip and what follows
_LEGEND = 20.0  # height of the legend, the gap above it included
_SIZE = measures.NOTE_SIZE
_LEADING = measures.LEADING * _SIZE


@dataclass(frozen=True, slots=True)
class Closing:
    """The strip of times as if the table ended at y = 0.

    Attributes:
        cells: the strip.
        note: what it counts, in small type below.
        height: of strip and note.
        legend: height that the legend needs, below the footnotes; 0 for none.
    """

    cells: tuple[Cell, ...] = ()
    note: tuple[TextBlock, ...] = ()
    height: float = 0.0
    legend: float = 0.0

    def cells_at(self, bottom: float) -> tuple[Cell, ...]:
        """Return the strip under a table that ends at ``bottom``."""
        return tuple(
            replace(
                cell,
                box=_lowered(cell.box, bottom),
                texts=tuple(replace(text, y=text.y + bottom) for text in cell.texts),
            )
            for cell in self.cells
        )


def lay_closing(grid: Grid, request: LayoutRequest) -> Closing:
    """Return what stands beneath the chart's last row."""
    legend = _LEGEND if request.legend else 0.0
    if request.totals is None:
        return Closing(legend=legend)
    strip = _strip(grid, request.totals)
    most = max(len(lines) for _, lines in strip)
    bottom = _GAP + most * _LEADING + 2 * measures.PADDING_TOP
    cells = tuple(_cell(column, lines, bottom) for column, lines in strip)
    left, right = grid.columns[0].left, grid.columns[-1].right
    lines = wrap(request.totals.note, right - left, _SIZE)
    note = TextBlock(lines, left, measures.baseline(bottom + 2.0, _SIZE), _SIZE, _LEADING)
    height = bottom + 2.0 + len(lines) * _LEADING
    return Closing(cells, (note,), round(height, 2), legend)


def _strip(grid: Grid, totals: Totals) -> list[tuple[Column, tuple[str, ...]]]:
    """Return the strip's columns and the lines in each."""
    label = replace(grid.column("aktivitas"), left=grid.column("no").left)
    texts = [(label, totals.label)]
    texts += [(lane, totals.lanes.get(lane.key, "")) for lane in grid.lanes]
    texts.append((grid.column("kelengkapan"), totals.whole_label))
    texts.append((grid.column("waktu"), totals.whole))
    padding = measures.LANE_HEAD_PADDING
    return [
        (column, wrap(text, column.right - column.left - 2 * padding, _SIZE))
        for column, text in texts
    ]


def _cell(column: Column, lines: tuple[str, ...], bottom: float) -> Cell:
    box = Box(column.left, _GAP, column.right, round(bottom, 2))
    top = (box.top + box.bottom - len(lines) * _LEADING) / 2
    x, y = box.centre[0], measures.baseline(top, _SIZE)
    texts = (TextBlock(lines, x, y, _SIZE, _LEADING, centred=True),) if any(lines) else ()
    if column.lane is None:
        return Cell(_ROW, column.key, box, texts)
    return Cell(_ROW, lane_column(column.key), box, texts, lane=column.key)


def _lowered(box: Box, by: float) -> Box:
    return Box(box.left, round(box.top + by, 2), box.right, round(box.bottom + by, 2))
