"""Hostile texts: a clear error, soon. Costs are compared with each other, never with seconds."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from sopdsl.source import Source
from sopdsl.syntax import format_text, parse
from sopdsl.syntax.parsing import LONGEST_LINE
from sopdsl.syntax.recovery import MOST_BROKEN

MEGA = 1_000_000


def cost(work: Callable[[], object], times: int = 2) -> float:
    """Return the least processor time of a few runs."""
    found: list[float] = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def good(count: int) -> str:
    """Return a well-formed text of two lines for each count."""
    return "".join(
        f'langkah l-{number} oleh a > b "Kegiatan {number}"\n  waktu {number} menit\n'
        for number in range(count)
    )


@pytest.mark.parametrize("line", ["a", '"', ", "])
def test_one_line_of_ten_megabytes(line: str) -> None:
    source = Source("x", f"sop a\n{line * (10 * MEGA // len(line))}\n")
    syntax = parse(source)
    (error,) = syntax.errors
    assert str(LONGEST_LINE) in error.message.id
    assert source.position(error.span.start) == (1, 0)
    assert len(syntax.tree.statements) == 1
    reading = cost(lambda: parse(Source("x", good(1_000))))  # some 80 kB
    assert cost(lambda: parse(source), 1) < 60 * reading


@pytest.mark.parametrize(
    "text",
    [
        lambda n: "langkah a\n" + "".join(f'  {{ ?? {number} "x\n' for number in range(n)),
        lambda n: "langkah a\n" + '  kelengkapan "x\n' * n,
        lambda n: 'langkah "a\n' + "  bbb ccc\n" * n,
        lambda n: "".join(f'  langkah x{i} oleh a "b"\n    waktu 5 menit\n' for i in range(n)),
        lambda n: "langkah x\n" + "waktu 5 menit\n" * n,
        lambda n: 'langkah "a\n' + "  # x\n" * n,
        lambda n: "".join(f"Ini prosa nomor {number} dan bukan SOP\n" for number in range(n)),
    ],
    ids=["junk", "quotes", "open text", "indented", "at the margin", "number signs", "prose"],
)
def test_errors_without_end_take_time_in_proportion(text: Callable[[int], str]) -> None:
    def work(count: int) -> float:
        source = Source("x", text(count))
        assert parse(source).errors
        return cost(lambda: (parse(source), format_text(source.text)))

    assert work(2_000) < 20 * max(work(400), cost(lambda: parse(Source("x", good(400)))))


def test_after_too_many_broken_statements_the_rest_is_left_out_with_a_word() -> None:
    broken = [f'langkah l-{number} oleh a "x" "y"' for number in range(MOST_BROKEN + 20)]
    syntax = parse(Source("x", "\n".join([*broken, 'langkah baik oleh a "x"'])))
    assert len(syntax.errors) == MOST_BROKEN + 1
    assert "terlalu banyak" in syntax.errors[-1].message.id
    assert len(syntax.tree.statements) == MOST_BROKEN + 1


def test_parsing_takes_time_in_proportion() -> None:
    small, large = Source("x", good(500)), Source("x", good(5_000))
    assert cost(lambda: parse(large), 3) < 25 * cost(lambda: parse(small), 3)
