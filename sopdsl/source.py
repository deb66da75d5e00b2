r"""A text and the places in it.

One line index serves the whole project: lines end at ``\n``, ``\r\n`` or a lone ``\r`` and at
nothing else (``str.splitlines`` also breaks at form feeds and U+2028, which would shift every line
after one). Offsets count characters (code points) from 0; lines and columns count from 0 here and
are shown to people from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Encoding = Literal["utf-8", "utf-16", "utf-32"]

_LINE_END = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """A place as line and column, both from 0; the column counts characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: ``start`` up to, not including, ``end``; characters from 0."""

    start: int
    end: int

    def shifted(self, distance: int) -> Span:
        """Return the same stretch ``distance`` characters further on."""
        return Span(self.start + distance, self.end + distance)

    def joined(self, other: Span) -> Span:
        """Return the smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def contains(self, offset: int) -> bool:
        """Tell whether a cursor at ``offset`` touches this span (its end included)."""
        return self.start <= offset <= self.end


class LineIndex:
    """Translates between offsets and lines for one text."""

    __slots__ = ("_ends", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        starts: list[int] = [0]
        ends: list[int] = []
        for match in _LINE_END.finditer(text):
            ends.append(match.start())
            starts.append(match.end())
        ends.append(len(text))
        self._starts, self._ends = starts, ends

    def __len__(self) -> int:
        """Return the number of lines; an empty text has one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column (from 0) of ``offset``, which is clamped to the text."""
        offset = max(0, min(offset, len(self._text)))
        line = bisect_right(self._starts, offset) - 1
        return Position(line, offset - self._starts[line])

    def offset(self, position: Position) -> int:
        """Return the offset of a line and column; places outside the text are clamped to it."""
        if position.line < 0:
            return 0
        if position.line >= len(self._starts):
            return len(self._text)
        start, end = self._starts[position.line], self._ends[position.line]
        return max(start, min(start + position.column, end))

    def line_span(self, line: int) -> Span:
        """Return where a line (from 0) lies, without its line end."""
        return Span(self._starts[line], self._ends[line])

    def line_text(self, line: int) -> str:
        """Return a line (from 0) without its line end."""
        return self._text[self._starts[line] : self._ends[line]]

    def encoded_column(self, position: Position, encoding: Encoding) -> int:
        """Return the column counted in units of ``encoding``, as editors want it."""
        if encoding == "utf-32":
            return position.column
        start = self._starts[position.line]
        return _units(self._text[start : start + position.column], encoding)

    def decoded_position(self, line: int, units: int, encoding: Encoding) -> Position:
        """Return the position whose column is ``units`` long in ``encoding`` (clamped)."""
        if encoding == "utf-32" or not 0 <= line < len(self._starts):
            return Position(line, units)
        used = 0
        for column, character in enumerate(self.line_text(line)):
            if used >= units:
                return Position(line, column)
            used += _units(character, encoding)
        return Position(line, self._ends[line] - self._starts[line])


def _units(text: str, encoding: Encoding) -> int:
    if encoding == "utf-16":
        return len(text) + sum(character > "\uffff" for character in text)
    return len(text.encode("utf-8", "surrogatepass"))


@dataclass(frozen=True)
class Source:
    """A text with the name it is known by.

    Attributes:
        name: path as shown to people, with ``/`` between folders; ``<stdin>`` for piped text.
        text: the content, decoded, without a byte-order mark.
    """

    name: str
    text: str
    lines: LineIndex = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "lines", LineIndex(self.text))

    def position(self, offset: int) -> Position:
        """Return line and column (from 0) of an offset."""
        return self.lines.position(offset)

    def slice(self, span: Span) -> str:
        """Return the text of a span."""
        return self.text[span.start : span.end]
