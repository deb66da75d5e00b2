"""SOP yang terkait dengan dirinya sendiri.

## Indonesia
Keterkaitan menyebut SOP ini sendiri, dengan kodenya atau dengan judulnya.

**Mengapa.** Keterkaitan memuat SOP *lain* yang terkait langsung (BSSN 4/2019 II.B.2.i). Lebih dari
seperempat SOP yang sudah ditandatangani menyebut dirinya sendiri.

**Perbaikan.** Hapus butir itu.

## English
Keterkaitan names this very SOP, by its code or its title.

**Why.** Keterkaitan lists *other* SOPs that are directly linked (BSSN 4/2019 II.B.2.i). More than a
quarter of all signed SOPs name themselves.

**Fix.** Delete the item.

## Bad
```sop
sop contoh "Penyusunan Konsep"
keterkaitan
  @contoh
# ^^^^^^^ self-reference: keterkaitan menyebut SOP ini sendiri
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Penyusunan Konsep"
keterkaitan
  @reviu-sop
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity
from sopdsl.language import Phrase
from sopdsl.model.edits import own_items, without
from sopdsl.model.titles import bare_title
from sopdsl.model.types import Section

META = RuleMeta(
    name="self-reference",
    severity=Severity.WARNING,
    category="rujukan",
    source="BSSN 4/2019 II.B.2.i",
    title=Phrase("SOP yang terkait dengan dirinya sendiri", "an SOP that is linked to itself"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find items of Keterkaitan that mean this document."""
    sop = context.sop
    title = bare_title(sop.title)
    for item in own_items(sop, Section.KETERKAITAN):
        named = item.reference is not None and item.reference.name == sop.id
        titled = item.reference is None and bool(title) and bare_title(item.text) == title
        if not (named or titled):
            continue
        edit = without(context.source, item.span)
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase("keterkaitan menyebut SOP ini sendiri", "keterkaitan names this very SOP"),
            item.span,
            fixes=(Fix(Phrase("hapus butir ini", "delete this item"), (edit,)),) if edit else (),
        )
