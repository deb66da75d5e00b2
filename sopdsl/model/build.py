"""From what was written to what it says: the tree of a source becomes a :class:`Sop`.

Nothing here raises on any tree. Whatever cannot be understood becomes a finding at its place, and
the most likely meaning is taken, so that the drawing and all other checks go on.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

from sopdsl.diagnostics import Diagnostic
from sopdsl.language import Phrase
from sopdsl.model.charts import read_charts
from sopdsl.model.findings import Findings, quoted
from sopdsl.model.identity import NO_IDENTITY, read_history, read_identity, text_of
from sopdsl.model.lanes import read_roster
from sopdsl.model.libraries import Libraries, Library, brought_in, offering, uses
from sopdsl.model.names import nearest
from sopdsl.model.sections import Written, read_regulation, read_sections, register
from sopdsl.model.types import (
    Chart,
    Extension,
    ExtensionEntry,
    HistoryEvent,
    Identity,
    Lane,
    Regulation,
    Section,
    Sop,
)
from sopdsl.source import Span
from sopdsl.syntax import tree
from sopdsl.syntax.keywords import Group, words_of
from sopdsl.syntax.statements import split

_NO_LIBRARIES: Libraries = {}
_SECTIONS = frozenset(section.value for section in Section)  # `catatan` belongs to a chart
_MOST_LOOKED_AT = 100  # a text with more strange statements is no SOP
_WHERE = Phrase("sebagai awal pernyataan", "at the start of a statement")
_A_PATH = Phrase("jalur pustakanya", "the path of the library")


@dataclass(frozen=True, slots=True)
class Built:
    """A document with its names resolved, and what was found on the way."""

    sop: Sop
    found: tuple[Diagnostic, ...]


def build(
    parsed: tree.Tree,
    libraries: Libraries = _NO_LIBRARIES,
    *,
    statements: Collection[str] = (),
    entries: Collection[str] = (),
) -> Built:
    """Return what a source says.

    Args:
        parsed: its statements.
        libraries: for each path that :func:`uses` names, what is there.
        statements: words of further statements that plugins know.
        entries: words of further identity entries that the profile knows.
    """
    findings = Findings(names_lost=_has_lost(parsed, statements))
    return Built(_Builder(parsed, libraries, findings).sop(statements, entries), findings.all())


def build_library(parsed: tree.Tree, libraries: Libraries = _NO_LIBRARIES) -> Library | None:
    """Return what a library offers, or ``None`` when the source does not begin with `pustaka`.

    What is wrong with it is found when the library itself is built and checked.
    """
    builder = _Builder(parsed, libraries, Findings())
    return builder.library() if builder.is_library else None


def _has_lost(parsed: tree.Tree, statements: Collection[str]) -> bool:
    """Tell whether a statement of the source is not in its tree, or is one with a misspelt word.

    Such a statement may have declared names.
    """
    read = 0
    placed = list(parsed)
    for piece in split(parsed.source.text):
        while read < len(placed) and placed[read].start < piece.start:
            read += 1
        end = placed[read - 1].span_of(placed[read - 1].statement.span).end if read else 0
        starts_here = read < len(placed) and placed[read].start == piece.start
        if not starts_here and end <= piece.start:
            return True
    strange = [
        one.statement.keyword.text
        for one in placed
        if isinstance(one.statement, tree.ExtensionStatement)
        and one.statement.keyword.text not in statements
    ]
    return any(nearest(word, words_of(Group.STATEMENT)) for word in strange[:_MOST_LOOKED_AT])


class _Builder:
    """Reads the statements of one source; lives for one call."""

    def __init__(self, parsed: tree.Tree, libraries: Libraries, findings: Findings) -> None:
        self._tree, self._findings = parsed, findings
        self._file = parsed.source.name
        self._uses = offering(uses(parsed), libraries)
        self._shared = brought_in(self._uses, libraries, findings)
        self._opening: tuple[tree.Placed, tree.SopStatement | tree.LibraryStatement] | None = None
        for placed in parsed:
            if isinstance(placed.statement, tree.SopStatement | tree.LibraryStatement):
                self._opening = placed, placed.statement
                break

    @property
    def is_library(self) -> bool:
        """Tell whether the source begins with `pustaka`."""
        return self._opening is not None and isinstance(self._opening[1], tree.LibraryStatement)

    def sop(self, statements: Collection[str], entries: Collection[str]) -> Sop:
        """Return the document."""
        own = self._own_regulations()
        sections = self._sections(register(own, self._shared.regulations, self._findings))
        library_lanes = self._own_lanes() if self.is_library else ()
        charts: tuple[Chart, ...] = ()
        if not self.is_library:
            charts = read_charts(self._tree, self._shared.lanes, self._findings)
        self._check_places()
        head, title_span = self._head()
        return Sop(
            id=self._id(),
            title=self._title(),
            title_span=title_span,
            is_library=self.is_library,
            identity=self._identity(entries),
            sections=tuple((name, written.items) for name, written in sections.items()),
            section_spans=tuple((name, written.span) for name, written in sections.items()),
            charts=charts,
            history=self._history(),
            regulations=own,
            library_lanes=library_lanes,
            extensions=self._extensions(statements),
            uses=self._uses,
            head=head,
        )

    def library(self) -> Library:
        """Return what the source offers as a library, with what it uses itself."""
        regulations = register(self._own_regulations(), self._shared.regulations, self._findings)
        lanes = {**self._shared.lanes, **{lane.id: lane for lane in self._own_lanes()}}
        sections = self._sections(regulations)
        return Library(
            file=self._file,
            title=self._title(),
            lanes=tuple(lanes.values()),
            sections=tuple((name, written.items) for name, written in sections.items()),
            regulations=tuple(regulations.values()),
        )

    def _id(self) -> str:
        name = None
        if self._opening and isinstance(self._opening[1], tree.SopStatement):
            name = self._opening[1].name
        return name.text if name else PurePosixPath(self._file.replace("\\", "/")).stem

    def _title(self) -> str:
        title = self._opening[1].title if self._opening else None
        return title.value if title else ""

    def _head(self) -> tuple[Span, Span]:
        """Return the span of the opening statement's first words, and that of its title."""
        if self._opening is None:
            source = self._tree.source
            start = self._tree.statements[0].start if self._tree.statements else 0
            end = source.lines.line_span(source.position(start).line).end
            return Span(start, end), Span(end, end)
        placed, statement = self._opening
        head = placed.span_of(statement.keyword.span)
        if isinstance(statement, tree.SopStatement) and statement.name:
            head = head.joined(placed.span_of(statement.name.span))
        if statement.title is None:
            return head, Span(head.end, head.end)
        title = placed.span_of(statement.title.span)
        return head.joined(title), title

    def _identity(self, entries: Collection[str]) -> Identity:
        if self._opening and isinstance(self._opening[1], tree.SopStatement):
            return read_identity(self._opening[0], self._opening[1], entries, self._findings)
        return NO_IDENTITY

    def _own_regulations(self) -> tuple[Regulation, ...]:
        read = (
            read_regulation(placed, placed.statement, self._file, self._findings)
            for placed in self._tree
            if isinstance(placed.statement, tree.RegulationStatement)
        )
        return tuple(regulation for regulation in read if regulation is not None)

    def _own_lanes(self) -> tuple[Lane, ...]:
        statements = [
            (placed, placed.statement)
            for placed in self._tree
            if isinstance(placed.statement, tree.LanesStatement)
        ]
        return read_roster(statements, self._shared.lanes, self._file, self._findings).lanes

    def _sections(self, regulations: dict[str, Regulation]) -> dict[Section, Written]:
        """Return the written sections; items of libraries stand before the document's own."""
        statements = [
            (placed, placed.statement)
            for placed in self._tree
            if isinstance(placed.statement, tree.SectionStatement)
            and placed.statement.keyword.text in _SECTIONS
        ]
        sections = read_sections(statements, regulations, self._findings)
        for section, items in self._shared.sections.items():
            own = sections.get(section, Written((), items[0].span))
            sections[section] = Written((*items, *own.items), own.span)
        return sections

    def _history(self) -> tuple[HistoryEvent, ...]:
        return tuple(
            event
            for placed in self._tree
            if isinstance(placed.statement, tree.HistoryStatement)
            for event in read_history(placed, placed.statement, self._findings)
        )

    def _extensions(self, known: Collection[str]) -> tuple[Extension, ...]:
        extensions: list[Extension] = []
        for placed in self._tree:
            if isinstance(placed.statement, tree.ExtensionStatement):
                extension = _extension(placed, placed.statement)
                extensions.append(extension)
                if extension.word not in known:
                    words = (*words_of(Group.STATEMENT), *known)
                    self._findings.unknown_word(extension.word, extension.word_span, _WHERE, words)
        return tuple(extensions)

    def _check_places(self) -> None:
        """Speak about statements that stand where they mean nothing."""
        for placed in self._tree:
            statement = placed.statement
            if isinstance(statement, tree.ExtensionStatement):
                continue
            word = (
                statement.kinds[0]
                if isinstance(statement, tree.StepStatement)
                else statement.keyword
            )
            span = placed.span_of(word.span)
            match statement:
                case tree.SopStatement() | tree.LibraryStatement():
                    if self._opening and placed is not self._opening[0]:
                        first = self._opening[0].span_of(self._opening[1].keyword.span)
                        self._findings.repeated(quoted(word.text), span, first)
                case tree.UseStatement(path=None):
                    self._findings.missing(word.text, span, _A_PATH)
                case tree.StepStatement() | tree.ChartStatement() | tree.PageStatement():
                    if self.is_library:
                        self._misplaced(word.text, span)
                case tree.HistoryStatement():
                    if self.is_library:
                        self._misplaced(word.text, span)
                case _:
                    pass

    def _misplaced(self, word: str, span: Span) -> None:
        self._findings.add(
            "misplaced-statement",
            span,
            Phrase(
                f'"{word}" tidak berarti apa-apa dalam pustaka',
                f'"{word}" means nothing in a library',
            ),
            hints=(
                Phrase(
                    'pindahkan ke berkas yang diawali "sop"',
                    'move it to a file that begins with "sop"',
                ),
            ),
        )


def _extension(placed: tree.Placed, statement: tree.ExtensionStatement) -> Extension:
    return Extension(
        word=statement.keyword.text,
        name=statement.name.text if statement.name else "",
        text=statement.text.value if statement.text else "",
        entries=tuple(
            ExtensionEntry(
                entry.keyword.text,
                tuple(text_of(value) for value in entry.values),
                placed.span_of(entry.span),
            )
            for entry in statement.entries
        ),
        span=placed.span_of(statement.span),
        word_span=placed.span_of(statement.keyword.span),
    )
