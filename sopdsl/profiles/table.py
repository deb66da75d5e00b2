"""A TOML table that knows its place, so that every complaint about it can name the key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TypeVar, cast, get_args

from sopdsl.diagnostics import Severity
from sopdsl.language import Phrase
from sopdsl.paper import SIZES, Margins, Orientation
from sopdsl.profiles.types import PartPaper

_Word = TypeVar("_Word", bound=str)

_ORIENTATIONS: tuple[Orientation, ...] = get_args(Orientation)
_LONGEST_EDGE = 80.0  # mm; more would leave no room on A4
_SEVERITIES: Mapping[str, Severity | None] = {
    "error": Severity.ERROR,
    "warning": Severity.WARNING,
    "hint": Severity.HINT,
    "off": None,
}


class ProfileError(Exception):
    """A profile that cannot be used, in a sentence for the one who wrote it."""

    def __init__(self, message: Phrase, hint: Phrase | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


def merged(base: dict[str, object], over: dict[str, object]) -> dict[str, object]:
    """Return ``base`` with the keys of ``over`` on top; tables are merged, all else is replaced."""
    result = dict(base)
    for key, value in over.items():
        below = result.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            result[key] = merged(cast("dict[str, object]", below), cast("dict[str, object]", value))
        else:
            result[key] = value
    return result


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a profile; every reader raises `ProfileError` for a value of another kind.

    Attributes:
        profile: name of the profile.
        path: dotted key of this table, empty for the whole file.
        content: the parsed TOML.
    """

    profile: str
    path: str
    content: Mapping[str, object]

    def only(self, known: Collection[str]) -> None:
        """Complain about the first key that is not among ``known``."""
        for key in self.content:
            if key not in known:
                near = get_close_matches(key, known, 1)
                raise ProfileError(
                    Phrase(
                        f'kunci "{self._place(key)}" tidak dikenal di profil "{self.profile}"',
                        f'unknown key "{self._place(key)}" in profile "{self.profile}"',
                    ),
                    Phrase(f'tulis "{near[0]}"', f'write "{near[0]}"') if near else None,
                )

    def table(self, key: str) -> Table:
        """Return the table under ``key``; an absent one is empty."""
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, Phrase("sebuah tabel", "a table"))
        return Table(self.profile, self._place(key), cast("dict[str, object]", value))

    def text(self, key: str, default: str | None = None) -> str:
        """Return the text under ``key``; without a default it must be there and not be empty."""
        value = self.content.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(key, Phrase("sebuah teks", "a text"))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts under ``key``; an absent one is empty."""
        value = self.content.get(key, [])
        if isinstance(value, list):
            texts = [item for item in cast("list[object]", value) if isinstance(item, str)]
            if len(texts) == len(cast("list[object]", value)):
                return tuple(texts)
        raise self._wrong(key, Phrase("daftar teks", "a list of texts"))

    def chosen(self, key: str, among: tuple[_Word, ...]) -> tuple[_Word, ...]:
        """Return the words listed under ``key``, each once and one of ``among``."""
        words = self.texts(key)
        if not words or len(set(words)) < len(words) or not set(words) <= set(among):
            choice = ", ".join(among)
            raise self._wrong(key, Phrase(f"daftar dari: {choice}", f"a list out of: {choice}"))
        return cast("tuple[_Word, ...]", words)

    def months(self, key: str) -> int:
        """Return a number of months, 1 or more."""
        value = self.content.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self._wrong(key, Phrase("jumlah bulan", "a number of months"))
        return value

    def severity(self, key: str) -> Severity | None:
        """Return a severity; ``None`` for ``off``."""
        word = self.content.get(key)
        if not isinstance(word, str) or word not in _SEVERITIES:
            choice = ", ".join(_SEVERITIES)
            raise self._wrong(key, Phrase(f"salah satu dari: {choice}", f"one of: {choice}"))
        return _SEVERITIES[word]

    def part_paper(self) -> PartPaper:
        """Return the paper of one part of the document."""
        self.only(("size", "orientation", "margins"))
        size, orientation = self.text("size"), self.text("orientation")
        if size not in SIZES:
            choice = ", ".join(SIZES)
            raise self._wrong("size", Phrase(f"salah satu dari: {choice}", f"one of: {choice}"))
        if orientation not in _ORIENTATIONS:
            choice = ", ".join(_ORIENTATIONS)
            wanted = Phrase(f"salah satu dari: {choice}", f"one of: {choice}")
            raise self._wrong("orientation", wanted)
        return PartPaper(size, orientation, self.table("margins")._margins())

    def _margins(self) -> Margins:
        self.only(("top", "right", "bottom", "left"))
        top, right, bottom, left = map(self._edge, ("top", "right", "bottom", "left"))
        return Margins(top, right, bottom, left)

    def _edge(self, key: str) -> float:
        value = self.content.get(key)
        if type(value) in (int, float) and 0 <= (edge := cast("float", value)) <= _LONGEST_EDGE:
            return float(edge)
        limit = f"{_LONGEST_EDGE:.0f}"
        raise self._wrong(key, Phrase(f"milimeter, 0 sampai {limit}", f"millimetres, 0 to {limit}"))

    def _place(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def _wrong(self, key: str, wanted: Phrase) -> ProfileError:
        place = self._place(key)
        if key not in self.content:
            return ProfileError(
                Phrase(
                    f'kunci "{place}" tidak ada di profil "{self.profile}"',
                    f'key "{place}" is missing in profile "{self.profile}"',
                ),
                Phrase(
                    f"isi dengan {wanted.id}, atau perluas profil lain dengan extends",
                    f"give it {wanted.en}, or extend another profile with extends",
                ),
            )
        return ProfileError(
            Phrase(
                f'"{place}" di profil "{self.profile}" harus {wanted.id}',
                f'"{place}" in profile "{self.profile}" must be {wanted.en}',
            )
        )
