"""The steps in words say what the row shows."""

from dataclasses import replace

import pytest

from harness.document_samples import AT, chart, edge, lane, regulation_example, step
from sopdsl.document.references import ReferencePrinter, SopLink
from sopdsl.document.spoken import performers, spoken_steps
from sopdsl.document.types import LinkedText, SpokenStep
from sopdsl.model.types import Chart, Items, Reference, Remark, SymbolKind, Tie, TieKind
from sopdsl.model.waktu import Waktu
from sopdsl.profiles import load_profile

LABELS = load_profile("bssn-4-2019").labels
TITLES = {"a": "Ana", "b": "Budi", "c": "Cici"}
PRINTER = ReferencePrinter({"reviu-sop": SopLink("Reviu SOP", "reviu")}, "x", "SOP")


def spoken(of: Chart) -> tuple[SpokenStep, ...]:
    return spoken_steps(of, LABELS, PRINTER)


def test_the_regulations_example() -> None:
    steps = spoken(regulation_example().charts[0])
    review, decide, end = steps[1], steps[2], steps[4]
    assert (review.number, review.anchor) == ("Langkah 2", "langkah-1-2")
    assert review.performers == "Kepala Bagian Ortala"
    assert review.facts == (
        ("Kelengkapan", "Nodin Permohonan Reviu SOP, Konsep SOP"),
        ("Waktu", "180 menit"),
        ("Output", "Nodin Jawaban Hasil Reviu SOP"),
    )
    assert review.remarks == (LinkedText("SOP Reviu SOP", "reviu.html"),)
    assert review.flow == (LinkedText("Lanjut ke langkah 3", "#langkah-1-3"),)
    assert decide.flow == (
        LinkedText("Sesuai → langkah 4", "#langkah-1-4"),
        LinkedText("Belum sesuai → langkah 2", "#langkah-1-2"),
    )
    assert end.flow == (LinkedText("Selesai"),)
    assert end.facts == (("Waktu", "10 menit"),)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (TieKind.HANDOVER, "Ana, lalu Budi"),
        (TieKind.TWO_WAY, "Ana berbalasan dengan Budi"),
        (TieKind.TOGETHER, "Ana bersama Budi"),
        (None, "Ana; Budi"),
    ],
)
def test_performers_belong_together_as_they_are_tied(kind: TieKind | None, text: str) -> None:
    row = step(1, "Rapat", "a", "b")
    first, second = (symbol.ref for symbol in row.symbols)
    ties = (Tie(kind, first, second),) if kind else ()
    assert performers(replace(row, ties=ties), TITLES) == text


def test_equals_are_together_even_when_the_line_runs_through_another() -> None:
    row = step(1, "Rapat", "a", "b", "c")
    a, b, c = (symbol.ref for symbol in row.symbols)
    ties = (Tie(TieKind.TOGETHER, a, c), Tie(TieKind.TOGETHER, c, b))
    assert performers(replace(row, ties=ties), TITLES) == "Ana bersama Budi bersama Cici"


def test_the_rarer_parts_of_a_row_are_told_too() -> None:
    row = step(1, "Menilai", "a", "b", kind=SymbolKind.KEPUTUSAN)
    first = replace(row.symbols[0], text="Menyiapkan daftar", question="Lengkap?")
    row = replace(
        row,
        symbols=(first, *row.symbols[1:]),
        optional=True,
        kelengkapan=Items((), True, AT),
        waktu=Waktu("", None, None, same=True),
        output=None,
        remarks=(Remark("segera", None, AT),),
        call=Reference("reviu-sop", None, AT),
    )
    (told,) = spoken(chart((row,), (), lane("a", "Ana"), lane("b", "Budi")))
    assert told.facts == (
        ("Ana", "Menyiapkan daftar"),
        ("Keputusan", "Lengkap?"),
        ("Sifat", "opsional"),
        ("Kelengkapan", "-"),
        ("Waktu", "bersama langkah sebelumnya"),
    )
    assert told.remarks == (
        LinkedText("Dilaksanakan menurut SOP Reviu SOP", "reviu.html"),
        LinkedText("segera"),
    )


def test_arrows_of_several_performers_say_whose_they_are() -> None:
    one, two = step(1, "Menilai", "a", "b"), step(2, "Menulis", "a")
    second = replace(edge(one, two), source=one.symbols[1].ref)
    back = edge(two, one)
    told = spoken(chart((one, two), (edge(one, two), second, back), lane("a", "Ana")))
    assert [item.text for item in told[0].flow] == [
        "Ana: Lanjut ke langkah 2",
        "b: Lanjut ke langkah 2",
    ]
    assert [item.text for item in told[1].flow] == ["Kembali ke langkah 1"]


def test_one_arrow_to_each_part_of_a_parallel_row_is_told_once() -> None:
    one, two = step(1, "Menilai", "a"), step(2, "Menulis", "a", "b")
    second = replace(edge(one, two), target=two.symbols[1].ref)
    told = spoken(chart((one, two), (edge(one, two), second), lane("a", "Ana"), lane("b", "B")))
    assert told[0].flow == (LinkedText("Lanjut ke langkah 2", "#langkah-1-2"),)
