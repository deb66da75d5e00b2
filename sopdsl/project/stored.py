"""Findings as JSON values and back, for the memory on disk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sopdsl.diagnostics import Diagnostic, Fix, Related, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.source import Span


def findings_to(findings: Iterable[Diagnostic]) -> list[list[object]]:
    """Return findings as lists that JSON can hold."""
    return [
        [
            finding.rule,
            finding.severity.value,
            _phrase_to(finding.message),
            _span_to(finding.span),
            [_phrase_to(hint) for hint in finding.hints],
            [_note_to(note) for note in finding.related],
            [_fix_to(fix) for fix in finding.fixes],
        ]
        for finding in findings
    ]


def findings_from(stored: list[list[Any]]) -> tuple[Diagnostic, ...]:
    """Return findings from such lists.

    Raises:
        TypeError, ValueError, KeyError: these are no findings.
    """
    return tuple(
        Diagnostic(
            rule=str(rule),
            severity=Severity(severity),
            message=_phrase(message),
            span=_span(span),
            hints=tuple(_phrase(hint) for hint in hints),
            related=tuple(_note(*note) for note in notes),
            fixes=tuple(_fix(*fix) for fix in fixes),
        )
        for rule, severity, message, span, hints, notes, fixes in stored
    )


def _phrase_to(phrase: Phrase) -> list[str]:
    return [phrase.id, phrase.en]


def _phrase(stored: list[str]) -> Phrase:
    indonesian, english = stored
    return Phrase(str(indonesian), str(english))


def _span_to(span: Span) -> list[int]:
    return [span.start, span.end]


def _span(stored: list[int]) -> Span:
    start, end = stored
    return Span(int(start), int(end))


def _note_to(note: Related) -> list[object]:
    return [_phrase_to(note.message), _span_to(note.span), note.file]


def _note(message: list[str], span: list[int], file: str | None) -> Related:
    return Related(_phrase(message), _span(span), file)


def _fix_to(fix: Fix) -> list[object]:
    edits = [[_span_to(edit.span), edit.text] for edit in fix.edits]
    return [_phrase_to(fix.title), edits, fix.safe]


def _fix(title: list[str], edits: list[tuple[list[int], str]], safe: bool) -> Fix:
    changes = tuple(TextEdit(_span(span), str(text)) for span, text in edits)
    return Fix(_phrase(title), changes, bool(safe))
