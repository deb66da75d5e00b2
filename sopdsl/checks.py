"""Rules: what one is, what it may see, and how all of them are run over one document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.types import Sop
from sopdsl.profiles.types import Profile
from sopdsl.source import Source

Category = Literal["bahasa", "identitas", "isi", "alur", "mutu-baku", "rujukan", "tata-letak", "alat"]


@dataclass(frozen=True, slots=True)
class RuleMeta:
    """What is known of a rule without running it.

    Attributes:
        name: kebab-case, names the fault, reads after "allow"; equals the file's name.
        severity: default; profile and `sop.toml` may change it.
        source: the regulation's letter, e.g. ``BSSN 4/2019 II.B.3.c``.
        title: one line: what it finds.
    """

    name: str
    severity: Severity
    category: Category
    source: str
    title: Phrase


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may ask about one document.

    Attributes:
        found: findings that reading and understanding the text already produced, by rule name;
            rules such as ``syntax-error`` only hand theirs on.
        known_sops: titles of the repository's SOPs by id (``None`` when checked alone).
        options: this rule's options.
    """

    source: Source
    sop: Sop
    profile: Profile
    found: Mapping[str, tuple[Diagnostic, ...]]
    known_sops: Mapping[str, str] | None
    options: Mapping[str, object]


class Rule(Protocol):
    """A rule: a value or module with ``META`` and ``check``; its docstring is its page."""

    META: RuleMeta

    def check(self, context: Context, /) -> Iterable[Diagnostic]:
        """Yield what is wrong; never print, change or raise."""
        ...
