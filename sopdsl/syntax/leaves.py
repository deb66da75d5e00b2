"""What single tokens become: words, texts, dates, numbers, references.

Repair puts tokens in that have no width; they become ``None``, as if the author had left the value
out, so that nobody after the parser stumbles over a value that was never written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from sopdsl.source import Span
from sopdsl.syntax import tree
from sopdsl.syntax.lalr import Leaf

_ESCAPE = re.compile(r'\\(["\\n])')
_FOLD = re.compile(r"[^\S\r\n]*(?:\r\n|[\r\n])\s*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_UNESCAPED = {'"': '"', "\\": "\\", "n": "\n"}


def keyword(text: str, start: int, end: int) -> tree.Word:
    """Make a keyword."""
    return tree.Word(text, Span(start, end))


def name(text: str, start: int, end: int) -> tree.Word | None:
    """Make a name or another free word."""
    return tree.Word(text, Span(start, end)) if start < end else None


def string(text: str, start: int, end: int) -> tree.String | None:
    """Make a text: fold its line breaks to spaces, then undo its escapes."""
    return tree.String(string_value(text[1:-1]), Span(start, end)) if start < end else None


def string_value(inner: str) -> str:
    """Return the value of what stands between the quotes."""
    if "\n" in inner or "\r" in inner:
        inner = _FOLD.sub(" ", inner)
    if "\\" in inner:
        inner = _ESCAPE.sub(lambda match: _UNESCAPED[match[1]], inner)
    return inner


def date_literal(text: str, start: int, end: int) -> tree.DateLiteral | None:
    """Make a date; one that no calendar has keeps its wording alone."""
    if start == end:
        return None
    year, month, day = (int(part) for part in text.split("-"))
    try:
        value = date(year, month, day)
    except ValueError:
        value = None
    return tree.DateLiteral(text, value, Span(start, end))


def number(text: str, start: int, end: int) -> tree.Number | None:
    """Make a number: ``1,5`` and ``1.5`` are one and a half, ``1.500`` is 1500."""
    if start == end:
        return None
    plain = text.replace(".", "") if _GROUPED.fullmatch(text) else text
    whole, *rest = re.split("[.,]", plain)
    return tree.Number(text, Decimal(f"{whole}.{''.join(rest) or 0}"), Span(start, end))


def nothing(_text: str, start: int, end: int) -> tree.Nothing | None:
    """Make a lone ``-``."""
    return tree.Nothing(Span(start, end)) if start < end else None


def reference(text: str, start: int, end: int) -> tree.Reference | None:
    """Make ``@name`` or ``@name.part``."""
    if start == end:
        return None
    whole, dot, part = text[1:].partition(".")
    middle = start + 1 + len(whole)
    return tree.Reference(
        tree.Word(whole, Span(start + 1, middle)),
        tree.Word(part, Span(middle + 1, end)) if dot else None,
        Span(start, end),
    )


def _place(_text: str, start: int, end: int) -> Span:
    return Span(start, end)


def _sign(sign: str) -> Leaf:
    def make(_text: str, _start: int, _end: int) -> str:
        return sign

    return make


LEAVES: Final[Mapping[str, Leaf]] = {
    "NAME": name,
    "TIME_WORD": name,
    "STRING": string,
    "DATE": date_literal,
    "NUMBER": number,
    "DASH": nothing,
    "REFERENCE": reference,
    "ARROW": _place,
    "_GREATER": _sign(">"),
    "_BOTH_WAYS": _sign("<>"),
    "_BAR": _sign("|"),
    "_COMMA": _sign(","),
}
