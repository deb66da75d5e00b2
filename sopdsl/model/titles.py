"""What a title says once the words that every SOP's title may begin with are taken away."""

from __future__ import annotations

import re

_DOCUMENT = re.compile(
    r"\s*(?:(?:dokumen|naskah)\s+)?"
    r"(?:standar(?:d)?\s+operasional\s+(?:dan\s+)?prosedur|standar(?:d)?\s+prosedur\s+operasional"
    r"|prosedur\s+operasional\s+standar(?:d)?|sop(?:[- ]?ap)?|spo|pos(?:[- ]?ap)?|protap"
    r"|prosedur\s+tetap)\b(?:\s+administrasi\s+pemerintahan\b)?[\s:.–—-]*",
    re.IGNORECASE,
)


def prefix_length(title: str) -> int:
    """Return how many characters of a title only say that it is an SOP; 0 when nothing follows."""
    match = _DOCUMENT.match(title)
    return match.end() if match and match.end() < len(title.rstrip()) else 0


def bare_title(text: str) -> str:
    """Return a title for comparing: in small letters, without quotes and without such a prefix."""
    text = text.strip().strip('"').strip()
    return " ".join(text[prefix_length(text) :].casefold().split())
