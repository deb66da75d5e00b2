"""What a plugin is, and what it may bring: the protocols that outsiders write against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Protocol, TypeVar

from sopdsl.language import Phrase

API = 1

DocumentT_contra = TypeVar("DocumentT_contra", contravariant=True)


class Kind(StrEnum):
    """What a plugin may bring; the values are the names of its methods."""

    RULES = "rules"
    EMITTERS = "emitters"
    EXPORTERS = "exporters"
    IMPORTERS = "importers"
    PROFILES = "profiles"
    STATEMENTS = "statements"
    REPORTS = "reports"
    COMMANDS = "commands"


class Plugin(Protocol):
    """What every plugin has; the methods of :class:`Kind` are optional.

    Each takes nothing and returns a mapping from name to thing or to ``"module:attribute"``; a bare
    ``"module"`` means the module itself, which suits rules. They are asked often: import nothing in
    them. ``name`` is the entry point's name, which `sop.toml` allows.
    """

    api: int
    name: str


class Emitter(Protocol[DocumentT_contra]):
    """Writes the printed document in one format (``sopc build --to NAME``)."""

    name: str

    def emit(self, document: DocumentT_contra, /) -> Mapping[str, bytes]:
        """Return the outputs: what follows the document's path, as ``.2.svg`` → content."""
        ...


class Exporter(Protocol[DocumentT_contra]):
    """Writes what a document *says* (its model) in one format; also ``sopc build --to NAME``."""

    name: str

    def export(self, sop: DocumentT_contra, /) -> Mapping[str, bytes]:
        """Return the outputs: what follows the document's path → content."""
        ...


ValueKind = Literal["teks", "tanggal", "angka", "rujukan", "pilihan"]


@dataclass(frozen=True, slots=True)
class EntrySchema:
    """An indented line of an extension statement: ``word value, value``.

    Attributes:
        word: what it begins with.
        doc: one line for hover and completion.
        kind: of its values: a text, a date ``2019-04-11``, a number, a reference ``@id``, or one of
            ``choices``.
        choices: the words of a ``pilihan``.
        required: whether it may not be missing.
        repeatable: whether it may stand more than once.
        many: whether more than one value may follow.
    """

    word: str
    doc: Phrase
    kind: ValueKind = "teks"
    choices: tuple[str, ...] = ()
    required: bool = False
    repeatable: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class StatementSchema:
    """A statement that a plugin adds: ``word [id] ["text"]`` with entries.

    Attributes:
        word: what it begins with; must not be a word of the language.
        doc: one line for hover and completion.
        entries: the lines that may follow.
        name_required: whether the id may not be missing.
        text_required: whether the text may not be missing.
        repeatable: whether a document may hold several.
    """

    word: str
    doc: Phrase
    entries: tuple[EntrySchema, ...] = ()
    name_required: bool = False
    text_required: bool = False
    repeatable: bool = True
