"""Singkatan yang tidak dijelaskan.

## Indonesia
Kalimat kegiatan memakai singkatan yang tidak dijelaskan di mana pun dalam dokumen.

**Mengapa.** SOP mudah dimengerti, juga oleh pegawai baru (BSSN 4/2019 I.E.1).

**Perbaikan.** Tulis kepanjangannya pada pemakaian pertama, misalnya "Surat Perintah Membayar
(SPM)", atau jelaskan dalam `catatan`. Singkatan yang dikenal semua pegawai ditulis dalam opsi
`dikenal` di sop.toml.

## English
An activity uses an abbreviation that the document explains nowhere.

**Why.** An SOP is easy to understand, for a newcomer too (BSSN 4/2019 I.E.1).

**Fix.** Write it out where it is first used, e.g. "Surat Perintah Membayar (SPM)", or explain it in
`catatan`. What all staff know goes into the option `dikenal` in sop.toml.

## Bad
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun SPPBJ"
#                ^^^^^^^^^^^^^^^^ unexplained-abbreviation: singkatan "SPPBJ" belum dijelaskan
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun Surat Penunjukan Penyedia Barang/Jasa (SPPBJ)"
selesai oleh ketua "Mengarsipkan SPPBJ"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from sopdsl.checks import Context, Option, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.types import Sop

META = RuleMeta(
    name="unexplained-abbreviation",
    severity=Severity.HINT,
    category="bahasa",
    source="BSSN 4/2019 I.E.1",
    title=Phrase("singkatan yang tidak dijelaskan", "an abbreviation that is not explained"),
    whole_text=True,
    options={
        "dikenal": Option(
            (),
            Phrase(
                "singkatan lain yang tidak perlu dijelaskan",
                "further abbreviations that need no explanation",
            ),
        )
    },
)

_KNOWN = frozenset(
    (
        *("SOP", "SPO", "POS", "NIP", "NIK", "KTP", "NPWP", "SK", "RI", "ID", "PDF", "USB", "PC"),
        *("ATK", "SMS", "QR", "DKI", "DIY", "NTT", "NTB", "NKRI", "ASN", "PNS", "PPPK", "UPT"),
        *("PAN", "RB", "PPN", "SMA", "SMP", "SD", "AC", "TV", "CD", "DVD", "UU", "PP"),
    )
)
_ABBREVIATION = re.compile(r"(?<![\w./-])[A-Z]{2,8}(?![\w]|[./-]\w)")
_NAME = re.compile(r"\b[A-Z]\w*(?:[ /]+(?:(?:dan|atau|dengan|atas) )?[A-Z]\w*)+")
_LONGEST = 8  # letters of an abbreviation
_ROMAN = re.compile(r"[IVXLCDM]+")
# All repeats are bounded: texts come from strangers.
_EXPLAINED = re.compile(
    r"\(\s{0,2}(?:selanjutnya\s)?(?:disebut\s|disingkat\s)?[\"'“”]{0,2}([A-Z]{2,8})[\"'“”]{0,2}\s{0,2}\)"
)
_EXPLAINS = re.compile(r"\b([A-Z]{2,8})\s{0,2}(?:\(|=|:|adalah\b)")


def check(context: Context) -> Iterator[Diagnostic]:
    """Find the first activity with each abbreviation that nobody explains."""
    sop = context.sop
    listed = cast("tuple[str, ...]", context.options["dikenal"])
    known = {*_KNOWN, *listed, *_explained(sop)}
    for chart in sop.charts:
        for step in chart.steps:
            if step.activity == step.activity.upper():
                continue  # written in capitals throughout
            for word in _ABBREVIATION.findall(step.activity):
                if word in known or _ROMAN.fullmatch(word):
                    continue
                known.add(word)
                yield Diagnostic(
                    META.name,
                    META.severity,
                    Phrase(
                        f'singkatan "{word}" belum dijelaskan',
                        f'the abbreviation "{word}" is not explained',
                    ),
                    step.activity_span,
                    hints=(
                        Phrase(
                            f'tulis kepanjangannya di depan "({word})"',
                            f'write it out before "({word})"',
                        ),
                    ),
                )


def _explained(sop: Sop) -> set[str]:
    """Return the abbreviations that the document explains, or that are the name of a lane."""
    texts = [sop.title, *sop.identity.unit]
    texts += [item.text for _, items in sop.sections for item in items]
    texts += [note for chart in sop.charts for note in chart.footnotes]
    for chart in sop.charts:
        for step in chart.steps:
            texts += [step.activity, *(remark.text for remark in step.remarks)]
            texts += [symbol.text for symbol in step.symbols]
            for items in (step.kelengkapan, step.output):
                texts += items.values if items else ()
    found = {word for text in texts for word in _EXPLAINED.findall(text)}
    found |= {word for text in texts for word in _EXPLAINS.findall(text)}
    found |= _initials(texts)
    # What heads a lane stands before the reader's eyes all the time.
    for chart in sop.charts:
        for lane in chart.lanes:
            for name in (lane.title, *lane.aliases):
                found |= set(_ABBREVIATION.findall(name))
                found |= _initials([name])
    return found


def _initials(texts: Iterable[str]) -> set[str]:
    """Return the initials of the names in some texts: runs of two words and more with capitals."""
    found: set[str] = set()
    for text in texts:
        for name in _NAME.findall(text):
            letters = "".join(word[0] for word in name.split() if word[0].isupper())
            for start in range(len(letters)):
                ends = range(start + 2, min(start + _LONGEST, len(letters)) + 1)
                found.update(letters[start:end] for end in ends)
    return found
