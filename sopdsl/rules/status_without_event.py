"""Status yang tidak tercatat dalam riwayat.

## Indonesia
Status menyatakan SOP berlaku atau dicabut, tetapi riwayat yang ditulis tidak memuat pengesahan atau
pencabutannya.

**Mengapa.** Setiap tahap SOP dicatat (BSSN 4/2019 III.C.5); status tanpa peristiwa tidak dapat
ditelusuri. SOP tanpa riwayat tidak diperiksa.

**Perbaikan.** Tambahkan peristiwanya ke `riwayat`, atau ganti `status`.

## English
The status says that the SOP is in force or revoked, and the history that is written holds no
approval or revocation.

**Why.** Every stage of an SOP is recorded (BSSN 4/2019 III.C.5); a status without its event cannot
be traced. An SOP without a history is left alone.

**Fix.** Add the event to `riwayat`, or change `status`.

## Bad
```sop
sop contoh "Contoh"
  status  dicabut
#         ^^^^^^^ status-without-event: status "dicabut" tanpa "pencabutan" dalam riwayat
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
riwayat
  2025-01-13 penyusunan
```

## Good
```sop
sop contoh "Contoh"
  status  rancangan
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
riwayat
  2025-01-13 penyusunan
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="status-without-event",
    severity=Severity.WARNING,
    category="identitas",
    source="BSSN 4/2019 III.C.5",
    title=Phrase(
        "status yang tidak tercatat dalam riwayat", "a status that the history does not record"
    ),
    whole_text=True,
)

_EVENTS = {
    "berlaku": "pengesahan",
    "disahkan": "pengesahan",
    "dicabut": "pencabutan",
    "reviu": "reviu",
    "simulasi": "simulasi",
    "uji-coba": "uji-coba",
}


def check(context: Context) -> Iterator[Diagnostic]:
    """Compare the status with the events of the history."""
    status, history = context.sop.identity.status, context.sop.history
    if status is None or not status.value or not history:
        return
    event = _EVENTS.get(status.value.casefold())
    if event is not None and all(one.event != event for one in history):
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(
                f'status "{status.value}" tanpa "{event}" dalam riwayat',
                f'the status "{status.value}" without "{event}" in the history',
            ),
            status.span,
            hints=(Phrase(f'catat "{event}" dalam riwayat', f'record "{event}" in the history'),),
        )
