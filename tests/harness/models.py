"""Documents for tests of the model, from texts, and a chart in a few readable words."""

from __future__ import annotations

from sopdsl.model.build import Built, build
from sopdsl.model.libraries import Libraries
from sopdsl.model.types import Chart, Edge, Step, SymbolRef
from sopdsl.source import Source
from sopdsl.syntax import parse

NO_LIBRARIES: Libraries = {}


def built(text: str, libraries: Libraries = NO_LIBRARIES) -> Built:
    """Return what a text says; fail when it is not well-formed."""
    syntax = parse(Source("contoh.sop", text))
    assert not syntax.errors, syntax.errors
    return build(syntax.tree, libraries)


def charts(text: str) -> tuple[Chart, ...]:
    """Return the charts of a text in which nothing is wrong."""
    result = built(text)
    assert result.found == (), [finding.message.id for finding in result.found]
    return result.sop.charts


def chart(steps: str, lanes: str = "a b c d e") -> Chart:
    """Return the only chart of some steps, with lanes named by letters declared."""
    (only,) = charts(with_lanes(steps, lanes))
    return only


def with_lanes(steps: str, lanes: str = "a b c d e") -> str:
    """Return a document of some steps, with lanes declared."""
    declared = "".join(f'  {lane} "{lane.upper()}"\n' for lane in lanes.split())
    return f'sop contoh "Contoh"\npelaksana\n{declared}{steps}'


def cells(step: Step) -> str:
    """Return a step's symbols: ``a:mulai+proses b:proses``."""
    kinds: dict[str, list[str]] = {}
    for symbol in step.symbols:
        kinds.setdefault(symbol.ref.lane, []).append(symbol.kind.value)
    return " ".join(f"{lane}:{'+'.join(found)}" for lane, found in kinds.items())


def ties(step: Step) -> list[str]:
    """Return a step's ties: ``a.1 serah b.0`` (the numbers are parts)."""
    return [
        f"{tie.first.lane}.{tie.first.part} {tie.kind.value} {tie.second.lane}.{tie.second.part}"
        for tie in step.ties
    ]


def edges(drawn: Chart) -> list[str]:
    """Return a chart's arrows: ``langkah-1.a.0 > reviu.b.0 Ya``."""
    return [edge_text(edge) for edge in drawn.edges]


def edge_text(edge: Edge) -> str:
    """Return one arrow in words."""
    label = f" {edge.label}" if edge.label else ""
    return f"{place(edge.source)} > {place(edge.target)}{label}"


def place(ref: SymbolRef) -> str:
    """Return a symbol in words, part 0 left out: ``reviu.b``, ``reviu.b.1``."""
    return f"{ref.step}.{ref.lane}" + (f".{ref.part}" if ref.part else "")
