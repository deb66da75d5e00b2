"""What an SOP says, with all names resolved: the values that checks, layout and documents read.

The terms are the regulation's (BSSN 4/2019, Lampiran, Bab II.B): letters a–g of the identity part,
h–m of the sections, and the flowchart's columns. Spans are offsets in the source that the document
was built from. Nothing here knows how it was written or how it will be drawn.

How the lines of a chart come out
---------------------------------
Three kinds of line, each found in one place only, none of them twice:

* *inside a cell*: symbols of one lane in one row are numbered ``part`` 0, 1 from the top. Each is
  followed by the next (a short arrow down). Nothing else states this arrow.
* *inside a row*: :attr:`Step.ties`. ``>`` gives an arrow from the last part of the first actor to
  the first part of the second, ``<>`` an arrow with two heads, ``,`` a plain line; both run between
  the parts that carry the activity (the one that is no capsule). The plain lines of a row ``a, b,
  c`` join neighbours in the printed order of the lanes. A tie ``a > b`` and one ``b > a`` come out
  as one two-way tie. Two symbols have at most one tie.
* *between rows*: :attr:`Chart.edges`, one for each pair of symbols: an arrow to a ``|`` row is one
  edge for each of its :attr:`Step.entries` (between two ``|`` rows each actor goes straight on to
  the same actor, and only the others pair up); a decision's exit with two targets is two edges
  with one label. An edge may lead to its own row (a branch that goes back to an earlier actor of
  it), never from a symbol to itself.

What every chart promises: steps are numbered from 1 without gaps; ids of steps and of lanes are
unique; every end of a tie or an edge is a symbol that exists; every symbol's lane is in
:attr:`Chart.lanes`, and every lane there has a symbol; no two edges share source, target and label.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from sopdsl.model.waktu import Waktu
from sopdsl.source import Span

T = TypeVar("T")

_NOWHERE = Span(0, 0)


class SymbolKind(StrEnum):
    """The five symbols less the arrow: II.B.3 letters a, b, c and e."""

    MULAI = "mulai"
    PROSES = "proses"
    KEPUTUSAN = "keputusan"
    SELESAI = "selesai"


class LaneKind(StrEnum):
    """What kind of performer a lane stands for (II.A)."""

    JABATAN = "jabatan"
    TIM = "tim"
    UNIT = "unit"
    SISTEM = "sistem"
    EKSTERNAL = "eksternal"


class Section(StrEnum):
    """The item sections of the identity block, letters h–m."""

    DASAR_HUKUM = "dasar-hukum"
    KETERKAITAN = "keterkaitan"
    PERINGATAN = "peringatan"
    KUALIFIKASI = "kualifikasi"
    PERALATAN = "peralatan"
    PENCATATAN = "pencatatan"


class TieKind(StrEnum):
    """How two symbols of one row belong together."""

    TOGETHER = "bersama"  # `,`  a plain line without arrowhead: coordination
    HANDOVER = "serah"  # `>`  an arrow from the first to the second
    TWO_WAY = "timbal-balik"  # `<>` an arrow with two heads


class EdgeRole(StrEnum):
    """Why an arrow is there."""

    NEXT = "lanjut"  # silence: the next step follows
    ARROW = "panah"  # written with `->`
    BRANCH = "cabang"  # an exit of a decision


@dataclass(frozen=True, slots=True)
class Given(Generic[T]):
    """A value an author wrote, or said ``-`` to (then ``value`` is ``None`` on purpose)."""

    value: T | None
    span: Span

    @property
    def is_none(self) -> bool:
        """Tell whether the author wrote ``-`` (or something that is no such value)."""
        return self.value is None


# --- references ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reference:
    """``@name`` or ``@name.part``; whether it exists is known only across files."""

    name: str
    part: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Regulation:
    """An entry of the legal register (``peraturan``).

    Attributes:
        revoked_by: the successor's id; empty when it was revoked without one being named, and
            ``None`` when it was not revoked.
        file: name of the source it is declared in.
        span: its name there.
    """

    id: str
    title: str
    in_force: date | None
    revoked: date | None
    revoked_by: str | None
    link: str | None
    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a section: a text, a reference to an SOP, or a cited regulation.

    ``text`` is what an author wrote; for a cited regulation it is the register's full title, with
    the author's text after a comma, and for a reference to another SOP what was written beside it,
    mostly nothing (its title is known only across files). An item that a library brought in has the
    span of the `gunakan` that asked for it.
    """

    text: str
    reference: Reference | None
    regulation: Regulation | None
    span: Span


# --- identity -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Approval:
    """Letter f, pengesahan; ``nip_span`` is that of the number with its quotes."""

    office: str
    person: str
    nip: str
    span: Span
    nip_span: Span = _NOWHERE


@dataclass(frozen=True, slots=True)
class Identity:
    """Letters a–g; ``None`` means the entry is not there at all."""

    number: Given[str] | None  # b  nomor
    kinds: tuple[str, ...]  # jenis: administratif|teknis, makro|mikro, as written
    kinds_span: Span | None
    unit: tuple[str, ...]  # a  unit, from the top down
    unit_span: Span | None
    made: Given[date] | None  # c  dibuat
    revised: Given[date] | None  # d  direvisi
    effective: Given[date] | None  # e  berlaku
    approval: Given[Approval] | None  # f  disahkan
    status: Given[str] | None
    logo: Given[str] | None
    year: Given[int] | None  # tahun, when it is not that of `dibuat`
    extra: tuple[tuple[str, Given[str]], ...]  # entries a profile adds, in order


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """A line of ``riwayat``."""

    on: date | None
    event: str
    note: str
    span: Span


# --- chart --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lane:
    """One column of Pelaksana.

    Attributes:
        id: unique in its chart; what ``data-actor`` shows.
        title: the printed name.
        group: title of the two-level header it stands under, or ``None``.
        declared: whether it was declared (an undeclared one is kept so that drawing goes on).
        file: name of the source it was declared in (a library's for a shared lane that the
            document does not list itself).
        span: its line there, or the place that mentions it when nobody declared it.
    """

    id: str
    title: str
    kind: LaneKind | None
    aliases: tuple[str, ...]
    group: str | None
    declared: bool
    file: str
    span: Span


@dataclass(frozen=True, slots=True)
class SymbolRef:
    """One symbol: of a step, in a lane; ``part`` counts a cell's symbols from the top, from 0."""

    step: str
    lane: str
    part: int = 0


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol in a cell. Symbols of one cell are tied top to bottom by a short arrow.

    Attributes:
        text: the actor's own sub-activity (``oleh a "teks"``), or empty.
        question: text in or beside a diamond (``tanya``), or empty.
    """

    ref: SymbolRef
    kind: SymbolKind
    text: str
    question: str
    span: Span


@dataclass(frozen=True, slots=True)
class Tie:
    """Two symbols of one row that belong together.

    A handover points from ``first`` to ``second``; the two other kinds have no direction.
    """

    kind: TieKind
    first: SymbolRef
    second: SymbolRef


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow from a step's symbol to a symbol of another step (or of the same, going back).

    It leaves the lowest symbol of its actor's cell. It arrives at the highest, except that nothing
    flows into the capsule of ``mulai langkah``: there it arrives at the symbol below; and that
    ``-> selesai`` means the capsule itself, in a cell that also holds a box.

    Attributes:
        role: :attr:`EdgeRole.NEXT` from a decision means that an exit was not written: the arrow is
            drawn without a label so that the picture holds, and a rule speaks about it.
        label: wording at a decision's exit ("Ya", "Disetujui"), or empty.
        outcome: ``ya``, ``tidak``, ``jika`` for a decision's exit, else empty.
        span: the text that asks for it (for :attr:`EdgeRole.NEXT` the step's first line).
    """

    source: SymbolRef
    target: SymbolRef
    role: EdgeRole
    label: str
    outcome: str
    span: Span


@dataclass(frozen=True, slots=True)
class Items:
    """Documents of a Kelengkapan or Output cell; ``none`` when the author wrote ``-``."""

    values: tuple[str, ...]
    none: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Remark:
    """A part of the Keterangan cell: a text or a reference to another SOP."""

    text: str
    reference: Reference | None
    span: Span


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the chart.

    Attributes:
        id: as written, else ``langkah-N`` with N its row.
        named: whether the id was written.
        row: number from 1 within the chart.
        kinds: symbols of the leading cell as written (``mulai langkah`` gives two).
        symbols: all symbols, lane by lane in order of first writing, a cell's from the top down.
        ties: lines between symbols of different lanes of this row.
        entries: symbols at which an arrow to the whole step arrives: the first of a chain
            (``a > b``), the first-written of a row of equals (``a, b``), one of each part of a
            parallel row (``a | b``). Never empty, unless the step has no symbol at all.
        exits: symbols from which an arrow of the whole step leaves, the same way: the last of a
            chain, the first-written of equals, one of each parallel part. An end capsule is no
            exit, so ``exits`` of a ``selesai`` step is empty. An actor with arrows of its own
            (``oleh a -> x``) has edges from its symbol whether or not it is listed here.
        waktu: ``None`` when the entry is missing.
        break_before: a ``halaman`` stands before this step.
        line: line of its first word in the source, from 1.
        head: from its first kind word to its activity.
        name_span: its name, or its first kind word when it has none.
        activity_span: its activity with the quotes, or the empty place after ``head``.
        kind_span: its kind words.
    """

    id: str
    named: bool
    row: int
    kinds: tuple[SymbolKind, ...]
    activity: str
    symbols: tuple[Symbol, ...]
    ties: tuple[Tie, ...]
    entries: tuple[SymbolRef, ...]
    exits: tuple[SymbolRef, ...]
    kelengkapan: Items | None
    waktu: Waktu | None
    waktu_span: Span | None
    output: Items | None
    remarks: tuple[Remark, ...]
    optional: bool
    call: Reference | None
    connector: str
    break_before: bool
    line: int
    span: Span
    head: Span
    name_span: Span
    activity_span: Span
    kind_span: Span = _NOWHERE

    @property
    def lanes(self) -> tuple[str, ...]:
        """Return the ids of its lanes, each once, in order of first writing."""
        return tuple(dict.fromkeys(symbol.ref.lane for symbol in self.symbols))

    def symbol(self, ref: SymbolRef) -> Symbol:
        """Return one of its symbols; ``KeyError`` when it has no such symbol."""
        for symbol in self.symbols:
            if symbol.ref == ref:
                return symbol
        raise KeyError(ref)


@dataclass(frozen=True, slots=True)
class Chart:
    """One flowchart: lanes in printed order, steps in order, and every arrow.

    Attributes:
        number: from 1 in the document.
        id: as written after ``alur``, else ``bagan-N``.
        title: printed above the chart, or empty.
        lanes: only lanes that hold a symbol, in the order they are printed.
        unused: lanes declared for the chart, or for the document where the chart has none of its
            own, that hold no symbol here; they may hold one in another chart.
        fixed_order: ``pelaksana tetap``: the written order is kept.
        footnotes: the items of ``catatan``.
        span: the `alur` that opens it, else the first step's head.
    """

    number: int
    id: str
    title: str
    lanes: tuple[Lane, ...]
    unused: tuple[Lane, ...]
    fixed_order: bool
    steps: tuple[Step, ...]
    edges: tuple[Edge, ...]
    footnotes: tuple[str, ...]
    span: Span

    def step(self, step_id: str) -> Step:
        """Return a step by its id; ``KeyError`` when there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)


# --- extension statements -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ExtensionEntry:
    """``kata nilai…`` under an extension statement, values as texts."""

    word: str
    values: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Extension:
    """A statement of a plugin's own: ``kata [id] ["teks"]``."""

    word: str
    name: str
    text: str
    entries: tuple[ExtensionEntry, ...]
    span: Span
    word_span: Span


@dataclass(frozen=True, slots=True)
class Use:
    """``gunakan "path"``.

    Attributes:
        offers: names of the lanes and regulations that it brings in, and the words of the sections
            that it adds items to; empty when it cannot be had.
    """

    path: str
    span: Span
    offers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sop:
    """A whole document, or a library (then ``is_library`` and no identity or charts).

    Attributes:
        id: as written after `sop`, else the file's name without its ending.
        title_span: the title with its quotes, or the empty place after ``head``.
        section_spans: the word that opens each section.
        charts: only charts with steps.
        regulations: those this very source declares.
        library_lanes: those a library declares itself; empty in a document.
        head: the opening words up to the title, or the first line when there is no opening.
    """

    id: str
    title: str
    title_span: Span
    is_library: bool
    identity: Identity
    sections: tuple[tuple[Section, tuple[Item, ...]], ...]  # only those that were written
    section_spans: tuple[tuple[Section, Span], ...]
    charts: tuple[Chart, ...]
    history: tuple[HistoryEvent, ...]
    regulations: tuple[Regulation, ...]
    library_lanes: tuple[Lane, ...]
    extensions: tuple[Extension, ...]
    uses: tuple[Use, ...]
    head: Span

    def items(self, section: Section) -> tuple[Item, ...]:
        """Return the items of a section; empty when it was not written."""
        for name, items in self.sections:
            if name is section:
                return items
        return ()
