"""Annotated sources: comments of carets under the places that a finding speaks about.

::

    langkah reviu oleh kabga "Melakukan reviu"
    #                  ^^^^^ unknown-name: pelaksana "kabga" tidak dikenal

A comment line of carets speaks about the nearest line above that is no such comment. A comment
sign glued to its carets (``#^^^``) reaches column 0. Several carets are the whole stretch on that
line, one caret only says where it begins. After the carets stands the rule's name, and after a
colon a piece of the message in either language. The comments are taken out before the text is
parsed, so they may stand anywhere. ``UPDATE=1`` rewrites the annotations of a file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from sopdsl.checks import Context, Rule, by_rule, run
from sopdsl.diagnostics import Diagnostic
from sopdsl.model.build import build
from sopdsl.model.libraries import Library, LibraryProblem
from sopdsl.model.types import Lane
from sopdsl.profiles import load_profile
from sopdsl.rules import BUILTIN
from sopdsl.source import Source, Span
from sopdsl.syntax import parse

TODAY = date(2026, 1, 31)
"""The day on which annotated sources are read."""

KNOWN_SOPS = {
    "penomoran-sop": "Penomoran SOP",
    "pengagendaan-sop": "Pengagendaan SOP",
    "reviu-sop": "Reviu SOP",
}
"""What annotated sources may refer to."""

LIBRARIES: Mapping[str, Library | LibraryProblem] = {
    "umum/jabatan.sop": Library(
        "umum/jabatan.sop",
        "Jabatan",
        tuple(
            Lane(
                name, title, None, (), None, declared=True, file="umum/jabatan.sop", span=Span(0, 0)
            )
            for name, title in (("kepala", "Kepala Dinas"), ("juru-buku", "Juru Buku"))
        ),
        (),
        (),
    ),
    "umum/melingkar.sop": LibraryProblem("cycle", "umum/melingkar.sop → umum/melingkar.sop"),
}
"""What `gunakan` finds in annotated sources; any other path is missing."""

_MARK = re.compile(
    r"#(?P<gap>[ ]*)(?P<carets>\^+)(?:[ ]+(?P<rule>[\w-]+)(?::[ ]*(?P<text>.*))?)?\s*$"
)


@dataclass(frozen=True, order=True)
class Mark:
    """A place that is spoken about: lines and columns from 0 in the text without annotations."""

    line: int
    start: int
    end: int | None
    rule: str
    message: str = ""

    def fits(self, other: Mark) -> bool:
        """Tell whether a finding's own mark is what this one asks for."""
        return (
            (self.line, self.start, self.rule) == (other.line, other.start, other.rule)
            and (self.end is None or self.end == other.end)
            and self.message in other.message
        )


def annotated(text: str) -> tuple[str, list[Mark]]:
    """Return a text without its annotations, and what they say."""
    lines: list[str] = []
    marks: list[Mark] = []
    for line in text.splitlines(keepends=True):
        match = _MARK.match(line)
        if match is None:
            lines.append(line)
            continue
        start = 0 if not match["gap"] else match.start("carets")
        end = match.end("carets")
        several = end - match.start("carets") > 1 or (not match["gap"] and end > 2)
        rule, message = match["rule"] or "", (match["text"] or "").strip()
        marks.append(Mark(len(lines) - 1, start, end if several else None, rule, message))
    return "".join(lines), marks


def mark_of(source: Source, finding: Diagnostic) -> Mark:
    """Return a finding's own mark; of a stretch over several lines only the first line counts."""
    start, end = source.position(finding.span.start), source.position(finding.span.end)
    length = len(source.lines.line_text(start.line))
    last = end.column if end.line == start.line else length
    message = f"{finding.message.id} / {finding.message.en}"
    return Mark(start.line, start.column, max(last, start.column + 1), finding.rule, message)


def annotate(text: str, found: Iterable[Mark]) -> str:
    """Return a text with annotations for all that was found."""
    lines = text.splitlines(keepends=True)
    marked: dict[int, list[str]] = {}
    for mark in sorted(found):
        end = mark.end if mark.end is not None else mark.start + 1
        carets = "#" + "^" * max(1, end - 1) if mark.start == 0 else "#" + " " * (mark.start - 1)
        carets += "" if mark.start == 0 else "^" * (end - mark.start)
        message = mark.message.partition(" / ")[0]
        marked.setdefault(mark.line, []).append(f"{carets} {mark.rule}: {message}\n")
    return "".join(line + "".join(marked.get(number, ())) for number, line in enumerate(lines))


@cache
def builtin_rules() -> Mapping[str, Rule]:
    """Return all built-in rules by name."""
    return {name: cast("Rule", import_module(module)) for name, module in BUILTIN.items()}


def findings_of(
    text: str, rules: Iterable[Rule] | None = None, name: str = "contoh.sop"
) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return what the rules find in a text; the only caller of the product in tests of rules."""
    source = Source(name, text)
    syntax = parse(source)
    built = build(syntax.tree, LIBRARIES)
    context = Context(
        source=source,
        sop=built.sop,
        profile=load_profile("bssn-4-2019"),
        found=by_rule((*syntax.errors, *built.found)),
        known_sops=KNOWN_SOPS,
        options={},
        today=TODAY,
    )
    return source, run(builtin_rules().values() if rules is None else rules, context)


def assert_marked(
    text: str, findings: Sequence[Mark], where: str, path: Path | None = None
) -> None:
    """Fail unless the annotations of a text are exactly what was found.

    Args:
        text: the annotated text.
        findings: marks of what was found in it without annotations.
        where: what to call it in the failure.
        path: the file to rewrite under ``UPDATE=1``.
    """
    plain, wanted = annotated(text)
    left = list(findings)
    missing: list[Mark] = []
    for mark in wanted:
        found = next((other for other in left if mark.fits(other)), None)
        if found is None:
            missing.append(mark)
        else:
            left.remove(found)
    if (missing or left) and path is not None and os.environ.get("UPDATE"):
        path.write_text(annotate(plain, findings), encoding="utf-8")
        return
    if missing or left:
        raise AssertionError(
            f"{where}\nasked for but not found: {missing}\nfound but not asked for: {left}\n"
            f"--- as found\n{annotate(plain, findings)}"
        )
