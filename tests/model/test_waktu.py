"""Times: the wordings of signed documents, each with the working minutes it means."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopdsl.model.waktu import DAY
from sopdsl.model.waktu_reading import read, read_wording
from sopdsl.source import Span
from sopdsl.syntax import tree

HERE = Span(0, 0)
JAM, HARI = 60.0, DAY
MINGGU, BULAN, TAHUN = 5 * DAY, 20 * DAY, 240 * DAY

EXACT: dict[str, float] = {
    "5 menit": 5,
    "5 Menit": 5,
    "10 MENIT": 10,
    "15 menit": 15,
    "120 Menit": 120,
    "180 Menit": 180,
    "1 jam": JAM,
    "1 Jam": JAM,
    "2 jam": 2 * JAM,
    "24 Jam": 24 * JAM,
    "48 jam": 48 * JAM,
    "168 Jam": 168 * JAM,
    "4 jam kerja": 4 * JAM,
    "1,5 jam": 90,
    "1.5 jam": 90,
    "0,5 jam": 30,
    "1/2 jam": 30,
    "½ jam": 30,
    "1 1/2 jam": 90,
    "1½ jam": 90,
    "setengah jam": 30,
    "30 detik": 0.5,
    "1 hari": HARI,
    "14 hari": 14 * HARI,
    "3 hari kerja": 3 * HARI,
    "3 Hari Kerja": 3 * HARI,
    "2 hari efektif": 2 * HARI,
    "14 hari kalender": 14 * HARI,
    "1 (satu) hari kerja": HARI,
    "3 (tiga) hari": 3 * HARI,
    "sehari": HARI,
    "satu hari": HARI,
    "dua hari": 2 * HARI,
    "sebelas hari": 11 * HARI,
    "dua belas hari": 12 * HARI,
    "dua puluh empat jam": 24 * JAM,
    "setengah hari": HARI / 2,
    "2 minggu": 2 * MINGGU,
    "1 mgg": MINGGU,
    "1 pekan": MINGGU,
    "seminggu": MINGGU,
    "1 bulan": BULAN,
    "3 bulan": 3 * BULAN,
    "1 bln": BULAN,
    "sebulan": BULAN,
    "1 triwulan": 3 * BULAN,
    "1 semester": 6 * BULAN,
    "1 tahun": TAHUN,
    "2 thn": 2 * TAHUN,
    "setahun": TAHUN,
    "5 minit": 5,
    "5 mnt": 5,
    "5 mnt.": 5,
    "5 m": 5,
    "5'": 5,
    "2 j": 2 * JAM,
    "1 x 24 jam": 24 * JAM,
    "1x24 jam": 24 * JAM,
    "1 × 24 Jam": 24 * JAM,
    "3 x 24 jam": 72 * JAM,
    "2 kali 30 menit": 60,
    "2 bulan 1 minggu": 2 * BULAN + MINGGU,
    "2 bulan 1 minggu; 5 hari kerja; 1 hari": 2 * BULAN + MINGGU + 6 * HARI,
    "1 jam 30 menit": 90,
    "1 jam, 30 menit": 90,
    "1 jam dan 30 menit": 90,
    "1 jam + 30 menit": 90,
    "1 hari 2 jam 5 menit": HARI + 125,
    "1 bulan (tanggal 1-20)": BULAN,
    "± 15 menit": 15,
    "+/- 15 menit": 15,
    "kurang lebih 15 menit": 15,
    "sekitar 2 jam": 2 * JAM,
    "maksimal 3 hari": 3 * HARI,
    "maks 2 jam": 2 * JAM,
    "paling lama 5 hari kerja": 5 * HARI,
    "paling lambat 14 hari kalender sejak diterima": 14 * HARI,
    "< 1 jam": JAM,
    "≤ 30 menit": 30,
    "3 hari setelah berkas lengkap": 3 * HARI,
    "5\u00a0menit": 5,
    "  5   menit ": 5,
    "2 hari (apabila lengkap)": 2 * HARI,
    "rata-rata 10 menit": 10,
    "total 2 jam": 2 * JAM,
}

RANGES: dict[str, tuple[float, float]] = {
    "1-3 hari": (HARI, 3 * HARI),
    "1 - 3 hari": (HARI, 3 * HARI),
    "1–3 hari": (HARI, 3 * HARI),
    "1 – 20 hari kerja": (HARI, 20 * HARI),
    "5-10 menit": (5, 10),
    "5 — 10 menit": (5, 10),
    "30 menit - 3 jam": (30, 3 * JAM),
    "30 menit-3 jam": (30, 3 * JAM),
    "1 hari s.d 1 minggu": (HARI, MINGGU),
    "2 s.d 3 bulan": (2 * BULAN, 3 * BULAN),
    "2 s.d. 3 bulan": (2 * BULAN, 3 * BULAN),
    "2 s/d 3 bulan": (2 * BULAN, 3 * BULAN),
    "2 sd 3 bulan": (2 * BULAN, 3 * BULAN),
    "2 sampai 3 hari": (2 * HARI, 3 * HARI),
    "2 sampai dengan 3 hari": (2 * HARI, 3 * HARI),
    "2 hingga 3 hari": (2 * HARI, 3 * HARI),
    "1,5 - 2 jam": (90, 120),
    "3-1 hari": (HARI, 3 * HARI),
    "30 menit s.d 1 jam 30 menit": (30, 90),
    "120 Menit / 3 Hari": (120, 3 * HARI),
    "120 menit atau 3 hari": (120, 3 * HARI),
    "3 hari/1 minggu": (3 * HARI, MINGGU),
    "1 hari atau 2-3 hari": (HARI, 3 * HARI),
}

RATES: dict[str, tuple[float, float, str]] = {
    "2 menit/berkas": (2, 2, "berkas"),
    "2 menit / berkas": (2, 2, "berkas"),
    "2 menit per berkas": (2, 2, "berkas"),
    "1 menit/dokumen": (1, 1, "dokumen"),
    "5-10 menit per orang": (5, 10, "orang"),
    "2 jam untuk setiap berkas": (120, 120, "berkas"),
    "15 menit tiap pemohon": (15, 15, "pemohon"),
    "10 menit per surat masuk": (10, 10, "surat masuk"),
    "3 hari kerja/kegiatan": (3 * HARI, 3 * HARI, "kegiatan"),
}

NO_TIME = (
    "sesuai kebutuhan",
    "Sesuai kebutuhan",
    "sesuai jadwal",
    "sesuai masa kontrak",
    "menyesuaikan",
    "segera",
    "seketika (otomatis)",
    "sejak kickoff",
    "triwulanan",
    "semesteran",
    "tahunan",
    "bulanan",
    "sepanjang tahun",
    "setiap bulan",
    "3 hari sekali",
    "2x seminggu",
    "H-1",
    "H-3",
    "H-1/H-3",
    "januari, april, juli, oktober (tanggal 20-31)",
    "tanggal 1-20",
    "minggu ke 2",
    "minggu II",
    "08.00 – 10.00 WIB",
    "pukul 08:00",
    "5",
    "1-3",
    "menit",
    "5 menit lagi nanti",
    "10 menit, segera",
    "sama",
    "…",
    "",
    "9" * 40 + " hari",
    "5 menit " * 60,
)


@pytest.mark.parametrize("wording", EXACT)
def test_a_plain_time_means_its_minutes(wording: str) -> None:
    waktu = read_wording(wording)
    assert (waktu.low, waktu.high, waktu.per) == (EXACT[wording], EXACT[wording], "")


@pytest.mark.parametrize("wording", RANGES)
def test_a_range_or_a_choice_means_its_least_and_its_most(wording: str) -> None:
    waktu = read_wording(wording)
    assert (waktu.low, waktu.high, waktu.per) == (*RANGES[wording], "")


@pytest.mark.parametrize("wording", RATES)
def test_a_rate_says_what_it_is_counted_for(wording: str) -> None:
    waktu = read_wording(wording)
    assert (waktu.low, waktu.high, waktu.per) == RATES[wording]


@pytest.mark.parametrize("wording", NO_TIME)
def test_what_is_no_amount_of_time_stays_words(wording: str) -> None:
    waktu = read_wording(wording)
    assert not waktu.measurable
    assert not waktu.none
    assert waktu.wording == " ".join(wording.split())


def test_the_table_is_as_long_as_the_survey() -> None:
    assert len(EXACT) + len(RANGES) + len(RATES) + len(NO_TIME) >= 114


@pytest.mark.parametrize("wording", ["-", "–", " - "])
def test_a_dash_says_that_there_is_none(wording: str) -> None:
    assert read_wording(wording).none


def test_the_wording_is_kept_as_written() -> None:
    assert read_wording("±  15  Menit").wording == "± 15 Menit"


def amount(number: str, unit: str, per: str | None = None) -> tree.Amount:
    return tree.Amount(
        factor=None,
        low=tree.Number(number, Decimal(number.replace(",", ".")), HERE),
        low_unit=None,
        high=None,
        unit=tree.Word(unit, HERE),
        qualifier=None,
        per=tree.String(per, HERE) if per else None,
        span=HERE,
    )


def test_the_time_grammar_and_a_quoted_text_mean_the_same() -> None:
    value = tree.TimeAmounts(((amount("2", "menit", "berkas"),),), '2 menit per "berkas"', HERE)
    assert read(value) == read(tree.String("2 menit per berkas", HERE))


def test_sama_and_nothing_are_told_apart() -> None:
    assert read(tree.TimeSame(HERE)).same
    assert read(tree.Nothing(HERE)).none


@given(st.text(alphabet="0123456789 ,./-x–satumenijhrk()½±", max_size=60) | st.text(max_size=60))
def test_any_text_is_read_without_fault_and_bounds_are_in_order(text: str) -> None:
    waktu = read_wording(text)
    assert (waktu.low is None) == (waktu.high is None)
    if waktu.low is not None and waktu.high is not None:
        assert 0 <= waktu.low <= waktu.high
