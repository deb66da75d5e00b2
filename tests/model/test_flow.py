"""Arrows between rows: written ones, silent ones, and what becomes of names nobody knows."""

from __future__ import annotations

import pytest

from harness.models import built, chart, edges, with_lanes
from sopdsl.model.types import EdgeRole


def found(steps: str) -> list[tuple[str, str]]:
    """Return rule and place (the text spoken about) of all that is wrong."""
    text = with_lanes(steps)
    return [
        (finding.rule, text[finding.span.start : finding.span.end]) for finding in built(text).found
    ]


@pytest.mark.parametrize(
    ("steps", "arrows"),
    [
        pytest.param(
            'mulai oleh a "1"\nlangkah oleh b "2"\nselesai oleh a "3"',
            ["langkah-1.a > langkah-2.b", "langkah-2.b > langkah-3.a"],
            id="silence means the next step",
        ),
        pytest.param(
            'mulai oleh a "1"\n  -> x\nlangkah y oleh b "2"\nselesai x oleh a "3"',
            ["langkah-1.a > x.a", "y.b > x.a"],
            id="a written arrow replaces silence",
        ),
        pytest.param(
            'mulai oleh a "1"\n  -> x, y\nlangkah y oleh b "2"\nselesai x oleh a "3"',
            ["langkah-1.a > x.a", "langkah-1.a > y.b", "y.b > x.a"],
            id="several targets fork",
        ),
        pytest.param(
            'mulai oleh a "1"\n  -> y\n  -> y\nselesai y oleh b "2"',
            ["langkah-1.a > y.b"],
            id="the same arrow twice is one",
        ),
        pytest.param(
            'mulai oleh a "1"\nselesai x oleh a "2"\nlangkah oleh b "3"\n  -> x',
            ["langkah-1.a > x.a", "langkah-3.b > x.a"],
            id="nothing leaves an end by silence",
        ),
        pytest.param(
            'mulai oleh a "1"\nmulai oleh b "2"\nlangkah oleh c "3"\nselesai oleh a "4"',
            ["langkah-1.a > langkah-3.c", "langkah-2.b > langkah-3.c", "langkah-3.c > langkah-4.a"],
            id="two starts both lead to the step below them",
        ),
        pytest.param(
            'mulai oleh a "1"\nkeputusan oleh b "2"\n  ya\n  tidak -> selesai\n'
            'langkah oleh a "3"\nselesai oleh a "4"',
            [
                "langkah-1.a > langkah-2.b",
                "langkah-2.b > langkah-3.a Ya",
                "langkah-2.b > langkah-4.a Tidak",
                "langkah-3.a > langkah-4.a",
            ],
            id="an exit without an arrow leads to the next step",
        ),
        pytest.param(
            'mulai x oleh a "1"\nkeputusan oleh b "2"\n  jika "Lengkap" -> s\n'
            '  jika "Kurang" -> x\n  jika "Ragu"\nlangkah oleh a "3"\nselesai s oleh a "4"',
            [
                "x.a > langkah-2.b",
                "langkah-2.b > s.a Lengkap",
                "langkah-2.b > x.a Kurang",
                "langkah-2.b > langkah-3.a Ragu",
                "langkah-3.a > s.a",
            ],
            id="three ways out",
        ),
        pytest.param(
            'mulai oleh a "1"\nkeputusan oleh b "2"\n  ya -> s, x "Sah"\n  tidak "Belum"\n'
            'langkah x oleh a "3"\nselesai s oleh a "4"',
            [
                "langkah-1.a > langkah-2.b",
                "langkah-2.b > s.a Sah",
                "langkah-2.b > x.a Sah",
                "langkah-2.b > x.a Belum",
                "x.a > s.a",
            ],
            id="an exit with two targets and two exits to one target",
        ),
        pytest.param(
            'mulai oleh a "1"\nlangkah oleh a | b | c "2"\nselesai oleh d "3"',
            [
                "langkah-1.a > langkah-2.a",
                "langkah-1.a > langkah-2.b",
                "langkah-1.a > langkah-2.c",
                "langkah-2.a > langkah-3.d",
                "langkah-2.b > langkah-3.d",
                "langkah-2.c > langkah-3.d",
            ],
            id="a parallel row is forked into and joined from",
        ),
        pytest.param(
            'mulai oleh a | b "1"\nselesai oleh b | a "2"',
            ["langkah-1.a > langkah-2.a", "langkah-1.b > langkah-2.b"],
            id="between parallel rows each actor goes straight on",
        ),
        pytest.param(
            'mulai oleh a | b | c "1"\nselesai oleh c | d "2"',
            ["langkah-1.c > langkah-2.c", "langkah-1.a > langkah-2.d", "langkah-1.b > langkah-2.d"],
            id="the others pair up, the last takes what is left",
        ),
        pytest.param(
            'mulai oleh a | b "1"\n  oleh a -> x\nlangkah oleh c "2"\nselesai x oleh d "3"',
            ["langkah-1.a > x.d", "langkah-1.b > langkah-2.c", "langkah-2.c > x.d"],
            id="an actor's own arrow replaces its silence only",
        ),
        pytest.param(
            'mulai x oleh a, b "1"\n  -> y.a\n  oleh b -> y.b\nselesai y oleh a, b "2"',
            ["x.a > y.a", "x.b > y.b"],
            id="two arrows side by side between two joint rows",
        ),
        pytest.param(
            'mulai oleh a "1"\nlangkah p oleh b > c "2"\nlangkah oleh d "3"\n  -> p.c, selesai\n'
            'selesai oleh a "4"',
            [
                "langkah-1.a > p.b",
                "p.c > langkah-3.d",
                "langkah-3.d > p.c",
                "langkah-3.d > langkah-4.a",
            ],
            id="into one actor's symbol",
        ),
        pytest.param(
            'mulai langkah x oleh a "1"\nkeputusan oleh b "2"\n  ya\n  tidak -> mulai\n'
            'langkah selesai oleh a "3"',
            [
                "x.a.1 > langkah-2.b",
                "langkah-2.b > langkah-3.a Ya",
                "langkah-2.b > x.a.1 Tidak",
            ],
            id="nothing flows into a capsule with a box below it",
        ),
        pytest.param(
            'mulai oleh a "1"\nkeputusan oleh b "2"\n  ya\n  tidak -> selesai\n'
            'langkah selesai oleh a > c "3"',
            [
                "langkah-1.a > langkah-2.b",
                "langkah-2.b > langkah-3.a Ya",
                "langkah-2.b > langkah-3.c.1 Tidak",
            ],
            id="-> selesai means the capsule, not the box above it",
        ),
        pytest.param(
            'mulai oleh a "1"\nlangkah keputusan k oleh b "2"\n  ya\n  tidak -> k\n'
            'selesai oleh a "3"',
            ["langkah-1.a > k.b", "k.b.1 > langkah-3.a Ya", "k.b.1 > k.b Tidak"],
            id="a decision under a box goes back to the box",
        ),
        pytest.param(
            'mulai oleh a "1"\nkeputusan k oleh a > b "2"\n  ya\n  tidak -> k\nselesai oleh a "3"',
            ["langkah-1.a > k.a", "k.b > langkah-3.a Ya", "k.b > k.a Tidak"],
            id="and from the last of a chain to its first",
        ),
        pytest.param(
            'mulai oleh a "1"\nlangkah "tanpa pelaksana"\nselesai oleh a "3"',
            ["langkah-1.a > langkah-3.a"],
            id="silence passes over a row without symbols",
        ),
        pytest.param(
            'mulai oleh a "1"\nkeputusan oleh a | b "2"\n  oleh a ya\n  oleh a tidak -> selesai\n'
            '  oleh b jika "Online"\n  oleh b jika "Offline" -> selesai\nselesai oleh a "3"',
            [
                "langkah-1.a > langkah-2.a",
                "langkah-1.a > langkah-2.b",
                "langkah-2.a > langkah-3.a Ya",
                "langkah-2.a > langkah-3.a Tidak",
                "langkah-2.b > langkah-3.a Online",
                "langkah-2.b > langkah-3.a Offline",
            ],
            id="two decisions in one row",
        ),
        pytest.param(
            'mulai oleh a "1"\nlangkah oleh a > b "2"\n  oleh a ya\n  oleh a tidak -> selesai\n'
            'langkah oleh c "3"\nselesai oleh a "4"',
            [
                "langkah-1.a > langkah-2.a",
                "langkah-2.a > langkah-3.c Ya",
                "langkah-2.a > langkah-4.a Tidak",
                "langkah-2.b > langkah-3.c",
                "langkah-3.c > langkah-4.a",
            ],
            id="an actor in the middle decides while the row goes on",
        ),
    ],
)
def test_arrows(steps: str, arrows: list[str]) -> None:
    assert edges(chart(steps)) == arrows


def test_a_missing_exit_is_drawn_without_a_label_and_marked_as_silent() -> None:
    drawn = chart(
        'mulai x oleh a "1"\nlangkah y oleh a "2"\nkeputusan k oleh b "3"\n  tidak -> y\n'
        'selesai oleh a "4"'
    )
    out = [edge for edge in drawn.edges if edge.source.step == "k"]
    assert [(edge.target.step, edge.label, edge.role) for edge in out] == [
        ("y", "Tidak", EdgeRole.BRANCH),
        ("langkah-4", "", EdgeRole.NEXT),
    ]


def test_a_missing_exit_is_not_drawn_beside_one_to_the_same_step() -> None:
    drawn = chart('mulai oleh a "1"\nkeputusan k oleh b "2"\n  ya\nselesai oleh a "3"')
    assert edges(drawn) == ["langkah-1.a > k.b", "k.b > langkah-3.a Ya"]


def test_roles_outcomes_and_places_of_arrows_are_known() -> None:
    text = with_lanes(
        'mulai oleh a "1"\nkeputusan oleh b "2"\n  ya -> s "Sah"\n  tidak\n'
        'langkah oleh a "3"\n  -> s\nselesai s oleh a "4"'
    )
    (drawn,) = built(text).sop.charts
    said = [
        (edge.role.value, edge.outcome, text[edge.span.start : edge.span.end])
        for edge in drawn.edges
    ]
    assert said == [
        ("lanjut", "", 'mulai oleh a "1"'),
        ("cabang", "ya", "s"),
        ("cabang", "tidak", "tidak"),
        ("panah", "", "s"),
    ]


def test_a_misspelt_target_is_found_and_its_neighbour_taken() -> None:
    text = with_lanes(
        'mulai oleh a "1"\nlangkah reviu oleh b "2"\nkeputusan oleh a "3"\n  ya\n  tidak -> revui\n'
        'selesai oleh a "4"'
    )
    result = built(text)
    (finding,) = result.found
    assert finding.rule == "unknown-name"
    assert text[finding.span.start : finding.span.end] == "revui"
    assert finding.fixes[0].edits[0].text == "reviu"
    assert "langkah-3.a > reviu.b Tidak" in edges(result.sop.charts[0])


def test_a_target_like_no_step_is_found_and_left_out() -> None:
    steps = 'mulai oleh a "1"\n  -> antah-berantah, s\nselesai s oleh a "2"'
    assert found(steps) == [("unknown-name", "antah-berantah")]
    assert edges(built(with_lanes(steps)).sop.charts[0]) == ["langkah-1.a > s.a"]


def test_an_actor_that_is_not_in_the_target_row_is_found() -> None:
    steps = 'mulai oleh a "1"\n  -> s.d\nselesai s oleh a, b "2"'
    assert found(steps) == [("unknown-name", "d")]
    assert edges(built(with_lanes(steps)).sop.charts[0]) == ["langkah-1.a > s.a"]


def test_selesai_among_several_ends_is_ambiguous_and_the_next_one_is_taken() -> None:
    steps = (
        'mulai oleh a "1"\nselesai satu oleh a "2"\nlangkah oleh b "3"\n  -> selesai\n'
        'selesai dua oleh a "4"'
    )
    result = built(with_lanes(steps))
    (finding,) = result.found
    assert finding.rule == "ambiguous-target"
    assert [related.span for related in finding.related] == [
        step.head for step in result.sop.charts[0].steps if step.id in ("satu", "dua")
    ]
    assert edges(result.sop.charts[0])[-1] == "langkah-3.b > dua.a"


def test_selesai_without_any_end_is_an_unknown_step() -> None:
    assert found('mulai oleh a "1"\n  -> selesai') == [("unknown-name", "selesai")]


def test_an_arrow_to_its_own_symbol_is_found_and_left_out() -> None:
    steps = 'mulai x oleh a "1"\nkeputusan k oleh b "2"\n  ya\n  tidak -> k\nselesai oleh a "3"'
    assert found(steps) == [("self-arrow", "k")]


def test_of_two_steps_with_one_name_the_first_is_meant() -> None:
    steps = 'mulai x oleh a "1"\nlangkah x oleh b "2"\nselesai oleh a "3"\n  -> x'
    result = built(with_lanes(steps))
    (finding,) = result.found
    assert finding.rule == "duplicate-id"
    drawn = result.sop.charts[0]
    assert finding.related[0].span == drawn.steps[0].name_span
    assert [step.id for step in drawn.steps] == ["x", "x-2", "langkah-3"]
    assert edges(drawn)[-1] == "langkah-3.a > x.a"


def test_a_default_id_steps_aside_for_a_written_one() -> None:
    drawn = chart('mulai oleh a "1"\nlangkah langkah-1 oleh a "2"\nselesai oleh a "3"\n')
    assert [(step.id, step.named) for step in drawn.steps] == [
        ("langkah-1-2", False),
        ("langkah-1", True),
        ("langkah-3", False),
    ]
