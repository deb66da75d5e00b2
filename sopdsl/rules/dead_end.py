"""Alur berhenti sebelum selesai.

## Indonesia
Dari langkah ini tidak ada panah keluar, padahal ia bukan `selesai`.

**Mengapa.** Panah menunjukkan arah proses sampai kapsul akhir (BSSN 4/2019 II.B.3.a dan d). Pada
jalan buntu, pelaksana tidak tahu apa yang harus dilakukan.

**Perbaikan.** Arahkan panah ke langkah berikutnya, atau jadikan langkah ini `selesai`.

## English
No arrow leads out of this step, and it is no `selesai`.

**Why.** Arrows show where the process goes, up to the end capsule (BSSN 4/2019 II.B.3.a and d). At
a dead end an actor does not know what to do.

**Fix.** Let an arrow lead to the step that follows, or make this step `selesai`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya    -> arsip
  tidak -> kembali
selesai arsip oleh ketua "Mengarsipkan"
langkah kembali oleh ketua "Mengembalikan konsep"
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dead-end: alur berhenti di langkah "kembali"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya    -> arsip
  tidak -> kembali
selesai arsip oleh ketua "Mengarsipkan"
selesai kembali oleh ketua "Mengembalikan konsep"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.query import Graph, called
from sopdsl.model.types import Chart, Step, SymbolKind

META = RuleMeta(
    name="dead-end",
    severity=Severity.ERROR,
    category="alur",
    source="BSSN 4/2019 II.B.3.d",
    title=Phrase("jalan buntu dalam alur", "a dead end in the flow"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find exits without an arrow; loops without a way out are `endless-loop`."""
    for chart in context.sop.charts:
        graph = Graph(chart)
        if graph.ends():  # else `no-end` speaks
            for step, message in _dead_ends(chart, graph):
                if not context.disputed(step.span):
                    yield Diagnostic(
                        META.name,
                        META.severity,
                        message,
                        step.head,
                        hints=(
                            Phrase(
                                'tulis "-> nama-langkah", atau jadikan langkah ini "selesai"',
                                'write "-> step-name", or make this step "selesai"',
                            ),
                        ),
                        fixes=_fixes(step, graph),
                    )


def _fixes(step: Step, graph: Graph) -> tuple[Fix, ...]:
    if graph.after(step.id) or step.kinds != (SymbolKind.PROSES,) or len(step.lanes) > 1:
        return ()
    title = Phrase('jadikan "selesai"', 'make it "selesai"')
    return (Fix(title, (TextEdit(step.kind_span, "selesai"),)),)


def _dead_ends(chart: Chart, graph: Graph) -> Iterator[tuple[Step, Phrase]]:
    stopping = dict.fromkeys(ref.step for ref in graph.loose_ends())
    for step_id in stopping:
        step = chart.step(step_id)
        name = called(step)
        yield step, Phrase(f"alur berhenti di {name.id}", f"the flow stops at {name.en}")
