"""Nilai yang bukan jenisnya.

## Indonesia
Nilai suatu isian bukan yang dimintanya: tanggal yang tidak ada dalam kalender, tahun yang bukan
angka, dan sebagainya.

**Mengapa.** Nilai itu tidak dapat dicetak maupun dibandingkan; isiannya dianggap kosong.

**Perbaikan.** Tulis nilai menurut contoh dalam pesannya.

## English
The value of an entry is not what it asks for: a date that no calendar has, a year that is no
number, and so on.

**Why.** Such a value can neither be printed nor compared; the entry counts as empty.

**Fix.** Write the value as the message shows.

## Bad
```sop
sop contoh "Contoh"
  dibuat 2019-02-30
#        ^^^^^^^^^^ wrong-value: "2019-02-30" bukan nilai untuk "dibuat"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  dibuat 2019-02-28
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
    name="wrong-value",
    severity=Severity.ERROR,
    category="bahasa",
    source="bahasa .sop",
    title=Phrase("nilai yang bukan jenisnya", "a value of the wrong kind"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
