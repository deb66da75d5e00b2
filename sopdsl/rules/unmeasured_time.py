"""Waktu yang tidak terukur.

## Indonesia
Waktu langkah ini bukan jumlah waktu, misalnya "sesuai kebutuhan" atau "segera".

**Mengapa.** Waktu adalah waktu yang diperlukan untuk menyelesaikan aktivitas, dan SOP harus terukur
(BSSN 4/2019 I.E.4 dan II.B.3). Yang tidak terukur dicetak apa adanya, tetapi tidak ikut dijumlah.

**Perbaikan.** Tulis jumlahnya, boleh sebagai rentang: `waktu 1-3 hari`.

## English
The time of this step is no amount of time, such as "sesuai kebutuhan" (as needed).

**Why.** Waktu is the time that an activity needs, and an SOP is to be measurable (BSSN 4/2019 I.E.4
and II.B.3). What cannot be measured prints as it is, but does not count in totals.

**Fix.** Write an amount, perhaps a range: `waktu 1-3 hari`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  waktu "sesuai kebutuhan"
# ^^^^^^^^^^^^^^^^^^^^^^^^ unmeasured-time: waktu "sesuai kebutuhan" tidak terukur
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  waktu 1-3 hari
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="unmeasured-time",
    severity=Severity.HINT,
    category="mutu-baku",
    source="BSSN 4/2019 II.B.3",
    title=Phrase("waktu yang tidak terukur", "a time that cannot be measured"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find times that are no amount of time."""
    for chart in context.sop.charts:
        for step in chart.steps:
            time, span = step.waktu, step.waktu_span
            if time is None or span is None or time.measurable or time.none or time.same:
                continue
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f'waktu "{time.wording}" tidak terukur',
                    f'the time "{time.wording}" cannot be measured',
                ),
                span,
                hints=(
                    Phrase(
                        "tulis jumlahnya, boleh sebagai rentang: 1-3 hari",
                        "write an amount, perhaps a range: 1-3 hari",
                    ),
                ),
            )
