"""What a repair is, what it costs, and what it starts from: a token that cannot stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sopdsl.diagnostics import TextEdit
from sopdsl.source import Span
from sopdsl.syntax.grammar import END, Key
from sopdsl.syntax.lalr import Token
from sopdsl.syntax.reader import Reader, Stack

BACK: Final = 3
"""Edits are tried at this many tokens before the one that cannot stand, too."""

BACK_COST: Final = 0.3
"""What it costs to look a token further back: the slip is most likely where reading stops."""


class Kind(StrEnum):
    """What an edit does."""

    MISSPELT = "a word is nearly a keyword"
    CLOSE_QUOTE = "a text has no closing quote"
    OPEN_QUOTE = "a text has no opening quote"
    DROP_QUOTE = "a quote has no partner"
    QUOTE = "words should be a text"
    JOIN = "a value stands on the line below its keyword"
    NEW_LINE = "two entries stand on one line"
    COMMA = "a list ends in a comma"
    DROP_SIGN = "a character means nothing"
    INSERT_WORD = "a keyword or sign is missing"
    INSERT_VALUE = "a name, text, date … is missing"
    DELETE = "something is one too many"
    REPLACE = "something stands for something else"
    SKIP = "the rest of the line is given up"


COSTS: Final = {
    Kind.MISSPELT: 0.3,
    Kind.CLOSE_QUOTE: 0.4,
    Kind.JOIN: 0.4,
    Kind.NEW_LINE: 0.45,
    Kind.COMMA: 0.5,
    Kind.OPEN_QUOTE: 0.6,
    Kind.DROP_SIGN: 0.7,
    Kind.INSERT_WORD: 0.8,
    Kind.QUOTE: 0.95,
    Kind.DELETE: 1.0,
    Kind.DROP_QUOTE: 1.05,
    Kind.INSERT_VALUE: 1.2,
    Kind.REPLACE: 1.4,
    Kind.SKIP: 2.5,
}
"""How unlike a slip of the pen each kind is; found by trying some hundred slips (`bench.slips`)."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair to be tried.

    Attributes:
        kind: what it does.
        cost: what it costs, looking back included.
        index: how many of the tokens read so far are kept.
        tokens: tokens that the edit itself yields.
        position: where reading goes on.
        place: what to point at.
        key: the terminal that was put in, or the keyword that a word was meant to be.
        changes: the repair as changes of the text; none when a line is given up.
    """

    kind: Kind
    cost: float
    index: int
    tokens: tuple[Token, ...]
    position: int
    place: Span
    key: Key | None
    changes: tuple[TextEdit, ...]


@dataclass(frozen=True, slots=True)
class Impasse:
    """A token that cannot stand where it stands, and what was read before it.

    Attributes:
        tokens: all tokens before ``token``.
        stacks: the stack before each of them, and the one before ``token``.
    """

    reader: Reader
    tokens: list[Token]
    stacks: list[Stack]
    token: Token

    def at(self, index: int) -> Token:
        """Return a token by its index; ``token`` comes after all others."""
        return self.tokens[index] if index < len(self.tokens) else self.token

    def is_line_end(self, token: Token) -> bool:
        """Tell whether a token ends its line."""
        return token[0] in {END, self.reader.line}

    def edit(
        self,
        kind: Kind,
        index: int,
        tokens: tuple[Token, ...],
        position: int,
        place: Span,
        *changes: TextEdit,
        extra: float = 0.0,
        key: Key | None = None,
    ) -> Edit:
        """Return an edit of a kind; ``extra`` is added to the kind's own cost."""
        return Edit(kind, COSTS[kind] + extra, index, tokens, position, place, key, changes)

    @property
    def line_start(self) -> int:
        """Return the index of the first token of the line."""
        index = len(self.tokens)
        while index and self.tokens[index - 1][0] != self.reader.line:
            index -= 1
        return index
