"""The SOPs of a project by id: what references across files need, read from the heads of the files.

Only the `sop` statement of each file is parsed, and only when some document refers to another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sopdsl.project.discovery import SUFFIX
from sopdsl.project.memory import Memory, program
from sopdsl.source import Source

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


def read_index(root: Path, files: Iterable[Path], memory: Memory) -> Mapping[str, Entry]:
    """Return the entries of ``files`` by id; the first file to bear an id has it.

    Heads of files that did not change since the last run come from the memory.
    """
    identity = f"index {root} {program()}"
    before = memory.read(identity) or {}
    heads: dict[str, list[str] | None] = {}
    entries: dict[str, Entry] = {}
    for path in files:
        try:
            data = path.read_bytes()
        except OSError:
            continue
        key = sha256(data).hexdigest()
        head = before[key] if key in before else _head(data)
        heads[key] = head
        if head is not None:
            own_id, title, number = head
            name = own_id or path.stem
            entry = Entry(name, title, number, path, document_path(root, path))
            entries.setdefault(name, entry)
    if heads.keys() != before.keys() - {"identity"}:
        memory.write(identity, heads)
    return entries


def document_path(root: Path, path: Path) -> str:
    """Return how outputs of a source are called: its path in the project, without ``.sop``."""
    inside = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
    return inside.as_posix().removesuffix(SUFFIX)


def _head(data: bytes) -> list[str] | None:
    """Return id (or nothing), title and number of an SOP; ``None`` for a file that is none."""
    from sopdsl.syntax import decode, parse  # noqa: PLC0415 - known heads need no parser
    from sopdsl.syntax.tree import GenericEntry, SopStatement, String  # noqa: PLC0415 - likewise

    head = _HEAD.search(decode(data).text)
    if head is None:
        return None
    statements = parse(Source("", head[0])).tree.statements
    if not statements or not isinstance(statements[0].statement, SopStatement):
        return None
    sop, number = statements[0].statement, ""
    for entry in sop.entries:
        if isinstance(entry, GenericEntry) and entry.keyword.text == "nomor" and entry.values:
            value = entry.values[0]
            number = value.value if isinstance(value, String) else ""
    return [sop.name.text if sop.name else "", sop.title.value if sop.title else "", number]
