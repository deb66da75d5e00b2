"""Findings as data: what is wrong, where, how sure, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from sopdsl.language import Phrase
from sopdsl.source import Span


class Severity(IntEnum):
    """How grave a finding is; greater is graver, so ``severity >= threshold`` reads well."""

    HINT = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """Return the stable English name used in files and formats."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replace the text of ``span`` by ``text``; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A way to mend a finding.

    Attributes:
        title: what applying it does, as an imperative.
        edits: the changes, in one file, not overlapping.
        safe: whether it may be applied unseen, because it cannot change the meaning.
    """

    title: Phrase
    edits: tuple[TextEdit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that explains a finding; ``file`` is ``None`` for the same file."""

    message: Phrase
    span: Span
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        rule: kebab-case name of the rule; never changes once published.
        severity: as the rule proposes it; profile and settings may change it later.
        message: one sentence, lower case, no full stop, names the thing in quotes.
        span: the place, characters from 0.
        hints: what to do about it, each an imperative.
        related: other places worth a look.
        fixes: ways to mend it, the best first.
    """

    rule: str
    severity: Severity
    message: Phrase
    span: Span
    hints: tuple[Phrase, ...] = ()
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
