"""`full`: for people; the place with the line before it, carets, what to do, where else to look.

```
galat[unknown-name]: pelaksana "kabg" tidak dikenal
  --> sekretariat/cuti.sop:12:14
   |
11 |   output "Surat"
12 | langkah oleh kabg "Meneliti surat"
   |              ^^^^
   = bantuan: ganti menjadi "kabag"
```
"""

from __future__ import annotations

import unicodedata

from sopdsl.cli.words import SEVERITY, printable, sentence
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Language, Phrase
from sopdsl.project.results import Report
from sopdsl.source import Source, Span

_HELP = Phrase("bantuan", "help")
_NOTE = Phrase("catatan", "note")
_WIDTH = 100  # columns of an excerpt; longer lines show the part around the place
_PAINT = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}
_FAINT, _BOLD = "34", "1"


def render(report: Report, language: Language, colour: bool) -> str:
    """Return the report's text."""
    return "".join(
        _finding(report, source, finding, language, colour) + "\n" for source, finding in report
    )


def _finding(
    report: Report, source: Source, finding: Diagnostic, language: Language, colour: bool
) -> str:
    word = SEVERITY[finding.severity].in_language(language)
    head = _painted(f"{word}[{finding.rule}]", f"{_BOLD};{_PAINT[finding.severity]}", colour)
    message = _painted(sentence(finding.message, language), _BOLD, colour)
    lines = [f"{head}: {message}"]
    lines += _excerpt(source, finding.span, _PAINT[finding.severity], colour)
    margin = " " * len(str(source.position(finding.span.start).line + 1))
    helps = [hint.in_language(language) for hint in finding.hints]
    helps += [fix.title.in_language(language) for fix in finding.fixes[:1]]
    for text in dict.fromkeys(helps):
        lines.append(_remark(margin, _HELP, printable(text), language, colour))
    for note in finding.related:
        text = sentence(note.message, language)
        if (other := report.source_of(note.file, source)) is not None:
            text += f" ({_place(other, note.span)})"
        lines.append(_remark(margin, _NOTE, text, language, colour))
    return "\n".join(lines) + "\n"


def _excerpt(source: Source, span: Span, paint: str, colour: bool) -> list[str]:
    """Return the arrow line and the lines of text with the carets beneath the last."""
    position = source.position(span.start)
    number = str(position.line + 1)
    bar = _painted("|", _FAINT, colour)
    gutter = " " * len(number)
    lines = [f"{gutter}{_painted('-->', _FAINT, colour)} {_place(source, span)}", f"{gutter} {bar}"]
    text = source.lines.line_text(position.line)
    end = min(position.column + max(span.end - span.start, 1), max(len(text), position.column + 1))
    if position.line > 0:
        before = source.lines.line_text(position.line - 1)
        if before.strip():
            shown, _, _ = _window(before, position.column, position.column)
            label = str(position.line).rjust(len(number))
            lines.append(f"{_painted(label, _FAINT, colour)} {bar} {shown}".rstrip())
    shown, column, end = _window(text, position.column, end)
    lines.append(f"{_painted(number, _FAINT, colour)} {bar} {shown}".rstrip())
    carets = " " * _width(shown[:column]) + _painted(
        "^" * max(1, _width(shown[column:end])), f"{_BOLD};{paint}", colour
    )
    lines.append(f"{gutter} {bar} {carets}")
    return lines


def _window(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the part of a line to show, and where ``start`` and ``end`` stand in it."""
    if len(text) <= _WIDTH:
        return printable(text), start, end
    left = max(0, min(start - _WIDTH // 4, len(text) - _WIDTH))
    head = "…" if left else ""
    part = text[left : left + _WIDTH]
    tail = "…" if left + _WIDTH < len(text) else ""
    shift = left - len(head)
    return head + printable(part) + tail, start - shift, min(end - shift, len(head) + len(part))


def _width(text: str) -> int:
    """Return the columns that text takes in a terminal (East Asian wide characters take two)."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _place(source: Source, span: Span) -> str:
    position = source.position(span.start)
    return f"{printable(source.name)}:{position.line + 1}:{position.column + 1}"


def _remark(margin: str, word: Phrase, text: str, language: Language, colour: bool) -> str:
    return f"{margin} {_painted('=', _FAINT, colour)} {word.in_language(language)}: {text}"


def _painted(text: str, codes: str, colour: bool) -> str:
    return f"\x1b[{codes}m{text}\x1b[0m" if colour else text
