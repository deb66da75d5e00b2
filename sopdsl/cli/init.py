"""`sopc init`: a folder for SOPs: `sop.toml` and a library of shared performers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sopdsl.cli.console import CommandError, say
from sopdsl.cli.new import quoted
from sopdsl.cli.options import told
from sopdsl.cli.words import printable
from sopdsl.language import Phrase
from sopdsl.project.project import shown_path
from sopdsl.project.settings_keys import FILE_NAME

HELP = Phrase("Siapkan folder untuk SOP.", "Prepare a folder for SOPs.")

_SETTINGS = """\
# Pengaturan untuk semua SOP di folder ini dan di bawahnya.
profil = "bssn-4-2019"

[instansi]
nama = {name}
alamat = ""

[keluaran]
folder = "_hasil"
format = ["html", "svg"]
"""

_LIBRARY = """\
# Pelaksana yang dipakai banyak SOP. SOP memakainya dengan: gunakan "pustaka/pelaksana.sop"
pustaka "Pelaksana bersama"

pelaksana
  kepala  "Kepala Bagian" jabatan
  staf    "Staf" jabatan
  arsip   "Petugas Kearsipan" jabatan
"""


def run(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help=told("folder SOP", "the folder"))
    ] = Path(),
    *,
    name: Annotated[
        str, typer.Option("--name", help=told("nama instansi", "name of the agency"))
    ] = "Nama Instansi",
) -> None:
    """Write the settings and the library."""
    files = {
        FILE_NAME: _SETTINGS.format(name=quoted(name)),
        "pustaka/pelaksana.sop": _LIBRARY,
    }
    if (folder / FILE_NAME).exists():
        shown = shown_path((folder / FILE_NAME).absolute())
        raise CommandError(
            Phrase(f'"{shown}" sudah ada dan tidak ditimpa', f'"{shown}" exists and is kept')
        )
    for relative, text in files.items():
        path = folder / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
        except FileExistsError:
            continue
        say(f"{printable(shown_path(path.absolute()))}\n")
    say(told("berikutnya: sopc new", "next: sopc new") + "\n")
