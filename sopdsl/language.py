"""One thing said in both languages the tool speaks.

Everything a user reads exists in Indonesian (the default) and in English. Findings carry both, so
that caches and memos do not depend on the reader's language; only the last step picks one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["id", "en"]

LANGUAGES: tuple[Language, ...] = ("id", "en")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence or word in Indonesian and English, in that order."""

    id: str
    en: str

    def in_language(self, language: Language) -> str:
        """Return the wording for a reader of ``language``."""
        return self.en if language == "en" else self.id


def verbatim(text: str) -> Phrase:
    """Return a phrase for text that is the same in every language (names, quotes)."""
    return Phrase(text, text)
