"""The generated tables of the language reference: keywords, customary words, signs.

A reference is Markdown written by hand with places for tables: what stands between
``<!-- table NAME -->`` and ``<!-- /table -->`` is made here, from the tables in
:mod:`sopdsl.syntax.keywords`, so that no keyword is explained twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sopdsl.language import Language, Phrase
from sopdsl.syntax.keywords import CUSTOMARY, KEYWORDS, SIGNS, Group, Keyword

_PLACE = re.compile(r"<!-- table (?P<name>[\w-]+) -->\n.*?<!-- /table -->", re.DOTALL)

_WORD: Final = Phrase("Kata", "Word")
_MEANING: Final = Phrase("Arti", "Meaning")
_LETTER: Final = Phrase("BSSN 4/2019", "BSSN 4/2019")
_SIGN: Final = Phrase("Tanda", "Sign")
_OTHERS: Final = Phrase("Juga dimengerti", "Also understood")
_GROUP: Final = Phrase("Tempat", "Place")


def fill(text: str, language: Language) -> str:
    """Return a reference with its tables made anew; raises ``KeyError`` on an unknown name."""
    tables = reference_tables(language)

    def table(match: re.Match[str]) -> str:
        return f"<!-- table {match['name']} -->\n{tables[match['name']]}<!-- /table -->"

    return _PLACE.sub(table, text)


def reference_tables(language: Language) -> dict[str, str]:
    """Return all tables by name: one a group, and those of customary words, signs and all words."""
    tables = {group.value: _keywords(KEYWORDS, group, language) for group in Group}
    for group in (Group.IDENTITY, Group.TIME):
        tables[f"{group.value}-lazim"] = _keywords(CUSTOMARY, group, language)
    tables["tanda"] = _rows(
        [_SIGN, _OTHERS, _MEANING],
        (
            [
                _code(sign.plain),
                " ".join(map(_code, sign.others)),
                sign.meaning.in_language(language),
            ]
            for sign in SIGNS
        ),
        language,
    )
    tables["semua"] = _rows(
        [_WORD, _GROUP, _MEANING],
        (
            [_code(k.word), k.group.value, k.meaning.in_language(language)]
            for k in sorted(KEYWORDS, key=lambda keyword: keyword.word)
        ),
        language,
    )
    return tables


def _keywords(keywords: Iterable[Keyword], group: Group, language: Language) -> str:
    rows = (
        [_code(k.word), k.meaning.in_language(language), k.letter]
        for k in keywords
        if k.group is group
    )
    return _rows([_WORD, _MEANING, _LETTER], rows, language)


def _rows(heads: list[Phrase], rows: Iterable[list[str]], language: Language) -> str:
    lines = [[head.in_language(language) for head in heads], ["---"] * len(heads), *rows]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


def _code(text: str) -> str:
    return f"`{text}`".replace("|", "\\|")
