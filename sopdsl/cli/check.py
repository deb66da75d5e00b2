"""`sopc check`: say what is wrong, at its place, in the format that the reader wants."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sopdsl.cli.console import FINDINGS, CommandError, coloured, finish, say
from sopdsl.cli.formats import FORMATS, HUMAN, Render, renderer
from sopdsl.cli.options import (
    Jobs,
    Lang,
    NoPlugins,
    Paths,
    Profile,
    StdinName,
    Today,
    day,
    told,
)
from sopdsl.cli.shared import (
    Progress,
    jobs_of,
    language_of,
    perform_all,
    select,
    select_stdin,
    summary,
    tell,
    threshold,
)
from sopdsl.language import Phrase
from sopdsl.project.scope import Overrides
from sopdsl.project.writing import write_whole

HELP = Phrase(
    "Periksa berkas .sop; status 1 bila ada temuan yang cukup berat.",
    "Check .sop files; status 1 when a finding is grave enough.",
)
_STDIN = "-"


def run(
    paths: Paths = None,
    *,
    output_format: Annotated[
        str,
        typer.Option(
            "--format", metavar="|".join(FORMATS), help=told("bentuk keluaran", "output format")
        ),
    ] = "full",
    outputs: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            metavar="FORMAT=FILE",
            help=told("tulis juga ke berkas; boleh berulang", "also write to a file; repeatable"),
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="error|warning|hint|never",
            help=told("mulai tingkat mana status menjadi 1", "from which severity the status is 1"),
        ),
    ] = "error",
    jobs: Jobs = 1,
    profile: Profile = None,
    today: Today = None,
    no_plugins: NoPlugins = False,
    stdin_filename: StdinName = None,
    lang: Lang = None,
) -> None:
    """Check files and report."""
    failing = threshold(fail_on)
    files = [_wanted_file(word) for word in outputs or []]
    render = _renderer(output_format)
    overrides = Overrides(profile=profile, plugins=not no_plugins, today=day(today))
    if paths == [_STDIN]:
        selections = [select_stdin(stdin_filename, sys.stdin.buffer.read(), overrides)]
        jobs = 1  # what was piped in is known to this process only
    else:
        selections = select([Path(path) for path in paths or []], overrides)
    language = language_of(lang, selections)
    wanted = [job for selection in selections for job in jobs_of(selection)]
    report = perform_all(selections, wanted, jobs, Progress(len(wanted), language)).report()
    say(render(report, language, coloured(sys.stdout)))
    for name, file in files:
        _write(file, renderer(name)(report, language, False))
    if output_format in HUMAN:
        tell(summary(report, language))
    if failing is not None and report.reaches(failing):
        finish(FINDINGS)


def _renderer(name: str) -> Render:
    try:
        return renderer(name)
    except KeyError:
        raise CommandError(_unknown_format(name)) from None


def _wanted_file(word: str) -> tuple[str, Path]:
    name, sign, file = word.partition("=")
    if name not in FORMATS:
        raise CommandError(_unknown_format(name))
    if not sign or not file:
        raise CommandError(Phrase(f"tulis --output {name}=BERKAS", f"write --output {name}=FILE"))
    return name, Path(file)


def _unknown_format(name: str) -> Phrase:
    listed = ", ".join(FORMATS)
    return Phrase(
        f'format "{name}" tidak dikenal; pilih: {listed}',
        f'there is no format "{name}"; choose: {listed}',
    )


def _write(file: Path, text: str) -> None:
    write_whole(file.absolute(), text.encode())
