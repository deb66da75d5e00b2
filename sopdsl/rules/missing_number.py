"""Nomor SOP belum ada.

## Indonesia
SOP yang sudah berlaku belum bernomor. Rancangan boleh belum bernomor.

**Mengapa.** Setiap SOP diberi nomor menurut tata naskah dinas (BSSN 4/2019 II.B.2.b) setelah
disahkan (III.C.5.a); tanpa nomor SOP tidak dapat didaftar.

**Perbaikan.** Isi `nomor`, atau tulis `status rancangan` bila SOP belum berlaku.

## English
An SOP that is in force has no number. A draft need not have one.

**Why.** Every SOP gets a number as the rules of official papers want it (BSSN 4/2019 II.B.2.b) once
it is approved (III.C.5.a); without one it cannot be registered.

**Fix.** Fill in `nomor`, or write `status rancangan` when it is not in force yet.

## Bad
```sop
sop contoh "Contoh"
  nomor    -
#          ^ missing-number: SOP yang sudah berlaku ini belum bernomor
  berlaku  2025-03-03
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  nomor    "SOP-001/BPAID.1/2025"
  berlaku  2025-03-03
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="missing-number",
    severity=Severity.ERROR,
    category="identitas",
    source="BSSN 4/2019 II.B.2.b",
    title=Phrase("nomor SOP belum ada", "the SOP has no number"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find a document in force without a number."""
    severity = context.weight_of_missing("nomor")
    number = context.sop.identity.number
    if severity is None or (number and number.value and number.value.strip()):
        return
    yield Diagnostic(
        META.name,
        severity,
        Phrase(
            "SOP yang sudah berlaku ini belum bernomor", "this SOP is in force and has no number"
        ),
        number.span if number else context.sop.head,
        hints=(
            Phrase(
                'isi "nomor", atau tulis "status rancangan"',
                'fill in "nomor", or write "status rancangan"',
            ),
        ),
    )
