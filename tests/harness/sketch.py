"""Pages as letters: a layout that a reader sees in a diff.

One letter is 7 points wide and one line 9 points high. ``|`` ``-`` are table lines; ``[##]`` is a
box, ``(##)`` a capsule, ``<##>`` a diamond, ``{A}`` a connector; ``.`` are arrows, ``v ^ < >`` at
their tips. Of a text stands as much as it is wide.
"""

from __future__ import annotations

from itertools import pairwise

from sopdsl.layout.routing.types import Box
from sopdsl.layout.types import PlacedPage, TextBlock
from sopdsl.model.types import SymbolKind

ACROSS, DOWN = 7.0, 9.0
_ENDS = {
    SymbolKind.MULAI: "()",
    SymbolKind.SELESAI: "()",
    SymbolKind.PROSES: "[]",
    SymbolKind.KEPUTUSAN: "<>",
}


def sketch(page: PlacedPage) -> str:
    """Return a page as lines of letters, blank edges left out."""
    paper = _Paper(page)
    for cell in page.cells:
        paper.frame(cell.box)
    for text in [*(text for cell in page.cells for text in cell.texts), *page.captions]:
        paper.text(text)
    for wire, points in zip(page.wires, page.routed.paths, strict=True):
        for start, end in pairwise(points):
            paper.line(start, end)
        if wire.kind != "join":
            paper.tip(points[-2], points[-1])
        if wire.kind == "two-way":
            paper.tip(points[1], points[0])
    for symbol in page.symbols:
        paper.symbol(symbol.box, _ENDS[symbol.kind])
        for inner in filter(None, (symbol.text, symbol.beside)):
            paper.text(inner)
    for pentagon in page.routed.pentagons:
        paper.write(*pentagon.box.centre, "{" + pentagon.letter + "}")
    for label in page.routed.labels:
        paper.write(*label.box.centre, " ".join(label.lines))
    return paper.drawn()


class _Paper:
    def __init__(self, page: PlacedPage) -> None:
        self.left = page.frame.left
        self.top = min([page.frame.top, *(text.y - text.size for text in page.captions)])
        bottom = max([page.frame.bottom, *(text.y + text.size for text in page.captions)])
        width = int((page.frame.right - self.left) / ACROSS) + 2
        height = int((bottom - self.top) / DOWN) + 2
        self.letters = [[" "] * width for _ in range(height)]

    def at(self, x: float, y: float) -> tuple[int, int]:
        return round((x - self.left) / ACROSS), round((y - self.top) / DOWN)

    def put(self, column: int, line: int, letter: str) -> None:
        if 0 <= line < len(self.letters) and 0 <= column < len(self.letters[line]):
            self.letters[line][column] = letter

    def frame(self, box: Box) -> None:
        (left, top), (right, bottom) = self.at(*box[:2]), self.at(*box[2:])
        for line in range(top, bottom + 1):
            self.put(left, line, "|")
            self.put(right, line, "|")
        for column in range(left, right + 1):
            for line in (top, bottom):
                self.put(column, line, "+" if column in {left, right} else "-")

    def text(self, block: TextBlock) -> None:
        for number, text in enumerate(block.lines):
            column, line = self.at(block.x, block.y + number * block.leading - block.size / 3)
            shown = text[: max(1, round(len(text) * 0.5 * block.size / ACROSS))]
            column += -(len(shown) // 2) if block.centred else 1
            for offset, letter in enumerate(shown):
                self.put(column + offset, line, letter)

    def write(self, x: float, y: float, text: str) -> None:
        column, line = self.at(x, y)
        for offset, letter in enumerate(text):
            self.put(column - len(text) // 2 + offset, line, letter)

    def symbol(self, box: Box, ends: str) -> None:
        (left, top), (right, bottom) = self.at(*box[:2]), self.at(*box[2:])
        for line in range(top, bottom + 1):
            for column in range(left, right + 1):
                letter = ends[0] if column == left else ends[1] if column == right else "#"
                self.put(column, line, letter)

    def line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        (a, b), (c, d) = self.at(*start), self.at(*end)
        for column in range(min(a, c), max(a, c) + 1):
            self.put(column, b, ".")
        for line in range(min(b, d), max(b, d) + 1):
            self.put(c, line, ".")

    def tip(self, before: tuple[float, float], end: tuple[float, float]) -> None:
        across, down = end[0] - before[0], end[1] - before[1]
        flat = abs(across) > abs(down)
        letter = (">" if across > 0 else "<") if flat else ("v" if down > 0 else "^")
        step = 1 if across + down > 0 else -1
        column, line = self.at(*end)
        self.put(column - step * flat, line - step * (not flat), letter)

    def drawn(self) -> str:
        return "\n".join("".join(line).rstrip() for line in self.letters).rstrip() + "\n"
