"""What one `sop.toml` decides for the files beneath it: settings, plugins, profile, logo.

Whatever is wrong is a finding at its line in `sop.toml`, and a default stands in for it, so that
the documents are checked all the same. Plugins, profile and logo are fetched when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Language, Phrase
from sopdsl.project.discovery import excluder
from sopdsl.project.settings_file import SettingsFile, read_settings
from sopdsl.project.settings_keys import RULES_TABLE
from sopdsl.settings import Settings
from sopdsl.source import Source, Span

if TYPE_CHECKING:  # each is imported by who asks for it first
    from sopdsl.checks import Rule
    from sopdsl.plugins import Fault, Registry, StatementSchema
    from sopdsl.profiles.types import Profile
    from sopdsl.project.toml_places import KeyPath


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line decides over the head of `sop.toml`; ``None`` leaves it.

    ``today`` is the day that counts as today, by default that of the machine.
    """

    profile: str | None = None
    paper: str | None = None
    plugins: bool = True
    today: date | None = None


class Scope:
    """An opened `sop.toml`, or the defaults where there is none.

    Attributes:
        folder: where it holds; paths in it are relative to this.
        root: of the project; nothing outside it is read.
        source: the text of `sop.toml`, or ``None``.
        settings: with the overrides in it.
        today: the day that counts as today.
        excluded: tells of a path relative to ``folder`` whether `berkas.kecuali` names it.
    """

    def __init__(
        self, folder: Path, root: Path, source: Source | None, overrides: Overrides
    ) -> None:
        self.folder, self.root, self.source, self.overrides = folder, root, source, overrides
        self._file = read_settings(source) if source else None
        settings = self._file.settings if self._file else Settings()
        self.settings = replace(
            settings,
            profile=overrides.profile or settings.profile,
            paper=overrides.paper or settings.paper,
            plugins=settings.plugins if overrides.plugins else (),
        )
        self.today = overrides.today or datetime.now().astimezone().date()
        self.excluded = excluder(self.settings.exclude)

    @property
    def language(self) -> Language:
        """The language of messages."""
        return self.settings.language

    @cached_property
    def registry(self) -> Registry:
        """The built-in things and those of the allowed plugins."""
        from sopdsl.plugins import open_registry  # noqa: PLC0415 - see the module

        return open_registry(self.settings.plugins)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules of the registry."""
        return self.registry.rules()

    @cached_property
    def statements(self) -> Mapping[str, StatementSchema]:
        """The schemas of extension statements by word."""
        return self.registry.statements()

    @cached_property
    def profile(self) -> Profile:
        """The regulation; the default one stands in for one that is no good."""
        return self._profile[0]

    @cached_property
    def logo(self) -> bytes | None:
        """The institution's picture."""
        return None if isinstance(self._logo, Phrase) else self._logo

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with `sop.toml`, the profile, the logo and the plugins as such."""
        places = _Places(self._file)
        findings = list(self._file.findings) if self._file else []
        if self._profile[1] is not None:
            finding = self._profile[1]
            findings.append(replace(finding, span=places.of(("profil",), self.settings.profile)))
        if isinstance(self._logo, Phrase):
            span = places.of(("instansi", "logo"), self.settings.institution.logo)
            findings.append(Diagnostic("bad-logo", Severity.WARNING, self._logo, span))
        findings += self._unknown_formats(places)
        findings += self._unfit_rules(places)
        for fault in _every_fault(self.registry):
            findings.append(fault.diagnostic(places.of(("plugin", "izinkan"), fault.plugin)))
        return tuple(findings)

    @cached_property
    def _profile(self) -> tuple[Profile, Diagnostic | None]:
        """Return the profile, and what was wrong with the one that the settings ask for.

        Raises:
            ProfileError: the *overriding* profile does not exist or is not well made.
        """
        from sopdsl.profiles import ProfileError, load_profile  # noqa: PLC0415 - see the module

        try:
            return load_profile(self.settings.profile, _plugin_profiles(self.registry)), None
        except ProfileError as error:
            if self.overrides.profile:
                raise
            hints = (error.hint,) if error.hint else ()
            finding = Diagnostic(
                "unknown-profile", Severity.ERROR, error.message, Span(0, 0), hints
            )
            return load_profile(Settings().profile), finding

    @cached_property
    def _logo(self) -> bytes | Phrase | None:
        from sopdsl.project.logo import read_logo  # noqa: PLC0415 - see the module

        path = self.settings.institution.logo
        return read_logo(self.folder, self.root, path) if path else None

    def _unknown_formats(self, places: _Places) -> list[Diagnostic]:
        from sopdsl.project.formats import known_formats  # noqa: PLC0415 - see the module

        known = known_formats(self.registry)
        listed = ", ".join(known)
        return [
            Diagnostic(
                "bad-setting",
                Severity.ERROR,
                Phrase(f'format "{name}" tidak dikenal', f'there is no format "{name}"'),
                places.of(("keluaran", "format"), name),
                (Phrase(f"pilih dari: {listed}", f"choose from: {listed}"),),
            )
            for name in self.settings.formats
            if name not in known
        ]

    def _unfit_rules(self, places: _Places) -> Iterator[Diagnostic]:
        """Yield what `aturan` says of rules and options that nobody knows, and unfit values."""
        settings = self.settings
        names = dict.fromkeys((*settings.severities, *settings.options))
        if not names:
            return
        known = {rule.META.name: rule.META for rule in self.rules}
        for name in names:
            if name not in known:
                yield _unknown(places.of((RULES_TABLE, name), name), name, known)
                continue
            options = known[name].options
            for key, value in settings.options.get(name, {}).items():
                span = places.of((RULES_TABLE, name, key), key)
                if not span.end:  # in a table written on one line
                    span = places.of((RULES_TABLE, name), key)
                if key not in options:
                    yield _unknown(span, f"{name}.{key}", options)
                elif options[key].read(value) is None:
                    kind = options[key].kind
                    yield Diagnostic(
                        "bad-setting",
                        Severity.ERROR,
                        Phrase(
                            f'nilai opsi "{name}.{key}" bukan jenis yang diharapkan',
                            f'the option "{name}.{key}" has a value of the wrong kind',
                        ),
                        span,
                        (Phrase(f"tulis {kind.id}", f"write {kind.en}"),),
                    )


class _Places:
    """Finds values in `sop.toml`; looks only when asked."""

    def __init__(self, file: SettingsFile | None) -> None:
        self._source = file.source if file else None
        self._keys: Mapping[KeyPath, Span] | None = None

    def of(self, key: KeyPath, value: str) -> Span:
        from sopdsl.project.toml_places import key_places, value_place  # noqa: PLC0415 - findings

        if self._source is None:
            return Span(0, 0)
        if self._keys is None:
            self._keys = key_places(self._source.text)
        span = self._keys.get(key)
        return value_place(self._source.text, span, value) if span else Span(0, 0)


def _unknown(span: Span, name: str, known: Iterable[str]) -> Diagnostic:
    """Return the finding about a rule or an option of one that nobody knows."""
    from sopdsl.model.names import nearest  # noqa: PLC0415 - see the module

    listed = list(known)
    near = nearest(name.rpartition(".")[2], listed)
    hint = Phrase("daftar aturan: sopc rules", "all rules: sopc rules")
    if near is not None:
        hint = Phrase(f'tulis "{near}"', f'write "{near}"')
    elif "." in name:
        choice = ", ".join(listed) or "-"
        hint = Phrase(f"opsi yang ada: {choice}", f"the options there are: {choice}")
    what = Phrase("opsi", "option") if "." in name else Phrase("aturan", "rule")
    return Diagnostic(
        "unknown-setting",
        Severity.ERROR,
        Phrase(f'{what.id} "{name}" tidak dikenal', f'there is no {what.en} "{name}"'),
        span,
        (hint,),
    )


def _plugin_profiles(registry: Registry) -> dict[str, str]:
    """Return the TOML texts of the profiles that plugins bring, by name."""
    from sopdsl.plugins import HOST, Kind, PluginError  # noqa: PLC0415 - see the module

    texts: dict[str, str] = {}
    for contribution in registry.contributions(Kind.PROFILES):
        if contribution.plugin == HOST:
            continue
        name = contribution.name
        try:
            texts[name] = cast("Path", registry.load(contribution)).read_text(encoding="utf-8")
        except PluginError as error:
            registry.report(error.fault)
        except (AttributeError, OSError, UnicodeDecodeError) as fault:
            what = Phrase(
                f'profil "{name}" tidak dapat dibaca: {fault}',
                f'the profile "{name}" cannot be read: {fault}',
            )
            registry.report(contribution.fault(what))
    return texts


def _every_fault(registry: Registry) -> tuple[Fault, ...]:
    """Return what is wrong with plugins as such, after every table was looked at."""
    from sopdsl.plugins import Kind  # noqa: PLC0415 - see the module

    if registry.outsiders:
        for kind in Kind:
            registry.contributions(kind)
        registry.rules()
        registry.statements()
    return registry.faults
