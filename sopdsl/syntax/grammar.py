"""The grammar at run time: its text, and its tables in the form the parser drives.

The tables are read from `tables.json` beside this file when they belong to the grammar's text that
is found (the one truth about syntax), and compiled from that text otherwise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import crc32

if TYPE_CHECKING:
    from sopdsl.syntax.compile import Tables

HERE: Final = Path(__file__).parent
TABLES: Final = HERE / "tables.json"

END: Final = 0
"""The key of the end of the text; other keys are scanner groups (int) or keywords (str)."""

Key = int | str
Row = dict[Key, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """What a reduction does.

    Attributes:
        left: the nonterminal it makes.
        length: how many values it takes.
        picks: positions of the values that are handed on, ``None`` for "nothing", ``~position``
            for a list to be spread; or ``None`` when all values are handed on as they are.
        callback: name of what it makes; ``""`` a list, ``"?"`` its only value.
    """

    left: str
    length: int
    picks: tuple[int | None, ...] | None
    callback: str


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """The tables, ready for use.

    Attributes:
        rows: per state what to do at a key: a state to shift to, or ``~rule`` to reduce by.
        gotos: per state the next state after a reduction to a nonterminal.
        rules: all rules.
        start: the first state.
        end: the state in which a whole statement has been read.
        scanner: one pattern for all that can stand in a statement, blanks and comments before it
            included; its groups are the keys, :attr:`unknown` is its last.
        name: key of a name.
        overlays: keys and patterns that read a part of what the scanner takes for a name.
        unknown: group of a character that begins nothing.
        terminals: the grammar's names of the keys; :attr:`keys` is the other way round.
        patterns: the patterns of the scanned terminals, by name.
        keywords: all keywords.
    """

    rows: tuple[Row, ...]
    gotos: tuple[dict[str, int], ...]
    rules: tuple[Rule, ...]
    start: int
    end: int
    scanner: re.Pattern[str]
    name: int
    overlays: tuple[tuple[int, re.Pattern[str]], ...]
    unknown: int
    terminals: Mapping[Key, str]
    keys: Mapping[str, Key]
    patterns: Mapping[str, str]
    keywords: frozenset[str]


@cache
def grammar_text() -> str:
    """Return the text of the grammar: the checkout's own, or the copy in the wheel."""
    checkout = HERE.parents[1] / "grammar" / "sop.lark"
    place = checkout if checkout.is_file() else HERE / "sop.lark"
    return place.read_text(encoding="utf-8")


@cache
def load_grammar() -> Grammar:
    """Return the grammar's tables."""
    text = grammar_text()
    if TABLES.is_file():
        tables: Tables = json.loads(TABLES.read_text(encoding="utf-8"))
        if tables["grammar"] == fingerprint(text):
            return unpack(tables)
    from sopdsl.syntax.compile import compile_tables  # noqa: PLC0415 -- Lark only when needed

    return unpack(compile_tables(text))


def fingerprint(grammar: str) -> str:
    """Return what tells one version of the grammar from another."""
    return f"{len(grammar)}-{crc32(grammar.encode()):08x}"


def unpack(tables: Tables) -> Grammar:
    """Turn tables into what the parser drives."""
    names, patterns, keywords = tables["terminals"], tables["patterns"], tables["keywords"]
    first_keyword = 1 + len(patterns)
    keys: list[Key] = [*range(first_keyword), *keywords]
    lookaheads = [[keys[number] for number in numbers] for numbers in tables["lookaheads"]]
    rows: list[Row] = []
    for shifts, reductions in tables["rows"]:
        row = {keys[shifts[at]]: shifts[at + 1] for at in range(0, len(shifts), 2)}
        for at in range(0, len(reductions), 2):
            row.update(dict.fromkeys(lookaheads[reductions[at + 1]], ~reductions[at]))
        rows.append(row)
    gotos = [
        {str(pairs[at]): int(pairs[at + 1]) for at in range(0, len(pairs), 2)}
        for pairs in tables["gotos"]
    ]
    groups = "|".join(f"({pattern})" for pattern in patterns)
    return Grammar(
        rows=tuple(rows),
        gotos=tuple(gotos),
        rules=tuple(_rule(*rule) for rule in tables["rules"]),
        start=tables["start"],
        end=tables["end"],
        scanner=re.compile(rf"(?:{tables['ignored']})*(?:{groups}|((?s:.))|\Z)"),
        name=names.index("NAME"),
        overlays=tuple((key, re.compile(patterns[key - 1])) for key in tables["overlays"]),
        unknown=first_keyword,
        terminals=dict(zip(keys, names, strict=True)),
        keys=dict(zip(names, keys, strict=True)),
        patterns=dict(zip(names[1:], patterns, strict=False)),
        keywords=frozenset(keywords),
    )


def _rule(left: str, length: int, picks: list[int], callback: str) -> Rule:
    if picks == [2 * position for position in range(length)]:
        return Rule(left, length, None, callback)
    return Rule(
        left,
        length,
        tuple(None if pick < 0 else ~(pick // 2) if pick % 2 else pick // 2 for pick in picks),
        callback,
    )
