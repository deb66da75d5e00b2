"""What each keyword means, in one line each: for completion, hover, highlighting and the reference.

The grammar says where a keyword may stand; this table says what it is for, once for the whole
project. Beside the keywords stand the words that are no keywords because the grammar lets any word
stand in their place: kinds of SOP, stages of its life, units of time. The tests hold both against
the grammar.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sopdsl.language import Phrase


class Group(StrEnum):
    """Where a keyword stands."""

    STATEMENT = "pernyataan"  # at the margin
    IDENTITY = "identitas"  # under `sop`
    ACTORS = "pelaksana"  # in `pelaksana`, and `oleh`
    STEP = "langkah"  # under a step
    TIME = "waktu"  # in a time
    HISTORY = "riwayat"  # in `riwayat`
    REGISTER = "peraturan"  # under `peraturan`


@dataclass(frozen=True, slots=True)
class Keyword:
    """A keyword or a customary word.

    Attributes:
        word: as written.
        group: where it stands.
        meaning: one line: what it is for.
        letter: where BSSN 4/2019, Lampiran, speaks of it; empty when it is the language's own.
    """

    word: str
    group: Group
    meaning: Phrase
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign: its terminal in the grammar, its plain form, other forms of it, its meaning."""

    terminal: str
    plain: str
    others: tuple[str, ...]
    meaning: Phrase


def _table(group: Group, *rows: tuple[str, str, str] | tuple[str, str, str, str]) -> list[Keyword]:
    return [Keyword(row[0], group, Phrase(row[1], row[2]), *row[3:]) for row in rows]


KEYWORDS: Final[tuple[Keyword, ...]] = (
    *_table(
        Group.STATEMENT,
        ("sop", "judul dan identitas sebuah SOP", "title and identity of an SOP", "II.B.2.g"),
        ("pustaka", "berkas berisi bagian yang dipakai bersama", "a file of shared parts"),
        ("gunakan", "memakai isi sebuah pustaka", "use the content of a library"),
        ("dasar-hukum", "peraturan yang mendasari SOP", "regulations it rests on", "II.B.2.h"),
        ("keterkaitan", "SOP lain yang terkait langsung", "SOPs linked to it", "II.B.2.i"),
        (
            "peringatan",
            "akibat bila SOP dijalankan atau tidak dijalankan",
            "what may happen when it is followed or not",
            "II.B.2.j",
        ),
        ("kualifikasi", "kemampuan pelaksana", "competence its performers need", "II.B.2.k"),
        ("peralatan", "peralatan utama", "main tools", "II.B.2.l"),
        ("pencatatan", "pencatatan dan pendataan", "what is recorded, by whom", "II.B.2.m"),
        ("pelaksana", "daftar pelaksana, satu per lajur", "the actors, one a lane", "II.B.3"),
        ("langkah", "kegiatan, digambar sebagai kotak", "an activity, a box", "II.B.3.b"),
        ("mulai", "kegiatan awal, digambar sebagai kapsul", "the start, a capsule", "II.B.3.a"),
        (
            "keputusan",
            "kegiatan dengan pilihan, digambar sebagai belah ketupat",
            "a decision, a diamond",
            "II.B.3.c",
        ),
        ("selesai", "kegiatan akhir, digambar sebagai kapsul", "the end, a capsule", "II.B.3.a"),
        ("alur", "bagan alir baru di bawah identitas yang sama", "a further flowchart"),
        ("halaman", "halaman baru mulai dari langkah berikut", "a page break", "II.B.3.e"),
        ("catatan", "catatan kaki bagan", "footnotes of a chart"),
        ("riwayat", "riwayat hidup SOP menurut tahap", "the SOP's history by stages", "III.C"),
        ("peraturan", "peraturan dalam daftar hukum", "a regulation in the legal register"),
    ),
    *_table(
        Group.IDENTITY,
        ("nomor", "nomor SOP", "its number", "II.B.2.b"),
        ("jenis", "jenis SOP: administratif atau teknis, makro atau mikro", "its kind", "I.C"),
        (
            "unit",
            "unit pembuat dari atas ke bawah; jenis pelaksana",
            "its unit; an actor's kind",
            "II.B.2.a",
        ),
        ("dibuat", "tanggal pembuatan", "the date it was finished", "II.B.2.c"),
        ("direvisi", "tanggal revisi, `-` bila belum", "the date it was revised", "II.B.2.d"),
        ("berlaku", "tanggal mulai berlaku", "the date it takes effect", "II.B.2.e"),
        ("disahkan", "jabatan yang mengesahkan", "the office that approves it", "II.B.2.f"),
        ("nip", "NIP pejabat yang mengesahkan", "the approving official's number", "II.B.2.f"),
        ("status", "status SOP", "its status"),
        ("logo", "berkas logo lembaga", "file of the institution's logo", "II.B.1.a"),
        ("tahun", "tahun pembuatan pada sampul", "year on the cover", "II.B.1.c"),
    ),
    *_table(
        Group.ACTORS,
        (
            "oleh",
            "pelaksana langkah; bagian milik satu pelaksana",
            "who does it; one actor's part",
            "II.B.3",
        ),
        ("tetap", "lajur tetap menurut urutan tulis", "lanes keep the written order"),
        ("kelompok", "judul bersama lajur berikutnya", "a common title of the lanes that follow"),
        ("alias", "sebutan lain pelaksana", "other names of the actor"),
        ("jabatan", "pelaksana sebuah jabatan", "an office", "II.A"),
        ("tim", "pelaksana sebuah tim", "a team", "II.A"),
        ("sistem", "pelaksana sebuah sistem atau aplikasi", "a system or application"),
        ("eksternal", "pelaksana pihak luar", "a party outside the institution"),
    ),
    *_table(
        Group.STEP,
        ("kelengkapan", "mutu baku: bahan yang diperlukan", "documents it needs", "II.B.3"),
        ("waktu", "mutu baku: waktu penyelesaian", "the time it takes", "II.B.3"),
        ("output", "mutu baku: hasil langkah", "documents it yields", "II.B.3"),
        ("keterangan", "keterangan atau rujukan SOP lain", "a remark or another SOP", "II.B.3"),
        ("ya", "jalur bila dipenuhi", "the exit when the answer is yes", "II.B.3.c"),
        ("tidak", "jalur bila tidak dipenuhi", "the exit when the answer is no", "II.B.3.c"),
        ("jika", "jalur dengan syarat bebas", "an exit with a condition of its own", "II.B.3.c"),
        ("tanya", "pertanyaan pada keputusan", "the question of a decision", "II.B.3.c"),
        ("opsional", "langkah yang boleh dilewati", "the step may be left out"),
        ("rujuk", "langkah dijalankan menurut SOP lain", "another SOP carries the step out"),
        ("konektor", "huruf penghubung antarhalaman", "letter of its connector", "II.B.3.e"),
    ),
    *_table(
        Group.TIME,
        ("sama", "satu sel waktu dengan langkah di atas", "the time cell above goes on"),
        ("atau", "waktu pilihan lain", "another possible time"),
        ("per", "waktu untuk tiap satuan", "the time for each of something"),
    ),
    *_table(
        Group.HISTORY,
        ("penyusunan", "SOP disusun", "it was written", "III.C"),
        ("reviu", "SOP direviu", "it was reviewed", "III.C.4"),
        ("simulasi", "SOP disimulasikan penyusun", "its writers simulated it", "III.C.4.a"),
        ("uji-coba", "SOP diujicobakan pelaksana", "its performers tried it", "III.C.4.b"),
        ("pengesahan", "SOP disahkan", "it was approved", "III.C.5"),
        ("sosialisasi", "SOP disosialisasikan", "its performers were told", "III.D"),
        ("pemantauan", "pelaksanaan SOP dipantau", "its use was monitored", "III.E.1"),
        ("evaluasi", "SOP dievaluasi", "it was evaluated", "III.E.2"),
        ("revisi", "SOP direvisi", "it was revised", "III.E.2"),
        ("pencabutan", "SOP dicabut", "it was revoked"),
    ),
    *_table(
        Group.REGISTER,
        ("dicabut", "tanggal dicabut dan peraturan pencabutnya", "when and by what it was revoked"),
        ("tautan", "alamat naskah peraturan", "address of the regulation's text"),
    ),
)

CUSTOMARY: Final[tuple[Keyword, ...]] = (
    *_table(
        Group.IDENTITY,
        (
            "administratif",
            "SOP administratif: bagi banyak pelaksana",
            "for several actors",
            "I.C.2",
        ),
        ("teknis", "SOP teknis: rinci, bagi satu pelaksana", "in detail, for one actor", "I.C.3"),
        ("makro", "SOP makro: gabungan beberapa SOP mikro", "made of several SOPs", "I.C.4"),
        ("mikro", "SOP mikro: bagian dari SOP makro", "a part of another SOP", "I.C.5"),
    ),
    *_table(
        Group.TIME,
        ("detik", "satuan waktu: detik", "seconds"),
        ("menit", "satuan waktu: menit", "minutes"),
        ("jam", "satuan waktu: jam", "hours"),
        ("hari", "satuan waktu: hari", "days"),
        ("minggu", "satuan waktu: minggu", "weeks"),
        ("bulan", "satuan waktu: bulan", "months"),
        ("triwulan", "satuan waktu: triwulan", "quarters of a year"),
        ("semester", "satuan waktu: semester", "halves of a year"),
        ("tahun", "satuan waktu: tahun", "years"),
        ("kerja", "hanya waktu kerja: `3 hari kerja`", "of working time only"),
        ("kalender", "menurut kalender: `3 hari kalender`", "of the calendar"),
        ("efektif", "hanya hari efektif: `2 hari efektif`", "of effective days"),
    ),
)

SIGNS: Final[tuple[Sign, ...]] = (
    Sign("ARROW", "->", ("→", "–>", "-->", "=>"), Phrase("ke langkah", "to a step")),
    Sign("_GREATER", ">", (), Phrase("diserahkan; unit di bawahnya", "handed over; a unit below")),
    Sign("_BOTH_WAYS", "<>", ("<->", "↔"), Phrase("timbal balik", "both ways")),
    Sign("_COMMA", ",", (), Phrase("bersama; dan seterusnya", "together; and so on")),
    Sign("_BAR", "|", (), Phrase("sejajar", "in parallel")),
    Sign("DASH", "-", ("–", "—", "−"), Phrase("tidak ada; sampai", "none; up to")),
    Sign("_DOT", ".", (), Phrase("pelaksana dalam langkah", "an actor within a step")),
    Sign("_TIMES", "x", ("X", "×"), Phrase("kali, dalam waktu", "times, in a time")),
    Sign("REFERENCE", "@a", (), Phrase("SOP lain atau peraturan", "another SOP or a regulation")),
    Sign("STRING", '"a"', ("“a”", "„a“", '“a"'), Phrase("teks", "a text")),
    Sign("COMMENT", "# a", (), Phrase("komentar", "a comment")),
)
"""All signs, each with the forms of it that are understood but not written by the formatter."""

BY_WORD: Final = {keyword.word: keyword for keyword in KEYWORDS}
"""The keywords by their wording."""

STEP_KINDS: Final = ("mulai", "langkah", "keputusan", "selesai")
"""The words that begin a step; they may not name one."""


def words_of(group: Group) -> tuple[str, ...]:
    """Return the keywords of a group, in the order in which people meet them."""
    return tuple(keyword.word for keyword in KEYWORDS if keyword.group is group)
