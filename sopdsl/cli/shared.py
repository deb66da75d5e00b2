"""What `check` and `build` share: which files are meant, doing the jobs, reporting, the status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sopdsl.cli.console import CommandError, remark
from sopdsl.cli.words import counted
from sopdsl.diagnostics import Severity
from sopdsl.language import Language, Phrase
from sopdsl.project.executors import executor
from sopdsl.project.jobs import Job, Outcome, perform, perform_in
from sopdsl.project.memory import Memory
from sopdsl.project.project import Project, project_root, shown_path
from sopdsl.project.results import FileFindings, Report
from sopdsl.project.scope import Overrides
from sopdsl.source import Source

FAIL_ON = {"error": Severity.ERROR, "warning": Severity.WARNING, "hint": Severity.HINT}


@dataclass(frozen=True, slots=True)
class Selection:
    """The files of one project that are meant, in order."""

    project: Project
    files: tuple[Path, ...]


@dataclass(slots=True)
class Run:
    """Collects what jobs brought back; lives for one command."""

    outcomes: list[Outcome] = field(default_factory=list[Outcome])
    settings: list[FileFindings] = field(default_factory=list[FileFindings])

    def report(self) -> Report:
        """Return all findings: those of `sop.toml` first, then file by file."""
        others: dict[str, Source] = {}
        for outcome in self.outcomes:
            others |= outcome.others
        files = (*self.settings, *(outcome.findings for outcome in self.outcomes))
        return Report(tuple(f for f in files if f.findings), len(self.outcomes), others)


def select(paths: Sequence[Path], overrides: Overrides) -> list[Selection]:
    """Return the files that the words of a command line mean, project by project.

    Raises:
        CommandError: a path does not exist, or the profile asked for is no good.
        OSError: a folder cannot be read.
    """
    projects: dict[tuple[Path, bool], Project] = {}
    files: dict[tuple[Path, bool], dict[Path, None]] = {}
    for path in paths or [_nearest_project()]:
        place = _real(path)
        key = project_root(place)
        project = projects.setdefault(key, Project(key[0], overrides, alone=key[1]))
        found = project.sops(place) if place.is_dir() else [place]
        files.setdefault(key, {}).update(dict.fromkeys(found))
    if overrides.profile:
        _demand_profile(list(projects.values()))
    return [Selection(projects[key], tuple(found)) for key, found in files.items()]


def select_stdin(name: str | None, data: bytes, overrides: Overrides) -> Selection:
    """Return standard input as if it were the file ``name`` (which need not exist)."""
    path = Path(name).resolve() if name else Path.cwd() / "<stdin>"
    root, alone = project_root(path if path.is_file() else path.parent)
    project = Project(root, overrides, alone=alone or name is None)
    project.memory = Memory(None)  # it knows the file on disk, which is another text
    project.texts.put(path, name or "<stdin>", data)
    return Selection(project, (path,))


def jobs_of(
    selection: Selection, formats: tuple[str, ...] | None = (), output: Path | None = None
) -> list[Job]:
    """Return a job for each selected file; see :class:`Job`."""
    project = selection.project
    return [
        Job(project.root, project.alone, project.overrides, path, formats, output)
        for path in selection.files
    ]


def perform_all(
    selections: Iterable[Selection], jobs: Sequence[Job], processes: int, progress: Progress
) -> Run:
    """Do all jobs, then check the libraries that they use and nobody named."""
    run = Run()
    projects = {selection.project.root: selection.project for selection in selections}
    for outcome in _outcomes(projects, jobs, processes):
        run.outcomes.append(outcome)
        progress.step()
    progress.end()
    for job in _forgotten_libraries(run.outcomes, jobs):
        outcome = perform_in(projects[job.root], job)
        if outcome.findings.findings:
            run.outcomes.append(outcome)
    for project in projects.values():
        for outcome in run.outcomes:
            if outcome.path.is_relative_to(project.root):
                project.scope_of(outcome.path)
        run.settings += [
            FileFindings(scope.source or Source(shown_path(scope.folder), ""), findings)
            for scope in project.scopes
            if (findings := project.memory.scope_findings(scope))
        ]
    return run


class Progress:
    """A counter on standard error, for people who wait; silent unless that is a terminal."""

    def __init__(self, total: int, language: Language) -> None:
        self._total, self._done = total, 0
        self._word = Phrase("berkas", "files").in_language(language)
        self._shown = sys.stderr.isatty() and total >= 10  # noqa: PLR2004 - fewer are done at once

    def step(self) -> None:
        """Count one more."""
        self._done += 1
        if self._shown:
            sys.stderr.write(f"\r{self._done}/{self._total} {self._word}")
            sys.stderr.flush()

    def end(self) -> None:
        """Clear the line."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")


def summary(report: Report, language: Language) -> str:
    """Return one line that says how it stands and what to do next."""
    checked = report.checked
    if not report.files:
        return Phrase(
            f"{checked} berkas diperiksa, tidak ada temuan",
            f"{checked} {'file' if checked == 1 else 'files'} checked, nothing found",
        ).in_language(language)
    numbers = [
        counted(report.count(severity), severity, language)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.HINT)
        if report.count(severity)
    ]
    listed = ", ".join(numbers)
    worst = max((f for _, f in report), key=lambda f: f.severity)
    return Phrase(
        f"{listed} dalam {len(report.files)} dari {checked} berkas; "
        f"penjelasan: sopc rule {worst.rule}",
        f"{listed} in {len(report.files)} of {checked} files; explained by: sopc rule {worst.rule}",
    ).in_language(language)


def threshold(word: str) -> Severity | None:
    """Return the failing severity of ``--fail-on``; ``None`` for ``never``."""
    if word == "never":
        return None
    if word not in FAIL_ON:
        listed = ", ".join((*FAIL_ON, "never"))
        raise CommandError(
            Phrase(
                f'--fail-on tidak mengenal "{word}"; pilih: {listed}',
                f'--fail-on does not know "{word}"; choose: {listed}',
            )
        )
    return FAIL_ON[word]


def language_of(word: str | None, selections: Sequence[Selection]) -> Language:
    """Return the language of messages: the option's, else that of `sop.toml`, else Indonesian."""
    if word == "en":
        return "en"
    if word == "id":
        return "id"
    if word is not None:
        raise CommandError(
            Phrase(
                f'--lang tidak mengenal "{word}"; pilih: id, en', f'--lang does not know "{word}"'
            )
        )
    return selections[0].project.outer.settings.language if selections else "id"


def tell(text: str) -> None:
    """Write a closing line to standard error."""
    remark(text)


def _demand_profile(projects: Sequence[Project]) -> None:
    """Refuse a profile on the command line that nobody knows."""
    from sopdsl.profiles import ProfileError  # noqa: PLC0415 - for --profile only

    for project in projects:
        try:
            _ = project.outer.profile
        except ProfileError as error:
            raise CommandError(error.message) from error


def _outcomes(
    projects: dict[Path, Project], jobs: Sequence[Job], processes: int
) -> Iterator[Outcome]:
    if processes == 1:  # the project that is open already serves
        return (perform_in(projects[job.root], job) for job in jobs)
    return executor(processes, len(jobs)).map(perform, jobs)


def _forgotten_libraries(outcomes: Sequence[Outcome], jobs: Sequence[Job]) -> list[Job]:
    named = {job.path for job in jobs}
    found: dict[Path, Job] = {}
    for outcome, job in zip(outcomes, jobs, strict=True):
        for library in outcome.libraries:
            if library not in named:
                found.setdefault(library, replace(job, path=library))
    return [found[path] for path in sorted(found)]


def _nearest_project() -> Path:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "sop.toml").is_file():
            return folder
    return here


def _real(path: Path) -> Path:
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as fault:
        raise CommandError(
            Phrase(f'"{path}" tidak ada atau tidak dapat dibuka', f'cannot find or open "{path}"')
        ) from fault
