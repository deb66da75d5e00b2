"""Reading `.sop` files, each once: bytes → text → tree; what is wrong on the way is a finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.source import Source, Span
from sopdsl.syntax import Syntax, decode, parse

LARGEST = 50_000_000  # bytes; no procedure is as long as that


@dataclass(frozen=True, slots=True)
class Text:
    """A file as read.

    Attributes:
        syntax: of the text; of an empty one when the file is no text.
        findings: why it could not be read, or what its bytes hide.
        data: its bytes, when they are the text in UTF-8 and on disk.
    """

    source: Source
    syntax: Syntax
    findings: tuple[Diagnostic, ...]
    data: bytes | None = None

    @property
    def readable(self) -> bool:
        """Tell whether the text is what the file holds."""
        return all(finding.severity < Severity.ERROR for finding in self.findings)


class Texts:
    """Reads files by path and remembers them for one run."""

    def __init__(self, name: Callable[[Path], str]) -> None:
        self._name = name
        self._read: dict[Path, Text] = {}

    def read(self, path: Path) -> Text:
        """Return a file; one that cannot be read is empty and says why."""
        if path not in self._read:
            self._read[path] = self._load(path)
        return self._read[path]

    def put(self, path: Path, name: str, data: bytes) -> None:
        """Let ``data`` stand for the content of a file, shown as ``name`` (standard input)."""
        self._read[path] = understood(name, data)

    def _load(self, path: Path) -> Text:
        name = self._name(path)
        try:
            if path.stat().st_size > LARGEST:
                what = Phrase("lebih besar dari 50 MB", "it is larger than 50 MB")
                return _unreadable(name, what)
            data = path.read_bytes()
        except OSError as fault:
            reason = fault.strerror or type(fault).__name__
            return _unreadable(name, Phrase(reason, reason))
        text = understood(name, data)
        return text if text.findings else replace(text, data=data)


def understood(name: str, data: bytes) -> Text:
    """Return the text of a file's bytes."""
    decoded = decode(data)
    source = Source(name, decoded.text)
    return Text(source, parse(source), decoded.errors)


def _unreadable(name: str, reason: Phrase) -> Text:
    source = Source(name, "")
    finding = Diagnostic(
        "unreadable-file",
        Severity.ERROR,
        Phrase(
            f"berkas ini tidak dapat dibaca: {reason.id}", f"cannot read this file: {reason.en}"
        ),
        Span(0, 0),
    )
    return Text(source, parse(source), (finding,))
