"""The pages of what the tool itself finds: settings, plugins, files that cannot be read.

These findings have no place in a document's text, or no text at all, so nothing is left to check
here; the entries give them a name, a severity and a page like those of all other rules.
"""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.checks import Context, RuleMeta
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase


class ToolRule:
    """A rule that hands on what was found outside the text."""

    def __init__(self, name: str, title: Phrase, page: Phrase, severity: Severity) -> None:
        self.META = RuleMeta(name, severity, "alat", "sopc", title)
        self.__doc__ = f"{title.id}\n\n## Indonesia\n{page.id}\n\n## English\n{page.en}\n"

    def check(self, context: Context, /) -> Iterable[Diagnostic]:
        """Hand on what was found while the text was read."""
        return context.found.get(self.META.name, ())


UNREADABLE_FILE = ToolRule(
    "unreadable-file",
    Phrase("berkas yang tidak dapat dibaca", "a file that cannot be read"),
    Phrase(
        "Berkas ini bukan teks, tidak disimpan sebagai UTF-8, terlalu besar, atau tidak boleh"
        " dibaca."
        "\n\n**Perbaikan.** Buka di penyunting teks dan simpan sebagai teks UTF-8.",
        "The file is no text, is not saved as UTF-8, is too large, or may not be read."
        "\n\n**Fix.** Open it in a text editor and save it as UTF-8 text.",
    ),
    Severity.ERROR,
)
SETTINGS_SYNTAX = ToolRule(
    "settings-syntax",
    Phrase("sop.toml yang bukan TOML", "a sop.toml that is no TOML"),
    Phrase(
        "sop.toml tidak dapat dibaca, jadi semua pengaturan di dalamnya tidak berlaku."
        "\n\n**Perbaikan.** Periksa tanda kutip, tanda sama dengan, dan kurung di tempat itu.",
        "sop.toml cannot be read, so none of its settings hold."
        "\n\n**Fix.** Check quotes, equals signs and brackets at that place.",
    ),
    Severity.ERROR,
)
UNKNOWN_SETTING = ToolRule(
    "unknown-setting",
    Phrase("pengaturan yang tidak dikenal", "a setting that nobody knows"),
    Phrase(
        "sop.toml memuat kunci yang tidak dikenal; biasanya salah ketik, dan isinya tidak berlaku."
        "\n\n**Perbaikan.** Pakai kunci terdekat yang ditawarkan, atau hapus kunci itu.",
        "sop.toml has a key that nobody knows, mostly a slip; what it says does not hold."
        "\n\n**Fix.** Take the nearest key that is offered, or delete it.",
    ),
    Severity.ERROR,
)
BAD_SETTING = ToolRule(
    "bad-setting",
    Phrase("nilai pengaturan yang salah", "a setting with a wrong value"),
    Phrase(
        "Nilai sebuah kunci di sop.toml bukan jenis atau pilihan yang dikenal, atau keluar dari"
        " folder proyek; nilai bawaan dipakai."
        "\n\n**Perbaikan.** Tulis nilai yang disebut pada temuan itu.",
        "The value of a key in sop.toml is of another kind, not among the choices, or leads out of"
        " the project's folder; the default holds."
        "\n\n**Fix.** Write a value that the finding names.",
    ),
    Severity.ERROR,
)
UNKNOWN_PROFILE = ToolRule(
    "unknown-profile",
    Phrase("profil yang tidak dapat dipakai", "a profile that cannot be used"),
    Phrase(
        "Profil di sop.toml tidak ada atau tidak tersusun benar; profil bawaan dipakai."
        "\n\n**Perbaikan.** Pilih profil yang ada (`sopc plugins`), atau pasang plugin-nya.",
        "The profile in sop.toml does not exist or is not well made; the default one is used."
        "\n\n**Fix.** Choose one that exists (`sopc plugins`), or install its plugin.",
    ),
    Severity.ERROR,
)
BAD_LOGO = ToolRule(
    "bad-logo",
    Phrase("logo yang tidak dapat dipakai", "a logo that cannot be used"),
    Phrase(
        "Logo bukan PNG atau JPEG, lebih besar dari 2 MB, tidak ada, atau di luar folder proyek;"
        " dokumen dibuat tanpa logo."
        "\n\n**Perbaikan.** Simpan gambar PNG atau JPEG di dalam folder proyek.",
        "The logo is no PNG or JPEG, larger than 2 MB, not there, or outside the project's folder;"
        " documents are made without it."
        "\n\n**Fix.** Keep a PNG or JPEG picture inside the project's folder.",
    ),
    Severity.WARNING,
)
PLUGIN_FAILED = ToolRule(
    "plugin-failed",
    Phrase("plugin yang gagal", "a plugin that failed"),
    Phrase(
        "Sebuah plugin tidak terpasang, dibuat untuk api lain, atau berhenti di tengah jalan. Yang"
        " lain tetap berjalan, tetapi bagian plugin itu tidak ada."
        "\n\n**Perbaikan.** Perbarui plugin itu, atau keluarkan dari `plugin.izinkan`;"
        " `--no-plugins` mematikan semuanya.",
        "A plugin is not installed, is made for another api, or stopped midway. All else goes on,"
        " but that plugin's part is missing."
        "\n\n**Fix.** Update the plugin, or take it out of `plugin.izinkan`; `--no-plugins`"
        " switches all of them off.",
    ),
    Severity.ERROR,
)

PAGE_OVERFLOW = ToolRule(
    "page-overflow",
    Phrase("isi yang tidak muat pada kertas", "contents that do not fit the paper"),
    Phrase(
        "Teks, nama pelaksana, atau simbol lebih besar daripada tempatnya pada kertas; gambarnya"
        " tetap dibuat, tetapi ada yang dipotong atau sukar dibaca. Temuan ini baru ada bila"
        " dokumennya digambar."
        "\n\n**Mengapa.** SOP harus mudah dibaca (BSSN 4/2019 I.E.1)."
        "\n\n**Perbaikan.** Ringkas teksnya, pakai kertas yang lebih lebar"
        ' (`kertas = "F4"`), atau pecah bagannya dengan `alur`.',
        "A text, a lane's name or a symbol is larger than its place on the paper; the picture is"
        " made all the same, but something is cut or hard to read. Found only when the document is"
        " drawn."
        "\n\n**Why.** An SOP is to be easy to read (BSSN 4/2019 I.E.1)."
        '\n\n**Fix.** Shorten the text, take wider paper (`kertas = "F4"`), or split the chart'
        " with `alur`.",
    ),
    Severity.WARNING,
)

BUILTIN: dict[str, str] = {
    "page-overflow": f"{__name__}:PAGE_OVERFLOW",
    "unreadable-file": f"{__name__}:UNREADABLE_FILE",
    "settings-syntax": f"{__name__}:SETTINGS_SYNTAX",
    "unknown-setting": f"{__name__}:UNKNOWN_SETTING",
    "bad-setting": f"{__name__}:BAD_SETTING",
    "unknown-profile": f"{__name__}:UNKNOWN_PROFILE",
    "bad-logo": f"{__name__}:BAD_LOGO",
    "plugin-failed": f"{__name__}:PLUGIN_FAILED",
}
