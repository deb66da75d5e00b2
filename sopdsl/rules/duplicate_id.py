"""Satu nama untuk dua hal.

## Indonesia
Dua langkah dalam satu bagan, dua pelaksana, dua bagan, atau dua peraturan bernama sama.

**Mengapa.** Panah ke nama itu dapat berarti keduanya. Yang pertama yang dipakai.

**Perbaikan.** Beri salah satunya nama lain, dan sesuaikan panah yang menuju kepadanya.

## English
Two steps of a chart, two lanes, two charts or two regulations bear the same name.

**Why.** An arrow to that name may mean either. The first one is taken.

**Fix.** Give one of them another name, and mend the arrows that lead to it.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai susun oleh ketua "Menyusun konsep"
langkah susun oleh ketua "Menyusun konsep kedua"
#       ^^^^^ duplicate-id: langkah "susun" dinyatakan dua kali
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai susun oleh ketua "Menyusun konsep"
langkah susun-lagi oleh ketua "Menyusun konsep kedua"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="duplicate-id",
    severity=Severity.ERROR,
    category="bahasa",
    source="bahasa .sop",
    title=Phrase("satu nama untuk dua hal", "one name for two things"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
