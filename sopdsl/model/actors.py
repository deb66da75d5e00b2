"""What an actor expression and the actors' own parts make of a row: its symbols and their lines.

The rule of the language (LANGUAGE, "step"): ``|`` divides a row into parts that run in parallel, a
part is one or more chains with ``,`` between them, a chain is actors with ``>`` or ``<>`` between
them; an actor named again is the same symbol. In every part one chain leads, the first-written:
arrows enter at its first actor and leave at its last, or at its first when that actor is named
again in the part (``ketua > anggota, ketua <> kabag``: ketua goes on). So:

* ``mulai`` puts its capsule where arrows would enter, ``selesai`` and ``keputusan`` put capsule and
  diamond where arrows leave; all other symbols are boxes. In ``keputusan oleh a, b`` therefore
  ``a`` decides and ``b`` takes part, which keeps every line into and out of the decision on one
  symbol. Who wants ``b`` to decide writes its question or exits as ``oleh b …``: the diamond is
  then ``b``'s, unless the step still has a question or exits that no actor of it answers for.
* Two kinds stand one upon the other in the leading cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from sopdsl.model.types import SymbolKind, TieKind
from sopdsl.syntax.tree import ActorSign

Cell = tuple[SymbolKind, ...]

_CAPSULES = frozenset({SymbolKind.MULAI, SymbolKind.SELESAI})


@dataclass(frozen=True, slots=True)
class Link:
    """Two actors of a row and what ties them."""

    kind: TieKind
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Row:
    """The symbols of one step before it has a name.

    Attributes:
        cells: kinds of the symbols in each actor's cell, from the top; in order of first writing.
        links: hand-overs and two-way arrows.
        joint: groups of actors that work together; neighbours in each group are tied.
        entries: actors at which an arrow arrives, one for each parallel part.
        leaders: actors from which the step's own arrows leave, one for each parallel part.
    """

    cells: Mapping[str, Cell]
    links: tuple[Link, ...]
    joint: tuple[tuple[str, ...], ...]
    entries: tuple[str, ...]
    leaders: tuple[str, ...]

    @property
    def exits(self) -> tuple[str, ...]:
        """Return the leaders that go on: those whose cell does not close with an end capsule."""
        return tuple(
            actor for actor in self.leaders if self.cells[actor][-1] is not SymbolKind.SELESAI
        )


def arrange(
    actors: Sequence[str],
    signs: Sequence[ActorSign],
    kinds: Cell,
    *,
    own_kinds: Mapping[str, Cell],
    own_decisions: AbstractSet[str],
    step_decides: bool,
) -> Row:
    """Return the row that an actor expression makes.

    Args:
        actors: the actors as written.
        signs: the signs between them.
        kinds: the step's kinds as written, one or two.
        own_kinds: symbols of actors that were given their own (``oleh a selesai``).
        own_decisions: actors with a question or exits of their own.
        step_decides: whether the step has exits or a question for its leader, besides theirs.
    """
    if not actors:
        return Row({}, (), (), (), ())
    cells: dict[str, Cell] = dict.fromkeys(actors, ())
    links: list[Link] = []
    joint: list[tuple[str, ...]] = []
    entries: dict[str, None] = {}
    leaders: dict[str, None] = {}
    for part in _parts(actors, signs):
        lead, *others = part
        entry = lead.actors[0]
        again = any(entry in chain.actors for chain in others)
        leader = entry if again else lead.actors[-1]
        named = {actor for chain in part for actor in chain.actors}
        moved = not step_decides and bool(own_decisions & named) and leader not in own_decisions
        for actor, cell in _cells(kinds, entry, leader, moved).items():
            cells[actor] = cells[actor] or cell
        links += [link for chain in part for link in chain.links()]
        joint += _joint(part)
        entries.setdefault(entry)
        leaders.setdefault(leader)
    cells = {
        actor: own_kinds.get(actor) or _decided(cell, actor in own_decisions)
        for actor, cell in cells.items()
    }
    return Row(cells, _merged(links), tuple(joint), tuple(entries), tuple(leaders))


def arrival(cell: Cell) -> int:
    """Return the part of a cell at which arrows arrive: the top, or what stands below a start."""
    return 1 if len(cell) > 1 and cell[0] is SymbolKind.MULAI else 0


def departure(cell: Cell) -> int:
    """Return the part of a cell from which arrows leave: the lowest."""
    return len(cell) - 1


def decision(cell: Cell) -> int | None:
    """Return the part of a cell that is a diamond, if any."""
    return cell.index(SymbolKind.KEPUTUSAN) if SymbolKind.KEPUTUSAN in cell else None


def activity(cell: Cell) -> int:
    """Return the part of a cell that carries the activity: the first that is no capsule."""
    return next((part for part, kind in enumerate(cell) if kind not in _CAPSULES), 0)


@dataclass(frozen=True, slots=True)
class _Chain:
    """Actors with ``>`` and ``<>`` between them."""

    actors: tuple[str, ...]
    signs: tuple[ActorSign, ...]

    def links(self) -> Iterator[Link]:
        for (first, second), sign in zip(pairwise(self.actors), self.signs, strict=True):
            if first != second:
                kind = TieKind.TWO_WAY if sign == "<>" else TieKind.HANDOVER
                yield Link(kind, first, second)


def _parts(actors: Sequence[str], signs: Sequence[ActorSign]) -> list[list[_Chain]]:
    parts: list[list[_Chain]] = [[]]
    start = 0
    for at in range(len(actors)):
        sign = signs[at] if at < len(signs) and at + 1 < len(actors) else "|"
        if sign in (",", "|"):
            parts[-1].append(_Chain(tuple(actors[start : at + 1]), tuple(signs[start:at])))
            start = at + 1
            if sign == "|" and start < len(actors):
                parts.append([])
    return parts


def _cells(kinds: Cell, entry: str, leader: str, decision_moved: bool) -> dict[str, Cell]:
    """Return the cells that are not plain boxes."""
    cells: dict[str, Cell] = {}
    if kinds[0] is SymbolKind.MULAI and entry != leader:
        if kinds[1:] in ((), (SymbolKind.PROSES,)):
            return {entry: kinds}
        cells[entry], kinds = (SymbolKind.MULAI,), kinds[1:]
    if decision_moved:
        kinds = tuple(kind for kind in kinds if kind is not SymbolKind.KEPUTUSAN)
    cells[leader] = kinds
    return cells


def _decided(cell: Cell, own_decision: bool) -> Cell:
    """Return a cell completed: a box where nothing was said, a diamond for who decides."""
    if own_decision and SymbolKind.KEPUTUSAN not in cell:
        if cell in ((), (SymbolKind.PROSES,)):
            return (SymbolKind.KEPUTUSAN,)
        if cell[-1] is not SymbolKind.SELESAI:
            return (*cell, SymbolKind.KEPUTUSAN)
    return cell or (SymbolKind.PROSES,)


def _joint(part: list[_Chain]) -> list[tuple[str, ...]]:
    """Return who is tied by plain lines; chains that share an actor need none."""
    if all(len(chain.actors) == 1 for chain in part):
        together = tuple(dict.fromkeys(chain.actors[0] for chain in part))
        return [together] if len(together) > 1 else []
    groups: list[tuple[str, ...]] = []
    connected: list[set[str]] = []
    for chain in part:
        members = set(chain.actors)
        touching = [group for group in connected if group & members]
        connected = [group for group in connected if not group & members]
        connected.append(members.union(*touching))
    for before, after in pairwise(part):
        left, right = before.actors[-1], after.actors[0]
        if not any({left, right} <= group for group in connected):
            groups.append((left, right))
            one = next(group for group in connected if left in group)
            two = next(group for group in connected if right in group)
            connected = [group for group in connected if group is not one and group is not two]
            connected.append(one | two)
    return groups


def _merged(links: list[Link]) -> tuple[Link, ...]:
    """Return the links, each pair of actors once; there and back makes a two-way arrow."""
    merged: dict[frozenset[str], Link] = {}
    for link in links:
        pair = frozenset((link.first, link.second))
        known = merged.setdefault(pair, link)
        if known != link:
            merged[pair] = Link(TieKind.TWO_WAY, known.first, known.second)
    return tuple(merged.values())
