"""Pelaksana disebut dalam aktivitas.

## Indonesia
Aktivitas langkah ini diawali nama pelaku, misalnya "PPK menetapkan SPPBJ".

**Mengapa.** Pelaksana dipisahkan dari kegiatan (BSSN 4/2019 II.B.3): siapa yang bertindak sudah
tampak dari lajurnya, dan bila keduanya berbeda pembaca bingung. 28 persen aktivitas pada SOP yang
sudah ditandatangani menyebut pelakunya.

**Perbaikan.** Hapus nama pelakunya, dan awali aktivitas dengan kata kerja. Sebutan jabatan yang
belum dikenal didaftarkan dalam `sop.toml`: `aturan.actor-in-activity.sebutan = ["juru-bayar"]`.

## English
The activity of this step begins with who acts, such as "PPK menetapkan SPPBJ".

**Why.** Performers are kept apart from the activity (BSSN 4/2019 II.B.3): the column shows who
acts, and where the two differ the reader is at a loss. 28 per cent of the activities in signed SOPs
name who acts.

**Fix.** Delete the name and begin with the verb. A name of an office that is not known here is
listed in `sop.toml`: `aturan.actor-in-activity.sebutan = ["juru-bayar"]`.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ppk "Pejabat Pembuat Komitmen"
mulai oleh ppk "PPK menetapkan SPPBJ"
#               ^^^ actor-in-activity: aktivitas menyebut pelakunya, "PPK"
selesai oleh ppk "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ppk "Pejabat Pembuat Komitmen"
mulai oleh ppk "Menetapkan SPPBJ"
selesai oleh ppk "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from sopdsl.bahasa import Subject, leading_subject
from sopdsl.checks import Context, Option, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.types import Step
from sopdsl.source import Span

META = RuleMeta(
    name="actor-in-activity",
    severity=Severity.WARNING,
    category="bahasa",
    source="BSSN 4/2019 II.B.3",
    title=Phrase("pelaksana disebut dalam aktivitas", "an activity that names who acts"),
    options={
        "sebutan": Option(
            (),
            Phrase("kata pertama sebutan jabatan lain", "more first words of names of offices"),
        ),
    },
)

_NAMES = 100  # of performers looked at; real charts have up to 15


def check(context: Context) -> Iterator[Diagnostic]:
    """Find activities that begin with who acts."""
    also = {word.lower() for word in cast("tuple[str, ...]", context.options["sebutan"])}
    for chart in context.sop.charts:
        names = [name for lane in chart.lanes for name in (lane.title, *lane.aliases)][:_NAMES]
        for step in chart.steps:
            subject = leading_subject(step.activity, names, also)
            if subject:
                yield _finding(context, step, subject)


def _finding(context: Context, step: Step, subject: Subject) -> Diagnostic:
    text = Span(step.activity_span.start + 1, step.activity_span.end - 1)
    exact = context.source.slice(text) == step.activity  # no escapes, no broken lines
    actor = step.activity[subject.start : subject.end].strip()
    activity = step.activity[subject.end :]
    activity = activity[:1].upper() + activity[1:]
    title = Phrase("hapus pelakunya", "delete who acts")
    edit = TextEdit(Span(text.start + subject.start, text.end), activity)
    return Diagnostic(
        META.name,
        META.severity,
        Phrase(
            f'aktivitas menyebut pelakunya, "{actor}"', f'the activity names who acts, "{actor}"'
        ),
        Span(subject.start, subject.start + len(actor)).shifted(text.start)
        if exact
        else step.activity_span,
        hints=(
            Phrase(
                "cukup kata kerja dan objeknya; pelaku tampak dari lajurnya",
                "the verb and its object will do; the column shows who acts",
            ),
        ),
        fixes=(Fix(title, (edit,)),) if exact else (),
    )
