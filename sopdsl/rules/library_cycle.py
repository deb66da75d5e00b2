"""Pustaka yang memakai dirinya sendiri.

## Indonesia
Pustaka ini memakai dirinya sendiri, langsung atau melalui pustaka lain.

**Mengapa.** Tidak ada urutan yang benar untuk membacanya. Isinya diabaikan di tempat ini.

**Perbaikan.** Pindahkan yang dipakai bersama ke pustaka tersendiri yang tidak memakai apa pun.

## English
This library uses itself, directly or through other libraries.

**Why.** There is no order in which to read it. Its contents are left out at this place.

**Fix.** Move what is shared to a library of its own that uses nothing.

## Bad
```sop
sop contoh "Contoh"
gunakan "umum/melingkar.sop"
#       ^^^^^^^^^^^^^^^^^^^^ library-cycle: memakai dirinya sendiri
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
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
    name="library-cycle",
    severity=Severity.ERROR,
    category="rujukan",
    source="bahasa .sop",
    title=Phrase("pustaka yang memakai dirinya sendiri", "a library that uses itself"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
