"""What one `sop.toml` decides for the files beneath it, opened: settings, plugins, profile, logo.

Whatever is wrong is a finding at its line in `sop.toml`, and a default stands in for it, so that
the documents are checked all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Language, Phrase
from sopdsl.plugins import HOST, Fault, Kind, PluginError, Registry, open_registry
from sopdsl.profiles import ProfileError, load_profile
from sopdsl.profiles.types import Profile
from sopdsl.project.discovery import excluder
from sopdsl.project.formats import known_formats
from sopdsl.project.logo import read_logo
from sopdsl.project.settings_file import SettingsFile, read_settings
from sopdsl.project.toml_places import KeyPath, key_places, value_place
from sopdsl.settings import Settings
from sopdsl.source import Source, Span


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line decides over the head of `sop.toml`; ``None`` leaves it."""

    profile: str | None = None
    paper: str | None = None
    language: Language | None = None
    plugins: bool = True


@dataclass(frozen=True, slots=True)
class Scope:
    """An opened `sop.toml`, or the defaults where there is none.

    Attributes:
        folder: where it holds; paths in it are relative to this.
        settings: with the overrides in it.
        source: the text of `sop.toml`, or ``None``.
        excluded: tells of a path relative to ``folder`` whether `berkas.kecuali` names it.
        logo: bytes of the institution's picture.
        findings: about `sop.toml`, the profile, the logo and the plugins as such.
    """

    folder: Path
    settings: Settings
    source: Source | None
    registry: Registry
    profile: Profile
    excluded: Callable[[str], bool]
    logo: bytes | None
    findings: tuple[Diagnostic, ...]


def open_scope(folder: Path, root: Path, source: Source | None, overrides: Overrides) -> Scope:
    """Open the settings that hold in ``folder``.

    Args:
        folder: of `sop.toml`.
        root: of the project; nothing outside it is read.
        source: text of `sop.toml`, or ``None`` for the defaults.
        overrides: what goes before it.

    Raises:
        ProfileError: the *overriding* profile does not exist or is not well made.
    """
    file = read_settings(source) if source else None
    settings = _overridden(file.settings if file else Settings(), overrides)
    registry = open_registry(settings.plugins)
    places = _Places(file)
    findings = list(file.findings) if file else []
    profiles = _plugin_profiles(registry)
    try:
        profile = load_profile(settings.profile, profiles)
    except ProfileError as error:
        if overrides.profile:
            raise
        span = places.of(("profil",), settings.profile)
        hints = (error.hint,) if error.hint else ()
        findings.append(Diagnostic("unknown-profile", Severity.ERROR, error.message, span, hints))
        profile = load_profile(Settings().profile)
    logo, logo_file = None, settings.institution.logo
    if logo_file:
        logo = read_logo(folder, root, logo_file)
        if isinstance(logo, Phrase):
            span = places.of(("instansi", "logo"), logo_file)
            findings.append(Diagnostic("bad-logo", Severity.WARNING, logo, span))
    known = known_formats(registry)
    for wanted in settings.formats:
        if wanted not in known:
            span = places.of(("keluaran", "format"), wanted)
            findings.append(_unknown_format(wanted, known, span))
    for fault in _every_fault(registry):
        findings.append(fault.diagnostic(places.of(("plugin", "izinkan"), fault.plugin)))
    return Scope(
        folder=folder,
        settings=settings,
        source=source,
        registry=registry,
        profile=profile,
        excluded=excluder(settings.exclude),
        logo=None if isinstance(logo, Phrase) else logo,
        findings=tuple(findings),
    )


class _Places:
    """Finds values in `sop.toml`; looks only when asked."""

    def __init__(self, file: SettingsFile | None) -> None:
        self._source = file.source if file else None
        self._keys: Mapping[KeyPath, Span] | None = None

    def of(self, key: KeyPath, value: str) -> Span:
        if self._source is None:
            return Span(0, 0)
        if self._keys is None:
            self._keys = key_places(self._source.text)
        span = self._keys.get(key)
        return value_place(self._source.text, span, value) if span else Span(0, 0)


def _overridden(settings: Settings, overrides: Overrides) -> Settings:
    return replace(
        settings,
        profile=overrides.profile or settings.profile,
        paper=overrides.paper or settings.paper,
        language=overrides.language or settings.language,
        plugins=settings.plugins if overrides.plugins else (),
    )


def _unknown_format(name: str, known: tuple[str, ...], span: Span) -> Diagnostic:
    listed = ", ".join(known)
    return Diagnostic(
        "bad-setting",
        Severity.ERROR,
        Phrase(f'format "{name}" tidak dikenal', f'there is no format "{name}"'),
        span,
        (Phrase(f"pilih dari: {listed}", f"choose from: {listed}"),),
    )


def _plugin_profiles(registry: Registry) -> dict[str, str]:
    """Return the TOML texts of the profiles that plugins bring, by name."""
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
    if registry.outsiders:
        for kind in Kind:
            registry.contributions(kind)
        registry.rules()
        registry.statements()
    return registry.faults
