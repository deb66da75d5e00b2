"""Aktivitas tanpa kata kerja aktif.

## Indonesia
Aktivitas langkah ini tidak diawali kata kerja aktif (me-, ber-).

**Mengapa.** Aktivitas memakai kata kerja aktif yang diikuti objek dan keterangan (BSSN 4/2019
II.B.3), supaya jelas apa yang dikerjakan. Kurang dari separuh aktivitas pada SOP yang sudah
ditandatangani menaatinya, maka ini anjuran.

**Perbaikan.** Ganti kata bendanya dengan kata kerjanya: "Penulisan surat" menjadi "Menulis surat".
Kata kerja yang belum dikenal didaftarkan dalam `sop.toml`: `aturan.not-active-verb.kata-kerja =
["apel"]`.

## English
The activity of this step does not begin with an active verb (me-, ber-).

**Why.** An activity is an active verb, followed by its object and circumstance (BSSN 4/2019
II.B.3), so that it is plain what is done. Less than half of the activities in signed SOPs keep to
this, so it is advice.

**Fix.** Write the verb instead of the noun: "Penulisan surat" becomes "Menulis surat". A verb that
is not known here is listed in `sop.toml`: `aturan.not-active-verb.kata-kerja = ["apel"]`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Penulisan surat"
#                 ^^^^^^^^^ not-active-verb: "Penulisan" bukan kata kerja aktif
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menulis surat"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from sopdsl.bahasa import first_word, is_active_verb, leading_subject, verb_phrase
from sopdsl.checks import Context, Option, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.types import Step
from sopdsl.source import Span

META = RuleMeta(
    name="not-active-verb",
    severity=Severity.WARNING,
    category="bahasa",
    source="BSSN 4/2019 II.B.3",
    title=Phrase(
        "aktivitas yang tidak diawali kata kerja aktif",
        "an activity that does not begin with an active verb",
    ),
    options={
        "kata-kerja": Option(
            (),
            Phrase("kata lain yang diterima sebagai kata kerja", "more words to take for verbs"),
        ),
    },
)

_NAMES = 100  # of performers looked at; real charts have up to 15


def check(context: Context) -> Iterator[Diagnostic]:
    """Find activities whose first word is no active verb."""
    also = {word.lower() for word in cast("tuple[str, ...]", context.options["kata-kerja"])}
    for chart in context.sop.charts:
        names = [name for lane in chart.lanes for name in (lane.title, *lane.aliases)][:_NAMES]
        for step in chart.steps:
            start, word = first_word(step.activity)
            if not word or is_active_verb(word, also):
                continue
            if leading_subject(step.activity, names):
                continue  # `actor-in-activity` speaks of it, and a verb follows
            yield _finding(context, step, Span(start, start + len(word)))


def _finding(context: Context, step: Step, place: Span) -> Diagnostic:
    word = step.activity[place.start : place.end]
    text = Span(step.activity_span.start + 1, step.activity_span.end - 1)
    exact = context.source.slice(text) == step.activity  # no escapes, no broken lines
    better = verb_phrase(step.activity) if exact else None
    fixes: tuple[Fix, ...] = ()
    if better:
        title = Phrase(f'tulis "{better}"', f'write "{better}"')
        fixes = (Fix(title, (TextEdit(text, better),)),)
    return Diagnostic(
        META.name,
        META.severity,
        Phrase(f'"{word}" bukan kata kerja aktif', f'"{word}" is no active verb'),
        place.shifted(text.start) if exact else step.activity_span,
        hints=(
            Phrase(
                "awali aktivitas dengan kata kerja me- atau ber-",
                "begin the activity with a verb in me- or ber-",
            ),
        ),
        fixes=fixes,
    )
