"""Which known name a misspelt one most likely meant."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 60  # letters; nobody misspells a longer name, and hostile input stays cheap
_MOST_EDITS = 3
_SHORTEST_BEGINNING = 4  # letters; "ka" begins too many words to mean one of them


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name nearest to ``word``, or ``None`` when none is near.

    Near means: at most one edit for every three letters, but one for a short word and never more
    than three, where an edit is a letter added, dropped or changed, or two neighbours swapped
    (Damerau 1964, restricted form); or one of the two being the other's beginning. Ties go to the
    first in alphabetical order, so that the answer does not depend on the order of writing.
    """
    wanted = word.casefold()
    if not wanted or len(wanted) > _LONGEST:
        return None
    allowed = min(_MOST_EDITS, max(1, len(wanted) // 3)) if len(wanted) > 1 else 0
    best: tuple[int, str] | None = None
    for name in sorted(set(known)):
        other = name.casefold()
        if len(other) > _LONGEST:
            continue
        if _begins(wanted, other):
            distance = 1
        elif abs(len(other) - len(wanted)) > allowed:
            continue
        else:
            distance = _edits(wanted, other)
        if distance <= allowed and (best is None or distance < best[0]):
            best = (distance, name)
    return best[1] if best else None


def readable(identifier: str) -> str:
    """Return an identifier as a title: ``gudang-kirim`` becomes ``Gudang Kirim``."""
    return identifier.replace("-", " ").replace("_", " ").title()


def unique(wanted: str, taken: set[str]) -> str:
    """Return ``wanted``, or ``wanted-2``, ``wanted-3`` … if it is taken; remembers the answer."""
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken.add(name)
    return name


def _begins(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _SHORTEST_BEGINNING and longer.startswith(shorter)


def _edits(one: str, other: str) -> int:
    before: list[int] = []
    current = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, previous, current = current, before, [i]
        for j, across in enumerate(other, 1):
            cost = min(before[j] + 1, current[j - 1] + 1, before[j - 1] + (letter != across))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == across:
                cost = min(cost, previous[j - 2] + 1)
            current.append(cost)
    return current[-1]
