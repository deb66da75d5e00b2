"""SOP yang disebut dalam langkah tetapi tidak dalam Keterkaitan.

## Indonesia
Sebuah langkah menyebut SOP lain dalam `keterangan` atau `rujuk`, tetapi Keterkaitan tidak
memuatnya.

**Mengapa.** Keterkaitan memuat SOP lain yang terkait langsung dan menjadi bagian dari kegiatan
(BSSN 4/2019 II.B.2.i). Contoh dalam peraturan itu sendiri melupakan "SOP reviu SOP".

**Perbaikan.** Tambahkan ke Keterkaitan; perbaikan otomatis menuliskannya.

## English
A step names another SOP in `keterangan` or `rujuk`, and Keterkaitan does not list it.

**Why.** Keterkaitan lists other SOPs that are directly linked and part of the activity (BSSN 4/2019
II.B.2.i). The regulation's own example forgets its "SOP reviu SOP".

**Fix.** Add it to Keterkaitan; the fix writes it.

## Bad
```sop
sop contoh "Contoh"
keterkaitan
  @penomoran-sop
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Menyerahkan konsep"
  keterangan  @reviu-sop
#             ^^^^^^^^^^ unlisted-reference: SOP "reviu-sop" belum tercantum dalam keterkaitan
```

## Good
```sop
sop contoh "Contoh"
keterkaitan
  @penomoran-sop
  @reviu-sop
pelaksana
  ketua "Ketua Tim"
mulai oleh ketua "Menyusun konsep"
selesai oleh ketua "Menyerahkan konsep"
  keterangan  @reviu-sop
```
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Fix, Severity
from sopdsl.language import Phrase
from sopdsl.model.edits import end_of
from sopdsl.model.titles import bare_title
from sopdsl.model.types import Reference, Section, Sop, Step
from sopdsl.source import Span

META = RuleMeta(
    name="unlisted-reference",
    severity=Severity.WARNING,
    category="rujukan",
    source="BSSN 4/2019 II.B.2.i",
    title=Phrase(
        "SOP yang disebut dalam langkah tetapi tidak dalam Keterkaitan",
        "an SOP that a step names and Keterkaitan does not list",
    ),
    whole_text=True,
)

_ALIKE = 0.9  # of two titles; a slip of the pen in one of them is no missing SOP
_MOST_COMPARED = 2_000  # titles; a list so long is no oversight
_AN_SOP = re.compile(r"(?:sop|spo|pos) (?!ini\b)\S.*", re.IGNORECASE)


def check(context: Context) -> Iterator[Diagnostic]:
    """Find the first mention of each SOP that steps name and Keterkaitan does not list."""
    sop = context.sop
    items = sop.items(Section.KETERKAITAN)
    ids = {item.reference.name for item in items if item.reference}
    texts = [bare_title(item.text) for item in items if item.reference is None]
    titles = _Titles((*texts, *(_title(context, name) for name in ids)))
    slot = end_of(context.source, sop, Section.KETERKAITAN)
    said = {sop.id, bare_title(sop.title)}
    for name, written, span in _mentions(sop):
        title = bare_title(written) if not name else _title(context, name)
        if name in ids or {name, title} & said or titles.hold(title):
            continue
        said |= {name, title} - {""}
        wanted = Phrase("tambahkan ke keterkaitan", "add it to keterkaitan")
        shown = f'SOP "{name}"' if name else written
        yield Diagnostic(
            META.name,
            META.severity,
            Phrase(
                f"{shown} belum tercantum dalam keterkaitan",
                f"{shown} is not listed in keterkaitan",
            ),
            span,
            fixes=(Fix(wanted, (slot.filled(f"@{name}" if name else written),)),) if slot else (),
        )


def _mentions(sop: Sop) -> Iterator[tuple[str, str, Span]]:
    """Yield the id (or else the quoted title) and the place of each SOP that a step names."""
    for chart in sop.charts:
        for step in chart.steps:
            for reference in _references(step):
                yield reference.name, "", reference.span
            for remark in step.remarks:
                if remark.reference is None and _AN_SOP.fullmatch(remark.text):
                    yield "", '"' + remark.text.replace('"', '\\"') + '"', remark.span


def _references(step: Step) -> list[Reference]:
    found = [remark.reference for remark in step.remarks if remark.reference]
    return [*found, step.call] if step.call else found


def _title(context: Context, name: str) -> str:
    known = context.known_sops or {}
    return bare_title(known.get(name) or name.replace("-", " "))


class _Titles:
    """The titles that Keterkaitan lists; lives for one check."""

    def __init__(self, titles: Iterable[str]) -> None:
        self._titles = sorted(set(titles))
        self._compared = 0

    def hold(self, title: str) -> bool:
        """Tell whether a title is listed, perhaps a longer one, or one with a slip of the pen."""
        place = bisect_left(self._titles, title)
        if place < len(self._titles) and self._titles[place].startswith(title):
            return True
        self._compared += len(self._titles)
        if self._compared > _MOST_COMPARED:
            return False
        return bool(get_close_matches(title, self._titles, 1, _ALIKE))
