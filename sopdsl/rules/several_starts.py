"""Bagan dengan beberapa awal.

## Indonesia
Bagan ini mempunyai lebih dari satu simbol awal.

**Mengapa.** Kapsul menunjukkan awal kegiatan (BSSN 4/2019 II.B.3.a); pembaca mencari satu. Beberapa
awal dibenarkan bila permohonan memang masuk lewat beberapa jalan, maka ini saran.

**Perbaikan.** Jadikan yang kedua `langkah`, atau pecah menjadi beberapa bagan dengan `alur`.

## English
This chart has more than one start symbol.

**Why.** The capsule shows where the activity begins (BSSN 4/2019 II.B.3.a); readers look for one.
Several are right where requests do come in by several ways, so this is a hint.

**Fix.** Make the second one a `langkah`, or split the chart with `alur`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
mulai oleh ketua "Menerima konsep"
#^^^^ several-starts: bagan ini mempunyai 2 simbol awal
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah oleh ketua "Menerima konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.query import Graph
from sopdsl.model.types import SymbolKind

META = RuleMeta(
    name="several-starts",
    severity=Severity.HINT,
    category="alur",
    source="BSSN 4/2019 II.B.3.a",
    title=Phrase("bagan dengan beberapa awal", "a chart with several starts"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find the second start of a chart and those after it."""
    for chart in context.sop.charts:
        graph = Graph(chart)
        starts = graph.starts()
        for start in starts[1:]:
            step = chart.step(start)
            fixes: tuple[Fix, ...] = ()
            if step.kinds == (SymbolKind.MULAI,) and graph.before(start):
                title = Phrase('jadikan "langkah"', 'make it "langkah"')
                fixes = (Fix(title, (TextEdit(step.kind_span, "langkah"),)),)
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f"bagan ini mempunyai {len(starts)} simbol awal",
                    f"this chart has {len(starts)} start symbols",
                ),
                step.name_span,
                fixes=fixes,
            )
