"""The work on one file as values that travel: what shall be done, and what came of it.

A :class:`Job` holds only names and switches; each process opens the project for itself, once. What
comes back are findings, names of what was written, and on what it rests. What the cache knows is
answered from there, and then neither parser nor rules are even imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from sopdsl.project.project import Project
from sopdsl.project.results import FileFindings
from sopdsl.project.scope import Overrides
from sopdsl.source import Source


@dataclass(frozen=True, slots=True)
class Job:
    """What shall be done with one file.

    Attributes:
        root: of the project.
        alone: see :func:`~sopdsl.project.project.project_root`.
        path: of the file, absolute.
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
        cites: names of all it refers to.
        is_library: nothing is built from it.
        written: outputs that changed, relative to the output folder.
        unchanged: outputs that were as they should be.
        removed: pages that an earlier build left and this one has not.
        built: whether all outputs were made.
        blocked: outputs were asked for, and an error in the file or in a library forbids them.
    """

    path: Path
    findings: FileFindings
    libraries: tuple[Path, ...]
    sop_id: str
    cites: tuple[str, ...]
    is_library: bool
    others: Mapping[str, Source] = field(default_factory=dict[str, Source])
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    built: bool = False
    blocked: bool = False


def perform(job: Job) -> Outcome:
    """Do a job in a project of this process's own.

    Raises:
        OSError: outputs cannot be written.
    """
    return perform_in(_project(job.root, job.overrides, job.alone), job)


def perform_in(project: Project, job: Job) -> Outcome:
    """Do a job in a project that is open already; raises as :func:`perform`."""
    if job.formats == ():
        known = project.memory.recall(project, job.path)
        if known is not None:
            return known
    from sopdsl.project.work import check_and_build, check_file  # noqa: PLC0415 - see the module

    return check_file(project, job.path) if job.formats == () else check_and_build(project, job)


@lru_cache(maxsize=8)
def _project(root: Path, overrides: Overrides, alone: bool) -> Project:
    return Project(root, overrides, alone)
