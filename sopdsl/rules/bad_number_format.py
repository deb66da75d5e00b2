"""Nomor SOP tidak menurut pola.

## Indonesia
Nomor SOP tidak menurut pola yang ditetapkan, atau masih memuat titik-titik yang belum diisi padahal
SOP sudah berlaku.

**Mengapa.** Nomor mengikuti tata naskah dinas yang berlaku (BSSN 4/2019 II.B.2.b). Pola tiap
instansi berbeda, jadi tanpa opsi `pola` hanya titik-titik yang diperiksa.

**Perbaikan.** Tulis nomor menurut pola. Pola ditulis di sop.toml, misalnya `pola =
["SOP-{urut}/{kode}/{tahun}"]`: `{urut}` angka, `{kode}` huruf, angka, dan titik, `{bulan}` angka
Romawi, `{tahun}` empat angka.

## English
The number does not follow the pattern, or still holds dots to be filled in although the SOP is in
force.

**Why.** The number follows the rules of official papers (BSSN 4/2019 II.B.2.b). Each agency has a
pattern of its own, so without the option `pola` only dots are looked for.

**Fix.** Write the number as the pattern wants it. Patterns stand in sop.toml, for instance `pola =
["SOP-{urut}/{kode}/{tahun}"]`: `{urut}` digits, `{kode}` letters, digits and dots, `{bulan}` a
Roman numeral, `{tahun}` four digits.

## Bad
```sop
sop contoh "Contoh"
  nomor    "…/SOP/BPAID/2025"
#          ^^^^^^^^^^^^^^^^^^ bad-number-format: nomor "…/SOP/BPAID/2025" belum diisi seluruhnya
  berlaku  2025-03-03
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  nomor    "007/SOP/BPAID/2025"
  berlaku  2025-03-03
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from sopdsl.checks import Context, Option, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase

META = RuleMeta(
    name="bad-number-format",
    severity=Severity.WARNING,
    category="identitas",
    source="BSSN 4/2019 II.B.2.b",
    title=Phrase("nomor SOP tidak menurut pola", "a number that does not follow the pattern"),
    options={
        "pola": Option(
            (),
            Phrase(
                "pola nomor yang diterima, dengan {urut} {kode} {bulan} {tahun}",
                "patterns a number may follow, with {urut} {kode} {bulan} {tahun}",
            ),
        )
    },
)

_TO_FILL_IN = re.compile(r"…|\.{3}|_{2}|[xX]{3}|«|\?")
_FIELD = re.compile(r"\{(urut|kode|bulan|tahun)\}")
# Possessive repeats: a pattern comes from a file, and must not make matching slow.
_FIELDS = {
    "urut": r"\d++",
    "kode": r"[\w.]++",
    "bulan": r"(?:XII|XI|IX|X|VIII|VII|VI|IV|V|III|II|I)",
    "tahun": r"(?:19|20)\d\d",
}


def check(context: Context) -> Iterator[Diagnostic]:
    """Find a number that is not as the agency writes them."""
    number = context.sop.identity.number
    if number is None or not number.value:
        return
    in_force = context.weight_of_missing("nomor") is not None
    if _TO_FILL_IN.search(number.value):
        if in_force:
            message = Phrase(
                f'nomor "{number.value}" belum diisi seluruhnya',
                f'the number "{number.value}" is not filled in completely',
            )
            yield Diagnostic(META.name, META.severity, message, number.span)
        return
    patterns = cast("tuple[str, ...]", context.options["pola"])
    if patterns and not any(_compiled(one).fullmatch(number.value) for one in patterns):
        listed = ", ".join(patterns)
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(
                f'nomor "{number.value}" tidak menurut pola',
                f'the number "{number.value}" does not follow the pattern',
            ),
            number.span,
            hints=(Phrase(f"tulis menurut pola {listed}", f"write it like {listed}"),),
        )


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> re.Pattern[str]:
    pieces = _FIELD.split(pattern)
    return re.compile(
        "".join(
            _FIELDS[piece] if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)
        )
    )
