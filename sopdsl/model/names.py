"""Which known name a misspelt one most likely meant."""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.syntax.words import nearest_word

_LONGEST = 60  # letters; nobody misspells a longer name, and hostile input stays cheap
_SECOND = 2  # the number of the second of a name
_SHORTEST_BEGINNING = 4  # letters; "ka" begins too many words to mean one of them


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name nearest to ``word``, or ``None`` when none is near.

    A name is near when it is spelt alike (:func:`nearest_word`), else when one of the two begins
    with the other. Ties go to the first in alphabetical order, so that the answer does not depend
    on the order of writing.
    """
    if len(word) > _LONGEST:
        return None
    names = sorted({name for name in known if len(name) <= _LONGEST})
    return nearest_word(word, names) or _beginning_alike(word.casefold(), names)


def readable(identifier: str) -> str:
    """Return an identifier as a title: ``gudang-kirim`` becomes ``Gudang Kirim``."""
    return identifier.replace("-", " ").replace("_", " ").title()


def unique(wanted: str, taken: dict[str, int]) -> str:
    """Return ``wanted``, or ``wanted-2``, ``wanted-3`` … if it is taken, and take it.

    Args:
        wanted: the name.
        taken: names in use, each with the number to try next.
    """
    name = wanted
    while name in taken:
        name = f"{wanted}-{taken[wanted]}"
        taken[wanted] += 1
    taken[name] = _SECOND
    return name


def _beginning_alike(word: str, names: Iterable[str]) -> str | None:
    for name in names:
        shorter, longer = sorted((word, name.casefold()), key=len)
        if len(shorter) >= _SHORTEST_BEGINNING and longer.startswith(shorter):
            return name
    return None
