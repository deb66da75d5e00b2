"""Makes `sopdsl/bahasa/look-prefixed.txt` from the root words of PySastrawi (MIT).

A root word that looks like a prefixed verb ("menteri", "berkas") would be taken for one; these are
all there are. Run when PySastrawi's list or the pattern of prefixes changes, with PySastrawi
installed: ``uv run --with PySastrawi python -m harness.root_words`` in `tests/`.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from sopdsl.bahasa.verbs import PREFIXED, ROOTED

TARGET = Path(__file__).parents[2] / "sopdsl" / "bahasa" / "look-prefixed.txt"
HEAD = """\
# Root words that look like active verbs. Made by tests/harness/root_words.py from the root words of
# PySastrawi 1.2.1, (c) 2016 Hanif Amal Robbani, MIT: see PYSASTRAWI-LICENSE.txt. Do not edit.
"""


def look_prefixed(roots: Iterable[str]) -> str:
    """Return the text of the list for a set of root words."""
    words = {root.strip().lower() for root in roots} - ROOTED
    chosen = sorted(word for word in words if PREFIXED.fullmatch(word) and word.isalpha())
    lines, line = [], ""
    for word in chosen:
        if len(line) + len(word) >= 100:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return HEAD + "\n".join([*lines, line]) + "\n"


def installed_roots() -> list[str]:
    """Return PySastrawi's root words; ``ModuleNotFoundError`` when it is not installed."""
    data = files("Sastrawi").joinpath("Stemmer", "data", "kata-dasar.txt")
    return data.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    TARGET.write_text(look_prefixed(installed_roots()), encoding="utf-8")
