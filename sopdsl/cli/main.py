"""The entry point: finds the command, imports only that one, and turns every end into a status.

0: nothing at or over the failing severity; 1: findings; 2: wrong use or an internal fault.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any

import typer

from sopdsl import __version__
from sopdsl.cli.console import (
    WRONG_USE,
    CommandError,
    complain,
    here,
    internal_fault,
    say,
    system_failure,
)
from sopdsl.cli.help import Command, Group, complaint
from sopdsl.language import Phrase

COMMANDS = ("build", "check", "fmt", "new", "init", "rule", "rules", "plugins")
_BROKEN_PIPE = 141  # as a shell reports it: 128 + SIGPIPE
_INTERRUPTED = 130  # 128 + SIGINT

_HELP = Phrase(
    "sopc membaca berkas .sop dan membuat dokumen SOP sesuai peraturan.",
    "sopc reads .sop files and makes the SOP documents that the regulation asks for.",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``sopc`` and return its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    try:
        status = _run(words)
        sys.stdout.flush()
    except CommandError as failure:
        complain(failure.message)
        return WRONG_USE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # the reader, say `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    except OSError as fault:
        _trace(words)
        complain(system_failure(fault))
        return WRONG_USE
    except Exception as fault:
        return _wrong_use(fault) if hasattr(fault, "format_message") else _own_fault(words)
    return status


def _run(words: list[str]) -> int:
    wanted = next((word for word in words if not word.startswith("-")), None)
    if wanted is None and "--version" in words:
        say(f"sopc {__version__}\n")
        return 0
    app = typer.Typer(
        help=here(_HELP),
        rich_markup_mode=None,  # plain help; rich would cost more than the checking
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(cls=Group)(_options)
    words = [word for word in words if word != "--verbose"] or ["--help"]
    for name in (wanted,) if wanted in COMMANDS else COMMANDS:
        module: Any = import_module(f"sopdsl.cli.{name}")
        app.command(name, help=here(module.HELP), cls=Command)(module.run)
    if wanted not in COMMANDS:
        _register_plugins(app)
    result: object = app(words, prog_name="sopc", standalone_mode=False)
    return result if isinstance(result, int) else 0


def _options(
    version: Annotated[
        bool, typer.Option("--version", help=here(Phrase("tulis versi", "print the version")))
    ] = False,
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose",
            help=here(Phrase("rincian bila sopc sendiri gagal", "details when sopc itself fails")),
        ),
    ] = False,
) -> None:
    del version, verbose  # here for --help; both are obeyed before any command is known


def _register_plugins(app: typer.Typer) -> None:
    """Let the commands of allowed plugins appear beside the built-in ones."""
    from sopdsl.cli.outsiders import plugin_commands  # noqa: PLC0415 - reads sop.toml; rarely wanted

    for name, function in plugin_commands(COMMANDS):
        app.command(name, cls=Command)(function)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the machine's settings say; never fail for a character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _wrong_use(fault: Exception) -> int:
    complain(complaint(fault))
    context = getattr(fault, "ctx", None)
    path = getattr(context, "command_path", "sopc")
    complain_help = Phrase(f"lihat {path} --help", f"see {path} --help")
    sys.stderr.write(here(complain_help) + "\n")
    return WRONG_USE


def _own_fault(words: list[str]) -> int:
    _trace(words)
    complain(internal_fault())
    return WRONG_USE


def _trace(words: list[str]) -> None:
    if "--verbose" in words:
        import traceback  # noqa: PLC0415 - only on the way out

        traceback.print_exc()
