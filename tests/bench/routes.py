"""How well and how quickly arrows are laid: generated charts, read by an independent checker.

``python -m bench.routes [charts]`` (from `tests/`) prints a line for each load.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from time import process_time

from layout.routing.faults import Figures, Reader
from layout.routing.generator import NARROW, RICH, RICH_STRESS, STANDARD, STRESS, Load, document
from sopdsl.layout.routing import route

LOADS: dict[str, tuple[Load, int, tuple[int, ...]]] = {  # load, steps, lanes
    "standard, 6 steps": (STANDARD, 6, (3, 6, 8)),
    "standard, 30 steps": (STANDARD, 30, (3, 6, 8)),
    "standard, 120 steps": (STANDARD, 120, (8,)),
    "stress, 30 steps": (STRESS, 30, (3, 6, 8)),
    "several actors a row": (RICH, 20, (2, 4, 6, 8)),
    "the same, stress": (RICH_STRESS, 20, (5, 8, 12)),
    "narrow lanes": (NARROW, 20, (10, 15)),
}


@dataclass
class Result:
    """What one load came to; ``seconds`` are CPU time of routing alone."""

    charts: int = 0
    pages: int = 0
    seconds: float = 0.0
    faults: int = 0
    figures: Figures = field(default_factory=Figures)


def measure(name: str, charts: int, first: int = 0) -> Result:
    """Return what ``charts`` charts of a load come to."""
    load, steps, lanes = LOADS[name]
    result = Result()
    for seed in range(first, first + charts):
        result.charts += 1
        for page in document(seed, steps, lanes[seed % len(lanes)], load).pages:
            start = process_time()
            answer = route(page)
            result.seconds += process_time() - start
            reader = Reader(page, answer)
            result.pages += 1
            result.faults += len(reader.faults())
            result.figures.add(reader.figures())
    return result


def main() -> None:
    """Print the table."""
    charts = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    print(f"{'load':22} charts pages arrows faults crossings bends   ms a page  ms a chart")
    for name in LOADS:
        found = measure(name, charts)
        arrows = max(found.figures.arrows, 1)
        ms = 1000 * found.seconds
        print(
            f"{name:22} {found.charts:6} {found.pages:5} {arrows:6} {found.faults:6}"
            f" {found.figures.crossings / arrows:9.4f} {found.figures.bends / arrows:5.2f}"
            f" {ms / found.pages:11.1f} {ms / found.charts:11.1f}"
        )


if __name__ == "__main__":
    main()
