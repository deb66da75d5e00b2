"""Letting plugins in that were installed beside sopdsl, if `sop.toml` names them."""

from __future__ import annotations

from collections.abc import Iterable

from sopdsl.language import Phrase
from sopdsl.plugins.faults import Fault, said
from sopdsl.plugins.registry import Registry

GROUP = "sopdsl.plugins"


def open_registry(allowed: Iterable[str]) -> Registry:
    """Return a registry with the built-in things and the outsiders that ``allowed`` names."""
    registry = Registry()
    names = tuple(dict.fromkeys(allowed))
    if names:
        _add_outsiders(registry, names)
    return registry


def _add_outsiders(registry: Registry, names: tuple[str, ...]) -> None:
    from importlib.metadata import entry_points  # noqa: PLC0415 - dear; most runs have no outsiders

    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    for name in names:
        entry = found.get(name)
        if entry is None:
            what = Phrase("plugin itu tidak terpasang", "it is not installed")
            registry.report(Fault(name, "", what))
            continue
        version = entry.dist.version if entry.dist else ""
        try:
            plugin: object = entry.load()
        except (Exception, SystemExit) as fault:
            what = Phrase(f"tidak dapat dimuat: {said(fault)}", f"cannot be loaded: {said(fault)}")
            registry.report(Fault(name, version, what))
            continue
        registry.add(plugin, name, version)
