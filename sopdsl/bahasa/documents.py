"""Names of documents: whether two of them mean one thing, or are one name spelt in two ways.

What a step hands on is rarely written twice in the same letters: "Konsep SOP" becomes "konsep SOP
yang telah diparaf". So names are compared by the words that carry them.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)")
_STATES = frozenset(
    """yang telah sudah belum akan siap dan atau serta dari di ke oleh untuk pada dengan dalam atas
    beserta tentang hasil berupa final lengkap konsep draft draf rancangan naskah asli salinan
    dokumen berkas data""".split()  # noqa: SIM905 - a list of words reads best as words
)
_PARTICIPLE = re.compile(r"(?:di|ter)[a-z]{4,}")
_ALIKE = 0.75  # of two spellings of one word; what is less alike is another word
_LONG = 4  # letters: shorter words are too easily alike


def carrying_words(name: str) -> frozenset[str]:
    """Return the words of a document's name that tell it from others, in small letters."""
    words = _WORD.findall(_BRACKETS.sub(" ", name).lower())
    core = {word for word in words if word not in _STATES and not _PARTICIPLE.fullmatch(word)}
    return frozenset(core or words)


def same_document(first: frozenset[str], second: frozenset[str]) -> bool:
    """Tell whether two names, as :func:`carrying_words` gives them, may mean one document.

    Generous: the words of one must be among the other's, or half of all be shared.
    """
    shared = len(first & second)
    if not shared:
        return False
    return shared == min(len(first), len(second)) or 2 * shared >= len(first | second)


def misspelt(name: str, other: str) -> bool:
    """Tell whether two names are the same but for one word that is spelt in two ways."""
    ours, theirs = _WORD.findall(name.lower()), _WORD.findall(other.lower())
    if len(ours) != len(theirs):
        return False
    unlike = [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    if len(unlike) != 1:
        return False
    one, two = unlike[0]
    if not (one.isalpha() and two.isalpha() and min(len(one), len(two)) >= _LONG):
        return False
    if one.startswith(two) or two.startswith(one) or one[0] != two[0]:
        return False  # another form of the word: "lapor", "laporan"
    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= _ALIKE
