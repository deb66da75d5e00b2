"""A record that is kept without a retention schedule.

## Indonesia

Arsip yang disebut pada `pencatatan` belum punya pernyataan `retensi` dengan teks yang sama.

**Mengapa.** Arsip tanpa jadwal retensi tidak dapat dipindahkan atau dimusnahkan secara sah.

**Perbaikan.** Tambahkan `retensi` untuk arsip itu di akhir berkas.

## English

A record named under `pencatatan` has no statement `retensi` with the same text.

**Why.** Without a retention schedule it can lawfully be neither transferred nor destroyed.

**Fix.** Add a `retensi` for it at the end of the file.

## Bad

```sop
sop contoh "Contoh"

pencatatan
  "Berkas permohonan cuti"
# ^^^^^^^^^^^^^^^^^^^^^^^^ record-without-retention: arsip "Berkas permohonan cuti" belum
```

## Good

```sop
sop contoh "Contoh"

pencatatan
  "Berkas permohonan cuti"

retensi "Berkas permohonan cuti"
  aktif    1
  inaktif  2
  nasib    musnah
```
"""

from collections.abc import Iterator

from sopdsl.api import (
    Context,
    Diagnostic,
    Fix,
    Phrase,
    RuleMeta,
    Section,
    Severity,
    Span,
    TextEdit,
)

META = RuleMeta(
    name="record-without-retention",
    severity=Severity.WARNING,
    category="isi",
    source="UU 43/2009 Ps. 48",
    title=Phrase("arsip tanpa jadwal retensi", "a record without a retention schedule"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Yield the records that no ``retensi`` speaks of."""
    scheduled = {
        extension.text.casefold()
        for extension in context.sop.extensions
        if extension.word == "retensi"
    }
    end = len(context.source.text)
    for item in context.sop.items(Section.PENCATATAN):
        if item.text and item.text.casefold() not in scheduled:
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f'arsip "{item.text}" belum punya retensi',
                    f'the record "{item.text}" has no retention schedule',
                ),
                item.span,
                fixes=(_schedule(item.text, end),),
            )


def _schedule(record: str, end: int) -> Fix:
    text = record.replace("\\", "\\\\").replace('"', '\\"')
    statement = f'\nretensi "{text}"\n  aktif    1\n  inaktif  2\n  nasib    dinilai\n'
    title = Phrase("tambahkan jadwal retensi", "add a retention schedule")
    return Fix(title, (TextEdit(Span(end, end), statement),))
