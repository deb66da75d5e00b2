"""Every sample is what a reader may copy from: canonical, without a fault, and built."""

import re
from datetime import date
from pathlib import Path

import pytest

from harness.samples import SAMPLES, Sample, load_samples
from sopdsl.diagnostics import Severity
from sopdsl.project.project import Project
from sopdsl.project.scope import Overrides
from sopdsl.project.work import Job, perform_in
from sopdsl.syntax import format_text

FAULTY = "bssn/penetapan-sop-asli.sop"
NAMES = [sample.name for sample in load_samples()]
NIP = re.compile(r"(\d{8}) (\d{6}) ([12]) (\d{3})")


def _sample(name: str) -> Sample:
    return next(sample for sample in load_samples() if sample.name == name)


@pytest.mark.parametrize("name", NAMES)
def test_is_canonical(name: str) -> None:
    source = _sample(name).source
    assert format_text(source.text) == source.text


@pytest.mark.parametrize("name", NAMES)
def test_is_without_faults(name: str) -> None:
    limit = Severity.ERROR if name == FAULTY else Severity.WARNING
    grave = [
        (finding.rule, finding.message.id)
        for finding in _sample(name).findings
        if finding.severity >= limit
    ]
    assert grave == []


def test_all_are_built(tmp_path: Path) -> None:
    project = Project(SAMPLES, Overrides())
    for path in project.sops(SAMPLES):
        outcome = perform_in(project, Job(SAMPLES, False, Overrides(), path, ("html",), tmp_path))
        assert outcome.built or outcome.is_library, path
        if not outcome.is_library:
            built = tmp_path / path.relative_to(SAMPLES).with_suffix(".html")
            assert "sop-page" in built.read_text(encoding="utf-8")


def test_invented_numbers_are_well_formed_and_unique() -> None:
    numbers = [
        sample.sop.identity.number.value
        for sample in load_samples()
        if sample.sop.identity.number is not None and sample.sop.identity.number.value
    ]
    own = [number for number in numbers if not number.startswith("SOP/OT")]  # the regulation's
    assert all(re.fullmatch(r"SOP-\d{3}/BPAID\.[1-4]/2025", number) for number in own)
    assert len(set(numbers)) == len(numbers)


def test_invented_nips_are_dates_of_grown_people() -> None:
    for sample in load_samples():
        approval = sample.sop.identity.approval
        if approval is None or approval.value is None:
            continue
        match = NIP.fullmatch(approval.value.nip)
        assert match, sample.name
        born, started = date.fromisoformat(match[1]), date.fromisoformat(match[2] + "01")
        assert 18 <= (started - born).days / 365.25 <= 60, sample.name
