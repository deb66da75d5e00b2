"""Putaran tanpa akhir.

## Indonesia
Alur berputar di langkah-langkah ini dan tidak ada keputusan yang mengakhirinya.

**Mengapa.** Panah menunjukkan arah proses (BSSN 4/2019 II.B.3.d) dan hanya belah ketupat yang
memilih (II.B.3.c); putaran tanpa pilihan untuk keluar tidak pernah sampai ke akhir.

**Perbaikan.** Tambahkan `keputusan` di dalam putaran dengan satu jalan keluar.

## English
The flow goes round these steps, and no decision ends it.

**Why.** Arrows show which way the process goes (BSSN 4/2019 II.B.3.d), and only a diamond chooses
(II.B.3.c); a loop without a choice to leave it never comes to an end.

**Fix.** Put a `keputusan` into the loop, with an exit out of it.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah kirim oleh ketua "Mengirim konsep"
#       ^^^^^ endless-loop: alur yang masuk ke langkah "kirim" berputar tanpa keputusan untuk keluar
langkah oleh ketua "Memeriksa konsep"
  -> kirim, arsip
selesai arsip oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah kirim oleh ketua "Mengirim konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya    -> arsip
  tidak -> kirim
selesai arsip oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import Graph, called
from sopdsl.model.types import Chart, Step, SymbolKind

META = RuleMeta(
    name="endless-loop",
    severity=Severity.ERROR,
    category="alur",
    source="BSSN 4/2019 II.B.3.d",
    title=Phrase("putaran tanpa akhir", "a loop without an end"),
    whole_text=True,
)

_LOOPS = 300  # arrows back looked at; real charts have up to 11


def check(context: Context) -> Iterator[Diagnostic]:
    """Find loops that no decision leaves."""
    for chart in context.sop.charts:
        for step in _endless(context, chart):
            name = called(step)
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f"alur yang masuk ke {name.id} berputar tanpa keputusan untuk keluar",
                    f"the flow that enters {name.en} goes round, and no decision leaves the loop",
                ),
                step.name_span,
                hints=(
                    Phrase(
                        'tambahkan "keputusan" di dalam putaran itu',
                        'put a "keputusan" into that loop',
                    ),
                ),
            )


def _endless(context: Context, chart: Chart) -> Iterator[Step]:
    """Yield the first step of each loop of several steps that no diamond leaves."""
    graph = Graph(chart)
    ends = graph.ends()
    if not ends:  # else `no-end` speaks
        return
    steps = {step.id: step for step in chart.steps}
    settled: set[str] = set()
    for back in graph.loops()[:_LOOPS]:
        start, target = back.source.step, back.target.step
        if start == target or start in settled:
            continue
        loop = graph.reachable([target]) & graph.leading_to([target])
        settled |= loop
        left = any(
            edge.source.step in loop
            and edge.target.step not in loop
            and steps[edge.source.step].symbol(edge.source).kind is SymbolKind.KEPUTUSAN
            for edge in chart.edges
        )
        doubtful = any(context.disputed(steps[step].span) for step in loop)
        if start in loop and not left and not doubtful and loop.isdisjoint(ends):
            yield min((steps[step] for step in loop), key=lambda step: step.row)
