"""Which words are active verbs: the prefixes me- and ber-, and the words that only look prefixed.

The nasal of me- depends on the sound that follows (melatih, membaca, menulis, mengirim), so most
words in me- that are no verbs (media, mekanik, mesin) fail already there. The others stand in
`look-prefixed.txt`, made from the root words of PySastrawi (its licence lies beside it) by
`tests/harness/root_words.py`, and in `office.txt`, which is written by hand. On words nobody had
tuned it by, the rule is right in well over nine cases of ten (see `tests/bahasa`).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path

PREFIXED = re.compile(
    r"""me(?:[lrwy]|m[aeioubfpv]|n)[a-z]{2,}   # melatih, memakai, menulis, mengirim
      | ber[a-z]{3,}                           # berkoordinasi
      | be(?:kerja|lajar|ternak|terbang)[a-z]* # ber- before a syllable with r, and the one bel-
      | me(?:m|n|ng|nge|ny)?-[a-z]+            # a foreign word kept apart: meng-input
    """,
    re.VERBOSE,
)
"""What an active verb looks like, in small letters."""

ROOTED = frozenset(
    (
        *("berangkat", "berontak", "bertanya"),
        *("datang", "hadir", "ikut", "keluar", "kembali", "masuk", "pulang", "tiba"),
    )
)
"""Active verbs without a prefix, or whose prefix belongs to the root."""

_WORD = re.compile(r"(?:\W|\d|\b[a-zA-Z][.)])*([^\W\d_]+(?:-[^\W\d_]+)*)")
_NOMINAL = re.compile(r"(?:ber[a-z]+|me(?:ningkat|nurun|mbaik|mburuk|lemah|nguat|luas))nya")
_ENDINGS = ("nya", "lah", "kah", "pun")


def first_word(text: str) -> tuple[int, str]:
    """Return where the first word of a text begins, and the word; list signs do not count.

    ``"1. Menulis surat"`` gives ``(3, "Menulis")``; a text without any word gives its length and
    the empty word.
    """
    match = _WORD.match(text)
    return (match.start(1), match[1]) if match else (len(text), "")


def is_active_verb(word: str, also: Collection[str] = ()) -> bool:
    """Tell whether a word is an active verb.

    Args:
        word: in any letters; of ``menimbang-nimbang`` the first part counts.
        also: further words to be taken for verbs, in small letters.
    """
    word = word.lower()
    if word in also or word in ROOTED:
        return True
    if not PREFIXED.fullmatch(word) and not PREFIXED.fullmatch(word.partition("-")[0]):
        return False
    if _NOMINAL.fullmatch(word):  # "berakhirnya kontrak": the ending of it, but "menyerahkannya"
        return False
    return not any(form in _impostors() for form in _forms(word))


def _forms(word: str) -> set[str]:
    stem = word.partition("-")[0] if not re.match(r"me(?:m|n|ng|nge|ny)?-", word) else word
    bare = {stem.removesuffix(ending) for ending in _ENDINGS}
    return {word, stem} | bare


@cache
def _impostors() -> frozenset[str]:
    return frozenset(read_list("look-prefixed.txt")) | frozenset(read_list("office.txt"))


def read_list(name: str) -> list[str]:
    """Return the words of a list beside this file; ``#`` starts a comment."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return [word for line in text.splitlines() for word in line.partition("#")[0].split()]
