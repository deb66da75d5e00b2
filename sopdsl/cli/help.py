"""Help and complaints of the command line in the reader's language.

Typer brings headings and complaints in English only; here they get their Indonesian wording.
"""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from sopdsl.cli.console import surroundings_language
from sopdsl.language import Phrase, verbatim

_HEADINGS = {
    "Usage:": "Pemakaian:",
    "Options:": "Opsi:",
    "Arguments:": "Argumen:",
    "Commands:": "Perintah:",
    "Show this message and exit.": "Tampilkan bantuan ini.",
    "Install completion for the current shell.": "Pasang pelengkapan untuk shell ini.",
    "[default: ": "[bawaan: ",
    "[required]": "[wajib]",
    "[OPTIONS]": "[OPSI]",
    "COMMAND [ARGS]...": "PERINTAH [ARGUMEN]...",
}
_SHOW_COMPLETION = re.compile(
    r"Show completion for the current shell, to copy it or\s+customize the installation\."
)
_COMMAND = re.compile(r"No such command '([^']*)'\.?(?: Did you mean '([^']*)'\?)?")


class Command(TyperCommand):
    """A command whose help speaks the reader's language."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return _spoken(super().get_help(ctx))


class Group(TyperGroup):
    """The commands as a whole, likewise."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return _spoken(super().get_help(ctx))


def complaint(fault: Exception) -> Phrase:
    """Return what is wrong with the words of a command line."""
    message: str = getattr(fault, "format_message", fault.__str__)()
    option = getattr(fault, "option_name", None)
    near = getattr(fault, "possibilities", None) or ()
    if match := _COMMAND.match(message):
        return Phrase(_maybe(f'tidak ada perintah "{match[1]}"', match[2]), message)
    if option and "No such option" in message:
        return Phrase(_maybe(f'tidak ada opsi "{option}"', *near), message)
    if option and "requires an argument" in message:
        return Phrase(f'opsi "{option}" memerlukan nilai', message)
    if isinstance(fault, typer.BadParameter):
        name = getattr(getattr(fault, "param", None), "human_readable_name", "") or ""
        if type(fault).__name__ == "MissingParameter":
            return Phrase(f"kurang: {name}", message)
        return Phrase(f'nilai untuk "{name}" tidak dapat dipakai', message)
    return verbatim(message)


def _maybe(sentence: str, *near: str | None) -> str:
    words = [f'"{word}"' for word in near if word]
    return f"{sentence}; maksudnya {' atau '.join(words)}?" if words else sentence


def _spoken(text: str) -> str:
    if surroundings_language() == "en":
        return text
    for english, indonesian in _HEADINGS.items():
        text = text.replace(english, indonesian)
    return _SHOW_COMPLETION.sub("Tampilkan skrip pelengkapan untuk shell ini.", text)
