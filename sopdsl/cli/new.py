"""`sopc new`: a skeleton to fill in. It compiles as it stands, and never overwrites anything."""

from __future__ import annotations

import re
import sys
import unicodedata
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sopdsl.cli.console import CommandError, say
from sopdsl.cli.options import told
from sopdsl.cli.words import printable
from sopdsl.language import Phrase
from sopdsl.project.discovery import SUFFIX
from sopdsl.project.project import shown_path

HELP = Phrase("Buat kerangka SOP baru.", "Write a skeleton of a new SOP.")
_FEWEST_LANES = 2
_RESERVED = {"kelompok", "oleh", "mulai", "langkah", "keputusan", "selesai"}


def run(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            show_default=False,
            help=told("berkas baru; tanpa ini menurut judul", "the new file; else named by title"),
        ),
    ] = None,
    *,
    title: Annotated[
        str | None, typer.Option("--title", help=told("judul SOP", "title of the SOP"))
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", help=told("unit kerja", "the unit"))] = None,
    lanes: Annotated[
        list[str] | None,
        typer.Option(
            "--lane", help=told("seorang pelaksana; boleh berulang", "a performer; repeatable")
        ),
    ] = None,
) -> None:
    """Write the skeleton."""
    title = title or _asked(told("Judul SOP", "Title"), "Judul SOP")
    unit = unit or _asked(told("Unit kerja", "Unit"), "Unit Kerja")
    performers = list(lanes or _asked_lanes())
    path = file or Path(f"{slug(title) or 'sop-baru'}{SUFFIX}")
    if path.suffix != SUFFIX:
        path = path.with_name(path.name + SUFFIX)
    text = skeleton(path.stem, title, unit, performers, date.today().year)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise CommandError(
            Phrase(
                f'"{path}" sudah ada dan tidak ditimpa', f'"{path}" exists and is not overwritten'
            )
        ) from None
    shown = shown_path(path.absolute())
    say(told(f"{shown} dibuat; periksa: sopc check", f"{shown} written; next: sopc check"))
    say(f" {printable(shown)}\n")


def skeleton(name: str, title: str, unit: str, performers: list[str], year: int) -> str:
    """Return the text of a new SOP with four steps that its first two performers share."""
    lanes = lane_ids(performers)
    first, second = list(lanes)[:2]
    width = max(map(len, lanes))
    declared = "".join(f"  {lane:<{width}}  {quoted(text)}\n" for lane, text in lanes.items())
    return f"""\
sop {slug(name) or "sop-baru"} {quoted(title)}
  nomor     "SOP/…/{year}"
  jenis     administratif mikro
  unit      {quoted(unit)}
  status    konsep

dasar-hukum
  "Peraturan …"

kualifikasi
  "Memahami …"

peralatan
  "Komputer dan printer"

peringatan
  "Apabila SOP ini tidak dilaksanakan maka …"

pencatatan
  "Disimpan sebagai …"

pelaksana
{declared}
mulai oleh {first} "Menerima …"
  kelengkapan  "Permohonan"
  waktu        5 menit
  output       "Permohonan"

langkah susun oleh {first} "Menyusun …"
  kelengkapan  "Permohonan"
  waktu        30 menit
  output       "Konsep"

keputusan periksa oleh {second} "Memeriksa …"
  kelengkapan  "Konsep"
  waktu        1 jam
  output       "Konsep yang telah diperiksa"
  ya    -> simpan "Sesuai"
  tidak -> susun "Belum sesuai"

selesai simpan oleh {first} "Menyimpan …"
  kelengkapan  "Konsep yang telah diperiksa"
  waktu        15 menit
  output       "Arsip"
"""


def slug(text: str) -> str:
    """Return a text as an identifier: ASCII letters and digits joined by ``-``, a letter first."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-").lstrip("0123456789-")


def quoted(text: str) -> str:
    """Return a text as a string of the language."""
    flat = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    return '"' + flat.replace("\\", "\\\\").replace('"', '\\"') + '"'


def lane_ids(performers: list[str]) -> dict[str, str]:
    """Return an identifier for each performer, in order; at least two, so that steps can pass."""
    lanes: dict[str, str] = {}
    for text in (*performers, *("Pelaksana Pertama", "Pelaksana Kedua")[len(performers) :]):
        base = slug(text) or "pelaksana"
        base = f"{base}-1" if base in _RESERVED else base
        name, number = base, 2
        while name in lanes:
            name, number = f"{base}-{number}", number + 1
        lanes[name] = text
    return lanes


def _asked(question: str, default: str) -> str:
    if not sys.stdin.isatty():
        return default
    answer: str = typer.prompt(question, default=default)
    return answer


def _asked_lanes() -> list[str]:
    if not sys.stdin.isatty():
        return []
    question = told("Pelaksana, dipisah koma", "Performers, separated by commas")
    answer: str = typer.prompt(question, default="Pelaksana Pertama, Pelaksana Kedua")
    return [part.strip() for part in answer.split(",") if part.strip()]
