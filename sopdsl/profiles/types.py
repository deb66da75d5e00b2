"""A profile: one regulation's wishes as data (read from TOML by :mod:`sopdsl.profiles`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from sopdsl.diagnostics import Severity
from sopdsl.language import Phrase
from sopdsl.paper import Margins, Orientation

Part = Literal["sampul", "identitas", "bagan"]  # II.B: cover, identity, flowchart
CoverItem = Literal["logo", "judul", "tahun", "instansi", "unit", "alamat"]  # II.B.1 a–e, and unit

PARTS: tuple[Part, ...] = get_args(Part)
COVER_ITEMS: tuple[CoverItem, ...] = get_args(CoverItem)

# Every word a document prints that an author did not write; a profile must have all of them.
LABELS: frozenset[str] = frozenset(
    (
        *("sampul", "sop", "halaman", "catatan"),
        *("nomor", "dibuat", "direvisi", "berlaku", "disahkan", "nip", "nama-sop"),
        *("dasar-hukum", "keterkaitan", "peringatan", "kualifikasi", "peralatan", "pencatatan"),
        *("no", "aktivitas", "pelaksana", "mutu-baku", "kelengkapan", "waktu", "output"),
        "keterangan",
    )
)


@dataclass(frozen=True, slots=True)
class PartPaper:
    """Paper of one part of the document; ``size`` is replaced by the one in ``sop.toml``."""

    size: str
    orientation: Orientation
    margins: Margins


@dataclass(frozen=True, slots=True)
class Profile:
    """What a regulation asks of the document.

    Attributes:
        name: ``bssn-4-2019`` …
        title: the regulation's full name.
        parts: the parts it wants, in order.
        papers: paper for each part.
        labels: printed words by key, all of :data:`LABELS`, in Indonesian; in ``halaman`` the
            marks ``{x}`` and ``{y}`` stand for the page and the number of pages.
        required: identity entries and sections that a document in force must have.
        severities: severity per rule where it differs from the rule's own; ``None`` switches off.
        options: rule options, ``{"rule": {"option": value}}``.
        cover: what the cover shows, in the order of the regulation's letters.
        entries: identity entries this profile adds to the language's own: printed label by word.
        periods: months between two rounds of ``pemantauan`` and ``evaluasi``.
    """

    name: str
    title: Phrase
    source: str
    parts: tuple[Part, ...]
    papers: Mapping[Part, PartPaper]
    labels: Mapping[str, str]
    required: frozenset[str]
    severities: Mapping[str, Severity | None]
    options: Mapping[str, Mapping[str, object]]
    cover: tuple[CoverItem, ...] = ("logo", "judul", "tahun", "instansi", "alamat")
    entries: Mapping[str, str] = field(default_factory=dict[str, str])
    periods: Mapping[str, int] = field(default_factory=dict[str, int])
