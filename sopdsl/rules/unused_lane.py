"""Pelaksana yang tidak melakukan apa pun.

## Indonesia
Pelaksana ini dinyatakan, tetapi tidak ada langkah yang dilakukannya.

**Mengapa.** Setiap unsur mempunyai peran (BSSN 4/2019 I.F.5); lajur kosong hanya mengambil tempat,
maka tidak digambar.

**Perbaikan.** Hapus barisnya, atau sebut pelaksana itu pada langkahnya.

## English
This lane is declared, but no step is done by it.

**Why.** Every element has a role (BSSN 4/2019 I.F.5); an empty column only takes space, so it is
not drawn.

**Fix.** Delete the line, or name the lane in its step.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
  anggota "Anggota Tim"
# ^^^^^^^^^^^^^^^^^^^^^ unused-lane: pelaksana "anggota" tidak melakukan langkah apa pun
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
  anggota "Anggota Tim"
mulai oleh anggota "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.types import Lane
from sopdsl.source import Position, Source, Span

META = RuleMeta(
    name="unused-lane",
    severity=Severity.WARNING,
    category="alur",
    source="BSSN 4/2019 I.F.5",
    title=Phrase("pelaksana tanpa langkah", "a lane without a step"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find declared lanes that act in no chart."""
    charts = context.sop.charts
    acting = {(lane.file, lane.span) for chart in charts for lane in chart.lanes}
    idle = dict.fromkeys(
        lane
        for chart in charts
        for lane in chart.unused
        if (lane.file, lane.span) not in acting and lane.file == context.source.name
    )
    for lane in idle:
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(
                f'pelaksana "{lane.id}" tidak melakukan langkah apa pun',
                f'the lane "{lane.id}" does no step',
            ),
            lane.span,
            fixes=(_without(context.source, lane),),
        )


def _without(source: Source, lane: Lane) -> Fix:
    first = source.position(lane.span.start).line
    after = source.position(lane.span.end).line + 1
    lines = Span(source.lines.offset(Position(first, 0)), source.lines.offset(Position(after, 0)))
    title = Phrase(f'hapus pelaksana "{lane.id}"', f'delete the lane "{lane.id}"')
    return Fix(title, (TextEdit(lines, ""),))
