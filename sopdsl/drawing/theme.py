"""How things look: strokes and fills by role, and the typeface.

Black on white and nothing between: an SOP is signed, stamped and photocopied, and grey does not
survive that. Strokes differ by what they mean: the table recedes, symbols and arrows stand out.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sopdsl.layout.fonts import Weight, woff2

FAMILY = "Sopc Sans"
FONT_FAMILY = f"'{FAMILY}',Arimo,Arial,'Liberation Sans',sans-serif"


@dataclass(frozen=True, slots=True)
class Style:
    """Stroke and fill of a shape; widths in points."""

    stroke: str = "none"
    width: float = 0.0
    fill: str = "none"


_INK = "#000"
_PAPER = "#fff"

STYLES: Mapping[str, Style] = {
    "sop-cell": Style(_INK, 0.5),
    "sop-frame": Style(_INK, 1.0),
    "sop-outline": Style(_INK, 0.9, _PAPER),
    "sop-edge": Style(_INK, 0.8),
    "sop-arrow": Style(fill=_INK),
    "sop-label-bg": Style(fill=_PAPER),
    "sop-text": Style(fill=_INK),
    "sop-edge-label": Style(fill=_INK),
    "sop-letter": Style(fill=_INK),
}

CORNER_RADIUS = 2.0  # of arrows
ARROW_LENGTH = 4.6  # 1.6 mm; routing leaves every last leg at least that long
ARROW_HALF_WIDTH = 1.8


@cache
def font_faces() -> str:
    """Return the CSS that brings the typeface along, both weights embedded."""
    weights: tuple[tuple[Weight, int], ...] = (("regular", 400), ("bold", 700))
    return "".join(
        f"@font-face{{font-family:'{FAMILY}';font-weight:{number};font-style:normal;"
        f"src:url(data:font/woff2;base64,{b64encode(woff2(weight)).decode('ascii')})"
        " format('woff2')}"
        for weight, number in weights
    )
