"""The work on one file: check it, or check and build it. Runs alike here and in a process.

A :class:`Job` holds only names and switches, so that it travels; each process opens the project for
itself, once. What comes back are values: findings, names of what was written, and on what it rests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.model.libraries import Libraries
from sopdsl.model.types import Use
from sopdsl.pipeline import Checked, Surroundings, check_text, cited_sops, ordered
from sopdsl.project.project import Project
from sopdsl.project.results import FileFindings
from sopdsl.project.scope import Overrides, Scope
from sopdsl.source import Source


@dataclass(frozen=True, slots=True)
class Job:
    """What shall be done with one file.

    Attributes:
        root: of the project.
        alone: see :func:`~sopdsl.project.project.project_root`.
        formats: emitters to run; empty only checks. ``None`` stands for those of `sop.toml`.
        output: folder for built files; ``None`` stands for that of `sop.toml`.
    """

    root: Path
    alone: bool
    overrides: Overrides
    path: Path
    formats: tuple[str, ...] | None = ()
    output: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job.

    Attributes:
        findings: about the file.
        others: texts that notes of the findings point into, by name.
        libraries: files it uses, directly or through others.
        sop_id: its id.
        cites: ids of the SOPs it refers to.
        is_library: nothing is built from it.
        written: outputs that changed, relative to the output folder.
        unchanged: outputs that were as they should be.
        removed: pages that an earlier build left and this one has not.
        built: whether outputs were made.
    """

    path: Path
    findings: FileFindings
    others: Mapping[str, Source]
    libraries: tuple[Path, ...]
    sop_id: str
    cites: tuple[str, ...]
    is_library: bool
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    built: bool = False


def perform(job: Job) -> Outcome:
    """Do a job.

    Raises:
        OSError: outputs cannot be written.
    """
    return perform_in(_project(job.root, job.overrides, job.alone), job)


def perform_in(project: Project, job: Job) -> Outcome:
    """Do a job in a project that is open already."""
    scope = project.scope_of(job.path)
    checked, outcome = check_file(project, scope, job.path)
    formats = scope.settings.formats if job.formats is None else job.formats
    findings = outcome.findings.findings
    if not formats or checked.sop.is_library or _has_error(findings):
        return outcome
    from sopdsl.project.building import build_file  # noqa: PLC0415 - drawing is dear to import

    built = build_file(project, scope, job.path, checked.sop, formats=formats, folder=job.output)
    findings = ordered((*findings, *built.findings))
    return replace(
        outcome,
        findings=replace(outcome.findings, findings=findings),
        written=built.written.changed,
        unchanged=built.written.unchanged,
        removed=built.written.removed,
        built=built.complete,
    )


def check_file(project: Project, scope: Scope, path: Path) -> tuple[Checked, Outcome]:
    """Check one file of a project."""
    text = project.texts.read(path)
    checked = check_text(
        text.source, text.syntax, _surroundings(project, scope, path), text.findings
    )
    libraries = project.shelf.reached(path)
    others = {
        note.file: project.texts.read(library).source
        for finding in checked.findings
        for note in finding.related
        if note.file is not None
        for library in libraries
        if project.texts.read(library).source.name == note.file
    }
    return checked, Outcome(
        path=path,
        findings=FileFindings(text.source, checked.findings),
        others=others,
        libraries=libraries,
        sop_id=checked.sop.id,
        cites=tuple(sorted(cited_sops(checked.sop))),
        is_library=checked.sop.is_library,
    )


def _surroundings(project: Project, scope: Scope, path: Path) -> Surroundings:
    def libraries(asked: tuple[Use, ...]) -> Libraries:
        return project.shelf.libraries(path, asked)

    return Surroundings(
        settings=scope.settings,
        profile=scope.profile,
        rules=scope.registry.rules(),
        statements=scope.registry.statements(),
        libraries=libraries,
        known_sops=None if project.alone else project.titles,
    )


def _has_error(findings: tuple[Diagnostic, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


@lru_cache(maxsize=8)
def _project(root: Path, overrides: Overrides, alone: bool) -> Project:
    return Project(root, overrides, alone)
