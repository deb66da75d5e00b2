"""Pustaka yang tidak dipakai.

## Indonesia
Tidak satu pun pelaksana, peraturan, atau isian dari pustaka ini dipakai dokumen.

**Mengapa.** Dokumen bergantung pada setiap pustaka yang disebutnya: bila pustaka itu berubah,
dokumen ini ikut diperiksa lagi (BSSN 4/2019 I.F.5). Yang tidak dipakai hanya menyesatkan.

**Perbaikan.** Hapus baris `gunakan`, atau pakai isinya.

## English
No lane, regulation or item of this library is used by the document.

**Why.** A document depends on every library it names: when that changes, the document is checked
again (BSSN 4/2019 I.F.5). One that is not used only misleads.

**Fix.** Delete the line `gunakan`, or use what it offers.

## Bad
```sop
sop contoh "Contoh"
gunakan "umum/jabatan.sop"
#       ^^^^^^^^^^^^^^^^^^ unused-library: tidak ada isi pustaka "umum/jabatan.sop" yang dipakai
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
gunakan "umum/jabatan.sop"
mulai oleh juru-buku "Menyusun konsep"
selesai oleh juru-buku "Mengarsipkan"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.types import Section, Sop, Use
from sopdsl.source import Source, Span

META = RuleMeta(
    name="unused-library",
    severity=Severity.WARNING,
    category="rujukan",
    source="BSSN 4/2019 I.F.5",
    title=Phrase("pustaka yang tidak dipakai", "a library that is not used"),
    whole_text=True,
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find libraries nothing of which is used; those that bring items in always are."""
    sop = context.sop
    if sop.is_library or not sop.uses:
        return  # what a library uses is for those who use it
    used = _names(sop)
    for use in sop.uses:
        if use.offers and not use.offers & used:
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    f'tidak ada isi pustaka "{use.path}" yang dipakai',
                    f'nothing of the library "{use.path}" is used',
                ),
                use.span,
                fixes=(_without(context.source, use),),
            )


def _names(sop: Sop) -> set[str]:
    """Return the names that a document uses, and the words of the sections."""
    names = {section.value for section in Section}
    for chart in sop.charts:
        names |= {lane.id for lane in (*chart.lanes, *chart.unused)}
        for step in chart.steps:
            names |= {remark.reference.name for remark in step.remarks if remark.reference}
    for _, items in sop.sections:
        for item in items:
            if item.reference:
                names.add(item.reference.name)
            if item.regulation:
                names.add(item.regulation.id)
    return names


def _without(source: Source, use: Use) -> Fix:
    first, last = source.position(use.span.start).line, source.position(use.span.end).line
    start = source.lines.line_span(first).start
    end = (
        source.lines.line_span(last + 1).start
        if last + 1 < len(source.lines)
        else source.lines.line_span(last).end
    )
    title = Phrase(f'hapus "gunakan" untuk "{use.path}"', f'delete the "gunakan" of "{use.path}"')
    return Fix(title, (TextEdit(Span(start, end), ""),))
