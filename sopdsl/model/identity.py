"""The identity part (letters a–g of II.B.2) and the history, read from their statements."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date
from typing import TypeVar

from sopdsl.language import Phrase
from sopdsl.model.findings import Findings, quoted
from sopdsl.model.types import Approval, Given, HistoryEvent, Identity
from sopdsl.source import Span
from sopdsl.syntax import tree

T = TypeVar("T")

NO_IDENTITY = Identity(None, (), None, (), None, None, None, None, None, None, None, None, extra=())

ENTRIES = (
    *("nomor", "jenis", "unit", "dibuat", "direvisi", "berlaku"),
    *("disahkan", "status", "logo", "tahun"),
)
"""Entries of `sop` that every profile knows."""

_DATE = Phrase("tanggal seperti 2019-04-11", "a date such as 2019-04-11")
_TEXT = Phrase("teks dalam tanda petik", "a text in quotes")
_YEAR = Phrase("tahun seperti 2019", "a year such as 2019")
_WHERE = Phrase('sebagai isian "sop"', 'as an entry of "sop"')
_A_VALUE = Phrase("nilainya", "its value")


def read_identity(
    placed: tree.Placed, statement: tree.SopStatement, extra: Collection[str], findings: Findings
) -> Identity:
    """Return what a `sop` statement says about the document.

    Args:
        placed: the statement and where it stands.
        statement: the same statement.
        extra: names of further entries that the profile knows.
        findings: takes what is wrong.
    """
    written = _Entries(placed, extra, findings)
    for entry in statement.entries:
        written.sort_in(entry)
    kinds = written.plain.get("jenis")
    unit, approval = written.unit, written.approval
    return Identity(
        number=written.text("nomor"),
        kinds=tuple(_as_text(value) for value in kinds.values) if kinds else (),
        kinds_span=placed.span_of(kinds.span) if kinds else None,
        unit=tuple(text.value for text in unit.chain) if unit else (),
        unit_span=placed.span_of(unit.span) if unit else None,
        made=written.date("dibuat"),
        revised=written.date("direvisi"),
        effective=written.date("berlaku"),
        approval=_approval(placed, approval) if approval else None,
        status=written.text("status"),
        logo=written.text("logo"),
        year=written.year("tahun"),
        extra=tuple((name, written.given(name, _as_text, _TEXT)) for name in written.added),
    )


def read_history(
    placed: tree.Placed, statement: tree.HistoryStatement, findings: Findings
) -> tuple[HistoryEvent, ...]:
    """Return the events of a `riwayat` statement."""
    events: list[HistoryEvent] = []
    for line in statement.events:
        span = placed.span_of(line.span)
        if line.event is None:
            findings.missing(line.date.text, span, Phrase("peristiwanya", "its event"))
        if line.date.value is None:
            findings.wrong_value("riwayat", line.date.text, placed.span_of(line.date.span), _DATE)
        events.append(
            HistoryEvent(
                on=line.date.value,
                event=line.event.text if line.event else "",
                note=line.note.value if line.note else "",
                span=span,
            )
        )
    return tuple(events)


def read_date(word: str, value: tree.Value, placed: tree.Placed, findings: Findings) -> Given[date]:
    """Return the date that an entry gives; ``-`` and what is no date give none."""
    given = _date_of(value)
    if given is None and not isinstance(value, tree.Nothing):
        findings.wrong_value(word, _as_text(value), placed.span_of(value.span), _DATE)
    return Given(given, placed.span_of(value.span))


def text_of(value: tree.Value) -> str:
    """Return a value as a text, for places that take any."""
    return _as_text(value)


class _Entries:
    """The entries of one `sop` statement by word; lives for one call."""

    def __init__(self, placed: tree.Placed, extra: Collection[str], findings: Findings) -> None:
        self.plain: dict[str, tree.GenericEntry] = {}
        self.unit: tree.UnitEntry | None = None
        self.approval: tree.ApprovalEntry | None = None
        self.added: list[str] = []
        self._seen: dict[str, Span] = {}
        self._placed, self._extra, self._findings = placed, extra, findings

    def sort_in(self, entry: tree.Entry) -> None:
        """Put an entry where it belongs, or say why it belongs nowhere."""
        if isinstance(entry, tree.ArrowEntry):
            self._unknown("->", entry.sign)
            return
        word, span = entry.keyword.text, self._placed.span_of(entry.keyword.span)
        if word in self._seen:
            self._findings.repeated(quoted(word), span, self._seen[word])
            return
        self._seen[word] = span
        if isinstance(entry, tree.UnitEntry):
            self.unit = entry
            self._needs(entry.chain, word, span)
        elif isinstance(entry, tree.ApprovalEntry):
            self.approval = entry
            self._needs(entry.office or entry.person or entry.nip or entry.nothing, word, span)
        elif isinstance(entry, tree.GenericEntry) and (word in ENTRIES or word in self._extra):
            self.plain[word] = entry
            self._needs(entry.values, word, span)
            if word not in ENTRIES:
                self.added.append(word)
        else:
            self._unknown(word, entry.keyword.span)

    def text(self, word: str) -> Given[str] | None:
        return self.given(word, _as_text, _TEXT) if word in self.plain else None

    def date(self, word: str) -> Given[date] | None:
        return self.given(word, _date_of, _DATE) if word in self.plain else None

    def year(self, word: str) -> Given[int] | None:
        return self.given(word, _year_of, _YEAR) if word in self.plain else None

    def given(self, word: str, read: Callable[[tree.Value], T | None], wanted: Phrase) -> Given[T]:
        """Return an entry's value as ``read`` understands it."""
        entry = self.plain[word]
        if not entry.values:
            return Given(None, self._placed.span_of(entry.span))
        first = entry.values[0]
        span = self._placed.span_of(first.span)
        value = None if isinstance(first, tree.Nothing) else read(first)
        if value is None and not isinstance(first, tree.Nothing):
            self._findings.wrong_value(word, _as_text(first), span, wanted)
        return Given(value, span)

    def _needs(self, value: object, word: str, span: Span) -> None:
        if not value:
            self._findings.missing(word, span, _A_VALUE)

    def _unknown(self, word: str, span: Span) -> None:
        known = (*ENTRIES, *self._extra)
        self._findings.unknown_word(word, self._placed.span_of(span), _WHERE, known)


def _approval(placed: tree.Placed, entry: tree.ApprovalEntry) -> Given[Approval]:
    span = placed.span_of(entry.span)
    if not (entry.office or entry.person or entry.nip):
        return Given(None, span)
    office, person, nip = (
        part.value if part else "" for part in (entry.office, entry.person, entry.nip)
    )
    nip_span = placed.span_of(entry.nip.span) if entry.nip else span
    return Given(Approval(office, person, nip, span, nip_span), span)


def _as_text(value: tree.Value) -> str:
    match value:
        case tree.String():
            return value.value
        case tree.Nothing():
            return "-"
        case tree.Reference():
            return f"@{value.name.text}" + (f".{value.part.text}" if value.part else "")
        case tree.Word() | tree.DateLiteral() | tree.Number():
            return value.text


def _date_of(value: tree.Value) -> date | None:
    return value.value if isinstance(value, tree.DateLiteral) else None


def _year_of(value: tree.Value) -> int | None:
    if not isinstance(value, tree.Number) or value.value != value.value.to_integral_value():
        return None
    year = int(value.value)
    return year if date.min.year <= year <= date.max.year else None
