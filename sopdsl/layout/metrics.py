"""How wide a text is: sums of the advances of our own typeface.

Kerning and ligatures are switched off where the pages are drawn, so a text is exactly as wide as
the sum of its characters' advances, and needs neither a font engine nor a browser. What stands
here in font units is the same in every size.
"""

from __future__ import annotations

from sopdsl.layout.fonts.advances import BOLD, CHARACTERS, REGULAR, UNITS_PER_EM

# A character that the font lacks comes from whatever font the reader has. No common one is wider
# than the em for letters and signs, or 1.4 em for pictographs (beyond the first plane).
UNKNOWN_ADVANCE = UNITS_PER_EM
UNKNOWN_PICTOGRAPH_ADVANCE = 1.4 * UNITS_PER_EM

_TABLES: tuple[dict[str, int], dict[str, int]] = (
    dict(zip(CHARACTERS, REGULAR, strict=True)),
    dict(zip(CHARACTERS, BOLD, strict=True)),
)
_WORDS: tuple[dict[str, float], dict[str, float]] = ({}, {})
_MOST_WORDS = 50_000
_LONGEST_WORD = 60  # longer texts hardly come again


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return the width of one line of text in points, printed in ``size`` points."""
    return units(text, bold) * size / UNITS_PER_EM


def units(text: str, bold: bool = False) -> float:
    """Return the width of one line of text in font units."""
    if len(text) > _LONGEST_WORD:
        return _measure(text, _TABLES[bold])
    known = _WORDS[bold]
    width = known.get(text)
    if width is None:
        width = _measure(text, _TABLES[bold])
        if (
            len(known) >= _MOST_WORDS
        ):  # a server that runs for weeks must not collect words for ever
            known.clear()
        known[text] = width
    return width


def _measure(text: str, advances: dict[str, int]) -> float:
    try:
        return sum([advances[character] for character in text])
    except KeyError:
        return sum(advances.get(character) or _guess(character) for character in text)


def _guess(character: str) -> float:
    return UNKNOWN_PICTOGRAPH_ADVANCE if character > "\uffff" else UNKNOWN_ADVANCE
