"""From nouns and passives to active verbs: Penulisan → Menulis, Dikirim → Mengirim.

A noun in pe-…-an keeps the nasal of its verb, so the verb is mostly found by its prefix alone:
*pen*-ulis-an, *men*-ulis. Which verbs end in -kan or -i, and which nouns in per- belong to which
verb, only a table tells (`verb-of-noun.txt`); nouns that are things or people (peraturan,
perusahaan) have none there. The answers are proposals: a person reads them before they are taken.
"""

from __future__ import annotations

import re
from functools import cache

from sopdsl.bahasa.verbs import first_word, read_list

_REGULAR = re.compile(r"pe((?:m[bfpv]|m[aeiou]|n[cdjz]|n[aeiou]|ng|ny|[lr][aeiou])[a-z]+)an")
_PASSIVE = re.compile(r"di([a-z]{3,})")
_VOWELS = "aeiou"
_BESIDE = re.compile(r"\s+(?:atas|terhadap|dari|untuk)\s+", re.IGNORECASE)
_JOINED = re.compile(
    r"\s+(?:dan|serta|atau|oleh|yang|ini|itu|adalah|ke|kepada|di|pada|dalam|dengan)\b|\s*[,/;:.&]",
    re.IGNORECASE,
)
_BY = re.compile(r"\boleh\b", re.IGNORECASE)


def verb_of(word: str) -> str | None:
    """Return the active verb of a noun or passive in small letters, or ``None``."""
    word = word.lower()
    table = _table()
    if word in table:
        return table[word] or None
    if match := _REGULAR.fullmatch(word):
        return "me" + match[1]
    if match := _PASSIVE.fullmatch(word):
        return _active(match[1])
    return None


def verb_phrase(text: str) -> str | None:
    """Return an activity that begins with a noun or passive as one that begins with its verb.

    ``None`` when there is no telling: the word has no verb known here, nothing follows it that the
    verb could act on, or somebody else is said to do it (``oleh``).
    """
    start, word = first_word(text)
    end = start + len(word)
    rest = text[end:]
    verb = verb_of(word)
    if verb is None and word.lower() == "serah" and re.match(r"\s+terima\b", rest, re.IGNORECASE):
        verb, rest = "menyerahterimakan", re.sub(r"^\s+terima", "", rest, flags=re.IGNORECASE)
    if verb is None or not rest.strip(" .") or _JOINED.match(rest) or _BY.search(rest):
        return None
    if beside := _BESIDE.match(rest):
        rest = " " + rest[beside.end() :]
    return text[:start] + _cased(verb, word) + rest


def _cased(verb: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return verb.upper()
    return verb.capitalize() if like[:1].isupper() else verb


def _active(root: str) -> str:
    """Return me- with the nasal that the root's first sound asks for."""
    first, second = root[0], root[1]
    if first in "lrwymn":
        return f"me{root}"
    if first == "p" and second in _VOWELS:
        return f"mem{root if root.startswith('per') else root[1:]}"
    if first in "bfpv":
        return f"mem{root}"
    if first == "t" and second in _VOWELS:
        return f"men{root[1:]}"
    if first in "cdjtz":
        return f"men{root}"
    if first == "s":
        return f"meny{root[1:]}" if second in _VOWELS else f"men{root}"
    if first == "k" and second in _VOWELS + "r":
        return f"meng{root[1:]}" if second in _VOWELS else f"meng{root}"
    return f"meng{root}"


@cache
def _table() -> dict[str, str]:
    """Return noun → verb; the empty verb says that there is none."""
    pairs = (entry.partition("=") for entry in read_list("verb-of-noun.txt"))
    return {noun: verb for noun, _, verb in pairs}
