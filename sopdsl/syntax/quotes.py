"""Quotes that are missing or too many: the slips that swallow whole lines.

A text may run over several lines, so without its closing quote it swallows the lines after it up to
the next quote. In recovery only, it is taken to close at the end of its line when the next line is
empty, absent or begins like an entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sopdsl.diagnostics import TextEdit
from sopdsl.source import Span
from sopdsl.syntax.edits import BACK, BACK_COST, Edit, Impasse, Kind
from sopdsl.syntax.lalr import Token
from sopdsl.syntax.reader import Reader
from sopdsl.syntax.statements import QUOTES

_SWALLOWING_BONUS: Final = 0.05
"""What makes it surer: the line after a text without a closing quote begins like an entry."""

_WORD_COST: Final = 0.1
"""What it costs to close a text one word earlier."""

_LAST_WORDS: Final = 3
"""How many words at the end of a text may really stand after its missing quote."""

_TRAILING_COMMA = re.compile(r"\s*,\s*\Z")
_WORD_START = re.compile(r"[^\S\r\n]+(?=\S)")
_UNQUOTED = re.compile(r'[^\r\n#"\u201c-\u201f]*')


def quote_edits(impasse: Impasse) -> Iterator[Edit]:
    """Yield the edits that mend quotes."""
    last = len(impasse.tokens)
    for index in range(last, max(0, last - BACK) - 1, -1):
        token = impasse.at(index)
        back = (last - index) * BACK_COST
        if token[1] and token[1][0] in QUOTES:
            yield from _close(impasse, index, back)
            yield from _drop(impasse, index, back)
        elif not impasse.is_line_end(token):
            yield from _open(impasse, index, back)
    yield from _swallowing(impasse)


def _swallowing(impasse: Impasse) -> Iterator[Edit]:
    """Yield the edits that close texts which swallow an entry: the first and the last of them.

    After such a text, what is quoted and what is not change places, and much may read before
    something does not.
    """
    reader = impasse.reader
    found = [
        (index, end)
        for index, token in enumerate(impasse.tokens)
        if token[0] == reader.string
        and ("\n" in token[1] or "\r" in token[1])
        and (end := reader.text_end(token[2])) < token[3]
    ]
    for index, end in {*found[:1], *found[-1:]}:
        start = impasse.at(index)[2]
        for cut in _ends(reader, start, end) or [start + 1]:
            yield _closing(impasse, index, cut, -_SWALLOWING_BONUS)


def _close(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield edits that close a text earlier than at the next quote."""
    reader = impasse.reader
    if reader.advance(impasse.stacks[index], reader.string) is None:
        return
    _, word, start, end = impasse.at(index)
    if len(word) == 1:  # it closes nowhere
        ends = _ends(reader, start, reader.text_end(start))
    elif "\n" in word or "\r" in word:
        ends = []
    else:  # it closes before its last words
        places = [start + 1 + match.start() for match in _WORD_START.finditer(word[1:-1] + " x")]
        ends = [
            cut for place in places[: -_LAST_WORDS - 2 : -1] for cut in _ends(reader, start, place)
        ]
        ends = [cut for cut in dict.fromkeys(ends) if cut < end - 1]
    for words, cut in enumerate(ends):
        yield _closing(impasse, index, cut, back + _WORD_COST * words)


def _ends(reader: Reader, start: int, end: int) -> list[int]:
    """Return where a text that ends before ``end`` may close: before a trailing comma, or not."""
    content = reader.text[start + 1 : end].rstrip()
    trimmed = _TRAILING_COMMA.sub("", content)
    return [start + 1 + len(text) for text in dict.fromkeys((trimmed, content)) if text]


def _closing(impasse: Impasse, index: int, cut: int, extra: float) -> Edit:
    reader = impasse.reader
    _, word, start, _ = impasse.at(index)
    token = _string(reader, reader.text[start + 1 : cut], start, cut)
    place = Span(max(start, reader.line_start(cut)), cut)
    change = TextEdit(Span(cut, cut), _counterpart(word[0]))
    return impasse.edit(Kind.CLOSE_QUOTE, index, (token,), cut, place, change, extra=extra)


def _drop(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield the edit that leaves out a quote."""
    start = impasse.at(index)[2]
    place = Span(start, start + 1)
    yield impasse.edit(
        Kind.DROP_QUOTE, index, (), start + 1, place, TextEdit(place, ""), extra=back
    )


def _open(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield edits that read words as a text: up to a closing quote, or to the end of the line."""
    reader = impasse.reader
    if reader.advance(impasse.stacks[index], reader.string) is None:
        return
    start = impasse.at(index)[2]
    match = _UNQUOTED.match(reader.text, start)
    stop = match.end() if match else start
    changes = [TextEdit(Span(start, start), '"')]
    if stop < len(reader.text) and reader.text[stop] in QUOTES:
        kind, content, end = Kind.OPEN_QUOTE, reader.text[start:stop], stop + 1
    else:
        content = _TRAILING_COMMA.sub("", reader.text[start:stop]).rstrip()
        kind, end = Kind.QUOTE, start + len(content)
        changes.append(TextEdit(Span(end, end), '"'))
    if content[:1].isalnum():
        token = _string(reader, content, start, end)
        yield impasse.edit(kind, index, (token,), end, Span(start, end), *changes, extra=back)


def _string(reader: Reader, content: str, start: int, end: int) -> Token:
    return reader.string, f'"{content}"', start, end


def _counterpart(quote: str) -> str:
    return '"' if quote == '"' else "\u201d"
