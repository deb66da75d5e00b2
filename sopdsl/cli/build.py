"""`sopc build`: make the documents; what has errors is reported, not made."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from sopdsl.cli.console import FINDINGS, CommandError, coloured, finish, say
from sopdsl.cli.formats import renderer
from sopdsl.cli.options import Jobs, Lang, NoPlugins, Output, Paths, Profile, told
from sopdsl.cli.shared import (
    Progress,
    Run,
    Selection,
    jobs_of,
    language_of,
    perform_all,
    select,
    summary,
    tell,
)
from sopdsl.diagnostics import Severity
from sopdsl.language import Language, Phrase
from sopdsl.paper import SIZES
from sopdsl.project.formats import known_formats
from sopdsl.project.index import document_path
from sopdsl.project.jobs import Outcome
from sopdsl.project.project import shown_path
from sopdsl.project.scope import Overrides

HELP = Phrase(
    "Buat dokumen dari berkas .sop.",
    "Make documents from .sop files.",
)


@dataclass(frozen=True, slots=True)
class Order:
    """What a build shall do, apart from where: kept from one round of ``--watch`` to the next."""

    paths: tuple[Path, ...]
    formats: tuple[str, ...] | None
    output: Path | None
    processes: int
    overrides: Overrides
    language: str | None


def run(
    paths: Paths = None,
    *,
    output: Output = None,
    to: Annotated[
        str | None,
        typer.Option("--to", metavar="html,svg", help=told("format hasil", "formats to write")),
    ] = None,
    jobs: Jobs = 1,
    watch: Annotated[
        bool,
        typer.Option("--watch", help=told("bangun lagi setiap ada perubahan", "rebuild on change")),
    ] = False,
    profile: Profile = None,
    paper: Annotated[
        str | None,
        typer.Option("--paper", metavar="|".join(SIZES), help=told("ukuran kertas", "paper size")),
    ] = None,
    no_plugins: NoPlugins = False,
    lang: Lang = None,
) -> None:
    """Check files and build those without errors."""
    order = Order(
        paths=tuple(Path(path) for path in paths or []),
        formats=_formats(to),
        output=output.absolute() if output else None,
        processes=jobs,
        overrides=Overrides(profile=profile, paper=_paper(paper), plugins=not no_plugins),
        language=lang,
    )
    if watch:
        from sopdsl.cli.watching import keep_building  # noqa: PLC0415 - for --watch only

        keep_building(order)
    elif not build(order).without_errors:
        finish(FINDINGS)


@dataclass(frozen=True, slots=True)
class Round:
    """What one build came to."""

    outcomes: tuple[Outcome, ...]
    without_errors: bool


def build(order: Order, only: frozenset[Path] | None = None) -> Round:
    """Build once and say what happened.

    Args:
        order: what to do.
        only: build no other files than these (absolute paths).
    """
    selections = select(order.paths, order.overrides)
    language = language_of(order.language, selections)
    _check_formats(order, selections)
    _check_collisions(selections, order)
    if only is not None:
        selections = [
            replace(selection, files=tuple(path for path in selection.files if path in only))
            for selection in selections
        ]
    jobs = [
        job for selection in selections for job in jobs_of(selection, order.formats, order.output)
    ]
    result = perform_all(selections, jobs, order.processes, Progress(len(jobs), language))
    _print(result, selections, order, language)
    return Round(tuple(result.outcomes), not result.report().reaches(Severity.ERROR))


def _print(result: Run, selections: list[Selection], order: Order, language: Language) -> None:
    report = result.report()
    sys.stdout.write(renderer("full")(report, language, coloured(sys.stdout)))
    documents = sum(outcome.built for outcome in result.outcomes)
    changed = sum(len(outcome.written) for outcome in result.outcomes)
    same = sum(len(outcome.unchanged) for outcome in result.outcomes)
    removed = sum(len(outcome.removed) for outcome in result.outcomes)
    folders = ", ".join(
        dict.fromkeys(shown_path(order.output or s.project.output) for s in selections)
    )
    line = Phrase(
        f"{documents} dokumen di {folders}: {changed} berkas ditulis, {same} tidak berubah",
        f"{documents} documents in {folders}: {changed} files written, {same} unchanged",
    ).in_language(language)
    blocked = sum(outcome.blocked for outcome in result.outcomes)
    if blocked:
        held = Phrase(f", {blocked} tidak dibuat karena galat", f", {blocked} not made for errors")
        line += held.in_language(language)
    if removed:
        line += Phrase(
            f", {removed} halaman lama dihapus", f", {removed} old pages removed"
        ).in_language(language)
    say(line + "\n")
    if report.files:
        tell(summary(report, language))


def _formats(words: str | None) -> tuple[str, ...] | None:
    if words is None:
        return None
    return tuple(word.strip() for word in words.split(",") if word.strip())


def _paper(word: str | None) -> str | None:
    if word is not None and word not in SIZES:
        listed = ", ".join(SIZES)
        raise CommandError(
            Phrase(
                f'--paper tidak mengenal "{word}"; pilih: {listed}',
                f'--paper does not know "{word}"; choose: {listed}',
            )
        )
    return word


def _check_formats(order: Order, selections: list[Selection]) -> None:
    """Refuse formats that nobody writes; a plugin of the outer `sop.toml` may bring some."""
    for selection in selections:
        known = known_formats(selection.project.outer.registry)
        for name in order.formats or ():
            if name not in known:
                listed = ", ".join(known)
                raise CommandError(
                    Phrase(
                        f'--to tidak mengenal "{name}"; pilih: {listed}',
                        f'--to does not know "{name}"; choose: {listed}',
                    )
                )


def _check_collisions(selections: list[Selection], order: Order) -> None:
    """Refuse to let two documents of different projects overwrite one another."""
    taken: dict[Path, Path] = {}
    for selection in selections:
        project = selection.project
        folder = order.output or project.output
        for path in selection.files:
            place = folder / document_path(project.root, path)
            other = taken.setdefault(place, path)
            if other != path:
                one, two = shown_path(other), shown_path(path)
                raise CommandError(
                    Phrase(
                        f'"{one}" dan "{two}" akan menulis berkas yang sama; bangun terpisah',
                        f'"{one}" and "{two}" would write the same files; build them apart',
                    )
                )
