"""Rules in detail: `<rule>.sop` shows where each speaks, `<rule>.good.sop` where it must not.

A file accounts for what its own rule says and for every error; other rules' warnings are theirs.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from harness.marks import Mark, annotated, assert_marked, findings_of, mark_of
from sopdsl.diagnostics import Severity
from sopdsl.rules import BUILTIN

HERE = Path(__file__).parent


def heard(name: str, text: str) -> list[Mark]:
    source, findings = findings_of(annotated(text)[0])
    return [
        mark_of(source, finding)
        for finding in findings
        if finding.rule == name or finding.severity is Severity.ERROR
    ]


def test_every_rule_has_its_two_files() -> None:
    wanted = {f"{name}{kind}.sop" for name in BUILTIN for kind in ("", ".good")}
    assert {path.name for path in HERE.glob("*.sop")} == wanted


@pytest.mark.parametrize("name", BUILTIN)
def test_the_rule_speaks_where_its_file_says(name: str) -> None:
    path = HERE / f"{name}.sop"
    text = path.read_text(encoding="utf-8")
    marks = heard(name, text)
    assert name in {mark.rule for mark in marks}
    assert_marked(text, marks, path.name, path)


@pytest.mark.parametrize("name", BUILTIN)
def test_the_rule_leaves_the_good_file_alone(name: str) -> None:
    path = HERE / f"{name}.good.sop"
    assert heard(name, path.read_text(encoding="utf-8")) == []
