"""Every arrow of a chart: the written ones, and those that silence means.

Silence means that the next step follows. It never means an arrow out of an end capsule, and never
one into a step that begins a flow: of two starts written one below the other, both lead to the
first step after them. A decision with fewer than two exits also goes on to the next step, without a
label, so that the picture holds together; a rule speaks about the missing exit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sopdsl.diagnostics import Related
from sopdsl.language import Phrase
from sopdsl.model.actors import arrival, decision, departure
from sopdsl.model.findings import Findings
from sopdsl.model.step_entries import KINDS
from sopdsl.model.steps import Draft
from sopdsl.model.types import Edge, EdgeRole, SymbolKind, SymbolRef
from sopdsl.source import Span
from sopdsl.syntax import tree

LABELS = {"ya": "Ya", "tidak": "Tidak"}
"""What an exit of a decision says when its author gave no wording."""

_ENOUGH_EXITS = 2
_HOW_TO_NAME = Phrase(
    "beri langkah yang dituju nama di belakang kata jenisnya",
    "name the step you mean, after its kind word",
)
_Entry = tree.ArrowEntry | tree.BranchEntry


def connect(drafts: Sequence[Draft], findings: Findings) -> tuple[Edge, ...]:
    """Return the arrows between the rows of a chart, in order of the rows they leave."""
    return _Connector(drafts, findings).connect()


def paired(
    sources: Sequence[SymbolRef], targets: Sequence[SymbolRef]
) -> Iterator[tuple[SymbolRef, SymbolRef]]:
    """Yield which exit leads to which entry, so that each of them has at least one arrow.

    One exit leads to all entries, and all exits lead to one entry. Between two parallel rows each
    actor's exit leads to the same actor's entry; the others pair up in order of writing, and the
    last one takes what is left over.
    """
    if len(sources) <= 1 or len(targets) <= 1:
        yield from ((source, target) for source in sources for target in targets)
        return
    by_lane = {target.lane: target for target in targets}
    straight = [(source, by_lane[source.lane]) for source in sources if source.lane in by_lane]
    yield from straight
    met = {source.lane for source, _ in straight}
    left = [source for source in sources if source.lane not in met]
    right = [target for target in targets if target.lane not in met]
    if left or right:
        spare = (left or sources)[-1], (right or targets)[-1]
        for source, target in zip_longest(left, right):
            yield source or spare[0], target or spare[1]


class _Connector:
    """Collects the edges of one chart; lives for one call."""

    def __init__(self, drafts: Sequence[Draft], findings: Findings) -> None:
        self._drafts, self._findings = drafts, findings
        self._by_id = {draft.step.id: draft for draft in drafts}
        self._named = [draft.step.id for draft in drafts if draft.step.named]
        self._edges: dict[tuple[SymbolRef, SymbolRef, str], Edge] = {}
        self._joined: set[tuple[SymbolRef, SymbolRef]] = set()

    def connect(self) -> tuple[Edge, ...]:
        followers: list[list[SymbolRef]] = []
        follower: list[SymbolRef] = []
        for draft in reversed(self._drafts):
            followers.append(follower)
            if draft.step.entries and SymbolKind.MULAI not in draft.step.kinds:
                follower = list(draft.step.entries)
        for draft, follower in zip(self._drafts, reversed(followers), strict=True):
            self._leave(draft, follower)
        return tuple(self._edges.values())

    def _leave(self, draft: Draft, follower: list[SymbolRef]) -> None:
        """Add the arrows that leave one row; ``follower`` is where silence leads."""
        said = _said(draft)
        for entry, lanes in said:
            sources = [_departure(draft, lane) for lane in lanes]
            self._follow(draft, entry, sources, follower)
        arrows = Counter(lane for entry, lanes in said for lane in lanes if _is_arrow(entry))
        exits = Counter(lane for entry, lanes in said for lane in lanes if not _is_arrow(entry))
        silent = [
            _departure(draft, lane)
            for lane, cell in draft.row.cells.items()
            if (lane in draft.row.exits or exits[lane])
            and not arrows[lane]
            and exits[lane] < (1 if decision(cell) is None else _ENOUGH_EXITS)
        ]
        self._link(silent, follower, (EdgeRole.NEXT, "", ""), draft.step.head)

    def _follow(
        self,
        draft: Draft,
        entry: _Entry,
        sources: list[SymbolRef],
        follower: list[SymbolRef],
    ) -> None:
        """Add the arrows that one written line asks for."""
        how = (EdgeRole.ARROW, "", "")
        if isinstance(entry, tree.BranchEntry):
            outcome = entry.keyword.text
            label = entry.label.value if entry.label else LABELS.get(outcome, "")
            how = (EdgeRole.BRANCH, label, outcome)
        for target in entry.targets:
            span = draft.placed.span_of(target.span)
            self._link(sources, self._symbols(draft, target), how, span)
        if not entry.targets and isinstance(entry, tree.BranchEntry):
            self._link(sources, follower, how, draft.placed.span_of(entry.span))

    def _link(
        self,
        sources: Sequence[SymbolRef],
        targets: Sequence[SymbolRef],
        how: tuple[EdgeRole, str, str],
        span: Span,
    ) -> None:
        role, label, outcome = how
        for source, target in paired(sources, targets):
            if source == target:
                self._to_itself(source, span)
            elif role is not EdgeRole.NEXT or (source, target) not in self._joined:
                edge = Edge(source, target, role, label, outcome, span)
                self._edges.setdefault((source, target, label), edge)
                self._joined.add((source, target))

    def _to_itself(self, symbol: SymbolRef, span: Span) -> None:
        self._findings.add(
            "self-arrow",
            span,
            Phrase(
                f'panah dari "{symbol.step}" kembali ke simbol yang sama',
                f'the arrow from "{symbol.step}" leads back to the same symbol',
            ),
        )

    def _symbols(self, draft: Draft, target: tree.Target) -> list[SymbolRef]:
        """Return the symbols that a written target means; none when nothing bears the name."""
        name = target.step.text
        found = self._by_id.get(name) or self._only(draft, target)
        if found is None:
            span = draft.placed.span_of(target.step.span)
            message = Phrase(f'langkah "{name}" tidak dikenal', f'there is no step called "{name}"')
            hints = () if self._named else (_HOW_TO_NAME,)
            near = self._findings.unknown(message, name, span, self._named, hints=hints)
            found = self._by_id[near] if near is not None else None
        if found is None:
            return []
        if target.lane is None:
            closing = name == "selesai" and len(found.step.kinds) > 1
            return _end_capsules(found) if closing else list(found.step.entries)
        lane: str | None = target.lane.text
        if lane not in found.row.cells:
            message = Phrase(
                f'"{lane}" bukan pelaksana langkah "{name}"', f'"{lane}" is no actor of "{name}"'
            )
            span = draft.placed.span_of(target.lane.span)
            lane = self._findings.unknown(message, target.lane.text, span, found.row.cells)
        if lane is None:
            return list(found.step.entries)
        return [SymbolRef(found.step.id, lane, arrival(found.row.cells[lane]))]

    def _only(self, draft: Draft, target: tree.Target) -> Draft | None:
        """Return the step that ``-> selesai`` or ``-> mulai`` means."""
        name = target.step.text
        if name not in ("mulai", "selesai"):
            return None
        candidates = [other for other in self._drafts if KINDS[name] in other.step.kinds]
        if len(candidates) > 1:
            self._findings.add(
                "ambiguous-target",
                draft.placed.span_of(target.step.span),
                Phrase(
                    f'"{name}" dapat berarti {len(candidates)} langkah',
                    f'"{name}" may mean any of {len(candidates)} steps',
                ),
                hints=(
                    Phrase(
                        "beri langkah itu nama, lalu tulis namanya di sini",
                        "give the step a name, and write it here",
                    ),
                ),
                related=tuple(
                    Related(Phrase("mungkin yang ini", "perhaps this one"), other.step.head)
                    for other in candidates
                ),
            )
        later = [other for other in candidates if other.step.row > draft.step.row]
        return next(iter(later or candidates), None)


def _said(draft: Draft) -> list[tuple[_Entry, list[str]]]:
    """Return each written line with the actors whose symbols it leaves.

    What the step says goes for every leader that says nothing itself; its exits leave from every
    diamond without exits of its own.
    """
    row, own, flow = draft.row, draft.own, draft.flow
    leaders = [lane for lane in row.leaders if not own.get(lane)] or list(row.leaders)
    diamonds = [
        lane
        for lane, cell in row.cells.items()
        if decision(cell) is not None and not (lane in own and own[lane].branches)
    ]
    said: list[tuple[_Entry, list[str]]] = [(arrow, leaders) for arrow in flow.arrows]
    said.extend((branch, diamonds or leaders) for branch in flow.branches)
    for lane, mine in own.items():
        said.extend((arrow, [lane]) for arrow in mine.arrows)
        said.extend((branch, [lane]) for branch in mine.branches)
    return said


def _is_arrow(entry: _Entry) -> bool:
    return isinstance(entry, tree.ArrowEntry)


def _departure(draft: Draft, lane: str) -> SymbolRef:
    cell = draft.row.cells[lane]
    part = decision(cell)
    return SymbolRef(draft.step.id, lane, departure(cell) if part is None else part)


def _end_capsules(draft: Draft) -> list[SymbolRef]:
    cells = draft.row.cells
    return [
        SymbolRef(draft.step.id, lane, cells[lane].index(SymbolKind.SELESAI))
        for lane in draft.row.leaders
        if SymbolKind.SELESAI in cells[lane]
    ] or list(draft.step.entries)
