"""The entries of a step, sorted by what they speak of; what fits nowhere becomes a finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sopdsl.language import Phrase
from sopdsl.model.actors import Cell
from sopdsl.model.findings import Findings, quoted
from sopdsl.model.sections import reference
from sopdsl.model.types import Items, Remark, SymbolKind
from sopdsl.model.waktu import Waktu
from sopdsl.model.waktu_reading import read
from sopdsl.source import Span
from sopdsl.syntax import tree
from sopdsl.syntax.keywords import Group, words_of

KINDS = {
    "mulai": SymbolKind.MULAI,
    "langkah": SymbolKind.PROSES,
    "keputusan": SymbolKind.KEPUTUSAN,
    "selesai": SymbolKind.SELESAI,
}
"""What each kind word stands for."""

_FROM_THE_TOP = tuple(SymbolKind)  # a start opens its cell and an end closes it
_WHERE = Phrase("sebagai isian langkah", "as an entry of a step")


@dataclass(slots=True)
class Own:
    """What entries that begin with ``oleh`` say of one actor."""

    kinds: Cell = ()
    text: str = ""
    question: str = ""
    arrows: list[tree.ArrowEntry] = field(default_factory=list[tree.ArrowEntry])
    branches: list[tree.BranchEntry] = field(default_factory=list[tree.BranchEntry])


class StepEntries:
    """The entries of one step, sorted; lives for one call."""

    def __init__(self, placed: tree.Placed, lanes: Iterable[str], findings: Findings) -> None:
        self.items: dict[str, Items] = {}
        self.waktu: Waktu | None = None
        self.waktu_span: Span | None = None
        self.remarks: tuple[Remark, ...] = ()
        self.question = ""
        self.optional = False
        self.call: tree.Reference | None = None
        self.connector = ""
        self.arrows: list[tree.ArrowEntry] = []
        self.branches: list[tree.BranchEntry] = []
        self.own: dict[str, Own] = {}
        self._placed, self._lanes, self._findings = placed, tuple(lanes), findings
        self._seen: dict[Phrase, Span] = {}

    def sort_in(self, entry: tree.Entry) -> None:
        """Put an entry where it belongs, or say why it belongs nowhere."""
        match entry:
            case tree.ArrowEntry():
                self.arrows.append(self._aimed(entry))
            case tree.OwnEntry():
                self._sort_in_own(entry)
            case tree.BranchEntry():
                self._branch(entry, self.branches, "")
            case tree.ItemsEntry() if self._first(entry.keyword):
                self._needs(entry.keyword, entry.items or entry.nothing, _DOCUMENTS, _NONE)
                values = tuple(item.value for item in entry.items)
                span = self._placed.span_of(entry.span)
                self.items[entry.keyword.text] = Items(values, entry.nothing is not None, span)
            case tree.TimeEntry() if self._first(entry.keyword):
                self._needs(entry.keyword, entry.value, _TIME, _NONE)
                self.waktu = read(entry.value) if entry.value else None
                self.waktu_span = self._placed.span_of(entry.span)
            case tree.RemarkEntry() if self._first(entry.keyword):
                self._needs(entry.keyword, entry.items or entry.nothing, _REMARK)
                self.remarks = tuple(self._remark(item) for item in entry.items)
            case tree.QuestionEntry() if self._first(entry.keyword):
                self._needs(entry.keyword, entry.text, _QUESTION)
                self.question = entry.text.value if entry.text else ""
            case tree.OptionalEntry() if self._first(entry.keyword):
                self.optional = True
            case tree.CallEntry() if self._first(entry.keyword):
                self._needs(entry.keyword, entry.reference, _REFERENCE)
                self.call = entry.reference
            case tree.ConnectorEntry() if self._first(entry.keyword):
                self._needs(entry.keyword, entry.letter, _LETTER)
                self.connector = entry.letter.value if entry.letter else ""
            case (
                tree.GenericEntry() | tree.UnitEntry() | tree.ApprovalEntry() | tree.RevokedEntry()
            ):
                span = self._placed.span_of(entry.keyword.span)
                self._findings.unknown_word(entry.keyword.text, span, _WHERE, _entry_words())
            case _:
                pass  # said twice: `_first` has spoken

    def _sort_in_own(self, entry: tree.OwnEntry) -> None:
        self._needs(entry.keyword, entry.lane, _LANE)
        if entry.lane is None:
            return
        self._needs(entry.lane, entry.part, _OWN_PART)
        lane: str | None = entry.lane.text
        if lane not in self._lanes:
            span = self._placed.span_of(entry.lane.span)
            message = Phrase(
                f'"{lane}" bukan pelaksana langkah ini', f'"{lane}" is no actor of this step'
            )
            lane = self._findings.unknown(message, entry.lane.text, span, self._lanes)
        if lane is None:
            return
        own = self.own.setdefault(lane, Own())
        match entry.part:
            case tree.ArrowEntry() as arrow:
                own.arrows.append(self._aimed(arrow))
            case tree.BranchEntry() as branch:
                self._branch(branch, own.branches, lane)
            case tree.OwnSymbol() as symbol if self._first(
                entry.keyword, Phrase(f'simbol "oleh {lane}"', f'the symbol of "oleh {lane}"')
            ):
                own.kinds = kinds_of(symbol.kinds)
            case tree.String() as text if self._first(
                entry.keyword, Phrase(f'teks "oleh {lane}"', f'the text of "oleh {lane}"')
            ):
                own.text = text.value
            case tree.QuestionEntry() as question:
                if self._first(entry.keyword, quoted(f"oleh {lane} tanya")):
                    self._needs(question.keyword, question.text, _QUESTION)
                    own.question = question.text.value if question.text else ""
            case _:
                pass  # nothing there, or said twice: a finding has been added

    def _branch(self, entry: tree.BranchEntry, into: list[tree.BranchEntry], lane: str) -> None:
        outcome = entry.keyword.text
        if outcome == "jika":
            self._needs(entry.keyword, entry.label, _CONDITION)
        elif not self._first(entry.keyword, quoted(f"oleh {lane} {outcome}" if lane else outcome)):
            return
        into.append(entry)

    def _aimed(self, entry: tree.ArrowEntry) -> tree.ArrowEntry:
        if not entry.targets:
            self._findings.missing("->", self._placed.span_of(entry.sign), _STEP)
        return entry

    def _remark(self, item: tree.String | tree.Reference) -> Remark:
        span = self._placed.span_of(item.span)
        if isinstance(item, tree.String):
            return Remark(item.value, None, span)
        return Remark("", reference(self._placed, item), span)

    def _first(self, keyword: tree.Word, what: Phrase | None = None) -> bool:
        what, span = what or quoted(keyword.text), self._placed.span_of(keyword.span)
        if what in self._seen:
            self._findings.repeated(what, span, self._seen[what])
            return False
        self._seen[what] = span
        return True

    def _needs(self, keyword: tree.Word, value: object, what: Phrase, *hints: Phrase) -> None:
        if not value:
            span = self._placed.span_of(keyword.span)
            self._findings.missing(keyword.text, span, what, *hints)


_DOCUMENTS = Phrase("dokumennya", "its documents")
_NONE = Phrase('bila memang tidak ada, tulis "-"', 'when there is none, write "-"')
_TIME = Phrase("waktunya", "its time")
_REMARK = Phrase("isinya", "its text")
_QUESTION = Phrase("pertanyaannya", "its question")
_REFERENCE = Phrase("SOP yang dirujuk", "the SOP it refers to")
_LETTER = Phrase("hurufnya", "its letter")
_LANE = Phrase("pelaksananya", "its performer")
_OWN_PART = Phrase("bagiannya", "its part")
_CONDITION = Phrase("syaratnya dalam tanda petik", "its condition in quotes")
_STEP = Phrase("langkah tujuannya", "the step it leads to")


def _entry_words() -> tuple[str, ...]:
    return (*words_of(Group.STEP), "oleh")


def kinds_of(words: Iterable[tree.Word]) -> Cell:
    """Return the kinds that kind words stand for, a start first and an end last."""
    kinds = {KINDS[word.text] for word in words if word.text in KINDS}
    return tuple(sorted(kinds, key=_FROM_THE_TOP.index)) or (SymbolKind.PROSES,)
