"""The CSS of the roles: what the classes of a drawing look like, in colours that the caller names.

A picture file states colours; a page in HTML states those of paper and, for the screen, variables
that follow the reader's device. The rules speak about no class that does not begin with ``sop-``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields

from sopdsl.drawing.theme import Palette, Theme, styles

_NO_GROUND = frozenset({"sop-cell", "sop-frame", "sop-edge"})


def role_rules(theme: Theme, colour: Callable[[str], str]) -> str:
    """Return a rule for each role.

    Args:
        theme: gives line weights and typeface.
        colour: returns the CSS for a colour of :class:`Palette`, by its name.
    """
    rules = [
        f".sop-page text{{font-family:{theme.font_family};font-kerning:none;"
        "font-variant-ligatures:none}"
    ]
    for role, style in styles(theme.weights).items():
        declarations: list[str] = []
        if style.fill or role in _NO_GROUND:
            declarations.append(f"fill:{colour(style.fill) if style.fill else 'none'}")
        if style.stroke:
            declarations += [f"stroke:{colour(style.stroke)}", f"stroke-width:{style.width:g}"]
        rules.append(f".{role}{{{';'.join(declarations)}}}")
    return "".join(rules)


def stated(palette: Palette) -> Callable[[str], str]:
    """Return the colours of a palette by name."""
    return dict(colours(palette)).__getitem__


def variable(name: str) -> str:
    """Return the variable that stands for a colour."""
    return f"var(--{name})"


def variables(palette: Palette) -> str:
    """Return declarations that give the variables the colours of a palette."""
    return ";".join(f"--{name}:{value}" for name, value in colours(palette))


def colours(palette: Palette) -> tuple[tuple[str, str], ...]:
    """Return the names and values of a palette's colours."""
    return tuple((field.name, str(getattr(palette, field.name))) for field in fields(palette))
