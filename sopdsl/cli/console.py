"""What every command does with the terminal: streams, colours, messages, and how it may fail."""

from __future__ import annotations

import os
import sys
from typing import TextIO

import typer

from sopdsl.cli.words import printable
from sopdsl.language import Language, Phrase

FINDINGS = 1
WRONG_USE = 2

_INTERNAL = Phrase(
    "kesalahan di dalam sopc; ulangi dengan --verbose sesudah sopc untuk rinciannya",
    "a fault inside sopc; run it again with --verbose after sopc for the details",
)


class CommandError(Exception):
    """A command cannot do its work; the message is for the user, the exit status is 2."""

    def __init__(self, message: Phrase) -> None:
        super().__init__(message.en)
        self.message = message


def surroundings_language() -> Language:
    """Return the language of help and of messages that no option decides (``SOPC_LANG``)."""
    return "en" if os.environ.get("SOPC_LANG", "").lower().startswith("en") else "id"


def here(phrase: Phrase) -> str:
    """Return a phrase in the language of help."""
    return phrase.in_language(surroundings_language())


def coloured(stream: TextIO) -> bool:
    """Tell whether a stream wants colours: a terminal, and no ``NO_COLOR`` (no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def say(text: str) -> None:
    """Write text to standard output."""
    sys.stdout.write(text)


def remark(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(text + "\n")


def complain(message: Phrase, language: Language | None = None) -> None:
    """Say why a command stops."""
    language = language or surroundings_language()
    word = "error" if language == "en" else "galat"
    remark(f"{word}: {printable(message.in_language(language))}")


def finish(status: int) -> None:
    """End a command with a status."""
    raise typer.Exit(status)


def system_failure(fault: OSError) -> Phrase:
    """Return what an operating system's refusal means to a user."""
    import errno  # noqa: PLC0415 - only on the way out

    name = f' "{os.fsdecode(fault.filename)}"' if isinstance(fault.filename, str | bytes) else ""
    reasons = {
        errno.EACCES: Phrase("tidak diizinkan", "permission denied"),
        errno.EPERM: Phrase("tidak diizinkan", "permission denied"),
        errno.EROFS: Phrase("folder itu hanya dapat dibaca", "the folder is read-only"),
        errno.ENOSPC: Phrase("cakram penuh", "the disk is full"),
        errno.EDQUOT: Phrase("jatah cakram habis", "the disk quota is used up"),
        errno.ENOENT: Phrase("tidak ada", "it does not exist"),
        errno.ENOTDIR: Phrase("bukan folder", "not a folder"),
        errno.EISDIR: Phrase("itu sebuah folder", "it is a folder"),
        errno.EFBIG: Phrase("berkas terlalu besar", "the file is too large"),
        errno.ENAMETOOLONG: Phrase("nama terlalu panjang", "the name is too long"),
        errno.EMFILE: Phrase("terlalu banyak berkas terbuka", "too many open files"),
    }
    fallback = fault.strerror or str(fault)
    reason = reasons.get(fault.errno or 0, Phrase(fallback, fallback))
    return Phrase(
        f"tidak dapat membaca atau menulis{name}: {reason.id}",
        f"cannot read or write{name}: {reason.en}",
    )


def internal_fault() -> Phrase:
    """Return the one sentence for a fault of our own."""
    return _INTERNAL
