"""The one door for everything that can be added, from rules to commands, and the registry behind.

A plugin is one object with ``api``, ``name`` and methods that return tables: name → thing, or
name → ``"module:attribute"`` when the thing shall not be imported before it is used. What comes
with sopdsl enters by the same tables. Outsiders are found by entry point, and only if `sop.toml`
names them. Whatever goes wrong in a plugin becomes a finding that names it; the rest goes on.
"""

from sopdsl.plugins.contracts import (
    API,
    Emitter,
    EntrySchema,
    Exporter,
    Kind,
    Plugin,
    StatementSchema,
    ValueKind,
)
from sopdsl.plugins.faults import HOST, Fault, PluginError, said
from sopdsl.plugins.outsiders import GROUP, open_registry
from sopdsl.plugins.registry import Contribution, Description, Registry, resolve

__all__ = [
    "API",
    "GROUP",
    "HOST",
    "Contribution",
    "Description",
    "Emitter",
    "EntrySchema",
    "Exporter",
    "Fault",
    "Kind",
    "Plugin",
    "PluginError",
    "Registry",
    "StatementSchema",
    "ValueKind",
    "open_registry",
    "resolve",
    "said",
]
