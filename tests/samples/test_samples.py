"""Every sample is what a reader may copy from: canonical, without a fault, and built."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from harness.samples import SAMPLES, Sample, load_samples
from sopdsl.cli.main import main
from sopdsl.syntax import format_text

FAULTY = "bssn/penetapan-sop-asli.sop"
DOCUMENTS = [sample.name for sample in load_samples() if not sample.sop.is_library]
NAMES = [sample.name for sample in load_samples()]
NIP = re.compile(r"(\d{8}) (\d{6}) ([12]) (\d{3})")


def _sample(name: str) -> Sample:
    return next(sample for sample in load_samples() if sample.name == name)


@pytest.mark.parametrize("name", NAMES)
def test_is_canonical(name: str) -> None:
    text = _sample(name).source.text
    assert format_text(text) == text


def test_check_finds_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SAMPLES), "--format", "json"]) == 0
    findings = json.loads(capsys.readouterr().out)
    kept = {finding["rule"] for finding in findings if finding["file"].endswith(FAULTY)}
    assert "unlisted-reference" in kept  # the regulation's own slip, kept on purpose
    grave = [
        (finding["file"], finding["rule"], finding["message"])
        for finding in findings
        if finding["severity"] == "error"
        or (finding["severity"] == "warning" and not finding["file"].endswith(FAULTY))
    ]
    assert grave == []


def test_all_are_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(SAMPLES), "-o", str(tmp_path), "--to", "html"]) == 0
    capsys.readouterr()
    built = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert built == {name.removesuffix(".sop") + ".html" for name in DOCUMENTS}
    for path in tmp_path.rglob("*.html"):
        assert 'class="sop-page"' in path.read_text(encoding="utf-8"), path.name


def test_folders_with_settings_of_their_own_keep_the_agency() -> None:
    agency = _sample("sekretariat/pengelolaan-surat-masuk.sop").settings.institution
    assert agency.logo == "aset/logo.png"
    depot = _sample("upt-depo/peminjaman-arsip.sop").settings
    assert depot.paper == "F4"
    assert depot.institution.name == agency.name


def test_invented_numbers_are_well_formed_and_unique() -> None:
    given = [sample.sop.identity.number for sample in load_samples()]
    numbers = [number.value for number in given if number is not None and number.value]
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
