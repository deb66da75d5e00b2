"""Kelengkapan yang belum dihasilkan.

## Indonesia
Kelengkapan ini baru dihasilkan oleh langkah sesudahnya, atau namanya hampir sama dengan keluaran
langkah sebelumnya.

**Mengapa.** Kelengkapan adalah masukan dan Output hasil (BSSN 4/2019 II.B.3); hasil satu langkah
menjadi masukan berikutnya. Dokumen yang belum ada tidak dapat dipakai.

**Perbaikan.** Pakai nama dokumen yang sama, atau pindahkan langkahnya. Dengan
`aturan.unproduced-input.semua = true` setiap kelengkapan sesudah langkah pertama harus dihasilkan
langkah lain atau tercantum pada peralatan.

## English
This input is produced only by a later step, or its name is almost that of an output of an earlier
one.

**Why.** Kelengkapan is what goes in and Output what comes out (BSSN 4/2019 II.B.3); the result of
one step is the input of the next. A document that does not exist yet cannot be used.

**Fix.** Use one name for one document, or move the step. With `aturan.unproduced-input.semua =
true` every input after the first step must come out of another step or be listed under peralatan.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  output "Konsep surat"
langkah oleh ketua "Memeriksa konsep"
  kelengkapan "Konsep suart"
#             ^^^^^^^^^^^^^^ unproduced-input: "Konsep suart" bukan keluaran langkah mana pun
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  output "Konsep surat"
langkah oleh ketua "Memeriksa konsep"
  kelengkapan "Konsep surat"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.bahasa.documents import carrying_words, misspelt, same_document
from sopdsl.checks import Context, Option, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.query import Graph, called
from sopdsl.model.types import Chart, Items, Section, Step
from sopdsl.source import Source, Span

META = RuleMeta(
    name="unproduced-input",
    severity=Severity.HINT,
    category="mutu-baku",
    source="BSSN 4/2019 II.B.3",
    title=Phrase("kelengkapan yang belum dihasilkan", "an input that no step has produced"),
    whole_text=True,
    options={
        "semua": Option(
            False,
            Phrase(
                "setiap kelengkapan harus dihasilkan langkah lain",
                "every input must come out of another step",
            ),
        ),
    },
)

_STEPS = 200  # a chart with more is not looked at; the longest real one has 30
_NAMES = 1_000  # of documents, likewise


def check(context: Context) -> Iterator[Diagnostic]:
    """Find inputs that come out later only, and inputs that are misspelt outputs."""
    tools = [carrying_words(item.text) for item in context.sop.items(Section.PERALATAN)]
    strict = bool(context.options["semua"])
    for chart in context.sop.charts:
        names = sum(len(_inputs(step)) + len(_outputs(step)) for step in chart.steps)
        if names > _NAMES or len(chart.steps) > _STEPS:
            continue
        graph = Graph(chart)
        for step in chart.steps:
            before = graph.leading_to([step.id]) - {step.id}
            if step.kelengkapan is None or not before:
                continue  # what the first step needs comes from outside
            earlier = [other for other in chart.steps if other.id in before]
            made = {output: None for other in earlier for output in _outputs(other)}
            at_hand = [*tools, *(carrying_words(output) for output in made)] if strict else []
            for name in step.kelengkapan.values:
                if _known(name, earlier) or _among(name, _outputs(step)):
                    continue
                place = _place(context.source, step.kelengkapan, name)
                words = carrying_words(name) if strict else frozenset[str]()
                if spelt := next((output for output in made if misspelt(name, output)), None):
                    yield _misspelt(name, spelt, place)
                elif later := _maker(chart, name):
                    yield _too_early(name, later, place)
                elif strict and not any(same_document(words, other) for other in at_hand):
                    yield _from_nowhere(name, place)


def _maker(chart: Chart, name: str) -> Step | None:
    """Return the first step that makes a document, not only handing it on; ``None``: nobody."""
    for step in chart.steps:
        if _among(name, _outputs(step)) and not _among(name, _inputs(step)):
            return step
    return None


def _known(name: str, steps: list[Step]) -> bool:
    return any(_among(name, (*_inputs(step), *_outputs(step))) for step in steps)


def _among(name: str, names: tuple[str, ...]) -> bool:
    folded = name.casefold()
    return any(other.casefold() == folded for other in names)


def _inputs(step: Step) -> tuple[str, ...]:
    return step.kelengkapan.values if step.kelengkapan else ()


def _outputs(step: Step) -> tuple[str, ...]:
    return step.output.values if step.output else ()


def _place(source: Source, items: Items, name: str) -> Span:
    quoted = f'"{name}"'
    at = source.slice(items.span).find(quoted)
    start = items.span.start + at
    return items.span if at < 0 else Span(start, start + len(quoted))


def _misspelt(name: str, output: str, place: Span) -> Diagnostic:
    title = Phrase(f'tulis "{output}"', f'write "{output}"')
    return Diagnostic(
        META.name,
        META.severity,
        Phrase(
            f'"{name}" bukan keluaran langkah mana pun; mungkin "{output}"',
            f'"{name}" is no step\'s output; perhaps "{output}"',
        ),
        place,
        fixes=(Fix(title, (TextEdit(place, f'"{output}"'),)),) if '"' not in output else (),
    )


def _too_early(name: str, later: Step, place: Span) -> Diagnostic:
    maker = called(later)
    return Diagnostic(
        META.name,
        META.severity,
        Phrase(f'"{name}" baru dihasilkan {maker.id}', f'"{name}" is made only by {maker.en}'),
        place,
        hints=(
            Phrase(
                "pindahkan langkah itu ke depan, atau sebut bedanya",
                "move that step to the front, or say what differs",
            ),
        ),
    )


def _from_nowhere(name: str, place: Span) -> Diagnostic:
    return Diagnostic(
        META.name,
        META.severity,
        Phrase(
            f'"{name}" bukan keluaran langkah sebelumnya dan bukan peralatan',
            f'"{name}" is neither the output of an earlier step nor listed under peralatan',
        ),
        place,
    )
