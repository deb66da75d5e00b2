"""How things look: colours, line weights and typeface, as one frozen value that a project chooses.

A page is shown in three places, and each has its own colours. On *paper* every theme is black on
white and nothing between: an SOP is signed, stamped and photocopied, and grey does not survive
that. The *screen*, which is also a picture file, may bear colours. The *dark* screen is for those
who set their device so. Lines differ by what they mean: the table recedes, symbols and arrows stand
out, and the weights are the same everywhere, so that no place draws another picture.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sopdsl.layout.fonts import Weight, woff2

FAMILY = "Sopc Sans"
_FONT_FAMILY = f"'{FAMILY}',Arimo,Arial,'Liberation Sans',sans-serif"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one place, each a CSS hexadecimal colour.

    Attributes:
        ink: texts.
        paper: the ground.
        line: lines between cells.
        frame: the table's edge, and the line under its header.
        stroke: outlines of symbols, and arrows.
        head: ground of the header.
        mulai, proses, keputusan, selesai, konektor: grounds of the five kinds of symbol.
        faint: what may step back: row numbers in symbols.
    """

    ink: str = "#000"
    paper: str = "#fff"
    line: str = "#000"
    frame: str = "#000"
    stroke: str = "#000"
    head: str = "#fff"
    mulai: str = "#fff"
    proses: str = "#fff"
    keputusan: str = "#fff"
    selesai: str = "#fff"
    konektor: str = "#fff"
    faint: str = "#000"


@dataclass(frozen=True, slots=True)
class Weights:
    """Widths of lines, in points."""

    line: float = 0.5
    frame: float = 1.0
    outline: float = 0.9
    edge: float = 0.8


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything about the look that a project can choose.

    Attributes:
        name: as ``tema`` in `sop.toml` says it.
        print: colours on paper.
        screen: colours on a screen, and in picture files.
        dark: colours on a dark screen.
        font_family: typefaces by preference; all must have Arial's widths, for which texts are
            wrapped.
    """

    name: str
    print: Palette
    screen: Palette
    dark: Palette
    weights: Weights = Weights()
    font_family: str = _FONT_FAMILY


@dataclass(frozen=True, slots=True)
class Style:
    """Stroke and fill of a role: names of colours in :class:`Palette`; width in points."""

    stroke: str = ""
    width: float = 0.0
    fill: str = ""


_NIGHT = Palette(
    ink="#e4e9ed",
    paper="#171c21",
    line="#57636e",
    frame="#a3afb9",
    stroke="#cdd6dd",
    head="#1f262d",
    mulai="#171c21",
    proses="#171c21",
    keputusan="#171c21",
    selesai="#171c21",
    konektor="#171c21",
    faint="#b9c3cb",
)

PLAIN = Theme("polos", print=Palette(), screen=Palette(), dark=_NIGHT)
"""Black on white wherever it is bright."""

COLOURED = Theme(
    "warna",
    print=Palette(),
    screen=Palette(
        ink="#16232f",
        paper="#fff",
        line="#a9b6c1",
        frame="#4a5c6b",
        stroke="#27455f",
        head="#eaf0f5",
        mulai="#d8efdf",
        proses="#e1edf9",
        keputusan="#fdf0cd",
        selesai="#f6dfdb",
        konektor="#ebe4f6",
        faint="#3c5468",
    ),
    dark=Palette(
        ink="#e4e9ed",
        paper="#171c21",
        line="#4b5762",
        frame="#8d9ba7",
        stroke="#b4c6d5",
        head="#202a33",
        mulai="#1d3b2a",
        proses="#1c3147",
        keputusan="#45390f",
        selesai="#48261f",
        konektor="#332a4a",
        faint="#c2cdd6",
    ),
)
"""Each kind of symbol on a tint of its own, on screens; light enough to be photocopied."""

_THEMES = {theme.name: theme for theme in (PLAIN, COLOURED)}

CORNER_RADIUS = 2.0  # of arrows
ARROW_LENGTH = 4.6  # 1.6 mm; routing leaves every last leg at least that long
ARROW_HALF_WIDTH = 1.8


def theme_named(name: str) -> Theme:
    """Return a theme by name; ``KeyError`` for another name."""
    return _THEMES[name]


def styles(weights: Weights) -> Mapping[str, Style]:
    """Return how each role looks; of several that a thing has, the later ones prevail."""
    return {
        "sop-cell": Style("line", weights.line),
        "sop-head": Style("line", weights.line, "head"),
        "sop-frame": Style("frame", weights.frame),
        "sop-outline": Style("stroke", weights.outline, "proses"),
        "sop-mulai": Style(fill="mulai"),
        "sop-keputusan": Style(fill="keputusan"),
        "sop-selesai": Style(fill="selesai"),
        "sop-konektor": Style(fill="konektor"),
        "sop-edge": Style("stroke", weights.edge),
        "sop-arrow": Style(fill="stroke"),
        "sop-label-bg": Style(fill="paper"),
        "sop-text": Style(fill="ink"),
        "sop-edge-label": Style(fill="ink"),
        "sop-letter": Style(fill="ink"),
        "sop-number": Style(fill="faint"),
        "sop-key": Style("stroke", weights.outline, "paper"),
        "sop-key-head": Style(fill="stroke"),
    }


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
