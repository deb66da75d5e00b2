"""`json`: a list of objects, one a finding, for programs.

Lines and columns count from 1, offsets from 0; columns and offsets count characters.
"""

from __future__ import annotations

import json

from sopdsl.diagnostics import Diagnostic, Fix
from sopdsl.language import Language
from sopdsl.project.results import Report
from sopdsl.source import Source, Span


def render(report: Report, language: Language, colour: bool) -> str:
    """Return the report's text."""
    del colour
    findings = [_finding(report, source, finding, language) for source, finding in report]
    return json.dumps(findings, ensure_ascii=False, indent=2) + "\n"


def _finding(
    report: Report, source: Source, finding: Diagnostic, language: Language
) -> dict[str, object]:
    related: list[dict[str, object]] = []
    for note in finding.related:
        text = report.source_of(note.file, source)
        if text is not None:
            message = note.message.in_language(language)
            related.append(
                {"file": text.name, "message": message, "range": _range(text, note.span)}
            )
    found: dict[str, object] = {
        "file": source.name,
        "rule": finding.rule,
        "severity": finding.severity.word,
        "message": finding.message.in_language(language),
        "range": _range(source, finding.span),
        "related": related,
        "hints": [hint.in_language(language) for hint in finding.hints],
    }
    if finding.fixes:
        found["fix"] = _fix(source, finding.fixes[0], language)
    found["url"] = f"urn:sopdsl:rule:{finding.rule}"  # names the page that `sopc rule` prints
    return found


def _fix(source: Source, fix: Fix, language: Language) -> dict[str, object]:
    edits = [{"range": _range(source, edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title.in_language(language), "safe": fix.safe, "edits": edits}


def _range(source: Source, span: Span) -> dict[str, object]:
    return {"start": _place(source, span.start), "end": _place(source, span.end)}


def _place(source: Source, offset: int) -> dict[str, int]:
    position = source.position(offset)
    return {"line": position.line + 1, "column": position.column + 1, "offset": offset}
