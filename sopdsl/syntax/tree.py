"""The tree of a `.sop` text: what was written, before anybody asks what it means.

A statement is the unit of parsing (the margin law). Its nodes carry spans that count from the start
of the *statement*, so that one parsed statement can be kept and used again wherever the same text
stands; ``Placed`` says where that is. Every part that the grammar lets an author leave out is
``None`` here, and the checks speak about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from sopdsl.source import Source, Span

# --- leaves -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Word:
    """A keyword or an identifier, as written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class String:
    """A quoted text; ``value`` is unescaped and its line breaks are folded to spaces."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class DateLiteral:
    """A date as written; ``value`` is ``None`` when the calendar has no such day."""

    text: str
    value: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Number:
    """A number; a comma is the decimal sign (``1,5``)."""

    text: str
    value: Decimal
    span: Span


@dataclass(frozen=True, slots=True)
class Nothing:
    """A lone ``-``: "none", said on purpose."""

    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """``@name`` or ``@name.part``: another SOP, a step of one, or a regulation."""

    name: Word
    part: Word | None
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """Where an arrow goes: a step, and one actor's symbol in it when ``lane`` is given."""

    step: Word
    lane: Word | None
    span: Span


Value = Word | String | DateLiteral | Number | Nothing | Reference

# --- actors of a step ---------------------------------------------------------------------------

ActorSign = Literal[",", ">", "<>", "|"]


@dataclass(frozen=True, slots=True)
class Actors:
    """``a > b, c | d``: lanes and the signs between them (one sign less than lanes)."""

    lanes: tuple[Word, ...]
    signs: tuple[ActorSign, ...]
    span: Span


# --- time ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Amount:
    """``1-3 hari kerja``, ``30 menit - 3 jam``, ``2 menit per "berkas"``, ``1 x 24 jam``.

    Attributes:
        factor: the number before ``x``, or ``None``.
        low: the number, or the lower bound of a range; ``low_unit`` is its own unit, if it has one.
        high: upper bound of a range, or ``None``.
        unit: word after the number (``menit``, ``hari`` …); ``None`` when it is missing.
        qualifier: ``kerja``, ``kalender``, ``efektif`` or another word after the unit.
        per: what the amount is counted for, from ``per "berkas"``.
        low_qualifier: as ``qualifier``, after ``low_unit``.
    """

    factor: Number | None
    low: Number
    low_unit: Word | None
    high: Number | None
    unit: Word | None
    qualifier: Word | None
    per: String | None
    span: Span
    low_qualifier: Word | None = None


@dataclass(frozen=True, slots=True)
class TimeAmounts:
    """Alternatives (``atau``) of amounts that add up; ``wording`` has plain signs and no quotes."""

    alternatives: tuple[tuple[Amount, ...], ...]
    wording: str
    span: Span


@dataclass(frozen=True, slots=True)
class TimeSame:
    """``sama``: the time cell above goes on."""

    span: Span


TimeValue = TimeAmounts | TimeSame | String | Nothing

# --- entries (indented lines) -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ItemsEntry:
    """``kelengkapan "a", "b"`` or ``output -``; ``items`` is empty when they are missing."""

    keyword: Word
    items: tuple[String, ...]
    nothing: Nothing | None
    span: Span


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """``waktu 5 menit``."""

    keyword: Word
    value: TimeValue | None
    span: Span


@dataclass(frozen=True, slots=True)
class RemarkEntry:
    """``keterangan "…", @sop``."""

    keyword: Word
    items: tuple[String | Reference, ...]
    nothing: Nothing | None
    span: Span


@dataclass(frozen=True, slots=True)
class ArrowEntry:
    """``-> id, id``; the arrow sign's own span is ``sign``."""

    sign: Span
    targets: tuple[Target, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class BranchEntry:
    """``ya -> id "label"``, ``tidak …``, or ``jika "Lengkap" -> id``.

    Attributes:
        keyword: ``ya``, ``tidak`` or ``jika``.
        label: the free wording; for ``jika`` the condition.
        targets: where it goes; empty means the next step.
    """

    keyword: Word
    label: String | None
    targets: tuple[Target, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """``tanya "Setuju?"``."""

    keyword: Word
    text: String | None
    span: Span


@dataclass(frozen=True, slots=True)
class OptionalEntry:
    """``opsional``."""

    keyword: Word
    span: Span


@dataclass(frozen=True, slots=True)
class CallEntry:
    """``rujuk @sop-id``: the step is carried out by another SOP."""

    keyword: Word
    reference: Reference | None
    span: Span


@dataclass(frozen=True, slots=True)
class ConnectorEntry:
    """``konektor "A"``: the letter of this step's page connector."""

    keyword: Word
    letter: String | None
    span: Span


@dataclass(frozen=True, slots=True)
class OwnSymbol:
    """Kinds of one actor's own symbol: ``oleh pj selesai``."""

    kinds: tuple[Word, ...]
    span: Span


OwnPart = OwnSymbol | String | ArrowEntry | BranchEntry | QuestionEntry


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """``oleh LANE …``: something that belongs to one actor of the row only."""

    keyword: Word
    lane: Word | None
    part: OwnPart | None
    span: Span


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """``unit "Sekretariat" > "Biro" > "Bagian"``, from the top down."""

    keyword: Word
    chain: tuple[String, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ApprovalEntry:
    """``disahkan "jabatan" oleh "nama" nip "…"`` or ``disahkan -``."""

    keyword: Word
    office: String | None
    person: String | None
    nip: String | None
    nothing: Nothing | None
    span: Span


@dataclass(frozen=True, slots=True)
class RevokedEntry:
    """``dicabut 2019-04-11 oleh @id``."""

    keyword: Word
    date: DateLiteral | None
    by: Reference | None
    span: Span


@dataclass(frozen=True, slots=True)
class GenericEntry:
    """``word value, value …``: identity entries with one value, and words nobody knows yet."""

    keyword: Word
    values: tuple[Value, ...]
    span: Span


Entry = (
    ItemsEntry
    | TimeEntry
    | RemarkEntry
    | ArrowEntry
    | BranchEntry
    | QuestionEntry
    | OptionalEntry
    | CallEntry
    | ConnectorEntry
    | OwnEntry
    | UnitEntry
    | ApprovalEntry
    | RevokedEntry
    | GenericEntry
)


@dataclass(frozen=True, slots=True)
class Item:
    """A line of an item section: a text or a reference (alone or with a text after it)."""

    text: String | None
    reference: Reference | None
    span: Span


@dataclass(frozen=True, slots=True)
class GroupLine:
    """``kelompok "Satker"``; ``title`` is ``None`` for ``kelompok -``, which ends a group."""

    keyword: Word
    title: String | None
    span: Span


@dataclass(frozen=True, slots=True)
class LaneLine:
    """``kabag "Kepala Bagian" jabatan alias "Kabag"``."""

    name: Word
    title: String | None
    kind: Word | None
    alias: tuple[String, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class EventLine:
    """``2019-03-01 simulasi "catatan"``."""

    date: DateLiteral
    event: Word | None
    note: String | None
    span: Span


# --- statements ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SopStatement:
    """``sop [id] "judul"`` with the identity entries."""

    keyword: Word
    name: Word | None
    title: String | None
    entries: tuple[Entry, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class LibraryStatement:
    """``pustaka "nama"``."""

    keyword: Word
    title: String | None
    span: Span


@dataclass(frozen=True, slots=True)
class UseStatement:
    """``gunakan "umum/pelaksana.sop"``."""

    keyword: Word
    path: String | None
    span: Span


@dataclass(frozen=True, slots=True)
class SectionStatement:
    """``dasar-hukum`` … ``pencatatan`` (letters h–m) and ``catatan``, an item a line."""

    keyword: Word
    items: tuple[Item, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class LanesStatement:
    """``pelaksana [tetap]``; ``fixed`` is the word ``tetap`` when it is there."""

    keyword: Word
    fixed: Word | None
    lines: tuple[LaneLine | GroupLine, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class StepStatement:
    """``mulai|langkah|keputusan|selesai [id] oleh ACTORS "aktivitas"``; one or two kind words."""

    kinds: tuple[Word, ...]
    name: Word | None
    actors: Actors | None
    activity: String | None
    entries: tuple[Entry, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ChartStatement:
    """``alur [id] "Judul bagan"``."""

    keyword: Word
    name: Word | None
    title: String | None
    span: Span


@dataclass(frozen=True, slots=True)
class PageStatement:
    """``halaman``: a page ends here."""

    keyword: Word
    span: Span


@dataclass(frozen=True, slots=True)
class HistoryStatement:
    """``riwayat`` with an event a line."""

    keyword: Word
    events: tuple[EventLine, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class RegulationStatement:
    """``peraturan id "judul lengkap"`` with ``berlaku``, ``dicabut``, ``tautan``."""

    keyword: Word
    name: Word | None
    title: String | None
    entries: tuple[Entry, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ExtensionStatement:
    """Any other word at the margin: a plugin's statement, or a misspelt keyword."""

    keyword: Word
    name: Word | None
    text: String | None
    entries: tuple[GenericEntry, ...]
    span: Span


Statement = (
    SopStatement
    | LibraryStatement
    | UseStatement
    | SectionStatement
    | LanesStatement
    | StepStatement
    | ChartStatement
    | PageStatement
    | HistoryStatement
    | RegulationStatement
    | ExtensionStatement
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement and the offset in the source at which it starts."""

    start: int
    statement: Statement

    def span_of(self, span: Span) -> Span:
        """Return where a span of this statement lies in the source."""
        return span.shifted(self.start)


@dataclass(frozen=True, slots=True)
class Tree:
    """All statements of a source, in order."""

    source: Source
    statements: tuple[Placed, ...]

    def __iter__(self) -> Iterator[Placed]:
        return iter(self.statements)
