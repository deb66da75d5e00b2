"""The one place where the stages of one file meet: text → findings, model → printed document.

Pure functions: what lies outside the text (settings, libraries, other documents) comes in as
:class:`Surroundings`. Whoever holds files calls these; nothing here does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sopdsl import checks
from sopdsl.checks import Rule
from sopdsl.diagnostics import Diagnostic
from sopdsl.model.build import build
from sopdsl.model.libraries import Libraries, uses
from sopdsl.model.types import Chart, Sop, Use
from sopdsl.plugins.contracts import StatementSchema
from sopdsl.plugins.statements import check_extensions
from sopdsl.profiles.types import Profile
from sopdsl.settings import Settings
from sopdsl.source import Source
from sopdsl.syntax import Syntax, settled

if TYPE_CHECKING:  # drawing costs much to import, and checking needs none of it
    from sopdsl.document.references import ReferencePrinter, SopLink
    from sopdsl.document.types import Document, Picture
    from sopdsl.drawing.items import Drawing
    from sopdsl.layout import ChartLayout, ReferenceText, Totals


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All that decides about a document and does not stand in it.

    Attributes:
        rules: to be asked.
        statements: schemas of extension statements by word.
        libraries: gives what the paths of `gunakan` stand for; asked only when there are some.
        known_sops: gives the titles of the repository's SOPs by id; asked only when the document
            refers to one; ``None`` when it is checked alone.
        today: the day that counts as today.
    """

    settings: Settings
    profile: Profile
    rules: tuple[Rule, ...]
    statements: Mapping[str, StatementSchema]
    libraries: Callable[[tuple[Use, ...]], Libraries]
    known_sops: Callable[[], Mapping[str, str]] | None
    today: date = date.max


@dataclass(frozen=True, slots=True)
class Checked:
    """A text understood: what it says and what is wrong with it, in order of place."""

    source: Source
    sop: Sop
    findings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Compiled:
    """The printed document, and what does not fit its paper."""

    document: Document
    findings: tuple[Diagnostic, ...]


def check_text(
    source: Source, syntax: Syntax, surroundings: Surroundings, before: Iterable[Diagnostic] = ()
) -> Checked:
    """Return what a text says and every finding about it.

    Args:
        source: the text.
        syntax: its tree and errors.
        surroundings: what else decides.
        before: findings about its bytes.
    """
    asked = uses(syntax.tree)
    built = build(
        syntax.tree,
        surroundings.libraries(asked) if asked else {},
        statements=surroundings.statements.keys(),
        entries=surroundings.profile.entries.keys(),
    )
    sop = built.sop
    unknown = [finding.span for finding in built.found if finding.rule == "unknown-word"]
    found = [*before, *settled(syntax, unknown), *built.found]
    found += check_extensions(sop.extensions, surroundings.statements)
    lookup = surroundings.known_sops
    context = checks.Context(
        source=source,
        sop=sop,
        profile=surroundings.profile,
        found=checks.by_rule(found),
        known_sops=None if lookup is None else lookup() if cited_sops(sop) else {},
        options={},
        today=surroundings.today,
    )
    findings = checks.run(surroundings.rules, context, surroundings.settings)
    return Checked(source, sop, ordered((*findings, *_unclaimed(found, surroundings))))


def compile_document(
    sop: Sop,
    settings: Settings,
    profile: Profile,
    *,
    links: Mapping[str, SopLink],
    logo: Picture | None,
    path: str,
) -> Compiled:
    """Return the printed document of an SOP.

    Args:
        sop: what it says.
        settings: of its project.
        profile: its regulation.
        links: what is known of the SOPs it refers to, by id.
        logo: to stand on it.
        path: of its source without ``.sop``, relative to the project, with ``/``.
    """
    from sopdsl.document.compose import compose  # noqa: PLC0415 - for building only
    from sopdsl.document.papers import paper_of  # noqa: PLC0415 - likewise
    from sopdsl.document.references import ReferencePrinter  # noqa: PLC0415 - likewise
    from sopdsl.layout import LayoutRequest, lay_out  # noqa: PLC0415 - likewise

    paper, margins = paper_of("bagan", profile, settings)
    printer = ReferencePrinter(links, path, profile.labels["sop"])
    request = LayoutRequest(
        paper, margins, profile.labels, _wordings(sop, printer), legend=settings.chart.legend
    )
    layouts: list[ChartLayout] = []
    findings: list[Diagnostic] = []
    for chart in sop.charts:
        if settings.chart.totals:
            request = replace(request, totals=_totals(chart))
        layout = lay_out(chart, request)
        layouts.append(layout)
        findings += layout.findings
        request = replace(request, taken_letters=request.taken_letters | layout.letters)
    document = compose(
        sop,
        profile,
        settings,
        charts=_drawn(sop, layouts, profile, settings),
        references=links,
        logo=logo,
        path=path,
    )
    return Compiled(document, tuple(_graded(findings, profile, settings)))


def cited_sops(sop: Sop) -> frozenset[str]:
    """Return the names of all that a document refers to: other SOPs, or what nobody knows."""
    names = {
        item.reference.name
        for _, items in sop.sections
        for item in items
        if item.reference and not item.regulation
    }
    for chart in sop.charts:
        for step in chart.steps:
            names |= {remark.reference.name for remark in step.remarks if remark.reference}
            if step.call:
                names.add(step.call.name)
    return frozenset(names)


def ordered(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return findings in order of place, each once; graver ones first at the same place."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda f: (f.span, -f.severity, f.rule, f.message.id)))


def _unclaimed(found: Iterable[Diagnostic], surroundings: Surroundings) -> Iterator[Diagnostic]:
    """Yield the findings that no rule hands on, so that none is lost."""
    claimed = {rule.META.name for rule in surroundings.rules}
    rest = [finding for finding in found if finding.rule not in claimed]
    return _graded(rest, surroundings.profile, surroundings.settings)


def _graded(
    findings: Iterable[Diagnostic], profile: Profile, settings: Settings
) -> Iterator[Diagnostic]:
    """Yield findings with the severities that profile and settings give them."""
    wanted = {**profile.severities, **settings.severities}
    for finding in findings:
        severity = wanted.get(finding.rule, finding.severity)
        if severity is not None:
            yield replace(finding, severity=severity)


def _wordings(sop: Sop, printer: ReferencePrinter) -> dict[str, ReferenceText]:
    """Return how each reference of the charts is printed, by ``name`` or ``name.part``."""
    from sopdsl.document.references import references_of  # noqa: PLC0415 - see compile_document
    from sopdsl.layout import ReferenceText  # noqa: PLC0415 - likewise

    wordings: dict[str, ReferenceText] = {}
    for reference in references_of(sop):
        printed = printer.printed(reference)
        key = f"{reference.name}.{reference.part}" if reference.part else reference.name
        wordings[key] = ReferenceText(printed.text, printed.href)
    return wordings


def _totals(chart: Chart) -> Totals:
    """Return the times that stand beneath a chart."""
    from sopdsl.document.totals import time_totals  # noqa: PLC0415 - as above
    from sopdsl.layout import Totals  # noqa: PLC0415 - as above

    times = time_totals(chart)
    return Totals(times.label, dict(times.lanes), times.whole_label, times.whole, times.note)


def _drawn(
    sop: Sop, layouts: Sequence[ChartLayout], profile: Profile, settings: Settings
) -> list[list[Drawing]]:
    """Return the drawings of each chart; pages are numbered through all of them."""
    from sopdsl.document.references import StepPlace, step_anchor  # noqa: PLC0415 - as above
    from sopdsl.drawing.build import draw  # noqa: PLC0415 - likewise
    from sopdsl.drawing.places import Places  # noqa: PLC0415 - likewise

    pages = sum(len(layout.pages) for layout in layouts)
    charts: list[list[Drawing]] = []
    before = 0
    for chart, layout in zip(sop.charts, layouts, strict=True):
        words = {step.row: step_anchor(StepPlace(chart.number, step.row)) for step in chart.steps}
        page_of = {step: before + page for step, page in layout.page_of.items()}
        charts.append(
            [
                draw(
                    page,
                    chart,
                    pages=len(layout.pages),
                    footer=_footer(profile, before + page.number, pages),
                    title=chart.title or sop.title,
                    places=Places(words, page_of, before + page.number),
                    numbered=settings.chart.numbered,
                )
                for page in layout.pages
            ]
        )
        before += len(layout.pages)
    return charts


def _footer(profile: Profile, page: int, pages: int) -> str:
    return profile.labels["halaman"].replace("{x}", str(page)).replace("{y}", str(pages))
