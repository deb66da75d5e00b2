"""Themes: paper is always black and white, every screen is readable, one picture in all of them."""

from __future__ import annotations

from dataclasses import fields

import pytest

from sopdsl.drawing.theme import COLOURED, PLAIN, Palette, Theme, styles, theme_named

THEMES = (PLAIN, COLOURED)
SCREENS = [
    (f"{theme.name}-{place}", palette)
    for theme in THEMES
    for place, palette in (("screen", theme.screen), ("dark", theme.dark))
]
GROUNDS = ("paper", "head", "mulai", "proses", "keputusan", "selesai", "konektor")


def channels(colour: str) -> list[int]:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    return [int(digits[at : at + 2], 16) for at in (0, 2, 4)]


def luminance(colour: str) -> float:
    """Return WCAG's relative luminance."""
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_theme_is_found_by_its_name() -> None:
    assert [theme_named(theme.name) for theme in THEMES] == list(THEMES)
    with pytest.raises(KeyError):
        theme_named("pelangi")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_paper_knows_black_and_white_only(theme: Theme) -> None:
    assert {getattr(theme.print, field.name) for field in fields(Palette)} == {"#000", "#fff"}


@pytest.mark.parametrize(("name", "palette"), SCREENS, ids=[name for name, _ in SCREENS])
def test_every_text_and_line_stands_out_from_its_ground(name: str, palette: Palette) -> None:
    for ground in (getattr(palette, ground) for ground in GROUNDS):
        assert contrast(palette.ink, ground) >= 7, (name, ground)
        assert contrast(palette.faint, ground) >= 4.5, (name, ground)
        assert contrast(palette.stroke, ground) >= 4.5, (name, ground)
    assert contrast(palette.frame, palette.paper) >= 4.5
    assert contrast(palette.line, palette.paper) >= 1.9


def test_tints_are_light_enough_for_a_photocopier() -> None:
    for ground in GROUNDS:
        assert luminance(getattr(COLOURED.screen, ground)) > 0.74, ground


def test_weights_are_those_of_the_theme_and_colours_exist() -> None:
    names = {field.name for field in fields(Palette)}
    looks = styles(PLAIN.weights)
    assert {name for style in looks.values() for name in (style.stroke, style.fill)} <= {"", *names}
    assert looks["sop-edge"].width == PLAIN.weights.edge
    assert looks["sop-cell"].width < looks["sop-edge"].width < looks["sop-frame"].width
