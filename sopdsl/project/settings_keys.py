"""The keys of `sop.toml`, written down once: the reader and the JSON Schema both follow this table.

Keys and most values are Indonesian, the users' language. Names that stand in reports and formats
keep one spelling everywhere: rule names, and the severities `error`, `warning`, `hint`, `off`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sopdsl.language import Phrase
from sopdsl.paper import SIZES

Kind = Literal["text", "path", "choice", "texts", "flag"]

FILE_NAME = "sop.toml"
SEVERITY_WORDS = ("error", "warning", "hint", "off")
RULES_TABLE = "aturan"
SEVERITY_KEY = "tingkat"


@dataclass(frozen=True, slots=True)
class Key:
    """One key.

    Attributes:
        path: table and name, or the name alone at the top.
        kind: ``path`` is a text that must stay inside the folder of `sop.toml`.
        doc: what it decides.
        choices: the allowed words of a ``choice``.
        default: what holds when it is absent, as JSON would write it.
    """

    path: tuple[str, ...]
    kind: Kind
    doc: Phrase
    choices: tuple[str, ...] = ()
    default: str | tuple[str, ...] | bool = ""


TABLES: dict[str, Phrase] = {
    "instansi": Phrase("instansi yang menerbitkan SOP", "the agency that issues the SOPs"),
    "bagan": Phrase("isi halaman bagan alir", "what flowchart pages show"),
    "keluaran": Phrase("hasil `sopc build`", "what `sopc build` writes"),
    "berkas": Phrase("berkas yang dibaca", "which files are read"),
    "plugin": Phrase("plugin dari luar", "plugins from outside"),
    RULES_TABLE: Phrase(
        "tingkat dan opsi tiap aturan", "severity and options of each rule, by its name"
    ),
}

KEYS: tuple[Key, ...] = (
    Key(
        ("profil",),
        "text",
        Phrase("peraturan yang diikuti", "the regulation that is followed"),
        default="bssn-4-2019",
    ),
    Key(
        ("kertas",),
        "choice",
        Phrase("ukuran kertas; tanpa ini menurut profil", "paper size; else the profile's"),
        tuple(SIZES),
    ),
    Key(
        ("orientasi",),
        "choice",
        Phrase(
            "arah halaman bagan; tanpa ini menurut profil", "of chart pages; else the profile's"
        ),
        ("potret", "lanskap"),
    ),
    Key(
        ("tema",),
        "choice",
        Phrase(
            "warna dokumen di layar; di kertas selalu hitam putih",
            "colours on screens; paper is always black and white",
        ),
        ("polos", "warna"),
        "polos",
    ),
    Key(
        ("bahasa",),
        "choice",
        Phrase("bahasa pesan", "language of messages"),
        ("id", "en"),
        "id",
    ),
    Key(("instansi", "nama"), "text", Phrase("nama instansi", "the agency's name")),
    Key(("instansi", "alamat"), "text", Phrase("alamat pada sampul", "address on the cover")),
    Key(
        ("instansi", "logo"),
        "path",
        Phrase(
            "berkas PNG atau JPEG, relatif terhadap sop.toml", "PNG or JPEG, relative to sop.toml"
        ),
    ),
    Key(
        ("bagan", "nomor-simbol"),
        "flag",
        Phrase("nomor langkah di dalam simbol", "the row's number inside each symbol"),
        default=True,
    ),
    Key(
        ("bagan", "legenda"),
        "flag",
        Phrase("keterangan kelima simbol di bawah bagan", "a legend of the five symbols"),
        default=False,
    ),
    Key(
        ("bagan", "rekap-waktu"),
        "flag",
        Phrase(
            "jumlah waktu tiap pelaksana di bawah bagan", "times per performer beneath the chart"
        ),
        default=False,
    ),
    Key(
        ("keluaran", "folder"),
        "path",
        Phrase("folder hasil, relatif terhadap sop.toml", "output folder, relative to sop.toml"),
        default="_hasil",
    ),
    Key(
        ("keluaran", "format"),
        "texts",
        Phrase("format yang ditulis", "formats that are written"),
        default=("html", "svg"),
    ),
    Key(
        ("berkas", "kecuali"),
        "texts",
        Phrase("pola berkas dan folder yang dilewati", "patterns of files and folders to skip"),
        default=(),
    ),
    Key(
        ("plugin", "izinkan"),
        "texts",
        Phrase("plugin terpasang yang boleh dimuat", "installed plugins that may be loaded"),
        default=(),
    ),
)
