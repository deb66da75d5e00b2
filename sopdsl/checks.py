"""Rules: what one is, what it may see, its page, and how all of them are run over one document."""

from __future__ import annotations

import inspect
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, Protocol, cast

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.types import Sop
from sopdsl.profiles.types import Profile
from sopdsl.settings import Settings
from sopdsl.source import Source, Span

Category = Literal[
    "bahasa", "identitas", "isi", "alur", "mutu-baku", "rujukan", "tata-letak", "alat"
]

OptionValue = bool | int | str | tuple[str, ...]

_IN_FORCE = ("berlaku", "disahkan")  # words of `status`
_NOT_UNDERSTOOD = ("syntax-error", "unknown-word", "unreadable-file")


@dataclass(frozen=True, slots=True)
class Option:
    """A switch of a rule, set in `sop.toml` or by a profile.

    Attributes:
        default: what holds otherwise; its type is the type of every value.
        doc: what it decides.
    """

    default: OptionValue
    doc: Phrase

    def read(self, value: object) -> OptionValue | None:
        """Return a written value (as TOML gives it), or ``None`` when it is of another kind."""
        if isinstance(self.default, tuple):
            if not isinstance(value, list | tuple):
                return None
            texts = [text for text in cast("Iterable[object]", value) if isinstance(text, str)]
            return tuple(texts) if len(texts) == len(cast("list[object]", value)) else None
        if type(value) is not type(self.default):  # a flag is no number
            return None
        return cast("OptionValue", value)

    @property
    def kind(self) -> Phrase:
        """Return how to speak of its values."""
        match self.default:
            case bool():
                return Phrase("true atau false", "true or false")
            case int():
                return Phrase("sebuah bilangan bulat", "a whole number")
            case str():
                return Phrase("teks dalam tanda kutip", "text in quotes")
            case _:
                return Phrase(
                    'daftar teks seperti ["a", "b"]', 'a list of texts such as ["a", "b"]'
                )


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
        options: its options by name.
    """

    name: str
    severity: Severity
    category: Category
    source: str
    title: Phrase
    whole_text: bool = False
    options: Mapping[str, Option] = field(default_factory=dict[str, Option])


@dataclass(frozen=True, slots=True)
class Context:
    """All that a rule may ask about one document.

    Attributes:
        found: findings that reading and understanding the text already produced, by rule name;
            rules such as ``syntax-error`` only hand theirs on.
        known_sops: titles of the repository's SOPs by id (``None`` when checked alone).
        options: this rule's options; those that its ``META`` states are all there, with values of
            the right kind.
        today: the day that counts as today; without a clock nothing lies in the future.
    """

    source: Source
    sop: Sop
    profile: Profile
    found: Mapping[str, tuple[Diagnostic, ...]]
    known_sops: Mapping[str, str] | None
    options: Mapping[str, object]
    today: date = date.max
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

    def weight_of_missing(self, entry: str) -> Severity | None:
        """Return how grave it is that an identity entry or a section is missing.

        An error once `status` says that the document is in force, a warning when only its date
        says so; ``None`` for a draft, and for what the profile does not require.
        """
        if self.sop.is_library or entry not in self.profile.required:
            return None
        identity = self.sop.identity
        if identity.status and identity.status.value:
            in_force = identity.status.value.casefold() in _IN_FORCE
            return Severity.ERROR if in_force else None
        effective = identity.effective
        begun = effective and effective.value and effective.value <= self.today
        return Severity.WARNING if begun else None

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
        options = _options(rule.META, context.profile, settings)
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


def _options(meta: RuleMeta, profile: Profile, settings: Settings) -> dict[str, object]:
    """Return a rule's options: its defaults, then the profile's, then those of `sop.toml`.

    A value of the wrong kind is reported where the settings are read; what stood before it holds.
    """
    options: dict[str, object] = {name: option.default for name, option in meta.options.items()}
    for given in (profile.options, settings.options):
        for name, value in given.get(meta.name, {}).items():
            known = meta.options.get(name)
            read = known.read(value) if known else value
            if read is not None:
                options[name] = read
    return options


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
