"""Which files belong to the work: nearest `sop.toml`, `.sop` files beneath a folder, excludes.

The walk never leaves the folder: linked folders are not entered (so loops cannot happen) and a
linked file counts only when its target lies inside. The order is that of the paths' characters, on
every machine.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sopdsl.project.settings_keys import FILE_NAME

SUFFIX = ".sop"


def nearest_settings(folder: Path) -> Path | None:
    """Return the `sop.toml` of ``folder`` or of the nearest folder above, or ``None``."""
    for candidate in (folder, *folder.parents):
        path = candidate / FILE_NAME
        if path.is_file():
            return path
    return None


def find_sops(folder: Path, skip: Callable[[str], bool]) -> Iterator[Path]:
    """Yield the `.sop` files beneath ``folder`` in order.

    Args:
        folder: where to look; must be absolute.
        skip: told each path relative to ``folder`` (with ``/``; folders end in ``/``).

    Raises:
        OSError: ``folder`` itself cannot be read. Unreadable folders beneath it are passed over.
    """
    yield from sorted(
        _walk(folder, "", folder.resolve(), skip), key=lambda path: path.as_posix().split("/")
    )


def excluder(patterns: Sequence[str]) -> Callable[[str], bool]:
    """Return a test for relative paths: do they match one of the patterns of ``berkas.kecuali``?

    ``*`` stands for anything within a name, ``**`` for any folders, ``?`` for one character. A
    pattern without ``/`` matches a name at any depth; one that matches a folder covers all in it.
    """
    if not patterns:
        return lambda _path: False
    compiled = re.compile("|".join(f"(?:{_pattern(pattern)})" for pattern in patterns))
    return lambda path: compiled.fullmatch(path.rstrip("/")) is not None


def _walk(folder: Path, prefix: str, boundary: Path, skip: Callable[[str], bool]) -> Iterator[Path]:
    try:
        with os.scandir(folder) as listing:
            entries = list(listing)
    except OSError:
        if not prefix:
            raise
        return
    for entry in entries:
        name = f"{prefix}{entry.name}"
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not skip(f"{name}/"):
                yield from _walk(Path(entry.path), f"{name}/", boundary, skip)
        elif entry.name.endswith(SUFFIX) and not skip(name) and _is_inside(entry, boundary):
            yield Path(entry.path)


def _is_inside(entry: os.DirEntry[str], boundary: Path) -> bool:
    try:
        if not entry.is_symlink():
            return entry.is_file()
        target = Path(entry.path).resolve(strict=True)
    except (OSError, RuntimeError):  # a link to itself, a broken link
        return False
    return target.is_file() and target.is_relative_to(boundary)


def _pattern(pattern: str) -> str:
    body = pattern.strip("/")
    anywhere = "/" not in body
    pieces: list[str] = []
    for piece in re.split(r"(\*\*/?|\*|\?)", body):
        if piece == "**/":
            pieces.append("(?:.*/)?")
        elif piece == "**":
            pieces.append(".*")
        elif piece == "*":
            pieces.append("[^/]*")
        elif piece == "?":
            pieces.append("[^/]")
        else:
            pieces.append(re.escape(piece))
    return ("(?:.*/)?" if anywhere else "") + "".join(pieces)
