"""What single values become: texts, dates, numbers, times, references, actors."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sopdsl.source import Source
from sopdsl.syntax import parse, tree


def entry(text: str, head: str = "langkah") -> Any:
    syntax = parse(Source("x.sop", f"{head}\n  {text}\n"))
    assert syntax.errors == ()
    statement = syntax.tree.statements[0].statement
    assert isinstance(statement, tree.StepStatement | tree.SopStatement | tree.ExtensionStatement)
    return statement.entries[0]


def step(text: str) -> tree.StepStatement:
    syntax = parse(Source("x.sop", text))
    assert syntax.errors == ()
    statement = syntax.tree.statements[0].statement
    assert isinstance(statement, tree.StepStatement)
    return statement


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('"teks"', "teks"),
        ('"satu\n   dua"', "satu dua"),
        ('"satu \r\n\t dua"', "satu dua"),
        ('"satu\r  dua"', "satu dua"),
        ('"satu\n\n  dua"', "satu dua"),
        (r'"kutip \"ini\" dan \\ dan \n baris"', 'kutip "ini" dan \\ dan \n baris'),
        (r'"C:\data"', r"C:\data"),
        ("“dari Word”", "dari Word"),
        ("„begini“", "begini"),
        ('“campur"', "campur"),
        ('"“di dalam”"', "“di dalam”"),
        ('"# bukan komentar"', "# bukan komentar"),
        ('""', ""),
        ('"tanpa\u00a0putus"', "tanpa\u00a0putus"),
    ],
)
def test_texts(written: str, value: str) -> None:
    assert entry(f"tanya {written}").text.value == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2019-04-11", date(2019, 4, 11)),
        ("2019-4-1", date(2019, 4, 1)),
        ("2019-02-30", None),
        ("0000-01-01", None),
    ],
)
def test_dates(written: str, value: date | None) -> None:
    (found,) = entry(f"dibuat {written}", "sop").values
    assert (found.text, found.value) == (written, value)


@pytest.mark.parametrize(
    ("written", "value"),
    [("5", "5"), ("1,5", "1.5"), ("1.5", "1.5"), ("1.500", "1500"), ("1.250,75", "1250.75")],
)
def test_numbers(written: str, value: str) -> None:
    (found,) = entry(f"bobot {written}", "kata").values
    assert found.value == Decimal(value)


@pytest.mark.parametrize(
    ("written", "wording"),
    [
        ("5 menit", "5 menit"),
        ("5menit", "5 menit"),
        ("5  Menit", "5 Menit"),
        ("1,5 jam", "1,5 jam"),
        ("1-3 hari kerja", "1-3 hari kerja"),
        ("1 – 3 hari kerja", "1-3 hari kerja"),
        ("30 menit-3 jam", "30 menit - 3 jam"),
        ("2 hari kerja - 3 hari kerja", "2 hari kerja - 3 hari kerja"),
        ('2 menit per "berkas"', "2 menit per berkas"),
        ("1x24 jam", "1 x 24 jam"),
        ("1 × 24 jam", "1 x 24 jam"),
        ("2 X 24 jam", "2 x 24 jam"),
        ("120 menit atau 3 hari", "120 menit atau 3 hari"),
        ("2 bulan 1 minggu", "2 bulan 1 minggu"),
        ("5", "5"),
    ],
)
def test_times(written: str, wording: str) -> None:
    value = entry(f"waktu {written}").value
    assert isinstance(value, tree.TimeAmounts)
    assert value.wording == wording


def test_the_parts_of_a_time() -> None:
    value = entry('waktu 1 x 2 jam kerja - 3 hari kalender per "berkas" atau 5 menit 6 detik').value
    ((first,), second) = value.alternatives
    assert (first.factor.text, first.low.text, first.high.text) == ("1", "2", "3")
    assert (first.low_unit.text, first.low_qualifier.text) == ("jam", "kerja")
    assert (first.unit.text, first.qualifier.text, first.per.value) == (
        "hari",
        "kalender",
        "berkas",
    )
    assert [(amount.low.text, amount.unit.text) for amount in second] == [
        ("5", "menit"),
        ("6", "detik"),
    ]


@pytest.mark.parametrize(
    ("written", "kind"),
    [("sama", tree.TimeSame), ("-", tree.Nothing), ('"segera"', tree.String), ("", type(None))],
)
def test_times_that_are_no_amounts(written: str, kind: type) -> None:
    assert isinstance(entry(f"waktu {written}").value, kind)


def test_references() -> None:
    found = entry("rujuk @sop-lain.langkah-2").reference
    assert (found.name.text, found.part.text) == ("sop-lain", "langkah-2")
    assert (found.span.start, found.name.span.start, found.part.span.start) == (16, 17, 26)


@pytest.mark.parametrize(
    ("written", "lanes", "signs"),
    [
        ("a", "a", ""),
        ("a, b", "a b", ","),
        ("a>b -> c", "a b c", "> >"),
        ("a->b", "a b", ">"),
        ("a <> b | c", "a b c", "<> |"),
        ("a > b, a <-> c", "a b a c", "> , <>"),
        ("oleh > ya, selesai", "oleh ya selesai", "> ,"),
        ("a,\n  b", "a b", ","),
    ],
)
def test_actors(written: str, lanes: str, signs: str) -> None:
    actors = step(f'langkah oleh {written} "x"').actors
    assert actors is not None
    assert [lane.text for lane in actors.lanes] == lanes.split()
    assert list(actors.signs) == signs.split()


@pytest.mark.parametrize(
    ("written", "keyword", "targets", "label"),
    [
        ("ya", "ya", "", None),
        ('tidak "Ditolak"', "tidak", "", "Ditolak"),
        ('ya->a.b, c "Lengkap"', "ya", "a.b c", "Lengkap"),
        ('ya "Lengkap" → a', "ya", "a", "Lengkap"),
        ('jika "Biasa" => a,\n    b', "jika", "a b", "Biasa"),
        ('jika -> a "Biasa"', "jika", "a", "Biasa"),
    ],
)
def test_exits(written: str, keyword: str, targets: str, label: str | None) -> None:
    found = entry(written)
    assert found.keyword.text == keyword
    named = [f"{t.step.text}.{t.lane.text}" if t.lane else t.step.text for t in found.targets]
    assert named == targets.split()
    assert (found.label.value if found.label else None) == label


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("oleh a selesai", tree.OwnSymbol),
        ("oleh a langkah keputusan", tree.OwnSymbol),
        ('oleh a "teks"', tree.String),
        ("oleh ya -> x", tree.ArrowEntry),
        ('oleh selesai tanya "Lengkap?"', tree.QuestionEntry),
        ("oleh oleh tidak -> x", tree.BranchEntry),
        ("oleh a", type(None)),
    ],
)
def test_own_parts(written: str, part: type) -> None:
    assert isinstance(entry(written).part, part)


def test_spans_count_from_the_statement() -> None:
    text = '# atas\n\nlangkah x oleh a "Melakukan"\n  waktu 5 menit  # ujung\n'
    source = Source("x.sop", text)
    placed = parse(source).tree.statements[0]
    statement = placed.statement
    assert isinstance(statement, tree.StepStatement)
    assert placed.start == text.index("langkah")
    time = statement.entries[0]
    assert isinstance(time, tree.TimeEntry)
    assert source.slice(placed.span_of(time.span)) == "waktu 5 menit"
    assert source.slice(placed.span_of(statement.span)).endswith("5 menit")
    assert statement.name is not None
    assert source.slice(placed.span_of(statement.name.span)) == "x"
