"""Profiles: the built-in ones are whole and say what their regulations say; wrong ones explain."""

import re
from contextlib import suppress
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopdsl.diagnostics import Severity
from sopdsl.model.types import Section
from sopdsl.profiles import BUILTIN, ProfileError, load_profile, read_profile
from sopdsl.profiles.types import LABELS

MINE = 'extends = "bssn-4-2019"\n'


@pytest.mark.parametrize("name", BUILTIN)
def test_a_built_in_profile_is_whole(name: str) -> None:
    profile = load_profile(name)
    assert profile.name == name
    assert set(profile.labels) == LABELS
    assert set(profile.papers) == {"sampul", "identitas", "bagan"}
    assert profile.parts[-2:] == ("identitas", "bagan")
    assert profile.papers["bagan"].orientation == "lanskap"
    assert {section.value for section in Section} <= profile.required
    assert profile.title.id != profile.title.en
    assert profile.labels["halaman"].count("{x}") == profile.labels["halaman"].count("{y}") == 1


def test_every_file_in_the_folder_is_listed() -> None:
    folder = resources.files("sopdsl.profiles")
    files = {item.name for item in folder.iterdir() if item.name.endswith(".toml")}
    assert files == {f"{name}.toml" for name in BUILTIN}


def test_every_label_that_a_document_prints_is_in_the_list() -> None:
    root = Path(str(resources.files("sopdsl")))
    rooms = ("document", "layout", "drawing", "emit/html")
    files = [file for room in rooms for file in (root / room).glob("*.[pj]*")]
    used = {
        key
        for file in [*files, root / "pipeline.py"]
        for key in re.findall(r"""labels(?:\[|\.get\()["']([^"']+)""", file.read_text("utf-8"))
    }
    assert {"nip", "sampul", "halaman", "keterangan"} <= used
    assert used <= LABELS


def test_severities_are_of_rules_that_exist() -> None:
    files = {item.name for item in resources.files("sopdsl.rules").iterdir()}
    rules = {rule for name in BUILTIN for rule in load_profile(name).severities}
    assert rules
    assert {rule.replace("-", "_") + ".py" for rule in rules} <= files


def test_the_default_speaks_the_words_of_gambar_2_and_3() -> None:
    labels = load_profile("bssn-4-2019").labels
    block = [labels[key] for key in ("nomor", "dibuat", "direvisi", "berlaku", "disahkan")]
    assert block == ["NOMOR SOP", "TGL PEMBUATAN", "TGL REVISI", "TGL EFEKTIF", "DISAHKAN OLEH"]
    assert labels["nama-sop"] == "NAMA SOP"
    assert [labels[key] for key in ("no", "aktivitas", "output")] == ["No", "Aktivitas", "Output"]


def test_the_regulations_differ_where_they_disagree() -> None:
    bssn, permenpan, permendagri = (load_profile(name) for name in BUILTIN)
    assert (bssn.periods["pemantauan"], permenpan.periods["pemantauan"]) == (12, 6)
    assert "unit" in permenpan.cover
    assert "unit" not in bssn.cover
    assert permendagri.parts == ("identitas", "bagan")
    assert permendagri.papers["bagan"].size == "F4"
    assert permendagri.labels["aktivitas"] == "Uraian Prosedur"


def test_an_own_profile_states_only_what_differs() -> None:
    text = MINE + (
        'source = "Perka 1/2025"\n[labels]\nnomor = "No. Dokumen"\n'
        '[entries]\nklasifikasi = "Klasifikasi"\n'
        '[severities]\nempty-section = "off"\nno-waktu = "hint"\n'
        "[options.long-activity]\nwords = 30\n"
    )
    mine, base = read_profile("kantor", text), load_profile("bssn-4-2019")
    assert mine.labels == {**base.labels, "nomor": "No. Dokumen"}
    assert mine.entries == {"klasifikasi": "Klasifikasi"}
    assert mine.severities == {"empty-section": None, "no-waktu": Severity.HINT}
    assert mine.options == {"long-activity": {"words": 30}}
    assert (mine.papers, mine.parts) == (base.papers, base.parts)


def test_profiles_from_outside_are_found_and_may_replace_a_built_in_one() -> None:
    extra = {"kantor": MINE, "bssn-4-2019": _whole("bssn-4-2019").replace('"NOMOR SOP"', '"NO."')}
    assert load_profile("kantor", extra).labels["nomor"] == "NO."
    assert load_profile("kantor", {"kantor": MINE}).labels["nomor"] == "NOMOR SOP"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("a = ", "bukan TOML yang benar", ""),
        ("a = " + "[" * 5000, "bukan TOML yang benar", ""),
        ("a = " + "9" * 5000, "bukan TOML yang benar", ""),
        (MINE + 'lables = "x"', '"lables" tidak dikenal', 'tulis "labels"'),
        (MINE + '[labels]\nnomer = "x"', '"labels.nomer" tidak dikenal', 'tulis "nomor"'),
        (MINE + "[labels]\nnomor = 1", '"labels.nomor" di profil "x" harus sebuah teks', ""),
        (MINE + 'labels = "x"', '"labels" di profil "x" harus sebuah tabel', ""),
        (MINE + 'parts = ["sampul", "isi"]', '"parts" di profil "x" harus daftar dari', ""),
        (MINE + 'parts = ["sampul", "sampul"]', '"parts" di profil "x" harus daftar dari', ""),
        (MINE + "required = [1]", '"required" di profil "x" harus daftar teks', ""),
        (MINE + '[paper.bagan]\nsize = "B5"', '"paper.bagan.size" di profil "x" harus salah', ""),
        (MINE + '[paper.bagan]\norientation = "miring"', "potret, lanskap", ""),
        (MINE + "[paper.bagan.margins]\ntop = 500", "milimeter, 0 sampai 80", ""),
        (MINE + "[paper.bagan.margins]\ntop = nan", "milimeter, 0 sampai 80", ""),
        (MINE + '[severities]\nx = "fatal"', "error, warning, hint, off", ""),
        (MINE + "[periods]\nevaluasi = 0", "jumlah bulan", ""),
        ('source = "x"', 'kunci "title.id" tidak ada', "perluas profil lain"),
        ('extends = "x"', "memperluas dirinya sendiri: x → x", ""),
        ("extends = 1", '"extends" di profil "x" harus nama', ""),
        ('extends = "bssn-4-2091"', 'tidak ada profil bernama "bssn-4-2091"', '"bssn-4-2019"'),
        ('extends = "zzz"', 'tidak ada profil bernama "zzz"', "pilih salah satu: bssn-4-2019"),
    ],
)
def test_a_wrong_profile_explains_itself(text: str, message: str, hint: str) -> None:
    with pytest.raises(ProfileError) as caught:
        read_profile("x", text)
    assert message in caught.value.message.id
    assert caught.value.message.en
    assert hint in (caught.value.hint.id if caught.value.hint else "")


@given(st.text(max_size=200) | st.text("=[]\"{}.\n' ax1", max_size=60).map(MINE.__add__))
def test_no_text_brings_another_exception(text: str) -> None:
    with suppress(ProfileError):
        assert read_profile("x", text).name == "x"


def _whole(name: str) -> str:
    return (resources.files("sopdsl.profiles") / f"{name}.toml").read_text("utf-8")
