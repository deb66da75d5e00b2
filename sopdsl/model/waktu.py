"""Waktu, the time a step takes: its value, the wording it was given in, and the units.

Both are kept: totals need minutes, the printed cell needs the author's words. Days and longer units
count *working* time, since that is what a step costs: a day is 8 hours, a week 5 days, a month 20
days, a year 240. These figures serve sums only; the wording always prints as written.
"""

from __future__ import annotations

from dataclasses import dataclass

DAY = 8 * 60.0

MINUTES: dict[str, float] = {
    "detik": 1 / 60,
    "menit": 1.0,
    "jam": 60.0,
    "hari": DAY,
    "minggu": 5 * DAY,
    "bulan": 20 * DAY,
    "triwulan": 60 * DAY,
    "semester": 120 * DAY,
    "tahun": 240 * DAY,
}
"""Working minutes of each unit."""


@dataclass(frozen=True, slots=True)
class Waktu:
    """A Waktu cell.

    Attributes:
        wording: what the cell prints.
        low: least minutes, or ``None`` when the wording states no measurable time.
        high: most minutes; equals ``low`` unless a range or alternatives were given.
        per: what the time is counted for ("berkas"), or empty; such times do not add up.
        same: ``sama``: the cell above goes on, so this one adds nothing.
        none: the author wrote ``-``.
    """

    wording: str
    low: float | None
    high: float | None
    per: str = ""
    same: bool = False
    none: bool = False

    @property
    def measurable(self) -> bool:
        """Tell whether a number of minutes is known."""
        return self.low is not None
