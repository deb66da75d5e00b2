"""Widths are sums of advances; what the font lacks is measured too wide, never too narrow."""

from __future__ import annotations

import pytest

from sopdsl.layout import metrics
from sopdsl.layout.metrics import text_width


def test_a_width_is_the_sum_of_the_advances() -> None:
    assert text_width("iii", 2048) == 3 * 455
    assert text_width("iii", 10) == pytest.approx(30 * 455 / 2048)


def test_bold_is_wider() -> None:
    assert text_width("Pelaksana", 8, bold=True) > text_width("Pelaksana", 8)


def test_an_empty_text_has_no_width() -> None:
    assert text_width("", 8) == 0


@pytest.mark.parametrize(("character", "ems"), [("漢", 1.0), ("ﷺ", 1.0), ("😀", 1.4)])
def test_a_character_the_font_lacks_counts_as_a_wide_one(character: str, ems: float) -> None:
    assert text_width(f"a{character}a", 10) == pytest.approx(text_width("aa", 10) + 10 * ems)


def test_the_memory_for_words_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "_MOST_WORDS", 100)
    for number in range(1000):
        text_width(f"kata-{number}", 8)
    assert len(metrics._WORDS[False]) <= 100
