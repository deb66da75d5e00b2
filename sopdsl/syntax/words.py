"""Which known word an unknown one was meant to be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

SHORTEST: Final = 3
"""Letters of the shortest word that can be misspelt; shorter ones are like too many others."""


def nearest_word(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like ``word``, or ``None`` when none is like it.

    A third of the letters may differ; case does not count. A word that was not written to its end
    stands for the only candidate that goes on like it. Words of one or two letters are like none
    but themselves. The first of equally near candidates wins.
    """
    folded = word.casefold()
    best: str | None = None
    is_short = len(folded) < SHORTEST
    allowed = 0 if is_short else len(folded) // 3
    candidates = list(candidates)
    longer = [candidate for candidate in candidates if candidate.casefold().startswith(folded)]
    if len(longer) == 1 and not is_short:
        return longer[0]
    for candidate in candidates:
        distance = spelling_distance(folded, candidate.casefold(), allowed)
        if distance <= allowed:
            best, allowed = candidate, distance - 1
        if allowed < 0:
            break
    return best


def spelling_distance(first: str, second: str, limit: int) -> int:
    """Count insertions, deletions, replacements and swaps of neighbours, up to ``limit + 1``."""
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        line = [row]
        for column, other in enumerate(second, 1):
            cost = min(
                above[column] + 1, line[column - 1] + 1, above[column - 1] + (letter != other)
            )
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > limit:
            return limit + 1
        before, above = above, line
    return above[-1]
