"""SOP makro yang tidak merujuk SOP mikro.

## Indonesia
SOP ini makro, tetapi tidak satu langkah pun merujuk SOP lain.

**Mengapa.** SOP makro mencakup beberapa SOP mikro (BSSN 4/2019 I.C.4); langkahnya dijalankan oleh
SOP mikro itu.

**Perbaikan.** Tulis `rujuk @kode` pada langkah yang dijalankan oleh SOP mikro, atau ganti jenisnya
menjadi `mikro`.

## English
This is a macro SOP, and none of its steps refers to another SOP.

**Why.** A macro SOP covers several micro SOPs (BSSN 4/2019 I.C.4), which carry out its steps.

**Fix.** Write `rujuk @code` at the steps that a micro SOP carries out, or call it `mikro`.

## Bad
```sop
sop contoh "Contoh"
  jenis  administratif makro
# ^^^^^^^^^^^^^^^^^^^^^^^^^^ macro-without-micro: SOP makro ini tidak merujuk SOP mikro
pelaksana
  ketua "Ketua Tim"
  anggota "Anggota Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh anggota "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  jenis  administratif makro
keterkaitan
  @reviu-sop
pelaksana
  ketua "Ketua Tim"
  anggota "Anggota Tim"
mulai oleh ketua "Menyusun konsep"
  rujuk @reviu-sop
selesai oleh anggota "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="macro-without-micro",
    severity=Severity.WARNING,
    category="rujukan",
    source="BSSN 4/2019 I.C.4",
    title=Phrase("SOP makro tanpa SOP mikro", "a macro SOP without micro SOPs"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find a macro SOP whose steps refer to none."""
    identity = context.sop.identity
    steps = [step for chart in context.sop.charts for step in chart.steps]
    refers = any(step.call or any(one.reference for one in step.remarks) for step in steps)
    if "makro" not in identity.kinds or identity.kinds_span is None or not steps or refers:
        return
    yield Diagnostic(
        META.name,
        META.severity,
        Phrase("SOP makro ini tidak merujuk SOP mikro", "this macro SOP refers to no micro SOP"),
        identity.kinds_span,
        hints=(
            Phrase(
                'tulis "rujuk @kode" pada langkah yang dijalankan oleh SOP mikro',
                'write "rujuk @code" at the steps that a micro SOP carries out',
            ),
        ),
    )
