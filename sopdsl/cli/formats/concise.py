"""`concise`: one line a finding, ``file:line:column: severity[rule] message``."""

from __future__ import annotations

from sopdsl.cli.words import SEVERITY, printable, sentence
from sopdsl.language import Language
from sopdsl.project.results import Report


def render(report: Report, language: Language, colour: bool) -> str:
    """Return the report's text."""
    del colour  # one line reads well without
    lines: list[str] = []
    for source, finding in report:
        place = source.position(finding.span.start)
        word = SEVERITY[finding.severity].in_language(language)
        lines.append(
            f"{printable(source.name)}:{place.line + 1}:{place.column + 1}: "
            f"{word}[{finding.rule}] {sentence(finding.message, language)}\n"
        )
    return "".join(lines)
