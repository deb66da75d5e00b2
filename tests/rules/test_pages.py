"""Every rule has a page whose examples run: the bad one makes it speak, the good one is silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from harness.marks import annotated, assert_marked, builtin_rules, findings_of, mark_of
from sopdsl.checks import page_of
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.rules import BUILTIN

FOLDER = Path(__file__).parents[2] / "sopdsl" / "rules"


def heard(name: str, findings: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    """Return what an example must account for: the rule's own findings, and every error."""
    return [f for f in findings if f.rule == name or f.severity is Severity.ERROR]


def test_the_table_lists_every_file_and_no_other() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - {"__init__"}
    assert {module.rpartition(".")[2] for module in BUILTIN.values()} == files


@pytest.mark.parametrize("name", BUILTIN)
def test_a_rule_bears_the_name_of_its_file(name: str) -> None:
    meta = builtin_rules()[name].META
    assert meta.name == name
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    assert meta.title.id != meta.title.en
    assert meta.source


@pytest.mark.parametrize("name", BUILTIN)
def test_a_page_says_what_why_and_how_to_mend_in_both_languages(name: str) -> None:
    page = page_of(builtin_rules()[name])
    for part in ("**Mengapa.**", "**Perbaikan.**"):
        assert part in page.text.id
    for part in ("**Why.**", "**Fix.**"):
        assert part in page.text.en


@pytest.mark.parametrize("name", BUILTIN)
def test_the_bad_example_makes_exactly_this_rule_speak(name: str) -> None:
    bad = page_of(builtin_rules()[name]).bad
    plain, marks = annotated(bad)
    source, findings = findings_of(plain)
    assert {mark.rule for mark in marks} == {name}
    assert_marked(bad, [mark_of(source, f) for f in heard(name, findings)], f"page of {name}")


@pytest.mark.parametrize("name", BUILTIN)
def test_the_good_example_is_silent(name: str) -> None:
    source, findings = findings_of(page_of(builtin_rules()[name]).good)
    assert [mark_of(source, f) for f in heard(name, findings)] == []
