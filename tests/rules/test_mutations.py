"""Planted faults: into every clean sample each kind of fault is put, and the right rule must find
it on the right line; the samples themselves give nothing but the hints that are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest

from harness.planted import FAULTS, Fault
from harness.samples import SAMPLES
from sopdsl.diagnostics import Diagnostic
from sopdsl.pipeline import check_text
from sopdsl.project.project import Project
from sopdsl.project.scope import Overrides
from sopdsl.project.work import surroundings_of
from sopdsl.source import Source
from sopdsl.syntax import parse

KNOWN = {
    "bssn/penetapan-sop-asli.sop": {"unlisted-reference", "several-activities", "long-activity"},
    "layanan-informasi/pengaduan-layanan.sop": {"unmeasured-time"},
    "layanan-informasi/permohonan-informasi-publik.sop": {"several-starts"},
    "sekretariat/magang-mahasiswa.sop": {"unmeasured-time"},
    "upt-depo/restorasi-arsip.sop": {"long-activity", "several-activities"},
}
"""What the samples say on purpose."""

ENOUGH = 0.95


@cache
def project() -> Project:
    return Project(SAMPLES, Overrides())


@cache
def documents() -> tuple[Path, ...]:
    """Return the samples that are whole documents without statements of a plugin of their own."""
    paths = project().sops(SAMPLES)
    return tuple(p for p in paths if not {"pustaka", "plugins"} & set(p.parts))


def heard(path: Path, text: str) -> tuple[Source, tuple[Diagnostic, ...]]:
    source = Source(path.as_posix(), text)
    return source, check_text(source, parse(source), surroundings_of(project(), path)).findings


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def planted(fault: Fault) -> Iterable[tuple[Path, bool]]:
    """Yield the samples a fault could be planted into, and whether it was found."""
    for path in documents():
        lines = text_of(path).split("\n")
        at = fault.plant(lines)
        if at is None:
            continue
        source, findings = heard(path, "\n".join(lines))
        found = {source.position(f.span.start).line for f in findings if f.rule == fault.rule}
        yield path, at in found


@cache
def results() -> Sequence[tuple[Fault, Path, bool]]:
    return [(fault, path, found) for fault in FAULTS for path, found in planted(fault)]


def test_there_are_many_kinds_of_faults() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 40
    assert len({fault.rule for fault in FAULTS}) >= 40


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_each_kind_is_planted_and_mostly_found(fault: Fault) -> None:
    found = [found for kind, _, found in results() if kind is fault]
    assert found
    assert sum(found) >= 0.8 * len(found)


def test_planted_faults_are_found_by_the_right_rule_on_the_right_line() -> None:
    missed = [(fault.name, path.name) for fault, path, found in results() if not found]
    assert len(missed) <= (1 - ENOUGH) * len(results()), missed


def test_clean_samples_give_nothing_but_known_hints() -> None:
    for path in documents():
        _, findings = heard(path, text_of(path))
        name = path.relative_to(SAMPLES).as_posix()
        assert {finding.rule for finding in findings} == KNOWN.get(name, set()), name
