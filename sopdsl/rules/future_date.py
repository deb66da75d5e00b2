"""Tanggal yang belum tiba.

## Indonesia
Tanggal pembuatan terletak di masa depan, SOP sudah dinyatakan berlaku sebelum tanggal efektifnya,
atau riwayat memuat peristiwa yang belum terjadi.

**Mengapa.** Tanggal pembuatan adalah tanggal SOP selesai dibuat (BSSN 4/2019 II.B.2.c), dan SOP
berlaku sejak tanggal efektif (II.B.2.e). Tanggal revisi boleh di masa depan: itu rencana peninjauan
(II.B.2.d).

**Perbaikan.** Periksa tahunnya; untuk SOP yang belum berlaku tulis `status rancangan`.

## English
The date of making lies in the future, the SOP is said to be in force before it takes effect, or its
history holds what has not happened yet.

**Why.** The date of making is the day the SOP was finished (BSSN 4/2019 II.B.2.c), and it holds
from the day it takes effect (II.B.2.e). The date of revision may lie ahead: it is a planned review
then (II.B.2.d).

**Fix.** Look at the year; for an SOP that is not in force yet write `status rancangan`.

## Bad
```sop
sop contoh "Contoh"
  dibuat   2052-02-03
#          ^^^^^^^^^^ future-date: tanggal pembuatan 2052-02-03 belum tiba
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  dibuat   2025-02-03
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.source import Span

META = RuleMeta(
    name="future-date",
    severity=Severity.WARNING,
    category="identitas",
    source="BSSN 4/2019 II.B.2.c–e",
    title=Phrase("tanggal yang belum tiba", "a date that lies in the future"),
)

_MADE = Phrase("tanggal pembuatan", "the date of making")
_EFFECTIVE = Phrase(
    'tanggal efektif SOP yang berstatus "berlaku"', 'the date that the SOP "berlaku" takes effect'
)
_EVENT = Phrase("tanggal peristiwa", "the date of the event")


def check(context: Context) -> Iterator[Diagnostic]:
    """Find dates after today, where only a past one makes sense."""
    identity = context.sop.identity
    dated: list[tuple[Phrase, date | None, Span]] = []
    if identity.made:
        dated.append((_MADE, identity.made.value, identity.made.span))
    if identity.effective and identity.status and identity.status.value == "berlaku":
        dated.append((_EFFECTIVE, identity.effective.value, identity.effective.span))
    dated += [(_EVENT, event.on, event.span) for event in context.sop.history]
    for name, day, span in dated:
        if day is not None and day > context.today:
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(f"{name.id} {day} belum tiba", f"{name.en} {day} lies in the future"),
                span,
                hints=(Phrase("periksa tanggalnya", "look at the date again"),),
            )
