"""Panah ke simbolnya sendiri.

## Indonesia
Sebuah panah berangkat dari suatu simbol dan kembali ke simbol yang sama.

**Mengapa.** Tanda panah menunjukkan arah proses. Panah seperti ini tidak menuju ke mana pun, dan
tidak digambar.

**Perbaikan.** Arahkan panah ke langkah yang diulang, misalnya langkah sebelum keputusan.

## English
An arrow leaves a symbol and comes back to the same one.

**Why.** An arrow shows where the process goes. This one goes nowhere, and is not drawn.

**Fix.** Let it lead to the step that is repeated, such as the one before the decision.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai susun oleh ketua "Menyusun konsep"
langkah kirim oleh ketua "Mengirim konsep"
  -> kirim, arsip
#    ^^^^^ self-arrow: panah dari "kirim" kembali ke simbol yang sama
selesai arsip oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai susun oleh ketua "Menyusun konsep"
langkah kirim oleh ketua "Mengirim konsep"
  -> arsip
selesai arsip oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="self-arrow",
    severity=Severity.ERROR,
    category="alur",
    source="BSSN 4/2019 II.B.3.d",
    title=Phrase("panah ke simbolnya sendiri", "an arrow to its own symbol"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
