"""Riwayat yang tidak menurut tahap.

## Indonesia
Riwayat memuat peristiwa yang tidak mungkin pada urutan itu, misalnya sosialisasi sebelum pengesahan
atau uji coba sesudahnya tanpa revisi.

**Mengapa.** SOP disusun, direviu, disimulasikan, diuji coba, baru disahkan, lalu disosialisasikan,
dipantau, dan dievaluasi (BSSN 4/2019 III.C.4 sampai III.E); perubahan sesudah pengesahan adalah
revisi.

**Perbaikan.** Periksa tanggal dan nama peristiwa, atau tambahkan peristiwa yang terlewat.

## English
The history holds an event that cannot stand there, such as a rollout before the approval, or a
trial after it without a revision.

**Why.** An SOP is written, reviewed, simulated, tried, then approved, and after that made known,
monitored and evaluated (BSSN 4/2019 III.C.4 to III.E); a change after the approval is a revision.

**Fix.** Look at the date and the name of the event, or add the one that was left out.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
riwayat
  2025-01-13 penyusunan
  2025-02-24 sosialisasi
# ^^^^^^^^^^^^^^^^^^^^^^ status-order: "sosialisasi" tercatat sebelum "pengesahan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
riwayat
  2025-01-13 penyusunan
  2025-02-03 uji-coba
  2025-02-17 pengesahan
  2025-02-24 sosialisasi
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.types import HistoryEvent

META = RuleMeta(
    name="status-order",
    severity=Severity.WARNING,
    category="identitas",
    source="BSSN 4/2019 III.C.4–5, III.E",
    title=Phrase("riwayat yang tidak menurut tahap", "a history that does not follow the stages"),
)

_APPROVAL, _REVISION = "pengesahan", "revisi"
_PREPARING = frozenset(("penyusunan", "reviu", "simulasi", "uji-coba"))
_USING = frozenset(("sosialisasi", "pemantauan", "evaluasi", _REVISION, "pencabutan"))


def check(context: Context) -> Iterator[Diagnostic]:
    """Find events of a stage that cannot have begun, or is over."""
    approved = False
    changing = True
    for event in context.sop.history:
        if event.event == _APPROVAL:
            approved, changing = True, False
        elif event.event in _USING and not approved:
            message = Phrase(
                f'"{event.event}" tercatat sebelum "{_APPROVAL}"',
                f'"{event.event}" is recorded before "{_APPROVAL}"',
            )
            yield _finding(event, message)
        elif event.event == _REVISION:
            changing = True
        elif event.event in _PREPARING and not changing:
            message = Phrase(
                f'"{event.event}" tercatat sesudah "{_APPROVAL}" tanpa "{_REVISION}"',
                f'"{event.event}" is recorded after "{_APPROVAL}" without "{_REVISION}"',
            )
            yield _finding(event, message)


def _finding(event: HistoryEvent, message: Phrase) -> Diagnostic:
    return Diagnostic(META.name, META.severity, message, event.span)
