"""The lines of one page: within cells, within rows, between rows, and halves of cut arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopdsl.layout.routing.types import Cut, Wire, WireKind
from sopdsl.layout.text import clean
from sopdsl.layout.types import PlacedSymbol, PlacedWire
from sopdsl.model.types import Chart, Edge, SymbolRef, TieKind

_MOST_LETTERS = 80  # of an exit's wording: more than any page has room for

_KINDS: Mapping[TieKind, WireKind] = {
    TieKind.TOGETHER: "join",
    TieKind.HANDOVER: "arrow",
    TieKind.TWO_WAY: "two-way",
}


@dataclass(frozen=True, slots=True)
class PageWires:
    """The same lines twice: as the page knows them and as the router is asked."""

    placed: tuple[PlacedWire, ...]
    routing: tuple[Wire, ...]


def page_wires(
    chart: Chart,
    symbols: Sequence[PlacedSymbol],
    page: int,
    page_of: Mapping[str, int],
    letters: Mapping[Edge, str],
) -> PageWires:
    """Return the lines of page number ``page``, whose symbols are the router's nodes."""
    node = {symbol.ref: index for index, symbol in enumerate(symbols)}
    row = {step.id: step.row for step in chart.steps}
    placed: list[PlacedWire] = []
    routing: list[Wire] = []

    def tie(kind: WireKind, first: SymbolRef, second: SymbolRef) -> None:
        routing.append(Wire(node[first], node[second], kind))
        placed.append(PlacedWire(first, second, kind, tie=True))

    for upper, lower in pairwise(symbols):
        if (upper.ref.step, upper.ref.lane) == (lower.ref.step, lower.ref.lane):
            tie("arrow", upper.ref, lower.ref)
    for step in chart.steps:
        if page_of[step.id] == page:
            for each in step.ties:
                tie(_KINDS[each.kind], each.first, each.second)
    for edge in chart.edges:
        leaves, arrives = page_of[edge.source.step], page_of[edge.target.step]
        if page not in {leaves, arrives}:
            continue
        backward = row[edge.target.step] <= row[edge.source.step]
        main = row[edge.target.step] == row[edge.source.step] + 1
        letter = letters.get(edge, "")
        source: int | Cut = (
            node[edge.source] if leaves == page else Cut(letter, leaves > page, f"hal. {leaves}")
        )
        target: int | Cut = (
            node[edge.target] if arrives == page else Cut(letter, arrives > page, f"hal. {arrives}")
        )
        label = clean(edge.label[:_MOST_LETTERS]).replace("\n", " ")
        shown = label if leaves == page else ""  # the exit is named where it leaves
        routing.append(Wire(source, target, "arrow", shown, backward, main))
        placed.append(PlacedWire(edge.source, edge.target, "arrow", label, letter))
    return PageWires(tuple(placed), tuple(routing))
