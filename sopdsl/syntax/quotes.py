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
from sopdsl.syntax.reader import QUOTES, Reader

FAR: Final = 12
"""A text over several lines may be the culprit when it stands up to so many tokens back."""

_LAST_WORDS: Final = 3
"""How many words at the end of a text may really stand after its missing quote."""

_TRAILING_COMMA = re.compile(r"\s*,\s*\Z")
_WORD_START = re.compile(r"[^\S\r\n]+(?=\S)")
_UNQUOTED = re.compile(r'[^\r\n#"\u201c-\u201f]*')


def quote_edits(impasse: Impasse) -> Iterator[Edit]:
    """Yield the edits that mend quotes."""
    last = len(impasse.tokens)
    for index in range(last, max(0, last - FAR) - 1, -1):
        token = impasse.at(index)
        back = min(last - index, BACK) * BACK_COST
        if token[1][:1] in QUOTES and token[1]:
            if last - index <= BACK or "\n" in token[1]:
                yield from _close(impasse, index, back)
                yield from _drop(impasse, index, back)
        elif last - index <= BACK and not impasse.is_line_end(token):
            yield from _open(impasse, index, back)


def _close(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield edits that close a text earlier than at the next quote."""
    reader = impasse.reader
    if reader.advance(impasse.stacks[index], reader.string) is None:
        return
    _, word, start, end = impasse.at(index)
    ends = [reader.text_end(start)]
    if len(word) > 1:  # it closes somewhere: inside it, before its last words
        inner = word[1:-1]
        if "\n" not in inner and "\r" not in inner:
            ends = [start + 1 + match.start() for match in _WORD_START.finditer(inner + " x")]
            ends = ends[-1 : -_LAST_WORDS - 2 : -1]
    for extra, cut in enumerate(ends):
        content = reader.text[start + 1 : cut].rstrip()
        for text in dict.fromkeys((_TRAILING_COMMA.sub("", content), content)):
            stop = start + 1 + len(text)
            if stop < end or len(word) == 1:
                yield Edit(
                    Kind.CLOSE_QUOTE,
                    Kind.CLOSE_QUOTE.value + back + 0.1 * extra,
                    index,
                    (_string(reader, text, start, stop),),
                    stop,
                    Span(start, stop),
                    None,
                    (TextEdit(Span(stop, stop), _counterpart(word[0])),),
                )


def _drop(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield the edit that leaves out a quote."""
    start = impasse.at(index)[2]
    place = Span(start, start + 1)
    yield Edit(
        Kind.DROP_QUOTE,
        Kind.DROP_QUOTE.value + back,
        index,
        (),
        start + 1,
        place,
        None,
        (TextEdit(place, ""),),
    )


def _open(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield edits that read words as a text: up to a closing quote, or to the end of the line."""
    reader = impasse.reader
    if reader.advance(impasse.stacks[index], reader.string) is None:
        return
    start = impasse.at(index)[2]
    match = _UNQUOTED.match(reader.text, start)
    stop = match.end() if match else start
    if stop < len(reader.text) and reader.text[stop] in QUOTES:
        content, end = reader.text[start:stop], stop + 1
        changes: tuple[TextEdit, ...] = (TextEdit(Span(start, start), '"'),)
        kind = Kind.OPEN_QUOTE
    else:
        content = _TRAILING_COMMA.sub("", reader.text[start:stop]).rstrip()
        end = start + len(content)
        changes = (TextEdit(Span(start, start), '"'), TextEdit(Span(end, end), '"'))
        kind = Kind.QUOTE
    if content.strip():
        token = _string(reader, content, start, end)
        yield Edit(kind, kind.value + back, index, (token,), end, Span(start, end), None, changes)


def _string(reader: Reader, content: str, start: int, end: int) -> Token:
    return reader.string, f'"{content}"', start, end


def _counterpart(quote: str) -> str:
    return '"' if quote == '"' else "\u201d"
