"""Where the keys of a TOML text stand, because ``tomllib`` keeps no positions.

A light scan, run only when something is wrong with the settings: it follows table headers and keys
at line starts and steps over values (strings, arrays, inline tables), so that text inside a value
is never taken for a key. The parser proper has accepted the text before, hence no error handling.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sopdsl.source import Span

KeyPath = tuple[str, ...]

_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
_DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_BLANK = re.compile(r"(?:[ \t\r\n]+|\#[^\n]*)+")
_HEADER = re.compile(rf"\[\[?[ \t]*({_DOTTED})[ \t]*\]\]?")
_ASSIGNMENT = re.compile(rf"({_DOTTED})[ \t]*=[ \t]*")
_STRING = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""+|\'\'\'.*?\'\'\'+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL
)
_PART = re.compile(_KEY)


def key_places(text: str) -> Mapping[KeyPath, Span]:
    """Return the span of every key and table header, by its full path."""
    places: dict[KeyPath, Span] = {}
    table: KeyPath = ()
    position = 0
    while position < len(text):
        if blank := _BLANK.match(text, position):
            position = blank.end()
        elif header := _HEADER.match(text, position):
            table = _parts(header[1])
            places.setdefault(table, Span(*header.span(1)))
            position = header.end()
        elif assignment := _ASSIGNMENT.match(text, position):
            path = (*table, *_parts(assignment[1]))
            places.setdefault(path, Span(*assignment.span(1)))
            position = _after_value(text, assignment.end())
        else:
            position += 1
    return places


def value_place(text: str, key: Span, value: str) -> Span:
    """Return where a string value stands after its key; the key's span when it is written oddly."""
    match = _ASSIGNMENT.match(text, key.start)
    if match:
        end = _after_value(text, match.end())
        for string in _STRING.finditer(text, match.end(), end):
            if string[0].strip("\"'") == value:
                return Span(*string.span())
    return key


def _after_value(text: str, position: int) -> int:
    depth = 0
    while position < len(text):
        character = text[position]
        if string := _STRING.match(text, position):
            position = string.end()
            continue
        if character == "#":
            line_end = text.find("\n", position)
            position = len(text) if line_end < 0 else line_end
            continue
        if character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
        elif character == "\n" and depth == 0:
            return position
        position += 1
    return position


def _parts(dotted: str) -> KeyPath:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
