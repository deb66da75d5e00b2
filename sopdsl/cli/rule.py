"""`sopc rule NAME`: a rule's page: what it finds, why, a bad example, a good one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sopdsl.checks import page_of
from sopdsl.cli.console import CommandError, say
from sopdsl.cli.options import Lang, NoPlugins, told
from sopdsl.cli.shared import language_of, select
from sopdsl.cli.words import SEVERITY
from sopdsl.language import Phrase
from sopdsl.model.names import nearest
from sopdsl.project.scope import Overrides

HELP = Phrase("Jelaskan sebuah aturan.", "Explain a rule.")
_BAD = Phrase("Contoh yang salah", "Bad")
_GOOD = Phrase("Contoh yang benar", "Good")


def run(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help=told("nama aturan", "name of the rule"))
    ],
    *,
    no_plugins: NoPlugins = False,
    lang: Lang = None,
) -> None:
    """Print the page of a rule."""
    selections = select([Path()], Overrides(plugins=not no_plugins))
    language = language_of(lang, selections)
    rules = {rule.META.name: rule for rule in selections[0].project.outer.registry.rules()}
    rule = rules.get(name)
    if rule is None:
        raise CommandError(_unknown(name, list(rules)))
    meta, page = rule.META, page_of(rule)
    severity = SEVERITY[meta.severity].in_language(language)
    parts = [
        f"{meta.name} ({severity}): {meta.title.in_language(language)}",
        meta.source,
        page.text.in_language(language),
    ]
    for title, example in ((_BAD, page.bad), (_GOOD, page.good)):
        if example:
            indented = "".join(f"    {line}\n" for line in example.splitlines())
            parts.append(f"{title.in_language(language)}:\n\n{indented}")
    say("\n\n".join(part.strip("\n") for part in parts if part) + "\n")


def _unknown(name: str, known: list[str]) -> Phrase:
    near = nearest(name, known)
    if near:
        return Phrase(
            f'tidak ada aturan "{name}"; maksudnya "{near}"?',
            f'there is no rule "{name}"; did you mean "{near}"?',
        )
    return Phrase(
        f'tidak ada aturan "{name}"; daftar: sopc rules',
        f'there is no rule "{name}"; see sopc rules',
    )
