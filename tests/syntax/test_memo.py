"""The memo: an edit costs one statement, and never changes what is said."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sopdsl.source import Source
from sopdsl.syntax import Memo, parse
from sopdsl.syntax.recovery import MOST_BROKEN
from syntax.strategies import TEXTS, slipped


class Counting(dict[str, object]):
    """A memo that counts what had to be parsed."""

    parsed = 0

    def __setitem__(self, key: str, value: object) -> None:
        self.parsed += 1
        super().__setitem__(key, value)


def test_an_edit_costs_one_statement() -> None:
    text = (TEXTS / "surat-masuk.sop").read_text(encoding="utf-8")
    memo = Counting()
    parse(Source("x", text), memo)  # type: ignore[arg-type] -- values are only passed through
    assert memo.parsed == 16
    memo.parsed = 0
    edited = text.replace("waktu        10 menit", "waktu        20 menit")
    after = parse(Source("x", edited), memo)  # type: ignore[arg-type] -- as above
    assert memo.parsed == 1
    assert after == parse(Source("x", edited))


@settings(max_examples=150, deadline=None)
@given(st.lists(slipped(), min_size=1, max_size=6), st.lists(st.integers(0, 5), max_size=12))
def test_a_memo_changes_nothing(pool: list[str], order: list[int]) -> None:
    memo: Memo = {}
    for length in range(len(order) + 1):
        source = Source("x", "\n".join(pool[place % len(pool)] for place in order[:length]))
        assert parse(source, memo) == parse(source)


def test_a_memo_changes_nothing_beyond_the_limit() -> None:
    memo: Memo = {}
    broken = [f'langkah l-{number} oleh a "x" "y"' for number in range(MOST_BROKEN + 20)]
    parse(Source("x", "\n".join(broken[-30:])), memo)
    source = Source("x", "\n".join(broken))
    assert parse(source, memo) == parse(source)
