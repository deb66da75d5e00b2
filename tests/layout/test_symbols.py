"""Sizes of symbols: as wide as the lane allows, as high as the text asks for."""

from __future__ import annotations

import pytest

from harness.charts import BOX, DIAMOND, END, NOWHERE, START, Row, lane, make_chart
from sopdsl.layout import measures
from sopdsl.layout.symbols import lane_for_texts, size_symbol, stack_symbols
from sopdsl.model.types import Symbol, SymbolKind, SymbolRef, TieKind


def symbol(kind: SymbolKind, text: str = "", question: str = "") -> Symbol:
    return Symbol(SymbolRef("s", "a"), kind, text, question, NOWHERE)


@pytest.mark.parametrize("kind", list(SymbolKind))
@pytest.mark.parametrize("width", [34.0, 46.0, 60.0, 76.0, 92.0])
def test_a_symbol_leaves_room_for_a_track_on_either_side(kind: SymbolKind, width: float) -> None:
    sized = size_symbol(symbol(kind), width)
    assert 7.9 <= (width - sized.width) / 2 <= 15.1
    assert sized.height <= sized.width


def test_a_capsule_is_round_at_its_ends_and_a_box_is_not() -> None:
    assert size_symbol(symbol(START), 60).radius == size_symbol(symbol(END), 60).height / 2
    assert size_symbol(symbol(BOX), 60).radius == 0


def test_a_box_grows_with_its_text() -> None:
    bare = size_symbol(symbol(BOX), 60)
    told = size_symbol(symbol(BOX, "Menyusun jadwal kegiatan tahunan"), 60)
    assert told.height > bare.height
    assert told.lines == ("Menyusun", "jadwal", "kegiatan", "tahunan")


def test_a_box_widens_before_it_breaks_a_word() -> None:
    assert size_symbol(symbol(BOX, "Memadamkan"), 60).lines == ("Memadamkan",)
    assert size_symbol(symbol(BOX, "Memadamkan"), 60).width > size_symbol(symbol(BOX), 60).width


def test_a_short_question_stands_within_its_diamond() -> None:
    sized = size_symbol(symbol(DIAMOND, question="Sah?"), 60)
    assert (sized.lines, sized.beside) == (("Sah?",), ())


def test_a_long_question_stands_below_its_diamond() -> None:
    sized = size_symbol(symbol(DIAMOND, question="Persyaratan sudah lengkap?"), 60)
    assert sized.lines == ()
    assert sized.full_height > sized.height
    assert sized.beside == ("Persyaratan", "sudah lengkap?")


def test_a_text_without_end_is_cut_and_says_so() -> None:
    sized = size_symbol(symbol(BOX, "kata " * 200), 60)
    assert sized.cut
    assert sized.lines[-1].endswith("…")


def test_lanes_are_asked_to_be_wide_enough_for_the_texts_in_their_symbols() -> None:
    assert lane_for_texts([symbol(BOX)]) == measures.LANE_LEAST
    wanted = lane_for_texts([symbol(BOX, "Memadamkan api"), symbol(DIAMOND, question="Lengkap?")])
    assert measures.LANE_LEAST < wanted < measures.LANE_MOST_TEXTED
    assert not size_symbol(symbol(DIAMOND, question="Lengkap?"), wanted).beside


def test_the_symbols_that_carry_the_activity_stand_on_one_line() -> None:
    lanes = [lane("a"), lane("b")]
    chart = make_chart(lanes, [Row(["a", "b"], kinds=(START, BOX), tie=TieKind.TOGETHER)])
    one = stack_symbols(chart.steps[0], "a", 60)
    other = stack_symbols(chart.steps[0], "b", 60)
    capsule, box = other.symbols
    assert other.above == capsule.height + measures.STACK_GAP + box.height / 2
    assert one.above == one.below
