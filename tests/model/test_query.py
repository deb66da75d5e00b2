"""Questions about the flow, and sums of time."""

from __future__ import annotations

import pytest

from harness.models import chart, place
from sopdsl.model.query import Graph, Total, called, lane_totals, total_minutes

LOOP = (
    'mulai x oleh a "1"\nlangkah y oleh b "2"\nkeputusan k oleh a "3"\n  ya\n  tidak -> y\n'
    'selesai z oleh b "4"'
)


def test_neighbours_and_reach() -> None:
    graph = Graph(chart(LOOP))
    assert graph.after("k") == ("z", "y")
    assert graph.before("y") == ("x", "k")
    assert graph.reachable(["k"]) == {"k", "y", "z"}
    assert graph.leading_to(["y"]) == {"x", "y", "k"}
    assert (graph.starts(), graph.ends()) == (("x",), ("z",))


def test_loops_are_the_arrows_that_lead_back() -> None:
    assert [(e.source.step, e.target.step) for e in Graph(chart(LOOP)).loops()] == [("k", "y")]


@pytest.mark.parametrize(
    ("steps", "traps"),
    [
        (LOOP, ()),
        (
            'mulai x oleh a "1"\n  -> z\nlangkah y oleh a "2"\n  -> y2\nselesai z oleh a "3"\n'
            'langkah y2 oleh a "4"',
            ("y2",),
        ),
        (
            'mulai x oleh a "1"\nlangkah y oleh a "2"\nlangkah z oleh a "3"\n  -> y\n'
            'selesai s oleh a "4"',
            ("y",),
        ),
        (
            'mulai x oleh a "1"\n  -> p, q, s\nlangkah p oleh a "2"\n  -> p2\n'
            'langkah p2 oleh a "3"\n  -> p\nlangkah q oleh a "4"\n  -> q2\n'
            'selesai s oleh a "5"\nlangkah q2 oleh a "6"',
            ("p", "q2"),
        ),
    ],
)
def test_traps_are_where_the_flow_cannot_end(steps: str, traps: tuple[str, ...]) -> None:
    assert Graph(chart(steps)).traps() == traps


def test_loose_ends_are_exits_without_an_arrow() -> None:
    drawn = chart('mulai oleh a "1"\n  -> s\nselesai s oleh a "2"\nlangkah oleh b | c "3"\n')
    assert [place(ref) for ref in Graph(drawn).loose_ends()] == ["langkah-3.b", "langkah-3.c"]


def test_a_step_is_spoken_of_by_name_or_number() -> None:
    one, two = chart('mulai oleh a "1"\nselesai akhir oleh a "2"').steps
    assert (called(one).id, called(one).en) == ("langkah 1", "step 1")
    assert (called(two).id, called(two).en) == ('langkah "akhir"', 'step "akhir"')


TIMES = (
    'mulai oleh a "1"\n  waktu 10 menit\nlangkah oleh a, b "2"\n  waktu 1-2 jam\n'
    'langkah oleh b "3"\n  waktu 5 menit\n  opsional\n'
    'langkah oleh b "4"\n  waktu 2 menit per "berkas"\n'
    'langkah oleh b "5"\n  waktu "sesuai kebutuhan"\nlangkah oleh b "6"\n  waktu sama\n'
    'langkah oleh b "7"\n  waktu -\nselesai oleh c "8"'
)


def test_times_add_up() -> None:
    assert total_minutes(chart(TIMES)) == Total(70.0, 135.0, steps=3, rates=1, unknown=2)


def test_times_of_each_lane() -> None:
    assert lane_totals(chart(TIMES)) == {
        "a": Total(70.0, 130.0, steps=2),
        "b": Total(60.0, 125.0, steps=2, rates=1, unknown=1),
        "c": Total(unknown=1),
    }


def test_a_time_that_goes_on_counts_for_each_lane_once() -> None:
    shared = (
        'mulai oleh a "1"\n  waktu 2 minggu\nlangkah oleh b "2"\n  waktu sama\n'
        'selesai oleh b "3"\n  waktu sama\n'
    )
    fortnight = Total(4800.0, 4800.0, steps=1)
    assert lane_totals(chart(shared)) == {"a": fortnight, "b": fortnight}
    assert total_minutes(chart(shared)) == fortnight
