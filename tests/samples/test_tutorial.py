"""The tutorials do what they say: every command is run, every answer compared.

A tutorial is its own script: console blocks are run in order, a comment `berkas: NAME` makes the
next block a file, a comment `ganti: OLD = NEW` is the reader's correction. UPDATE=1 writes the real
answers into the text.
"""

import io
import os
import re
import shlex
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from harness.samples import SAMPLES
from sopdsl.cli.main import main

PART = re.compile(
    r"<!-- (?P<order>berkas|ganti): (?P<words>.*?) -->|^```(?P<kind>\w+)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@pytest.mark.parametrize("name", ["TUTORIAL.md", "TUTORIAL.en.md"])
def test_tutorial_tells_the_truth(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tutorial = SAMPLES / name
    text = tutorial.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    told = _Reader(monkeypatch).follow(text)
    if os.environ.get("UPDATE"):
        tutorial.write_text(told, encoding="utf-8")
    assert tutorial.read_text(encoding="utf-8") == told
    assert list(tmp_path.rglob("_hasil/peminjaman-laptop.html"))


class _Reader:
    """Somebody who does what a tutorial says."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self._file: Path | None = None

    def follow(self, text: str) -> str:
        """Return the tutorial as it reads when each answer is the real one."""
        return PART.sub(self._part, text)

    def _part(self, match: re.Match[str]) -> str:
        if match["order"] == "berkas":
            self._file = Path(match["words"])
        elif match["order"] == "ganti":
            assert self._file is not None
            old, new = match["words"].split(" = ")
            content = self._file.read_text(encoding="utf-8")
            assert old in content
            self._file.write_text(content.replace(old, new), encoding="utf-8")
        elif match["kind"] == "sop":
            assert self._file is not None
            self._file.write_text(match["body"], encoding="utf-8")
        elif match["kind"] == "console":
            commands = [line for line in match["body"].splitlines() if line.startswith("$ ")]
            answers = "".join(f"{command}\n{self._run(command)}" for command in commands)
            return f"```console\n{answers}```"
        return match[0]

    def _run(self, command: str) -> str:
        program, *words = shlex.split(command.removeprefix("$ "))
        if program == "cd":
            self._monkeypatch.chdir(words[0])
        if program != "sopc":
            return ""
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            main(words)
        return out.getvalue() + err.getvalue()
