"""Langkah belum berisi uraian aktivitas.

## Indonesia
Langkah ini tidak mempunyai teks aktivitas.

**Mengapa.** Kolom Aktivitas memuat kata kerja aktif dengan obyek dan keterangannya (BSSN 4/2019
II.B.3); baris tanpa aktivitas tidak menerangkan apa pun.

**Perbaikan.** Tulis aktivitasnya dalam tanda petik pada akhir baris.

## English
This step has no text for its activity.

**Why.** The column Aktivitas holds an active verb with its object and adverbial (BSSN 4/2019
II.B.3); a row without an activity explains nothing.

**Fix.** Write the activity in quotes at the end of the line.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua
#^^^^^^^^^^^^^^^ missing-activity: langkah 1 belum berisi uraian aktivitas
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
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
from sopdsl.model.query import called

META = RuleMeta(
    name="missing-activity",
    severity=Severity.ERROR,
    category="isi",
    source="BSSN 4/2019 II.B.3",
    title=Phrase("langkah tanpa uraian aktivitas", "a step without an activity"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find steps that say nothing."""
    for chart in context.sop.charts:
        for step in chart.steps:
            if not step.activity.strip() and not context.disputed(step.span):
                name = called(step)
                yield Diagnostic(
                    META.name,
                    META.severity,
                    Phrase(
                        f"{name.id} belum berisi uraian aktivitas", f"{name.en} has no activity"
                    ),
                    step.head,
                    hints=(
                        Phrase(
                            'tulis aktivitasnya dalam tanda petik, misalnya "Memeriksa berkas"',
                            'write the activity in quotes, e.g. "Memeriksa berkas"',
                        ),
                    ),
                )
