"""Waktu, the time a step takes: its value and the wording it was given in.

Both are kept: totals need minutes, the printed cell needs the author's words. A working day counts
8 hours here only for sums; the wording always prints as written.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Waktu:
    """A Waktu cell.

    Attributes:
        wording: what the cell prints.
        low: least minutes, or ``None`` when the wording states no measurable time.
        high: most minutes; equals ``low`` unless a range was given.
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
