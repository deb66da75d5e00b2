"""Plugins that did not do their part, as findings that name them."""

from __future__ import annotations

from dataclasses import dataclass

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.source import Span

HOST = "sopdsl"

_OURS = Phrase("laporkan kesalahan ini kepada pembuat sopdsl", "report this to sopdsl's makers")
_THEIRS = Phrase(
    "perbarui plugin itu atau keluarkan dari plugin.izinkan dalam sop.toml",
    "update the plugin, or take it out of plugin.izinkan in sop.toml",
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A plugin that did not do its part.

    Attributes:
        plugin: its name, as the allow-list has it.
        version: of the package it came in; empty when that is unknown.
        what: what went wrong.
    """

    plugin: str
    version: str
    what: Phrase

    @property
    def message(self) -> Phrase:
        """Who failed, and how."""
        who = f"{self.plugin} {self.version}".strip()
        return Phrase(
            f'plugin "{who}" gagal: {self.what.id}', f'plugin "{who}" failed: {self.what.en}'
        )

    def diagnostic(self, span: Span) -> Diagnostic:
        """Return the finding ``plugin-failed`` at a place."""
        return Diagnostic(
            "plugin-failed",
            Severity.ERROR,
            self.message,
            span,
            (_OURS if self.plugin == HOST else _THEIRS,),
        )


class PluginError(Exception):
    """Something of a plugin failed while it was used; carries the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what.en)
        self.fault = fault


def said(fault: BaseException) -> str:
    """Return an exception in one line, with the place that raised it."""
    trace, place = fault.__traceback__, ""
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename.replace("\\", "/").rsplit("/", 1)[-1]
        place = f" ({name}:{trace.tb_lineno})"
        trace = trace.tb_next
    text = " ".join(str(fault).split())
    return f"{type(fault).__name__}: {text}{place}" if text else f"{type(fault).__name__}{place}"
