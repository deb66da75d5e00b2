"""From text to tree and back: statements, LALR parsing, repair, the formatter.

What the words mean is not known here. Start with :func:`parse`. What only some commands need is
imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from sopdsl.syntax.decoding import Decoded, decode
from sopdsl.syntax.grammar import grammar_text
from sopdsl.syntax.parsing import Memo, Reading, Syntax, parse

if TYPE_CHECKING:
    from sopdsl.syntax.formatter import format_text
    from sopdsl.syntax.keywords import KEYWORDS, Keyword
    from sopdsl.syntax.settling import settled
    from sopdsl.syntax.words import nearest_word

__all__ = [
    "KEYWORDS",
    "Decoded",
    "Keyword",
    "Memo",
    "Reading",
    "Syntax",
    "decode",
    "format_text",
    "grammar_text",
    "nearest_word",
    "parse",
    "settled",
]

_LAZY: Final = {
    "KEYWORDS": "keywords",
    "Keyword": "keywords",
    "format_text": "formatter",
    "nearest_word": "words",
    "settled": "settling",
}


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
