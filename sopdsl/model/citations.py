"""Reading a citation of a regulation: which kind it is, which number, which year, about what.

The order of kinds follows the hierarchy of UU 12/2011, Pasal 7 and 8. Kinds that this hierarchy
does not rank (decisions, circulars, guidelines) have no rank, so that nothing is said about their
place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_KINDS: tuple[tuple[str, int | None], ...] = (
    (r"undang[- ]undang dasar|uud", 0),
    (r"ketetapan majelis|tap mpr", 1),
    (r"undang[- ]undang|uu|peraturan pemerintah pengganti undang[- ]undang|perp+u", 2),
    (r"peraturan pemerintah|pp", 3),
    (r"peraturan presiden|perpres", 4),
    (r"peraturan daerah|perda", 6),
    (r"peraturan (?:gubernur|bupati|wali ?kota)|pergub|perbup|perwali|perwako|perkada", 7),
    (r"peraturan|permen\w*|pmk|perka\w*|perban|perki", 5),
    (r"keputusan|keppres|kepmen\w*|instruksi|inpres|surat edaran|se", None),
)
_KIND = re.compile(
    r"\s*(?:" + "|".join(f"(?P<k{at}>{words})" for at, (words, _) in enumerate(_KINDS)) + r")\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"\b(?:nomor|no)\b[\s.:]*(?P<number>(?:PK )?[A-Z0-9][^\s,;()]*)", re.IGNORECASE
)
_YEAR = re.compile(r"\btahun\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_YEAR_IN_NUMBER = re.compile(r"[/.-](?P<year>(?:19|20)\d\d)\b")
_ABOUT = re.compile(r"\btentang\s+\w", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:jo\b|juncto|sebagaimana|jis\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation says; ``None`` or empty is what it does not say.

    Attributes:
        kind: the words of its kind, in small letters with single spaces.
        rank: place in the hierarchy, 0 the highest; ``None`` when it has none.
        number: as written, without ``Nomor``.
        about: whether it says what the regulation is about.
    """

    kind: str
    rank: int | None
    number: str
    year: str
    about: bool

    @property
    def complete(self) -> bool:
        """Tell whether kind, number, year and subject are all there."""
        return bool(self.number and self.year and self.about)


def read_citation(text: str) -> Citation | None:
    """Return what a text cites; ``None`` when it does not begin with a kind of regulation.

    Of several regulations in one text (``jo.``, ``sebagaimana diubah dengan``) the first counts;
    the subject may stand at the end, for all of them.
    """
    kind = _KIND.match(text)
    if kind is None:
        return None
    at = next(place for place in range(len(_KINDS)) if kind[f"k{place}"])
    about = _ABOUT.search(text)
    own = text[: about.start()] if about else text
    if (following := _NEXT.search(own)) is not None:
        own = own[: following.start()]
    number, year = _NUMBER.search(own), _YEAR.search(own)
    written = number["number"].rstrip(".") if number else ""
    year = year or _YEAR_IN_NUMBER.search(written)
    name = own[: number.start()] if number else own
    return Citation(
        kind=" ".join(name.casefold().replace("-", " ").split()),
        rank=_KINDS[at][1],
        number=written,
        year=year["year"] if year else "",
        about=about is not None,
    )
