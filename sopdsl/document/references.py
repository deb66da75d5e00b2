"""How a reference to another SOP is printed, and where its link leads.

The address is relative, from one built page to the other, so that a folder of outputs can be moved
or put on any server. It is percent-encoded whole: nothing an author writes can become a scheme.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from sopdsl.document.types import LinkedText
from sopdsl.model.types import Reference, Sop


@dataclass(frozen=True, slots=True)
class StepPlace:
    """Where a step of an SOP stands: chart and row, both from 1."""

    chart: int
    row: int


@dataclass(frozen=True, slots=True)
class SopLink:
    """What is known of another SOP across files.

    Attributes:
        title: its title as written.
        path: relative path of its source without ``.sop``; its page is named after it.
        steps: where its steps stand, by id.
    """

    title: str
    path: str
    steps: Mapping[str, StepPlace] = field(default_factory=dict[str, StepPlace])


@dataclass(frozen=True, slots=True)
class ReferencePrinter:
    """Words and addresses for the references of one document.

    Attributes:
        known: the repository's SOPs by id.
        path: of the document that refers, as in :class:`SopLink`.
        word: what stands before a title ("SOP").
    """

    known: Mapping[str, SopLink]
    path: str
    word: str

    def printed(self, reference: Reference) -> LinkedText:
        """Return "SOP <title>" with a link; an unknown SOP prints its readable id without one."""
        link = self.known.get(reference.name)
        if link is None:
            text = self._with_word(readable(reference.name))
            return LinkedText(f"{text}, {readable(reference.part)}" if reference.part else text)
        text, address = self._with_word(link.title), self._address(link.path)
        place = link.steps.get(reference.part) if reference.part else None
        if place is not None:
            return LinkedText(f"{text}, langkah {place.row}", f"{address}#{step_anchor(place)}")
        return LinkedText(
            f"{text}, {readable(reference.part)}" if reference.part else text, address
        )

    def bare(self, reference: Reference) -> LinkedText:
        """Return a reference that is to no SOP: its readable id, capitalised."""
        words = readable(reference.name)
        return LinkedText(words[:1].upper() + words[1:])

    def _with_word(self, title: str) -> str:
        first = title.split(maxsplit=1)[:1]
        has_word = bool(first) and first[0].casefold() == self.word.casefold()
        return title if has_word else f"{self.word} {title}"

    def _address(self, path: str) -> str:
        # from one root, so that the working directory plays no part
        page, folder = f"/{path}.html", posixpath.dirname(f"/{self.path}")
        return quote(posixpath.relpath(page, folder), errors="surrogateescape")


def readable(name: str) -> str:
    """Return an id as words: ``penomoran-sop`` becomes "penomoran sop"."""
    return name.replace("-", " ").replace("_", " ")


def step_anchor(place: StepPlace) -> str:
    """Return the id of a step's element in its page: plain ASCII, whatever the step is called."""
    return f"langkah-{place.chart}-{place.row}"


def references_of(sop: Sop) -> Iterator[Reference]:
    """Yield every reference that the document prints, section by section, then step by step."""
    for _, items in sop.sections:
        yield from (item.reference for item in items if item.reference)
    for chart in sop.charts:
        for step in chart.steps:
            yield from (remark.reference for remark in step.remarks if remark.reference)
            if step.call:
                yield step.call
