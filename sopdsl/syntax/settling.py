"""Which errors of form say nothing new once it is known which words nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.diagnostics import Diagnostic
from sopdsl.source import Span
from sopdsl.syntax.parsing import Syntax
from sopdsl.syntax.tree import (
    ExtensionStatement,
    RegulationStatement,
    SopStatement,
    StepStatement,
)


def settled(syntax: Syntax, unknown: Iterable[Span]) -> tuple[Diagnostic, ...]:
    """Return the errors of a text without those that an unknown word explains.

    Nothing can be said about the form of a statement or entry whose first word nobody knows.

    Args:
        syntax: the text.
        unknown: where the words stand that neither the language nor a plugin or profile knows.
    """
    words = {span.start for span in unknown}
    if not words or not syntax.errors:
        return syntax.errors
    explained: list[Span] = []
    for placed in syntax.tree:
        statement = placed.statement
        if isinstance(statement, ExtensionStatement) and placed.start in words:
            explained.append(placed.span_of(statement.span))
        elif isinstance(statement, SopStatement | StepStatement | RegulationStatement):
            spans = (placed.span_of(entry.span) for entry in statement.entries)
            explained += (span for span in spans if span.start in words)
    lines = syntax.tree.source.lines
    rows = {
        row
        for span in explained
        for row in range(lines.position(span.start).line, lines.position(span.end).line + 1)
    }
    return tuple(e for e in syntax.errors if lines.position(e.span.start).line not in rows)
