"""Identity rules by cases: what counts as in force, NIPs, number patterns, what fixes write."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from harness.marks import TODAY, builtin_rules, findings_of
from sopdsl.checks import Context, Option, Rule, by_rule, run
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import verbatim
from sopdsl.model.build import build
from sopdsl.model.libraries import Library
from sopdsl.model.types import Item, Section
from sopdsl.profiles import load_profile
from sopdsl.rules import bad_number_format
from sopdsl.settings import Settings
from sopdsl.source import Source, Span
from sopdsl.syntax import parse

FLOW = 'pelaksana\n  a "A"\n  b "B"\nmulai oleh a "Menyusun"\nselesai oleh b "Mengarsipkan"\n'


def document(*entries: str) -> str:
    return 'sop x "Penyusunan"\n' + "".join(f"  {entry}\n" for entry in entries) + FLOW


def heard(rule: str, text: str) -> list[Diagnostic]:
    return [finding for finding in findings_of(text)[1] if finding.rule == rule]


def applied(text: str, finding: Diagnostic) -> str:
    for edit in sorted(finding.fixes[0].edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def context(text: str, today: date = TODAY) -> Context:
    source = Source("x.sop", text)
    syntax = parse(source)
    found = by_rule((*syntax.errors, *build(syntax.tree).found))
    profile = load_profile("bssn-4-2019")
    return Context(source, build(syntax.tree).sop, profile, found, None, {}, today)


@pytest.mark.parametrize(
    ("entries", "weight"),
    [
        (("status berlaku",), Severity.ERROR),
        (("status disahkan", "berlaku 2030-01-01"), Severity.ERROR),
        (("berlaku 2026-01-31",), Severity.WARNING),
        (("berlaku 2026-02-01",), None),
        (("status rancangan", "berlaku 2020-01-01"), None),
        (("berlaku -",), None),
        ((), None),
    ],
)
def test_what_is_missing_weighs_as_much_as_the_document_is_in_force(
    entries: tuple[str, ...], weight: Severity | None
) -> None:
    asked = context(document(*entries))
    assert asked.weight_of_missing("nomor") is weight
    assert asked.weight_of_missing("direvisi") is None, "the profile does not require it"


def test_a_library_lacks_nothing() -> None:
    assert context('pustaka "P"\n').weight_of_missing("nomor") is None


def test_without_a_clock_every_date_has_come() -> None:
    asked = context(document("berlaku 2999-01-01"), date.max)
    assert asked.weight_of_missing("nomor") is Severity.WARNING


@pytest.mark.parametrize(
    ("nip", "severity", "message"),
    [
        ("19680917 199303 2 004", None, ""),
        ("NIP. 19680917 199303 2 004", Severity.HINT, "not grouped"),
        ("19680917.199303.2.004", Severity.HINT, "not grouped"),
        ("19900101 202121 1 001", None, ""),
        ("00000000 000000 0 000", Severity.HINT, "nothing but zeros"),
        ("-", None, ""),
        ("NRP 12345678", None, ""),
        ("19680917 199303 2 04", Severity.WARNING, "17 digits"),
        ("19680230 199303 2 004", Severity.WARNING, "19680230"),
        ("19680917 199313 2 004", Severity.WARNING, "month of appointment 13"),
        ("19680917 199303 3 004", Severity.WARNING, "code of sex 3"),
        ("19680917 197003 2 004", Severity.WARNING, "age of 2"),
        ("1968O917 199303 2 004", Severity.WARNING, "more than digits"),
        ("١٩٦٨٠٩١٧ ١٩٩٣٠٣ ٢ ٠٠٤", Severity.WARNING, "more than digits"),
    ],
)
def test_nips(nip: str, severity: Severity | None, message: str) -> None:
    text = document(f'disahkan "Kepala" oleh "Ratna" nip "{nip}"')
    found = heard("bad-nip", text)
    assert [one.severity for one in found] == ([] if severity is None else [severity])
    for finding in found:
        assert message in finding.message.en
        for fix in finding.fixes:
            assert fix.safe
            assert not heard("bad-nip", applied(text, finding))


def numbers(pattern: str, number: str) -> int:
    settings = Settings(options={"bad-number-format": {"pola": [pattern]}})
    return len(run([bad_number_format], context(document(f'nomor "{number}"')), settings))


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("SOP-{urut}/{kode}/{tahun}", "SOP-002/BPAID.2/2025"),
        ("{urut}/{kode}-{urut}/{bulan}/{tahun}", "001/KPA.1-900/XII/2017"),
        ("(1+)*{urut}", "(1+)*7"),
    ],
)
def test_numbers_that_follow_their_pattern(pattern: str, number: str) -> None:
    assert numbers(pattern, number) == 0
    assert numbers(pattern, number + "!") == 1


def test_a_pattern_cannot_make_matching_slow() -> None:
    assert numbers("{kode}" * 30 + "!", "A" * 5_000) == 1


def test_a_citation_is_added_where_keterkaitan_is_not_yet_written() -> None:
    text = document() + "  keterangan @reviu-sop\n"
    (bare,) = heard("unlisted-reference", text)
    assert bare.fixes == ()
    text += 'peringatan\n  "Apabila terlambat maka ditunda"\n'
    (finding,) = heard("unlisted-reference", text)
    mended = applied(text, finding)
    assert "keterkaitan\n  @reviu-sop\n\nperingatan" in mended
    assert not heard("unlisted-reference", mended)


def test_citations_are_put_in_order_and_keep_their_rank_mates() -> None:
    law = '  "Undang-Undang Nomor 1 Tahun 2001 tentang A"\n'
    first = '  "Peraturan Menteri Dalam Negeri Nomor 9 Tahun 2009 tentang B"\n'
    second = '  "Peraturan Menteri Dalam Negeri Nomor 3 Tahun 2003 tentang C"\n'
    text = document() + "dasar-hukum\n" + first + second + law
    (finding,) = heard("citation-order", text)
    assert applied(text, finding).endswith(law + first + second)
    kept = document() + "dasar-hukum\n" + first + "  # tetap\n" + law
    assert [one.fixes for one in heard("citation-order", kept)] == [()]


def test_items_of_a_library_are_not_blamed_on_the_document() -> None:
    cited = Item("Undang-Undang Nomor 1", None, None, Span(3, 9))
    shared = Library("p.sop", "P", (), ((Section.DASAR_HUKUM, (cited, cited)),), ())
    source = Source("x.sop", document() + 'gunakan "p.sop"\n')
    built = build(parse(source).tree, {"p.sop": shared})
    asked = replace(context(source.text), source=source, sop=built.sop)
    rules: list[Rule] = [
        builtin_rules()[name] for name in ("citation-form", "citation-order", "duplicate-citation")
    ]
    assert run(rules, asked) == ()


@pytest.mark.parametrize(
    ("default", "fits", "misfits"),
    [
        (True, False, 1),
        (3, 4, True),
        ("a", "b", 3),
        (("a",), ["b", "c"], ["b", 3]),
        ((), [], "b"),
    ],
)
def test_an_option_takes_values_of_its_own_kind(
    default: bool | int | str | tuple[str, ...], fits: object, misfits: object
) -> None:
    option = Option(default, verbatim("-"))
    assert option.read(fits) == (tuple(fits) if isinstance(fits, list) else fits)
    assert option.read(misfits) is None
    assert option.kind.id != option.kind.en


def test_an_unfit_option_leaves_what_stood_before() -> None:
    asked = context(document('nomor "1"'))
    profile = replace(asked.profile, options={"bad-number-format": {"pola": ["{tahun}"]}})
    settings = Settings(options={"bad-number-format": {"pola": 3}})
    assert len(run([bad_number_format], replace(asked, profile=profile), settings)) == 1
