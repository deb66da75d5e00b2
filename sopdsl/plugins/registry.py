"""The registry: everything that is known by name, of every kind, imported when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeGuard, TypeVar, cast

from sopdsl.checks import Context, Rule, RuleMeta
from sopdsl.diagnostics import Diagnostic
from sopdsl.language import Phrase
from sopdsl.plugins.contracts import API, Kind, StatementSchema
from sopdsl.plugins.faults import HOST, Fault, PluginError, said

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Contribution:
    """One thing under one name, not yet imported."""

    kind: Kind
    name: str
    plugin: str
    version: str
    thing: object

    def fault(self, what: Phrase) -> Fault:
        """Return a fault of the plugin that brought this."""
        return Fault(self.plugin, self.version, what)


@dataclass(frozen=True, slots=True)
class Description:
    """A plugin as `sopc plugins` shows it."""

    name: str
    version: str
    brings: Mapping[Kind, tuple[str, ...]]


# What comes with sopdsl: mappings like those of a plugin's methods, or a tuple of names where the
# room itself knows what to fetch for a name.
_BUILT_IN: Mapping[Kind, tuple[str, ...]] = {
    Kind.RULES: ("sopdsl.rules:BUILTIN", "sopdsl.project.tool_rules:BUILTIN"),
    Kind.EMITTERS: ("sopdsl.project.emitters:BUILTIN",),
    Kind.PROFILES: ("sopdsl.profiles:BUILTIN",),
}


class Registry:
    """All that is known by name, of every kind; things are imported when asked for."""

    def __init__(self) -> None:
        self._tables: dict[Kind, dict[str, Contribution]] = {}
        self._plugins: list[tuple[str, str, object]] = []
        self._faults: dict[Fault, None] = {}

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything that went wrong so far, each once."""
        return tuple(self._faults)

    def add(self, plugin: object, name: str, version: str = "") -> None:
        """Let a plugin in under ``name``; later plugins never replace what is there."""
        if (problem := _unfit(plugin, name)) is not None:
            self.report(Fault(name, version, problem))
            return
        self._plugins.append((name, version, plugin))
        for kind, table in self._tables.items():
            self._merge(kind, table, name, version, plugin)

    def report(self, fault: Fault) -> None:
        """Remember a fault."""
        self._faults.setdefault(fault)

    @property
    def outsiders(self) -> tuple[str, ...]:
        """The names of the plugins from outside that were let in."""
        return tuple(name for name, _, _ in self._plugins)

    def contributions(self, kind: Kind) -> tuple[Contribution, ...]:
        """Return all of one kind, not yet imported: built-in ones, then in order of plugins."""
        return tuple(self._table(kind).values())

    def find(self, kind: Kind, name: str) -> Contribution | None:
        """Return what stands under a name, not yet imported."""
        return self._table(kind).get(name)

    def load(self, contribution: Contribution) -> Any:
        """Import a thing.

        Raises:
            PluginError: it cannot be imported.
        """
        try:
            return resolve(contribution.thing)
        except (Exception, SystemExit) as fault:
            what = Phrase(
                f'"{contribution.name}" tidak dapat dimuat: {said(fault)}',
                f'"{contribution.name}" cannot be loaded: {said(fault)}',
            )
            raise PluginError(contribution.fault(what)) from fault

    def rules(self) -> tuple[Rule, ...]:
        """Return all rules, each guarded so that a crash becomes a finding."""
        return tuple(_GuardedRule(by, rule) for by, rule in self._loaded(Kind.RULES, _is_rule))

    def statements(self) -> dict[str, StatementSchema]:
        """Return the schemas of all extension statements by their words."""
        return {by.name: schema for by, schema in self._loaded(Kind.STATEMENTS, _is_schema)}

    def describe(self) -> tuple[Description, ...]:
        """Return every plugin with the names it brings; nothing is imported."""
        brought: dict[str, dict[Kind, tuple[str, ...]]] = {HOST: {}}
        brought |= {name: {} for name, _, _ in self._plugins}
        for kind in Kind:
            for name, contribution in self._table(kind).items():
                kinds = brought[contribution.plugin]
                kinds[kind] = (*kinds.get(kind, ()), name)
        versions = {name: version for name, version, _ in self._plugins} | {HOST: _own_version()}
        return tuple(Description(name, versions[name], kinds) for name, kinds in brought.items())

    def _loaded(
        self, kind: Kind, fits: Callable[[object], TypeGuard[T]]
    ) -> Iterator[tuple[Contribution, T]]:
        """Yield all things of a kind; what cannot be loaded or does not fit is a fault instead."""
        for contribution in self._table(kind).values():
            try:
                thing: object = self.load(contribution)
            except PluginError as error:
                self.report(error.fault)
                continue
            if fits(thing):
                yield contribution, thing
            else:
                what = Phrase(
                    f'"{contribution.name}" tidak memenuhi syarat untuk "{kind}"',
                    f'"{contribution.name}" is not fit for "{kind}"',
                )
                self.report(contribution.fault(what))

    def _table(self, kind: Kind) -> dict[str, Contribution]:
        if kind not in self._tables:
            table: dict[str, Contribution] = {}
            for place in _BUILT_IN.get(kind, ()):
                built_in = cast("Mapping[str, object] | tuple[str, ...]", resolve(place))
                things = dict.fromkeys(built_in) if isinstance(built_in, tuple) else built_in
                version = _own_version()
                for name, thing in things.items():
                    table[name] = Contribution(kind, name, HOST, version, thing)
            for name, version, plugin in self._plugins:
                self._merge(kind, table, name, version, plugin)
            self._tables[kind] = table
        return self._tables[kind]

    def _merge(
        self, kind: Kind, table: dict[str, Contribution], plugin: str, version: str, source: object
    ) -> None:
        method = getattr(source, kind.value, None)
        if method is None:
            return
        try:
            brought = dict(cast("Mapping[str, object]", method()))
        except (Exception, SystemExit) as fault:
            what = Phrase(f'"{kind}" gagal: {said(fault)}', f'"{kind}" failed: {said(fault)}')
            self.report(Fault(plugin, version, what))
            return
        for name, thing in brought.items():
            if name in table:
                other = table[name].plugin
                what = Phrase(
                    f'nama "{name}" ({kind}) sudah dipakai oleh "{other}"',
                    f'the name "{name}" ({kind}) is taken by "{other}"',
                )
                self.report(Fault(plugin, version, what))
            else:
                table[name] = Contribution(kind, name, plugin, version, thing)


def resolve(thing: object) -> object:
    """Return a thing, or import it when it is a ``"module:attribute"``."""
    if not isinstance(thing, str):
        return thing
    module, _, attribute = thing.partition(":")
    found: object = import_module(module)
    for part in attribute.split(".") if attribute else ():
        found = getattr(found, part)
    return found


class _GuardedRule:
    """A rule that cannot stop the others."""

    def __init__(self, contribution: Contribution, rule: Rule) -> None:
        self.META: RuleMeta = rule.META
        self.__doc__ = getattr(rule, "__doc__", None)
        self._rule = rule
        self._contribution = contribution

    def check(self, context: Context, /) -> Iterable[Diagnostic]:
        try:
            for finding in self._rule.check(context):
                _demand(finding, Diagnostic)
                yield finding
        except (Exception, SystemExit) as fault:
            what = Phrase(
                f'aturan "{self.META.name}" berhenti: {said(fault)}',
                f'rule "{self.META.name}" stopped: {said(fault)}',
            )
            yield self._contribution.fault(what).diagnostic(context.sop.head)


def _demand(thing: object, wanted: type) -> None:
    """Raise when an outsider hands over something else than it promised."""
    if not isinstance(thing, wanted):
        raise TypeError(f"{type(thing).__name__} is no {wanted.__name__}")


def _unfit(plugin: object, name: str) -> Phrase | None:
    api, own_name = getattr(plugin, "api", None), getattr(plugin, "name", None)
    if own_name != name:
        return Phrase(
            f"menyebut dirinya {own_name!r}, bukan nama titik masuknya",
            f"it calls itself {own_name!r}, not by the name of its entry point",
        )
    if api != API:
        return Phrase(
            f"dibuat untuk api {api!r}, sedangkan sopdsl ini memakai api {API}",
            f"it is made for api {api!r}, this sopdsl has api {API}",
        )
    return None


def _is_rule(thing: object) -> TypeGuard[Rule]:
    meta = getattr(thing, "META", None)
    return isinstance(meta, RuleMeta) and callable(getattr(thing, "check", None))


def _is_schema(thing: object) -> TypeGuard[StatementSchema]:
    return isinstance(thing, StatementSchema)


def _own_version() -> str:
    from sopdsl import __version__  # noqa: PLC0415 - the package may still be loading

    return __version__
