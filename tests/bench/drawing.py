"""How good and how quick the drawings are: samples and generated charts, read by a stranger.

``uv run python tests/bench/drawing.py [--charts N] [--first SEED]`` prints three tables: what is
wrong with the pages (nothing should be), how well lines run, and what a chart costs in CPU time.
Charts are those of :mod:`harness.loads`: 3 to 120 rows, 2 to 15 lanes, A4 and F4, either way up.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import mean
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

from harness.loads import LOADS, STANDARD, Load, load_chart
from harness.reading import Reading, read
from harness.samples import load_samples
from sopdsl.drawing.build import draw
from sopdsl.emit.svg import to_svg
from sopdsl.layout import ChartLayout, LayoutRequest, lay_out
from sopdsl.model.types import Chart
from sopdsl.paper import Margins, paper

MARGINS = Margins(15, 12, 12, 15)
ROWS = (3, 4, 5, 6, 6, 8, 8, 10, 12, 15, 20, 30, 30, 45, 60, 90, 120)
LANES = (2, 3, 3, 4, 5, 6, 6, 7, 8, 8, 10, 12, 15)
PAPERS = (("A4", "lanskap"), ("F4", "lanskap"), ("A4", "potret"), ("F4", "potret"))
UPRIGHT_LANES = 8  # more do not fit legibly on paper held upright
A4_LANES = 12
KINDS = ("lines", "labels", "texts", "connectors", "table")
SIZES = ((6, 4), (30, 6), (120, 8))
GROWTH = (30, 60, 120, 240, 600)
GROWTH_LANES = 6


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="How good and how quick the drawings are.")
    parser.add_argument("--charts", type=int, default=25, help="of each load")
    parser.add_argument("--first", type=int, default=0, help="seed of the first one")
    options = parser.parse_args()
    readings = {"samples": samples()}
    for load in LOADS:
        readings[load.name] = generated(load, options.charts, options.first)
    print_faults(readings)
    print_figures(readings)
    print_speed()
    print_growth()


def samples() -> Reading:
    """Return what is to be said about the samples, on A4."""
    total = Reading()
    for sample in load_samples():
        for chart in sample.sop.charts:
            total.add(read(lay_out(chart, request("A4", "lanskap")), chart))
    return total


def generated(load: Load, charts: int, first: int = 0, sizes: Sequence[int] = ROWS) -> Reading:
    """Return what is to be said about some charts of a load."""
    total = Reading()
    for chart, asked in cases(load, charts, first, sizes):
        total.add(read(lay_out(chart, asked), chart))
    return total


def cases(
    load: Load, charts: int, first: int, sizes: Sequence[int]
) -> Iterator[tuple[Chart, LayoutRequest]]:
    """Yield charts of all sizes, each with the paper it is laid on."""
    for seed in range(first, first + charts):
        dice = Random(seed)
        rows, lanes = dice.choice(sizes), dice.choice(LANES)
        name, turned = PAPERS[seed % len(PAPERS)]
        turned = "lanskap" if lanes > UPRIGHT_LANES else turned
        name = "F4" if lanes > A4_LANES else name
        yield load_chart(load, seed, rows, lanes), request(name, turned)


def request(name: str, turned: str) -> LayoutRequest:
    """Return how a chart is laid out on a paper."""
    return LayoutRequest(paper(name, "potret" if turned == "potret" else "lanskap"), MARGINS)


def drawn(chart: Chart, asked: LayoutRequest) -> ChartLayout:
    """Do the whole way from a chart to SVG; return the layout."""
    layout = lay_out(chart, asked)
    for page in layout.pages:
        to_svg(draw(page, chart, pages=len(layout.pages), footer="Halaman", title="Bagan"))
    return layout


def print_faults(readings: dict[str, Reading]) -> None:
    print(f"{'faults':12} {'charts':>7} {'pages':>6} " + " ".join(f"{k:>10}" for k in KINDS))
    for name, found in readings.items():
        counts = " ".join(f"{found.count(kind):10}" for kind in KINDS)
        print(f"{name:12} {found.charts:7} {found.pages:6} {counts}")
    for name, found in readings.items():
        for fault in [fault for kind in KINDS for fault in found.faults.get(kind, [])][:5]:
            print(f"  {name}: {fault}")


def print_figures(readings: dict[str, Reading]) -> None:
    head = ("arrows", "crossings", "bends", "near tip", "head-on", "crowded", "clear mm", "fill")
    print(f"\n{'lines':12} " + " ".join(f"{word:>9}" for word in head))
    for name, found in readings.items():
        lines, arrows = found.figures, max(found.figures.arrows, 1)
        fill = mean(found.fills) if found.fills else 0.0
        print(
            f"{name:12} {lines.arrows:9} {lines.crossings / arrows:9.4f}"
            f" {lines.bends / arrows:9.3f} {lines.near_tip:9} {lines.head_on:9}"
            f" {lines.crowded:9} {found.clearance:9.2f} {fill:9.2f}"
        )


def print_speed() -> None:
    print(f"\n{'CPU ms':12} {'rows':>5} {'lanes':>5} {'pages':>6} {'quick':>8} {'full':>8}")
    asked = request("A4", "lanskap")
    drawn(load_chart(STANDARD, 0, 6, 3), asked)  # imports and fonts are paid once
    for load in LOADS:
        for rows, lanes in SIZES:
            pages, quick, full = 0, [0.0], [0.0]
            charts = [load_chart(load, seed, rows, lanes) for seed in range(5)]
            for chart in charts:
                quick.append(seconds(chart, replace(asked, effort="quick")))
                full.append(seconds(chart, asked))
                pages += len(lay_out(chart, replace(asked, effort="quick")).pages)
            print(
                f"{load.name:12} {rows:5} {lanes:5} {pages / 5:6.1f}"
                f" {200 * sum(quick):8.0f} {200 * sum(full):8.0f}"
            )


def print_growth() -> None:
    print(f"\nCPU ms a row, {GROWTH_LANES} lanes, standard: what linear growth keeps level")
    for rows in GROWTH:
        charts = [
            load_chart(STANDARD, seed, rows, GROWTH_LANES) for seed in range(max(1, 240 // rows))
        ]
        spent = sum(seconds(chart, request("A4", "lanskap")) for chart in charts)
        each = 1000 * spent / len(charts) / rows
        print(f"{rows:5} {each:7.2f} {'#' * round(10 * each)}")


def seconds(chart: Chart, asked: LayoutRequest) -> float:
    """Return the CPU time from a chart to SVG."""
    start = process_time()
    drawn(chart, asked)
    return process_time() - start


if __name__ == "__main__":
    main()
