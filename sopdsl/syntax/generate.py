"""Writes the files that follow from the grammar: ``python -m sopdsl.syntax.generate``.

They are committed; the tests compare them with what this writes, so they are never stale.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from sopdsl.language import LANGUAGES
from sopdsl.syntax.compile import Tables, compile_tables
from sopdsl.syntax.grammar import HERE, TABLES, grammar_text
from sopdsl.syntax.reference import fill

GRAMMAR_FOLDER: Final = HERE.parents[1] / "grammar"


def derived_files() -> dict[Path, str]:
    """Return every file that follows from the grammar and the table of keywords."""
    files = {TABLES: tables_text(compile_tables(grammar_text()))}
    for language in LANGUAGES:
        path = GRAMMAR_FOLDER / f"REFERENCE.{language}.md"
        files[path] = fill(path.read_text(encoding="utf-8"), language)
    return files


def tables_text(tables: Tables) -> str:
    """Return `tables.json`: a line for each part, so that changes can be read."""
    lines = [
        f"{json.dumps(part)}: {json.dumps(value, separators=(',', ':'), ensure_ascii=True)}"
        for part, value in tables.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    """Write the files."""
    for path, text in derived_files().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
