"""Bagan tidak mempunyai simbol akhir.

## Indonesia
Tidak ada langkah `selesai` dalam bagan ini.

**Mengapa.** Kapsul menunjukkan awal dan akhir kegiatan (BSSN 4/2019 II.B.3.a); pembaca harus tahu
kapan pekerjaan selesai.

**Perbaikan.** Ganti `langkah` yang terakhir menjadi `selesai`, atau menjadi `langkah selesai` bila
kotak dan kapsulnya digambar bersama.

## English
There is no `selesai` step in this chart.

**Why.** A capsule shows the beginning and the end of the activity (BSSN 4/2019 II.B.3.a); a reader
must know when the work is done.

**Fix.** Change the last `langkah` to `selesai`, or to `langkah selesai` when box and capsule are
drawn together.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah oleh ketua "Mengarsipkan"
#^^^^^^ no-end: bagan ini tidak mempunyai "selesai"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
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
    name="no-end",
    severity=Severity.ERROR,
    category="alur",
    source="BSSN 4/2019 II.B.3.a",
    title=Phrase("bagan tanpa simbol akhir", "a chart without an end"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find charts without an end."""
    for chart in context.sop.charts:
        if Graph(chart).ends():
            continue
        last = chart.steps[-1]
        fixes: tuple[Fix, ...] = ()
        if last.kinds == (SymbolKind.PROSES,):
            title = Phrase('jadikan langkah terakhir "selesai"', 'make the last step "selesai"')
            fixes = (Fix(title, (TextEdit(last.kind_span, "selesai"),)),)
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase('bagan ini tidak mempunyai "selesai"', 'this chart has no "selesai"'),
            last.kind_span,
            fixes=fixes,
        )
