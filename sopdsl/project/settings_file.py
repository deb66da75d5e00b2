"""Reading `sop.toml` into :class:`~sopdsl.settings.Settings`; every slip a finding at its line.

A slip never stops the work: the key is left at its default and the finding says so. Nothing in the
file may point outside its own folder, because a repository may come from a stranger.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import cast

from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Language, Phrase, verbatim
from sopdsl.project.settings_keys import (
    KEYS,
    RULES_TABLE,
    SEVERITY_KEY,
    SEVERITY_WORDS,
    TABLES,
    Key,
)
from sopdsl.project.toml_places import KeyPath, key_places
from sopdsl.settings import ChartOptions, Institution, Settings
from sopdsl.source import Source, Span

_PLACE = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)$")
_TYPE_WORDS: dict[str, Phrase] = {
    "text": Phrase("teks dalam tanda kutip", "text in quotes"),
    "path": Phrase("teks dalam tanda kutip", "text in quotes"),
    "flag": verbatim("true / false"),
    "texts": Phrase('daftar teks seperti ["a", "b"]', 'a list of texts such as ["a", "b"]'),
}


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """What a `sop.toml` says and what is wrong with it."""

    source: Source
    settings: Settings
    findings: tuple[Diagnostic, ...]


def read_settings(source: Source) -> SettingsFile:
    """Read the text of a `sop.toml`."""
    try:
        data = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        return SettingsFile(source, Settings(), (_not_toml(source, fault),))
    reader = _Reader(source)
    settings = reader.read(cast("dict[str, object]", data))
    findings = sorted(reader.findings, key=lambda finding: finding.span)
    return SettingsFile(source, settings, tuple(findings))


def stays_inside(path: str) -> bool:
    """Tell whether a written path is relative and never climbs above where it starts."""
    if PureWindowsPath(path).drive or PureWindowsPath(path).root or "\0" in path:
        return False
    return ".." not in PurePosixPath(path.replace("\\", "/")).parts


class _Reader:
    """One reading; collects findings and dies with the call."""

    def __init__(self, source: Source) -> None:
        self.findings: list[Diagnostic] = []
        self._source = source
        self._places: Mapping[KeyPath, Span] | None = None

    def read(self, data: dict[str, object]) -> Settings:
        for name, value in data.items():
            if name in TABLES:
                if not isinstance(value, dict):
                    self._wrong((name,), Phrase("tabel [...]", "a table [...]"))
            elif (name,) not in _BY_PATH:
                top = [key.path[0] for key in KEYS if len(key.path) == 1]
                self._unknown((name,), [*top, *TABLES])
        values = {key.path: self._value(key, data) for key in KEYS}
        for table in TABLES:
            names = [key.path[1] for key in KEYS if len(key.path) > 1 and key.path[0] == table]
            for name in _table(data, table):
                if table != RULES_TABLE and name not in names:
                    self._unknown((table, name), names)
        severities, options = self._rules(_table(data, RULES_TABLE))
        return replace(_settings(values), severities=severities, options=options)

    def _value(self, key: Key, data: dict[str, object]) -> str | tuple[str, ...] | bool:
        table = data if len(key.path) == 1 else _table(data, key.path[0])
        value = table.get(key.path[-1])
        if value is None:
            return key.default
        if key.kind == "texts":
            if isinstance(value, list):
                texts = cast("list[object]", value)
                if all(isinstance(text, str) for text in texts):
                    return tuple(cast("list[str]", texts))
        elif key.kind == "flag":
            if isinstance(value, bool):
                return value
        elif isinstance(value, str):
            if key.kind == "choice" and value not in key.choices:
                self._bad_choice(key.path, value, key.choices)
                return key.default
            if key.kind == "path" and not stays_inside(value):
                self._outside(key.path, value)
                return key.default
            return value
        expected = _TYPE_WORDS.get(key.kind) or verbatim(_listed(key.choices))
        self._wrong(key.path, expected)
        return key.default

    def _rules(
        self, table: Mapping[str, object]
    ) -> tuple[dict[str, Severity | None], dict[str, Mapping[str, object]]]:
        severities: dict[str, Severity | None] = {}
        options: dict[str, Mapping[str, object]] = {}
        for rule, value in table.items():
            path: KeyPath = (RULES_TABLE, rule)
            word: object = value
            if isinstance(value, dict):
                entries = dict(cast("dict[str, object]", value))
                word = entries.pop(SEVERITY_KEY, None)
                options[rule] = entries
                path = (*path, SEVERITY_KEY)
                if word is None:
                    continue
            if isinstance(word, str) and word in SEVERITY_WORDS:
                severities[rule] = None if word == "off" else Severity[word.upper()]
            elif isinstance(word, str):
                self._bad_choice(path, word, SEVERITY_WORDS)
            else:
                self._wrong(path, verbatim(_listed(SEVERITY_WORDS)))
        return severities, options

    # --- findings ---

    def _unknown(self, path: KeyPath, known: list[str]) -> None:
        from sopdsl.model.names import nearest  # noqa: PLC0415 - the model is dear to import

        span, name = self._place(path), ".".join(path)
        close = nearest(path[-1], known)
        hint = Phrase(f"kunci yang dikenal: {_listed(known)}", f"known keys: {_listed(known)}")
        fixes: tuple[Fix, ...] = ()
        if close:
            title = Phrase(f'ganti menjadi "{close}"', f'change to "{close}"')
            place = self._last_part(span, path[-1])
            fixes = (Fix(title, (TextEdit(place, close),)),)
        message = Phrase(f'kunci "{name}" tidak dikenal', f'unknown key "{name}"')
        self._add("unknown-setting", message, span, hint, fixes)

    def _wrong(self, path: KeyPath, expected: Phrase) -> None:
        name = ".".join(path)
        self._add(
            "bad-setting",
            Phrase(f'nilai "{name}" bukan jenis yang diharapkan', f'"{name}" has the wrong type'),
            self._place(path),
            Phrase(f"tulis {expected.id}", f"write {expected.en}"),
        )

    def _bad_choice(self, path: KeyPath, value: str, choices: tuple[str, ...]) -> None:
        name = ".".join(path)
        self._add(
            "bad-setting",
            Phrase(
                f'nilai "{value}" tidak dikenal untuk "{name}"',
                f'unknown value "{value}" for "{name}"',
            ),
            self._place(path),
            Phrase(f"pilih salah satu: {_listed(choices)}", f"choose one of: {_listed(choices)}"),
        )

    def _outside(self, path: KeyPath, value: str) -> None:
        self._add(
            "bad-setting",
            Phrase(
                f'"{value}" berada di luar folder proyek',
                f'"{value}" is outside the project folder',
            ),
            self._place(path),
            Phrase(
                "tulis jalur di dalam folder sop.toml", "write a path inside the folder of sop.toml"
            ),
        )

    def _add(
        self, rule: str, message: Phrase, span: Span, hint: Phrase, fixes: tuple[Fix, ...] = ()
    ) -> None:
        self.findings.append(Diagnostic(rule, Severity.ERROR, message, span, (hint,), fixes=fixes))

    def _place(self, path: KeyPath) -> Span:
        if self._places is None:
            self._places = key_places(self._source.text)
        while path and path not in self._places:
            path = path[:-1]
        if not path:  # a table that only dotted headers mention
            return Span(0, 0)
        return self._places[path]

    def _last_part(self, span: Span, name: str) -> Span:
        start = self._source.text.rfind(name, span.start, span.end)
        return span if start < 0 else Span(start, start + len(name))


_BY_PATH = {key.path: key for key in KEYS}


def _settings(values: Mapping[KeyPath, str | tuple[str, ...] | bool]) -> Settings:
    def text(*path: str) -> str:
        return cast("str", values[path])

    def texts(*path: str) -> tuple[str, ...]:
        return cast("tuple[str, ...]", values[path])

    def flag(*path: str) -> bool:
        return cast("bool", values[path])

    return Settings(
        institution=Institution(
            text("instansi", "nama"), text("instansi", "alamat"), text("instansi", "logo")
        ),
        profile=text("profil"),
        paper=text("kertas"),
        orientation=text("orientasi"),
        theme=text("tema"),
        chart=ChartOptions(
            flag("bagan", "nomor-simbol"), flag("bagan", "legenda"), flag("bagan", "rekap-waktu")
        ),
        output=text("keluaran", "folder"),
        formats=texts("keluaran", "format"),
        language=cast("Language", text("bahasa")),
        exclude=texts("berkas", "kecuali"),
        plugins=texts("plugin", "izinkan"),
    )


def _table(data: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = data.get(name)
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def _listed(words: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def _not_toml(source: Source, fault: Exception) -> Diagnostic:
    match = _PLACE.search(str(fault))
    if match and match[1]:
        line = min(int(match[1]), len(source.lines)) - 1
        span = source.lines.line_span(line)
        start = min(span.start + int(match[2]) - 1, span.end)
        span = Span(start, max(start, min(start + 1, span.end)))
    else:
        span = Span(len(source.text), len(source.text))
    detail = _PLACE.sub("", str(fault)).strip()
    return Diagnostic(
        "settings-syntax",
        Severity.ERROR,
        Phrase("sop.toml tidak dapat dibaca sebagai TOML", f"sop.toml is not valid TOML: {detail}"),
        span,
        (
            Phrase(
                "periksa tanda kutip, tanda sama dengan dan kurung di tempat ini",
                "check quotes, equals signs and brackets at this place",
            ),
        ),
    )
