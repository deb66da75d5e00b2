"""Pernyataan yang salah tempat.

## Indonesia
Pernyataan ini tidak berarti apa-apa dalam berkas pustaka.

**Mengapa.** Pustaka hanya berbagi pelaksana, isi bagian identitas, dan peraturan. Langkah di
dalamnya tidak pernah digambar.

**Perbaikan.** Pindahkan ke berkas yang diawali `sop`.

## English
This statement means nothing in a library.

**Why.** A library shares lanes, items of the identity part, and regulations. A step in it is never
drawn.

**Fix.** Move it to a file that begins with `sop`.

## Bad
```sop
pustaka "Pelaksana bersama"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
#^^^^ misplaced-statement: "mulai" tidak berarti apa-apa dalam pustaka
```

## Good
```sop
pustaka "Pelaksana bersama"
pelaksana
  ketua "Ketua Tim"
```
"""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="misplaced-statement",
    severity=Severity.ERROR,
    category="bahasa",
    source="bahasa .sop",
    title=Phrase("pernyataan yang salah tempat", "a statement in the wrong place"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
