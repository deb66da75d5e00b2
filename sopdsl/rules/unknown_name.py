"""Nama yang tidak dinyatakan.

## Indonesia
Suatu pelaksana, langkah, atau peraturan disebut tetapi tidak dinyatakan.

**Mengapa.** Panah ke langkah yang tidak ada tidak tergambar; pelaksana yang tidak dinyatakan
menjadi lajur baru tanpa nama jabatan; peraturan yang tidak terdaftar tidak punya judul.

**Perbaikan.** Pilih nama terdekat yang ditawarkan, atau nyatakan nama itu.

## English
A lane, a step or a regulation is mentioned but declared nowhere.

**Why.** An arrow to a step that is not there cannot be drawn; a lane that nobody declared becomes a
column without a proper title; a regulation that is not in the register has no title to print.

**Fix.** Take the nearest name that is offered, or declare the name.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketau "Menyusun konsep"
#          ^^^^^ unknown-name: pelaksana "ketau" tidak dikenal
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
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
    name="unknown-name",
    severity=Severity.ERROR,
    category="rujukan",
    source="bahasa .sop",
    title=Phrase("nama yang tidak dinyatakan", "a name that is not declared"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
