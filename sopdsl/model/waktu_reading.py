"""Reading the wordings of time that officials write, from ``5 menit`` to ``2 s.d 3 bulan``.

One reader serves both the time grammar of the language and free texts in quotes, so that the same
words never mean two things. It knows the shapes that occur in signed documents: ranges with any
dash or ``s.d``, rates (``2 menit/berkas``), factors (``1 x 24 jam``), alternatives (``120 menit / 3
hari``), sums (``2 bulan 1 minggu; 5 hari kerja``), numbers in words and in brackets, abbreviated
and misspelt units. What is no amount of time ("sesuai kebutuhan", "triwulanan", "H-1", a date, a
time of day) is left alone: the wording prints, and no minutes are claimed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sopdsl.model.waktu import MINUTES, Waktu
from sopdsl.syntax.tree import Nothing, String, TimeSame, TimeValue

_LONGEST = 300  # characters; a longer text is a remark, not a time

_SPELLINGS = {
    "detik": "detik dtk det second seconds",
    "menit": "menit minit mnt mnit men m ' ′ minute minutes",
    "jam": "jam j hour hours",
    "hari": "hari hr day days",
    "minggu": "minggu mgg mg pekan week weeks",
    "bulan": "bulan bln month months",
    "triwulan": "triwulan tw kuartal",
    "semester": "semester smt",
    "tahun": "tahun thn th year years",
}
_UNITS = {word: unit for unit, words in _SPELLINGS.items() for word in words.split()}
_ONE_OF = {f"se{unit}": unit for unit in ("jam", "hari", "minggu", "bulan", "tahun", "menit")}
_WORDS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas"
_NUMBERS = {word: float(value) for value, word in enumerate(_WORDS.split())} | {"setengah": 0.5}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_QUALIFIERS = _words("kerja efektif kalender")
_FILLERS = _words(
    "± +/- < > ≤ ≥ ~ kurang lebih kl maks maksimal maksimum max minimal minimum min paling lama "
    "lambat sedikit cepat sekitar selama dalam dari estimasi waktu rata-rata total"
)
_PLUS = _words("; , + & dan ditambah")
_OR = _words("atau / |")
_TO = _words("- s.d s/d sd s.d. sampai hingga ke")
_TIMES = _words("x × kali *")
_PER = _words("per / tiap setiap untuk tiap-tiap masing-masing")
_AFTER = _words("setelah sesudah sejak dari terhitung semenjak")  # "3 hari sejak terima"

_TOKEN = re.compile(
    r"""s\.?\s*/?\s*d\.?(?=[\s\d])    # s.d  s/d  sd
      | \+/-
      | \d{1,9}(?:[.,]\d{1,9})?(?![\d:.])
      | (?:tiap|masing|rata)-\w+
      | [^\W\d_]+
      | [-±<>≤≥~;,+&/|x×*'′.]
      | \S""",
    re.VERBOSE | re.IGNORECASE,
)
_HALF = re.compile(r"(\d{1,9})?\s*(?:½|\b1\s*/\s*2)(?=\s*[a-z])")
_SIGNS = str.maketrans({"–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "’": "'", "\u00a0": " "})


def read(value: TimeValue) -> Waktu:
    """Return what a time entry of the language says."""
    if isinstance(value, Nothing):
        return Waktu("-", None, None, none=True)
    if isinstance(value, TimeSame):
        return Waktu("", None, None, same=True)
    if isinstance(value, String):
        return read_wording(value.value)
    return read_wording(value.wording.replace('"', ""))


def read_wording(wording: str) -> Waktu:
    """Return what a free wording says; ``low`` is ``None`` when it is no amount of time."""
    wording = " ".join(wording.split())
    if wording in {"-", "–", "—"}:
        return Waktu(wording, None, None, none=True)
    if not wording or len(wording) > _LONGEST:
        return Waktu(wording, None, None)
    try:
        amount = _Reader(wording).read()
    except _NotTimeError:
        return Waktu(wording, None, None)
    return Waktu(wording, amount.low, amount.high, amount.per)


@dataclass(frozen=True, slots=True)
class _Amount:
    low: float
    high: float
    per: str = ""
    open_end: bool = False  # "30 menit s.d 1 jam 30 menit": what follows belongs to the upper end


class _NotTimeError(Exception):
    """The wording is no amount of time."""


class _Reader:
    """Reads one wording by recursive descent; lives for one call.

    ::

        wording: sum (OR sum)* [AFTER …]
        sum:     term ([PLUS] term)*
        term:    [number TIMES] number [unit] [TO number] unit [QUALIFIER] [PER …]
    """

    def __init__(self, wording: str) -> None:
        text = re.sub(r"\([^()]*\)", " ", wording.lower().translate(_SIGNS))
        text = _HALF.sub(lambda match: f" {int(match[1] or 0) + 0.5} ", text)
        self._tokens: list[str] = [re.sub(r"\s", "", token) for token in _TOKEN.findall(text)]
        self._at = 0

    def read(self) -> _Amount:
        choices = [self._sum()]
        while self._take(_OR):
            choices.append(self._sum())
        if self._here() and self._here() not in _AFTER:
            raise _NotTimeError
        rates = {choice.per for choice in choices}
        if len(rates) > 1:
            raise _NotTimeError
        return _Amount(
            min(choice.low for choice in choices),
            max(choice.high for choice in choices),
            rates.pop(),
        )

    def _sum(self) -> _Amount:
        low, high, open_end = 0.0, 0.0, False
        while True:
            self._skip_fillers()
            term = self._term()
            low += 0.0 if open_end else term.low
            high += term.high
            open_end = open_end or term.open_end
            if term.per or not (self._take(_PLUS) or self._starts_term()):
                return _Amount(low, high, term.per)

    def _term(self) -> _Amount:
        if self._here() in _ONE_OF:
            minutes = MINUTES[_ONE_OF[self._next()]]
            self._take(_QUALIFIERS)
            return _Amount(minutes, minutes, self._per())
        first = self._number()
        factor = 1.0
        if self._take(_TIMES):
            factor, first = first, self._number()
        own_unit = self._unit()
        self._take(_QUALIFIERS)
        last, unit = first, own_unit
        ranged = self._take(_TO)
        if ranged:
            self._take(_words("dengan"))  # sampai dengan
            last, unit = self._number(), self._unit()
            self._take(_QUALIFIERS)
        if unit is None:
            raise _NotTimeError
        low = factor * first * MINUTES[own_unit or unit]
        high = factor * last * MINUTES[unit]
        open_end = ranged and own_unit is not None
        return _Amount(min(low, high), max(low, high), self._per(), open_end)

    def _per(self) -> str:
        """Read ``/berkas``, ``per orang``; a slash before a number is an alternative instead."""
        if self._here() not in _PER or self._is_number(self._ahead(1)):
            return ""
        self._next()
        self._take(_words("setiap tiap satu 1"))
        words = self._tokens[self._at :]
        if not words or not all(word[0].isalpha() or word in "-/" for word in words):
            raise _NotTimeError
        self._at = len(self._tokens)
        return " ".join(words).replace(" / ", "/").replace(" - ", "-")

    def _number(self) -> float:
        token = self._next()
        if token in _NUMBERS:
            value = _NUMBERS[token]
            if self._take(_words("belas")):
                return value + 10
            if self._take(_words("puluh")):
                return value * 10 + (_NUMBERS[self._next()] if self._here() in _NUMBERS else 0)
            return value
        try:
            return float(token.replace(",", "."))
        except ValueError:
            raise _NotTimeError from None

    def _unit(self) -> str | None:
        unit = _UNITS.get(self._here())
        if unit:
            self._next()
            self._take(_words("."))  # mnt.
        return unit

    def _skip_fillers(self) -> None:
        while self._here() in _FILLERS:
            self._next()

    def _starts_term(self) -> bool:
        here = self._here()
        return here in _ONE_OF or here in _FILLERS or self._is_number(here)

    def _is_number(self, token: str) -> bool:
        return token in _NUMBERS or token[:1].isdigit()

    def _here(self) -> str:
        return self._ahead(0)

    def _ahead(self, distance: int) -> str:
        at = self._at + distance
        return self._tokens[at] if at < len(self._tokens) else ""

    def _next(self) -> str:
        token = self._here()
        if not token:
            raise _NotTimeError
        self._at += 1
        return token

    def _take(self, words: frozenset[str]) -> bool:
        if self._here() in words:
            self._at += 1
            return True
        return False
