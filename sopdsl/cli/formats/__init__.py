"""Output formats of `sopc check`: one pure function a file, from a report to text.

Each module has ``render(report, language, colour) -> str``; only the one asked for is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from sopdsl.language import Language
from sopdsl.project.results import Report

Render = Callable[[Report, Language, bool], str]

FORMATS: dict[str, str] = {
    "full": "sopdsl.cli.formats.full",
    "concise": "sopdsl.cli.formats.concise",
    "json": "sopdsl.cli.formats.json",
}

# For people; the others are for programs, which want no summary beside them.
HUMAN = frozenset({"full", "concise"})


def renderer(name: str) -> Render:
    """Return the function of a format; ``KeyError`` for an unknown one."""
    return cast("Render", import_module(FORMATS[name]).render)
