"""Langkah tidak dapat dicapai dari awal.

## Indonesia
Tidak ada panah yang sampai ke langkah ini dari `mulai`.

**Mengapa.** Panah menunjukkan arah proses (BSSN 4/2019 II.B.3.d). Langkah yang tidak pernah dicapai
tidak pernah dikerjakan; biasanya sebuah panah salah arah, atau `selesai` berdiri terlalu awal.

**Perbaikan.** Arahkan panah dari langkah yang mendahuluinya ke langkah ini.

## English
No arrow comes to this step from `mulai`.

**Why.** Arrows show where the process goes (BSSN 4/2019 II.B.3.d). A step that is never reached is
never done; mostly an arrow leads astray, or `selesai` stands too early.

**Fix.** Let an arrow from the step before it lead here.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  -> arsip
langkah oleh ketua "Memeriksa konsep"
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unreachable-step: langkah 2 tidak dapat dicapai dari "mulai"
selesai arsip oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah oleh ketua "Memeriksa konsep"
selesai arsip oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import Graph, called
from sopdsl.model.types import Chart, Step
from sopdsl.source import Span

META = RuleMeta(
    name="unreachable-step",
    severity=Severity.ERROR,
    category="alur",
    source="BSSN 4/2019 II.B.3.d",
    title=Phrase("langkah yang tidak dapat dicapai", "a step that cannot be reached"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find the steps at which an unreachable part of a chart begins."""
    for chart in context.sop.charts:
        if _arrows_in_doubt(context, chart):
            continue
        for step in _first_unreachable(chart):
            name = called(step)
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f'{name.id} tidak dapat dicapai dari "mulai"',
                    f'{name.en} cannot be reached from "mulai"',
                ),
                step.head,
                hints=(
                    Phrase(
                        f'tulis "-> {step.id}" pada langkah yang mendahuluinya',
                        f'write "-> {step.id}" in the step before it',
                    ),
                ),
            )


def _first_unreachable(chart: Chart) -> Iterator[Step]:
    graph = Graph(chart)
    reached = graph.reachable(graph.starts() or [chart.steps[0].id])
    lost = [step for step in chart.steps if step.id not in reached and step.symbols]
    for step in sorted(lost, key=lambda step: bool(graph.before(step.id))):
        if step.id not in reached:
            reached |= graph.reachable([step.id])
            yield step


def _arrows_in_doubt(context: Context, chart: Chart) -> bool:
    """Tell whether an arrow of the chart leads to a name that is not known."""
    return any(
        context.disputed(Span(step.head.end, max(step.head.end, step.span.end)))
        for step in chart.steps
    )
