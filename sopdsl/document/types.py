"""The printed document as a value: what stands on it, in its order, in the profile's words.

This is all an emitter of whole documents sees. Texts are plain (never markup); links are relative
addresses or fragments that `compose` has already judged safe.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # who only asks for words need not load what draws
    from sopdsl.drawing.items import Drawing
    from sopdsl.drawing.theme import Theme
    from sopdsl.paper import Margins, Paper


@dataclass(frozen=True, slots=True)
class Picture:
    """An image to be embedded: its media type and bytes."""

    media_type: str
    data: bytes
    alt: str


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A text, and where it leads (empty: nowhere)."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """Halaman judul, II.B.1 a–e."""

    paper: Paper
    margins: Margins
    logo: Picture | None
    heading: str  # "STANDAR OPERASIONAL PROSEDUR"
    title: str
    year: str
    institution: str
    address: str
    unit: tuple[str, ...] = ()  # only where the profile's cover names the unit


@dataclass(frozen=True, slots=True)
class IdentityRow:
    """A row at the right of Gambar 2: "NOMOR SOP : …"."""

    key: str
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """One of the six boxes h–m; numbered when it has more than one item (B61)."""

    key: str
    label: str
    items: tuple[LinkedText, ...]


@dataclass(frozen=True, slots=True)
class IdentityBlock:
    """Bagian identitas, Gambar 2.

    Attributes:
        heading: logo side: the institution and the chain of units, from the top down.
        rows: number, dates.
        approval_label, approval_office, approval_person, approval_nip: letter f; between office
            and person there is space to sign.
        pairs: rows of two boxes: (h, k), (i, l), (j, m).
    """

    paper: Paper
    margins: Margins
    logo: Picture | None
    heading: tuple[str, ...]
    rows: tuple[IdentityRow, ...]
    approval_label: str
    approval_office: str
    approval_person: str
    approval_nip: str
    title_label: str
    title: str
    pairs: tuple[tuple[SectionBlock, SectionBlock], ...]


@dataclass(frozen=True, slots=True)
class SpokenStep:
    """A step in words, for readers that do not see the picture.

    Attributes:
        anchor: id of the element; other documents link to it.
        number: "Langkah 3".
        flow: where it goes on: "Ya → langkah 4", linked to that step.
    """

    anchor: str
    number: str
    activity: str
    performers: str
    facts: tuple[tuple[str, str], ...]  # (label, text): kelengkapan, waktu, output, keterangan
    remarks: tuple[LinkedText, ...]
    flow: tuple[LinkedText, ...]


@dataclass(frozen=True, slots=True)
class TimeTotals:
    """The times of a chart, in words.

    Attributes:
        label: what they are called.
        lanes: of each lane, by its id, in printed order.
        performers: printed names of the lanes, in the same order.
        whole_label, whole: of all steps.
        note: what is counted and what is not.
    """

    label: str
    lanes: tuple[tuple[str, str], ...]
    performers: tuple[str, ...]
    whole_label: str
    whole: str
    note: str


@dataclass(frozen=True, slots=True)
class ChartPart:
    """One flowchart: its pages, the same steps in words, its times where they are asked for."""

    number: int
    title: str
    paper: Paper
    pages: tuple[Drawing, ...]
    spoken: tuple[SpokenStep, ...]
    footnotes: tuple[str, ...]
    totals: TimeTotals | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A whole SOP, ready to be written in any page format.

    Attributes:
        id: the SOP's id.
        title: its title, as on the browser's tab.
        labels: the profile's printed words by key.
        path: relative path of the source without ``.sop``, with ``/``; outputs are named after it.
        theme: what it looks like.
    """

    id: str
    title: str
    number: str
    path: str
    profile: str
    labels: Mapping[str, str]
    cover: Cover | None
    identity: IdentityBlock | None
    charts: tuple[ChartPart, ...]
    theme: Theme
