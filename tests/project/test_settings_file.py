"""`sop.toml`: what it decides, and a finding at its line for every slip."""

from __future__ import annotations

import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sopdsl.diagnostics import Severity
from sopdsl.project.schema import SCHEMA_FILE, schema
from sopdsl.project.settings_file import read_settings, stays_inside
from sopdsl.project.settings_keys import KEYS, TABLES
from sopdsl.settings import ChartOptions, Settings
from sopdsl.source import Source

WHOLE = """\
profil = "permendagri-52-2011"
kertas = "F4"
orientasi = "potret"
tema = "warna"
bahasa = "en"

[bagan]
nomor-simbol = false
legenda = true
rekap-waktu = true

[instansi]
nama = "Dinas"
alamat = "Jalan"
logo = "aset/logo.png"

[keluaran]
folder = "hasil"
format = ["svg"]

[berkas]
kecuali = ["arsip/**"]

[plugin]
izinkan = ["kearsipan"]

[aturan]
dead-end = "warning"
unused-lane = "off"

[aturan.long-activity]
tingkat = "hint"
maks = 300
"""


def problems(text: str) -> list[tuple[int, str, str]]:
    source = Source("sop.toml", text)
    return [
        (source.position(f.span.start).line + 1, f.rule, f.message.id)
        for f in read_settings(source).findings
    ]


def test_every_key_reaches_the_settings() -> None:
    file = read_settings(Source("sop.toml", WHOLE))
    assert file.findings == ()
    settings = file.settings
    assert settings.profile == "permendagri-52-2011"
    assert (settings.paper, settings.orientation, settings.language) == ("F4", "potret", "en")
    assert settings.theme == "warna"
    assert settings.chart == ChartOptions(numbered=False, legend=True, totals=True)
    assert settings.institution.name == "Dinas"
    assert settings.institution.logo == "aset/logo.png"
    assert (settings.output, settings.formats) == ("hasil", ("svg",))
    assert settings.exclude == ("arsip/**",)
    assert settings.plugins == ("kearsipan",)
    assert settings.severities == {
        "dead-end": Severity.WARNING,
        "unused-lane": None,
        "long-activity": Severity.HINT,
    }
    assert settings.options == {"long-activity": {"maks": 300}}


def test_an_empty_file_means_the_defaults() -> None:
    assert read_settings(Source("sop.toml", "")).settings == Settings()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('kertass = "A4"', (1, "unknown-setting", 'kunci "kertass" tidak dikenal')),
        (
            '[instansi]\nnma = "x"',
            (2, "unknown-setting", 'kunci "instansi.nma" tidak dikenal'),
        ),
        ("[plugins]\n", (1, "unknown-setting", 'kunci "plugins" tidak dikenal')),
        ('kertas = "A5"', (1, "bad-setting", 'nilai "A5" tidak dikenal untuk "kertas"')),
        (
            "[keluaran]\n\nformat = 'svg'",
            (3, "bad-setting", 'nilai "keluaran.format" bukan jenis yang diharapkan'),
        ),
        (
            '[keluaran]\nformat = ["svg", 3]',
            (2, "bad-setting", 'nilai "keluaran.format" bukan jenis yang diharapkan'),
        ),
        (
            '[bagan]\nlegenda = "ya"',
            (2, "bad-setting", 'nilai "bagan.legenda" bukan jenis yang diharapkan'),
        ),
        ('instansi = "x"', (1, "bad-setting", 'nilai "instansi" bukan jenis yang diharapkan')),
        (
            '[instansi]\nlogo = "../../rahasia.png"',
            (2, "bad-setting", '"../../rahasia.png" berada di luar folder proyek'),
        ),
        (
            '[keluaran]\nfolder = "/etc"',
            (2, "bad-setting", '"/etc" berada di luar folder proyek'),
        ),
        (
            '[aturan]\ndead-end = "fatal"',
            (2, "bad-setting", 'nilai "fatal" tidak dikenal untuk "aturan.dead-end"'),
        ),
        (
            "[aturan.dead-end]\ntingkat = 3",
            (2, "bad-setting", 'nilai "aturan.dead-end.tingkat" bukan jenis yang diharapkan'),
        ),
        ('profil = "x\n', (1, "settings-syntax", "sop.toml tidak dapat dibaca sebagai TOML")),
        ("a = 1\na = 2", (2, "settings-syntax", "sop.toml tidak dapat dibaca sebagai TOML")),
    ],
)
def test_a_slip_is_named_at_its_line(text: str, expected: tuple[int, str, str]) -> None:
    assert problems(text) == [expected]


def test_a_misspelt_key_offers_its_neighbour() -> None:
    source = Source("sop.toml", '[instansi]\nalmat = "x"\n')
    (finding,) = read_settings(source).findings
    (edit,) = finding.fixes[0].edits
    assert (source.slice(edit.span), edit.text) == ("almat", "alamat")


def test_keys_inside_values_are_not_taken_for_keys() -> None:
    text = (
        'profil = """\nkertas = "A9"\n"""\n[berkas]\nkecuali = [\n  "nama = 1", # ]\n]\nsalah = 1\n'
    )
    assert [line for line, *_ in problems(text)] == [8]


@given(st.text(st.sampled_from("ab=[]{}\".'#\n 1-\\"), max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    source = Source("sop.toml", text)
    for finding in read_settings(source).findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("logo.png", True),
        ("aset/logo.png", True),
        ("a..b/c", True),
        ("..", False),
        ("a/../../b", False),
        ("/etc/passwd", False),
        ("C:\\x", False),
        ("\\\\server\\x", False),
        ("a\\..\\..\\b", False),
        ("a\0b", False),
    ],
)
def test_paths_that_leave_the_folder_are_told(path: str, inside: bool) -> None:
    assert stays_inside(path) is inside


def test_the_schema_file_is_fresh() -> None:
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("UPDATE"):
        SCHEMA_FILE.write_text(text, encoding="utf-8")
    assert SCHEMA_FILE.read_text(encoding="utf-8") == text


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


_VALUES = st.one_of(
    st.sampled_from(["A4", "F4", "potret", "id", "error", "off", "x", "../y", "/z", ""]),
    st.integers(0, 3),
    st.booleans(),
    st.lists(st.one_of(st.sampled_from(["html", "svg"]), st.integers(0, 2)), max_size=2),
)
_NAMES = st.sampled_from(
    [*{part for key in KEYS for part in key.path}, *TABLES, "tingkat", "asing", "dead-end"]
)
_DOCUMENTS = st.dictionaries(
    _NAMES,
    st.one_of(
        _VALUES,
        st.dictionaries(
            _NAMES, st.one_of(_VALUES, st.dictionaries(_NAMES, _VALUES, max_size=2)), max_size=3
        ),
    ),
    max_size=4,
)


@given(_DOCUMENTS)
def test_schema_and_reader_agree(document: dict[str, object]) -> None:
    accepted = Draft202012Validator(schema()).is_valid(json.loads(json.dumps(document)))
    findings = read_settings(Source("sop.toml", _as_toml(document))).findings
    assert accepted == (not findings), findings


def _as_toml(document: dict[str, object]) -> str:
    return "".join(f"{name} = {_value(value)}\n" for name, value in document.items())


def _value(value: object) -> str:
    if isinstance(value, dict):
        inner = ", ".join(f"{name} = {_value(entry)}" for name, entry in value.items())
        return f"{{{inner}}}"
    return json.dumps(value)
