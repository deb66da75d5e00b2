"""Aktivitas yang panjang.

## Indonesia
Aktivitas langkah ini memuat lebih banyak kata daripada batasnya (bawaan 25).

**Mengapa.** SOP harus mudah dan jelas, juga bagi orang baru (BSSN 4/2019 I.E.1). Separuh aktivitas
pada SOP yang sudah ditandatangani memuat kurang dari 53 huruf.

**Perbaikan.** Ringkas menjadi kata kerja, objek, dan keterangan; rinciannya pindah ke instruksi
kerja atau Keterangan. Batasnya diatur dalam `sop.toml`: `aturan.long-activity.kata = 30`.

## English
The activity of this step has more words than the limit (25 unless told otherwise).

**Why.** An SOP is to be easy and plain, for newcomers too (BSSN 4/2019 I.E.1). Half of the
activities in signed SOPs have fewer than 53 letters.

**Fix.** Keep to verb, object and circumstance; move the details to a work instruction or to
Keterangan. The limit is set in `sop.toml`: `aturan.long-activity.kata = 30`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah oleh ketua "Memeriksa satu per satu semua lembar yang ada dalam map merah di atas meja
#^^^^^^ long-activity: aktivitas langkah 2 memuat 30 kata
  panjang di ruang rapat besar lantai dua gedung lama sebelum jam kerja pada hari itu berakhir"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah oleh ketua "Memeriksa semua lembar dalam map merah"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from sopdsl.checks import Context, Option, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import called

META = RuleMeta(
    name="long-activity",
    severity=Severity.HINT,
    category="bahasa",
    source="BSSN 4/2019 I.E.1",
    title=Phrase("aktivitas yang panjang", "a long activity"),
    options={"kata": Option(25, Phrase("paling banyak kata", "most words"))},
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find activities with more words than the limit."""
    limit = cast("int", context.options["kata"])
    for chart in context.sop.charts:
        for step in chart.steps:
            words = len(step.activity.split())
            if words > limit:
                name = called(step)
                yield Diagnostic(
                    META.name,
                    META.severity,
                    Phrase(
                        f"aktivitas {name.id} memuat {words} kata, lebih dari {limit}",
                        f"the activity of {name.en} has {words} words, more than {limit}",
                    ),
                    step.name_span,
                    hints=(
                        Phrase(
                            "ringkas, atau pindahkan rinciannya ke keterangan",
                            "shorten it, or move the details to keterangan",
                        ),
                    ),
                )
