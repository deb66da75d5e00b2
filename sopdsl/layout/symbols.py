"""How big the symbols of a cell are, and how several stand one above the other.

A symbol is as wide as its lane allows, and as high as its own text asks for. A question that finds
no room inside its diamond stands below it, where it bars at most the lowest of the four ports.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from sopdsl.layout import measures
from sopdsl.layout.metrics import text_width
from sopdsl.layout.text import first_lines, widest_piece, wrap
from sopdsl.model.types import Step, Symbol, SymbolKind, SymbolRef

TEXT_SIZE = measures.SMALLEST_TYPE
_LEADING = measures.LEADING * TEXT_SIZE
_INK = (measures.ASCENT + measures.DESCENT) * TEXT_SIZE
_MOST_LINES = 12  # of a text inside a symbol
_MOST_LETTERS = 500
_COMFORTABLE_LINES = 4
_INSET = 2.5  # between a box and its text
_MOST_RADIUS = 11.0
_BESIDE_GAP = 1.5
_BUSY_GAP = 8.0  # an arrow can leave between the symbol and the text
_HIGH, _HIGHEST = 1.05, 1.7  # of a diamond's width, before its question stands below
_DIAMOND_GAPS = (10.0, 7.0)  # beside a diamond that is widened for its question
_WRAPS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.4)  # shares of a diamond's width to try a question in


@dataclass(frozen=True, slots=True)
class SizedSymbol:
    """A symbol with its size; ``beside`` are the lines that stand below it."""

    symbol: Symbol
    width: float
    height: float
    radius: float = 0.0
    lines: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    gap: float = _BESIDE_GAP
    cut: bool = False

    @property
    def full_height(self) -> float:
        """Return the height with the lines below it."""
        if not self.beside:
            return self.height
        return self.beside_top + len(self.beside) * _LEADING

    @property
    def beside_top(self) -> float:
        """Return where the lines below begin, measured from the symbol's top."""
        return self.height + self.gap


@dataclass(frozen=True, slots=True)
class Stack:
    """The symbols of one cell from the top down.

    Attributes:
        above: height from the top of the stack to the middle of the symbol that carries the
            activity; that middle stands on the row's axis, so that ties within a row run straight.
        below: height from there to the end of the stack.
    """

    symbols: tuple[SizedSymbol, ...]
    above: float
    below: float


def stack_symbols(
    step: Step, lane: str, lane_width: float, busy: Container[SymbolRef] = ()
) -> Stack:
    """Return the symbols that ``step`` has in ``lane``; ``busy`` ones need all their ports."""
    own = sorted((s for s in step.symbols if s.ref.lane == lane), key=lambda s: s.ref.part)
    sized = tuple(size_symbol(symbol, lane_width, busy=symbol.ref in busy) for symbol in own)
    axis = _carrier(step, own)
    gaps = measures.STACK_GAP * axis
    above = sum(s.full_height for s in sized[:axis]) + gaps + sized[axis].height / 2
    total = sum(s.full_height for s in sized) + measures.STACK_GAP * (len(sized) - 1)
    return Stack(sized, above, total - above)


def lane_for_texts(symbols: Iterable[Symbol]) -> float:
    """Return the least lane width, within bounds, at which every symbol holds its own text.

    It holds it when no word is broken, nothing has to stand below, and the lines are few.
    """
    texted = [symbol for symbol in symbols if symbol.text or symbol.question]
    width = measures.LANE_LEAST
    while width < measures.LANE_MOST_TEXTED and not all(_holds(s, width) for s in texted):
        width += 2.0
    return width


def size_symbol(symbol: Symbol, lane_width: float, *, busy: bool = False) -> SizedSymbol:
    """Return the size of one symbol in a lane of that width.

    A ``busy`` diamond gets higher than looks well before its question may bar a port.
    """
    width = round(lane_width - 2 * measures.symbol_gap(lane_width), 2)
    if symbol.kind is SymbolKind.KEPUTUSAN:
        return _diamond(symbol, width, lane_width, busy=busy)
    capsule = symbol.kind is not SymbolKind.PROSES
    height = max(13.0, min(20.0, 0.46 * width))
    if not symbol.text:
        return SizedSymbol(symbol, width, height, height / 2 if capsule else 0.0)
    inset = 2 * _INSET + (3.0 if capsule else 0.0)
    asked = widest_piece(symbol.text[:_MOST_LETTERS], TEXT_SIZE) + inset
    width = max(width, min(lane_width - 2 * measures.SYMBOL_GAP_LEAST, round(asked + 0.1, 1)))
    lines, cut = _lines(symbol.text[:_MOST_LETTERS], width - inset)
    height = max(height, len(lines) * _LEADING + 2 * _INSET)
    radius = min(height / 2, _MOST_RADIUS) if capsule else 0.0
    return SizedSymbol(symbol, width, height, radius, lines, cut=cut)


def _holds(symbol: Symbol, lane_width: float) -> bool:
    sized = size_symbol(symbol, lane_width)
    usual = lane_width - 2 * measures.symbol_gap(lane_width)
    few = len(sized.lines) <= _COMFORTABLE_LINES
    return few and not sized.beside and sized.width <= usual + 0.01


def _carrier(step: Step, own: Sequence[Symbol]) -> int:
    """Return the index of the symbol that carries the activity: what ties meet, else no capsule."""
    tied = {end for tie in step.ties for end in (tie.first, tie.second)}
    for index, symbol in enumerate(own):
        if symbol.ref in tied:
            return index
    for index, symbol in enumerate(own):
        if symbol.kind in {SymbolKind.PROSES, SymbolKind.KEPUTUSAN}:
            return index
    return 0


def _diamond(symbol: Symbol, width: float, lane_width: float, *, busy: bool) -> SizedSymbol:
    height = max(18.0, min(28.0, 0.62 * width))
    question = (symbol.question or symbol.text)[:_MOST_LETTERS]
    if not question:
        return SizedSymbol(symbol, width, height)
    for wider in (width, *(lane_width - 2 * gap for gap in _DIAMOND_GAPS)):
        if wider < width:
            continue
        needed, lines = _within_diamond(question, wider)
        if needed <= max(34.0, (_HIGHEST if busy else _HIGH) * wider):
            return SizedSymbol(symbol, round(wider, 2), max(height, needed), lines=lines)
    lines, cut = _lines(question, lane_width - 2 * measures.TRACK - 1)
    gap = _BUSY_GAP if busy else _BESIDE_GAP
    return SizedSymbol(symbol, width, height, beside=lines, gap=gap, cut=cut)


def _within_diamond(question: str, width: float) -> tuple[float, tuple[str, ...]]:
    """Return the least height of a diamond that holds a question, and the question's lines."""
    best: tuple[float, tuple[str, ...]] = (float("inf"), ())
    if widest_piece(question, TEXT_SIZE) > width:
        return best
    for share in _WRAPS:
        lines = wrap(question, max(share * width, widest_piece(question, TEXT_SIZE)), TEXT_SIZE)
        needed = _diamond_height(lines, width)
        if needed < best[0] - 0.5:
            best = needed, lines
    return best


def _diamond_height(lines: tuple[str, ...], width: float) -> float:
    """Return how high a diamond must be so that the ink of every line lies inside it."""
    needed = 0.0
    for index, line in enumerate(lines):
        off_centre = abs(index - (len(lines) - 1) / 2) * _LEADING
        share = text_width(line, TEXT_SIZE) / width
        if share >= 1:
            return float("inf")
        needed = max(needed, (2 * off_centre + _INK) / (1 - share))
    return needed


def _lines(text: str, width: float) -> tuple[tuple[str, ...], bool]:
    """Return a text's lines, and whether some had to be left out."""
    lines = wrap(text, width, TEXT_SIZE)
    return first_lines(lines, _MOST_LINES, width, TEXT_SIZE), len(lines) > _MOST_LINES
