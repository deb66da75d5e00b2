"""Bagan tanpa langkah.

## Indonesia
Sebuah `alur` membuka bagan, tetapi tidak ada langkah sebelum `alur` berikutnya.

**Mengapa.** Bagan kosong tidak digambar.

**Perbaikan.** Tulis langkahnya, atau hapus `alur` itu.

## English
An `alur` opens a chart, but no step follows before the next `alur`.

**Why.** An empty chart is not drawn.

**Fix.** Write its steps, or delete the `alur`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
alur "Pengajuan"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
alur "Pencairan"
#^^^^^^^^^^^^^^^ empty-chart: "alur" ini tidak berisi langkah
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
alur "Pengajuan"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="empty-chart",
    severity=Severity.WARNING,
    category="alur",
    source="BSSN 4/2019 II.B.3",
    title=Phrase("bagan tanpa langkah", "a chart without steps"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
