"""Langkah belum menyebut pelaksananya.

## Indonesia
Langkah ini tidak mempunyai `oleh` dengan nama pelaksana.

**Mengapa.** SOP menerangkan bagaimana, kapan, di mana, dan oleh siapa pekerjaan dilakukan (BSSN
4/2019 I.C.1). Tanpa pelaksana, simbolnya tidak mempunyai lajur.

**Perbaikan.** Tulis `oleh` dan nama pelaksana di depan uraian aktivitasnya.

## English
This step has no `oleh` with the name of a lane.

**Why.** An SOP says how, when, where and by whom work is done (BSSN 4/2019 I.C.1). Without an actor
the symbol has no column to stand in.

**Fix.** Write `oleh` and the name of a lane before the activity.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah "Memeriksa konsep"
#^^^^^^^^^^^^^^^^^^^^^^^^^ missing-actor: langkah 2 belum menyebut pelaksana
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah oleh ketua "Memeriksa konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import called

META = RuleMeta(
    name="missing-actor",
    severity=Severity.ERROR,
    category="alur",
    source="BSSN 4/2019 I.C.1",
    title=Phrase("langkah tanpa pelaksana", "a step without an actor"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find steps without any symbol."""
    for chart in context.sop.charts:
        for step in chart.steps:
            if not step.symbols and not context.disputed(step.span):
                name = called(step)
                yield Diagnostic(
                    META.name,
                    META.severity,
                    Phrase(f"{name.id} belum menyebut pelaksana", f"{name.en} names no actor"),
                    step.head,
                    hints=(
                        Phrase(
                            'tulis "oleh" dan nama pelaksana di depan uraiannya',
                            'write "oleh" and a lane before the activity',
                        ),
                    ),
                )
