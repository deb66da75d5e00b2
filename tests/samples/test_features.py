"""Which sample shows what: every construct of the language occurs, and the README says where."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from harness.samples import SAMPLES, Sample, load_samples
from sopdsl.model.types import Chart, LaneKind, Step, SymbolKind, TieKind
from sopdsl.syntax import grammar_text

README = SAMPLES / "README.md"
TABLE = re.compile(
    r"(?<=<!-- tabel fitur: awal -->\n).*?(?=<!-- tabel fitur: akhir -->)", re.DOTALL
)
KEYWORD = re.compile(r"^[A-Z_]+\.\d+: /([a-z-]+)\(\?!", re.MULTILINE)

Predicate = Callable[[Sample], bool]


def _charts(sample: Sample) -> Iterator[Chart]:
    return iter(sample.sop.charts)


def _steps(sample: Sample) -> Iterator[Step]:
    return (step for chart in _charts(sample) for step in chart.steps)


def _some_step(test: Callable[[Step], bool]) -> Predicate:
    return lambda sample: any(test(step) for step in _steps(sample))


def _some_chart(test: Callable[[Chart], bool]) -> Predicate:
    return lambda sample: any(test(chart) for chart in _charts(sample))


def _written(pattern: str) -> Predicate:
    compiled = re.compile(pattern, re.MULTILINE)
    return lambda sample: compiled.search(sample.source.text) is not None


def _ties(step: Step) -> set[TieKind]:
    return {tie.kind for tie in step.ties}


def _kinds(step: Step, kind: SymbolKind) -> int:
    return sum(symbol.kind is kind for symbol in step.symbols)


def _steps_with(chart: Chart, kind: SymbolKind) -> int:
    return sum(_kinds(step, kind) > 0 for step in chart.steps)


def _back_edge(chart: Chart) -> bool:
    rows = {step.id: step.row for step in chart.steps}
    return any(rows[edge.target.step] < rows[edge.source.step] for edge in chart.edges)


def _cases(chart: Chart) -> dict[object, int]:
    counts: dict[object, int] = {}
    for edge in chart.edges:
        if edge.outcome == "jika":
            counts[edge.source] = counts.get(edge.source, 0) + 1
    return counts


def _chain(step: Step) -> bool:
    """Tell whether a hand-over goes on to a third lane."""
    handed = {(tie.first, tie.second) for tie in step.ties if tie.kind is TieKind.HANDOVER}
    return any(second == first for _, second in handed for first, _ in handed)


FEATURES: dict[str, Predicate] = {
    "keputusan ya/tidak": _some_chart(
        lambda chart: any(edge.outcome == "tidak" for edge in chart.edges)
    ),
    "jalan kembali": _some_chart(_back_edge),
    "tiga keputusan atau lebih beruntun": _some_chart(
        lambda chart: _steps_with(chart, SymbolKind.KEPUTUSAN) >= 3
    ),
    "jalan keluar bercabang tiga (`jika`)": _some_chart(
        lambda chart: any(count >= 3 for count in _cases(chart).values())
    ),
    "dua keputusan dalam satu baris": _some_step(
        lambda step: _kinds(step, SymbolKind.KEPUTUSAN) >= 2
    ),
    "satu jalan ke beberapa langkah (`-> a, b`)": _written(r"-> [\w-]+(\.[\w-]+)?, "),
    "panah ke simbol satu pelaksana (`-> a.b`)": _written(r"-> [\w-]+\.[\w-]+"),
    "pertanyaan pada keputusan (`tanya`)": _written(r"^  tanya "),
    "dikerjakan bersama (`a, b`)": _some_step(lambda step: TieKind.TOGETHER in _ties(step)),
    "diserahkan (`a > b`)": _some_step(lambda step: TieKind.HANDOVER in _ties(step)),
    "diserahkan berantai (`a > b > c`)": _some_step(_chain),
    "timbal balik (`a <> b`)": _some_step(lambda step: TieKind.TWO_WAY in _ties(step)),
    "sejajar (`a | b`)": _some_step(lambda step: len(step.entries) >= 2),
    "hubungan campuran dalam satu baris": _some_step(lambda step: len(_ties(step)) >= 2),
    "simbol milik satu pelaksana": _written(r"^  oleh [\w-]+ +(mulai|langkah|keputusan|selesai)$"),
    "kegiatan milik satu pelaksana": _some_step(lambda step: any(s.text for s in step.symbols)),
    "panah milik satu pelaksana": _written(r"^  oleh [\w-]+ +->"),
    "dua simbol dalam satu sel": _some_step(lambda step: any(s.ref.part for s in step.symbols)),
    "beberapa awal berlabel": _some_chart(lambda chart: _steps_with(chart, SymbolKind.MULAI) >= 2),
    "beberapa akhir": _some_chart(lambda chart: _steps_with(chart, SymbolKind.SELESAI) >= 2),
    "kelompok pelaksana": _some_chart(lambda chart: any(lane.group for lane in chart.lanes)),
    "urutan pelaksana tetap": _some_chart(lambda chart: chart.fixed_order),
    "pelaksana sistem": _some_chart(
        lambda chart: any(lane.kind is LaneKind.SISTEM for lane in chart.lanes)
    ),
    "pelaksana luar": _some_chart(
        lambda chart: any(lane.kind is LaneKind.EKSTERNAL for lane in chart.lanes)
    ),
    "15 pelaksana, kertas F4": _some_chart(lambda chart: len(chart.lanes) >= 15),
    "30 langkah dalam satu bagan": _some_chart(lambda chart: len(chart.steps) >= 30),
    "kegiatan 600 huruf": _some_step(lambda step: len(step.activity) >= 600),
    "SOP teknis, satu pelaksana": lambda sample: "teknis" in sample.sop.identity.kinds,
    "SOP makro yang merujuk SOP mikro": lambda sample: "makro" in sample.sop.identity.kinds,
    "langkah yang dilaksanakan SOP lain (`rujuk`)": _some_step(lambda step: step.call is not None),
    "langkah opsional": _some_step(lambda step: step.optional),
    "daftar di dalam sel": _some_step(lambda step: "\n" in step.activity),
    "delapan bagan, pelaksana per bagan": lambda sample: len(sample.sop.charts) >= 8,
    "catatan kaki": _some_chart(lambda chart: bool(chart.footnotes)),
    "halaman dipaksa (`halaman`)": _some_step(lambda step: step.break_before),
    "segilima bernama (`konektor`)": _some_step(lambda step: bool(step.connector)),
    "waktu yang berlanjut (`sama`)": _written(r"^  waktu +sama"),
    "waktu per satuan": _written(r"^  waktu .* per \""),
    "rentang waktu": _written(r"^  waktu +\d+-\d"),
    "pilihan waktu (`atau`)": _written(r"^  waktu .* atau "),
    "waktu berupa teks": _written(r"^  waktu +\""),
    "tidak ada (`-`)": _written(r"^  kelengkapan +-"),
    "riwayat": lambda sample: bool(sample.sop.history),
    "rancangan tanpa nomor": lambda sample: (
        sample.sop.identity.number is not None and sample.sop.identity.number.is_none
    ),
    "pustaka pelaksana": lambda sample: bool(sample.sop.library_lanes),
    "daftar peraturan, termasuk yang dicabut": lambda sample: (
        sample.sop.is_library and any(rule.revoked for rule in sample.sop.regulations)
    ),
    "profil lain": lambda sample: sample.settings.profile != "bssn-4-2019",
}


def test_every_feature_has_a_sample() -> None:
    samples = load_samples()
    lacking = [name for name, shows in FEATURES.items() if not any(map(shows, samples))]
    assert lacking == []


def test_every_keyword_of_the_grammar_occurs() -> None:
    keywords = set(KEYWORD.findall(grammar_text()))
    assert {"sop", "langkah", "uji-coba"} <= keywords  # the pattern still reads the grammar
    used = {word for sample in load_samples() for word in sample.words()}
    assert keywords - used == set()


def test_readme_table_names_the_samples() -> None:
    text = README.read_text(encoding="utf-8")
    expected = TABLE.sub(lambda _match: _table(), text)
    if os.environ.get("UPDATE"):
        README.write_text(expected, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == expected


def _table() -> str:
    samples = load_samples()
    lines = ["| fitur | contoh |", "|---|---|"]
    for name, shows in FEATURES.items():
        found = [sample.name for sample in samples if shows(sample)]
        # the first few are enough to learn from
        links = ", ".join(f"[`{Path(path).stem}`]({path})" for path in found[:3])
        cell = name.replace("|", r"\|")
        lines.append(f"| {cell} | {links} |")
    return "\n".join(lines) + "\n"
