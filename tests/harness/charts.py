"""Charts for tests: a builder for small ones written by hand, and a seeded maker of random ones.

The random ones look like real SOPs: most steps hand over to a lane nearby, a fifth are decisions
whose "no" goes back a few rows, a third of the rows have several actors, now and then a cell holds
two symbols, texts are short, long or very long.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sopdsl.model.types import (
    Chart,
    Edge,
    EdgeRole,
    Items,
    Lane,
    Reference,
    Remark,
    Step,
    Symbol,
    SymbolKind,
    SymbolRef,
    Tie,
    TieKind,
)
from sopdsl.model.waktu import Waktu
from sopdsl.source import Span

NOWHERE = Span(0, 0)
BOX, DIAMOND = SymbolKind.PROSES, SymbolKind.KEPUTUSAN
START, END = SymbolKind.MULAI, SymbolKind.SELESAI


@dataclass
class Row:
    """A step in short: ``lanes`` are joined by ties; ``kinds`` stand in the last of them."""

    lanes: str | Sequence[str]
    activity: str = "Memeriksa berkas"
    kinds: tuple[SymbolKind, ...] = (BOX,)
    tie: TieKind = TieKind.TOGETHER
    to: Sequence[tuple[int, str]] | None = None  # (row, label); None: the next row
    kelengkapan: Sequence[str] = ("Berkas",)
    waktu: str = "5 menit"
    output: Sequence[str] = ("Disposisi",)
    remarks: Sequence[str] = ()
    text: str = ""
    question: str = ""
    optional: bool = False
    connector: str = ""
    break_before: bool = False
    same: bool = False
    refs: list[SymbolRef] = field(default_factory=list)


def lane(name: str, title: str = "", group: str | None = None) -> Lane:
    return Lane(name, title or f"Kepala {name.title()}", None, (), group, True, "uji.sop", NOWHERE)


def make_chart(
    lanes: Sequence[Lane],
    rows: Sequence[Row],
    title: str = "",
    footnotes: Sequence[str] = (),
    number: int = 1,
) -> Chart:
    """Return a chart of these rows, the edges as ``to`` says."""
    steps = [_step(at, row) for at, row in enumerate(rows, start=1)]
    edges: list[Edge] = []
    for at, row in enumerate(rows):
        targets = row.to
        if targets is None:
            targets = [(at + 2, "")] if at + 1 < len(rows) and row.kinds[-1] is not END else []
        for to, label in targets:
            edges.append(_edge(steps[at], steps[to - 1], label, row.to is None))
    used = {ref.lane for step in steps for ref in [s.ref for s in step.symbols]}
    kept = tuple(each for each in lanes if each.id in used)
    return Chart(
        number,
        "bagan",
        title,
        kept,
        (),
        False,
        tuple(steps),
        tuple(edges),
        tuple(footnotes),
        NOWHERE,
    )


def _step(number: int, row: Row) -> Step:
    lanes = [row.lanes] if isinstance(row.lanes, str) else list(row.lanes)
    name = f"langkah-{number}"
    symbols: list[Symbol] = []
    for index, each in enumerate(lanes):
        kinds = row.kinds if index == len(lanes) - 1 else (BOX,)
        for part, kind in enumerate(kinds):
            ref = SymbolRef(name, each, part)
            text = row.text if index == 0 and kind is not DIAMOND else ""
            question = row.question if kind is DIAMOND else ""
            symbols.append(Symbol(ref, kind, text, question, NOWHERE))
    ties = [Tie(row.tie, _carrier(symbols, a), _carrier(symbols, b)) for a, b in pairwise(lanes)]
    first, last = lanes[0], lanes[-1]
    entry = [s.ref for s in symbols if s.ref.lane == first]
    if row.kinds[0] is START and len(entry) > 1:
        entry = entry[1:]
    leave = [s.ref for s in symbols if s.ref.lane == last]
    none = Items((), True, NOWHERE)
    return Step(
        id=name,
        named=False,
        row=number,
        kinds=row.kinds,
        activity=row.activity,
        symbols=tuple(symbols),
        ties=tuple(ties),
        entries=(entry[0],),
        exits=(leave[-1],) if row.kinds[-1] is not END else (),
        kelengkapan=Items(tuple(row.kelengkapan), False, NOWHERE) if row.kelengkapan else none,
        waktu=Waktu(row.waktu, 5.0, 5.0, same=row.same),
        waktu_span=NOWHERE,
        output=Items(tuple(row.output), False, NOWHERE) if row.output else none,
        remarks=tuple(_remark(text) for text in row.remarks),
        optional=row.optional,
        call=None,
        connector=row.connector,
        break_before=row.break_before,
        line=number * 5,
        span=NOWHERE,
        head=NOWHERE,
        name_span=NOWHERE,
        activity_span=NOWHERE,
    )


def _remark(text: str) -> Remark:
    if text.startswith("@"):
        return Remark("", Reference(text[1:], None, NOWHERE), NOWHERE)
    return Remark(text, None, NOWHERE)


def _carrier(symbols: Iterable[Symbol], lane_id: str) -> SymbolRef:
    own = [s for s in symbols if s.ref.lane == lane_id]
    boxes = [s for s in own if s.kind in {BOX, DIAMOND}]
    return (boxes or own)[0].ref


def _edge(source: Step, target: Step, label: str, silent: bool) -> Edge:
    role = EdgeRole.BRANCH if label else EdgeRole.NEXT if silent else EdgeRole.ARROW
    exits = source.exits or (source.symbols[-1].ref,)
    return Edge(exits[-1], target.entries[0], role, label, "", NOWHERE)


# --- random charts ------------------------------------------------------------------------------

_VERBS = ("Menyusun", "Memeriksa", "Mengirim", "Menandatangani", "Mengarsipkan", "Menyampaikan")
_OBJECTS = (
    "konsep surat",
    "berkas permohonan",
    "laporan pelaksanaan kegiatan",
    "daftar hadir/notulen",
    "dokumen pengadaan barang dan jasa",
    "surat pertanggungjawaban mutlak",
)
_ENDINGS = (
    "",
    "",
    " kepada Kepala Bagian Umum",
    " sesuai ketentuan yang berlaku",
    " untuk ditandatangani oleh Pejabat Pembuat Komitmen setelah seluruh lampiran lengkap",
)
_TITLES = (
    "Pemohon",
    "Kepala Bagian Umum",
    "Pejabat Pembuat Komitmen",
    "Bendahara Pengeluaran",
    "Staf",
    "Sekretaris Utama",
    "Subbagian Tata Usaha",
    "Tim Penilai",
)
_LABELS = (("Ya", "Tidak"), ("Setuju", "Tolak"), ("Lengkap", "Kurang"))


def random_chart(
    seed: int,
    rows: int,
    lanes: int,
    *,
    decisions: float = 0.2,
    several: float = 0.2,
    stacked: float = 0.05,
    long_texts: float = 0.1,
) -> Chart:
    """Return a chart with ``rows`` steps in at most ``lanes`` lanes; one seed, one chart."""
    dice = random.Random(seed)
    names = [f"p{number}" for number in range(1, lanes + 1)]
    at = 0
    made: list[Row] = []
    order: dict[str, None] = {}
    for number in range(1, rows + 1):
        reach = [names[at], *names[max(0, at - 2) : at + 3]]
        at = names.index(dice.choice(reach))
        if number <= lanes and dice.random() < 0.7:
            at = number - 1
        row = _random_row(dice, number, rows, names=names, at=at, several=several, stacked=stacked)
        if 1 < number < rows and dice.random() < decisions:
            _decide(dice, row, number, rows)
        if dice.random() < long_texts:
            row.activity = " ".join(_phrase(dice) for _ in range(dice.randint(2, 5)))
        order.update(dict.fromkeys([row.lanes] if isinstance(row.lanes, str) else row.lanes))
        made.append(row)
    titled = [lane(name, f"{_TITLES[names.index(name) % len(_TITLES)]}") for name in order]
    return make_chart(titled, made)


def _random_row(
    dice: random.Random,
    number: int,
    rows: int,
    *,
    names: Sequence[str],
    at: int,
    several: float,
    stacked: float,
) -> Row:
    lanes: str | list[str] = names[at]
    tie = TieKind.TOGETHER
    if dice.random() < several and len(names) > 1:
        other = names[at + 1] if at + 1 < len(names) else names[at - 1]
        lanes = [names[at], other]
        tie = dice.choice(list(TieKind))
    kinds: tuple[SymbolKind, ...] = (BOX,)
    if number == 1:
        kinds, lanes = (START,), names[at]
    elif number == rows:
        kinds, lanes = (END,), names[at]
    elif isinstance(lanes, str) and dice.random() < stacked:
        kinds = (START, BOX)
    items = [_phrase(dice).split(" ", 1)[1] for _ in range(dice.choice((1, 1, 1, 2, 3)))]
    return Row(
        lanes,
        _phrase(dice),
        kinds,
        tie,
        kelengkapan=items,
        waktu=dice.choice(("5 menit", "1-3 hari kerja", "120 menit atau 3 hari", "1 x 24 jam")),
        output=items[:1],
        remarks=("@sop-lain",) if dice.random() < 0.2 else (),
        optional=dice.random() < 0.05,
        same=number > 1 and dice.random() < 0.05,
    )


def _decide(dice: random.Random, row: Row, number: int, rows: int) -> None:
    row.kinds = (DIAMOND,)
    yes, no = dice.choice(_LABELS)
    back = max(1, number - dice.choice((1, 1, 2, 2, 3, 5)))
    ahead = min(rows, number + dice.choice((2, 3)))
    other = back if dice.random() < 0.75 else ahead
    row.to = (
        [(number + 1, yes), (other, no)] if other != number + 1 else [(number + 1, yes), (back, no)]
    )
    row.question = dice.choice(("", "", "Lengkap?", "Setuju?"))


def _phrase(dice: random.Random) -> str:
    return f"{dice.choice(_VERBS)} {dice.choice(_OBJECTS)}{dice.choice(_ENDINGS)}"


def expected_graph(chart: Chart) -> dict[str, list[dict[str, object]]]:
    """Return what a complete drawing of ``chart`` must show: symbols, and arrows with labels."""
    steps: dict[tuple[str, str], list[str]] = {}
    for step in chart.steps:
        for symbol in step.symbols:
            steps.setdefault((step.id, symbol.kind.value), []).append(symbol.ref.lane)
    edges = [(e.source.step, e.target.step, e.label) for e in chart.edges]
    return {
        "steps": [{"id": i, "kind": k, "actors": list(a)} for (i, k), a in steps.items()],
        "edges": [{"from": a, "to": b, "label": label} for a, b, label in edges],
    }


def regulation_example() -> Chart:
    """Return the table of the regulation's Gambar 3; its arrows follow the wording of the steps."""
    konsep, nodin = "Konsep SOP", "Nodin Permohonan Reviu SOP dan Konsep SOP"
    lanes = [
        lane("pengusul", "Unit Kerja Pengusul"),
        lane("kabag", "Kepala Bagian Ortala"),
        lane("pimpinan", "Pimpinan Unit Kerja Pengusul"),
    ]
    rows = [
        Row(
            "pengusul",
            "Memberikan konsep SOP baru/revisi kepada Kepala Bagian Organisasi dan Tata Laksana"
            " melalui hirarki birokrasi",
            (START,),
            kelengkapan=[konsep],
            waktu="5 menit",
            output=[nodin],
        ),
        Row(
            "kabag",
            "Melakukan reviu draft SOP dan menyerahkan hasil reviu kepada unit kerja pengusul",
            kelengkapan=[nodin],
            waktu="180 menit",
            output=["Nodin Jawaban Hasil Reviu SOP"],
            remarks=["@reviu-sop"],
        ),
        Row(
            "pengusul",
            "Memeriksa hasil reviu. Jika sudah sesuai maka diserahkan kepada Pimpinan Unit Kerja"
            " untuk ditandatangani. Jika belum sesuai maka diserahkan kepada Kepala Bagian"
            " Organisasi dan Tata Laksana sesuai hirarki birokrasi untuk dilakukan reviu kembali",
            (DIAMOND,),
            to=[(4, "Sesuai"), (2, "Belum sesuai")],
            kelengkapan=["Nodin Jawaban Hasil Reviu SOP"],
            waktu="180 menit",
            output=["Disposisi", "Draft SOP"],
        ),
        Row(
            "pimpinan",
            "Menandatangani SOP dan menyerahkannya kepada Kepala Bagian Organisasi dan Tata Laksana"
            " sesuai hirarki birokrasi",
            kelengkapan=["Disposisi", "Draft SOP"],
            waktu="5 menit",
            output=["Draft SOP yang sudah ditandatangani"],
        ),
        Row(
            "kabag",
            "Melakukan pengagendaan SOP dan menyerahkan SOP kepada unit kerja pengusul",
            kelengkapan=["Draft SOP yang sudah ditandatangani"],
            waktu="15 menit",
            output=["Dokumen SOP"],
            remarks=["@pengagendaan-sop"],
        ),
        Row(
            "pengusul",
            "Melakukan dokumentasi SOP",
            (END,),
            kelengkapan=["Dokumen SOP"],
            waktu="10 menit",
            output=["Bukti dokumentasi"],
        ),
    ]
    return make_chart(lanes, rows)


def with_title(chart: Chart, title: str) -> Chart:
    return replace(chart, title=title)
