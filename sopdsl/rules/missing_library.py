"""Pustaka yang tidak dapat dipakai.

## Indonesia
Berkas yang disebut `gunakan` tidak ada, bukan pustaka, tidak terbaca, atau di luar folder proyek.

**Mengapa.** Pelaksana dan peraturan di dalamnya tidak dikenal di sini.

**Perbaikan.** Tulis jalur dari folder berkas ini atau dari folder `sop.toml`.

## English
The file that `gunakan` names does not exist, is no library, cannot be read, or lies outside the
project.

**Why.** The lanes and regulations it holds are not known here.

**Fix.** Write the path from the folder of this file, or from the folder of `sop.toml`.

## Bad
```sop
sop contoh "Contoh"
gunakan "umum/tidak-ada.sop"
#       ^^^^^^^^^^^^^^^^^^^^ missing-library: pustaka "umum/tidak-ada.sop" tidak ada
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
    name="missing-library",
    severity=Severity.ERROR,
    category="rujukan",
    source="bahasa .sop",
    title=Phrase("pustaka yang tidak dapat dipakai", "a library that cannot be had"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
