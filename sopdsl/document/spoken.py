"""The flowchart in words: each step with its performers, mutu baku and where it goes on.

A picture tells a screen reader nothing, and on a phone a list reads better than a wide table. Every
step says what its row shows, in the profile's words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopdsl.document.references import ReferencePrinter, StepPlace, step_anchor
from sopdsl.document.types import LinkedText, SpokenStep
from sopdsl.model.types import Chart, Edge, Items, Step, SymbolKind, TieKind

_JOINED = {
    TieKind.HANDOVER: ", lalu ",
    TieKind.TWO_WAY: " berbalasan dengan ",
    TieKind.TOGETHER: " bersama ",
}
_IN_PARALLEL = "; "


def spoken_steps(
    chart: Chart, labels: Mapping[str, str], references: ReferencePrinter
) -> tuple[SpokenStep, ...]:
    """Return the steps of a chart in words, in order."""
    titles = {lane.id: lane.title for lane in chart.lanes}
    return tuple(
        SpokenStep(
            anchor=_anchor(chart, step),
            number=f"Langkah {step.row}",
            activity=step.activity,
            performers=performers(step, titles),
            facts=tuple(_facts(step, titles, labels)),
            remarks=tuple(_remarks(step, references)),
            flow=tuple(dict.fromkeys(_flow(chart, step, titles))),
        )
        for step in chart.steps
    )


def performers(step: Step, titles: Mapping[str, str]) -> str:
    """Return who does a step: "A, lalu B" (handed over), "A bersama B", "A; B" (in parallel)."""
    lanes = step.lanes
    text = ""
    for index, lane in enumerate(lanes):
        if index:
            text += _between(step, lanes[index - 1], lane)
        text += titles.get(lane, lane)
    return text


def _between(step: Step, first: str, second: str) -> str:
    together = _company(step, first)
    for tie in step.ties:
        if {tie.first.lane, tie.second.lane} == {first, second}:
            return _JOINED[tie.kind]
    return _JOINED[TieKind.TOGETHER] if second in together else _IN_PARALLEL


def _company(step: Step, lane: str) -> set[str]:
    """Return the lanes that plain lines tie to ``lane``, directly or through others."""
    company = {lane}
    ties = [tie for tie in step.ties if tie.kind is TieKind.TOGETHER]
    for _ in ties:  # the longest way has as many ties as there are
        for tie in ties:
            if tie.first.lane in company or tie.second.lane in company:
                company |= {tie.first.lane, tie.second.lane}
    return company


def _facts(
    step: Step, titles: Mapping[str, str], labels: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    for symbol in step.symbols:
        if symbol.text and symbol.text != step.activity:
            yield titles.get(symbol.ref.lane, symbol.ref.lane), symbol.text
        if symbol.question:
            yield "Keputusan", symbol.question
    if step.optional:
        yield "Sifat", "opsional"
    if needed := _listed(step.kelengkapan):
        yield labels["kelengkapan"], needed
    if step.waktu is not None:
        same = "bersama langkah sebelumnya"  # the cell above goes on
        yield labels["waktu"], same if step.waktu.same else step.waktu.wording
    if made := _listed(step.output):
        yield labels["output"], made


def _listed(items: Items | None) -> str:
    if items is None:
        return ""
    return "-" if items.none else ", ".join(items.values)


def _remarks(step: Step, references: ReferencePrinter) -> Iterator[LinkedText]:
    if step.call:
        called = references.printed(step.call)
        yield LinkedText(f"Dilaksanakan menurut {called.text}", called.href)
    for remark in step.remarks:
        yield references.printed(remark.reference) if remark.reference else LinkedText(remark.text)


def _flow(chart: Chart, step: Step, titles: Mapping[str, str]) -> Iterator[LinkedText]:
    leaving = [edge for edge in chart.edges if edge.source.step == step.id]
    sources = {edge.source.lane for edge in leaving}
    rows = {other.id: other for other in chart.steps}
    for edge in leaving:
        target = rows.get(edge.target.step)
        if target is not None:
            who = f"{titles.get(edge.source.lane, edge.source.lane)}: " if len(sources) > 1 else ""
            yield LinkedText(who + _way(edge, step, target), f"#{_anchor(chart, target)}")
    if any(symbol.kind is SymbolKind.SELESAI for symbol in step.symbols):
        yield LinkedText("Selesai")


def _way(edge: Edge, step: Step, target: Step) -> str:
    if edge.label:
        return f"{edge.label} → langkah {target.row}"
    verb = "Lanjut" if target.row > step.row else "Kembali"
    return f"{verb} ke langkah {target.row}"


def _anchor(chart: Chart, step: Step) -> str:
    return step_anchor(StepPlace(chart.number, step.row))
