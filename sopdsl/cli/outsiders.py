"""Commands that plugins bring: they appear beside the built-in ones, and cannot hide those."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import cast

from sopdsl.cli.console import complain
from sopdsl.cli.shared import select
from sopdsl.language import Phrase
from sopdsl.plugins import Kind, PluginError
from sopdsl.project.scope import Overrides


def plugin_commands(taken: Collection[str]) -> Iterator[tuple[str, Callable[..., object]]]:
    """Yield name and function of each command that the nearest project's plugins bring."""
    registry = select([Path()], Overrides())[0].project.outer.registry
    for contribution in registry.contributions(Kind.COMMANDS):
        name = contribution.name
        if name in taken:
            what = Phrase(f'perintah "{name}" sudah ada', f'the command "{name}" exists already')
            registry.report(contribution.fault(what))
            continue
        try:
            yield name, cast("Callable[..., object]", registry.load(contribution))
        except PluginError as error:
            registry.report(error.fault)
    for fault in registry.faults:
        complain(fault.message)
