"""Writes the files that follow from the grammar: ``python -m sopdsl.syntax.generate``.

A test compares the committed files with what this writes, so they are never stale.
"""

from __future__ import annotations

import json

from sopdsl.syntax.compile import Tables, compile_tables
from sopdsl.syntax.grammar import TABLES, grammar_text


def tables_text(tables: Tables) -> str:
    """Return `tables.json`: a line for each part, so that changes can be read."""
    lines = [
        f"{json.dumps(part)}: {json.dumps(value, separators=(',', ':'), ensure_ascii=True)}"
        for part, value in tables.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    """Write `tables.json`."""
    TABLES.write_text(tables_text(compile_tables(grammar_text())), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
