"""Writing outputs whole or not at all.

All files of a document are first written beside their places under hidden names, then renamed one
after the other; when anything fails before the first rename, the old files stand untouched. A file
whose content would not change is left alone, so that reruns do not disturb whoever watches them.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

_OUR_PAGE = b"sop-page"  # every SVG page carries this class in its first line
_HEAD = 2048


@dataclass(frozen=True, slots=True)
class Written:
    """What writing did, by path relative to the output folder."""

    changed: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...] = ()


def write_outputs(folder: Path, outputs: Mapping[str, bytes]) -> Written:
    """Write ``outputs`` (relative path with ``/`` → content) beneath ``folder``.

    Raises:
        OSError: nothing was replaced, unless it came while renaming; no temporary file is left.
    """
    waiting: list[tuple[Path, Path, str]] = []
    unchanged: list[str] = []
    try:
        for name, content in outputs.items():
            target = folder.joinpath(*name.split("/"))
            if _has(target, content):
                unchanged.append(name)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            waiting.append((_write_beside(target, content), target, name))
        for temporary, target, _ in waiting:
            os.replace(temporary, target)
    except BaseException:
        for temporary, _, _ in waiting:
            temporary.unlink(missing_ok=True)
        raise
    return Written(tuple(name for _, _, name in waiting), tuple(unchanged))


def write_whole(target: Path, content: bytes) -> bool:
    """Replace one file at once; return whether its content changed.

    Raises:
        OSError: the file could not be written; it is as it was.
    """
    return bool(write_outputs(target.parent, {target.name: content}).changed)


def remove_stale_pages(folder: Path, document: str, kept: Iterable[str]) -> tuple[str, ...]:
    """Remove pages of an earlier build of a document that now has fewer; return their names.

    Only a file that is named exactly as a page of this document *and* carries the mark of our pages
    in its head is touched, so nothing that people put there is lost.

    Args:
        folder: the output folder.
        document: the document's path without ``.sop``, relative to the folder.
        kept: names of the outputs of this build, relative to the folder.
    """
    path = folder.joinpath(*document.split("/"))
    page = re.compile(rf"{re.escape(path.name)}\.(?:\d+-)?\d+\.svg")
    names = {Path(name).name for name in kept}
    prefix = document[: -len(path.name)]
    removed: list[str] = []
    for entry in sorted(path.parent.glob("*.svg")):
        if page.fullmatch(entry.name) and entry.name not in names and _is_our_page(entry):
            entry.unlink()
            removed.append(prefix + entry.name)
    return tuple(removed)


def _has(target: Path, content: bytes) -> bool:
    try:
        return target.stat().st_size == len(content) and target.read_bytes() == content
    except OSError:
        return False


def _write_beside(target: Path, content: bytes) -> Path:
    # The random part keeps two runs at once apart; "x" refuses to follow a link that lies in wait.
    temporary = target.with_name(f".sopc-{os.urandom(8).hex()}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _is_our_page(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return _OUR_PAGE in stream.read(_HEAD)
    except OSError:
        return False
