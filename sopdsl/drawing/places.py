"""Where the links of a chart's drawings lead: to the step in words, to the other half of a pair.

Ids are plain ASCII, whatever an author calls a step or a connector, and unique in a document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Places:
    """What a page must know of the rest of its document.

    Attributes:
        words: id of the element that says a step in words, by the step's row.
        page_of: page of each step, by the step's id; pages are numbered through the document.
        page: number of the page itself.
    """

    words: Mapping[int, str]
    page_of: Mapping[str, int]
    page: int


def connector_id(letter: str, page: int) -> str:
    """Return the id of the connector ``letter`` on a page."""
    name = "".join(c if c.isascii() and c.isalnum() else f"_{ord(c):x}" for c in letter)
    return f"penghubung-{name}-{page}"
