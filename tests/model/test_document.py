"""The parts around the charts: identity, sections, history, register, extensions, and `alur`."""

from __future__ import annotations

from datetime import date

import pytest

from harness.models import built, charts, with_lanes
from sopdsl.model.build import build
from sopdsl.model.types import Approval, Identity, Section
from sopdsl.source import Source, Span
from sopdsl.syntax import parse

STEP = 'pelaksana\n  a "A"\nmulai selesai oleh a "1"\n'


def identity(*entries: str) -> Identity:
    lines = "".join(f"  {entry}\n" for entry in entries)
    result = built(f'sop x "X"\n{lines}{STEP}')
    assert result.found == ()
    return result.sop.identity


def found(text: str) -> list[tuple[str, str]]:
    """Return rule and the text spoken about of all that is wrong."""
    return [
        (finding.rule, text[finding.span.start : finding.span.end]) for finding in built(text).found
    ]


def test_letters_a_to_g_are_read() -> None:
    read = identity(
        'nomor "SOP/1/2019"',
        "jenis administratif mikro",
        'unit "Sekretariat" > "Biro" > "Bagian"',
        "dibuat 2019-03-25",
        "direvisi -",
        "berlaku 2019-04-11",
        'disahkan "Sekretaris" oleh "Syahrul" nip "1962"',
        "status berlaku",
        'logo "logo.png"',
        "tahun 2019",
    )
    assert read.number
    assert read.number.value == "SOP/1/2019"
    assert read.kinds == ("administratif", "mikro")
    assert read.unit == ("Sekretariat", "Biro", "Bagian")
    assert read.made
    assert read.made.value == date(2019, 3, 25)
    assert read.revised
    assert read.revised.is_none
    assert read.effective
    assert read.effective.value == date(2019, 4, 11)
    assert read.approval
    assert isinstance(read.approval.value, Approval)
    assert read.approval.value.person == "Syahrul"
    assert read.status
    assert read.status.value == "berlaku"
    assert read.logo
    assert read.logo.value == "logo.png"
    assert read.year
    assert read.year.value == 2019


def test_what_is_not_written_is_none_and_what_is_denied_is_not() -> None:
    read = identity("disahkan -")
    assert read.number is None
    assert read.approval is not None
    assert read.approval.is_none


def test_a_profile_may_add_entries() -> None:
    text = f'sop x "X"\n  revisi-ke 2\n  kode "A.1"\n{STEP}'
    syntax = parse(Source("x.sop", text))
    result = build(syntax.tree, entries=("revisi-ke", "kode"))
    assert result.found == ()
    assert [(name, given.value) for name, given in result.sop.identity.extra] == [
        ("revisi-ke", "2"),
        ("kode", "A.1"),
    ]
    assert {finding.rule for finding in build(syntax.tree).found} == {"unknown-word"}


@pytest.mark.parametrize(
    ("line", "rule", "place"),
    [
        ("dibuat 2019-02-30", "wrong-value", "2019-02-30"),
        ('dibuat "kemarin"', "wrong-value", '"kemarin"'),
        ("tahun 2019,5", "wrong-value", "2019,5"),
        ("nomor", "missing-value", "nomor"),
        ("unit", "missing-value", "unit"),
        ("disahkan", "missing-value", "disahkan"),
        ('nomer "1"', "unknown-word", "nomer"),
    ],
)
def test_entries_of_the_identity_that_cannot_be_used(line: str, rule: str, place: str) -> None:
    assert found(f'sop x "X"\n  {line}\n{STEP}') == [(rule, place)]


def test_an_entry_written_twice_counts_once() -> None:
    text = f'sop x "X"\n  nomor "1"\n  nomor "2"\n{STEP}'
    assert found(text) == [("duplicate-entry", "nomor")]
    number = built(text).sop.identity.number
    assert number is not None
    assert number.value == "1"


@pytest.mark.parametrize(
    ("entry", "rule", "place"),
    [
        ("wkatu 5 menit", "unknown-word", "wkatu"),
        ("kelengkapan", "missing-value", "kelengkapan"),
        ("waktu", "missing-value", "waktu"),
        ("keterangan", "missing-value", "keterangan"),
        ("tanya", "missing-value", "tanya"),
        ("rujuk", "missing-value", "rujuk"),
        ("konektor", "missing-value", "konektor"),
        ("oleh", "missing-value", "oleh"),
        ("oleh a", "missing-value", "a"),
        ("oleh b selesai", "unknown-name", "b"),
    ],
)
def test_entries_of_a_step_that_cannot_be_used(entry: str, rule: str, place: str) -> None:
    text = with_lanes(f'mulai oleh a "1"\n  {entry}\nselesai oleh b "2"\n', "a b")
    assert found(text) == [(rule, place)]


def test_a_condition_without_its_wording_is_found() -> None:
    text = with_lanes('keputusan oleh a "1"\n  jika -> s\n  jika "B"\nselesai s oleh a "2"\n', "a")
    assert found(text) == [("missing-value", "jika")]


@pytest.mark.parametrize(
    "entry",
    [
        'kelengkapan "a"',
        "waktu 5 menit",
        'keterangan "a"',
        'konektor "A"',
        "opsional",
        "ya -> s",
        "oleh a langkah",
        'oleh a "x"',
        'oleh a tanya "?"',
        "oleh a ya -> s",
    ],
)
def test_an_entry_of_a_step_written_twice_is_found(entry: str) -> None:
    text = with_lanes(f'keputusan oleh a "1"\n  {entry}\n  {entry}\nselesai s oleh a "2"\n', "a")
    assert [rule for rule, _ in found(text)] == ["duplicate-entry"]


def test_mutu_baku_and_the_other_entries_of_a_step_are_read() -> None:
    text = with_lanes(
        'mulai x oleh a "Menyusun"\n  kelengkapan "A", "B"\n  waktu 1-3 hari\n  output -\n'
        '  keterangan "Lihat", @reviu\n  opsional\n  rujuk @reviu.akhir\n  konektor "Q"\n'
        'halaman\nselesai oleh a "2"\n',
        "a",
    )
    (drawn,) = charts(text)
    step, last = drawn.steps
    assert step.kelengkapan
    assert step.kelengkapan.values == ("A", "B")
    assert step.waktu
    assert (step.waktu.wording, step.waktu.high) == ("1-3 hari", 1440.0)
    assert step.output
    assert step.output.none
    assert [remark.text for remark in step.remarks] == ["Lihat", ""]
    assert step.remarks[1].reference
    assert step.remarks[1].reference.name == "reviu"
    assert step.call
    assert (step.call.name, step.call.part) == ("reviu", "akhir")
    assert (step.optional, step.connector) == (True, "Q")
    assert (step.break_before, last.break_before) == (False, True)
    assert [step.line, last.line] == [4, 13]
    assert text[step.head.start : step.head.end] == 'mulai x oleh a "Menyusun"'
    assert text[step.name_span.start : step.name_span.end] == "x"
    assert text[last.name_span.start : last.name_span.end] == "selesai"
    assert text[step.kind_span.start : step.kind_span.end] == "mulai"
    assert text[step.activity_span.start : step.activity_span.end] == '"Menyusun"'


def test_items_are_texts_references_and_cited_regulations() -> None:
    text = (
        'sop x "X"\ndasar-hukum\n  @uu-1 "Pasal 2"\n  "Peraturan lain"\nketerkaitan\n  @penomoran\n'
        f'{STEP}peraturan uu-1 "Undang-Undang Nomor 1"\n  berlaku 2018-01-01\n'
        '  dicabut 2019-01-01 oleh @uu-2\n  tautan "https://contoh.go.id"\n'
    )
    sop = built(text).sop
    cited, plain = sop.items(Section.DASAR_HUKUM)
    assert cited.text == "Undang-Undang Nomor 1, Pasal 2"
    assert cited.regulation is not None
    assert (cited.regulation.in_force, cited.regulation.revoked) == (
        date(2018, 1, 1),
        date(2019, 1, 1),
    )
    assert (cited.regulation.revoked_by, cited.regulation.link) == ("uu-2", "https://contoh.go.id")
    assert (plain.text, plain.reference) == ("Peraturan lain", None)
    (related,) = sop.items(Section.KETERKAITAN)
    assert related.reference is not None
    assert (related.text, related.regulation) == ("", None)
    assert sop.items(Section.PERALATAN) == ()


def test_a_regulation_that_nobody_registered_is_found_in_dasar_hukum_only() -> None:
    text = f'sop x "X"\ndasar-hukum\n  @uu-2\nperingatan\n  @uu-3\n{STEP}peraturan uu-1 "UU 1"\n'
    result = built(text)
    (finding,) = result.found
    assert (finding.rule, text[finding.span.start : finding.span.end]) == ("unknown-name", "uu-2")
    assert finding.fixes[0].edits[0].text == "uu-1"


def test_a_section_written_twice_is_taken_together() -> None:
    text = f'sop x "X"\nperalatan\n  "Komputer"\nperalatan\n  "Printer"\n{STEP}'
    result = built(text)
    assert [item.text for item in result.sop.items(Section.PERALATAN)] == ["Komputer", "Printer"]
    (finding,) = result.found
    assert (finding.rule, finding.severity.word) == ("duplicate-entry", "warning")


def test_the_history_is_read() -> None:
    text = f'sop x "X"\n{STEP}riwayat\n  2019-03-01 simulasi "catatan"\n  2019-04-01 reviu\n'
    assert [(event.on, event.event, event.note) for event in built(text).sop.history] == [
        (date(2019, 3, 1), "simulasi", "catatan"),
        (date(2019, 4, 1), "reviu", ""),
    ]


def test_extension_statements_are_kept_and_their_words_checked() -> None:
    text = f'sop x "X"\n{STEP}risiko r-1 "Terlambat"\n  tingkat tinggi, 5\n  per 2019-01-01\n'
    result = build(parse(Source("x.sop", text)).tree, statements=["risiko"])
    assert result.found == ()
    (extension,) = result.sop.extensions
    assert (extension.word, extension.name, extension.text) == ("risiko", "r-1", "Terlambat")
    assert [(entry.word, entry.values) for entry in extension.entries] == [
        ("tingkat", ("tinggi", "5")),
        ("per", ("2019-01-01",)),
    ]
    (unknown,) = built(text).found
    assert (unknown.rule, text[unknown.span.start : unknown.span.end]) == ("unknown-word", "risiko")


def test_charts_have_titles_numbers_footnotes_and_ids() -> None:
    text = (
        f'sop x "X"\n{STEP}catatan\n  "*) satu"\nalur dua "Bagan dua"\nmulai selesai oleh a "1"\n'
        'catatan\n  "*) dua"\nalur "Bagan tiga"\nmulai selesai x oleh a "1"\n'
    )
    drawn = charts(text)
    assert [(one.number, one.id, one.title, one.footnotes) for one in drawn] == [
        (1, "bagan-1", "", ("*) satu",)),
        (2, "dua", "Bagan dua", ("*) dua",)),
        (3, "bagan-3", "Bagan tiga", ()),
    ]
    assert [step.id for one in drawn for step in one.steps] == ["langkah-1", "langkah-1", "x"]


def test_alur_before_the_first_step_titles_the_first_chart() -> None:
    (drawn,) = charts(f'sop x "X"\nalur satu "Bagan satu"\n{STEP}')
    assert (drawn.id, drawn.title) == ("satu", "Bagan satu")


def test_alur_without_steps_and_alur_with_a_known_name_are_found() -> None:
    text = f'sop x "X"\nalur satu\n{STEP}alur satu\nmulai selesai oleh a "1"\nalur tiga "Tiga"\n'
    assert found(text) == [("duplicate-id", "satu"), ("empty-chart", 'alur tiga "Tiga"')]


def test_a_second_opening_statement_is_found() -> None:
    text = f'sop x "X"\n{STEP}sop y "Y"\n'
    assert found(text) == [("duplicate-entry", "sop")]
    assert built(text).sop.id == "x"


def test_without_an_opening_the_file_gives_the_name() -> None:
    sop = build(parse(Source("unit/a/penomoran.sop", STEP)).tree).sop
    assert (sop.id, sop.title, sop.is_library) == ("penomoran", "", False)
    assert sop.head == Span(0, 9)


def test_the_head_is_the_opening_line() -> None:
    text = f'# catatan\nsop x "Judul"\n  nomor -\n{STEP}'
    sop = built(text).sop
    assert text[sop.head.start : sop.head.end] == 'sop x "Judul"'
    assert text[sop.title_span.start : sop.title_span.end] == '"Judul"'
