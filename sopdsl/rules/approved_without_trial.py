"""Disahkan tanpa simulasi atau uji coba.

## Indonesia
Riwayat memuat pengesahan tanpa simulasi atau uji coba sebelumnya.

**Mengapa.** Hanya SOP yang sudah diuji yang disahkan: disimulasikan oleh tim penyusun dan diuji
coba bersama pelaksana (BSSN 4/2019 III.C.4.a dan b, III.C.5).

**Perbaikan.** Catat simulasi atau uji coba yang sudah dilakukan; bila belum, lakukan lebih dahulu.

## English
The history holds an approval with neither a simulation nor a trial before it.

**Why.** Only an SOP that was tested is approved: simulated by those who wrote it, and tried with
those who will do it (BSSN 4/2019 III.C.4.a and b, III.C.5).

**Fix.** Record the simulation or trial that took place; when there was none, hold it first.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
riwayat
  2025-01-13 penyusunan
  2025-02-17 pengesahan
# ^^^^^^^^^^^^^^^^^^^^^ approved-without-trial: pengesahan tanpa simulasi atau uji coba
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
riwayat
  2025-01-13 penyusunan
  2025-02-03 uji-coba
  2025-02-17 pengesahan
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="approved-without-trial",
    severity=Severity.WARNING,
    category="identitas",
    source="BSSN 4/2019 III.C.4.a–b",
    title=Phrase("disahkan tanpa uji coba", "approved without a trial"),
)

_TRIALS = frozenset(("simulasi", "uji-coba"))


def check(context: Context) -> Iterator[Diagnostic]:
    """Find approvals with no trial since the approval before."""
    tried = False
    for event in context.sop.history:
        if event.event in _TRIALS:
            tried = True
        elif event.event == "pengesahan":
            if not tried:
                yield Diagnostic(
                    META.name,
                    META.severity,
                    Phrase(
                        "pengesahan tanpa simulasi atau uji coba sebelumnya",
                        "an approval with neither a simulation nor a trial before it",
                    ),
                    event.span,
                )
            tried = False
