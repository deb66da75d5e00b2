"""What a run found, file by file: the value that every output format reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.source import Source


@dataclass(frozen=True, slots=True)
class FileFindings:
    """The findings of one file, in order of their places."""

    source: Source
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a run.

    Attributes:
        files: files with at least one finding, in order of their names.
        checked: how many files were looked at.
        others: texts that notes point into, by name; they may have no finding of their own.
    """

    files: tuple[FileFindings, ...]
    checked: int
    others: Mapping[str, Source] = field(default_factory=dict[str, Source])

    def __iter__(self) -> Iterator[tuple[Source, Diagnostic]]:
        for file in self.files:
            for finding in file.findings:
                yield file.source, finding

    def count(self, severity: Severity) -> int:
        """Return the number of findings of exactly this severity."""
        return sum(finding.severity is severity for _, finding in self)

    def reaches(self, threshold: Severity) -> bool:
        """Tell whether any finding is at least as grave as ``threshold``."""
        return any(finding.severity >= threshold for _, finding in self)

    def source_of(self, name: str | None, default: Source) -> Source | None:
        """Return the text that a note points into; ``None`` when it is not at hand."""
        if name is None or name == default.name:
            return default
        if name in self.others:
            return self.others[name]
        return next((file.source for file in self.files if file.source.name == name), None)
