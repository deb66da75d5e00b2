"""Bentuk tulisan tidak dikenal.

## Indonesia
Pernyataan ini tidak ditulis menurut aturan bahasa `.sop`. Pernyataan lain tetap dibaca.

**Mengapa.** Yang tidak terbaca tidak tergambar. Setiap baris yang dimulai di tepi kiri adalah satu
pernyataan; baris yang menjorok menjadi isinya; teks ditulis dalam tanda petik.

**Perbaikan.** Pesannya menyebut apa yang ditemukan dan apa yang boleh berada di tempat itu.

## English
This statement is not written by the rules of `.sop`. All other statements are read all the same.

**Why.** What cannot be read is not drawn. Every line that starts at the margin is a statement;
indented lines belong to it; texts stand in quotes.

**Fix.** The message says what was found and what may stand in its place.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  output = "Konsep"
#        ^ syntax-error
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
  output "Konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="syntax-error",
    severity=Severity.ERROR,
    category="bahasa",
    source="bahasa .sop",
    title=Phrase("bentuk tulisan tidak dikenal", "a form that the language does not know"),
)


def check(context: Context) -> Iterable[Diagnostic]:
    """Hand on what was found while the text was read."""
    return context.found.get(META.name, ())
