"""Isian yang belum diisi.

## Indonesia
Suatu kata menuntut sesuatu sesudahnya, tetapi tidak ada yang ditulis.

**Mengapa.** Isian kosong tampak seperti sudah dikerjakan. Yang memang tidak ada ditulis `-`.

**Perbaikan.** Tulis nilainya, atau `-`, atau hapus barisnya.

## English
A word asks for something after it, and nothing is there.

**Why.** An empty entry looks as if it had been done. What is not there on purpose is written `-`.

**Fix.** Write the value, or `-`, or delete the line.

## Bad
```sop
sop contoh "Contoh"
  nomor
# ^^^^^ missing-value: "nomor" belum diisi
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  nomor -
pelaksana
  ketua "Ketua Tim"
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
    name="missing-value",
    severity=Severity.ERROR,
    category="bahasa",
    source="bahasa .sop",
    title=Phrase("isian yang belum diisi", "an entry without its value"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
