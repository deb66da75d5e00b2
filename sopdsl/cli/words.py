"""Words and signs that several outputs share, and making untrusted text fit to print.

A `.sop` text may hold anything, also sequences that command a terminal or turn the direction of
reading. Nothing of it reaches a person before it went through :func:`printable`.
"""

from __future__ import annotations

import re

from sopdsl.diagnostics import Severity
from sopdsl.language import Language, Phrase

SEVERITY: dict[Severity, Phrase] = {
    Severity.ERROR: Phrase("galat", "error"),
    Severity.WARNING: Phrase("peringatan", "warning"),
    Severity.HINT: Phrase("saran", "hint"),
}

# C0 and C1 controls, and the marks that reorder or hide text (Unicode TR 36, 2.8).
_UNFIT = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def printable(text: str) -> str:
    """Return text with every character that could deceive or command a terminal made visible."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def shortened(text: str, limit: int) -> str:
    """Return text of at most ``limit`` characters; the middle of a longer one becomes ``…``."""
    if len(text) <= limit:
        return text
    head = limit * 2 // 3
    tail = limit - head - 1
    return f"{text[:head]}…{text[len(text) - tail :]}"


def sentence(phrase: Phrase, language: Language, limit: int = 400) -> str:
    """Return a phrase ready to print on one line."""
    return printable(shortened(phrase.in_language(language), limit))


def counted(number: int, severity: Severity, language: Language) -> str:
    """Return ``3 galat`` / ``3 errors``."""
    word = SEVERITY[severity].in_language(language)
    plural = "s" if language == "en" and number != 1 else ""
    return f"{number} {word}{plural}"
