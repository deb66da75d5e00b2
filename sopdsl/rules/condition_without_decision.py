"""Syarat tertulis tanpa keputusan.

## Indonesia
Uraian langkah memuat "jika" atau "apabila", tetapi langkahnya bukan keputusan.

**Mengapa.** Pilihan yang hanya tertulis dalam kalimat tidak tampak dalam alur; belah ketupat
menunjukkannya (BSSN 4/2019 II.B.3.c).

**Perbaikan.** Jadikan `keputusan` dengan `ya` dan `tidak`. Langkah yang dilakukan "apabila
diperlukan" saja diberi isian `opsional`.

## English
The activity says "jika" or "apabila" (if), but the step is no decision.

**Why.** A choice that only a sentence tells does not show in the flow; the diamond shows it (BSSN
4/2019 II.B.3.c).

**Fix.** Make it a `keputusan` with `ya` and `tidak`. A step done only "apabila diperlukan" (if
needed) gets the entry `opsional`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah oleh ketua "Memeriksa konsep, jika belum sesuai dikembalikan"
#                  ^ condition-without-decision: langkah 2 memuat "jika"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah susun oleh ketua "Memperbaiki konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya    "Sesuai"
  tidak -> susun "Belum sesuai"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import called
from sopdsl.model.types import SymbolKind

META = RuleMeta(
    name="condition-without-decision",
    severity=Severity.HINT,
    category="alur",
    source="BSSN 4/2019 II.B.3.c",
    title=Phrase("syarat tanpa keputusan", "a condition without a decision"),
)


_CONDITION = re.compile(
    r"\b(?:jika|apabila)\b(?!\s+(?:diperlukan|perlu|dibutuhkan|ada|terjadi)\b)", re.IGNORECASE
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find conditions in the text of steps that hold no diamond."""
    for chart in context.sop.charts:
        for step in chart.steps:
            decides = any(symbol.kind is SymbolKind.KEPUTUSAN for symbol in step.symbols)
            found = _CONDITION.search(step.activity)
            if found and not decides and not step.optional:
                name, word = called(step), found[0].lower()
                yield Diagnostic(
                    META.name,
                    META.severity,
                    Phrase(
                        f'{name.id} memuat "{word}" tetapi bukan keputusan',
                        f'{name.en} says "{word}" but is no decision',
                    ),
                    step.activity_span,
                    hints=(
                        Phrase(
                            'jadikan "keputusan", atau tulis "opsional"',
                            'make it a "keputusan", or write "opsional"',
                        ),
                    ),
                )
