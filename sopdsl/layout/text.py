"""Texts into lines: what is printed, where a line may end, where a word too wide is broken.

A line ends at a space, or after a stroke or hyphen inside a word ("Komputer/printer"). Nothing is
hyphenated as long as it fits on a line of its own; a wider word is broken between syllables, the
Indonesian ones (V-KV, VK-KV; ng, ny, sy, kh are one sound), else between any two letters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sopdsl.layout.fonts.advances import UNITS_PER_EM
from sopdsl.layout.metrics import units

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff"
    "\ud800-\udfff]"
)
_SPACES = re.compile(r"[ \t\u1680\u2000-\u200a\u3000]+")
_SOFT_END = re.compile(r"(?<=\w\w[/\-–])(?=[^\W\d]\w)")
_CONSONANT = r"[^aiueo\W\d_]"
_SYLLABLE_END = re.compile(
    rf"(?<=[aiueo])(?=(?:ng|ny|sy|kh|{_CONSONANT})[aiueo])"
    rf"|(?<=[aiueo]ng)(?={_CONSONANT}[aiueo])"
    rf"|(?<=[aiueo]{_CONSONANT})(?!(?<=n)[gy]|(?<=s)y|(?<=k)h)(?={_CONSONANT}{{1,2}}[aiueo])",
    re.IGNORECASE,
)
_LEAST = 2  # letters of a broken word on either side of the break
_SLACK = 1e-6 * UNITS_PER_EM  # widths are sums of floats


class Piece(NamedTuple):
    """A stretch of text that is not broken while it fits; ``spaced``: a space stands before it."""

    text: str
    width: float
    spaced: bool


Paragraphs = tuple[tuple[Piece, ...], ...]


def clean(text: str) -> str:
    """Return ``text`` with nothing in it that cannot be seen: no control or direction marks."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _INVISIBLE.sub("", text.replace("\u2029", "\n").replace("\t", " "))


@lru_cache(maxsize=8192)
def pieces(text: str, bold: bool = False) -> Paragraphs:
    """Return the text's own lines (a line feed ends one), each as pieces."""
    return tuple(tuple(_pieces(paragraph, bold)) for paragraph in clean(text).split("\n"))


def widest_piece(text: str, size: float, bold: bool = False) -> float:
    """Return the width in points of the widest unbreakable piece."""
    widths = [piece.width for paragraph in pieces(text, bold) for piece in paragraph]
    return max(widths, default=0.0) * size / UNITS_PER_EM


def count_lines(paragraphs: Paragraphs, width: float, size: float, bold: bool = False) -> int:
    """Return how many lines :func:`wrap` makes, without making them."""
    limit = width * UNITS_PER_EM / size + _SLACK
    space = units(" ", bold)
    lines = 0
    for paragraph in paragraphs:
        lines += 1
        used = 0.0
        for _, piece_width, spaced in paragraph:
            wider = used + piece_width + (space if spaced and used else 0.0)
            if wider <= limit:
                used = wider
            elif piece_width <= limit:
                lines += 1
                used = piece_width
            else:
                return len(wrap_pieces(paragraphs, width, size, bold))
    return lines


def wrap(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """Return the lines of ``text``, each at most ``width`` points wide (one letter at least)."""
    return wrap_pieces(pieces(text, bold), width, size, bold)


def wrap_pieces(
    paragraphs: Paragraphs, width: float, size: float, bold: bool = False
) -> tuple[str, ...]:
    """Return the lines of a text that is already cut into pieces."""
    limit = width * UNITS_PER_EM / size + _SLACK
    space = units(" ", bold)
    lines: list[str] = []
    for paragraph in paragraphs:
        line, used = "", 0.0
        for text, piece_width, spaced in paragraph:
            gap = " " if spaced and line else ""
            wider = used + piece_width + (space if gap else 0.0)
            if wider <= limit:
                line, used = line + gap + text, wider
                continue
            if line:
                lines.append(line)
            line, used = text, piece_width
            if used > limit:
                *whole, line = _broken(text, limit, bold)
                lines += whole
                used = units(line, bold)
        lines.append(line)
    return tuple(lines)


def first_lines(
    lines: tuple[str, ...], most: int, width: float, size: float, bold: bool = False
) -> tuple[str, ...]:
    """Return at most ``most`` lines; where more are left out, the last one says so ("…")."""
    if len(lines) <= most:
        return lines
    limit = width * UNITS_PER_EM / size - units("…", bold)
    last = lines[most - 1]
    return (*lines[: most - 1], last[: _fitting(last, 0, limit, bold)].rstrip() + "…")


def _pieces(paragraph: str, bold: bool) -> list[Piece]:
    found: list[Piece] = []
    for word in _SPACES.sub(" ", paragraph).strip(" ").split(" "):
        for at, part in enumerate(_SOFT_END.split(word)):
            found.append(Piece(part, units(part, bold), at == 0))
    return found


def _broken(word: str, limit: float, bold: bool) -> list[str]:
    """Return a word that is too wide for a line as pieces that fit, hyphens added at syllables."""
    parts: list[str] = []
    start = 0
    while (end := _fitting(word, start, limit, bold)) < len(word):
        most = min(_fitting(word, start, limit - units("-", bold), bold), len(word) - _LEAST)
        ends = [match.start() for match in _SYLLABLE_END.finditer(word, start, most + 3)]
        syllable = max((at for at in ends if start + _LEAST <= at <= most), default=0)
        if syllable:
            parts.append(word[start:syllable] + "-")
        else:
            parts.append(word[start:end])
        start = syllable or end
    parts.append(word[start:])
    return parts


def _fitting(word: str, start: int, limit: float, bold: bool) -> int:
    """Return where the letters from ``start`` on that fit end; at least one counts as fitting."""
    used = 0.0
    for at in range(start, len(word)):
        used += units(word[at], bold)
        if used > limit:
            return max(start + 1, at)
    return len(word)
