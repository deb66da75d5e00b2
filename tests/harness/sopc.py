"""Running `sopc`: in this process, which is quick, or as the process that a user starts."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from unittest.mock import patch

from sopdsl.cli.main import main


@dataclass(frozen=True)
class Ran:
    """What a run came to."""

    status: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    """Text that is kept as bytes, as a pipe would."""

    def __init__(self, data: bytes = b"", terminal: bool = False) -> None:
        super().__init__(io.BytesIO(data), encoding="utf-8", newline="")
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode()


def sopc(
    *words: object,
    cwd: Path | None = None,
    stdin: bytes = b"",
    terminal: bool = False,
    cache: Path | None = None,
) -> Ran:
    """Run a command in this process.

    Args:
        words: of the command line.
        cwd: where the user stands.
        stdin: what is piped in, or typed when ``terminal``.
        terminal: whether standard input says it is one.
        cache: where to remember; without it nothing is remembered on disk.
    """
    out, err = _Stream(), _Stream()
    environment = {"SOPC_CACHE": str(cache) if cache else ""}
    with (
        patch.dict(os.environ, environment),
        patch.object(sys, "stdin", _Stream(stdin, terminal)),
        _standing_in(cwd),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        status = main([str(word) for word in words])
    return Ran(status, out.text(), err.text())


def sopc_process(
    *words: object,
    cwd: Path | None = None,
    stdin: bytes | IO[bytes] = b"",
    environment: Mapping[str, str] | None = None,
) -> Ran:
    """Run a command as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "sopdsl", *map(str, words)],
        cwd=cwd,
        input=stdin if isinstance(stdin, bytes) else None,
        stdin=None if isinstance(stdin, bytes) else stdin,
        capture_output=True,
        check=False,
        env={**os.environ, "SOPC_CACHE": "", **(environment or {})},
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@contextmanager
def _standing_in(folder: Path | None) -> Iterator[None]:
    before = Path.cwd()
    if folder is not None:
        os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
