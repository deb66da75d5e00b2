"""Symbols and page connectors: one outline each, and what stands in it.

A symbol without a text of its own bears the number of its row, so that the eye finds the row of an
arrow's end without following the lines of the table. A connector leads to its other half.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopdsl.drawing.items import Group, Item, Link, Point, Polygon, Rect, Text
from sopdsl.drawing.places import Places, connector_id
from sopdsl.layout.metrics import text_width
from sopdsl.layout.routing.types import Box, Pentagon
from sopdsl.layout.types import PlacedPage, PlacedSymbol, PlacedWire, TextBlock, lane_column
from sopdsl.model.types import SymbolKind

_OUTLINES: Mapping[SymbolKind, str] = {
    SymbolKind.MULAI: "sop-outline sop-mulai",
    SymbolKind.PROSES: "sop-outline",
    SymbolKind.KEPUTUSAN: "sop-outline sop-keputusan",
    SymbolKind.SELESAI: "sop-outline sop-selesai",
}
_HALF_CAPITAL = 0.36  # of the type size: from a capital's middle down to its baseline
_LETTER_SIZE = 7.0
_NAME_DROP = 7.4  # from a pentagon's top to the baseline of its name, over a note
_NUMBER_SIZE = 7.0


def symbols(page: PlacedPage, lanes: Mapping[str, str], *, numbered: bool) -> Iterator[Item]:
    """Yield the symbols of a page.

    Args:
        page: the page.
        lanes: printed names of lanes by id.
        numbered: whether they bear the number of their row where they have no text.
    """
    for symbol in page.symbols:
        inner: list[Item] = []
        if symbol.text is not None:
            inner.append(_text("sop-letter", symbol.text))
        elif numbered:
            inner.append(_number(symbol))
        lane = lanes.get(symbol.ref.lane, symbol.ref.lane)
        yield Group(
            role="sop-symbol",
            items=(_outline(symbol), *inner),
            title=f"Langkah {symbol.row}, {symbol.kind.value}, oleh {lane}",
            data=(
                ("step", symbol.ref.step),
                ("kind", symbol.kind.value),
                ("actor", symbol.ref.lane),
                ("row", str(symbol.row)),
                ("line", str(symbol.line)),
                ("rows", str(symbol.row)),
            ),
        )
        if symbol.beside is not None:
            cell = f"{symbol.row}:{lane_column(symbol.ref.lane)}"
            yield _text("sop-text", symbol.beside, cell)


def connector(
    page: PlacedPage, pentagon: Pentagon, rows: Mapping[str, int], places: Places | None
) -> Item:
    """Return a page connector; with ``places`` it is a link to its other half.

    Args:
        page: the page.
        pentagon: the connector.
        rows: row of each step, by its id.
        places: where the other half is.
    """
    wire = page.wires[pentagon.wire]
    here = {symbol.ref for symbol in page.symbols}
    leaves = wire.source in here
    far = wire.target if leaves else wire.source
    outline = Polygon("sop-outline sop-konektor", pentagon.points)
    items: tuple[Item, ...] = (outline, *_letter(pentagon))
    title = f"Penghubung {pentagon.letter} {'ke' if leaves else 'dari'} langkah {rows[far.step]}"
    if places:
        other = places.page_of[far.step]
        href = f"#{connector_id(pentagon.letter, other)}"
        title += f", halaman {other}"
        items = (Link(href, items, title, connector_id(pentagon.letter, places.page)),)
    return Group(
        role="sop-symbol",
        items=items,
        title=title,
        data=(
            ("step", far.step),
            ("kind", "konektor"),
            ("actor", far.lane),
            ("connector", pentagon.letter),
            ("rows", both_rows(wire, rows)),
        ),
    )


def both_rows(wire: PlacedWire, rows: Mapping[str, int]) -> str:
    """Return the rows that a line joins, as ``3 4``."""
    ends = dict.fromkeys((rows[wire.source.step], rows[wire.target.step]))
    return " ".join(map(str, ends))


def _outline(symbol: PlacedSymbol) -> Item:
    role = _OUTLINES[symbol.kind]
    left, top, right, bottom = symbol.box
    if symbol.kind is SymbolKind.KEPUTUSAN:
        x, y = symbol.box.centre
        return Polygon(role, ((x, top), (right, y), (x, bottom), (left, y)))
    return Rect(role, left, top, right - left, bottom - top, symbol.radius)


def _number(symbol: PlacedSymbol) -> Item:
    x, y = symbol.box.centre
    baseline = y + _HALF_CAPITAL * _NUMBER_SIZE
    line = (str(symbol.row),)
    return Text("sop-number", line, x, baseline, _NUMBER_SIZE, _NUMBER_SIZE, anchor="middle")


def _text(role: str, block: TextBlock, cell: str = "") -> Item:
    data = (("cell", cell),) if cell else ()
    return Text(
        role, block.lines, block.x, block.y, block.size, block.leading, anchor="middle", data=data
    )


def _letter(pentagon: Pentagon) -> Iterator[Item]:
    """Yield a connector's name, and the page where the arrow goes on if there is room for it."""
    x, y = _middle(pentagon)
    size = _letter_size(pentagon.letter, pentagon.box)
    room = pentagon.box.right - pentagon.box.left - 2.0
    noted = bool(pentagon.note) and text_width(pentagon.note, _LETTER_SIZE) <= room
    baseline = pentagon.box.top + _NAME_DROP if noted else y + _HALF_CAPITAL * size
    line = (pentagon.letter,)
    yield Text("sop-letter", line, x, baseline, size, size, anchor="middle", bold=True)
    if noted:
        note, under = (pentagon.note,), baseline + _LETTER_SIZE
        yield Text("sop-letter", note, x, under, _LETTER_SIZE, _LETTER_SIZE, anchor="middle")


def _middle(pentagon: Pentagon) -> Point:
    """Return the middle of the pentagon's area, which is nearer to its flat side."""
    xs, ys = zip(*pentagon.points, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _letter_size(letter: str, box: Box) -> float:
    """Return the type size at which a connector's name fits its pentagon."""
    room = box.right - box.left - 2.0
    return min(_LETTER_SIZE, room / max(0.1, text_width(letter, 1.0, bold=True)))
