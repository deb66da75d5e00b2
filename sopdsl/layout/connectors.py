"""Page connectors: which arrows a page break cuts, and the letter of each pair of pentagons.

II.B.3.e of the regulation: the pentagon shows "hubungan antar simbol yang berbeda halaman". Every
cut arrow gets one pair, on the page it leaves and on the page it reaches, however many pages lie
between; no letter is used twice in a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from sopdsl.layout.text import clean
from sopdsl.model.types import Chart, Edge


def letter_cuts(chart: Chart, page_of: Mapping[str, int], taken: frozenset[str]) -> dict[Edge, str]:
    """Return the letter of every arrow whose ends lie on different pages.

    A step that names its connector (``konektor "A"``) gives the name to the first cut arrow that
    leaves it, else to the first that reaches it; the others get the first free letters, in the
    order in which a reader meets them.
    """
    cut = [edge for edge in chart.edges if page_of[edge.source.step] != page_of[edge.target.step]]
    row_of = {step.id: step.row for step in chart.steps}
    cut.sort(key=lambda edge: _first_met(edge, page_of, row_of))
    letters: dict[Edge, str] = {}
    used = set(taken)
    for step in chart.steps:
        name = clean(step.connector).strip()
        if not name or name in used:
            continue
        leaving = [e for e in cut if e.source.step == step.id and e not in letters]
        reaching = [e for e in cut if e.target.step == step.id and e not in letters]
        for edge in [*leaving, *reaching][:1]:
            letters[edge] = name
            used.add(name)
    free = (letter for letter in alphabet() if letter not in used)
    for edge in cut:
        if edge not in letters:
            letters[edge] = next(free)
    return letters


def alphabet() -> Iterator[str]:
    """Yield A … Z, AA, AB … without end."""
    for number in count(1):
        letters, rest = "", number
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        yield letters


def _first_met(
    edge: Edge, page_of: Mapping[str, int], row_of: Mapping[str, int]
) -> tuple[int, int, int, int]:
    ends = (edge.source.step, edge.target.step)
    pages = sorted(page_of[end] for end in ends)
    rows = sorted(row_of[end] for end in ends)
    return pages[0], pages[1], rows[0], rows[1]
