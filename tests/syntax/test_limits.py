"""Hostile texts: a clear error, soon. Times are processor seconds with much to spare."""

from __future__ import annotations

import time

import pytest

from sopdsl.source import Source
from sopdsl.syntax import format_text, parse
from sopdsl.syntax.parsing import LONGEST_LINE
from sopdsl.syntax.recovery import MOST_BROKEN

MEGA = 1_000_000


@pytest.mark.parametrize("line", ["a", '"', ", "])
def test_one_line_of_ten_megabytes(line: str) -> None:
    source = Source("x", f"sop a\n{line * (10 * MEGA // len(line))}\n")
    start = time.process_time()
    syntax = parse(source)
    assert time.process_time() - start < 2
    (error,) = syntax.errors
    assert str(LONGEST_LINE) in error.message.id
    assert source.position(error.span.start) == (1, 0)
    assert len(syntax.tree.statements) == 1


@pytest.mark.parametrize(
    "text",
    [
        "langkah a\n" + "".join(f'  {{ ?? {number} "x\n' for number in range(4000)),
        "langkah a\n" + '  kelengkapan "x\n' * 4000,
        'langkah "a\n' + "  bbb ccc\n" * 20000,
        "".join(f'  langkah x{number} oleh a "b"\n    waktu 5 menit\n' for number in range(1000)),
        "langkah x\n" + "waktu 5 menit\n" * 4000,
        'langkah "a\n' + "  # x\n" * 40000,
        "".join(f"Ini prosa nomor {number} dan bukan SOP\n" for number in range(6000)),
    ],
    ids=["junk", "quotes", "open text", "indented", "at the margin", "number signs", "prose"],
)
def test_errors_without_end(text: str) -> None:
    start = time.process_time()
    assert parse(Source("x", text)).errors
    format_text(text)
    assert time.process_time() - start < 4


def test_after_too_many_broken_statements_the_rest_is_left_out_with_a_word() -> None:
    broken = [f'langkah l-{number} oleh a "x" "y"' for number in range(MOST_BROKEN + 20)]
    good = 'langkah baik oleh a "x"'
    syntax = parse(Source("x", "\n".join([*broken, good])))
    assert len(syntax.errors) == MOST_BROKEN + 1
    assert "terlalu banyak" in syntax.errors[-1].message.id
    assert len(syntax.tree.statements) == MOST_BROKEN + 1


def test_parsing_takes_time_in_proportion() -> None:
    def cost(count: int) -> float:
        text = "".join(
            f'langkah l-{number} oleh a > b "Kegiatan {number}"\n  waktu {number} menit\n'
            for number in range(count)
        )
        times: list[float] = []
        for _ in range(3):
            start = time.process_time()
            parse(Source("x", text))
            times.append(time.process_time() - start)
        return min(times)

    cost(100)
    assert cost(5_000) < 25 * cost(500)
