"""The SOPs of a project by id: what references across files need, read from the heads of the files.

Only the `sop` statement of each file is parsed, and only when some document refers to another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sopdsl.project.discovery import SUFFIX
from sopdsl.source import Source
from sopdsl.syntax import decode, parse
from sopdsl.syntax.tree import GenericEntry, SopStatement, String

# From the first line that begins with `sop` to the next line at the margin.
_HEAD = re.compile(
    r"^sop(?![\w-])[^\r\n]*(?:[\r\n]+(?:[^\S\r\n]+[^\r\n]*|#[^\r\n]*)?)*", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index holds of an SOP.

    Attributes:
        path: of its file.
        document: the same without ``.sop``, relative to the project, with ``/``.
    """

    id: str
    title: str
    number: str
    path: Path
    document: str


def read_index(root: Path, files: Iterable[Path]) -> Mapping[str, Entry]:
    """Return the entries of ``files`` by id; the first file to bear an id has it."""
    entries: dict[str, Entry] = {}
    for path in files:
        entry = _entry(root, path)
        if entry is not None:
            entries.setdefault(entry.id, entry)
    return entries


def document_path(root: Path, path: Path) -> str:
    """Return how outputs of a source are called: its path in the project, without ``.sop``."""
    inside = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    return inside.as_posix().removesuffix(SUFFIX)


def _entry(root: Path, path: Path) -> Entry | None:
    try:
        text = decode(path.read_bytes()).text
    except OSError:
        return None
    head = _HEAD.search(text)
    if head is None:
        return None
    statements = parse(Source(path.name, head[0])).tree.statements
    if not statements or not isinstance(statements[0].statement, SopStatement):
        return None
    sop = statements[0].statement
    number = ""
    for entry in sop.entries:
        if isinstance(entry, GenericEntry) and entry.keyword.text == "nomor" and entry.values:
            value = entry.values[0]
            number = value.value if isinstance(value, String) else ""
    return Entry(
        id=sop.name.text if sop.name else path.stem,
        title=sop.title.value if sop.title else "",
        number=number,
        path=path,
        document=document_path(root, path),
    )
