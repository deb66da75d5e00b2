"""Waktu yang bertentangan.

## Indonesia
Waktu yang disebut dalam aktivitas berbeda dari isian `waktu`.

**Mengapa.** Waktu adalah bagian mutu baku (BSSN 4/2019 II.B.3); dua angka yang berbeda membuat
pelaksana memilih sendiri, dan hari kerja bukan hari kalender.

**Perbaikan.** Hapus waktu dari aktivitas, atau samakan isiannya.

## English
The time that the activity speaks of differs from the entry `waktu`.

**Why.** Waktu is part of the quality standard (BSSN 4/2019 II.B.3); two figures leave the choice to
the performer, and a working day (hari kerja) is no calendar day (hari kalender).

**Fix.** Take the time out of the activity, or make the two agree.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep dalam waktu 3 hari kerja"
  waktu 5 hari kerja
# ^^^^^^^^^^^^^^^^^^ time-contradiction: aktivitas menyebut "3 hari kerja", padahal waktunya "5 hari
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  waktu 3 hari kerja
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.types import Step
from sopdsl.model.waktu import MINUTES

META = RuleMeta(
    name="time-contradiction",
    severity=Severity.HINT,
    category="mutu-baku",
    source="BSSN 4/2019 II.B.3",
    title=Phrase("waktu yang bertentangan", "a time that the activity contradicts"),
)

_SAID = re.compile(
    r"""\b(?:waktu|selama|dalam|paling|maksimal|maksimum)\s+  # what makes it the step's own time
        (?:(?:waktu|paling|maksimal)\s+)*
        (?P<bound>cepat|kurang|lambat|lama)?\s*
        (?P<amount>(?P<number>\d{1,4}(?:,\d{1,2})?)\s*(?:\([^()]*\)\s*)?
        (?P<unit>detik|menit|jam|hari|minggu|bulan)
        (?:\s+(?P<days>kerja|kalender))?)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 2_000  # characters looked at; the longest real activity has 658
_DAYS = re.compile(r"\bhari\s+(kerja|kalender)\b", re.IGNORECASE)
_LEAST = ("cepat", "kurang")
_MOST = ("lambat", "lama")


def check(context: Context) -> Iterator[Diagnostic]:
    """Find activities that speak of another time than their step's."""
    for chart in context.sop.charts:
        for step in chart.steps:
            found = _contradiction(step)
            if found is None or step.waktu is None:
                continue
            wording = step.waktu.wording
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f'aktivitas menyebut "{found}", padahal waktunya "{wording}"',
                    f'the activity speaks of "{found}", but its time is "{wording}"',
                ),
                step.waktu_span or step.activity_span,
                hints=(
                    Phrase(
                        "hapus waktu dari aktivitas, atau samakan isiannya",
                        "take the time out of the activity, or make the two agree",
                    ),
                ),
            )


def _contradiction(step: Step) -> str | None:
    """Return the wording in the activity that the step's time contradicts."""
    time = step.waktu
    if time is None or time.low is None or time.high is None or time.per:
        return None
    for said in _SAID.finditer(step.activity[:_LONGEST]):
        minutes = float(said["number"].replace(",", ".")) * MINUTES[said["unit"].lower()]
        bound = (said["bound"] or ("lama" if "maks" in said[0].lower() else "")).lower()
        days = _DAYS.search(time.wording)
        if bound in _LEAST:
            differs = time.low < minutes
        elif bound in _MOST:
            differs = time.high > minutes
        else:
            differs = not time.low <= minutes <= time.high
        same = minutes in (time.low, time.high)
        if same and days and said["days"] and days[1].lower() != said["days"].lower():
            differs = True
        if differs:
            return said["amount"]
    return None
