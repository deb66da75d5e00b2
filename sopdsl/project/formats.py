"""Which formats a build can write: emitters draw the document, exporters carry what it says."""

from __future__ import annotations

from sopdsl.plugins import Kind, Registry

WRITERS = (Kind.EMITTERS, Kind.EXPORTERS)


def known_formats(registry: Registry) -> tuple[str, ...]:
    """Return the names that ``--to`` and `keluaran.format` understand."""
    return tuple(by.name for kind in WRITERS for by in registry.contributions(kind))
