"""Tanggal pembuatan atau tanggal efektif belum ada.

## Indonesia
SOP yang sudah berlaku belum menyebut kapan dibuat atau kapan mulai berlaku.

**Mengapa.** Bagian identitas memuat tanggal pembuatan dan tanggal efektif (BSSN 4/2019 II.B.2.c dan
e). Tanggal revisi boleh "-" pada terbitan pertama.

**Perbaikan.** Isi `dibuat` atau `berlaku`, atau tulis `status rancangan` bila SOP belum berlaku.

## English
An SOP that is in force does not say when it was made or when it took effect.

**Why.** The identity part holds the date of making and the date it takes effect (BSSN 4/2019
II.B.2.c and e). The date of revision may be "-" in a first issue.

**Fix.** Fill in `dibuat` or `berlaku`, or write `status rancangan` when it is not in force yet.

## Bad
```sop
sop contoh "Contoh"
  dibuat   -
#          ^ missing-date: SOP yang sudah berlaku ini belum menyebut tanggal pembuatan
  berlaku  2025-03-03
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  dibuat   2025-02-03
  berlaku  2025-03-03
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="missing-date",
    severity=Severity.ERROR,
    category="identitas",
    source="BSSN 4/2019 II.B.2.c–e",
    title=Phrase("tanggal yang belum diisi", "a date that is not filled in"),
    whole_text=True,
)

_NAMES = {
    "dibuat": Phrase("tanggal pembuatan", "the date of making"),
    "direvisi": Phrase("tanggal revisi", "the date of revision"),
    "berlaku": Phrase("tanggal efektif", "the date it takes effect"),
}


def check(context: Context) -> Iterator[Diagnostic]:
    """Find the dates that a document in force does not give."""
    identity = context.sop.identity
    dates = (identity.made, identity.revised, identity.effective)
    for (word, name), given in zip(_NAMES.items(), dates, strict=True):
        severity = context.weight_of_missing(word)
        span = given.span if given else context.sop.head
        if severity is None or (given and given.value) or (given and context.disputed(span)):
            continue
        yield Diagnostic(
            META.name,
            severity,
            Phrase(
                f"SOP yang sudah berlaku ini belum menyebut {name.id}",
                f"this SOP is in force and does not give {name.en}",
            ),
            span,
            hints=(Phrase(f'isi "{word}"', f'fill in "{word}"'),),
        )
