"""The one typeface of every page: Arimo, cut down to the characters that SOPs print.

The two WOFF2 files and ``advances.py`` are generated together (``python -m
sopdsl.layout.fonts.generate``), so the widths that layout measures are those the reader's browser
draws. Arimo has the widths of Arial: a page keeps its shape where only Arial is installed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

Weight = Literal["regular", "bold"]

_FOLDER = Path(__file__).parent


@cache
def woff2(weight: Weight) -> bytes:
    """Return the font file of a weight, to be embedded in a page."""
    return (_FOLDER / f"arimo-{weight}.woff2").read_bytes()
