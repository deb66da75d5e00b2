"""Dasar hukum yang sudah dicabut.

## Indonesia
SOP ini mengutip peraturan yang menurut daftar peraturan sudah dicabut.

**Mengapa.** Dasar hukum memuat peraturan yang mendasari SOP (BSSN 4/2019 II.B.2.h); SOP berpegang
pada kepastian hukum (I.E.7), maka diubah bila dasarnya berubah.

**Perbaikan.** Kutip peraturan penggantinya, dan periksa apakah prosedurnya masih sesuai.

## English
This SOP cites a regulation that is revoked according to the legal register.

**Why.** Dasar hukum lists the law that the SOP rests on (BSSN 4/2019 II.B.2.h), and an SOP is to be
lawful (I.E.7): it changes when that law does.

**Fix.** Cite what took its place, and see whether the procedure still fits.

## Bad
```sop
sop contoh "Contoh"
dasar-hukum
  @perka-9-2009
# ^^^^^^^^^^^^^ repealed-citation: peraturan "perka-9-2009" dicabut 2019-04-11 oleh "bssn-4-2019"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
peraturan perka-9-2009 "Peraturan Kepala Lembaga Nomor 9 Tahun 2009"
  dicabut 2019-04-11 oleh @bssn-4-2019
peraturan bssn-4-2019 "Peraturan BSSN Nomor 4 Tahun 2019"
```

## Good
```sop
sop contoh "Contoh"
dasar-hukum
  @bssn-4-2019
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
peraturan bssn-4-2019 "Peraturan BSSN Nomor 4 Tahun 2019"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.types import Item, Regulation

META = RuleMeta(
    name="repealed-citation",
    severity=Severity.ERROR,
    category="rujukan",
    source="BSSN 4/2019 II.B.2.h",
    title=Phrase("dasar hukum yang sudah dicabut", "a citation of a revoked regulation"),
)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find cited regulations that the register says are revoked."""
    for _, items in context.sop.sections:
        for item in items:
            regulation = item.regulation
            if regulation and (regulation.revoked or regulation.revoked_by is not None):
                yield Diagnostic(
                    META.name,
                    META.severity,
                    _message(regulation),
                    item.span,
                    fixes=_successor(context, item, regulation),
                )


def _message(regulation: Regulation) -> Phrase:
    when = f" {regulation.revoked}" if regulation.revoked else ""
    by = regulation.revoked_by
    return Phrase(
        f'peraturan "{regulation.id}" dicabut{when}' + (f' oleh "{by}"' if by else ""),
        f'the regulation "{regulation.id}" was revoked{when}' + (f' by "{by}"' if by else ""),
    )


def _successor(context: Context, item: Item, regulation: Regulation) -> tuple[Fix, ...]:
    """Return the fix that cites the successor, where the citation stands in this very text."""
    span = item.reference.span if item.reference else item.span
    written = context.source.slice(span)
    if not regulation.revoked_by or written != f"@{regulation.id}":
        return ()
    title = Phrase(f'kutip "{regulation.revoked_by}"', f'cite "{regulation.revoked_by}"')
    return (Fix(title, (TextEdit(span, f"@{regulation.revoked_by}"),)),)
