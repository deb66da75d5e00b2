"""Panah masuk ke simbol awal.

## Indonesia
Sebuah panah menuju simbol awal.

**Mengapa.** Kapsul awal menunjukkan awal kegiatan (BSSN 4/2019 II.B.3.a); tidak ada yang
mendahuluinya, jadi tidak ada panah yang masuk. Seperlima SOP yang sudah ditandatangani
melanggarnya, maka ini peringatan.

**Perbaikan.** Arahkan panah ke langkah sesudahnya, atau tulis `mulai langkah`: panah lalu masuk ke
kotaknya.

## English
An arrow leads into a start symbol.

**Why.** The start capsule shows where the activity begins (BSSN 4/2019 II.B.3.a); nothing comes
before it, so no arrow enters it. A fifth of signed SOPs break this, so it is a warning.

**Fix.** Point the arrow at the step after it, or write `mulai langkah`: the arrow then enters the
box.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai susun oleh ketua "Menyusun konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya    "Sesuai"
  tidak -> susun "Belum sesuai"
#          ^^^^^ arrow-into-start: panah masuk ke simbol awal langkah "susun"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai langkah susun oleh ketua "Menyusun konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya    "Sesuai"
  tidak -> susun "Belum sesuai"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.query import called
from sopdsl.model.types import SymbolKind

META = RuleMeta(
    name="arrow-into-start",
    severity=Severity.WARNING,
    category="alur",
    source="BSSN 4/2019 II.B.3.a",
    title=Phrase("panah masuk ke simbol awal", "an arrow into a start"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find arrows that enter a start capsule."""
    for chart in context.sop.charts:
        steps = {step.id: step for step in chart.steps}
        for edge in chart.edges:
            step = steps[edge.target.step]
            if step.symbol(edge.target).kind is not SymbolKind.MULAI:
                continue
            name = called(step)
            fixes: tuple[Fix, ...] = ()
            if step.kinds == (SymbolKind.MULAI,):
                title = Phrase(
                    'jadikan "mulai langkah", panahnya masuk ke kotak',
                    'make it "mulai langkah": the arrow enters the box',
                )
                fixes = (Fix(title, (TextEdit(step.kind_span, "mulai langkah"),)),)
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f"panah masuk ke simbol awal {name.id}",
                    f"an arrow enters the start symbol of {name.en}",
                ),
                edge.span,
                fixes=fixes,
            )
