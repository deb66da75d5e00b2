"""Fixes: applied alone, each mends what it belongs to and breaks nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.marks import annotated, builtin_rules, findings_of
from sopdsl.checks import page_of
from sopdsl.diagnostics import Diagnostic, Fix
from sopdsl.rules import BUILTIN

HERE = Path(__file__).parent

FOLLOWING = {
    # What now is a decision may still lack an exit.
    "branch-without-decision": {"decision-exits"},
}
"""Rules that may speak up once a fix of another rule is applied."""


def bad_texts(name: str) -> list[str]:
    file = (HERE / f"{name}.sop").read_text(encoding="utf-8")
    return [annotated(text)[0] for text in (file, page_of(builtin_rules()[name]).bad)]


def applied(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def said(findings: tuple[Diagnostic, ...], rules: set[str] | None = None) -> dict[str, int]:
    """Return how often each rule speaks."""
    counts: dict[str, int] = {}
    for finding in findings:
        if rules is None or finding.rule in rules:
            counts[finding.rule] = counts.get(finding.rule, 0) + 1
    return counts


@pytest.mark.parametrize("name", BUILTIN)
def test_a_fix_mends_its_finding_and_breaks_nothing(name: str) -> None:
    for text in bad_texts(name):
        _, before = findings_of(text)
        for finding in before:
            if finding.rule != name:
                continue
            for fix in finding.fixes:
                _, after = findings_of(applied(text, fix))
                now, then = said(after), said(before)
                assert now.get(name, 0) < then[name], (finding.message.en, fix.title.en)
                allowed = FOLLOWING.get(name, set())
                worse = {rule for rule in now if now[rule] > then.get(rule, 0)} - allowed
                errors = {f.rule for f in after if f.severity.word == "error"}
                assert not worse & errors, (finding.message.en, fix.title.en, worse & errors)


def test_rules_that_can_offer_a_fix_do() -> None:
    offering = {
        name
        for name in BUILTIN
        for text in bad_texts(name)
        for finding in findings_of(text)[1]
        if finding.rule == name and finding.fixes
    }
    assert {
        "unknown-word",
        "unknown-name",
        "no-start",
        "no-end",
        "dead-end",
        "decision-exits",
        "branch-without-decision",
        "unused-lane",
        "repealed-citation",
        "unresolved-reference",
        "not-active-verb",
        "actor-in-activity",
        "arrow-into-start",
        "unproduced-input",
        "unused-library",
    } <= offering
