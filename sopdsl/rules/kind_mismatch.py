"""Jenis SOP tidak cocok dengan pelaksananya.

## Indonesia
SOP administratif hanya mempunyai satu pelaksana, atau SOP teknis mempunyai lebih dari satu.

**Mengapa.** SOP teknis dilakukan oleh satu orang, satu tim, atau satu jabatan; SOP administratif
oleh lebih dari satu pelaksana (BSSN 4/2019 I.C.2 dan 3, II.A.1).

**Perbaikan.** Ganti `jenis`, atau periksa siapa yang melakukan tiap langkah. Satu tim adalah satu
pelaksana.

## English
An administrative SOP has one performer only, or a technical one has several.

**Why.** A technical SOP is done by one person, one team or one post; an administrative one by more
than one performer (BSSN 4/2019 I.C.2 and 3, II.A.1).

**Fix.** Change `jenis`, or look again at who does what. A team is one performer.

## Bad
```sop
sop contoh "Contoh"
  jenis  administratif mikro
# ^^^^^^^^^^^^^^^^^^^^^^^^^^ kind-mismatch: SOP administratif ini hanya mempunyai satu pelaksana
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  jenis  teknis mikro
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.source import Span

META = RuleMeta(
    name="kind-mismatch",
    severity=Severity.WARNING,
    category="identitas",
    source="BSSN 4/2019 I.C.2–3, II.A.1",
    title=Phrase(
        "jenis SOP tidak cocok dengan pelaksananya", "a kind that does not fit the performers"
    ),
    whole_text=True,
)

_ADMINISTRATIVE, _TECHNICAL = "administratif", "teknis"


def check(context: Context) -> Iterator[Diagnostic]:
    """Compare the kind that is written with the number of lanes that act."""
    identity = context.sop.identity
    lanes = {lane.id: lane for chart in context.sop.charts for lane in chart.lanes}
    written = {_ADMINISTRATIVE, _TECHNICAL}.intersection(identity.kinds)
    understood = all(lane.declared for lane in lanes.values())
    if identity.kinds_span is None or len(written) != 1 or not lanes or not understood:
        return
    kind = written.pop()
    if (len(lanes) > 1) == (kind == _ADMINISTRATIVE):
        return
    if kind == _ADMINISTRATIVE:
        other, message = (
            _TECHNICAL,
            Phrase(
                "SOP administratif ini hanya mempunyai satu pelaksana",
                "this administrative SOP has one performer only",
            ),
        )
    else:
        other, message = (
            _ADMINISTRATIVE,
            Phrase(
                f"SOP teknis ini mempunyai {len(lanes)} pelaksana",
                f"this technical SOP has {len(lanes)} performers",
            ),
        )
    span = identity.kinds_span
    start = context.source.text.find(kind, span.start, span.end)
    edit = TextEdit(Span(start, start + len(kind)), other)
    title = Phrase(f'ganti menjadi "{other}"', f'change to "{other}"')
    fixes = (Fix(title, (edit,)),) if start >= 0 else ()
    yield Diagnostic(META.name, META.severity, message, span, fixes=fixes)
