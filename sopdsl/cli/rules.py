"""`sopc rules`: every rule, what it finds, how grave, and the letter it stands on."""

from __future__ import annotations

from pathlib import Path

from sopdsl.cli.console import say
from sopdsl.cli.options import AsJson, Lang, NoPlugins
from sopdsl.cli.shared import language_of, select
from sopdsl.cli.words import SEVERITY
from sopdsl.language import Phrase
from sopdsl.plugins import Kind
from sopdsl.project.scope import Overrides, Scope

HELP = Phrase("Daftar semua aturan.", "List all rules.")


def run(*, as_json: AsJson = False, no_plugins: NoPlugins = False, lang: Lang = None) -> None:
    """List the rules that hold here."""
    selections = select([Path()], Overrides(plugins=not no_plugins))
    language = language_of(lang, selections)
    scope = selections[0].project.outer
    if as_json:
        say(_json(scope))
        return
    metas = [rule.META for rule in scope.registry.rules()]
    width = max((len(meta.name) for meta in metas), default=0)
    for meta in sorted(metas, key=lambda meta: meta.name):
        severity = SEVERITY[meta.severity].in_language(language)
        say(f"{meta.name:<{width}}  {severity:<10}  {meta.title.in_language(language)}\n")


def _json(scope: Scope) -> str:
    import json  # noqa: PLC0415 - for --json only

    rules: list[dict[str, object]] = []
    for rule in scope.registry.rules():
        meta = rule.META
        by = scope.registry.find(Kind.RULES, meta.name)
        rules.append(
            {
                "name": meta.name,
                "severity": meta.severity.word,
                "category": meta.category,
                "source": meta.source,
                "title": {"id": meta.title.id, "en": meta.title.en},
                "plugin": by.plugin if by else "",
            }
        )
    return json.dumps(rules, ensure_ascii=False, indent=2) + "\n"
