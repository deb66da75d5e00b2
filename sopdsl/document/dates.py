"""Dates as officials write them: 11 April 2019."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def long_date(day: date) -> str:
    """Return a date in Indonesian words."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
