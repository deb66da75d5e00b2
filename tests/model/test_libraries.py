"""Libraries: what they offer, what `gunakan` brings in, what is said when they cannot be had."""

from __future__ import annotations

import pytest

from harness.models import NO_LIBRARIES, built
from sopdsl.model.build import build, build_library
from sopdsl.model.libraries import Libraries, Library, LibraryProblem, ProblemKind, uses
from sopdsl.model.types import Section
from sopdsl.source import Source
from sopdsl.syntax import parse

SHARED = (
    'pustaka "Bersama"\npelaksana\n  ketua "Ketua Tim" jabatan alias "Katim"\n  kpa "KPA"\n'
    'peralatan\n  "Komputer"\nperaturan uu-1 "Undang-Undang Nomor 1"\n'
)


def library(text: str, libraries: Libraries = NO_LIBRARIES, name: str = "umum.sop") -> Library:
    found = build_library(parse(Source(name, text)).tree, libraries)
    assert found is not None
    return found


def test_a_library_offers_lanes_items_and_regulations() -> None:
    offered = library(SHARED)
    assert (offered.file, offered.title) == ("umum.sop", "Bersama")
    assert [lane.id for lane in offered.lanes] == ["ketua", "kpa"]
    assert [regulation.id for regulation in offered.regulations] == ["uu-1"]
    assert [(name, items[0].text) for name, items in offered.sections] == [
        (Section.PERALATAN, "Komputer")
    ]


def test_a_file_that_is_no_library_offers_nothing() -> None:
    assert build_library(parse(Source("x.sop", 'sop x "X"\n')).tree) is None


def test_a_library_is_also_a_document_to_be_checked() -> None:
    result = built(SHARED)
    assert result.found == ()
    assert result.sop.is_library
    assert result.sop.charts == ()
    assert [lane.id for lane in result.sop.library_lanes] == ["ketua", "kpa"]


def test_what_is_used_is_known_by_its_path_once() -> None:
    text = 'sop x "X"\ngunakan "a.sop"\ngunakan "b.sop"\ngunakan "a.sop"\n'
    assert [use.path for use in uses(parse(Source("x.sop", text)).tree)] == ["a.sop", "b.sop"]


def test_lanes_and_regulations_of_a_library_serve_the_document() -> None:
    text = (
        'sop x "X"\ngunakan "umum.sop"\ndasar-hukum\n  @uu-1\nperalatan\n  "Printer"\n'
        'mulai oleh kpa "1"\nselesai oleh ketua "2"\n'
    )
    result = built(text, {"umum.sop": library(SHARED)})
    assert result.found == ()
    sop = result.sop
    assert [(lane.id, lane.title, lane.file) for lane in sop.charts[0].lanes] == [
        ("kpa", "KPA", "umum.sop"),
        ("ketua", "Ketua Tim", "umum.sop"),
    ]
    assert sop.charts[0].unused == ()
    (cited,) = sop.items(Section.DASAR_HUKUM)
    assert cited.regulation is not None
    assert cited.regulation.file == "umum.sop"
    shared, own = sop.items(Section.PERALATAN)
    assert (shared.text, own.text) == ("Komputer", "Printer")
    assert text[shared.span.start : shared.span.end] == '"umum.sop"'


def test_a_lane_line_takes_what_it_does_not_say_from_the_library() -> None:
    text = (
        'sop x "X"\ngunakan "umum.sop"\npelaksana tetap\n  ketua\n  kpa "Kuasa"\n'
        'mulai oleh kpa "1"\nselesai oleh ketua "2"\n'
    )
    result = built(text, {"umum.sop": library(SHARED)})
    assert result.found == ()
    ketua, kpa = result.sop.charts[0].lanes
    assert (ketua.title, ketua.aliases, ketua.file) == ("Ketua Tim", ("Katim",), "contoh.sop")
    assert kpa.title == "Kuasa"


def test_a_library_offers_what_it_uses_itself() -> None:
    inner = library('pustaka "Dalam"\npelaksana\n  ketua "Dalam"\n  staf "Staf"\n', name="d.sop")
    outer = library(
        'pustaka "Luar"\ngunakan "d.sop"\npelaksana\n  ketua "Luar"\n', {"d.sop": inner}
    )
    assert {lane.id: lane.title for lane in outer.lanes} == {"ketua": "Luar", "staf": "Staf"}


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("missing", "missing-library"),
        ("no-library", "missing-library"),
        ("outside", "missing-library"),
        ("unreadable", "missing-library"),
        ("cycle", "library-cycle"),
    ],
)
def test_a_library_that_cannot_be_had_is_found_at_its_path(kind: ProblemKind, rule: str) -> None:
    text = 'sop x "X"\ngunakan "umum.sop"\npelaksana\n  a "A"\nmulai selesai oleh a "1"\n'
    result = built(text, {"umum.sop": LibraryProblem(kind, "a.sop → b.sop")})
    (finding,) = result.found
    assert finding.rule == rule
    assert text[finding.span.start : finding.span.end] == '"umum.sop"'


def test_a_path_that_nobody_looked_for_is_missing() -> None:
    result = built('sop x "X"\ngunakan "umum.sop"\npelaksana\n  a "A"\nmulai selesai oleh a "1"\n')
    assert [finding.rule for finding in result.found] == ["missing-library"]


def test_a_path_that_is_not_written_is_missing_too() -> None:
    result = built('sop x "X"\ngunakan\npelaksana\n  a "A"\nmulai selesai oleh a "1"\n')
    assert [finding.rule for finding in result.found] == ["missing-value"]


@pytest.mark.parametrize("line", ['mulai oleh a "1"', 'alur "A"', "halaman", "riwayat"])
def test_what_means_nothing_in_a_library_is_found(line: str) -> None:
    result = built(f'pustaka "X"\npelaksana\n  a "A"\n{line}\n')
    assert [finding.rule for finding in result.found] == ["misplaced-statement"]


def test_a_document_that_breaks_in_a_library_does_not_break_its_user() -> None:
    broken = parse(Source("umum.sop", 'pustaka "X"\npelaksana\n  a "A"\n  a "B"\n')).tree
    assert [finding.rule for finding in build(broken).found] == ["duplicate-id"]
    offered = build_library(broken)
    assert offered is not None
    assert [lane.title for lane in offered.lanes] == ["A"]
