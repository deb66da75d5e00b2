"""Small repositories of SOPs for tests: files from texts, and one document that is always clean."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

CLEAN = """\
sop {name} "{title}"
  nomor     "SOP/1/2025"
  unit      "Biro Umum"
  status    konsep

pelaksana
  staf    "Staf"
  kepala  "Kepala Biro"

mulai oleh staf "Menerima permohonan"
  kelengkapan  "Permohonan"
  waktu        5 menit
  output       "Permohonan"

langkah susun oleh staf "Menyusun konsep"
  kelengkapan  "Permohonan"
  waktu        30 menit
  output       "Konsep"

keputusan periksa oleh kepala "Memeriksa konsep"
  kelengkapan  "Konsep"
  waktu        1 jam
  output       "Konsep yang telah diperiksa"
  ya    -> simpan "Sesuai"
  tidak -> susun "Belum sesuai"

selesai simpan oleh staf "Menyimpan konsep"
  kelengkapan  "Konsep yang telah diperiksa"
  waktu        5 menit
  output       "Arsip"
"""


def clean(name: str = "contoh", title: str = "Contoh Prosedur") -> str:
    """Return a document in which nothing is wrong."""
    return CLEAN.format(name=name, title=title)


def plant(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files (relative path → content) and return the folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder
