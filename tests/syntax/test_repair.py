"""Broken texts: one error for each slip, at its place, with a fix that mends it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.slips import KINDS, Outcome, outcomes
from harness.marks import annotated, assert_marked, mark_of
from sopdsl.diagnostics import Diagnostic
from sopdsl.source import Source
from sopdsl.syntax import parse
from sopdsl.syntax.grammar import load_grammar
from sopdsl.syntax.messages import TERMINALS
from syntax.strategies import documents, slipped

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.sop"))


def fixed(text: str, finding: Diagnostic) -> str:
    """Return a text after the first fix of a finding."""
    for edit in sorted(finding.fixes[0].edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def errors_of(text: str) -> tuple[Diagnostic, ...]:
    return parse(Source("x.sop", text)).errors


@pytest.fixture(scope="module")
def slips() -> list[Outcome]:
    return outcomes()


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_each_slip_is_named_at_its_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    source = Source(path.name, annotated(text)[0])
    found = [mark_of(source, error) for error in parse(source).errors]
    assert_marked(text, found, path.name, path)


def test_nine_slips_of_ten_give_one_error_on_their_line(slips: list[Outcome]) -> None:
    good = sum(outcome.is_good for outcome in slips)
    assert len(slips) > 400
    assert good / len(slips) > 0.95
    for kind in KINDS:
        of_kind = [outcome for outcome in slips if outcome.slip.kind == kind]
        assert sum(outcome.is_good for outcome in of_kind) / len(of_kind) >= 0.85, kind


def test_a_fix_mends_what_it_is_offered_for(slips: list[Outcome]) -> None:
    offered = mended = 0
    for outcome in slips:
        for error in outcome.errors[:1]:
            if error.rule == "syntax-error" and error.fixes:
                offered += 1
                mended += len(errors_of(fixed(outcome.slip.text, error))) < len(outcome.errors)
    assert offered > 300
    assert mended / offered > 0.98


def test_messages_speak_of_the_source_in_both_languages(slips: list[Outcome]) -> None:
    internal = [name for name in load_grammar().terminals.values() if "_" in name or "$" in name]
    for outcome in slips:
        for error in outcome.errors:
            titles = [fix.title for fix in error.fixes]
            for phrase in (error.message, *error.hints, *titles):
                for said in (phrase.id, phrase.en):
                    assert said
                    assert said[0] == said[0].lower()
                    assert not said.endswith(".")
                    assert not any(name in said for name in internal), said


def test_every_terminal_has_a_name_for_people() -> None:
    grammar = load_grammar()
    named = {name for key, name in grammar.terminals.items() if isinstance(key, int)}
    assert set(TERMINALS) == named


@settings(max_examples=300, deadline=None)
@given(documents(), slipped())
def test_a_broken_statement_costs_no_other(text: str, broken: str) -> None:
    if not text.endswith("\n"):
        text += "\n"
    alone = parse(Source("x.sop", text)).tree.statements
    together = parse(Source("x.sop", text + 'langkah awal oleh a "x"\n' + broken)).tree.statements
    assert together[: len(alone)] == alone


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=200) | st.text(st.sampled_from(' \n\r\t"#@,->|<.axsop19'), max_size=120))
def test_no_text_raises(text: str) -> None:
    source = Source("x.sop", text)
    for error in parse(source).errors:
        assert 0 <= error.span.start <= error.span.end <= len(text)
        for fix in error.fixes:
            assert all(0 <= edit.span.start <= edit.span.end <= len(text) for edit in fix.edits)


@settings(max_examples=300, deadline=None)
@given(slipped())
def test_a_line_is_complained_of_once(broken: str) -> None:
    source = Source("x.sop", broken)
    lines = [source.position(error.span.start).line for error in parse(source).errors]
    assert len(lines) == len(set(lines))
