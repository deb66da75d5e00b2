"""Actor expressions: which symbols a row has, how they are tied, where arrows come and go."""

from __future__ import annotations

import pytest

from harness.models import cells, chart, place, ties
from sopdsl.model.types import Step

AFTER = '\nlangkah lanjut oleh e "Lanjut"\nselesai oleh e "Tamat"\n'


def row(head: str, *entries: str) -> Step:
    """Return the step of a line such as ``langkah oleh a > b``."""
    lines = "".join(f"\n  {entry}" for entry in entries)
    return chart(f'{head} "Kegiatan"{lines}{AFTER}').steps[0]


@pytest.mark.parametrize(
    ("head", "symbols", "tied", "entries", "exits"),
    [
        ("langkah oleh a", "a:proses", [], "a", "a"),
        ("langkah oleh a, b", "a:proses b:proses", ["a.0 bersama b.0"], "a", "a"),
        (
            "langkah oleh b, c, a",
            "b:proses c:proses a:proses",
            ["b.0 bersama c.0", "c.0 bersama a.0"],
            "b",
            "b",
        ),
        (
            "langkah oleh a > b > c",
            "a:proses b:proses c:proses",
            ["a.0 serah b.0", "b.0 serah c.0"],
            "a",
            "c",
        ),
        ("langkah oleh a <> b", "a:proses b:proses", ["a.0 timbal-balik b.0"], "a", "b"),
        ("langkah oleh a | b", "a:proses b:proses", [], "a b", "a b"),
        ("langkah oleh a > b | c", "a:proses b:proses c:proses", ["a.0 serah b.0"], "a c", "b c"),
        ("langkah oleh a, b | c", "a:proses b:proses c:proses", ["a.0 bersama b.0"], "a c", "a c"),
        (
            "langkah oleh a > b, c",
            "a:proses b:proses c:proses",
            ["a.0 serah b.0", "b.0 bersama c.0"],
            "a",
            "b",
        ),
        ("langkah oleh a > b > a", "a:proses b:proses", ["a.0 timbal-balik b.0"], "a", "a"),
        (
            "langkah oleh a > b, a <> c, c <> d",
            "a:proses b:proses c:proses d:proses",
            ["a.0 serah b.0", "a.0 timbal-balik c.0", "c.0 timbal-balik d.0"],
            "a",
            "a",
        ),
        ("langkah oleh a, a", "a:proses", [], "a", "a"),
        ("langkah oleh a > a", "a:proses", [], "a", "a"),
        ("langkah oleh a | a", "a:proses", [], "a", "a"),
        ("langkah oleh a <> b, a > b", "a:proses b:proses", ["a.0 timbal-balik b.0"], "a", "a"),
    ],
)
def test_the_signs_arrange_a_row(
    head: str, symbols: str, tied: list[str], entries: str, exits: str
) -> None:
    step = row(head)
    assert cells(step) == symbols
    assert ties(step) == tied
    assert " ".join(ref.lane for ref in step.entries) == entries
    assert " ".join(ref.lane for ref in step.exits) == exits


@pytest.mark.parametrize(
    ("head", "symbols"),
    [
        ("mulai oleh a > b", "a:mulai b:proses"),
        ("mulai oleh a, b", "a:mulai b:proses"),
        ("mulai oleh a | b", "a:mulai b:mulai"),
        ("selesai oleh a > b", "a:proses b:selesai"),
        ("selesai oleh a, b", "a:selesai b:proses"),
        ("selesai oleh a | b > c", "a:selesai b:proses c:selesai"),
        ("mulai langkah oleh a", "a:mulai+proses"),
        ("mulai langkah oleh a > b", "a:mulai+proses b:proses"),
        ("mulai keputusan oleh a > b", "a:mulai b:keputusan"),
        ("langkah keputusan oleh a > b", "a:proses b:proses+keputusan"),
        ("langkah selesai oleh a > b", "a:proses b:proses+selesai"),
        ("langkah selesai oleh a, b", "a:proses+selesai b:proses"),
        ("selesai langkah oleh a", "a:proses+selesai"),
        ("langkah mulai oleh a", "a:mulai+proses"),
        ("mulai selesai oleh a", "a:mulai+selesai"),
        ("langkah langkah oleh a", "a:proses"),
    ],
)
def test_kinds_go_to_the_actor_they_belong_to(head: str, symbols: str) -> None:
    step = chart(f'mulai oleh e "Awal"\n{head} "Kegiatan"{AFTER}').steps[1]
    assert cells(step) == symbols


@pytest.mark.parametrize(
    ("head", "symbols"),
    [
        ("keputusan oleh a > b", "a:proses b:keputusan"),
        ("keputusan oleh a, b", "a:keputusan b:proses"),
        ("keputusan oleh a <> b", "a:proses b:keputusan"),
        ("keputusan oleh a | b", "a:keputusan b:keputusan"),
    ],
)
def test_the_leader_of_each_part_decides(head: str, symbols: str) -> None:
    assert cells(row(head, "ya", "tidak -> selesai")) == symbols


def test_whose_exits_are_written_decides_instead_of_the_leader() -> None:
    step = row("keputusan oleh a, b", "oleh b ya", "oleh b tidak -> selesai")
    assert cells(step) == "a:proses b:keputusan"


def test_whose_question_is_written_decides_with_the_exits_of_the_step() -> None:
    step = row("keputusan oleh a, b", 'oleh b tanya "Setuju?"', "ya", "tidak -> selesai")
    assert cells(step) == "a:proses b:keputusan"
    assert [symbol.question for symbol in step.symbols] == ["", "Setuju?"]


def test_two_decide_when_the_step_has_exits_besides_those_of_another_actor() -> None:
    step = row(
        "keputusan oleh a, b",
        "ya",
        "tidak -> selesai",
        'oleh b jika "Lengkap" -> lanjut',
        'oleh b jika "Kurang" -> selesai',
    )
    assert cells(step) == "a:keputusan b:keputusan"


def test_own_exits_make_a_box_a_decision() -> None:
    step = row("langkah oleh a | b", "oleh b ya", "oleh b tidak -> selesai")
    assert cells(step) == "a:proses b:keputusan"


def test_an_own_symbol_takes_the_place_of_the_default() -> None:
    step = row("langkah oleh a | b | c", "oleh b selesai", "oleh c langkah selesai")
    assert cells(step) == "a:proses b:selesai c:proses+selesai"
    assert [place(ref) for ref in step.entries] == ["langkah-1.a", "langkah-1.b", "langkah-1.c"]
    assert [place(ref) for ref in step.exits] == ["langkah-1.a"]


def test_an_own_text_stands_in_the_symbol_that_carries_the_activity() -> None:
    step = row("mulai langkah oleh a > b", 'oleh a "Menyusun"', 'oleh b "Menerima"')
    assert [symbol.text for symbol in step.symbols] == ["", "Menyusun", "Menerima"]


def test_a_handover_leaves_the_lowest_symbol_and_skips_a_capsule() -> None:
    assert ties(row("mulai langkah oleh a > b")) == ["a.1 serah b.0"]
    assert ties(row("mulai langkah oleh a, b")) == ["a.1 bersama b.0"]
    step = row("langkah keputusan oleh a, b", "ya", "tidak -> selesai")
    assert ties(step) == ["a.0 bersama b.0"]


def test_plain_lines_join_neighbours_in_the_printed_order() -> None:
    drawn = chart('mulai oleh a "Awal"\nlangkah oleh b "Dua"\nlangkah oleh c, a, b "Tiga"' + AFTER)
    assert [lane.id for lane in drawn.lanes] == ["a", "b", "c", "e"]
    assert ties(drawn.steps[2]) == ["a.0 bersama b.0", "b.0 bersama c.0"]


def test_a_stacked_start_is_entered_below_its_capsule() -> None:
    step = row("mulai langkah oleh a")
    assert [(ref.lane, ref.part) for ref in (*step.entries, *step.exits)] == [("a", 1), ("a", 1)]


def test_the_question_stands_at_the_diamond() -> None:
    step = row("langkah keputusan oleh a", 'tanya "Layak?"', "ya", "tidak -> selesai")
    assert [symbol.question for symbol in step.symbols] == ["", "Layak?"]
