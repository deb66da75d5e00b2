"""The same processes drawn by other tools, as whole programs, in one run.

``uv run python tests/bench/others.py [--npm DIR] [--rounds N]`` writes generated charts for DOT,
PlantUML, Mermaid and D2, lets every tool that is installed make SVG of each, and prints wall and
CPU seconds, and how many times our CPU that is. Tools that are missing are named. The others draw
less: no table, no paper, no page breaks, and symbols where they like. What a browser that Mermaid
starts spends is counted only as far as it is waited for.

DOT and PlantUML come from Debian (``graphviz``, ``plantuml``); Mermaid and D2 from npm
(``@mermaid-js/mermaid-cli``, ``@terrastruct/d2``), ``--npm`` names the folder they were put in.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from harness.loads import STANDARD, load_chart, load_text
from sopdsl.model.types import Chart, SymbolKind, SymbolRef

SIZES = ((6, 4), (30, 6), (120, 8))
CHROMIUM = "/usr/bin/chromium"
PATIENCE = 300  # seconds for one chart
SOPC = Path(sys.executable).parent / "sopc"
D2_SCRIPT = """\
import { readFileSync, writeFileSync } from "node:fs";
const { D2 } = await import(process.argv[2]);
const d2 = new D2();
const found = await d2.compile(readFileSync(process.argv[3], "utf8"));
writeFileSync(process.argv[4], await d2.render(found.diagram, found.renderOptions));
process.exit(0);
"""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that draws: what its sources end in, and the command it is called by."""

    name: str
    suffix: str
    write: Callable[[Chart], str]
    command: Callable[[str, str], list[str]]  # source and result


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of a whole process with all its children."""

    wall: float
    cpu: float


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="The same processes drawn by other tools.")
    parser.add_argument("--npm", type=Path, default=Path(), help="folder with node_modules")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print(f"{'rows x lanes':20}" + "".join(f"{f'{rows} x {lanes}':>24}" for rows, lanes in SIZES))
    with tempfile.TemporaryDirectory() as folder:
        ours = [sopc(Path(folder), rows, lanes, options.rounds) for rows, lanes in SIZES]
        print(f"{'sopc build':20}" + "".join(map(cell, ours, ours)))
        for tool in tools(Path(folder), options.npm):
            found = [
                other(tool, Path(folder), rows, lanes, options.rounds) for rows, lanes in SIZES
            ]
            print(f"{tool.name:20}" + "".join(map(cell, found, ours)))
    print("wall and CPU seconds, least of all rounds; CPU as a multiple of ours")


def cell(cost: Cost | None, ours: Cost | None) -> str:
    """Return one cost as it is printed."""
    if cost is None or ours is None:
        return f"{'failed':>24}"
    return f"{cost.wall:9.2f}{cost.cpu:8.2f}{cost.cpu / ours.cpu:6.1f}x"


def sopc(folder: Path, rows: int, lanes: int, rounds: int) -> Cost | None:
    """Return what a whole document costs us: checks, cover, table, pages."""
    source = folder / f"uji-{rows}.sop"
    source.write_text(load_text(STANDARD, 1, rows, lanes), encoding="utf-8")
    command = [str(SOPC), "build", str(source), "-o", str(folder / "hasil"), "--to", "svg"]
    return least(command, rounds, (0, 1))


def other(tool: Tool, folder: Path, rows: int, lanes: int, rounds: int) -> Cost | None:
    """Return what the same chart costs another tool."""
    source = folder / f"uji-{rows}.{tool.suffix}"
    source.write_text(tool.write(load_chart(STANDARD, 1, rows, lanes)), encoding="utf-8")
    return least(tool.command(str(source), str(source.with_suffix(".svg"))), rounds, (0,))


def least(command: list[str], rounds: int, good: tuple[int, ...]) -> Cost | None:
    """Return the least cost of a command, or ``None`` if it fails."""
    costs: list[Cost] = []
    for _ in range(rounds):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        try:
            done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False)
        except subprocess.TimeoutExpired:
            return None
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode not in good:
            print(f"  {command[0]}: {done.stderr.decode(errors='replace')[-300:]}")
            return None
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        costs.append(Cost(wall, cpu))
    return Cost(min(cost.wall for cost in costs), min(cost.cpu for cost in costs))


def tools(folder: Path, npm: Path) -> Iterator[Tool]:
    """Yield the tools that are installed; name the others."""
    dot, plantuml = shutil.which("dot"), shutil.which("plantuml")
    mermaid = npm.resolve() / "node_modules/.bin/mmdc"
    d2 = npm.resolve() / "node_modules/@terrastruct/d2/dist/node-esm/index.js"
    if dot:
        yield Tool("dot", "dot", as_dot, lambda s, t: [dot, "-Tsvg", s, "-o", t])
        ortho = ["-Gsplines=ortho", "-Tsvg"]
        yield Tool("dot, ortho", "dot", as_dot, lambda s, t: [dot, *ortho, s, "-o", t])
    if plantuml:
        yield Tool("plantuml", "puml", as_plantuml, lambda s, _: [plantuml, "-tsvg", s])
    if mermaid.exists():
        setup = folder / "puppeteer.json"
        setup.write_text(json.dumps({"executablePath": CHROMIUM, "args": ["--no-sandbox"]}))
        call = [str(mermaid), "-q", "-p", str(setup)]
        yield Tool("mermaid", "mmd", as_mermaid, lambda s, t: [*call, "-i", s, "-o", t])
    if d2.exists():
        script = folder / "d2.mjs"
        script.write_text(D2_SCRIPT)
        yield Tool("d2", "d2", as_d2, lambda s, t: ["node", str(script), str(d2), s, t])
    there = {"dot": dot, "plantuml": plantuml, "mermaid": mermaid.exists(), "d2": d2.exists()}
    missing = [name for name, found in there.items() if not found]
    if missing:
        print(f"not installed: {', '.join(missing)}")


# --- the chart in other languages ----------------------------------------------------------------


def by_lane(chart: Chart) -> Iterator[tuple[str, list[tuple[str, str, SymbolKind]]]]:
    """Yield each lane's title with its symbols: name, wording, kind."""
    found: dict[str, list[tuple[str, str, SymbolKind]]] = {lane.id: [] for lane in chart.lanes}
    for step in chart.steps:
        for symbol in step.symbols:
            row = (name(symbol.ref), f"{step.row}. {step.activity[:60]}", symbol.kind)
            found[symbol.ref.lane].append(row)
    for lane in chart.lanes:
        yield lane.title, found[lane.id]


def name(ref: SymbolRef) -> str:
    """Return a name that every language allows."""
    return f"{ref.step}_{ref.lane}_{ref.part}".replace("-", "_")


def arrows(chart: Chart) -> Iterator[tuple[str, str, str]]:
    """Yield every arrow: source, target, wording."""
    for edge in chart.edges:
        yield name(edge.source), name(edge.target), edge.label


def as_dot(chart: Chart) -> str:
    shapes = {SymbolKind.KEPUTUSAN: "diamond", SymbolKind.PROSES: "box"}
    lines = ["digraph sop {"]
    for number, (title, symbols) in enumerate(by_lane(chart)):
        lines.append(f'subgraph cluster_{number} {{ label="{title}";')
        for each, text, kind in symbols:
            lines.append(f'{each} [label="{text}", shape={shapes.get(kind, "oval")}];')
        lines.append("}")
    lines += [f'{a} -> {b} [xlabel="{label}"];' for a, b, label in arrows(chart)]
    return "\n".join([*lines, "}", ""])


def as_plantuml(chart: Chart) -> str:
    lines = ["@startuml"]
    for title, symbols in by_lane(chart):
        lines.append(f'package "{title}" {{')
        lines += [f'rectangle "{text}" as {each}' for each, text, _ in symbols]
        lines.append("}")
    lines += [f"{a} --> {b}" + (f" : {label}" if label else "") for a, b, label in arrows(chart)]
    return "\n".join([*lines, "@enduml", ""])


def as_mermaid(chart: Chart) -> str:
    lines = ["flowchart TD"]
    for number, (title, symbols) in enumerate(by_lane(chart)):
        lines.append(f'subgraph lane{number}["{title}"]')
        for each, text, kind in symbols:
            shape = f'{{"{text}"}}' if kind is SymbolKind.KEPUTUSAN else f'["{text}"]'
            lines.append(f"{each}{shape}")
        lines.append("end")
    for a, b, label in arrows(chart):
        lines.append(f"{a} -->|{label}| {b}" if label else f"{a} --> {b}")
    return "\n".join([*lines, ""])


def as_d2(chart: Chart) -> str:
    lines: list[str] = []
    home: dict[str, str] = {}
    for number, (title, symbols) in enumerate(by_lane(chart)):
        lines.append(f'lane{number}: "{title}" {{')
        for each, text, kind in symbols:
            shape = "{shape: diamond}" if kind is SymbolKind.KEPUTUSAN else ""
            lines.append(f'{each}: "{text}" {shape}')
            home[each] = f"lane{number}.{each}"
        lines.append("}")
    for a, b, label in arrows(chart):
        lines.append(f"{home[a]} -> {home[b]}" + (f': "{label}"' if label else ""))
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
