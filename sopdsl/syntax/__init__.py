"""From text to tree and back: statements, LALR parsing, repair, the formatter.

What the words mean is not known here. Start with :func:`parse`.
"""

from __future__ import annotations

from sopdsl.syntax.decoding import Decoded, decode
from sopdsl.syntax.formatter import format_text
from sopdsl.syntax.grammar import grammar_text
from sopdsl.syntax.keywords import KEYWORDS, Keyword
from sopdsl.syntax.parsing import Memo, Reading, Syntax, parse, settled
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
