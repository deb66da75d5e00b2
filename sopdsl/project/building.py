"""Building one document: from its model to files, in every format that is asked for.

A format that a plugin brings may fail; then its outputs are missing, a finding says so, and the
others are written. All outputs of a document exist in memory before the first is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.document.pictures import read_picture
from sopdsl.document.references import SopLink, StepPlace, references_of
from sopdsl.document.types import Document, Picture
from sopdsl.language import Phrase
from sopdsl.model.build import build
from sopdsl.model.types import Sop
from sopdsl.pipeline import compile_document
from sopdsl.plugins import (
    HOST,
    Contribution,
    Emitter,
    Exporter,
    Fault,
    Kind,
    PluginError,
    said,
)
from sopdsl.project.index import Entry, document_path
from sopdsl.project.logo import read_logo
from sopdsl.project.project import Project
from sopdsl.project.scope import Scope
from sopdsl.project.writing import Written, remove_stale_pages, write_outputs


@dataclass(frozen=True, slots=True)
class Built:
    """What came of building a document; ``complete`` unless a format failed."""

    written: Written
    findings: tuple[Diagnostic, ...]
    complete: bool


def build_file(
    project: Project,
    scope: Scope,
    path: Path,
    sop: Sop,
    *,
    formats: tuple[str, ...],
    folder: Path | None,
) -> Built:
    """Build the document of a file that has no errors.

    Raises:
        OSError: the outputs cannot be written.
    """
    findings: list[Diagnostic] = []
    logo = _logo(project, scope, sop, findings)
    name = document_path(project.root, path)
    compiled = compile_document(
        sop, scope.settings, scope.profile, links=_links(project, sop), logo=logo, path=name
    )
    findings += compiled.findings
    outputs: dict[str, bytes] = {}
    complete = True
    for wanted in dict.fromkeys(formats):
        result = _outputs(scope, wanted, sop, compiled.document)
        if isinstance(result, Fault):
            findings.append(result.diagnostic(sop.head))
            complete = False
        else:
            outputs |= {name + suffix: content for suffix, content in result.items()}
    folder = folder or project.output
    written = write_outputs(folder, outputs)
    if "svg" in formats:
        written = replace(written, removed=remove_stale_pages(folder, name, outputs))
    return Built(written, tuple(findings), complete)


def _outputs(
    scope: Scope, wanted: str, sop: Sop, document: Document
) -> Mapping[str, bytes] | Fault:
    registry = scope.registry
    emitter = registry.find(Kind.EMITTERS, wanted)
    contribution = emitter or registry.find(Kind.EXPORTERS, wanted)
    if contribution is None:  # `sop.toml` names it, and a finding there says that nobody knows it
        return {}
    try:
        thing = registry.load(contribution)
        if emitter:
            return _sound(cast("Emitter[Document]", thing).emit(document))
        return _sound(cast("Exporter[Sop]", thing).export(sop))
    except PluginError as error:
        return error.fault
    except (Exception, SystemExit) as fault:
        if contribution.plugin == HOST:  # no plugin's fault but ours: let it be known as such
            raise
        return _stopped(contribution, fault)


def _sound(outputs: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return an outsider's outputs; raise when they are none or would land elsewhere."""
    checked: dict[str, bytes] = {}
    for suffix, content in outputs.items():
        if not suffix.startswith((".", "-")) or "/" in suffix or "\\" in suffix or "\0" in suffix:
            raise ValueError(f"{suffix!r} is no suffix")
        checked[suffix] = bytes(memoryview(content))
    return checked


def _stopped(contribution: Contribution, fault: BaseException) -> Fault:
    return contribution.fault(
        Phrase(
            f'format "{contribution.name}" berhenti: {said(fault)}',
            f'format "{contribution.name}" stopped: {said(fault)}',
        )
    )


def _logo(project: Project, scope: Scope, sop: Sop, findings: list[Diagnostic]) -> Picture | None:
    """Return the document's own logo, else the institution's."""
    given = sop.identity.logo
    if given is not None and not given.value:
        return None
    data, name = scope.logo, scope.settings.institution.name
    if given is not None and given.value:
        own = read_logo(scope.folder, project.root, given.value)
        if isinstance(own, Phrase):
            findings.append(Diagnostic("bad-logo", Severity.WARNING, own, given.span))
        else:
            data = own
    return read_picture(data, name) if data else None


def _links(project: Project, sop: Sop) -> dict[str, SopLink]:
    """Return what is known of the SOPs that a document refers to."""
    links: dict[str, SopLink] = {}
    for reference in references_of(sop):
        entry = project.index.get(reference.name)
        if entry is None:
            continue
        known = links.get(reference.name) or SopLink(entry.title, entry.document)
        if reference.part and not known.steps:
            known = replace(known, steps=_steps(project, entry))
        links[reference.name] = known
    return links


def _steps(project: Project, entry: Entry) -> dict[str, StepPlace]:
    tree = project.texts.read(entry.path).syntax.tree
    return {
        step.id: StepPlace(chart.number, step.row)
        for chart in reversed(build(tree).sop.charts)  # of two steps with one id the first counts
        for step in chart.steps
    }
