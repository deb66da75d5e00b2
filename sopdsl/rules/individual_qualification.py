"""Kualifikasi untuk satu pelaksana saja.

## Indonesia
Butir kualifikasi diawali nama salah satu pelaksana.

**Mengapa.** Dalam SOP administratif, kualifikasi berlaku umum bagi semua pelaksana dan bukan
bersifat individu (BSSN 4/2019 II.B.2.k).

**Perbaikan.** Tulis kemampuannya tanpa menyebut siapa: "Mampu mengendalikan kontrak".

## English
A qualification begins with the name of one of the lanes.

**Why.** In administrative SOPs qualifications are general for all performers, not individual (BSSN
4/2019 II.B.2.k).

**Fix.** Write the ability without saying whose it is: "Mampu mengendalikan kontrak".

## Bad
```sop
sop contoh "Contoh"
kualifikasi
  "Ketua Tim mampu memimpin rapat"
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ individual-qualification: kualifikasi ini hanya untuk "Ketua Tim"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
kualifikasi
  "Mampu memimpin rapat"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.edits import own_items
from sopdsl.model.types import Section, Sop

META = RuleMeta(
    name="individual-qualification",
    severity=Severity.HINT,
    category="isi",
    source="BSSN 4/2019 II.B.2.k",
    title=Phrase("kualifikasi untuk satu pelaksana saja", "a qualification of one performer only"),
)

_WORD = re.compile(r"\w+")
_LONGEST = 12  # words of a name


def check(context: Context) -> Iterator[Diagnostic]:
    """Find qualifications that begin with the name of a lane."""
    sop = context.sop
    if "teknis" in sop.identity.kinds:
        return
    names = _names(sop)
    for item in own_items(sop, Section.KUALIFIKASI):
        named = _named_first(item.text, names)
        if named is not None:
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(f'kualifikasi ini hanya untuk "{named}"', f'this qualifies "{named}" only'),
                item.span,
                hints=(
                    Phrase(
                        "tulis kemampuannya tanpa menyebut pelaksana",
                        "write the ability without naming a performer",
                    ),
                ),
            )


def _named_first(text: str, names: dict[str, str]) -> str | None:
    """Return the printed name of the lane that a text begins with, the longest if several fit."""
    words = _WORD.findall(text.casefold())[:_LONGEST]
    for length in range(len(words), 0, -1):
        named = names.get(" ".join(words[:length]))
        if named is not None:
            return named
    return None


def _names(sop: Sop) -> dict[str, str]:
    """Return what lanes are called, in small letters, with the printed name of each."""
    lanes = {lane.id: lane for chart in sop.charts for lane in (*chart.lanes, *chart.unused)}
    return {
        " ".join(_WORD.findall(name.casefold())): lane.title
        for lane in lanes.values()
        for name in (lane.title, *lane.aliases)
        if name.strip()
    }
