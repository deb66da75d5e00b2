"""Writes a text in canonical form: `sopc fmt`. There are no options.

One blank line stands between statements, comments keep to what they stand above, and statements are
written as :mod:`sopdsl.syntax.printing` says. A statement that is not well-formed is left as it is.
Formatting twice changes nothing more, and what the text means never changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sopdsl.syntax.parsing import tree_machine
from sopdsl.syntax.printing import INDENT, print_statement
from sopdsl.syntax.recovery import Part, parts

_LINE_BREAK = re.compile(r"\r\n|[\r\n]")
_COMMENT = re.compile(r"#.*(?<=\S)")


def format_text(text: str) -> str:
    r"""Return a text in canonical form, with ``\n`` at the end of each line."""
    blocks: list[list[str]] = []
    position = 0
    for part in parts(text, {}):
        gap = _read_gap(text[position : part.piece.start], below=bool(position))
        if gap.trailing:
            blocks[-1] += gap.trailing
        blocks += gap.blocks
        blocks.append([*gap.attached, *_statement(text, part)])
        position = part.piece.span.end
    gap = _read_gap(text[position:] + "\n", below=bool(position))
    if gap.trailing:
        blocks[-1] += gap.trailing
    blocks += [block for block in (*gap.blocks, gap.attached) if block]
    return "\n".join("\n".join(block) + "\n" for block in blocks)


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


def _read_gap(text: str, *, below: bool) -> _Gap:
    """Sort the comments between two statements.

    Args:
        text: up to the next statement, its indentation included.
        below: whether a statement stands above, so that the text begins with the end of its line.
    """
    gap = _Gap()
    for line in _LINE_BREAK.split(text)[int(below) : -1]:
        comment = _COMMENT.search(line)
        if comment is None:
            below = False
            if gap.attached:
                gap.blocks.append(gap.attached)
                gap.attached = []
            continue
        below = below and comment.start() > 0
        (gap.trailing if below else gap.attached).append((INDENT if below else "") + comment[0])
    return gap


def _statement(text: str, part: Part) -> list[str]:
    if part.statement is not None and not part.errors:
        return print_statement(tree_machine(), part.piece.text)
    start = part.piece.start
    while start and text[start - 1] not in "\r\n":
        start -= 1
    return _LINE_BREAK.split(text[start : part.piece.span.end])
