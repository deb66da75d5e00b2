"""The item sections of the identity part (letters h–m of II.B.2) and the legal register."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sopdsl.language import Phrase
from sopdsl.model.findings import Findings, quoted
from sopdsl.model.identity import read_date, text_of
from sopdsl.model.names import readable
from sopdsl.model.types import Item, Reference, Regulation, Section
from sopdsl.source import Span
from sopdsl.syntax import tree
from sopdsl.syntax.keywords import Group, words_of

_WHERE = Phrase('sebagai isian "peraturan"', 'as an entry of "peraturan"')


@dataclass(frozen=True, slots=True)
class Written:
    """A section as it was read: its items, and the span of its first statement."""

    items: tuple[Item, ...]
    span: Span


def reference(placed: tree.Placed, node: tree.Reference) -> Reference:
    """Return a reference with its place in the source."""
    part = node.part.text if node.part else None
    return Reference(node.name.text, part, placed.span_of(node.span))


def read_sections(
    statements: Iterable[tuple[tree.Placed, tree.SectionStatement]],
    regulations: Mapping[str, Regulation],
    findings: Findings,
) -> dict[Section, Written]:
    """Return the written sections in order; a section written twice is taken together.

    Args:
        statements: the section statements, without footnotes.
        regulations: what references may mean besides other SOPs.
        findings: takes what is wrong.
    """
    sections: dict[Section, Written] = {}
    for placed, statement in statements:
        section = Section(statement.keyword.text)
        items = tuple(
            _item(placed, item, section, regulations, findings) for item in statement.items
        )
        span = placed.span_of(statement.keyword.span)
        before = sections.get(section)
        if before:
            findings.repeated(quoted(section.value), span, before.span, lost=False)
            sections[section] = Written(before.items + items, before.span)
        else:
            sections[section] = Written(items, span)
    return sections


def read_regulation(
    placed: tree.Placed, statement: tree.RegulationStatement, file: str, findings: Findings
) -> Regulation | None:
    """Return an entry of the legal register; ``None`` without a name, which nothing can cite."""
    if statement.name is None:
        span = placed.span_of(statement.keyword.span)
        findings.missing("peraturan", span, Phrase("namanya", "its name"), _NAME_HINT)
        return None
    name, in_force, revoked, revoked_by, link = statement.name, None, None, None, None
    if statement.title is None:
        findings.missing(name.text, placed.span_of(name.span), Phrase("judulnya", "its title"))
    for entry in statement.entries:
        if isinstance(entry, tree.RevokedEntry):
            revoked = entry.date.value if entry.date else None
            revoked_by = entry.by.name.text if entry.by else ""
        elif isinstance(entry, tree.GenericEntry) and entry.keyword.text == "berlaku":
            given = (
                read_date("berlaku", entry.values[0], placed, findings) if entry.values else None
            )
            in_force = given.value if given else None
        elif isinstance(entry, tree.GenericEntry) and entry.keyword.text == "tautan":
            link = text_of(entry.values[0]) if entry.values else None
        elif not isinstance(entry, tree.ArrowEntry):
            word = entry.keyword
            at = placed.span_of(word.span)
            known = ("berlaku", *words_of(Group.REGISTER))
            findings.unknown_word(word.text, at, _WHERE, known)
    return Regulation(
        id=name.text,
        title=statement.title.value if statement.title else readable(name.text),
        in_force=in_force,
        revoked=revoked,
        revoked_by=revoked_by,
        link=link,
        file=file,
        span=placed.span_of(name.span),
    )


def register(
    regulations: Iterable[Regulation], shared: Mapping[str, Regulation], findings: Findings
) -> dict[str, Regulation]:
    """Return the regulations that a document knows by id; its own go before a library's."""
    known: dict[str, Regulation] = {}
    for regulation in regulations:
        if regulation.id in known:
            first = known[regulation.id].span
            what = Phrase("peraturan", "regulation")
            findings.duplicate_id(what, regulation.id, regulation.span, first)
        else:
            known[regulation.id] = regulation
    return {**shared, **known}


_NAME_HINT = Phrase("misalnya permenpan-rb-35-2012", "e.g. permenpan-rb-35-2012")
_HOW_TO_CITE = Phrase(
    'nyatakan dengan "peraturan" dalam pustaka, atau tulis judul lengkapnya dalam tanda petik',
    'declare it by "peraturan" in a library, or write its full title in quotes',
)


def _item(
    placed: tree.Placed,
    item: tree.Item,
    section: Section,
    regulations: Mapping[str, Regulation],
    findings: Findings,
) -> Item:
    span = placed.span_of(item.span)
    text = item.text.value if item.text else ""
    if item.reference is None:
        return Item(text, None, None, span)
    cited = reference(placed, item.reference)
    regulation = regulations.get(cited.name)
    if regulation is not None and section is not Section.KETERKAITAN:
        return Item(", ".join(filter(None, (regulation.title, text))), cited, regulation, span)
    if section is Section.DASAR_HUKUM:
        at = placed.span_of(item.reference.name.span)
        message = Phrase(
            f'peraturan "{cited.name}" tidak dikenal',
            f'there is no regulation called "{cited.name}"',
        )
        findings.unknown(message, cited.name, at, regulations, hints=(_HOW_TO_CITE,))
        text = text or readable(cited.name)
    return Item(text, cited, None, span)
