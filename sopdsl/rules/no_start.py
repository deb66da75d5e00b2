"""Bagan tidak mempunyai simbol awal.

## Indonesia
Tidak ada langkah `mulai` dalam bagan ini.

**Mengapa.** Kapsul menunjukkan awal dan akhir kegiatan (BSSN 4/2019 II.B.3.a); pembaca mencari
tempat mulai.

**Perbaikan.** Ganti `langkah` yang pertama menjadi `mulai`, atau menjadi `mulai langkah` bila
kapsul dan kotaknya digambar bersama.

## English
There is no `mulai` step in this chart.

**Why.** A capsule shows the beginning and the end of the activity (BSSN 4/2019 II.B.3.a); a reader
looks for the place to begin.

**Fix.** Change the first `langkah` to `mulai`, or to `mulai langkah` when capsule and box are drawn
together.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
langkah oleh ketua "Menyusun konsep"
#^^^^^^ no-start: bagan ini tidak mempunyai "mulai"
selesai oleh ketua "Mengarsipkan"
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
    name="no-start",
    severity=Severity.ERROR,
    category="alur",
    source="BSSN 4/2019 II.B.3.a",
    title=Phrase("bagan tanpa simbol awal", "a chart without a start"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find charts without a start, and documents without any step."""
    sop = context.sop
    if not sop.charts and not sop.is_library:
        message = Phrase("SOP ini belum mempunyai langkah", "this SOP has no steps yet")
        hint = Phrase(
            'mulailah dengan mulai oleh PELAKSANA "aktivitas"',
            'begin with mulai oleh LANE "activity"',
        )
        yield Diagnostic(META.name, META.severity, message, sop.head, hints=(hint,))
    for chart in sop.charts:
        if Graph(chart).starts():
            continue
        first = chart.steps[0]
        fixes: tuple[Fix, ...] = ()
        if first.kinds == (SymbolKind.PROSES,):
            title = Phrase('jadikan langkah pertama "mulai"', 'make the first step "mulai"')
            fixes = (Fix(title, (TextEdit(first.kind_span, "mulai"),)),)
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase('bagan ini tidak mempunyai "mulai"', 'this chart has no "mulai"'),
            first.kind_span,
            fixes=fixes,
        )
