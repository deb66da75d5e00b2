"""A statement as logical lines: its tokens with the comments that stand among them.

The parser ignores comments; the formatter must not lose one. A comment stands at the end of a line
(after a token, or after a comma that goes on in the next line) or on a line of its own (above an
entry, or above the next element of a list).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sopdsl.syntax.grammar import END
from sopdsl.syntax.lalr import Machine, Token, scan

_COMMENT = re.compile(r"#[^\r\n]*")
_LINE_BREAK = re.compile(r"\r\n|[\r\n]")


@dataclass(slots=True)
class Remark:
    """Comments at one place: behind what stands before them, and on lines of their own after it."""

    behind: str = ""
    below: list[str] = field(default_factory=list[str])


@dataclass(slots=True)
class LogicalLine:
    """A head or an entry, with what an author noted about it.

    Attributes:
        above: comments on lines of their own above it.
        tokens: its tokens, without line breaks.
        behind: the comment at its end, or empty.
        remarks: comments within, by the index of the comma they follow.
    """

    above: list[str] = field(default_factory=list[str])
    tokens: list[Token] = field(default_factory=list[Token])
    behind: str = ""
    remarks: dict[int, Remark] = field(default_factory=dict[int, Remark])


def resolved_tokens(machine: Machine, text: str) -> list[Token]:
    """Return the tokens of a well-formed statement as the parser sees them, the end last."""
    tokens: list[Token] = []
    states = [machine.grammar.start]

    def recorded() -> Iterator[Token]:
        for token in scan(machine.grammar, text, states):
            tokens.append(token)
            yield token

    machine.run(recorded(), states)
    return tokens


def logical_lines(machine: Machine, text: str) -> list[LogicalLine]:
    """Return the logical lines of a well-formed statement."""
    grammar = machine.grammar
    lines = [LogicalLine()]
    position = 0
    for token in resolved_tokens(machine, text):
        key, word, start, end = token
        line = lines[-1]
        if gap := _COMMENT.search(text, position, start):  # only before a line break or the end
            line.behind = gap[0].rstrip()
        if key == grammar.keys["_LINE"]:
            lines.append(LogicalLine(above=_comments(word).below))
        elif key != END:
            if key == grammar.keys["_COMMA"] and "#" in word:
                line.remarks[len(line.tokens)] = _comments(word)
            line.tokens.append(token)
        position = end
    return lines


def _comments(text: str) -> Remark:
    """Return the comments in a token that spans line breaks."""
    first, *rest = _LINE_BREAK.split(text)
    return Remark(
        behind="".join(_COMMENT.findall(first)).rstrip(),
        below=[match[0].rstrip() for line in rest if (match := _COMMENT.search(line))],
    )
