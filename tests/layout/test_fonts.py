"""The committed font files say what the installed font says, and have a name of their own."""

from __future__ import annotations

from io import BytesIO

import pytest

from harness import arimo
from sopdsl.layout import fonts
from sopdsl.layout.fonts import advances


@pytest.fixture(autouse=True)
def _needs_the_installed_font() -> None:
    if not arimo.INSTALLED.exists():
        pytest.skip("fonts-croscore is not installed")


def test_the_table_of_advances_is_fresh() -> None:
    text = (arimo.TARGET / "advances.py").read_text(encoding="utf-8")
    assert text == arimo.module(), "run `python -m harness.arimo` in tests/"


@pytest.mark.parametrize(
    ("weight", "table"), [("regular", advances.REGULAR), ("bold", advances.BOLD)]
)
def test_the_embedded_font_has_the_advances_that_layout_measures(
    weight: fonts.Weight, table: tuple[int, ...]
) -> None:
    font = arimo.ttlib.TTFont(BytesIO(fonts.woff2(weight)))
    assert font["head"].unitsPerEm == advances.UNITS_PER_EM
    assert arimo.advances(font) == dict(zip(advances.CHARACTERS, table, strict=True))


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_the_cut_font_is_not_called_like_the_whole_one(weight: fonts.Weight) -> None:
    font = arimo.ttlib.TTFont(BytesIO(fonts.woff2(weight)))
    assert font["name"].getDebugName(1) == "Sopc Sans"
    assert "Open Font License" in font["name"].getDebugName(13)
    assert "fpgm" not in font, "hinting doubles the size and no printer uses it"


def test_the_licence_lies_beside_the_fonts() -> None:
    text = (arimo.TARGET / "OFL.txt").read_text(encoding="utf-8")
    assert "Google" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert 'THE FONT SOFTWARE IS PROVIDED "AS IS"' in text
