"""Running rules: order, severities, options, silence, and rules that crash."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from harness.marks import findings_of
from sopdsl.checks import Context, Rule, RuleMeta, by_rule, page_of, run
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase, verbatim
from sopdsl.model.build import build
from sopdsl.profiles import Profile, load_profile
from sopdsl.settings import Settings
from sopdsl.source import Source, Span
from sopdsl.syntax import parse

GOOD = 'sop x "X"\npelaksana\n  a "A"\nmulai selesai oleh a "1"\n'


@dataclass
class Spoken:
    """A rule for tests: it says what it was given."""

    META: RuleMeta
    said: Callable[[Context], Iterable[Diagnostic]]

    def check(self, context: Context, /) -> Iterable[Diagnostic]:
        return self.said(context)


def rule(
    name: str, said: Callable[[Context], Iterable[Diagnostic]], *, whole_text: bool = False
) -> Rule:
    meta = RuleMeta(name, Severity.WARNING, "alat", "-", verbatim(name), whole_text)
    return Spoken(meta, said)


def finding(name: str, start: int = 0, message: str = "ini") -> Diagnostic:
    return Diagnostic(name, Severity.WARNING, verbatim(message), Span(start, start + 1))


def context(text: str = GOOD, profile: Profile | None = None) -> Context:
    source = Source("x.sop", text)
    syntax = parse(source)
    built = build(syntax.tree)
    return Context(
        source=source,
        sop=built.sop,
        profile=profile or load_profile("bssn-4-2019"),
        found=by_rule((*syntax.errors, *built.found)),
        known_sops=None,
        options={},
    )


def changed(severities: Mapping[str, Severity | None]) -> Profile:
    return replace(load_profile("bssn-4-2019"), severities=severities)


def test_findings_are_sorted_by_place_and_said_once() -> None:
    twice = rule("satu", lambda _: [finding("satu", 9), finding("satu", 2), finding("satu", 9)])
    other = rule("dua", lambda _: [finding("dua", 2)])
    found = run([twice, other], context())
    assert [(one.rule, one.span.start) for one in found] == [("dua", 2), ("satu", 2), ("satu", 9)]


def test_two_findings_at_one_place_are_kept_when_they_say_different_things() -> None:
    both = rule("satu", lambda _: [finding("satu", 2, "a"), finding("satu", 2, "b")])
    assert len(run([both], context())) == 2


def test_profile_and_settings_grade_findings_and_settings_win() -> None:
    said = rule("satu", lambda _: [finding("satu")])
    graded = context(profile=changed({"satu": Severity.ERROR}))
    assert [one.severity for one in run([said], context())] == [Severity.WARNING]
    assert [one.severity for one in run([said], graded)] == [Severity.ERROR]
    settings = Settings(severities={"satu": Severity.HINT})
    assert [one.severity for one in run([said], graded, settings)] == [Severity.HINT]


def test_a_rule_can_be_switched_off_and_on_again() -> None:
    said = rule("satu", lambda _: [finding("satu")])
    off = context(profile=changed({"satu": None}))
    assert run([said], off) == ()
    assert run([said], context(), Settings(severities={"satu": None})) == ()
    assert len(run([said], off, Settings(severities={"satu": Severity.HINT}))) == 1


def test_a_rule_gets_its_own_options() -> None:
    def said(asked: Context) -> list[Diagnostic]:
        return [finding("satu", message=str(sorted(asked.options.items())))]

    profile = replace(load_profile("bssn-4-2019"), options={"satu": {"a": 1, "b": 1}})
    settings = Settings(options={"satu": {"b": 2}, "dua": {"c": 3}})
    (one,) = run([rule("satu", said)], context(profile=profile), settings)
    assert one.message.id == "[('a', 1), ('b', 2)]"


def test_a_crash_is_a_finding_and_the_others_go_on() -> None:
    def crash(_: Context) -> Iterable[Diagnostic]:
        yield finding("satu", 3)
        raise ValueError("aduh")

    found = run([rule("satu", crash), rule("dua", lambda _: [finding("dua", 5)])], context())
    assert [one.rule for one in found] == ["rule-crash", "satu", "dua"]
    assert 'rule "satu" failed: ValueError: aduh' in found[0].message.en


def test_a_rule_about_the_whole_text_is_quiet_while_words_are_not_understood() -> None:
    said = rule("satu", lambda _: [finding("satu")], whole_text=True)
    assert len(run([said], context())) == 1
    assert run([said], context(GOOD + "  wkatu 5 menit\n")) == ()
    assert run([said], context(GOOD + "  output = 5\n")) == ()


def test_a_text_without_understanding_does_not_blame_what_is_absent() -> None:
    _, findings = findings_of('sop x "X"\npelaksana\n  a "A"\nmulai oleh a "1"\n  output = "B"\n')
    assert {one.rule for one in findings if one.severity is Severity.ERROR} == {"syntax-error"}


def test_an_error_within_a_stretch_disputes_it() -> None:
    asked = context('sop x "X"\npelaksana\n  a "A"\nmulai selesai oleh a "1"\n  waktu\n')
    (step,) = asked.sop.charts[0].steps
    assert asked.disputed(step.span)
    assert not asked.disputed(step.head)
    assert asked.understood


def test_the_page_of_a_rule_without_one_is_empty() -> None:
    page = page_of(object.__new__(type("Bare", (), {})))
    assert (page.text, page.bad, page.good) == (Phrase("", ""), "", "")


def test_a_page_is_read_from_an_indented_docstring() -> None:
    class Indented:
        """Judul.

        ## Indonesia
        Apa.

        ## English
        What.

        ## Bad
        ```sop
        sop x
        ```

        ## Good
        ```sop
        sop x "X"
        ```
        """

    page = page_of(Indented())
    assert page.text == Phrase("Apa.", "What.")
    assert (page.bad, page.good) == ("sop x\n", 'sop x "X"\n')
