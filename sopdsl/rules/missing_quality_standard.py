"""Mutu baku belum lengkap.

## Indonesia
Langkah ini belum menyebut kelengkapan, waktu, atau output.

**Mengapa.** Setiap aktivitas harus mengidentifikasi mutu bakunya (BSSN 4/2019 II.B.3), karena mutu
baku menjadi alat kendali. PermenPAN-RB 35/2012 menyebutnya sebaiknya.

**Perbaikan.** Tulis isian yang kurang; yang memang tidak ada ditulis `-`.

## English
This step does not state what it needs, how long it takes, or what comes out of it.

**Why.** Every activity must identify its quality standard (BSSN 4/2019 II.B.3), because that is the
tool of control. PermenPAN-RB 35/2012 says it should.

**Fix.** Write the missing entries; what is not there on purpose is written `-`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
#^^^^ missing-quality-standard: langkah 1 belum menyebut kelengkapan dan output
  waktu 5 menit
selesai oleh ketua "Mengarsipkan"
  kelengkapan "Konsep"
  waktu       5 menit
  output      -
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  kelengkapan -
  waktu       5 menit
  output      "Konsep"
selesai oleh ketua "Mengarsipkan"
  kelengkapan "Konsep"
  waktu       5 menit
  output      -
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import called
from sopdsl.model.types import Step

META = RuleMeta(
    name="missing-quality-standard",
    severity=Severity.WARNING,
    category="mutu-baku",
    source="BSSN 4/2019 II.B.3",
    title=Phrase("mutu baku belum lengkap", "an incomplete quality standard"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find steps that lack a part of their quality standard."""
    for chart in context.sop.charts:
        for step in chart.steps:
            missing = _missing(step)
            if missing and not context.disputed(step.span):
                name = called(step)
                yield Diagnostic(
                    META.name,
                    META.severity,
                    Phrase(
                        f"{name.id} belum menyebut {_listed(missing, 'dan')}",
                        f"{name.en} does not state {_listed(missing, 'and')}",
                    ),
                    step.name_span,
                    hints=(
                        Phrase(
                            'tulis isiannya, atau "-" bila memang tidak ada',
                            'write the entry, or "-" when there is none',
                        ),
                    ),
                )


def _missing(step: Step) -> list[str]:
    parts = {"kelengkapan": step.kelengkapan, "waktu": step.waktu, "output": step.output}
    return [word for word, value in parts.items() if value is None]


def _listed(words: list[str], conjunction: str) -> str:
    *others, last = words
    return f"{', '.join(others)} {conjunction} {last}" if others else last
