"""Plugins from outside as users meet them: installed, allowed, used, broken, switched off."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from harness.plugins import install, pretend_installed
from harness.sopc import Ran, sopc_process
from harness.tree import clean, plant

EXAMPLE = Path(__file__).parents[2] / "samples/plugins/sopdsl-kearsipan"
NOTHING = "class P:\n    api = 1\n    name = {name!r}\n\nplugin = P()\n"


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example plugin, built as a wheel and installed."""
    return install(EXAMPLE, tmp_path_factory.mktemp("plugins") / "kearsipan")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE / "contoh", tmp_path / "contoh"))


def run(folder: Path, plugins: Path, *words: str) -> Ran:
    return sopc_process(*words, cwd=folder, environment={"PYTHONPATH": str(plugins)})


def rules(ran: Ran) -> list[tuple[str, int, str]]:
    return [
        (entry["file"], entry["range"]["start"]["line"], entry["rule"])
        for entry in json.loads(ran.out)
    ]


def test_the_example_is_clean_and_built_in_all_its_formats(example: Path, installed: Path) -> None:
    checked = run(example, installed, "check")
    assert (checked.status, checked.out) == (0, "")
    built = run(example, installed, "build", "--to", "html,txt,csv")
    assert built.status == 0, built.err
    folder = example / "_hasil"
    assert "PENCATATAN DAN JADWAL RETENSI" in (folder / "peminjaman-buku.html").read_text()
    text = (folder / "peminjaman-buku.txt").read_text()
    assert text.startswith("PEMINJAMAN BUKU\n041/PUS/2025\n")
    assert "Mencatat peminjaman buku (Petugas Sirkulasi)" in text
    with (folder / "peminjaman-buku.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))
    assert [row[3] for row in rows[1:]] == [
        "Anggota Perpustakaan",
        "Petugas Sirkulasi",
        "Petugas Sirkulasi",
        "Anggota Perpustakaan",
    ]


def test_its_rule_speaks_with_the_severity_of_its_profile(example: Path, installed: Path) -> None:
    source = example / "peminjaman-buku.sop"
    source.write_text(source.read_text().partition("retensi ")[0])
    ran = run(example, installed, "check", "--format", "json")
    assert ran.status == 1
    (entry,) = json.loads(ran.out)
    assert (entry["rule"], entry["severity"]) == ("record-without-retention", "error")
    assert entry["fix"]["edits"][0]["text"].startswith('\nretensi "Buku induk peminjaman"')


def test_its_statement_is_checked(example: Path, installed: Path) -> None:
    source = example / "peminjaman-buku.sop"
    source.write_text(source.read_text().replace("musnah", "hilang").replace("inaktif", "inaktip"))
    found = rules(run(example, installed, "check", "--format", "json"))
    assert sorted(rule for _, _, rule in found) == ["missing-value", "unknown-word", "wrong-value"]


def test_its_page_is_printed_and_it_is_listed(example: Path, installed: Path) -> None:
    page = run(example, installed, "rule", "record-without-retention")
    assert "Arsip tanpa jadwal retensi tidak dapat dipindahkan" in page.out
    listed = json.loads(run(example, installed, "plugins", "--json").out)
    assert listed["faults"] == []
    assert listed["plugins"][1] == {
        "name": "kearsipan",
        "version": "1.0.0",
        "brings": {
            "rules": ["record-without-retention"],
            "emitters": ["txt"],
            "exporters": ["csv"],
            "profiles": ["pemda-tirta-buana"],
            "statements": ["retensi"],
        },
    }


def test_no_plugins_means_none(example: Path, installed: Path) -> None:
    ran = run(example, installed, "check", "--no-plugins", "--format", "json")
    found = rules(ran)
    assert ("sop.toml", 1, "unknown-profile") in found
    assert {rule for _, _, rule in found} == {"unknown-profile", "unknown-word"}


def test_installed_but_not_allowed_is_not_loaded(example: Path, installed: Path) -> None:
    (example / "sop.toml").write_text("")
    found = rules(run(example, installed, "check", "--format", "json"))
    assert {rule for _, _, rule in found} == {"unknown-word"}


BROKEN = {
    "tidak dapat dimuat: ZeroDivisionError": "1 / 0\n",
    "tidak dapat dimuat: SystemExit": "raise SystemExit(0)\n",
    "dibuat untuk api 2": NOTHING.replace("api = 1", "api = 2"),
}


@pytest.mark.parametrize("message", BROKEN)
def test_a_broken_plugin_is_named_and_the_rest_goes_on(tmp_path: Path, message: str) -> None:
    code = BROKEN[message].format(name="rusak")
    plugins = pretend_installed(tmp_path / "lib", "rusak", code, "0.9")
    settings = '[plugin]\nizinkan = ["rusak"]\n'
    folder = plant(tmp_path / "p", {"sop.toml": settings, "a.sop": clean()})
    ran = run(folder, plugins, "check", "--format", "json")
    assert ran.status == 1
    (entry,) = json.loads(ran.out)
    assert (entry["file"], entry["range"]["start"]["line"]) == ("sop.toml", 2)
    assert entry["message"].startswith('plugin "rusak 0.9" gagal: ')
    assert message in entry["message"]
    built = run(folder, plugins, "build")
    assert (folder / "_hasil/a.html").is_file()
    assert built.status == 1
    assert "Traceback" not in built.err


CRASHING = '''
from sopdsl.api import Phrase, RuleMeta, Severity

class Rule:
    META = RuleMeta("crashing", Severity.HINT, "isi", "-", Phrase("x", "x"))
    def check(self, context):
        raise KeyError(context.sop.id)

class Strange(Rule):
    META = RuleMeta("strange", Severity.HINT, "isi", "-", Phrase("x", "x"))
    def check(self, context):
        yield "no finding"

class Emitter:
    name = "meledak"
    def emit(self, document):
        raise OSError("aduh")

class Escaping:
    name = "kabur"
    def emit(self, document):
        return {"/../../lepas": b"x"}

def command(name: str = "dunia") -> int:
    """Say hello."""
    print(f"halo {name}")
    return 3

class P:
    api = 1
    name = "rapuh"
    def rules(self):
        return {"crashing": Rule(), "strange": Strange()}
    def emitters(self):
        return {"meledak": Emitter(), "kabur": Escaping()}
    def commands(self):
        return {"salam": command, "check": command}

plugin = P()
'''


@pytest.fixture
def fragile(tmp_path: Path) -> tuple[Path, Path]:
    plugins = pretend_installed(tmp_path / "lib", "rapuh", CRASHING)
    files = {"sop.toml": '[plugin]\nizinkan = ["rapuh"]\n', "a.sop": clean(), "b.sop": clean("b")}
    return plant(tmp_path / "p", files), plugins


def test_a_rule_that_crashes_becomes_a_finding_on_each_file(fragile: tuple[Path, Path]) -> None:
    ran = run(*fragile, "check", "--format", "json")
    assert ran.status == 1
    assert rules(ran) == [
        (name, 1, "plugin-failed") for name in ("a.sop", "a.sop", "b.sop", "b.sop")
    ]
    assert "aturan \"crashing\" berhenti: KeyError: 'contoh' (plugin_rapuh.py:" in ran.out.replace(
        '\\"', '"'
    )


def test_a_format_that_crashes_leaves_the_others(fragile: tuple[Path, Path]) -> None:
    folder, plugins = fragile
    settings = '[plugin]\nizinkan = ["rapuh"]\n[aturan]\nplugin-failed = "warning"\n'
    plant(folder, {"sop.toml": settings})
    ran = run(folder, plugins, "build", "--to", "html,meledak,kabur")
    assert 'format "meledak" berhenti: OSError: aduh' in ran.out
    assert 'format "kabur" berhenti: ValueError' in ran.out
    assert sorted(p.name for p in (folder / "_hasil").iterdir()) == ["a.html", "b.html"]
    assert not (folder.parent / "lepas").exists()


def test_commands_of_plugins_stand_beside_the_others(fragile: tuple[Path, Path]) -> None:
    ran = run(*fragile, "salam", "--name", "sopc")
    assert (ran.status, ran.out) == (3, "halo sopc\n")
    assert "salam" in run(*fragile, "--help").out
    assert "Say hello." in run(*fragile, "salam", "--help").out
    assert run(*fragile, "check", "--no-plugins").status == 0
