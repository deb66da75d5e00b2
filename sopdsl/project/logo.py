"""Logos: reading a picture that `sop.toml` or a document names, never from outside the project."""

from __future__ import annotations

from pathlib import Path

from sopdsl.language import Phrase
from sopdsl.project.settings_file import stays_inside

LARGEST = 2_000_000  # bytes; it is embedded in every document
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")  # PNG, JPEG


def read_logo(folder: Path, root: Path, path: str) -> bytes | Phrase:
    """Return a logo's bytes, or what is wrong with it.

    Args:
        folder: where ``path`` starts.
        root: the project's folder; the picture must lie in it, links followed.
        path: as written, with ``/``.
    """
    outside = _problem(path, "berada di luar folder proyek", "is outside the project folder")
    if not stays_inside(path):
        return outside
    try:
        file = (folder / path).resolve(strict=True)
        if not file.is_relative_to(root.resolve()):
            return outside
        if file.stat().st_size > LARGEST:
            return _problem(path, "lebih besar dari 2 MB", "is larger than 2 MB")
        data = file.read_bytes()
    except (OSError, RuntimeError):
        return _problem(path, "tidak dapat dibaca", "cannot be read")
    if not data.startswith(_SIGNATURES):
        return _problem(path, "bukan gambar PNG atau JPEG", "is not a PNG or JPEG picture")
    return data


def _problem(path: str, indonesian: str, english: str) -> Phrase:
    return Phrase(f'logo "{path}" {indonesian}', f'the logo "{path}" {english}')
