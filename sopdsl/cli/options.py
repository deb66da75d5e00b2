"""Options that several commands have, each with one wording."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sopdsl.cli.console import CommandError, here
from sopdsl.language import Phrase


def told(indonesian: str, english: str) -> str:
    """Return a help text in the reader's language."""
    return here(Phrase(indonesian, english))


def day(written: str | None) -> date | None:
    """Return the day that ``--today`` names; ``None`` leaves it to the machine.

    Raises:
        CommandError: it is no date.
    """
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise CommandError(
            Phrase(
                f'"{written}" bukan tanggal; tulis seperti 2026-01-31',
                f'"{written}" is no date; write it like 2026-01-31',
            )
        ) from None


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATHS]...",
        show_default=False,
        help=told(
            "berkas atau folder; tanpa ini folder dengan sop.toml terdekat",
            "files or folders; without any, the folder with the nearest sop.toml",
        ),
    ),
]
Lang = Annotated[
    str | None,
    typer.Option("--lang", metavar="id|en", help=told("bahasa pesan", "language of messages")),
]
NoPlugins = Annotated[
    bool,
    typer.Option(
        "--no-plugins", help=told("jangan muat plugin dari luar", "load no plugins from outside")
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        metavar="N",
        help=told("jumlah proses; 0: sebanyak prosesor", "processes; 0: as many as processors"),
    ),
]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="PROFIL",
        help=told("peraturan yang diikuti", "the regulation to follow"),
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="YYYY-MM-DD",
        help=told("hari yang dianggap hari ini", "the day that counts as today"),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="DIR", help=told("folder hasil", "folder for the outputs")
    ),
]
StdinName = Annotated[
    str | None,
    typer.Option(
        "--stdin-filename",
        metavar="NAMA",
        help=told("nama untuk masukan baku", "name that standard input goes by"),
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help=told("keluaran JSON", "print JSON"))]
