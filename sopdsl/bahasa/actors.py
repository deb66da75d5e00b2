"""Who stands before the verb: "PPK menetapkan SPPBJ" names an actor, who has his own column."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from sopdsl.bahasa.verbs import first_word, is_active_verb, read_list

_WORDS = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*")
_STOP = re.compile(r"[,.;:?!\n]")
_BRACKETS = re.compile(r"\([^()]*\)")
_BOUND = frozenset(
    [
        "yang",
        "untuk",
        "guna",
        "agar",
        "supaya",
        "dengan",
        "dalam",
        "setelah",
        "sebelum",
        "saat",
        "jika",
    ]
)
_REACH = 12


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is named before the verb: ``start`` of his name, ``end`` where the verb begins."""

    start: int
    end: int


def leading_subject(
    text: str, names: Iterable[str] = (), also: Collection[str] = ()
) -> Subject | None:
    """Return who stands before the first active verb of an activity, or ``None``.

    Args:
        text: the activity.
        names: of the performers, in any letters; their initials count as well ("PPK").
        also: further first words of names of offices, in small letters.
    """
    start, word = first_word(text)
    if not word or is_active_verb(word):
        return None
    lower = word.lower()
    if lower not in _offices() and lower not in also and not _named(text[start:], word, names):
        return None
    plain = _BRACKETS.sub(lambda match: " " * len(match[0]), text)
    before = lower
    for count, match in enumerate(_WORDS.finditer(plain, start + len(word))):
        if count >= _REACH or _STOP.search(plain, start, match.start()):
            return None
        if is_active_verb(match[0]):
            return None if before in _BOUND else Subject(start, match.start())
        before = match[0].lower()
    return None


def _named(text: str, word: str, names: Iterable[str]) -> bool:
    text = text.casefold()
    for name in names:
        folded = name.casefold()
        if text.startswith(folded) and not text[len(folded) : len(folded) + 1].isalnum():
            return True
        initials = "".join(part[0] for part in name.split() if part[:1].isupper())
        if len(word) > 1 and word.isupper() and word == initials:
            return True
    return False


@cache
def _offices() -> frozenset[str]:
    return frozenset(read_list("offices.txt"))
