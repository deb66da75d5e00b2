"""The sizes every part of layout agrees on, in points.

They come from what signed SOPs look like and from trials with many drawings: below 46 points a lane
has no room for symbol, track and "Tidak" beside it; a row needs two tracks above and two below its
symbol. Type below 7 points does not survive a photocopier.
"""

from __future__ import annotations

TYPE_SIZES = (8.0, 7.5, 7.0)  # body; the smaller ones only where the table asks for it
ROOMY_TYPE = 9.0  # body of a chart that fits on one page even so
SMALLEST_TYPE = 7.0
LEADING = 1.16  # of the type size
ASCENT = 0.73  # of the type size: where the ink of a line begins and ends
DESCENT = 0.21
TITLE_SIZE = 10.0
NOTE_SIZE = 7.0

PADDING = 3.0  # between a cell's line and its text
PADDING_TOP = 3.0
LANE_HEAD_PADDING = 2.0  # lanes are narrow and their words long

LANE_LEAST = 46.0
LANE_FLOOR = 34.0  # many lanes on one page: symbols get small before words get broken
LANE_MOST = 76.0
LANE_MOST_TEXTED = 92.0  # when symbols carry texts of their own

ROW_LEAST = 34.0
TRACKS = 11.0  # free space above and below the symbols of a row
TRACK = 4.0
STACK_GAP = 11.0  # between two symbols of one cell: a short arrow
STRIP = 34.0  # band for connectors at a page break
STRIP_EDGE = 1.5  # of it, kept free along the table's edge


SYMBOL_GAP_LEAST = 4.5  # beside a symbol whose own words would be broken otherwise


def symbol_gap(lane: float) -> float:
    """Return the free space left and right of a symbol in a lane of that width."""
    if lane < LANE_LEAST:
        return max(0.18 * lane, 11.0 - 0.25 * (LANE_LEAST - lane))
    return min(15.0, 11.0 + (lane - LANE_LEAST) * 4.0 / 30.0)


def baseline(top: float, size: float) -> float:
    """Return the baseline of a line whose box begins at ``top``, its ink centred in the leading."""
    return top + (LEADING - ASCENT - DESCENT) * size / 2 + ASCENT * size
