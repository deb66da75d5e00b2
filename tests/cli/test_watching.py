"""Which files a change calls for."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopdsl.cli.watching import affected
from sopdsl.project.jobs import Outcome
from sopdsl.project.results import FileFindings
from sopdsl.source import Source

A, B, LIBRARY = Path("/p/a.sop"), Path("/p/b.sop"), Path("/p/l.sop")


def outcome(path: Path, libraries: tuple[Path, ...] = (), cites: tuple[str, ...] = ()) -> Outcome:
    return Outcome(path, FileFindings(Source("", ""), ()), libraries, path.stem, cites, False)


KNOWN = (outcome(A, (LIBRARY,)), outcome(B, cites=("a",)), outcome(LIBRARY))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({B}, {B}),
        ({LIBRARY}, {LIBRARY, A}),
        ({A}, {A, B}),
        ({Path("/p/new.sop")}, {Path("/p/new.sop")}),
        ({Path("/p/sop.toml")}, None),
        ({A, Path("/p/logo.png")}, None),
    ],
)
def test_a_change_reaches_its_dependents(changed: set[Path], expected: set[Path] | None) -> None:
    assert affected(frozenset(changed), KNOWN) == expected
