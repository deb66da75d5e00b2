"""Lanes: declarations, groups, order of printing, several charts, names that nobody declared."""

from __future__ import annotations

from harness.models import built, chart, charts
from sopdsl.diagnostics import Diagnostic, TextEdit
from sopdsl.model.types import Chart, LaneKind

STEPS = 'mulai oleh c "1"\nlangkah oleh a "2"\nselesai oleh b "3"\n'


def ids(drawn: Chart) -> list[str]:
    return [lane.id for lane in drawn.lanes]


def applied(text: str, finding: Diagnostic, number: int = 0) -> str:
    """Return a text with one of a finding's fixes applied."""
    edits: tuple[TextEdit, ...] = finding.fixes[number].edits
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def test_lanes_stand_in_the_order_of_first_activity() -> None:
    assert ids(chart(STEPS, "a b c")) == ["c", "a", "b"]


def test_a_row_counts_its_actors_in_order_of_writing() -> None:
    assert ids(chart('mulai oleh b > a "1"\nselesai oleh c "2"\n', "a b c")) == ["b", "a", "c"]


def test_tetap_keeps_the_written_order() -> None:
    text = f'sop x "X"\npelaksana tetap\n  a "A"\n  b "B"\n  c "C"\n{STEPS}'
    (drawn,) = charts(text)
    assert drawn.fixed_order
    assert ids(drawn) == ["a", "b", "c"]


def test_a_group_stays_together_where_its_first_lane_acts() -> None:
    text = (
        'sop x "X"\npelaksana\n  kelompok "Satu"\n  a "A"\n  c "C"\n  kelompok -\n  b "B"\n'
        'mulai oleh b "1"\nlangkah oleh c "2"\nlangkah oleh b "3"\nselesai oleh a "4"\n'
    )
    (drawn,) = charts(text)
    assert [(lane.id, lane.group) for lane in drawn.lanes] == [
        ("b", None),
        ("c", "Satu"),
        ("a", "Satu"),
    ]


def test_a_lane_keeps_kind_and_aliases() -> None:
    text = (
        'sop x "X"\npelaksana\n  a "Kepala Bagian" jabatan alias "Kabag", "KB"\n'
        'mulai selesai oleh a "1"\n'
    )
    (lane,) = charts(text)[0].lanes
    assert lane.title == "Kepala Bagian"
    assert lane.kind is LaneKind.JABATAN
    assert lane.aliases == ("Kabag", "KB")
    assert lane.declared
    assert text[lane.span.start : lane.span.end] == 'a "Kepala Bagian" jabatan alias "Kabag", "KB"'


def test_lanes_without_a_symbol_are_set_apart() -> None:
    drawn = chart(STEPS, "a b c d")
    assert [lane.id for lane in drawn.unused] == ["d"]


def test_a_chart_has_the_lanes_after_its_alur_else_those_of_the_document() -> None:
    text = (
        'sop x "X"\npelaksana\n  a "Pertama"\n  b "Kedua"\n'
        'alur satu "Satu"\nmulai oleh b "1"\nselesai oleh a "2"\n'
        'alur dua "Dua"\npelaksana tetap\n  a\n  b "Lain"\nmulai oleh b "1"\nselesai oleh a "2"\n'
        'alur "Tiga"\nmulai selesai oleh a "1"\n'
    )
    one, two, three = charts(text)
    assert [(lane.id, lane.title) for lane in one.lanes] == [("b", "Kedua"), ("a", "Pertama")]
    assert [(lane.id, lane.title) for lane in two.lanes] == [("a", "Pertama"), ("b", "Lain")]
    assert [(lane.id, lane.title) for lane in three.lanes] == [("a", "Pertama")]
    assert [drawn.id for drawn in (one, two, three)] == ["satu", "dua", "bagan-3"]


def test_the_first_charts_lanes_serve_the_others_when_the_document_has_none() -> None:
    text = (
        'sop x "X"\nalur "Satu"\npelaksana\n  a "A"\nmulai selesai oleh a "1"\n'
        'alur "Dua"\nmulai selesai oleh a "1"\n'
    )
    assert [drawn.lanes[0].title for drawn in charts(text)] == ["A", "A"]


def test_a_lane_of_another_chart_keeps_its_title_but_is_a_finding() -> None:
    text = (
        'sop x "X"\npelaksana\n  a "A"\n  b "Bendahara"\nmulai oleh a "1"\nselesai oleh b "2"\n'
        'alur "Dua"\npelaksana\n  a\nmulai oleh a "1"\nselesai oleh b "2"\n'
    )
    result = built(text)
    (finding,) = result.found
    assert finding.rule == "unknown-name"
    lane = result.sop.charts[1].lanes[1]
    assert (lane.title, lane.declared) == ("Bendahara", False)
    assert built(applied(text, finding, len(finding.fixes) - 1)).found == ()


def test_an_undeclared_lane_is_one_finding_and_is_drawn_all_the_same() -> None:
    text = 'sop x "X"\npelaksana\n  kabag "Kabag"\nmulai oleh kabga "1"\nselesai oleh kabga "2"\n'
    result = built(text)
    (finding,) = result.found
    assert text[finding.span.start : finding.span.end] == "kabga"
    assert [fix.edits[0].text for fix in finding.fixes] == ["kabag", '\n  kabga "Kabga"']
    assert [(lane.id, lane.declared) for lane in result.sop.charts[0].lanes] == [("kabga", False)]
    assert built(applied(text, finding, 1)).found == ()


def test_without_any_lanes_the_fix_declares_the_first() -> None:
    text = 'sop x "X"\nmulai oleh gudang-kirim "1"\nselesai oleh gudang-kirim "2"\n'
    result = built(text)
    assert result.sop.charts[0].lanes[0].title == "Gudang Kirim"
    (finding,) = result.found
    assert built(applied(text, finding)).found == ()


def test_a_lane_declared_twice_is_found_where_it_is_repeated() -> None:
    text = 'sop x "X"\npelaksana\n  a "Satu"\n  a "Dua"\nmulai selesai oleh a "1"\n'
    result = built(text)
    (finding,) = result.found
    assert finding.rule == "duplicate-id"
    assert finding.span.start == text.rindex("  a ") + 2
    assert result.sop.charts[0].lanes[0].title == "Satu"


def test_a_line_without_a_title_needs_an_earlier_one() -> None:
    text = 'sop x "X"\npelaksana\n  ketua-tim\nmulai selesai oleh ketua-tim "1"\n'
    result = built(text)
    assert [finding.rule for finding in result.found] == ["missing-value"]
    assert result.sop.charts[0].lanes[0].title == "Ketua Tim"
