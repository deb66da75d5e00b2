"""Beberapa aktivitas dalam satu langkah.

## Indonesia
Aktivitas langkah ini menggabungkan dua pekerjaan dengan "dan me-…".

**Mengapa.** Satu baris memuat satu aktivitas dengan satu mutu baku (BSSN 4/2019 II.B.3). Baris yang
memuat dua pekerjaan tidak dapat diukur satu per satu. Contoh dalam peraturan itu sendiri pun
melakukannya, maka ini saran.

**Perbaikan.** Pecah menjadi dua langkah bila pelakunya, waktunya, atau hasilnya berbeda.

## English
The activity of this step joins two pieces of work by "dan me-…" (and …).

**Why.** A row holds one activity with one quality standard (BSSN 4/2019 II.B.3). What is joined
cannot be measured apart. The example in that very regulation does it too, so this is a hint.

**Fix.** Make two steps of it where performer, time or output differ.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep dan mengirim konsep"
#                                 ^^^ several-activities: langkah 1 menggabungkan beberapa aktivitas
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
langkah oleh ketua "Mengirim konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopdsl.bahasa import is_active_verb
from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.query import called
from sopdsl.source import Span

META = RuleMeta(
    name="several-activities",
    severity=Severity.HINT,
    category="bahasa",
    source="BSSN 4/2019 II.B.3",
    title=Phrase("beberapa aktivitas dalam satu langkah", "several activities in one step"),
)

_JOINED = re.compile(
    r"\b(dan(?:/atau)?|serta|lalu|kemudian|sekaligus)\s+(?:juga\s+|segera\s+)?(me[a-z-]+)",
    re.IGNORECASE,
)
_LONGEST = 2_000  # characters looked at; the longest real one has 658
_BOUND = re.compile(
    r"\b(?:untuk|guna|agar|supaya|yang|cara|tanpa|jika|bila|apabila|dalam\s+(?:rangka|hal))\b"
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find activities with a second active verb joined to the first."""
    for chart in context.sop.charts:
        for step in chart.steps:
            found = _second(step.activity[:_LONGEST])
            if found is None:
                continue
            text = Span(step.activity_span.start + 1, step.activity_span.end - 1)
            exact = context.source.slice(text) == step.activity
            name = called(step)
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f'{name.id} menggabungkan beberapa aktivitas: "{found[0]}"',
                    f'{name.en} joins several activities: "{found[0]}"',
                ),
                Span(*found.span(1)).shifted(text.start) if exact else step.activity_span,
                hints=(
                    Phrase(
                        "pecah menjadi dua langkah bila pelaku, waktu, atau hasilnya berbeda",
                        "make two steps where performer, time or output differ",
                    ),
                ),
            )


def _second(activity: str) -> re.Match[str] | None:
    """Return where a second verb is joined; verbs of a purpose ("untuk …") are none of that."""
    for found in _JOINED.finditer(activity):
        clause = re.split(r"[,.;:(]", activity[: found.start()].lower())[-1]
        if is_active_verb(found[2]) and not _BOUND.search(clause):
            return found
    return None
