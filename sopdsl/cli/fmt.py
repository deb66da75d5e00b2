"""`sopc fmt`: write files in the one canonical form, or show what would change."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sopdsl.cli.console import FINDINGS, coloured, complain, finish, say
from sopdsl.cli.options import Lang, Paths, StdinName, told
from sopdsl.cli.shared import language_of, select, tell
from sopdsl.cli.words import printable
from sopdsl.diagnostics import Severity
from sopdsl.language import Language, Phrase
from sopdsl.project.project import shown_path
from sopdsl.project.scope import Overrides
from sopdsl.project.texts import understood
from sopdsl.project.writing import write_whole
from sopdsl.syntax import format_text

HELP = Phrase("Rapikan berkas .sop ke bentuk bakunya.", "Write .sop files in canonical form.")
_STDIN = "-"


def run(
    paths: Paths = None,
    *,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help=told("jangan tulis; status 1 bila ada yang belum rapi", "only say what is untidy"),
        ),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=told("tampilkan perubahannya saja", "show the changes"))
    ] = False,
    stdin_filename: StdinName = None,
    lang: Lang = None,
) -> None:
    """Format files, or say which are not in canonical form."""
    if paths == [_STDIN]:
        finish(_format_stdin(stdin_filename or "<stdin>", language_of(lang, ()), check, diff))
    selections = select([Path(path) for path in paths or []], Overrides(plugins=False))
    language = language_of(lang, selections)
    files = [path for selection in selections for path in selection.files]
    untidy = broken = 0
    for path in files:
        data = path.read_bytes()
        formatted = _formatted(shown_path(path), data, language)
        if formatted is None:
            broken += 1
        elif formatted != data:
            untidy += 1
            _handle(path, data, formatted, check, diff)
    tell(_summary(len(files), untidy, broken, check or diff).in_language(language))
    if broken or (untidy and (check or diff)):
        finish(FINDINGS)


def _format_stdin(name: str, language: Language, check: bool, diff: bool) -> int:
    data = sys.stdin.buffer.read()
    formatted = _formatted(name, data, language)
    if formatted is None:
        return FINDINGS
    if diff:
        _show_diff(name, data, formatted)
    elif not check:
        sys.stdout.flush()
        sys.stdout.buffer.write(formatted)
        return 0
    return FINDINGS if formatted != data else 0


def _formatted(name: str, data: bytes, language: Language) -> bytes | None:
    """Return the canonical form; ``None`` (and a word about it) for what is no text."""
    text = understood(name, data)
    errors = [f for f in text.findings if f.severity is Severity.ERROR]
    if errors:
        reason = errors[0].message
        complain(Phrase(f"{name}: {reason.id}", f"{name}: {reason.en}"), language)
        return None
    return format_text(text.source.text).encode()


def _handle(path: Path, data: bytes, formatted: bytes, check: bool, diff: bool) -> None:
    name = shown_path(path)
    if diff:
        _show_diff(name, data, formatted)
    elif check:
        say(f"{printable(name)}\n")
    else:
        write_whole(path, formatted)


def _show_diff(name: str, data: bytes, formatted: bytes) -> None:
    import difflib  # noqa: PLC0415 - for --diff only

    before = data.decode("utf-8", "replace").splitlines()
    after = formatted.decode("utf-8").splitlines()
    paint = coloured(sys.stdout)
    for line in difflib.unified_diff(before, after, name, name, lineterm=""):
        colour = {"+": "32", "-": "31", "@": "36"}.get(line[:1]) if paint else None
        shown = printable(line)
        say(f"\x1b[{colour}m{shown}\x1b[0m\n" if colour else f"{shown}\n")


def _summary(files: int, untidy: int, broken: int, only_looked: bool) -> Phrase:
    tidy = files - untidy - broken
    if only_looked:
        phrase = Phrase(
            f"{untidy} berkas belum rapi, {tidy} sudah rapi", f"{untidy} untidy, {tidy} tidy"
        )
    else:
        phrase = Phrase(
            f"{untidy} berkas dirapikan, {tidy} sudah rapi", f"{untidy} formatted, {tidy} tidy"
        )
    if broken:
        phrase = Phrase(
            f"{phrase.id}, {broken} tidak dapat dibaca", f"{phrase.en}, {broken} unreadable"
        )
    return phrase
