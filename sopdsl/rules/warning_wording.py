"""Peringatan yang bukan peringatan.

## Indonesia
Butir peringatan tidak berbentuk "apabila … maka …", tidak menyebut akibat, dan tidak menyebut batas
waktu.

**Mengapa.** Peringatan menerangkan apa yang terjadi bila SOP dilaksanakan atau tidak, dengan kata
"jika/apabila … maka" atau batas waktu (BSSN 4/2019 II.B.2.j). Banyak dokumen mengisinya dengan
aturan kerja atau "maksud dan tujuan".

**Perbaikan.** Sebutkan akibatnya: "Apabila … maka …".

## English
A warning has neither the form "apabila … maka …", nor a consequence, nor a time limit.

**Why.** Warnings say what happens when the SOP is followed or not, in words such as "jika/apabila …
maka", or as a time limit (BSSN 4/2019 II.B.2.j). Many documents fill in working rules or the
"maksud dan tujuan".

**Fix.** Say what follows: "Apabila … maka …".

## Bad
```sop
sop contoh "Contoh"
peringatan
  "Alasan penolakan diisi dengan jelas"
# ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning-wording: peringatan ini tidak menyebut akibat
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```

## Good
```sop
sop contoh "Contoh"
peringatan
  "Apabila alasan penolakan tidak diisi maka pemohon dapat mengajukan keberatan."
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Mengarsipkan"
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.model.edits import own_items
from sopdsl.model.types import Section

META = RuleMeta(
    name="warning-wording",
    severity=Severity.HINT,
    category="bahasa",
    source="BSSN 4/2019 II.B.2.j",
    title=Phrase("peringatan tanpa akibat", "a warning without a consequence"),
)

_CONDITION = r"jika|apabila|bila|bilamana|kalau|jikalau|dalam hal|tanpa"
_CONSEQUENCE = (
    r"maka|akan|(?:me|ber|ter|di)?(?:nyebabkan|akibat\w*|akibatkan|dampak|imbas|hambat\w*)"
    r"|mengakibatkan|menimbulkan|menghambat|berisiko|beresiko|sanksi|dikenai|kegagalan"
    r"|tidak dapat|hanya (?:dapat|tayang|berlaku)|menolak|ditolak|batal"
)
_LIMIT = (
    r"batas waktu|paling (?:lambat|lama|sedikit|banyak)|selambat\w*|maksimal|sebelum"
    r"|\d+ (?:menit|jam|hari|minggu|bulan)"
)
_WORDED = re.compile(rf"\b(?:{_CONDITION}|{_CONSEQUENCE}|{_LIMIT})\b", re.IGNORECASE)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find warnings that warn of nothing."""
    for item in own_items(context.sop, Section.PERINGATAN):
        if item.reference is None and item.text.strip(" -") and not _WORDED.search(item.text):
            yield Diagnostic(
                META.name,
                META.severity,
                Phrase(
                    "peringatan ini tidak menyebut akibat atau batas waktu",
                    "this warning names neither a consequence nor a time limit",
                ),
                item.span,
                hints=(Phrase('tulis "Apabila … maka …"', 'write "Apabila … maka …"'),),
            )
