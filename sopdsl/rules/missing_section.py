"""Bagian identitas yang diminta peraturan belum ada.

## Indonesia
SOP yang sudah berlaku belum memuat keterkaitan, peringatan, kualifikasi, peralatan, pencatatan,
atau unit pembuatnya.

**Mengapa.** Bagian identitas memuat huruf a sampai m (BSSN 4/2019 II.B.2). Lebih dari setengah SOP
yang sudah ditandatangani mengosongkan pencatatan, jadi ini peringatan, bukan galat. Bagian mana
yang wajib ditentukan oleh profil (`required`).

**Perbaikan.** Tulis bagian itu; bila memang tidak ada isinya, tulis `"-"` sebagai butirnya.

## English
An SOP that is in force lacks related SOPs, warnings, qualifications, tools, records, or the unit
that made it.

**Why.** The identity part holds letters a to m (BSSN 4/2019 II.B.2). More than half of all signed
SOPs leave the records empty, so this is a warning and no error. Which parts are required is for the
profile to say (`required`).

**Fix.** Write the part; when there is nothing to say, write `"-"` as its item.

## Bad
```sop
sop contoh "Contoh"
  berlaku  2025-03-03
  unit     "Badan" > "Bagian"
keterkaitan
  "-"
peringatan
  "Apabila konsep tidak disusun maka rapat ditunda."
kualifikasi
  "Memahami tata naskah dinas"
peralatan
  "Komputer"
pencatatan
#^^^^^^^^^ missing-section: bagian "pencatatan" belum berisi
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  berlaku  2025-03-03
  unit     "Badan" > "Bagian"
keterkaitan
  "-"
peringatan
  "Apabila konsep tidak disusun maka rapat ditunda."
kualifikasi
  "Memahami tata naskah dinas"
peralatan
  "Komputer"
pencatatan
  "Buku agenda oleh Ketua Tim"
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
from sopdsl.model.types import Section

META = RuleMeta(
    name="missing-section",
    severity=Severity.WARNING,
    category="isi",
    source="BSSN 4/2019 II.B.2.a, i–m",
    title=Phrase("bagian identitas yang belum ada", "a part of the identity block is missing"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find the parts that a document in force leaves out; its legal basis has a rule of its own."""
    sop = context.sop
    if context.weight_of_missing("unit") is not None and not any(sop.identity.unit):
        yield _finding(
            context, "unit", Phrase("unit pembuat SOP belum disebut", "the SOP names no unit")
        )
    written = dict(sop.section_spans)
    for section in Section:
        wanted = context.weight_of_missing(section.value) is not None
        if section is Section.DASAR_HUKUM or not wanted or sop.items(section):
            continue
        message = Phrase(f'bagian "{section}" belum ada', f'the section "{section}" is missing')
        if section in written:
            message = Phrase(
                f'bagian "{section}" belum berisi', f'the section "{section}" is empty'
            )
        yield _finding(context, section.value, message)


def _finding(context: Context, word: str, message: Phrase) -> Diagnostic:
    sop = context.sop
    places = {section.value: span for section, span in sop.section_spans}
    span = places.get(word) or (sop.identity.unit_span if word == "unit" else None) or sop.head
    hint = Phrase(f'tulis "{word}" beserta isinya', f'write "{word}" and what belongs to it')
    return Diagnostic(META.name, META.severity, message, span, (hint,))
