"""What `aturan` in `sop.toml` may say: rules that exist, options they have, values that fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopdsl.project.project import Project
from sopdsl.project.scope import Overrides


def said(folder: Path, rules: str) -> list[tuple[int, str, str]]:
    """Return line (from 1), rule and message of all findings about a `sop.toml`."""
    (folder / "sop.toml").write_text(f"[aturan]\n{rules}\n", encoding="utf-8")
    scope = Project(folder, Overrides()).outer
    assert scope.source is not None
    position = scope.source.position
    return [(position(one.span.start).line + 1, one.rule, one.message.en) for one in scope.findings]


@pytest.mark.parametrize(
    "rules",
    [
        'missing-title = "warning"',
        'bad-number-format = { pola = ["SOP-{urut}"], tingkat = "error" }',
        '[aturan.unexplained-abbreviation]\ndikenal = ["SIKARDA"]',
    ],
)
def test_what_fits_is_taken_in_silence(tmp_path: Path, rules: str) -> None:
    assert said(tmp_path, rules) == []


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        ('missing-tittle = "off"', (2, "unknown-setting", 'there is no rule "missing-tittle"')),
        (
            "copied-warning = { kalimt = [] }",
            (2, "unknown-setting", 'there is no option "copied-warning.kalimt"'),
        ),
        (
            "[aturan.unexplained-abbreviation]\ndikenal = 3",
            (
                3,
                "bad-setting",
                'the option "unexplained-abbreviation.dikenal" has a value of the wrong kind',
            ),
        ),
    ],
)
def test_what_does_not_fit_is_named_at_its_line(
    tmp_path: Path, rules: str, found: tuple[int, str, str]
) -> None:
    assert said(tmp_path, rules) == [found]
