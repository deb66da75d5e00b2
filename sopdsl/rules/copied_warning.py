"""Peringatan salinan.

## Indonesia
Peringatan memuat kalimat umum yang beredar dari dokumen ke dokumen, atau kalimat yang sama dua
kali.

**Mengapa.** Peringatan menerangkan apa yang dapat terjadi pada kegiatan *ini* (BSSN 4/2019
II.B.2.j). 153 dari 348 SOP yang sudah ditandatangani memuat kalimat salinan yang sama.

**Perbaikan.** Tulis akibat yang nyata bagi kegiatan ini. Opsi `kalimat` menambah daftar kalimat
yang dikenali.

## English
The warnings hold a general sentence that wanders from document to document, or one sentence twice.

**Why.** Warnings say what may happen in *this* activity (BSSN 4/2019 II.B.2.j). 153 of 348 signed
SOPs hold the same copied sentence.

**Fix.** Write what really follows here. The option `kalimat` adds sentences to look for.

## Bad
```sop
sop contoh "Contoh"
peringatan
  "Segala bentuk penyimpangan atas mutu baku adalah kegagalan"
# ^ copied-warning: kalimat umum
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
peringatan
  "Apabila konsep terlambat disusun maka rapat pimpinan ditunda."
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from sopdsl.checks import Context, Option, RuleMeta
from sopdsl.diagnostics import Diagnostic, Related, Severity
from sopdsl.language import Phrase
from sopdsl.model.edits import own_items
from sopdsl.model.types import Item, Section

META = RuleMeta(
    name="copied-warning",
    severity=Severity.HINT,
    category="isi",
    source="BSSN 4/2019 II.B.2.j",
    title=Phrase("peringatan salinan", "a copied warning"),
    options={
        "kalimat": Option(
            (),
            Phrase(
                "kalimat umum lain yang dikenali sebagai salinan",
                "further general sentences that count as copied",
            ),
        )
    },
)

_COPIED = (
    "pelaksana bertanggung jawab atas pelaksanaan aktivitas yang telah ditetapkan",
    "segala bentuk penyimpangan atas mutu baku",
    "sop ini tidak dilaksanakan berdampak pada inefisiensi pelaksanaan tugas",
    "sop ini dilaksanakan berdampak pada efisiensi dan efektivitas pelaksanaan kegiatan",
    "maksud dan tujuan",
)
_SIGN = re.compile(r"\W+")


def check(context: Context) -> Iterator[Diagnostic]:
    """Find sentences that say nothing about this document, and sentences said twice."""
    added = cast("tuple[str, ...]", context.options["kalimat"])
    copied = [letters for sentence in (*_COPIED, *added) if (letters := _letters(sentence))]
    first: dict[str, Item] = {}
    for item in own_items(context.sop, Section.PERINGATAN):
        letters = _letters(item.text)
        earlier = first.setdefault(letters, item)
        if letters and earlier is not item:
            message = Phrase("kalimat ini sudah ditulis", "this sentence is written already")
            before = Related(Phrase("pertama kali di sini", "first written here"), earlier.span)
            yield Diagnostic(META.name, META.severity, message, item.span, related=(before,))
        elif any(sentence in letters for sentence in copied):
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    "kalimat umum yang dipakai banyak SOP", "a general sentence that many SOPs hold"
                ),
                item.span,
                hints=(
                    Phrase(
                        "tulis apa yang dapat terjadi pada kegiatan ini",
                        "write what may happen in this activity",
                    ),
                ),
            )


def _letters(text: str) -> str:
    """Return a text for comparing: spacing, signs and capitals differ from copy to copy."""
    return _SIGN.sub("", text.casefold())
