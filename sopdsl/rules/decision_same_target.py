"""Keputusan yang semua jalannya sama.

## Indonesia
Semua jalan keluar keputusan ini menuju langkah yang sama.

**Mengapa.** Belah ketupat menunjukkan pilihan (BSSN 4/2019 II.B.3.c); bila hasilnya sama saja,
tidak ada yang dipilih.

**Perbaikan.** Arahkan salah satu jalan ke langkah lain, atau jadikan `langkah`.

## English
All exits of this decision lead to the same step.

**Why.** The diamond shows a choice (BSSN 4/2019 II.B.3.c); where all comes to the same, nothing is
chosen.

**Fix.** Let one exit lead elsewhere, or make it a `langkah`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
keputusan oleh ketua "Memeriksa konsep"
#^^^^^^^^ decision-same-target: semua jalan keluar keputusan pada langkah 2 menuju langkah "arsip"
  ya    -> arsip
  tidak -> arsip
selesai arsip oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah perbaiki oleh ketua "Memperbaiki konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya    -> arsip
  tidak -> perbaiki
selesai arsip oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import called
from sopdsl.model.types import Edge, EdgeRole, SymbolRef

META = RuleMeta(
    name="decision-same-target",
    severity=Severity.WARNING,
    category="alur",
    source="BSSN 4/2019 II.B.3.c",
    title=Phrase("keputusan yang semua jalannya sama", "a decision whose exits lead to one place"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find decisions with two exits or more that lead to one symbol."""
    for chart in context.sop.charts:
        leaving: dict[SymbolRef, list[Edge]] = {}
        for edge in chart.edges:
            if edge.role is EdgeRole.BRANCH:
                leaving.setdefault(edge.source, []).append(edge)
        for source, exits in leaving.items():
            step = chart.step(source.step)
            labels = {(edge.outcome, edge.label) for edge in exits}
            targets = {edge.target for edge in exits}
            if len(labels) == 1 or len(targets) > 1 or context.disputed(step.span):
                continue
            name, target = called(step), called(chart.step(exits[0].target.step))
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f"semua jalan keluar keputusan pada {name.id} menuju {target.id}",
                    f"all exits of the decision at {name.en} lead to {target.en}",
                ),
                step.name_span,
                hints=(
                    Phrase(
                        'arahkan salah satu ke langkah lain, atau jadikan "langkah"',
                        'let one of them lead elsewhere, or make it a "langkah"',
                    ),
                ),
            )
