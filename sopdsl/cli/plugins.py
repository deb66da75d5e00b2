"""`sopc plugins`: what is built in, which plugins were let in, what each brings, what failed."""

from __future__ import annotations

from pathlib import Path

from sopdsl.cli.console import FINDINGS, finish, say
from sopdsl.cli.options import AsJson, Lang, NoPlugins
from sopdsl.cli.shared import language_of, select
from sopdsl.cli.words import printable
from sopdsl.language import Language, Phrase
from sopdsl.project.scope import Overrides, Scope

HELP = Phrase("Daftar plugin dan apa yang dibawanya.", "List plugins and what each brings.")


def run(*, as_json: AsJson = False, no_plugins: NoPlugins = False, lang: Lang = None) -> None:
    """List the plugins that hold here."""
    selections = select([Path()], Overrides(plugins=not no_plugins))
    language = language_of(lang, selections)
    scope = selections[0].project.outer
    say(_json(scope, language) if as_json else _text(scope, language))
    if scope.registry.faults:
        finish(FINDINGS)


def _text(scope: Scope, language: Language) -> str:
    lines: list[str] = []
    for plugin in scope.registry.describe():
        lines.append(f"{plugin.name} {plugin.version}".strip())
        lines += [f"  {kind}: {', '.join(names)}" for kind, names in plugin.brings.items()]
    failed = Phrase("gagal", "failed").in_language(language)
    for fault in scope.registry.faults:
        who = f"{fault.plugin} {fault.version}".strip()
        lines.append(f"{who} ({failed}): {fault.what.in_language(language)}")
    return "".join(f"{printable(line)}\n" for line in lines)


def _json(scope: Scope, language: Language) -> str:
    import json  # noqa: PLC0415 - for --json only

    plugins: list[dict[str, object]] = [
        {
            "name": plugin.name,
            "version": plugin.version,
            "brings": {str(kind): list(names) for kind, names in plugin.brings.items()},
        }
        for plugin in scope.registry.describe()
    ]
    faults = [
        {"name": f.plugin, "version": f.version, "message": f.what.in_language(language)}
        for f in scope.registry.faults
    ]
    found = {"plugins": plugins, "faults": faults}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
