"""How a well-formed statement is written: the one canonical form of its lines.

Entries are indented by two blanks and their values aligned; an item section has an item a line; a
list that would run over the line's width goes on under its first element. Texts are never broken:
an editor wraps them on the screen, and one changed word stays one changed line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sopdsl.syntax.grammar import Grammar, Key
from sopdsl.syntax.keywords import STEP_KINDS, Group, words_of
from sopdsl.syntax.lalr import Machine, Token
from sopdsl.syntax.leaves import string_value
from sopdsl.syntax.lines import LogicalLine, Remark, logical_lines

WIDTH: Final = 100
"""Columns after which a list is broken."""

INDENT: Final = "  "
_SECTIONS: Final = frozenset(
    {
        "dasar-hukum",
        "keterkaitan",
        "peringatan",
        "kualifikasi",
        "peralatan",
        "pencatatan",
        "catatan",
    }
)
_OUTCOMES: Final = frozenset({"ya", "tidak", "jika"})
_LEAST_COLUMN: Final[dict[Key, int]] = {
    "sop": max(map(len, words_of(Group.IDENTITY))) + 2,
    **dict.fromkeys(STEP_KINDS, max(map(len, words_of(Group.STEP))) + 2),
}
"""Columns of values that do not depend on which entries are there, so files look alike."""

_OWN_PART: Final = 2
"""Where an actor's own part stands in its entry: behind `oleh` and the lane."""

_PLAIN: Final = {
    "ARROW": "->",
    "DASH": "-",
    "_BOTH_WAYS": "<>",
    "_COMMA": ",",
    "_TIMES": "x",
}


def print_statement(machine: Machine, text: str) -> list[str]:
    """Return the lines of a well-formed statement in canonical form."""
    return _Printer(machine.grammar, logical_lines(machine, text)).lines()


def plain_token(grammar: Grammar, token: Token) -> str:
    """Return a token with plain signs, quotes and dates."""
    key, word, _, _ = token
    if isinstance(key, str):
        return key
    name = grammar.terminals[key]
    if name == "STRING":
        return quote(string_value(word[1:-1]))
    if name == "DATE":
        year, month, day = word.split("-")
        return f"{year}-{month:0>2}-{day:0>2}"
    return _PLAIN.get(name, word)


def quote(value: str) -> str:
    """Return a text as it is written."""
    value = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{value}"'


class _Printer:
    """One statement on its way to canonical lines."""

    def __init__(self, grammar: Grammar, lines: Sequence[LogicalLine]) -> None:
        self._grammar = grammar
        self._kind = lines[0].tokens[0][0]
        if self._kind in _SECTIONS:
            lines = [line for whole in lines for line in self._items(whole)]
        self._lines = [lines[0], *map(self._ordered, lines[1:])]
        self._columns = [self._pads(line) for line in self._lines]

    def lines(self) -> list[str]:
        """Return the printed lines."""
        widths: dict[tuple[str, int], int] = {}
        for pads in self._columns:
            for place, (column, width) in pads.items():
                widths[column, place] = max(widths.get((column, place), 0), width)
        printed: list[str] = []
        for number, (line, pads) in enumerate(zip(self._lines, self._columns, strict=True)):
            indent = INDENT if number else ""
            padding = {place: widths[column, place] for place, (column, _) in pads.items()}
            printed += [indent + comment for comment in line.above]
            printed += self._print(line, indent, padding)
        return printed

    def _is(self, token: Token, *names: str) -> bool:
        return any(token[0] == self._grammar.keys[name] for name in names)

    def _items(self, line: LogicalLine) -> Iterator[LogicalLine]:
        """Yield a section's word and items, each on a line of its own."""
        part = LogicalLine(above=line.above)
        for number, token in enumerate(line.tokens):
            if self._is(token, "_COMMA"):
                remark = line.remarks.get(number, Remark())
                part.behind = remark.behind
                yield part
                part = LogicalLine(above=remark.below)
            elif not part.tokens or self._is(part.tokens[-1], "REFERENCE"):
                part.tokens.append(token)  # a reference may have a text of its own
            else:
                yield part
                part = LogicalLine(tokens=[token])
        part.behind = line.behind
        yield part

    def _ordered(self, line: LogicalLine) -> LogicalLine:
        """Put the label of an exit where it belongs: behind `jika`, else at the end."""
        tokens = line.tokens
        at = _OWN_PART if tokens[0][0] == "oleh" and len(tokens) > _OWN_PART else 0
        if tokens[at][0] not in _OUTCOMES or len(tokens) < at + 3:
            return line
        condition = tokens[at][0] == "jika"
        if condition and self._is(tokens[-1], "STRING"):
            source, target, shift = len(tokens) - 1, at + 1, 1
        elif not condition and self._is(tokens[at + 1], "STRING"):
            source, target, shift = at + 1, len(tokens) - 1, -1
        else:
            return line
        moved = list(tokens)
        moved.insert(target, moved.pop(source))
        remarks = {comma + shift: remark for comma, remark in line.remarks.items()}
        return LogicalLine(line.above, moved, line.behind, remarks)

    def _pads(self, line: LogicalLine) -> dict[int, tuple[str, int]]:
        """Return which tokens of a line are padded: in which column, and to what width."""
        tokens = line.tokens
        first = tokens[0][0]
        if line is self._lines[0] or not tokens[1:]:
            return {}
        if first == "oleh":
            if not tokens[_OWN_PART:]:
                return {}
            return {1: ("lane", len(tokens[1][1]))} | self._outcome_pads(tokens, _OWN_PART)
        if first in _OUTCOMES:
            return self._outcome_pads(tokens, 0)
        if self._kind == "riwayat":
            return {1: ("event", len(tokens[1][1]))} if tokens[2:] else {}
        if self._kind in _SECTIONS or self._is(tokens[0], "ARROW") or first == "kelompok":
            return {}
        least = _LEAST_COLUMN.get(self._kind, 0)
        return {0: ("entry", max(least, len(tokens[0][1]) + 2) - 1)}

    def _outcome_pads(self, tokens: Sequence[Token], at: int) -> dict[int, tuple[str, int]]:
        if tokens[at][0] == "jika" and len(tokens) > at + 2:
            return {at + 1: ("condition", len(plain_token(self._grammar, tokens[at + 1])))}
        if tokens[at][0] in {"ya", "tidak"} and len(tokens) > at + 1:
            return {at: ("outcome", len("tidak"))}
        return {}

    def _print(self, line: LogicalLine, indent: str, padding: dict[int, int]) -> list[str]:
        """Return a logical line as one printed line, or broken after its commas."""
        behind = f"  {line.behind}" if line.behind else ""
        whole = self._assemble(line, indent, padding, broken=False)
        breakable = bool(indent) and len(whole[0]) > WIDTH
        if line.remarks or breakable:
            whole = self._assemble(line, indent, padding, broken=True)
        return [*whole[:-1], whole[-1] + behind]

    def _assemble(
        self, line: LogicalLine, indent: str, padding: dict[int, int], *, broken: bool
    ) -> list[str]:
        """Return the lines of a logical line, less the comment at its end."""
        printed: list[str] = []
        current, start = indent, len(indent)  # `start` is where the list at hand begins
        is_fresh, begins_list = True, False
        for number, token in enumerate(line.tokens):
            if not is_fresh and self._spaced(line.tokens, number):
                current += " "
            if begins_list:
                start = len(current)
            is_fresh = begins_list = False
            is_sign = not indent and self._is(token, "ARROW")  # between actors
            current += ">" if is_sign else plain_token(self._grammar, token)
            if number in padding and number + 1 < len(line.tokens):
                current = current.ljust(len(current) + padding[number] - self._length(token))
            if number == 0 or isinstance(token[0], str) or (indent and self._is(token, "ARROW")):
                begins_list = True
            elif broken and self._is(token, "_COMMA"):
                remark = line.remarks.get(number, Remark())
                printed.append(current + (f"  {remark.behind}" if remark.behind else ""))
                current = " " * start
                printed += [current + comment for comment in remark.below]
                is_fresh = True
        return [*printed, current]

    def _length(self, token: Token) -> int:
        return len(plain_token(self._grammar, token))

    def _spaced(self, tokens: Sequence[Token], number: int) -> bool:
        """Tell whether a blank stands before a token."""
        if self._is(tokens[number], "_COMMA", "_DOT") or self._is(tokens[number - 1], "_DOT"):
            return False
        return not (self._is_range(tokens, number) or self._is_range(tokens, number - 1))

    def _is_range(self, tokens: Sequence[Token], number: int) -> bool:
        """Tell whether a token is the sign of a range such as ``1-3``."""
        around = tokens[max(0, number - 2) : number + 3]
        return (
            self._is(tokens[number], "DASH")
            and 0 < number < len(tokens) - 1
            and self._is(tokens[number - 1], "NUMBER")
            and self._is(tokens[number + 1], "NUMBER")
            and sum(self._is(token, "DASH") for token in around) == 1
        )
