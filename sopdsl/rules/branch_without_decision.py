"""Pilihan pada langkah yang bukan keputusan.

## Indonesia
Langkah ini mempunyai `ya`, `tidak`, `jika`, atau `tanya`, padahal bukan `keputusan`.

**Mengapa.** Pilihan digambar sebagai belah ketupat (BSSN 4/2019 II.B.3.c); kotak hanya menunjukkan
proses atau pelaksanaan (II.B.3.b).

**Perbaikan.** Ganti `langkah` menjadi `keputusan`, atau tulis `->` bila tidak ada pilihan.

## English
This step has `ya`, `tidak`, `jika` or `tanya`, but is no `keputusan`.

**Why.** A choice is drawn as a diamond (BSSN 4/2019 II.B.3.c); a box only shows that something is
done (II.B.3.b).

**Fix.** Change `langkah` to `keputusan`, or write `->` when there is no choice.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai susun oleh ketua "Menyusun konsep"
langkah oleh ketua "Memeriksa konsep"
#^^^^^^ branch-without-decision: langkah 2 mempunyai pilihan tetapi bukan keputusan
  ya
  tidak -> selesai
langkah oleh ketua "Mengajukan konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai susun oleh ketua "Menyusun konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya
  tidak -> selesai
langkah oleh ketua "Mengajukan konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.query import called
from sopdsl.model.types import EdgeRole, Step, SymbolKind, SymbolRef

META = RuleMeta(
    name="branch-without-decision",
    severity=Severity.ERROR,
    category="alur",
    source="BSSN 4/2019 II.B.3.b–c",
    title=Phrase("pilihan tanpa keputusan", "a choice without a decision"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find exits and questions that do not belong to a diamond."""
    for chart in context.sop.charts:
        choosing = {edge.source for edge in chart.edges if edge.role is EdgeRole.BRANCH}
        for step in chart.steps:
            if _chooses(step, choosing):
                name = called(step)
                yield Diagnostic(
                    META.name,
                    META.severity,
                    Phrase(
                        f"{name.id} mempunyai pilihan tetapi bukan keputusan",
                        f"{name.en} has a choice but is no decision",
                    ),
                    step.kind_span,
                    fixes=_fixes(step),
                )


def _chooses(step: Step, choosing: set[SymbolRef]) -> bool:
    return any(
        symbol.kind is not SymbolKind.KEPUTUSAN and (symbol.ref in choosing or symbol.question)
        for symbol in step.symbols
    )


def _fixes(step: Step) -> tuple[Fix, ...]:
    if step.kinds != (SymbolKind.PROSES,):
        return ()
    title = Phrase('jadikan "keputusan"', 'make it "keputusan"')
    return (Fix(title, (TextEdit(step.kind_span, "keputusan"),)),)
