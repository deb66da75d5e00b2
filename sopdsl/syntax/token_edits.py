"""Slips of words and signs: one too many, one missing, one for another, one misspelt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sopdsl.diagnostics import TextEdit
from sopdsl.source import Span
from sopdsl.syntax.edits import BACK, BACK_COST, Edit, Impasse, Kind
from sopdsl.syntax.grammar import END, Key
from sopdsl.syntax.keywords import KEYWORDS
from sopdsl.syntax.lalr import Token
from sopdsl.syntax.statements import QUOTES
from sopdsl.syntax.words import nearest_word

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
_CONTENT: Final = _VALUES - {"NAME"}
_CONTENT_COST: Final = 0.3  # an author's text is not lightly left out
_NEXT_COST: Final = 0.4  # for each further token that is left out
_INVENTED_COST: Final = 0.2  # for putting a value in the place of something else
_SIGN_BONUS: Final = 0.7  # a reference without its sign is a common slip
_ORDER: Final = {keyword.word: place for place, keyword in enumerate(KEYWORDS)}


def token_edits(impasse: Impasse) -> Iterator[Edit]:
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
        yield impasse.edit(Kind.SKIP, last, (), end, place)
        return
    end = reader.rest_of_line(token[2])
    key = reader.token(end, impasse.stacks[-1])[0]
    start = impasse.at(last - 1)[2] if last and impasse.is_line_end(token) else token[2]
    place = Span(start, max(end, start))
    for index in range(last, max(impasse.line_start - 1, 1) - 1, -1):
        if reader.advance(impasse.stacks[index], key) is not None:
            yield impasse.edit(Kind.SKIP, index, (), end, place, extra=BACK_COST * (last - index))


def _leave_out(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield edits that drop a token and perhaps its neighbours, or the comma that ends a line."""
    reader = impasse.reader
    key, word, start, end = token = impasse.at(index)
    if key == reader.line and token is not impasse.token:
        after = Span(end, end + reader.indentation(end))
        place = Span(after.end, reader.token(end, impasse.stacks[index])[3])
        change = TextEdit(Span(start, after.end), " ")
        yield impasse.edit(Kind.JOIN, index, (), end, place, change, extra=back)
    if impasse.is_line_end(token) or (key == reader.grammar.unknown and word in QUOTES):
        return
    if key == reader.comma and (word != "," or reader.is_last(end)):
        comma = Span(start, start + 1)
        line_end: tuple[Token, ...] = ((reader.line, word, start, end),) if word != "," else ()
        yield impasse.edit(Kind.COMMA, index, line_end, end, comma, TextEdit(comma, ""), extra=back)
        return
    kind = Kind.DELETE
    if key == reader.grammar.unknown:
        kind, end = Kind.DROP_SIGN, reader.unknown_end(end)
    is_content = reader.grammar.terminals.get(key) in _CONTENT
    extra = back + (_CONTENT_COST if is_content else 0.0)
    for _ in range(MOST_DELETED):
        place = Span(start, end)
        yield impasse.edit(kind, index, (), end, place, _cut(reader.text, place), extra=extra)
        following = reader.token(end, impasse.stacks[index])
        if token is not impasse.token or impasse.is_line_end(following):
            break
        extra += _NEXT_COST
        end = following[3]


def _put_in(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield edits that put something before a token or in its place."""
    reader = impasse.reader
    token = impasse.at(index)
    keys = _worth_trying(impasse, index)
    for key in sorted(keys, key=_by_custom):
        sample = key if isinstance(key, str) else SAMPLES.get(reader.grammar.terminals[key])
        if key == reader.line:
            if index and reader.begins_entry(impasse.stacks[index], token[2]):
                yield _new_line(impasse, index, back)
        elif sample is not None:
            yield _insertion(impasse, index, key, sample, back)
            if not impasse.is_line_end(token):
                yield _replacement(impasse, index, key, sample, back)


def _worth_trying(impasse: Impasse, index: int) -> list[Key]:
    """Return what may be put in: no name where it would begin something that nobody knows."""
    reader = impasse.reader
    keys: list[Key] = reader.accepted(impasse.stacks[index])
    words = [key for key in keys if isinstance(key, str)]
    if index == 0:  # the statement's first word, if that is no keyword already
        return [] if isinstance(impasse.at(0)[0], str) else [*words]
    begins_line = impasse.at(index - 1)[0] == reader.line
    is_lane = len(words) == 1
    return [key for key in keys if key != reader.grammar.name or not begins_line or is_lane]


def _new_line(impasse: Impasse, index: int, back: float) -> Edit:
    _, _, start, end = impasse.at(index)
    line = impasse.reader.line
    change = TextEdit(Span(start, start), "\n  ")
    token = (line, "\n", start, start)
    place = Span(start, end)
    return impasse.edit(Kind.NEW_LINE, index, (token,), start, place, change, extra=back, key=line)


def _insertion(impasse: Impasse, index: int, key: Key, sample: str, back: float) -> Edit:
    """Put a token in: before another one, or at the end of the line."""
    reader = impasse.reader
    key_there, _, start, end = token = impasse.at(index)
    place, gap = Span(start, end), start
    if impasse.is_line_end(token) and index:
        _, _, before, gap = impasse.at(index - 1)
        place = Span(before, gap)
    is_value = reader.grammar.terminals[key] in _VALUES
    kind = Kind.INSERT_VALUE if is_value else Kind.INSERT_WORD
    added, position = (key, sample, gap, gap), start
    if key == reader.comma and key_there == reader.line:  # the list goes on in the next line
        added, position = (key, sample, start, end), end
    text = reader.text
    left = " " if gap and not text[gap - 1].isspace() and sample != "," else ""
    right = " " if gap < len(text) and not text[gap].isspace() else ""
    change = TextEdit(Span(gap, gap), f"{left}{sample}{right}")
    return impasse.edit(kind, index, (added,), position, place, change, extra=back, key=key)


def _replacement(impasse: Impasse, index: int, key: Key, sample: str, back: float) -> Edit:
    _, word, start, end = impasse.at(index)
    name = impasse.reader.grammar.terminals[key]
    if name == "REFERENCE" and word[:1].isalpha():  # only its sign is missing
        place, sample = Span(start, end), f"@{word}"
        change = TextEdit(place, sample)
        added = (key, sample, start, end)
        return impasse.edit(
            Kind.REPLACE, index, (added,), end, place, change, extra=back - _SIGN_BONUS, key=key
        )
    is_value = name in _VALUES
    added = (key, sample, start, start if is_value else end)  # an invented value has no width
    place = Span(start, end)
    extra = back + (_INVENTED_COST if is_value else 0.0)
    change = TextEdit(place, sample)
    return impasse.edit(Kind.REPLACE, index, (added,), end, place, change, extra=extra, key=key)


def _misspelt(impasse: Impasse, index: int, back: float) -> Iterator[Edit]:
    """Yield the edit that reads a word as the keyword it is nearly like."""
    _, word, start, end = impasse.at(index)
    if not word[:1].isalpha():
        return
    row = impasse.reader.grammar.rows[impasse.stacks[index][-1]]
    meant = nearest_word(word, sorted((key for key in row if isinstance(key, str)), key=_by_custom))
    if meant is not None and meant != word:
        place = Span(start, end)
        token = (meant, meant, start, end)
        change = TextEdit(place, meant)
        yield impasse.edit(
            Kind.MISSPELT, index, (token,), end, place, change, extra=back, key=meant
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
