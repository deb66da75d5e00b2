"""Times in words: exact to the second, in working days, and honest about what does not add up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.document_samples import chart, lane, step
from sopdsl.document.totals import duration, time_totals, worded
from sopdsl.model.query import Total
from sopdsl.model.waktu import MINUTES, Waktu

LANES = (lane("a", "Arsiparis"), lane("b", "Kepala Bagian"))


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 menit"),
        (0.5, "30 detik"),
        (5, "5 menit"),
        (90, "1 jam 30 menit"),
        (480, "1 hari"),
        (1166, "2 hari 3 jam 26 menit"),
        (4800, "10 hari"),
    ],
)
def test_durations(minutes: float, words: str) -> None:
    assert duration(minutes).replace("\xa0", " ") == words


@given(st.integers(0, 10**6))
def test_a_duration_says_every_second(seconds: int) -> None:
    words = duration(seconds / 60).replace("\xa0", " ").split()
    said = sum(int(n) * MINUTES[unit] * 60 for n, unit in zip(words[::2], words[1::2], strict=True))
    assert round(said) == seconds


def test_a_range_and_nothing() -> None:
    assert worded(Total(5.0, 60.0, steps=1)) == "5\xa0menit – 1\xa0jam"
    assert worded(Total(60.0, 60.0, steps=1)) == "1\xa0jam"
    assert worded(Total(rates=1, unknown=2)) == "-"


def test_each_lane_has_its_time_under_its_name() -> None:
    steps = (step(1, "x", "a", minutes=30), step(2, "y", "a", "b", minutes=45))
    times = time_totals(chart(steps, (), *LANES))
    assert times.performers == ("Arsiparis", "Kepala Bagian")
    assert times.lanes == (("a", "1\xa0jam 15\xa0menit"), ("b", "45\xa0menit"))
    assert times.whole == "1\xa0jam 15\xa0menit"
    assert "Langkah bersama dihitung penuh" in times.note
    assert "Tidak termasuk" not in times.note


def test_the_note_names_what_is_not_counted() -> None:
    steps = (
        replace(step(1, "x", "a"), waktu=None),
        replace(step(2, "y", "a"), waktu=Waktu("2 menit per berkas", 2, 2, per="berkas")),
        replace(step(3, "z", "a"), waktu=Waktu("sesuai kebutuhan", None, None)),
        replace(step(4, "w", "a"), waktu=Waktu("sama", None, None, same=True)),
        replace(step(5, "v", "a"), waktu=Waktu("-", None, None, none=True)),
        replace(step(6, "u", "a"), optional=True),
    )
    note = time_totals(chart(steps, (), *LANES)).note
    assert "Tidak termasuk langkah 1, 2, 3:" in note
    assert "Langkah opsional hanya termasuk dalam angka tertinggi." in note
    assert "Langkah bersama" not in note
