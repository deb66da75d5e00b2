"""Urutan tanggal terbalik.

## Indonesia
SOP berlaku atau direvisi sebelum dibuat, atau riwayatnya tidak berurutan.

**Mengapa.** Tanggal pembuatan, revisi, dan efektif mengikuti tahap SOP (BSSN 4/2019 II.B.2.c sampai
e); urutan terbalik hampir selalu salah ketik.

**Perbaikan.** Periksa kedua tanggal yang disebut.

## English
The SOP is in force or revised before it was made, or its history is out of order.

**Why.** The dates of making, revising and taking effect follow the stages of an SOP (BSSN 4/2019
II.B.2.c to e); a reversed order is nearly always a slip of the pen.

**Fix.** Look at the two dates that are named.

## Bad
```sop
sop contoh "Contoh"
  dibuat  2019-04-11
  berlaku 2019-03-25
#         ^^^^^^^^^^ date-order: tanggal berlaku 2019-03-25 mendahului tanggal pembuatan 2019-04-11
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  dibuat  2019-03-25
  berlaku 2019-04-11
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Related, Severity
from sopdsl.language import Phrase
from sopdsl.source import Span

META = RuleMeta(
    name="date-order",
    severity=Severity.ERROR,
    category="identitas",
    source="BSSN 4/2019 II.B.2.c–e",
    title=Phrase("urutan tanggal terbalik", "dates in reversed order"),
)


_MADE = Phrase("tanggal pembuatan", "the date of making")
_REVISED = Phrase("tanggal revisi", "the date of revision")
_EFFECTIVE = Phrase("tanggal berlaku", "the date it takes effect")
_EVENT = Phrase("peristiwa", "the event of")
_BEFORE = Phrase("peristiwa di atasnya", "the event above it, of")

_Dated = tuple[Phrase, date, Span]


def check(context: Context) -> Iterator[Diagnostic]:
    """Find dates before those they must follow."""
    identity = context.sop.identity
    dates = ((_MADE, identity.made), (_REVISED, identity.revised), (_EFFECTIVE, identity.effective))
    made, *later = [
        (name, given.value, given.span) if given and given.value else None for name, given in dates
    ]
    for dated in later:
        if made and dated:
            yield from _compared(made, dated)
    events = [event for event in context.sop.history if event.on is not None]
    for before, after in pairwise(events):
        if before.on and after.on:
            yield from _compared((_BEFORE, before.on, before.span), (_EVENT, after.on, after.span))


def _compared(first: _Dated, second: _Dated) -> Iterator[Diagnostic]:
    if second[1] < first[1]:
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(
                f"{second[0].id} {second[1]} mendahului {first[0].id} {first[1]}",
                f"{second[0].en} {second[1]} lies before {first[0].en} {first[1]}",
            ),
            second[2],
            related=(Related(first[0], first[2]),),
        )
