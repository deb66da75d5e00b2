"""Awal yang bukan langkah pertama.

## Indonesia
Simbol awal bagan ini tidak berdiri pada baris pertama.

**Mengapa.** Bagan dibaca dari atas; kapsul awal menunjukkan di mana kegiatan dimulai (BSSN 4/2019
II.B.3.a).

**Perbaikan.** Pindahkan langkah itu ke atas, atau jadikan langkah pertama `mulai`.

## English
The start symbol of this chart does not stand in the first row.

**Why.** Charts are read from the top, and the start capsule shows where the activity begins (BSSN
4/2019 II.B.3.a).

**Fix.** Move that step to the top, or make the first one `mulai`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
langkah susun oleh ketua "Menyusun konsep"
mulai oleh ketua "Menerima perintah"
#^^^^ start-not-first: bagan dimulai pada langkah 2, bukan pada baris pertama
  -> susun
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menerima perintah"
langkah oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import Graph, called

META = RuleMeta(
    name="start-not-first",
    severity=Severity.WARNING,
    category="alur",
    source="BSSN 4/2019 II.B.3.a",
    title=Phrase("awal yang bukan langkah pertama", "a start that is not the first step"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find charts whose first start is not in the first row."""
    for chart in context.sop.charts:
        starts = Graph(chart).starts()
        if not starts or starts[0] == chart.steps[0].id:
            continue
        step = chart.step(starts[0])
        name = called(step)
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(
                f"bagan dimulai pada {name.id}, bukan pada baris pertama",
                f"the chart starts at {name.en}, not in the first row",
            ),
            step.name_span,
            hints=(
                Phrase(
                    "pindahkan langkah itu menjadi yang pertama", "move that step to be the first"
                ),
            ),
        )
