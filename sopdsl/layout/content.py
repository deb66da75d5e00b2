"""What each cell of the table says, before anybody asks how wide it is.

One paragraph is one item of a list, one remark, or the whole text of a cell; several documents in
one Kelengkapan or Output cell are numbered, as the lists of the identity part are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sopdsl.layout.metrics import text_width
from sopdsl.layout.text import Paragraphs, clean, count_lines, pieces, widest_piece
from sopdsl.layout.types import LayoutRequest, ReferenceText
from sopdsl.model.types import Items, Reference, Step

TEXT_COLUMNS = ("aktivitas", "kelengkapan", "waktu", "output", "keterangan")
MOST_CHARACTERS = 20_000  # of one cell; some ten pages of nothing but this cell

_OPTIONAL_SAID = re.compile(  # the text has a condition of its own: "(apabila terjadi)"
    r"\b(?:apabila|jika|bila|kalau) (?:di)?perlu|\((?:apabila|jika|bila|kalau)\b|\bopsional\b",
    re.IGNORECASE,
)
_OPTIONAL = " (apabila diperlukan)"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a cell: its text cut into pieces, a number before it, a place it leads to."""

    text: str
    pieces: Paragraphs
    marker: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """The paragraphs of a cell; ``cut`` when the text was longer than any cell can be."""

    paragraphs: tuple[Paragraph, ...] = ()
    cut: bool = False

    def indent(self, size: float) -> float:
        """Return how far the paragraphs stand in behind their numbers, in points."""
        markers = [text_width(p.marker, size) for p in self.paragraphs if p.marker]
        return max(markers) + 0.4 * size if markers else 0.0

    def lines(self, width: float, size: float) -> int:
        """Return how many lines the cell has when its text is ``width`` points wide."""
        inner = width - self.indent(size)
        return sum([count_lines(p.pieces, inner, size) for p in self.paragraphs])

    def widest(self, size: float) -> float:
        """Return the width of the widest piece that should not be broken, in points."""
        widths = [widest_piece(p.text, size) for p in self.paragraphs]
        return max(widths, default=0.0) + self.indent(size)


Row = Mapping[str, Content]


def row_contents(step: Step, request: LayoutRequest) -> Row:
    """Return the contents of a step's cells by column, less those of the lanes."""
    return {
        "no": content([str(step.row)]),
        "aktivitas": content([_activity(step)]),
        "kelengkapan": _items(step.kelengkapan),
        "waktu": content([_waktu(step)]),
        "output": _items(step.output),
        "keterangan": _remarks(step, request),
    }


def content(texts: list[str], numbered: bool = False) -> Content:
    """Return a cell's content: each non-empty text a paragraph."""
    return _content([ReferenceText(text) for text in texts], numbered)


def _content(texts: list[ReferenceText], numbered: bool = False) -> Content:
    paragraphs: list[Paragraph] = []
    room = MOST_CHARACTERS
    for number, item in enumerate(texts, start=1):
        text = clean(item.text[: 2 * MOST_CHARACTERS]).strip()
        if not text:
            continue
        cut = len(text) > room or len(item.text) > 2 * MOST_CHARACTERS
        if cut:
            text = text[:room].rstrip() + "…"
        room -= len(text)
        marker = f"{number}." if numbered else ""
        paragraphs.append(Paragraph(text, pieces(text), marker, item.href))
        if cut:
            return Content(tuple(paragraphs), cut=True)
    return Content(tuple(paragraphs))


def _activity(step: Step) -> str:
    if step.optional and not _OPTIONAL_SAID.search(step.activity):
        return step.activity.rstrip() + _OPTIONAL
    return step.activity


def _items(items: Items | None) -> Content:
    if items is None:
        return Content()
    if items.none:
        return content(["-"])
    return content(list(items.values), numbered=len(items.values) > 1)


def _waktu(step: Step) -> str:
    if step.waktu is None:
        return ""
    return "-" if step.waktu.none else step.waktu.wording


def _remarks(step: Step, request: LayoutRequest) -> Content:
    texts: list[ReferenceText] = []
    for remark in step.remarks:
        if remark.reference is None:
            texts.append(ReferenceText(remark.text))
        else:
            texts.append(_reference(remark.reference, request))
    if step.call is not None:
        called = _reference(step.call, request)
        if called.text not in [item.text for item in texts]:
            texts.append(called)
    return _content(texts)


def _reference(reference: Reference, request: LayoutRequest) -> ReferenceText:
    key = f"{reference.name}.{reference.part}" if reference.part else reference.name
    return request.references.get(key) or ReferenceText(key)
