"""Kata yang tidak dikenal.

## Indonesia
Kata pertama suatu baris bukan kata bahasa `.sop`, bukan kata profil, dan bukan kata dari plugin.

**Mengapa.** Isi baris itu tidak masuk ke dalam dokumen, misalnya waktu langkah menjadi kosong.

**Perbaikan.** Pilih kata terdekat yang ditawarkan, atau izinkan plugin yang mengenal kata itu.

## English
The first word of a line belongs neither to `.sop`, nor to the profile, nor to a plugin.

**Why.** What the line says does not reach the document: a step loses its time, for example.

**Fix.** Take the nearest word that is offered, or allow the plugin that knows the word.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  wkatu 5 menit
# ^^^^^ unknown-word: kata "wkatu" tidak dikenal
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  waktu 5 menit
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="unknown-word",
    severity=Severity.ERROR,
    category="bahasa",
    source="bahasa .sop",
    title=Phrase("kata yang tidak dikenal", "a word that nobody knows"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
