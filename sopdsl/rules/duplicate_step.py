"""Aktivitas yang ditulis dua kali.

## Indonesia
Dua langkah dalam bagan ini mempunyai aktivitas, pelaksana, dan keluaran yang sama.

**Mengapa.** Prosedur dibuat seefisien mungkin (BSSN 4/2019 I.E.2). Langkah yang sama dua kali
biasanya sisa salin-tempel, atau dapat diganti panah kembali.

**Perbaikan.** Hapus salah satunya, arahkan panah ke langkah yang pertama, atau sebut bedanya.

## English
Two steps of this chart have the same activity, performers and output.

**Why.** A procedure is to be as efficient as can be (BSSN 4/2019 I.E.2). The same step twice is
mostly left from copying, or an arrow back would do.

**Fix.** Delete one of them, let an arrow lead to the first, or say what differs.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah oleh ketua "Memeriksa konsep"
langkah oleh ketua "memeriksa konsep."
#^^^^^^ duplicate-step: langkah 3 sama dengan langkah 2
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah oleh ketua "Memeriksa konsep"
langkah oleh ketua "Memeriksa perbaikan konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Related, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import called
from sopdsl.model.types import Step

META = RuleMeta(
    name="duplicate-step",
    severity=Severity.HINT,
    category="alur",
    source="BSSN 4/2019 I.E.2",
    title=Phrase("aktivitas yang ditulis dua kali", "a step that is written twice"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find steps that say the same as one above them."""
    for chart in context.sop.charts:
        seen: dict[tuple[object, ...], Step] = {}
        for step in chart.steps:
            words = " ".join(step.activity.casefold().split()).rstrip(" .")
            output = step.output.values if step.output else ()
            first = seen.setdefault((words, step.lanes, output), step)
            if first is step or not words:
                continue
            name, other = called(step), called(first)
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(f"{name.id} sama dengan {other.id}", f"{name.en} is the same as {other.en}"),
                step.name_span,
                hints=(
                    Phrase(
                        "hapus salah satunya, atau sebut bedanya",
                        "delete one of them, or say what differs",
                    ),
                ),
                related=(Related(Phrase("yang pertama", "the first one"), first.name_span),),
            )
