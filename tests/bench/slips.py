"""Slips of the pen, made by the hundred: does each give one error, on its line?

``python -m bench.slips [FOLDER]`` (from `tests/`) prints the table by kind, for the texts of the
tests or for all `.sop` files of a folder.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sopdsl.diagnostics import Diagnostic
from sopdsl.model.build import build
from sopdsl.source import Source
from sopdsl.syntax import parse, settled
from sopdsl.syntax.grammar import END
from sopdsl.syntax.lines import resolved_tokens
from sopdsl.syntax.parsing import tree_machine
from sopdsl.syntax.recovery import parts
from sopdsl.syntax.tree import ExtensionStatement

TEXTS = Path(__file__).parents[1] / "syntax" / "texts"
JUNK = ("???", "xyz", "{", ";", "=", "12", "->", ",", "@", "2024-13")
KINDS = ("delete", "duplicate", "junk", "cut", "quote")


@dataclass(frozen=True, slots=True)
class Slip:
    """A text with one slip.

    Attributes:
        line: where it was made, from 0.
        statements: the extension statements that the text knew before.
    """

    kind: str
    text: str
    line: int
    statements: frozenset[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was said about a slip."""

    slip: Slip
    errors: tuple[Diagnostic, ...]
    lines: tuple[int, ...]

    @property
    def is_good(self) -> bool:
        """Tell whether there is one error, on the right line."""
        return self.lines == (self.slip.line,)


def texts(folder: Path = TEXTS) -> list[str]:
    """Return the texts that slips are made in."""
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.sop"))]


def slips(text: str, count: int, seed: int) -> Iterator[Slip]:
    """Yield ``count`` slips of each kind, chosen at random but always the same."""
    random = Random(seed)
    machine = tree_machine()
    spans = [
        (part.piece.start + start, part.piece.start + end)
        for part in parts(text, {})
        for key, word, start, end in resolved_tokens(machine, part.piece.text)
        if key != END and word.strip()
    ]
    quotes = [
        place for place, letter in enumerate(text) if letter == '"' and text[place - 1] != "\\"
    ]
    known = frozenset(
        placed.statement.keyword.text
        for placed in parse(Source("slip.sop", text)).tree
        if isinstance(placed.statement, ExtensionStatement)
    )
    for kind in KINDS:
        for _ in range(count):
            start, end = random.choice(spans)
            match kind:
                case "delete":
                    slip = text[:start] + text[end:]
                case "duplicate":
                    slip = f"{text[:end]} {text[start:]}"
                case "junk":
                    slip = f"{text[:start]}{random.choice(JUNK)} {text[start:]}"
                case "cut":  # anywhere after the first letter of a line, in texts too
                    start = random.randrange(start + 1, end + 1)
                    slip = text[:start].rstrip(" ") + text[text.find("\n", start) :]
                case _:
                    start = random.choice(quotes)
                    slip = text[:start] + text[start + 1 :]
            yield Slip(kind, slip, text.count("\n", 0, start), known)


def outcome(slip: Slip) -> Outcome:
    """Return what is said about a slip: errors of syntax and unknown words."""
    source = Source("slip.sop", slip.text)
    syntax = parse(source)
    built = build(syntax.tree, {}, statements=slip.statements, entries=())
    unknown = [found for found in built.found if found.rule == "unknown-word"]
    errors = (*settled(syntax, [found.span for found in unknown]), *unknown)
    return Outcome(slip, errors, tuple(source.position(error.span.start).line for error in errors))


def outcomes(folder: Path = TEXTS, count: int = 60, seed: int = 7) -> list[Outcome]:
    """Return the outcomes of ``count`` slips of each kind in each text that gave any error."""
    found: list[Outcome] = []
    seen: set[str] = set()
    for text in texts(folder):
        for slip in slips(text, count, seed):
            if slip.text not in seen:
                seen.add(slip.text)
                result = outcome(slip)
                if result.errors:
                    found.append(result)
    return found


def main() -> None:
    """Print the share of good outcomes by kind."""
    results = outcomes(Path(sys.argv[1])) if sys.argv[1:] else outcomes()
    good = Counter(result.slip.kind for result in results if result.is_good)
    total = Counter(result.slip.kind for result in results)
    print(f"{'slip':10} {'made':>5} {'one error, right line':>22}")
    for kind in KINDS:
        print(f"{kind:10} {total[kind]:5} {good[kind] / total[kind]:22.1%}")
    print(f"{'all':10} {len(results):5} {good.total() / len(results):22.1%}")


if __name__ == "__main__":
    main()
