"""The work on one file: check it, or check and build it. Runs alike here and in a process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.model.libraries import Libraries
from sopdsl.model.types import Sop, Use
from sopdsl.pipeline import Surroundings, check_text, cited_sops, ordered
from sopdsl.project.jobs import Job, Outcome
from sopdsl.project.project import Project
from sopdsl.project.results import FileFindings


def check_file(project: Project, path: Path) -> Outcome:
    """Check one file of a project, and remember what was found."""
    return _checked(project, path)[1]


def check_and_build(project: Project, job: Job) -> Outcome:
    """Check one file, and build it when it is no library and neither it nor a library has errors.

    Raises:
        OSError: outputs cannot be written.
    """
    scope = project.scope_of(job.path)
    sop, outcome = _checked(project, job.path)
    formats = scope.settings.formats if job.formats is None else job.formats
    if not formats or sop.is_library:
        return outcome
    findings = outcome.findings.findings
    if _has_error(findings) or any(_is_faulty(project, path) for path in outcome.libraries):
        return replace(outcome, blocked=True)
    from sopdsl.project.building import build_file  # noqa: PLC0415 - drawing is dear to import

    built = build_file(project, scope, job.path, sop, formats=formats, folder=job.output)
    return replace(
        outcome,
        findings=replace(outcome.findings, findings=ordered((*findings, *built.findings))),
        written=built.written.changed,
        unchanged=built.written.unchanged,
        removed=built.written.removed,
        built=built.complete,
    )


def surroundings_of(
    project: Project, path: Path, titles_asked: Callable[[], None] = lambda: None
) -> Surroundings:
    """Return what decides about a file besides its text.

    Args:
        project: the open project.
        path: of the file.
        titles_asked: called when a rule looks at the titles of other SOPs.
    """
    scope = project.scope_of(path)

    def libraries(asked: tuple[Use, ...]) -> Libraries:
        return project.shelf.libraries(path, asked)

    def known_sops() -> Mapping[str, str]:
        titles_asked()
        return project.titles()

    return Surroundings(
        settings=scope.settings,
        profile=scope.profile,
        rules=scope.rules,
        statements=scope.statements,
        libraries=libraries,
        known_sops=None if project.alone else known_sops,
        today=scope.today,
    )


def _checked(project: Project, path: Path) -> tuple[Sop, Outcome]:
    text = project.texts.read(path)
    asked: list[None] = []
    surroundings = surroundings_of(project, path, lambda: asked.append(None))
    checked = check_text(text.source, text.syntax, surroundings, text.findings)
    reached = project.shelf.reached(path)
    named = {note.file for finding in checked.findings for note in finding.related}
    sources = (project.texts.read(library).source for library in reached)
    outcome = Outcome(
        path=path,
        findings=FileFindings(text.source, checked.findings),
        libraries=reached,
        sop_id=checked.sop.id,
        cites=tuple(sorted(cited_sops(checked.sop))),
        is_library=checked.sop.is_library,
        others={source.name: source for source in sources if source.name in named},
    )
    if text.data is not None:
        project.memory.remember(project, outcome, text.data, titles_asked=bool(asked))
    return checked.sop, outcome


def _is_faulty(project: Project, library: Path) -> bool:
    """Tell whether a library has errors, so that what it brings in may be wrong or missing."""
    known = project.faulty_libraries
    if library not in known:
        known[library] = _has_error(check_file(project, library).findings.findings)
    return known[library]


def _has_error(findings: tuple[Diagnostic, ...]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)
