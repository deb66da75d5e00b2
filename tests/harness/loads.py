"""Whole SOPs out of a seed, written in the language: what layout and routing are measured on.

``STANDARD`` and ``STRESS`` are plain charts as in studies of edge routing: one actor a step, 20 %
decisions with short loops, or 40 % with long ones. ``RICH`` and ``RICH_STRESS`` add, in the shares
counted over real signed SOPs and above, every form that a row can have: actors together, one after
the other, in exchange, in parallel; own symbols, texts, questions and exits of an actor; two
symbols in a cell; three-way exits, forks, several starts and ends; lists, long texts, rows taller
than a page; page breaks and connector names that the author sets; grouped lanes and footnotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from harness import models
from sopdsl.model.types import Chart

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
    "Pengadministrasi Persuratan",
    "Arsiparis",
)
_TIMES = ("5 menit", "1-3 hari kerja", "120 menit atau 3 hari", "1 x 24 jam", "2 bulan 1 minggu")
_TWO = (("Ya", "Tidak"), ("Setuju", "Tolak"), ("Lengkap", "Kurang"), ("Sesuai", "Belum sesuai"))
_LONG = (
    ("Disetujui tanpa perbaikan", "Tidak disetujui"),
    ("Lengkap dan benar", "Tidak lengkap"),
    ("Memenuhi syarat", "Tidak memenuhi syarat"),
)
_THREE = ("Lengkap", "Kurang lengkap", "Ditolak")
_QUESTIONS = ("Setuju?", "Lengkap?", "Dokumen lengkap dan benar?")
_OWN = ("Mencatat", "Menyiapkan ruang", "Mendampingi pemeriksaan", "Menginput data")


@dataclass(frozen=True, slots=True)
class Load:
    """How charts are made up: shares of rows, between 0 and 1.

    Attributes:
        loop: mean number of rows that a decision's loop goes back.
        skips: decisions whose other exit goes ahead.
        rich: how often the forms of real SOPs come (1: as often as in real ones).
    """

    name: str
    decisions: float
    loop: float
    skips: float
    rich: float = 0.0


STANDARD = Load("standard", 0.2, 2.5, 0.15)
STRESS = Load("stress", 0.4, 8.0, 0.3)
RICH = Load("rich", 0.2, 2.5, 0.15, 1.0)
RICH_STRESS = Load("rich stress", 0.4, 8.0, 0.3, 1.0)
LOADS = (STANDARD, STRESS, RICH, RICH_STRESS)


def load_chart(load: Load, seed: int, rows: int, lanes: int) -> Chart:
    """Return a chart of ``rows`` steps in at most ``lanes`` lanes; one seed, one chart."""
    return models.built(load_text(load, seed, rows, lanes)).sop.charts[0]


def load_text(load: Load, seed: int, rows: int, lanes: int) -> str:
    """Return the same chart as an author would write it."""
    dice = Random(f"{load.name}/{seed}/{rows}/{lanes}")
    writer = _Writer(dice, load, rows, lanes)
    steps = [line for row in range(1, rows + 1) for line in writer.step(row)]
    return "\n".join([*writer.head(), *steps, *writer.foot(), ""])


class _Writer:
    """Writes one document; ``lane`` is where the flow has arrived."""

    def __init__(self, dice: Random, load: Load, rows: int, lanes: int) -> None:
        self.dice, self.load, self.rows = dice, load, rows
        self.names = [f"p{number}" for number in range(1, lanes + 1)]
        self.at = 0
        self.lane = self.names[0]
        self.letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    def often(self, share: float) -> bool:
        """Decide whether a form of real SOPs comes here."""
        return self.dice.random() < share * self.load.rich

    def head(self) -> Iterator[str]:
        yield 'sop uji "Uji"'
        if self.often(0.3):
            yield 'alur "Bagan Penyelenggaraan Kegiatan"'
        yield "pelaksana"
        group = self.often(0.2)
        for number, name in enumerate(self.names):
            if group and number % 3 == 0:
                yield '  kelompok "Satuan Kerja"' if number % 2 == 0 else "  kelompok -"
            yield f'  {name} "{_TITLES[number % len(_TITLES)]}"'

    def foot(self) -> Iterator[str]:
        if self.often(0.3):
            yield "catatan"
            yield '  "*) Dokumen asli dan salinan yang sudah dilegalisasi."'

    def step(self, row: int) -> Iterator[str]:
        dice = self.dice
        self._walk(row)
        inner = 1 < row < self.rows
        decides = inner and dice.random() < self.load.decisions
        kind = "mulai" if row == 1 else "selesai" if row == self.rows else "langkah"
        actors, form = self._actors()
        if decides:
            kind = "langkah keputusan" if self.often(0.08) else "keputusan"
        elif inner and self.often(0.02):
            kind = "mulai"
        elif kind != "langkah" and self.often(0.2):
            kind = {"mulai": "mulai langkah", "selesai": "langkah selesai"}[kind]
        if inner and self.often(0.02):
            yield "halaman"
        yield f'{kind} s{row} oleh {form.join(actors)} "{self._activity()}"'
        yield from self._mutu_baku(row)
        lead = actors[-1] if form == " > " else actors[0]
        if decides:
            yield from self._exits(row)
        elif inner and form != " | " and self.often(0.06) and row + 2 <= self.rows:
            yield f"  -> s{row + 1}, s{min(self.rows, row + dice.randint(2, 4))}"
        yield from self._own(row, [actor for actor in actors if actor != lead], form)

    def _walk(self, row: int) -> None:
        """Hand the work to another lane, mostly to one nearby; early rows meet every lane once."""
        dice = self.dice
        if row > 1 and dice.random() < 0.75:
            others = [at for at in range(len(self.names)) if at != self.at] or [self.at]
            near = [at for at in others if abs(at - self.at) <= 2]
            self.at = dice.choice(near if near and dice.random() < 0.6 else others)
        self.lane = self.names[self.at]

    def _actors(self) -> tuple[list[str], str]:
        dice = self.dice
        if len(self.names) == 1 or not self.often(0.32):
            return [self.lane], ""
        count = min(dice.choice((2, 2, 2, 2, 3, 3, 4, 5, 6)), len(self.names))
        others = dice.sample([name for name in self.names if name != self.lane], count - 1)
        form = dice.choice((", ", ", ", " > ", " > ", " <> ", " | "))
        if form in {" <> ", " | "}:
            others = others[:1]
        return [self.lane, *others], form

    def _activity(self) -> str:
        dice = self.dice
        if self.often(0.003):
            return " ".join(self._phrase() + "." for _ in range(dice.randint(20, 45)))
        if dice.random() < 0.1:
            return " ".join(self._phrase() for _ in range(dice.randint(2, 5)))
        return self._phrase()

    def _phrase(self) -> str:
        dice = self.dice
        return f"{dice.choice(_VERBS)} {dice.choice(_OBJECTS)}{dice.choice(_ENDINGS)}"

    def _mutu_baku(self, row: int) -> Iterator[str]:
        dice = self.dice
        items = [self._phrase().split(" ", 1)[1] for _ in range(dice.choice((1, 1, 1, 2, 3)))]
        yield "  kelengkapan " + ", ".join(f'"{item}"' for item in items)
        same = row > 1 and self.often(0.05)
        yield "  waktu " + ("sama" if same else dice.choice(_TIMES))
        yield f'  output "{items[0]}"'
        if dice.random() < 0.2:
            yield "  keterangan @sop-lain"
        if self.often(0.04):
            yield "  opsional"
        if self.often(0.03):
            yield "  rujuk @sop-lain"
        if self.often(0.02):
            yield f'  konektor "{next(self.letters, "Z")}"'

    def _exits(self, row: int) -> Iterator[str]:
        dice, load = self.dice, self.load
        if self.often(0.4):
            yield f'  tanya "{dice.choice(_QUESTIONS)}"'
        back = max(1, row - 1 - int(dice.expovariate(1 / load.loop)))
        ahead = min(self.rows, row + 2 + int(dice.expovariate(1 / load.loop)))
        other = ahead if dice.random() < load.skips and ahead > row + 1 else back
        if self.often(0.1):
            yield f'  jika "{_THREE[0]}" -> s{row + 1}'
            yield f'  jika "{_THREE[1]}" -> s{back}'
            yield f'  jika "{_THREE[2]}" -> s{ahead if ahead > row + 1 else 1}'
            return
        yes, no = dice.choice(_LONG if self.often(0.15) else _TWO)
        yield f'  ya -> s{row + 1} "{yes}"'
        yield f'  tidak -> s{other} "{no}"'

    def _own(self, row: int, others: Sequence[str], form: str) -> Iterator[str]:
        """Yield what an actor beside the leading one has of its own."""
        if not others or not self.often(0.35):
            return
        dice, actor = self.dice, others[0]
        choice = dice.choice(("text", "text", "text", "end", "arrow", "question"))
        if choice == "text" or row + 2 > self.rows:
            yield f'  oleh {actor} "{dice.choice(_OWN)}"'
        elif choice == "end" and form == ", ":
            yield f"  oleh {actor} selesai"
        elif choice == "arrow" and form in {", ", " | "}:
            yield f"  oleh {actor} -> s{min(self.rows, row + dice.randint(1, 3))}"
        elif choice == "question" and form in {", ", " > "}:
            yes, no = dice.choice(_TWO)
            yield f'  oleh {actor} tanya "{dice.choice(_QUESTIONS)}"'
            yield f'  oleh {actor} ya -> s{row + 1} "{yes}"'
            yield f'  oleh {actor} tidak -> s{max(1, row - dice.randint(1, 4))} "{no}"'
