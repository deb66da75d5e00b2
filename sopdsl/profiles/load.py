"""Reads profiles: TOML text in, a `Profile` or a sentence about what is wrong with it out.

A profile may say ``extends = "other"`` and then states only what differs: tables are merged key by
key, lists and single values are replaced. An agency's own profile is therefore a few lines long.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from sopdsl.language import Phrase
from sopdsl.profiles.table import ProfileError, Table, merged
from sopdsl.profiles.types import COVER_ITEMS, LABELS, PARTS, Profile

BUILTIN = ("bssn-4-2019", "permenpan-rb-35-2012", "permendagri-52-2011")

_NONE: Mapping[str, str] = {}
_KEYS = (
    *("extends", "title", "source", "parts", "cover", "required", "paper"),
    *("labels", "entries", "periods", "severities", "options"),
)


def load_profile(name: str, extra: Mapping[str, str] = _NONE) -> Profile:
    """Return a profile by name.

    Args:
        name: a built-in profile or one of ``extra``.
        extra: TOML texts of further profiles by name (a plugin's, a repository's); one that bears
            a built-in's name takes its place.

    Raises:
        ProfileError: when there is no such profile or it is not well made.
    """
    if name not in extra and name in BUILTIN and not extra.keys() & BUILTIN:
        return _builtin(name)
    return read_profile(name, _text(name, extra), extra)


def read_profile(name: str, text: str, extra: Mapping[str, str] = _NONE) -> Profile:
    """Return the profile that a TOML text describes.

    Args:
        name: what it is called; messages name it.
        text: the TOML.
        extra: texts of the profiles it may extend besides the built-in ones.

    Raises:
        ProfileError: when the text is no TOML or does not describe a profile.
    """
    return _profile(Table(name, "", _resolved(name, text, extra)))


@cache
def _builtin(name: str) -> Profile:
    return read_profile(name, _text(name, _NONE))


def _text(name: str, extra: Mapping[str, str]) -> str:
    if name in extra:
        return extra[name]
    if name in BUILTIN:
        return Path(__file__).with_name(f"{name}.toml").read_text("utf-8")
    known = [*BUILTIN, *extra]
    near = get_close_matches(name, known, 1)
    choice = ", ".join(known)
    raise ProfileError(
        Phrase(f'tidak ada profil bernama "{name}"', f'there is no profile called "{name}"'),
        Phrase(f'tulis "{near[0]}"', f'write "{near[0]}"')
        if near
        else Phrase(f"pilih salah satu: {choice}", f"choose one of: {choice}"),
    )


def _resolved(name: str, text: str, extra: Mapping[str, str]) -> dict[str, object]:
    """Return a profile's TOML on top of all that it extends."""
    layers: list[dict[str, object]] = []
    seen: list[str] = []
    while True:
        seen.append(name)
        layers.append(_parsed(name, text))
        base = layers[-1].get("extends")
        if base is None:
            break
        if not isinstance(base, str):
            raise ProfileError(
                Phrase(
                    f'"extends" di profil "{name}" harus nama sebuah profil',
                    f'"extends" in profile "{name}" must be the name of a profile',
                )
            )
        if base in seen:
            chain = " → ".join([*seen, base])
            raise ProfileError(
                Phrase(
                    f'profil "{base}" memperluas dirinya sendiri: {chain}',
                    f'profile "{base}" extends itself: {chain}',
                )
            )
        name, text = base, _text(base, extra)
    whole: dict[str, object] = {}
    for layer in reversed(layers):
        whole = merged(whole, layer)
    return whole


def _parsed(name: str, text: str) -> dict[str, object]:
    try:
        table: dict[str, object] = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also numbers too long, tables nested too deep
        raise ProfileError(
            Phrase(
                f'profil "{name}" bukan TOML yang benar: {error}',
                f'profile "{name}" is not valid TOML: {error}',
            )
        ) from error
    Table(name, "", table).only(_KEYS)
    return table


def _profile(table: Table) -> Profile:
    labels = table.table("labels")
    labels.only(LABELS)
    title = table.table("title")
    title.only(("id", "en"))
    periods = table.table("periods")
    papers = table.table("paper")
    papers.only(PARTS)
    options = table.table("options")
    severities = table.table("severities")
    entries = table.table("entries")
    return Profile(
        name=table.profile,
        title=Phrase(title.text("id"), title.text("en", title.text("id"))),
        source=table.text("source"),
        parts=table.chosen("parts", PARTS),
        papers={part: papers.table(part).part_paper() for part in PARTS},
        labels={key: labels.text(key) for key in sorted(LABELS)},
        required=frozenset(table.texts("required")),
        severities={rule: severities.severity(rule) for rule in severities.content},
        options={rule: dict(options.table(rule).content) for rule in options.content},
        cover=table.chosen("cover", COVER_ITEMS),
        entries={word: entries.text(word) for word in entries.content},
        periods={what: periods.months(what) for what in periods.content},
    )
