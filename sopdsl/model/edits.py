"""Edits of a section's lines that leave everything around them as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sopdsl.diagnostics import TextEdit
from sopdsl.model.types import Item, Section, Sop
from sopdsl.source import Source, Span

_BEFORE = re.compile(r",[ \t]*$")
_AFTER = re.compile(r"[ \t]*,[ \t]*")
_REST = re.compile(r"[ \t]*(?:\r\n|\n|\r|$)")


def own_items(sop: Sop, section: Section) -> tuple[Item, ...]:
    """Return the items that the document itself writes, without those that a library brings in."""
    shared = {use.span for use in sop.uses}
    return tuple(item for item in sop.items(section) if item.span not in shared)


def without(source: Source, span: Span) -> TextEdit | None:
    """Return the edit that takes an item out: its whole line, or what it shares with others.

    ``None`` when more than the item stands on its line, a comment for instance.
    """
    line = source.lines.line_span(source.position(span.start).line)
    before = source.text[line.start : span.start]
    after = _AFTER.match(source.text, span.end)
    if after is not None:
        return TextEdit(Span(span.start, after.end()), "")
    rest = _REST.match(source.text, span.end)
    comma = _BEFORE.search(before)
    if comma is not None:
        return TextEdit(Span(line.start + comma.start(), span.end), "")
    if before.strip() or rest is None:
        return None
    return TextEdit(Span(line.start, rest.end()), "")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place where a further item of a section can be written."""

    span: Span
    before: str
    after: str = ""

    def filled(self, item: str) -> TextEdit:
        """Return the edit that writes an item here."""
        return TextEdit(self.span, f"{self.before}{item}{self.after}")


def end_of(source: Source, sop: Sop, section: Section) -> Slot | None:
    """Return where another item of a section can be written.

    A section that is not there is written before the first that is; ``None`` when there is none.
    """
    items = own_items(sop, section)
    words = dict(sop.section_spans)
    if items:
        last = max(item.span.end for item in items)
        column = source.position(items[-1].span.start).column
        return Slot(Span(last, last), f"\n{' ' * column}")
    uses = {use.span for use in sop.uses}
    if section in words and words[section] not in uses:
        end = words[section].end
        return Slot(Span(end, end), "\n  ")
    others = [span.start for span in words.values() if span not in uses]
    if not others:
        return None
    start = min(others)
    return Slot(Span(start, start), f"{section.value}\n  ", "\n\n")


def reordered(
    source: Source, before: Sequence[Item], after: Sequence[Item]
) -> tuple[TextEdit, ...]:
    """Return the edits that put items in another order; none where comments stand between them."""
    stretch = source.text[before[0].span.start : before[-1].span.end]
    if "#" in stretch:
        return ()
    return tuple(
        TextEdit(place.span, source.slice(item.span))
        for place, item in zip(before, after, strict=True)
        if place != item
    )
