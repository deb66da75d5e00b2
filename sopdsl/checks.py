"""Rules: what one is, what it may see, its page, and how all of them are run over one document."""

from __future__ import annotations

import inspect
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.types import Sop
from sopdsl.profiles.types import Profile
from sopdsl.settings import Settings
from sopdsl.source import Source, Span

Category = Literal[
    "bahasa", "identitas", "isi", "alur", "mutu-baku", "rujukan", "tata-letak", "alat"
]

_NOT_UNDERSTOOD = ("syntax-error", "unknown-word", "unreadable-file")


@dataclass(frozen=True, slots=True)
class RuleMeta:
    """What is known of a rule without running it.

    Attributes:
        name: kebab-case, names the fault, reads after "allow"; equals the file's name.
        severity: default; profile and `sop.toml` may change it.
        source: the regulation's letter, e.g. ``BSSN 4/2019 II.B.3.c``.
        title: one line: what it finds.
        whole_text: whether it stays quiet while words of the text are not understood. A rule that
            speaks of something absent would otherwise blame what stands in a broken statement.
    """

    name: str
    severity: Severity
    category: Category
    source: str
    title: Phrase
    whole_text: bool = False


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
    _errors: tuple[Span, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        errors = sorted(
            finding.span
            for findings in self.found.values()
            for finding in findings
            if finding.severity is Severity.ERROR
        )
        object.__setattr__(self, "_errors", tuple(errors))

    @property
    def understood(self) -> bool:
        """Tell whether every word of the text was understood."""
        return not any(self.found.get(rule) for rule in _NOT_UNDERSTOOD)

    def disputed(self, span: Span) -> bool:
        """Tell whether understanding the text already found an error within ``span``.

        What follows from that error need not be said as well.
        """
        for error in self._errors[bisect_left(self._errors, span.start, key=_start) :]:
            if error.start > span.end:
                break
            if error.end <= span.end:
                return True
        return False


class Rule(Protocol):
    """A rule: a value or module with ``META`` and ``check``; its docstring is its page."""

    META: RuleMeta

    def check(self, context: Context, /) -> Iterable[Diagnostic]:
        """Yield what is wrong; never print, change or raise."""
        ...


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's page, read from its docstring.

    Attributes:
        text: what it finds, why, and how to mend it, in Markdown.
        bad: a source in which it speaks.
        good: the same source mended.
    """

    text: Phrase
    bad: str
    good: str


def by_rule(findings: Iterable[Diagnostic]) -> dict[str, tuple[Diagnostic, ...]]:
    """Return findings by the name of their rule, for :attr:`Context.found`."""
    sorted_in: dict[str, list[Diagnostic]] = {}
    for finding in findings:
        sorted_in.setdefault(finding.rule, []).append(finding)
    return {rule: tuple(found) for rule, found in sorted_in.items()}


def run(
    rules: Iterable[Rule], context: Context, settings: Settings | None = None
) -> tuple[Diagnostic, ...]:
    """Return what all rules find, by place, each finding once.

    Options and severities come from the profile, and from ``settings`` where those say otherwise; a
    severity of ``None`` switches a rule off. A rule that crashes becomes the finding
    ``rule-crash``, and the others go on.
    """
    settings = settings or Settings()
    wanted = {**context.profile.severities, **settings.severities}
    findings: dict[tuple[str, Span, Phrase], Diagnostic] = {}
    for rule in rules:
        name = rule.META.name
        if wanted.get(name, rule.META.severity) is None:
            continue
        if rule.META.whole_text and not context.understood:
            continue
        options = {**context.profile.options.get(name, {}), **settings.options.get(name, {})}
        for finding in _guarded(rule, replace(context, options=options)):
            severity = wanted.get(finding.rule)
            graded = finding if severity is None else replace(finding, severity=severity)
            findings.setdefault((finding.rule, finding.span, finding.message), graded)
    return tuple(sorted(findings.values(), key=_place))


def page_of(rule: object) -> Page:
    """Return the page of a rule.

    The docstring's first line is a title; then follow the parts ``## Indonesia``, ``## English``,
    ``## Bad`` and ``## Good``, the last two a fenced source each. A missing part is empty.
    """
    parts = re.split(r"^## +(.+)$", inspect.getdoc(rule) or "", flags=re.MULTILINE)
    texts = {
        title.strip(): text.strip() for title, text in zip(parts[1::2], parts[2::2], strict=True)
    }
    fence = re.compile(r"```sop\n(.*?)^```", re.DOTALL | re.MULTILINE)
    bad, good = (fence.search(texts.get(title, "")) for title in ("Bad", "Good"))
    return Page(
        Phrase(texts.get("Indonesia", ""), texts.get("English", "")),
        bad[1] if bad else "",
        good[1] if good else "",
    )


def _guarded(rule: Rule, context: Context) -> Iterator[Diagnostic]:
    try:
        yield from rule.check(context)
    except Exception as fault:
        name, what = rule.META.name, f"{type(fault).__name__}: {fault}"
        yield Diagnostic(
            "rule-crash",
            Severity.ERROR,
            Phrase(f'aturan "{name}" gagal: {what}', f'the rule "{name}" failed: {what}'),
            context.sop.head,
        )


def _start(span: Span) -> int:
    return span.start


def _place(finding: Diagnostic) -> tuple[Span, str, str]:
    return finding.span, finding.rule, finding.message.id
