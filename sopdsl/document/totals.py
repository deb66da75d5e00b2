"""The times of a chart in words: what each performer spends, what all steps take together.

Sums are of the times that steps state; days are working days (see :mod:`sopdsl.model.waktu`). What
cannot be added up, a time per piece or none that can be measured, is named rather than guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.document.types import TimeTotals
from sopdsl.model.query import Total, lane_totals, total_minutes
from sopdsl.model.types import Chart, Step
from sopdsl.model.waktu import MINUTES

_UNITS = ("hari", "jam", "menit", "detik")
_SECONDS = {unit: round(MINUTES[unit] * 60) for unit in _UNITS}


def time_totals(chart: Chart) -> TimeTotals:
    """Return the times of a chart, lane by lane and together."""
    return TimeTotals(
        label="Jumlah waktu",
        lanes=tuple((lane, worded(total)) for lane, total in lane_totals(chart).items()),
        performers=tuple(lane.title for lane in chart.lanes),
        whole_label="Seluruh langkah",
        whole=worded(total_minutes(chart)),
        note=" ".join(_notes(chart)),
    )


def worded(total: Total) -> str:
    """Return a total as "2 jam 5 menit", a range as "5 menit – 1 jam", and "-" for nothing."""
    if not total.steps:
        return "-"
    low, high = duration(total.low), duration(total.high)
    return high if low == high else f"{low} – {high}"


def duration(minutes: float) -> str:
    """Return working minutes in days, hours, minutes and seconds, to the second."""
    rest = round(minutes * 60)
    parts: list[str] = []
    for unit in _UNITS:
        count, rest = divmod(rest, _SECONDS[unit])
        if count:
            parts.append(f"{count}\xa0{unit}")  # a number stays with its unit
    return " ".join(parts) or "0\xa0menit"


def _notes(chart: Chart) -> Iterator[str]:
    """Yield what a reader must know so as not to misread the sums."""
    yield "Tiap langkah dihitung satu kali; 1 hari = 8 jam kerja."
    if any(len(step.lanes) > 1 for step in chart.steps):
        yield "Langkah bersama dihitung penuh bagi tiap pelaksana."
    if any(step.optional for step in chart.steps):
        yield "Langkah opsional hanya termasuk dalam angka tertinggi."
    left_out = [str(step.row) for step in chart.steps if not _adds_up(step)]
    if left_out:
        yield (
            f"Tidak termasuk langkah {', '.join(left_out)}: waktunya per satuan atau tidak terukur."
        )


def _adds_up(step: Step) -> bool:
    """Tell whether the sums hold all of a step's time, or it has none of its own."""
    time = step.waktu
    return time is not None and (time.same or time.none or (time.measurable and not time.per))
