"""From text to tree and back: statements, LALR parsing, repair, the formatter.

What the words mean is not known here. Start with :func:`parse`.
"""

from __future__ import annotations

from sopdsl.syntax.grammar import grammar_text
from sopdsl.syntax.parsing import Memo, Syntax, parse

__all__ = ["Memo", "Syntax", "grammar_text", "parse"]
