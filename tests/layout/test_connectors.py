"""Letters of page connectors: one pair for each cut arrow, unique, the author's own first."""

from __future__ import annotations

from itertools import islice

from harness.charts import DIAMOND, END, START, Row, lane, make_chart
from sopdsl.layout.connectors import alphabet, letter_cuts

LANES = [lane("a"), lane("b")]
NONE: frozenset[str] = frozenset()


def chart_of_two_pages(connector: str = "") -> tuple[dict[str, str], object]:
    rows = [
        Row("a", kinds=(START,)),
        Row("b", kinds=(DIAMOND,), to=[(3, "Ya"), (4, "Tidak")], connector=connector),
        Row("a"),
        Row("b", kinds=(END,)),
    ]
    chart = make_chart(LANES, rows)
    page_of = {"langkah-1": 1, "langkah-2": 1, "langkah-3": 2, "langkah-4": 2}
    letters = letter_cuts(chart, page_of, NONE)
    return {f"{e.source.step}>{e.target.step}": x for e, x in letters.items()}, chart


def test_the_alphabet_goes_on_after_z() -> None:
    names = list(islice(alphabet(), 28))
    assert names[:2] + names[25:] == ["A", "B", "Z", "AA", "AB"]


def test_every_cut_arrow_has_a_letter_and_no_other() -> None:
    letters, _ = chart_of_two_pages()
    assert letters == {"langkah-2>langkah-3": "A", "langkah-2>langkah-4": "B"}


def test_the_authors_name_is_used_and_not_given_again() -> None:
    letters, _ = chart_of_two_pages("A1")
    assert letters == {"langkah-2>langkah-3": "A1", "langkah-2>langkah-4": "A"}


def test_letters_of_earlier_charts_are_left_alone() -> None:
    chart = make_chart(LANES, [Row("a", kinds=(START,)), Row("b", kinds=(END,))])
    letters = letter_cuts(chart, {"langkah-1": 1, "langkah-2": 3}, frozenset({"A", "B"}))
    assert list(letters.values()) == ["C"]
