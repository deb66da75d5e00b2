"""What a repair is, what it costs, and what it starts from: a token that cannot stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
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


class Kind(Enum):
    """What an edit does; the value is its cost: how unlike a slip of the pen it is."""

    MISSPELT = 0.3  # a word is nearly a keyword
    CLOSE_QUOTE = 0.4
    COMMA = 0.5  # a comma at the end of a line, and the next line is no continuation
    OPEN_QUOTE = 0.6
    DROP_SIGN = 0.7  # a character that means nothing
    INSERT_WORD = 0.8  # a keyword or sign is missing
    NEW_LINE = 0.45  # two entries on one line
    QUOTE = 0.95  # words that should be a text
    DELETE = 1.0
    DROP_QUOTE = 1.05
    INSERT_VALUE = 1.2  # a name, text, date … is missing
    REPLACE = 1.4
    SKIP = 2.5  # the rest of the line is given up


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
        return Edit(kind, kind.value + extra, index, tokens, position, place, key, changes)

    @property
    def line_start(self) -> int:
        """Return the index of the first token of the line."""
        index = len(self.tokens)
        while index and self.tokens[index - 1][0] != self.reader.line:
            index -= 1
        return index
