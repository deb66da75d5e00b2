"""A profile: one regulation's wishes as data (read from TOML by :mod:`sopdsl.profiles`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sopdsl.diagnostics import Severity
from sopdsl.language import Phrase
from sopdsl.paper import Margins, Orientation

Part = Literal["sampul", "identitas", "bagan"]  # II.B: cover, identity, flowchart


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
        labels: printed words by key (``nomor``, ``nama-sop``, ``aktivitas`` …), in Indonesian.
        required: identity entries and sections that a document in force must have.
        severities: severity per rule where it differs from the rule's own; ``None`` switches off.
        options: rule options, ``{"rule": {"option": value}}``.
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
