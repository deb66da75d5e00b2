"""Keluaran yang tidak dipakai.

## Indonesia
Keluaran langkah ini tidak menjadi kelengkapan langkah sesudahnya, padahal keluaran langkah lain
dalam bagan ini umumnya dipakai.

**Mengapa.** Output adalah hasil, dan hasil satu langkah menjadi masukan berikutnya (BSSN 4/2019
II.B.3). Dokumen yang tidak dipakai siapa pun mungkin tidak perlu dibuat, atau bernama lain di
bawah.

**Perbaikan.** Sebut dokumen itu pada `kelengkapan` langkah yang memakainya, samakan namanya, atau
hapus. Aturan ini hanya berbicara bila paling sedikit tiga perempat keluaran dipakai;
`aturan.unused-output.persen` mengubah batasnya.

## English
The output of this step is no input of a later one, though most other outputs of this chart are.

**Why.** Output is what comes out, and the result of one step is the input of the next (BSSN 4/2019
II.B.3). A document that nobody uses may not be needed, or has another name further down.

**Fix.** Name it in the `kelengkapan` of the step that uses it, use one name, or delete it. This
rule speaks only where three outputs of four are used; `aturan.unused-output.persen` changes that.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  output "Konsep surat"
langkah oleh ketua "Memeriksa konsep"
  kelengkapan "Konsep surat"
  output "Catatan", "Nota dinas"
langkah oleh ketua "Memperbaiki konsep"
  kelengkapan "Catatan"
  output "Perbaikan", "Daftar periksa"
#                     ^^^^^^^^^^^^^^^^ unused-output: "Daftar periksa" tidak dipakai
langkah oleh ketua "Mengirim"
  kelengkapan "Perbaikan", "Nota dinas"
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
from typing import cast

from sopdsl.bahasa.documents import carrying_words, same_document
from sopdsl.checks import Context, Option, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import Graph
from sopdsl.model.types import Chart, Items, Step, SymbolKind
from sopdsl.source import Source, Span

META = RuleMeta(
    name="unused-output",
    severity=Severity.HINT,
    category="mutu-baku",
    source="BSSN 4/2019 II.B.3",
    title=Phrase("keluaran yang tidak dipakai", "an output that no step uses"),
    whole_text=True,
    options={
        "persen": Option(
            75,
            Phrase(
                "berbicara bila sekian persen keluaran bagan dipakai",
                "speak when so many per cent of a chart's outputs are used",
            ),
        ),
    },
)

_STEPS = 200  # a chart with more is not looked at; the longest real one has 30
_NAMES = 1_000  # of documents, likewise
_LAST = 1  # a step with no more than this many steps after it hands on to the end


def check(context: Context) -> Iterator[Diagnostic]:
    """Find outputs that nothing after them uses, in charts that keep the chain otherwise."""
    share = cast("int", context.options["persen"])
    for chart in context.sop.charts:
        if sum(len(_names(step)) for step in chart.steps) > _NAMES or len(chart.steps) > _STEPS:
            continue
        outputs = list(_outputs(chart))
        unused = [(items, name) for items, name, used in outputs if not used]
        if 100 * (len(outputs) - len(unused)) < share * len(outputs):
            continue
        for items, name in unused:
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f'"{name}" tidak dipakai langkah sesudahnya',
                    f'"{name}" is not used by any later step',
                ),
                _place(context.source, items, name),
                hints=(
                    Phrase(
                        "sebut pada kelengkapan langkah yang memakainya",
                        "name it in the kelengkapan of the step that uses it",
                    ),
                ),
            )


def _outputs(chart: Chart) -> Iterator[tuple[Items, str, bool]]:
    """Yield every output that could be used, and whether it is."""
    graph = Graph(chart)
    ends = set(graph.ends())
    needs = {step.id: _needs(step) for step in chart.steps}
    for step in chart.steps:
        if SymbolKind.KEPUTUSAN in step.kinds:
            continue  # what comes out of a choice is the choice
        after = graph.reachable(graph.after(step.id)) - {step.id}
        if step.output is None or step.id in ends or len(after) <= _LAST:
            continue
        for name in step.output.values:
            words = carrying_words(name)
            used = any(same_document(words, need) for other in after for need in needs[other])
            yield step.output, name, used


def _needs(step: Step) -> list[frozenset[str]]:
    """Return what a step needs: its inputs, and what its activity and output speak of."""
    return [carrying_words(name) for name in (step.activity, *_names(step)) if name]


def _names(step: Step) -> tuple[str, ...]:
    inputs = step.kelengkapan.values if step.kelengkapan else ()
    return inputs + (step.output.values if step.output else ())


def _place(source: Source, items: Items, name: str) -> Span:
    quoted = f'"{name}"'
    at = source.slice(items.span).find(quoted)
    start = items.span.start + at
    return items.span if at < 0 else Span(start, start + len(quoted))
