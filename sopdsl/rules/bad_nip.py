"""NIP yang tidak mungkin.

## Indonesia
NIP tidak terdiri atas 18 angka, atau memuat tanggal lahir, bulan pengangkatan, atau kode jenis
kelamin yang tidak mungkin. NIP yang seluruhnya nol dan jarak antarkelompok angka hanya saran.

**Mengapa.** Pengesahan memuat NIP (BSSN 4/2019 II.B.2.f). NIP memuat tanggal lahir (8 angka), tahun
dan bulan pengangkatan (6), jenis kelamin (1), dan nomor urut (3): Perka BKN 22/2007. Nomor pegawai
dengan perjanjian kerja memuat 21 sebagai ganti bulan. Untuk NRP tulis "NRP" di depannya; pejabat
tanpa NIP ditulis "-".

**Perbaikan.** Cocokkan dengan surat keputusan; jarak angka dirapikan oleh perbaikan otomatis.

## English
The NIP does not have 18 digits, or holds a date of birth, a month of appointment or a code of sex
that cannot be. A NIP of nothing but zeros, and gaps between the groups, are only hinted at.

**Why.** The approval holds the NIP (BSSN 4/2019 II.B.2.f). It is made of the date of birth (8
digits), year and month of appointment (6), sex (1) and a serial number (3): Perka BKN 22/2007. The
number of staff on contract has 21 in the place of the month. Put "NRP" before a service number, and
write "-" for an official without either.

**Fix.** Compare it with the letter of appointment; gaps are tidied by the fix.

## Bad
```sop
sop contoh "Contoh"
  disahkan  "Kepala Badan" oleh "Ratna" nip "19681317 199303 2 004"
#                                           ^^^^^^^^^^^^^^^^^^^^^^^ bad-nip: tanggal lahir 19681317
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
  disahkan  "Kepala Badan" oleh "Ratna" nip "19680917 199303 2 004"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase

META = RuleMeta(
    name="bad-nip",
    severity=Severity.WARNING,
    category="identitas",
    source="BSSN 4/2019 II.B.2.f",
    title=Phrase("NIP yang tidak mungkin", "a NIP that cannot be"),
)

_DIGITS = 18
_MONTHS = range(1, 13)
_CONTRACT = 21
_AGES = range(15, 66)  # at appointment; far wider than the law
_OTHER_NUMBER = re.compile(r"\s*(?:nrp|nik|ni ?pppk)\b|\s*-?\s*$", re.IGNORECASE)
_LABEL = re.compile(r"\s*nip\b[.: ]*", re.IGNORECASE)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find a NIP that nobody can have, or that is spaced in another way than usual."""
    given = context.sop.identity.approval
    approval = given.value if given else None
    if approval is None or _OTHER_NUMBER.match(approval.nip):
        return
    written = _LABEL.sub("", approval.nip, count=1)
    digits = re.sub(r"[\s.-]", "", written)
    span = approval.nip_span
    if digits and not digits.strip("0"):
        message = Phrase("NIP masih nol seluruhnya", "the NIP is nothing but zeros")
        hint = Phrase('tulis "-" bila pejabat tidak mempunyai NIP', 'write "-" if there is none')
        yield Diagnostic(META.name, Severity.HINT, message, span, (hint,))
        return
    problem = _problem(digits)
    if problem is not None:
        yield Diagnostic(META.name, META.severity, problem, span)
        return
    usual = f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"
    if approval.nip != usual:
        yield Diagnostic(
            META.name,
            Severity.HINT,
            Phrase("angka NIP belum dikelompokkan", "the digits of the NIP are not grouped"),
            span,
            fixes=(
                Fix(
                    Phrase(f'tulis "{usual}"', f'write "{usual}"'),
                    (TextEdit(span, f'"{usual}"'),),
                    safe=True,
                ),
            ),
        )


def _problem(digits: str) -> Phrase | None:
    """Return what is wrong with the digits of a NIP."""
    if not (digits.isascii() and digits.isdigit()):
        return Phrase("NIP memuat selain angka", "the NIP holds more than digits")
    if len(digits) != _DIGITS:
        count = len(digits)
        return Phrase(f"NIP memuat {count} angka, bukan 18", f"the NIP has {count} digits, not 18")
    born, year, month = digits[:8], int(digits[8:12]), int(digits[12:14])
    try:
        birth = date(int(born[:4]), int(born[4:6]), int(born[6:]))
    except ValueError:
        return Phrase(
            f"tanggal lahir {born} dalam NIP tidak ada", f"the NIP's date of birth {born} is none"
        )
    if month not in _MONTHS and month < _CONTRACT:
        return Phrase(
            f"bulan pengangkatan {month:02} dalam NIP tidak ada",
            f"the NIP's month of appointment {month:02} is none",
        )
    if year - birth.year not in _AGES:
        return Phrase(
            f"menurut NIP pejabat diangkat pada umur {year - birth.year} tahun",
            f"by the NIP the official was appointed at the age of {year - birth.year}",
        )
    if digits[14] not in "12":
        return Phrase(
            f"kode jenis kelamin {digits[14]} dalam NIP bukan 1 atau 2",
            f"the NIP's code of sex {digits[14]} is neither 1 nor 2",
        )
    return None
