"""Cuts a text into statements by the margin law, in time linear in its length.

A line that starts at the margin starts a statement, whatever came before it, even inside an open
quote; indented lines belong to the statement above. Lines that are empty or hold only a comment
start nothing: they belong to the statement when more of it follows, and stand between statements
otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from sopdsl.source import Span

QUOTES: Final = '"\u201c\u201d\u201e\u201f'
"""Signs that a text may open with."""

# A line that says something: neither empty nor only a comment. Its first group is its indentation;
# characters without width do not indent.
_WIDTHLESS = r"\u200b\u200e\u200f\u2060\ufeff"
_LINE = re.compile(
    rf"(?:\A|\r\n|[\r\n])[{_WIDTHLESS}]*+((?:[^\S\r\n]++[{_WIDTHLESS}]*+)*+)"
    rf"([^\s#{_WIDTHLESS}][^\r\n]*)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A statement's text and where it lies; it neither begins nor ends with blanks.

    ``indented`` tells that it does not start at the margin: no statement stands above it.
    """

    text: str
    start: int
    indented: bool

    @property
    def span(self) -> Span:
        """Return where it lies."""
        return Span(self.start, self.start + len(self.text))

    def cut(self, places: Sequence[int]) -> list[Piece]:
        """Return the statements that it falls into when others begin at some places in it."""
        bounds = [0, *places, len(self.text)]
        return [
            replace(split(self.text[start:end])[0], start=self.start + start, indented=start > 0)
            if start
            else replace(self, text=split(self.text[:end])[0].text)
            for start, end in pairwise(bounds)
        ]


def split(text: str) -> list[Piece]:
    """Return the statements of a text, in order."""
    pieces: list[Piece] = []
    first, last, indented = -1, 0, False
    for match in _LINE.finditer(text):
        start, end = match.span(2)
        if not match[1]:
            if first >= 0:
                pieces.append(Piece(text[first:last].rstrip(), first, indented))
            first, indented = start, False
        elif first < 0:
            first, indented = start, True
        last = end
    if first >= 0:
        pieces.append(Piece(text[first:last].rstrip(), first, indented))
    return pieces
