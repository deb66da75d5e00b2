"""Panah keluar dari simbol akhir.

## Indonesia
Sebuah panah berangkat dari kapsul `selesai`.

**Mengapa.** Kapsul itu menunjukkan akhir kegiatan (BSSN 4/2019 II.B.3.a); sesudahnya tidak ada
langkah lagi.

**Perbaikan.** Hapus panahnya, atau jadikan langkah itu `langkah`.

## English
An arrow leaves the capsule of `selesai`.

**Why.** That capsule shows the end of the activity (BSSN 4/2019 II.B.3.a); no step comes after it.

**Fix.** Delete the arrow, or make the step a `langkah`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah kirim oleh ketua "Mengirim konsep"
selesai oleh ketua "Mengarsipkan"
  -> kirim
#    ^^^^^ exit-from-end: panah keluar dari simbol akhir langkah 3
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah kirim oleh ketua "Mengirim konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import called
from sopdsl.model.types import SymbolKind

META = RuleMeta(
    name="exit-from-end",
    severity=Severity.ERROR,
    category="alur",
    source="BSSN 4/2019 II.B.3.a",
    title=Phrase("panah keluar dari simbol akhir", "an arrow out of an end"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find arrows that leave an end capsule."""
    for chart in context.sop.charts:
        steps = {step.id: step for step in chart.steps}
        for edge in chart.edges:
            step = steps[edge.source.step]
            if step.symbol(edge.source).kind is SymbolKind.SELESAI:
                name = called(step)
                yield Diagnostic(
                    META.name,
                    META.severity,
                    Phrase(
                        f"panah keluar dari simbol akhir {name.id}",
                        f"an arrow leaves the end symbol of {name.en}",
                    ),
                    edge.span,
                )
