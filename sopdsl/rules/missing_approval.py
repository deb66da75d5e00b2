"""Pengesahan belum lengkap.

## Indonesia
SOP yang sudah berlaku belum menyebut jabatan atau nama pejabat yang mengesahkan.

**Mengapa.** Pengesahan memuat jabatan, nama, dan NIP pejabat yang berwenang (BSSN 4/2019 II.B.2.f);
SOP ditetapkan oleh pimpinan (I.E.8). NIP tidak diminta di sini: tidak semua pejabat mempunyainya.

**Perbaikan.** Tulis `disahkan "Jabatan" oleh "Nama"`, atau `status rancangan` bila belum berlaku.

## English
An SOP that is in force does not name the office or the person that approved it.

**Why.** The approval holds office, name and NIP of the competent official (BSSN 4/2019 II.B.2.f);
an SOP is decided by the head (I.E.8). The NIP is not asked for here: not every official has one.

**Fix.** Write `disahkan "Office" oleh "Name"`, or `status rancangan` when it is not in force yet.

## Bad
```sop
sop contoh "Contoh"
  berlaku   2025-03-03
  disahkan  "Kepala Badan"
# ^^^^^^^^^^^^^^^^^^^^^^^^ missing-approval: pengesahan belum menyebut nama pejabat
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  berlaku   2025-03-03
  disahkan  "Kepala Badan" oleh "Ratna Kusumaningrum"
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
from sopdsl.model.types import Approval

META = RuleMeta(
    name="missing-approval",
    severity=Severity.ERROR,
    category="identitas",
    source="BSSN 4/2019 II.B.2.f",
    title=Phrase("pengesahan belum lengkap", "an approval that is not complete"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find a document in force that does not say who approved it."""
    severity = context.weight_of_missing("disahkan")
    given = context.sop.identity.approval
    if severity is None or (given and context.disputed(given.span)):
        return
    message = _missing(given.value if given else None)
    if message is not None:
        yield Diagnostic(
            META.name,
            severity,
            message,
            given.span if given else context.sop.head,
            hints=(
                Phrase(
                    'tulis disahkan "Jabatan" oleh "Nama"', 'write disahkan "Office" oleh "Name"'
                ),
            ),
        )


def _missing(approval: Approval | None) -> Phrase | None:
    if approval is None:
        return Phrase(
            "SOP yang sudah berlaku ini belum menyebut pejabat yang mengesahkan",
            "this SOP is in force and does not say who approved it",
        )
    if not approval.office.strip():
        return Phrase("pengesahan belum menyebut jabatan", "the approval does not name the office")
    if not approval.person.strip():
        return Phrase(
            "pengesahan belum menyebut nama pejabat", "the approval does not name the official"
        )
    return None
