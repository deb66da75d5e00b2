"""Langkah pertama tidak di sisi kiri.

## Indonesia
`pelaksana tetap` menahan urutan yang menaruh langkah pertama bukan pada lajur paling kiri.

**Mengapa.** Kegiatan selalu dimulai dari sisi kiri (BSSN 4/2019 II.B.3). 21 persen SOP yang sudah
ditandatangani menyimpang.

**Perbaikan.** Hapus kata `tetap`, atau pindahkan lajur pelaku pertama ke kiri.

## English
`pelaksana tetap` keeps an order in which the first step is not in the leftmost lane.

**Why.** The activity always begins at the left (BSSN 4/2019 II.B.3). 21 per cent of signed SOPs
depart from this.

**Fix.** Delete the word `tetap`, or move the lane that acts first to the left.

## Bad
```sop
sop contoh "Contoh"
pelaksana tetap
  ketua "Ketua Tim"
  anggota "Anggota Tim"
mulai oleh anggota "Menyusun konsep"
#^^^^ first-step-not-left: langkah pertama dilakukan "anggota", padahal lajur paling kiri "ketua"
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

META = RuleMeta(
    name="first-step-not-left",
    severity=Severity.WARNING,
    category="alur",
    source="BSSN 4/2019 II.B.3",
    title=Phrase("langkah pertama tidak di sisi kiri", "a first step that is not at the left"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find charts whose first actor is not in the leftmost lane."""
    for chart in context.sop.charts:
        first = chart.steps[0]
        if not first.lanes or first.lanes[0] == chart.lanes[0].id:
            continue
        acting, leftmost = first.lanes[0], chart.lanes[0].id
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(
                f'langkah pertama dilakukan "{acting}", padahal lajur paling kiri "{leftmost}"',
                f'the first step is done by "{acting}", but the leftmost lane is "{leftmost}"',
            ),
            first.name_span,
            hints=(
                Phrase(
                    f'hapus "tetap", atau pindahkan "{acting}" ke paling atas dalam "pelaksana"',
                    f'delete "tetap", or move "{acting}" to the top of "pelaksana"',
                ),
            ),
        )
