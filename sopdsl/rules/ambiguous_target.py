"""Panah yang dapat berarti beberapa langkah.

## Indonesia
`-> selesai` atau `-> mulai` ditulis, padahal bagan mempunyai lebih dari satu langkah seperti itu.

**Mengapa.** Sementara itu panah digambar ke yang terdekat sesudahnya, dan itu bisa keliru.

**Perbaikan.** Beri langkah yang dituju nama, lalu tulis nama itu pada panahnya.

## English
`-> selesai` or `-> mulai` is written, but the chart has more than one such step.

**Why.** The arrow is drawn to the nearest one below for the time being, which may be wrong.

**Fix.** Give the step that is meant a name, and write that name at the arrow.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya    -> setuju
  tidak -> selesai
#          ^^^^^^^ ambiguous-target: "selesai" dapat berarti 2 langkah
selesai oleh ketua "Mengembalikan konsep"
selesai setuju oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
keputusan oleh ketua "Memeriksa konsep"
  ya    -> setuju
  tidak -> kembali
selesai kembali oleh ketua "Mengembalikan konsep"
selesai setuju oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="ambiguous-target",
    severity=Severity.ERROR,
    category="alur",
    source="bahasa .sop",
    title=Phrase(
        "panah yang dapat berarti beberapa langkah", "an arrow that may mean several steps"
    ),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
