"""Names: the nearest known one, readable ones, ones that are still free."""

from __future__ import annotations

import pytest

from sopdsl.model.names import nearest, readable, unique


@pytest.mark.parametrize(
    ("word", "known", "wanted"),
    [
        ("kabga", ["kabag", "ketua"], "kabag"),
        ("Kabag", ["kabag", "ketua"], "kabag"),
        ("penomoran-spo", ["penomoran-sop", "pengagendaan-sop"], "penomoran-sop"),
        ("pimpnan", ["pimpinan"], "pimpinan"),
        ("pemohonn", ["pemohon"], "pemohon"),
        ("tanda", ["tanda-tangan", "reviu"], "tanda-tangan"),
        ("ppk", ["kpa", "pbj"], None),
        ("a", ["b"], None),
        ("ab", ["ac", "ad"], None),
        ("", ["a"], None),
        ("kabag", [], None),
        ("x" * 1000, ["x" * 1001], None),
        ("reviu", ["arsip", "tanda-tangan"], None),
    ],
)
def test_the_nearest_name(word: str, known: list[str], wanted: str | None) -> None:
    assert nearest(word, known) == wanted


def test_the_order_of_the_known_names_does_not_matter() -> None:
    assert nearest("kabog", ["kabug", "kabag"]) == nearest("kabog", ["kabag", "kabug"]) == "kabag"


def test_an_identifier_as_a_title() -> None:
    assert readable("gudang-kirim_2") == "Gudang Kirim 2"


def test_a_name_that_is_free() -> None:
    taken = {"a": 2, "a-2": 2}
    found = [unique(name, taken) for name in ("a", "a", "b", "b", "a-2")]
    assert found == ["a-3", "a-4", "b", "b-2", "a-2-2"]
