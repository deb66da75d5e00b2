"""Writes a text in canonical form: `sopc fmt`. There are no options.

One blank line stands between statements, comments keep to what they stand above, and statements are
written as :mod:`sopdsl.syntax.printing` says. A statement that is not well-formed is left as it is.
Formatting twice changes nothing more, and what the text means never changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sopdsl.syntax.parsing import Part, parts, tree_machine
from sopdsl.syntax.printing import INDENT, print_statement

_LINE_BREAK = re.compile(r"\r\n|[\r\n]")


def format_text(text: str) -> str:
    """Return a text in canonical form, with ``\\n`` at the end of each line."""
    blocks: list[list[str]] = []
    position = 0
    for part in parts(text):
        gap = _Gap.read(text[position : part.piece.start], after_statement=bool(position))
        if gap.trailing:
            blocks[-1] += gap.trailing
        blocks += gap.blocks
        blocks.append([*gap.attached, *_statement(text, part)])
        position = part.piece.span.end
    gap = _Gap.read(text[position:], after_statement=bool(position))
    if gap.trailing:
        blocks[-1] += gap.trailing
    blocks += [*gap.blocks, gap.attached] if gap.attached else gap.blocks
    return "".join("\n".join(block) + "\n" for block in _separated(blocks))


@dataclass(slots=True)
class _Gap:
    """What stands between two statements.

    Attributes:
        trailing: comments that end the statement above: indented, right below it.
        blocks: comments that stand alone.
        attached: comments right above the next statement.
    """

    trailing: list[str] = field(default_factory=list[str])
    blocks: list[list[str]] = field(default_factory=list[list[str]])
    attached: list[str] = field(default_factory=list[str])

    @classmethod
    def read(cls, text: str, *, after_statement: bool) -> _Gap:
        gap = cls()
        lines = _LINE_BREAK.split(text)[int(after_statement) :]
        below = after_statement
        for number, line in enumerate(lines):
            comment = line.strip()
            if not comment and number < len(lines) - 1:
                below = False
                if gap.attached:
                    gap.blocks.append(gap.attached)
                    gap.attached = []
            elif comment:
                below = below and line[0] != comment[0]
                (gap.trailing if below else gap.attached).append(
                    INDENT + comment if below else comment
                )
        return gap


def _statement(text: str, part: Part) -> list[str]:
    if part.statement is not None and not part.errors:
        return print_statement(tree_machine(), part.piece.text)
    start = part.piece.start
    while start and text[start - 1] not in "\r\n":
        start -= 1
    return _LINE_BREAK.split(text[start : part.piece.span.end])


def _separated(blocks: list[list[str]]) -> list[list[str]]:
    return [block if number == 0 else ["", *block] for number, block in enumerate(blocks)]
