"""The slips of the pen that repair knows: for a token that cannot stand, the edits worth trying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from sopdsl.diagnostics import TextEdit
from sopdsl.source import Span
from sopdsl.syntax.grammar import END, Key
from sopdsl.syntax.keywords import KEYWORDS
from sopdsl.syntax.lalr import Token
from sopdsl.syntax.reader import Reader, Stack
from sopdsl.syntax.statements import QUOTES
from sopdsl.syntax.words import nearest_word

BACK: Final = 3
"""Edits are tried at this many tokens before the one that cannot stand, too."""

BACK_COST: Final = 0.3
"""What it costs to look a token further back: the slip is most likely where reading stops."""

MOST_DELETED: Final = 3
"""So many tokens in a row may be left out by one edit."""

SAMPLES: Final = {
    "NAME": "nama",
    "STRING": '"…"',
    "DATE": "2025-01-01",
    "NUMBER": "1",
    "REFERENCE": "@nama",
    "ARROW": "->",
    "DASH": "-",
    "_GREATER": ">",
    "_BAR": "|",
    "_BOTH_WAYS": "<>",
    "_COMMA": ",",
}
"""What is put in for a terminal that is missing; terminals that are not here are never put in."""

_VALUES: Final = frozenset({"NAME", "STRING", "DATE", "NUMBER", "REFERENCE"})
_VALUE_COST: Final = 0.3
_NEXT_COST: Final = 0.4
_ORDER: Final = {keyword.word: place for place, keyword in enumerate(KEYWORDS)}


class Kind(Enum):
    """What an edit does; the value is its cost: how unlike a slip of the pen it is."""

    MISSPELT = 0.3  # a word is nearly a keyword
    CLOSE_QUOTE = 0.4
    COMMA = 0.5  # a comma at the end of a line, and the next line is no continuation
    OPEN_QUOTE = 0.6
    DROP_SIGN = 0.7  # a character that means nothing
    INSERT_WORD = 0.8  # a keyword or sign is missing
    NEW_LINE = 0.45  # two entries on one line
    QUOTE = 0.95  # words that should be a text
    DELETE = 1.0
    DROP_QUOTE = 1.05
    INSERT_VALUE = 1.2  # a name, text, date … is missing
    REPLACE = 1.4
    SKIP = 2.5  # the rest of the line is given up


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair to be tried.

    Attributes:
        kind: what it does.
        cost: what it costs, looking back included.
        index: how many of the tokens read so far are kept.
        tokens: tokens that the edit itself yields.
        position: where reading goes on.
        place: what to point at.
        key: the terminal that was put in, or the keyword that a word was meant to be.
        changes: the repair as changes of the text; none when a line is given up.
    """

    kind: Kind
    cost: float
    index: int
    tokens: tuple[Token, ...]
    position: int
    place: Span
    key: Key | None
    changes: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Impasse:
    """A token that cannot stand where it stands, and what was read before it.

    Attributes:
        tokens: all tokens before ``token``.
        stacks: the stack before each of them, and the one before ``token``.
    """

    reader: Reader
    tokens: list[Token]
    stacks: list[Stack]
    token: Token

    def at(self, index: int) -> Token:
        """Return a token by its index; ``token`` comes after all others."""
        return self.tokens[index] if index < len(self.tokens) else self.token

    def is_line_end(self, token: Token) -> bool:
        """Tell whether a token ends its line."""
        return token[0] in {END, self.reader.line}

    @property
    def line_start(self) -> int:
        """Return the index of the first token of the line."""
        index = len(self.tokens)
        while index and self.tokens[index - 1][0] != self.reader.line:
            index -= 1
        return index


def edits(impasse: Impasse) -> Iterator[Edit]:
    """Yield the edits of words and signs worth trying."""
    last = len(impasse.tokens)
    for index in range(last, max(0, last - BACK) - 1, -1):
        back = (last - index) * BACK_COST
        yield from _leave_out(impasse, index, back)
        yield from _put_in(impasse, index, back)
        yield from _misspelt(impasse, index, back)
    # The first word says what a line is: an unknown one is suspect however late it shows.
    for index in {0, impasse.line_start}:
        if index < last and not isinstance(impasse.at(index)[0], str):
            yield from _misspelt(impasse, index, 0.0)
            yield from _put_in(impasse, index, 0.0)


def skips(impasse: Impasse) -> Iterator[Edit]:
    """Yield the ways to give up the rest of the line."""
    reader, token = impasse.reader, impasse.token
    last = len(impasse.tokens)
    if token[0] == reader.line and reader.advance(impasse.stacks[-1], END) is not None:
        # Such a statement has no entries: all that stands under it is given up.
        end = len(reader.text)
        place = Span(token[3] + reader.indentation(token[3]), reader.line_end(token[3]))
        yield Edit(Kind.SKIP, Kind.SKIP.value, last, (), end, place, None, ())
        return
    end = reader.rest_of_line(token[2])
    key = reader.token(end, impasse.stacks[-1])[0]
    start = impasse.at(last - 1)[2] if last and impasse.is_line_end(token) else token[2]
    place = Span(start, max(end, start))
    for index in range(last, max(impasse.line_start - 1, 1) - 1, -1):
        if reader.advance(impasse.stacks[index], key) is not None:
            cost = Kind.SKIP.value + BACK_COST * (last - index)
            yield Edit(Kind.SKIP, cost, index, (), end, place, None, ())


def _leave_out(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield edits that drop a token, or read a comma that ends a line as its end."""
    reader = impasse.reader
    key, word, start, end = token = impasse.at(index)
    place = Span(start, end)
    if impasse.is_line_end(token) or (key == reader.grammar.unknown and word in QUOTES):
        return
    if key == reader.comma and (word != "," or reader.is_last(end)):
        place = Span(start, start + 1)
        line_end: tuple[Token, ...] = ((reader.line, word, start, end),) if word != "," else ()
        yield Edit(
            Kind.COMMA,
            Kind.COMMA.value + back,
            index,
            line_end,
            end,
            place,
            None,
            (TextEdit(place, ""),),
        )
        return
    kind = Kind.DELETE
    if key == reader.grammar.unknown:
        kind, end = Kind.DROP_SIGN, reader.unknown_end(end)
        place = Span(start, end)
    cost = kind.value + back
    if reader.grammar.terminals.get(key) in _VALUES and key != reader.grammar.name:
        cost += _VALUE_COST  # an author's text is not lightly left out
    yield Edit(kind, cost, index, (), end, place, None, (_cut(reader.text, place),))
    for _ in range(MOST_DELETED - 1 if token is impasse.token else 0):
        token = reader.token(end, impasse.stacks[index])
        if impasse.is_line_end(token):
            break
        cost += _NEXT_COST
        end = token[3]
        place = Span(start, end)
        yield Edit(kind, cost, index, (), end, place, None, (_cut(reader.text, place),))


def _put_in(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield edits that put something before a token or in its place."""
    reader = impasse.reader
    token = impasse.at(index)
    _, _, start, end = token
    ends_line = impasse.is_line_end(token)
    place = Span(start, end)
    gap = start
    if ends_line and index:
        _, _, before, gap = impasse.at(index - 1)
        place = Span(before, gap)
    keys = reader.accepted(impasse.stacks[index])
    if index == 0:  # only keywords begin a statement that is not a plugin's
        keys = [key for key in keys if isinstance(key, str) and not isinstance(token[0], str)]
    for key in sorted(keys, key=_by_custom):
        sample = key if isinstance(key, str) else SAMPLES.get(reader.grammar.terminals[key])
        if key == reader.line:
            if index and reader.begins_entry(impasse.stacks[index], start):
                kind, sample = Kind.NEW_LINE, "\n"
                change = TextEdit(Span(start, start), "\n  ")
                yield Edit(
                    kind,
                    kind.value + back,
                    index,
                    ((key, sample, start, start),),
                    start,
                    place,
                    key,
                    (change,),
                )
            continue
        if sample is None:
            continue
        value = reader.grammar.terminals[key] in _VALUES
        kind = Kind.INSERT_VALUE if value else Kind.INSERT_WORD
        if key == reader.comma and token[0] == reader.line:  # the line goes on in the next one
            change = TextEdit(Span(gap, gap), ",")
            yield Edit(
                kind,
                kind.value + back,
                index,
                ((key, ",", start, end),),
                end,
                place,
                key,
                (change,),
            )
            continue
        yield Edit(
            kind,
            kind.value + back,
            index,
            ((key, sample, gap, gap),),
            start,
            place,
            key,
            (_insertion(reader.text, gap, sample),),
        )
        if not ends_line:
            cost = Kind.REPLACE.value + (0.2 if value else 0.0) + back
            yield Edit(
                Kind.REPLACE,
                cost,
                index,
                ((key, sample, start, start) if value else (key, sample, start, end),),
                end,
                place,
                key,
                (TextEdit(place, sample),),
            )


def _misspelt(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield the edit that reads a word as the keyword it is nearly like."""
    reader = impasse.reader
    _, word, start, end = impasse.at(index)
    if not word[:1].isalpha():
        return
    row = reader.grammar.rows[impasse.stacks[index][-1]]
    meant = nearest_word(word, sorted((key for key in row if isinstance(key, str)), key=_by_custom))
    if meant is not None and meant != word:
        place = Span(start, end)
        yield Edit(
            Kind.MISSPELT,
            Kind.MISSPELT.value + back,
            index,
            ((meant, meant, start, end),),
            end,
            place,
            meant,
            (TextEdit(place, meant),),
        )


def _by_custom(key: Key) -> tuple[int, str]:
    """Order keys as people meet them: keywords by their table, then signs and values."""
    return (_ORDER.get(key, 0), key) if isinstance(key, str) else (len(_ORDER) + key, "")


def _cut(text: str, place: Span) -> TextEdit:
    """Remove a token with the blanks on one side of it."""
    start, end = place.start, place.end
    while start and text[start - 1] in " \t":
        start -= 1
    if start == 0 or text[start - 1] in "\r\n":  # at the start of its line: keep the indentation
        start = place.start
        while end < len(text) and text[end] in " \t":
            end += 1
    return TextEdit(Span(start, end), "")


def _insertion(text: str, gap: int, sample: str) -> TextEdit:
    before = " " if gap and not text[gap - 1].isspace() and sample != "," else ""
    after = " " if gap < len(text) and not text[gap].isspace() else ""
    return TextEdit(Span(gap, gap), f"{before}{sample}{after}")
