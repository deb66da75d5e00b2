"""Indonesian words: verbs, their nouns, and who stands before them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from harness.root_words import HEAD, TARGET, installed_roots, look_prefixed
from sopdsl.bahasa import first_word, is_active_verb, leading_subject, verb_phrase
from sopdsl.bahasa.nouns import verb_of
from sopdsl.bahasa.verbs import PREFIXED, read_list

HELD_OUT = Path(__file__).with_name("held-out.txt")


def held_out() -> list[tuple[str, bool]]:
    lines = HELD_OUT.read_text(encoding="utf-8").splitlines()
    return [(line[2:], line[0] == "+") for line in lines if line[:1] in "+-"]


def test_the_verb_rule_is_right_on_nine_of_ten_words_it_was_not_made_for() -> None:
    wanted = held_out()
    assert len(wanted) >= 120
    assert 50 < sum(verb for _, verb in wanted) < len(wanted) - 50
    wrong = [text for text, verb in wanted if is_active_verb(first_word(text)[1]) is not verb]
    assert len(wrong) <= 0.1 * len(wanted), wrong


@pytest.mark.parametrize("word", ["berita-berita", "menterinya", "BERKAS", "Melayu", "berakhirnya"])
def test_words_that_only_look_like_verbs(word: str) -> None:
    assert not is_active_verb(word)


@pytest.mark.parametrize("word", ["menyerahkannya", "meng-input", "menimbang-nimbang", "BERANGKAT"])
def test_verbs_in_other_clothes(word: str) -> None:
    assert is_active_verb(word)


def test_a_project_may_know_more_verbs() -> None:
    assert not is_active_verb("Apel")
    assert is_active_verb("Apel", {"apel"})


@pytest.mark.parametrize(
    ("text", "start", "word"),
    [
        ("1. Menulis surat", 3, "Menulis"),
        ("a. Menulis", 3, "Menulis"),
        ("“Meng-input” data", 1, "Meng-input"),
        ("12 / 7", 6, ""),
        ("", 0, ""),
    ],
)
def test_the_first_word(text: str, start: int, word: str) -> None:
    assert first_word(text) == (start, word)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("penulisan", "menulis"),
        ("pengiriman", "mengirim"),
        ("pembayaran", "membayar"),
        ("penyusunan", "menyusun"),
        ("pemakaian", "memakai"),
        ("pelantikan", "melantik"),
        ("pelaksanaan", "melaksanakan"),
        ("penandatanganan", "menandatangani"),
        ("pengesahan", "mengesahkan"),
        ("perbaikan", "memperbaiki"),
        ("verifikasi", "memverifikasi"),
        ("dikirim", "mengirim"),
        ("disusun", "menyusun"),
        ("dipanggil", "memanggil"),
        ("dibayar", "membayar"),
        ("ditelaah", "menelaah"),
        ("dilakukan", "melakukan"),
        ("dipertimbangkan", "mempertimbangkan"),
        ("diperiksa", "memeriksa"),
        ("peraturan", None),
        ("pegawai", None),
        ("dinas", None),
        ("surat", None),
    ],
)
def test_the_verb_of_a_noun(noun: str, verb: str | None) -> None:
    assert verb_of(noun) == verb


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Penulisan surat", "Menulis surat"),
        ("PENULISAN SURAT", "MENULIS SURAT"),
        ("1. pemeriksaan atas berkas", "1. memeriksa berkas"),
        ("Serah terima barang", "Menyerahterimakan barang"),
        ("Persiapan", None),
        ("Diseminasi dan evaluasi", None),
        ("Pembayaran oleh KPPN", None),
        ("Dikirim kepada kepala", None),
        ("Menulis surat", None),
    ],
)
def test_an_activity_that_begins_with_its_verb(text: str, phrase: str | None) -> None:
    assert verb_phrase(text) == phrase


@pytest.mark.parametrize("word", read_list("verb-of-noun.txt"))
def test_the_verbs_of_the_table_are_verbs(word: str) -> None:
    noun, sign, verb = word.partition("=")
    assert sign
    assert not is_active_verb(noun)
    assert not verb or is_active_verb(verb)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("PPK menetapkan SPPBJ", "menetapkan SPPBJ"),
        ("Petugas jaga segera melapor", "melapor"),
        ("PPK (PA dapat menetapkan tim) dan Penyedia melakukan rapat", "melakukan rapat"),
        ("Si Anu menulis", None),
        ("Pemohon yang mengajukan cuti", None),
        ("Kepala, lalu menulis", None),
        ("Memerintahkan petugas menulis", None),
        ("Deteni dirawat", None),
    ],
)
def test_who_stands_before_the_verb(text: str, rest: str | None) -> None:
    subject = leading_subject(text, ["Pejabat Pembuat Komitmen"])
    assert (subject and text[subject.end :]) == rest


def test_a_name_of_a_performer_counts_as_a_whole_only() -> None:
    assert leading_subject("Juru buku mencatat", ["Juru Buku"])
    assert leading_subject("Juru bukunya mencatat", ["Juru Buku"]) is None
    assert leading_subject("Paskibra mengibarkan", also={"paskibra"})


def test_the_list_of_look_alikes_is_well_made() -> None:
    words = read_list("look-prefixed.txt")
    assert words == sorted(set(words))
    assert all(PREFIXED.fullmatch(word) for word in words)
    assert {"menteri", "berkas", "berita", "memorandum"} <= set(words)
    assert TARGET.read_text(encoding="utf-8").startswith(HEAD)


def test_the_list_of_look_alikes_is_made_from_root_words() -> None:
    assert look_prefixed(["menteri", "tulis", "Berkas", "berangkat"]) == HEAD + "berkas menteri\n"
    if "Sastrawi" in sys.modules or _installed():
        assert look_prefixed(installed_roots()) == TARGET.read_text(encoding="utf-8")


def _installed() -> bool:
    try:
        installed_roots()
    except ModuleNotFoundError:
        return False
    return True
