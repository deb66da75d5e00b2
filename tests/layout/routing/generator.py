"""Charts out of a seed: whole documents cut into pages, as the table layout hands them over.

``standard`` and ``stress`` are plain charts (one actor a step; 20 % decisions with short loops, or
40 % with long ones); ``rich`` adds what real SOPs have: several actors in a row, hand-overs,
two-way ties, stacked symbols, forks, three-way exits, long labels, questions beside symbols.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from sopdsl.layout.metrics import text_width
from sopdsl.layout.routing.types import Box, Cut, Node, RoutingPage, Wire
from sopdsl.model.types import SymbolKind as Kind

LABEL_SIZE = 6.5
PAGE_WIDTH, PAGE_HEIGHT = 842.0, 595.0
LEFT, TOP, BOTTOM = 200.0, 80.0, 540.0
STRIP = 24.0
YES_NO = (("Ya", "Tidak"), ("Disetujui", "Ditolak"), ("Sesuai", "Belum sesuai"), ("Y", "T"))
LONG = (
    ("Disetujui tanpa perbaikan", "Tidak disetujui"),
    ("Lengkap dan benar", "Tidak lengkap"),
    ("Memenuhi syarat", "Tidak memenuhi syarat"),
)
THREE = ("Lengkap", "Kurang lengkap", "Ditolak")
Ref = tuple[int, int]  # step, symbol in the step


@dataclass(frozen=True)
class Load:
    """How a document is made up: shares between 0 and 1."""

    decisions: float = 0.2
    loop: float = 2.5  # mean number of rows a loop goes back
    many_actors: float = 0.0
    forks: float = 0.0
    long_labels: float = 0.0
    stacked: float = 0.0
    beside: float = 0.0
    skips: float = 0.15
    notes: float = 0.0
    narrowest: float = 46.0


STANDARD = Load()
STRESS = Load(decisions=0.4, loop=8.0, skips=0.3)
RICH = Load(0.25, 3.0, 0.32, 0.08, 0.3, 0.08, 0.15, 0.2, 0.3)
RICH_STRESS = Load(0.4, 7.0, 0.45, 0.15, 0.4, 0.12, 0.25, 0.3, 0.3)
NARROW = Load(0.25, 3.0, 0.32, 0.08, 0.1, 0.08, 0.0, 0.2, narrowest=34.0)


@dataclass
class Symbol:
    lane: int
    kind: Kind
    part: int = 0  # place in a stack


@dataclass
class Step:
    symbols: list[Symbol]
    ties: list[tuple[int, int, str]] = field(default_factory=list)
    height: float = 42.0
    joined: bool = False


@dataclass
class Edge:
    source: Ref
    target: Ref
    label: str = ""
    main: bool = False
    kind: str = "arrow"


@dataclass
class Document:
    """Pages, with what a drawing needs to know about nodes and wires."""

    lanes: int
    steps: list[Step]
    edges: list[Edge]
    pages: list[RoutingPage] = field(default_factory=list)
    nodes: list[list[Ref]] = field(default_factory=list)  # by page: which symbol each node is
    wires: list[list[tuple[Edge, str]]] = field(default_factory=list)  # edge, connector letter


def document(seed: int, steps: int, lanes: int, load: Load = STANDARD) -> Document:
    """Return a chart of ``steps`` rows and its pages."""
    random = Random(seed * 7919 + steps * 31 + lanes)
    made = Document(lanes, _steps(random, steps, lanes, load), [])
    _flow(random, made, load)
    _order_lanes(made)
    _paginate(random, made, load)
    return made


def _steps(random: Random, count: int, lanes: int, load: Load) -> list[Step]:
    found: list[Step] = []
    lane = 0
    for at in range(count):
        if at and random.random() < 0.75:
            lane = random.choice([x for x in range(lanes) if x != lane] or [lane])
        last = at == count - 1
        kind = Kind.PROSES
        if at == 0:
            kind = Kind.MULAI
        elif last:
            kind = Kind.SELESAI
        elif random.random() < load.decisions:
            kind = Kind.KEPUTUSAN
        step = Step([Symbol(lane, kind)])
        step.height = random.choice([42.0, 44.0, 46.0, 48.0, 56.0, 64.0, 80.0])
        if lanes > 1 and random.random() < load.many_actors:
            _add_actors(random, step, lanes, at == 0, last)
        if random.random() < load.stacked and kind is not Kind.KEPUTUSAN:
            _stack(step)
        found.append(step)
        lane = step.symbols[-1].lane
    return found


def _add_actors(random: Random, step: Step, lanes: int, first: bool, last: bool) -> None:
    count = min(random.choice([2, 2, 2, 3, 3, 4, 5, 6]), lanes)
    others = random.sample([x for x in range(lanes) if x != step.symbols[0].lane], count - 1)
    lead = step.symbols[0].kind
    form = random.choice(["join", "join", "chain", "two-way"])
    chain = [step.symbols[0].lane, *others]
    if form == "join":
        chain.sort()
        place = chain.index(step.symbols[0].lane)
        step.symbols = [Symbol(x, Kind.PROSES) for x in chain]
        step.symbols[place] = Symbol(chain[place], lead)
        if place:
            step.symbols.insert(0, step.symbols.pop(place))
        step.joined = True
        return
    if form == "two-way":
        chain = chain[:2]
    step.symbols = [Symbol(x, Kind.PROSES) for x in chain]
    step.symbols[0 if first else -1].kind = lead
    if first and last:
        step.symbols[-1].kind = Kind.SELESAI
    kind = "two-way" if form == "two-way" else "arrow"
    step.ties = [(i, i + 1, kind) for i in range(len(chain) - 1)]


def _stack(step: Step) -> None:
    upper = step.symbols[0]
    at = 0 if upper.kind is Kind.MULAI else len(step.symbols) - 1
    base = step.symbols[at]
    kind = base.kind
    lower = Symbol(base.lane, kind if kind is Kind.SELESAI else Kind.PROSES, 1)
    if kind is Kind.SELESAI:
        base.kind = Kind.PROSES
    elif kind is Kind.PROSES:
        lower.kind = Kind.KEPUTUSAN
    step.symbols.append(lower)
    step.ties.append((at, len(step.symbols) - 1, "arrow"))


def _exit(step: Step) -> int:
    """Return the symbol at which the flow leaves a step."""
    stacked = [i for i, s in enumerate(step.symbols) if s.part]
    if stacked:
        return stacked[0]
    if step.ties and step.ties[0][2] != "join":
        return len(step.symbols) - 1
    return 0


def _flow(random: Random, made: Document, load: Load) -> None:
    count = len(made.steps)
    for at, step in enumerate(made.steps):
        for a, b, kind in step.ties:
            made.edges.append(Edge((at, a), (at, b), kind=kind))
        if at == count - 1:
            continue
        source = at, _exit(step)
        if step.symbols[source[1]].kind is not Kind.KEPUTUSAN:
            _plain_exit(random, made, load, at, source)
            continue
        yes, no = random.choice(LONG if random.random() < load.long_labels else YES_NO)
        made.edges.append(Edge(source, (at + 1, 0), yes, True))
        back = at - min(at, 1 + int(random.expovariate(1 / load.loop)))
        ahead = min(count - 1, at + 2 + int(random.expovariate(1 / load.loop)))
        target = ahead if random.random() < load.skips and ahead > at + 1 else back
        if target != at:
            made.edges.append(Edge(source, (target, 0), no))
        if load.forks and random.random() < 0.2:
            third = random.randrange(count)
            if third not in (at, at + 1, target):
                made.edges.append(Edge(source, (third, 0), THREE[random.randrange(3)]))


def _plain_exit(random: Random, made: Document, load: Load, at: int, source: Ref) -> None:
    made.edges.append(Edge(source, (at + 1, 0), main=True))
    count = len(made.steps)
    if random.random() < load.forks:
        other = min(count - 1, at + 2 + random.randrange(3))
        if other > at + 1:
            made.edges.append(Edge(source, (other, 0)))
    following = made.steps[at + 1]
    if load.forks and not following.ties and len(following.symbols) == 1 and random.random() < 0.1:
        lanes = [x for x in range(made.lanes) if x != following.symbols[0].lane]
        if lanes and following.symbols[0].kind is Kind.PROSES:  # a parallel row
            following.symbols.append(Symbol(random.choice(lanes), Kind.PROSES))
            made.edges.append(Edge(source, (at + 1, 1)))
            if at + 2 < count:
                made.edges.append(Edge((at + 1, 1), (at + 2, 0)))


def _order_lanes(made: Document) -> None:
    seen: dict[int, int] = {}
    for step in made.steps:
        for symbol in step.symbols:
            seen.setdefault(symbol.lane, len(seen))
    for step in made.steps:
        for symbol in step.symbols:
            symbol.lane = seen[symbol.lane]
    made.lanes = len(seen)
    for at, step in enumerate(made.steps):
        if step.joined:  # neighbours in the printed order
            tied = sorted((s.lane, i) for i, s in enumerate(step.symbols) if not s.part)
            for (_, a), (_, b) in pairwise(tied):
                made.edges.append(Edge((at, a), (at, b), kind="join"))


def _symbol_height(kind: Kind) -> float:
    return 28.0 if kind is Kind.KEPUTUSAN else 22.0


def _paginate(random: Random, made: Document, load: Load) -> None:
    for step in made.steps:
        stacks: dict[int, float] = {}
        for symbol in step.symbols:
            before = stacks.get(symbol.lane)
            height = _symbol_height(symbol.kind)
            stacks[symbol.lane] = height if before is None else before + 10.0 + height
        step.height = max(step.height, max(stacks.values()) + 20.0)
    breaks: list[list[int]] = [[]]
    used = 0.0
    for at, step in enumerate(made.steps):
        if breaks[-1] and used + step.height > BOTTOM - TOP - 2 * STRIP:
            breaks.append([])
            used = 0.0
        breaks[-1].append(at)
        used += step.height
    page_of = {at: page for page, rows in enumerate(breaks) for at in rows}
    letters: dict[int, str] = {}
    for rows in breaks:
        _page(random, made, load, rows, (page_of, letters))


def _letter(number: int) -> str:
    return chr(65 + number) if number < 26 else _letter(number // 26 - 1) + chr(65 + number % 26)


def _page(
    random: Random,
    made: Document,
    load: Load,
    rows: list[int],
    numbers: tuple[dict[int, int], dict[int, str]],
) -> None:
    page_of, letters = numbers
    page = page_of[rows[0]]
    width = min(max((PAGE_WIDTH - 420.0) / max(made.lanes, 1), load.narrowest), 76.0)
    columns = tuple(LEFT + width * i for i in range(made.lanes + 1))
    top_strip = Box(columns[0], TOP, columns[-1], TOP + STRIP) if page else None
    borders = [TOP + STRIP if page else TOP]
    for at in rows:
        borders.append(borders[-1] + made.steps[at].height)
    last = rows[-1] == len(made.steps) - 1
    bottom = None if last else Box(columns[0], borders[-1], columns[-1], borders[-1] + STRIP)
    nodes, refs = _nodes(random, made, load, rows, (columns, borders))
    wires: list[Wire] = []
    facts: list[tuple[Edge, str]] = []
    for number, edge in enumerate(made.edges):
        here = [page_of[edge.source[0]] == page, page_of[edge.target[0]] == page]
        if not any(here):
            continue
        backward = edge.target[0] < edge.source[0]
        letter = ""
        ends: list[int | Cut] = []
        for end, inside, other in zip(
            (edge.source, edge.target), here, (edge.target, edge.source), strict=True
        ):
            if inside:
                ends.append(refs.index(end))
                continue
            letter = letters.setdefault(number, _letter(len(letters)))
            ahead = page_of[end[0]] > page_of[other[0]]
            note = f"hal. {page_of[end[0]] + 1}" if load.notes > 0.5 else ""
            ends.append(Cut(letter, ahead, note))
        wires.append(Wire(ends[0], ends[1], edge.kind, edge.label, backward, edge.main))  # type: ignore[arg-type]
        facts.append((edge, letter))
    made.pages.append(
        RoutingPage(columns, tuple(borders), nodes, tuple(wires), top_strip, bottom, LABEL_SIZE)
    )
    made.nodes.append(refs)
    made.wires.append(facts)


def _nodes(
    random: Random,
    made: Document,
    load: Load,
    rows: list[int],
    grid: tuple[tuple[float, ...], list[float]],
) -> tuple[tuple[Node, ...], list[Ref]]:
    columns, borders = grid
    nodes: list[Node] = []
    refs: list[Ref] = []
    for row, at in enumerate(rows):
        top, bottom = borders[row], borders[row + 1]
        stacked = {s.lane for s in made.steps[at].symbols if s.part}
        for part, symbol in enumerate(made.steps[at].symbols):
            left, right = columns[symbol.lane], columns[symbol.lane + 1]
            half = (right - left) / 2 - (11.5 if right - left >= 46.0 else 8.0)
            x, y = (left + right) / 2, (top + bottom) / 2
            height = _symbol_height(symbol.kind)
            if symbol.lane in stacked:
                cell = [s for s in made.steps[at].symbols if s.lane == symbol.lane]
                total = sum(_symbol_height(s.kind) for s in cell) + 10.0 * (len(cell) - 1)
                before = cell[: cell.index(symbol)]
                y += -total / 2 + sum(_symbol_height(s.kind) + 10.0 for s in before) + height / 2
            box = Box(x - half, y - height / 2, x + half, y + height / 2)
            outside: tuple[Box, ...] = ()
            if symbol.kind is Kind.KEPUTUSAN and random.random() < load.beside:
                size = text_width("Setuju?", 6.0)
                if box.top - top >= 9.0:
                    outside = (Box(left + 1.5, top + 1.5, left + 1.5 + size, top + 7.5),)
            nodes.append(Node(symbol.kind, box, symbol.lane, row, outside))
            refs.append((at, part))
    return tuple(nodes), refs
