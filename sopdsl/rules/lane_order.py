"""Urutan pelaksana bukan urutan kegiatan.

## Indonesia
`pelaksana tetap` menahan urutan yang berbeda dari urutan kegiatan.

**Mengapa.** Pelaksana disusun menurut urutan kegiatan, tidak menurut hierarki, dan kegiatan selalu
dimulai dari sisi kiri (BSSN 4/2019 II.B.3). 13 sampai 21 persen SOP yang sudah ditandatangani
menyimpang dari ini.

**Perbaikan.** Hapus kata `tetap`, maka urutannya dihitung sendiri.

## English
`pelaksana tetap` keeps an order that is not the order of activities.

**Why.** Lanes stand in the order of activities, not of rank, and the activity always begins at the
left (BSSN 4/2019 II.B.3). 13 to 21 per cent of signed SOPs depart from this.

**Fix.** Delete the word `tetap`: the order is then found by itself.

## Bad
```sop
sop contoh "Contoh"
pelaksana tetap
  ketua "Ketua Tim"
# ^^^^^^^^^^^^^^^^^ lane-order: pelaksana "ketua" berdiri di kiri "anggota"
  anggota "Anggota Tim"
mulai oleh anggota "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana tetap
  anggota "Anggota Tim"
  ketua "Ketua Tim"
mulai oleh anggota "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.lanes import by_activity

META = RuleMeta(
    name="lane-order",
    severity=Severity.WARNING,
    category="alur",
    source="BSSN 4/2019 II.B.3",
    title=Phrase(
        "urutan pelaksana bukan urutan kegiatan", "lanes that do not stand in order of activity"
    ),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find the first lane of a chart with a fixed order that stands too far left."""
    for chart in context.sop.charts:
        if not chart.fixed_order:
            continue
        lanes = {lane.id: lane for lane in chart.lanes}
        first = dict.fromkeys(lane for step in chart.steps for lane in step.lanes)
        natural = by_activity([lanes[lane] for lane in first])
        for printed, wanted in zip(chart.lanes, natural, strict=True):
            if printed != wanted:
                yield Diagnostic(
                    META.name,
                    META.severity,
                    Phrase(
                        f'pelaksana "{printed.id}" berdiri di kiri "{wanted.id}" yang bertindak '
                        "lebih dahulu",
                        f'the lane "{printed.id}" stands left of "{wanted.id}", which acts first',
                    ),
                    printed.span if printed.file == context.source.name else chart.span,
                    hints=(
                        Phrase(
                            'hapus "tetap" agar urutannya dihitung sendiri',
                            'delete "tetap", and the order is found by itself',
                        ),
                    ),
                )
                break
