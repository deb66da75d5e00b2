"""Libraries: what a `pustaka` offers, and what `gunakan` brings into a document.

Reading files is the project's work. It asks :func:`uses` what a tree wants, loads that, and hands
back a :class:`Library` or a :class:`LibraryProblem` for each path as written. What a library itself
uses is part of what it offers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sopdsl.language import Phrase
from sopdsl.model.findings import Findings
from sopdsl.model.types import Item, Lane, Regulation, Section, Use
from sopdsl.source import Span
from sopdsl.syntax import tree


@dataclass(frozen=True, slots=True)
class Library:
    """What a library file offers, together with what it uses itself.

    Attributes:
        file: name of the source.
        title: the text after `pustaka`.
        lanes: ids unique.
        sections: shared items of the identity part.
        regulations: ids unique.
    """

    file: str
    title: str
    lanes: tuple[Lane, ...]
    sections: tuple[tuple[Section, tuple[Item, ...]], ...]
    regulations: tuple[Regulation, ...]


ProblemKind = Literal["missing", "cycle", "no-library", "outside", "unreadable"]


@dataclass(frozen=True, slots=True)
class LibraryProblem:
    """Why a library that is used cannot be had.

    Attributes:
        kind: ``missing``: no such file; ``cycle``: it uses itself, perhaps through others;
            ``no-library``: the file does not begin with `pustaka`; ``outside``: it lies outside the
            project's folder; ``unreadable``: it is no text in UTF-8, or may not be read.
        detail: for a cycle the files it runs through, else empty or the reason.
    """

    kind: ProblemKind
    detail: str = ""


Libraries = Mapping[str, Library | LibraryProblem]


def uses(parsed: tree.Tree) -> tuple[Use, ...]:
    """Return the libraries that a source asks for, in order, each path once."""
    found: dict[str, Use] = {}
    for placed in parsed:
        statement = placed.statement
        if isinstance(statement, tree.UseStatement) and statement.path is not None:
            use = Use(statement.path.value, placed.span_of(statement.path.span))
            found.setdefault(use.path, use)
    return tuple(found.values())


def offering(asked: Iterable[Use], libraries: Libraries) -> tuple[Use, ...]:
    """Return ``asked`` with what each of them offers."""
    return tuple(replace(use, offers=_offered(libraries.get(use.path))) for use in asked)


def _offered(library: Library | LibraryProblem | None) -> frozenset[str]:
    if not isinstance(library, Library):
        return frozenset()
    names = {lane.id for lane in library.lanes}
    names |= {regulation.id for regulation in library.regulations}
    return frozenset(names | {section.value for section, items in library.sections if items})


@dataclass(frozen=True, slots=True)
class Shared:
    """All that the libraries of one source bring in; the first to bring a name wins."""

    lanes: Mapping[str, Lane]
    sections: Mapping[Section, tuple[Item, ...]]
    regulations: Mapping[str, Regulation]


def brought_in(asked: Iterable[Use], libraries: Libraries, findings: Findings) -> Shared:
    """Return what ``asked`` brings in; what cannot be had becomes a finding at its `gunakan`.

    Items take the place of the `gunakan` that brought them, so that findings about them have a
    place in the source at hand.
    """
    lanes: dict[str, Lane] = {}
    regulations: dict[str, Regulation] = {}
    sections: dict[Section, tuple[Item, ...]] = {}
    for use in asked:
        library = libraries.get(use.path, LibraryProblem("missing"))
        if isinstance(library, LibraryProblem):
            _report(use.path, use.span, library, findings)
            continue
        for lane in library.lanes:
            lanes.setdefault(lane.id, lane)
        for regulation in library.regulations:
            regulations.setdefault(regulation.id, regulation)
        for section, items in library.sections:
            moved = tuple(replace(item, span=use.span) for item in items)
            sections[section] = sections.get(section, ()) + moved
    return Shared(lanes, sections, regulations)


def _report(path: str, span: Span, problem: LibraryProblem, findings: Findings) -> None:
    messages = {
        "missing": Phrase(f'pustaka "{path}" tidak ada', f'there is no library "{path}"'),
        "cycle": Phrase(
            f'pustaka "{path}" memakai dirinya sendiri', f'the library "{path}" uses itself'
        ),
        "no-library": Phrase(
            f'berkas "{path}" bukan pustaka', f'the file "{path}" is not a library'
        ),
        "outside": Phrase(
            f'pustaka "{path}" berada di luar folder proyek',
            f'the library "{path}" lies outside the folder of the project',
        ),
        "unreadable": Phrase(
            f'pustaka "{path}" tidak dapat dibaca', f'the library "{path}" cannot be read'
        ),
    }
    hints = (
        Phrase(
            'jalur ditulis dari folder berkas ini, misalnya "../umum/pelaksana.sop"',
            'write the path from the folder of this file, e.g. "../umum/pelaksana.sop"',
        ),
    )
    if problem.kind == "no-library":
        hints = (Phrase('awali berkas itu dengan "pustaka"', 'begin that file with "pustaka"'),)
    elif problem.detail:
        hints = (Phrase(problem.detail, problem.detail),)
    rule = "library-cycle" if problem.kind == "cycle" else "missing-library"
    findings.add(rule, span, messages[problem.kind], hints=hints)
