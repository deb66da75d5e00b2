"""How fast texts are parsed: lines a second, in proportion to their length, beside Lark itself.

``python -m bench.parsing`` (from `tests/`) prints the figures, in processor time of one core.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from bench.slips import TEXTS
from sopdsl.source import Source
from sopdsl.syntax import Memo, format_text, parse
from sopdsl.syntax.parsing import tree_machine
from sopdsl.syntax.statements import split
from syntax.derivations import real_lark


def document(lines: int) -> str:
    """Return a text of about so many lines in which no two statements are the same."""
    base = (TEXTS / "surat-masuk.sop").read_text(encoding="utf-8") + "\n"
    copies = max(1, lines // base.count("\n"))
    return "".join(base.replace('"\n', f' ({number})"\n') for number in range(copies))


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Return the least processor time of a few runs."""
    found: list[float] = []
    for _ in range(times):
        start = time.process_time()
        work()
        found.append(time.process_time() - start)
    return min(found)


def report(what: str, lines: int, spent: float) -> None:
    """Print one figure."""
    print(f"{what:38} {lines:7} lines {1000 * spent:9.1f} ms {lines / spent:10.0f} lines/s")


def main() -> None:
    """Print all figures."""
    start = time.process_time()
    tree_machine()
    print(f"{'reading the tables':38} {1000 * (time.process_time() - start):23.1f} ms")
    for wanted in (120, 3_000, 30_000):
        source = Source("x.sop", document(wanted))
        lines = len(source.lines)
        report("parse", lines, seconds(lambda source=source: parse(source)))
        memo: Memo = {}
        parse(source, memo)
        edited = Source("x.sop", source.text.replace("5 menit", "6 menit", 1))
        report("parse again after an edit", lines, seconds(lambda e=edited, m=memo: parse(e, m)))
    text = document(3_000)
    lines = text.count("\n")
    pieces = [piece.text for piece in split(text)]
    report(
        "Lark, statement by statement", lines, seconds(lambda: [*map(real_lark().parse, pieces)])
    )
    report("format", lines, seconds(lambda: format_text(text)))
    broken = text.replace("waktu ", "waktu ??? ")[: len(text) // 20]
    report(
        "parse, an error in every step",
        broken.count("\n"),
        seconds(lambda: parse(Source("x.sop", broken))),
    )
    huge = Source("x.sop", "sop a\n" + "a" * 10_000_000)
    print(f"{'one line of 10 MB':38} {1000 * seconds(lambda: parse(huge)):23.1f} ms")


if __name__ == "__main__":
    main()
