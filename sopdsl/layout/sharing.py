"""The text columns share the width that is left, so that the rows are lowest in sum.

First by how much text each holds; then width is moved between pairs of columns as long as the
rows get lower (hill climbing, coarse steps before fine). A row is as high as its highest cell, so
only the column that rules a row gains anything by more width.
"""

from __future__ import annotations

from collections.abc import Sequence

from sopdsl.layout import measures
from sopdsl.layout.content import TEXT_COLUMNS, Row

_STEPS = (16.0, 6.0)  # widths moved between two columns, coarse before fine
_ROUNDS = 6  # the climb ends by itself long before; this bounds the worst case
_GRAIN = 4.0  # points
# how much of what is left over a column takes, for the same amount of text
_GREED = {"aktivitas": 2.0, "kelengkapan": 1.2, "waktu": 0.2, "output": 1.2, "keterangan": 0.8}


def share_out(
    rows: Sequence[Row], least: dict[str, float], room: float, size: float
) -> dict[str, float]:
    """Return the widths of the text columns, in sum ``room``, for which the rows are shortest."""
    heights: dict[tuple[str, float], list[int]] = {}

    def lines(key: str, width: float) -> list[int]:
        at = (key, width)
        if at not in heights:
            inner = width - 2 * measures.PADDING
            heights[at] = [row[key].lines(inner, size) for row in rows]
        return heights[at]

    # a row is never lower than its symbol: texts up to that height cost nothing
    floor = [round((measures.ROW_LEAST - 2 * measures.PADDING_TOP) / (measures.LEADING * size))]
    floor *= len(rows)

    def cost(widths: dict[str, float]) -> int:
        columns = [lines(key, width) for key, width in widths.items()]
        highest: list[int] = list(map(max, floor, *columns))
        return 100 * sum(highest) + sum(map(sum, columns))

    widths = _first_guess(rows, least, room, size)
    best = cost(widths)
    for step in _STEPS:
        for _ in range(_ROUNDS):
            before = best
            for giver in TEXT_COLUMNS:
                for taker in TEXT_COLUMNS:
                    if giver == taker or widths[giver] - step < least[giver]:
                        continue
                    tried = widths | {
                        giver: round(widths[giver] - step, 3),
                        taker: round(widths[taker] + step, 3),
                    }
                    found = cost(tried)
                    if found < best:
                        widths, best = tried, found
            if best == before:
                break
    return widths


def _first_guess(
    rows: Sequence[Row], least: dict[str, float], room: float, size: float
) -> dict[str, float]:
    """Return widths in proportion to how much text a column holds (its root: rows grow too)."""
    spare = max(0.0, room - sum(least.values()))
    weights: dict[str, float] = {}
    for key in TEXT_COLUMNS:
        letters = sum(len(p.text) for row in rows for p in row[key].paragraphs)
        weights[key] = _GREED[key] * (letters + 4.0) ** 0.5
    total = sum(weights.values())
    # rounded down, so that a few letters more do not move every page; the rest to the longest
    widths = {
        key: least[key] + _GRAIN * int(spare * weights[key] / total / _GRAIN)
        for key in TEXT_COLUMNS
    }
    widths["aktivitas"] += room - sum(widths.values())
    return widths
