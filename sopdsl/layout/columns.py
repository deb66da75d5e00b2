"""The columns of the table: how wide the lanes, how wide each text column, how big the type.

Lanes are as wide as leaves the texts enough room, between the least a symbol needs and the most
that looks well; the text columns share the rest (:mod:`sopdsl.layout.sharing`), each at least as
wide as its widest word. Type gets smaller only where the widest words would not fit otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sopdsl.layout import measures
from sopdsl.layout.content import TEXT_COLUMNS, Row
from sopdsl.layout.metrics import text_width
from sopdsl.layout.sharing import share_out
from sopdsl.layout.symbols import lane_for_texts
from sopdsl.layout.text import clean, widest_piece
from sopdsl.layout.types import HEADINGS, LayoutRequest
from sopdsl.model.types import Chart, Lane

_SLACK = 0.2  # borders are rounded; no word may be broken by a hundredth of a point
# widths a column keeps before its words are broken, and most of what one word may claim
_FLOORS = {
    "aktivitas": 60.0,
    "kelengkapan": 40.0,
    "waktu": 30.0,
    "output": 40.0,
    "keterangan": 34.0,
}
_CLAIMS = {
    "aktivitas": 110.0,
    "kelengkapan": 80.0,
    "waktu": 60.0,
    "output": 80.0,
    "keterangan": 80.0,
}
_COMFORT = 400.0  # sum of the text columns at 8 points that reads well
_SHORT_TIME = 40.0  # a time up to this width stays on one line, a longer one on two if it can
_TIGHT = 1.1  # the same where lanes need the room more
_EASE = 1.25  # the text columns together should be wider than their widest words by this


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its key (a lane's id for lanes) and its borders."""

    key: str
    left: float
    right: float
    lane: Lane | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """All columns of a chart, the same on every page.

    Attributes:
        size: of the body type, in points.
        cramped: the lanes had to be narrower than any symbol can be read in.
        easy: no column had to give anything up for this type size.
    """

    columns: tuple[Column, ...]
    size: float
    lane_width: float
    cramped: bool
    easy: bool

    @property
    def lanes(self) -> tuple[Column, ...]:
        """Return the columns of Pelaksana."""
        return tuple(column for column in self.columns if column.lane is not None)

    @property
    def lane_borders(self) -> tuple[float, ...]:
        """Return the lane borders from left to right, one more than lanes."""
        lanes = self.lanes
        return (*(column.left for column in lanes), lanes[-1].right) if lanes else ()

    def column(self, key: str) -> Column:
        """Return a column by its key; a lane may be called like a text column, so lanes go last."""
        return next(c for c in self.columns if c.key == key and c.lane is None)


def heading(request: LayoutRequest, key: str) -> str:
    """Return a printed word of the header."""
    return clean(request.labels.get(key) or HEADINGS[key])


def choose_columns(
    chart: Chart,
    rows: Sequence[Row],
    request: LayoutRequest,
    sides: tuple[float, float],
    sizes: Sequence[float] = measures.TYPE_SIZES,
    *,
    narrow: bool = False,
) -> Grid:
    """Return the columns of a chart.

    Args:
        chart: its lanes and symbols' texts count.
        rows: the contents of its cells.
        request: for the words of the header.
        sides: left and right edge of the table.
        sizes: type sizes to choose from, the preferred one first.
        narrow: lanes take no more than their symbols need, for charts with long texts.
    """
    left, right = sides
    count = max(1, len(chart.lanes))
    size, number, least = _type_size(rows, request, right - left, count, sizes)
    room = right - left - number
    asked = sum(least.values())
    easy = asked * _EASE + count * measures.LANE_LEAST <= room
    lane = _lane_width(chart, room, asked, size, narrow)
    if room - count * lane < asked:
        least = _squeezed(least, room - count * lane)
    cramped = room - count * lane < sum(least.values())
    if cramped:
        lane = max(1.0, (room - sum(least.values())) / count)
    lane = int(10 * lane) / 10
    texts = share_out(rows, least, room - count * lane, size)
    return Grid(_placed(chart, number, texts, lane, left), size, lane, cramped, easy)


def _lane_width(chart: Chart, room: float, asked: float, size: float, narrow: bool) -> float:
    """Return how wide each lane should be, in points.

    As wide as leaves the text columns what reads well; wider where that keeps the words of a
    title or a symbol's text whole; narrower than a symbol likes only where the words of the text
    columns, of which ``asked`` is the sum, would be broken.
    """
    count = max(1, len(chart.lanes))
    if room - count * measures.LANE_LEAST < asked:
        return max(measures.LANE_FLOOR, min(measures.LANE_LEAST, (room - _TIGHT * asked) / count))
    lane = measures.LANE_LEAST
    if not narrow:
        comfort = max(asked, _COMFORT * size / measures.TYPE_SIZES[0])
        lane = max(lane, min(measures.LANE_MOST, (room - comfort) / count))
        words = min(measures.LANE_MOST_TEXTED, _lane_words(chart, size))
        lane = max(lane, min(words, (room - asked) / count))
    texts = lane_for_texts(symbol for step in chart.steps for symbol in step.symbols)
    return max(lane, min(texts, (room - _TIGHT * asked) / count))


def _type_size(
    rows: Sequence[Row],
    request: LayoutRequest,
    width: float,
    lanes: int,
    sizes: Sequence[float],
) -> tuple[float, float, dict[str, float]]:
    """Return type size, width of the number column, and the least widths of the text columns."""
    chosen = (0.0, 0.0, dict[str, float]())
    for size in sizes:
        number = text_width(str(len(rows)), size)
        number = max(number, widest_piece(heading(request, "no"), size, bold=True))
        number = round(number + 2 * measures.PADDING + _SLACK, 1)
        least = {key: _least(rows, request, key, size) for key in TEXT_COLUMNS}
        chosen = (size, number, least)
        if number + sum(least.values()) * _EASE + lanes * measures.LANE_LEAST <= width:
            break
    return chosen


def _least(rows: Sequence[Row], request: LayoutRequest, key: str, size: float) -> float:
    widest = max((row[key].widest(size) for row in rows), default=0.0)
    if key == "waktu":
        widest = max(widest, *(_time_width(row, size) for row in rows), 0.0)
    head = widest_piece(heading(request, key), size, bold=True)
    least = min(max(widest, head, _FLOORS[key] / 2), _CLAIMS[key])
    return round(least + 2 * measures.PADDING + _SLACK, 1)


def _time_width(row: Row, size: float) -> float:
    """Return the width at which a time reads well: "180 menit" belongs on one line."""
    whole = max((text_width(p.text, size) for p in row["waktu"].paragraphs), default=0.0)
    return whole if whole <= _SHORT_TIME else min(whole / 2 + size, _SHORT_TIME)


def _lane_words(chart: Chart, size: float) -> float:
    """Return the lane width at which no word of a lane's title is broken."""
    widest = max((widest_piece(lane.title, size, bold=True) for lane in chart.lanes), default=0.0)
    return widest + 2 * measures.LANE_HEAD_PADDING + 0.2


def _squeezed(least: dict[str, float], room: float) -> dict[str, float]:
    """Return widths that break words: each column gives in proportion to what it has to give."""
    spare = sum(max(0.0, least[key] - _FLOORS[key]) for key in least)
    lacking = sum(least.values()) - room
    share = min(1.0, lacking / spare) if spare > 0 else 0.0
    return {key: w - share * max(0.0, w - _FLOORS[key]) for key, w in least.items()}


def _placed(
    chart: Chart, number: float, texts: dict[str, float], lane: float, left: float
) -> tuple[Column, ...]:
    columns: list[Column] = []
    total = sum(texts.values()) + lane * len(chart.lanes)
    x = left

    def add(key: str, width: float, of: Lane | None = None) -> None:
        nonlocal x
        columns.append(Column(key, round(x, 2), round(x + width, 2), of))
        x += width

    add("no", number)
    add("aktivitas", texts["aktivitas"])
    x = round(x, 1)  # so that widths of lanes, on the paper, do not depend on where they begin
    for each in chart.lanes:
        add(each.id, lane, each)
    for key in TEXT_COLUMNS[1:]:
        add(key, texts[key])
    columns[-1] = replace(columns[-1], right=round(left + number + total, 2))
    return tuple(columns)
