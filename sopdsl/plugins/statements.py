"""Checking the statements that plugins add against the schemas they registered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sopdsl.diagnostics import Diagnostic, Fix, Related, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.model.names import nearest
from sopdsl.model.types import Extension, ExtensionEntry
from sopdsl.plugins.contracts import EntrySchema, StatementSchema
from sopdsl.source import Span

_NUMBER = re.compile(r"\d+(?:,\d+)?")
_REFERENCE = re.compile(r"@\w[\w.-]*")
_KIND_WORDS = {
    "teks": Phrase("teks dalam tanda kutip", "a text in quotes"),
    "tanggal": Phrase("tanggal seperti 2019-04-11", "a date such as 2019-04-11"),
    "angka": Phrase("angka", "a number"),
    "rujukan": Phrase("rujukan seperti @penomoran-sop", "a reference such as @penomoran-sop"),
}


def check_extensions(
    extensions: Iterable[Extension], schemas: Mapping[str, StatementSchema]
) -> Iterator[Diagnostic]:
    """Yield what is wrong with a document's extension statements.

    Args:
        extensions: the statements, in order.
        schemas: what plugins registered, by word. Words that are not among them were reported when
            the document was built.
    """
    first: dict[str, Extension] = {}
    for extension in extensions:
        schema = schemas.get(extension.word)
        if schema is None:
            continue
        if extension.word in first and not schema.repeatable:
            yield _repeated(extension.word, extension.word_span, first[extension.word].word_span)
        first.setdefault(extension.word, extension)
        yield from _head(extension, schema)
        yield from _entries(extension, schema)


def _head(extension: Extension, schema: StatementSchema) -> Iterator[Diagnostic]:
    if schema.name_required and not extension.name:
        yield _missing(extension, Phrase("namanya", "its name"))
    if schema.text_required and not extension.text:
        yield _missing(extension, Phrase("teksnya dalam tanda kutip", "its text in quotes"))


def _entries(extension: Extension, schema: StatementSchema) -> Iterator[Diagnostic]:
    schemas = {entry.word: entry for entry in schema.entries}
    first: dict[str, ExtensionEntry] = {}
    for entry in extension.entries:
        known = schemas.get(entry.word)
        span = _word_span(entry)
        if known is None:
            yield _unknown_entry(entry, span, extension.word, schemas)
            continue
        if entry.word in first and not known.repeatable:
            yield _repeated(entry.word, span, _word_span(first[entry.word]))
        first.setdefault(entry.word, entry)
        yield from _values(entry, known)
    for entry_schema in schema.entries:
        if entry_schema.required and entry_schema.word not in first:
            word = entry_schema.word
            yield _missing(extension, Phrase(f'isian "{word}"', f'the entry "{word}"'))


def _values(entry: ExtensionEntry, schema: EntrySchema) -> Iterator[Diagnostic]:
    wanted = _KIND_WORDS.get(schema.kind) or _one_of(schema.choices)
    if not entry.values:
        yield Diagnostic(
            "missing-value",
            Severity.ERROR,
            Phrase(f'"{entry.word}" belum diisi', f'"{entry.word}" lacks its value'),
            entry.span,
            (Phrase(f"tulis {wanted.id}", f"write {wanted.en}"),),
        )
    if len(entry.values) > 1 and not schema.many:
        message = Phrase(
            f'"{entry.word}" hanya memuat satu nilai', f'"{entry.word}" holds one value only'
        )
        yield Diagnostic("wrong-value", Severity.ERROR, message, entry.span)
    for value in entry.values:
        if not _fits(value, schema):
            message = Phrase(
                f'"{value}" bukan nilai untuk "{entry.word}"',
                f'"{value}" is no value for "{entry.word}"',
            )
            hint = Phrase(f"tulis {wanted.id}", f"write {wanted.en}")
            yield Diagnostic("wrong-value", Severity.ERROR, message, entry.span, (hint,))


def _fits(value: str, schema: EntrySchema) -> bool:
    match schema.kind:
        case "teks":
            return True
        case "tanggal":
            return _is_date(value)
        case "angka":
            return _NUMBER.fullmatch(value) is not None
        case "rujukan":
            return _REFERENCE.fullmatch(value) is not None
        case "pilihan":
            return value in schema.choices


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _one_of(choices: tuple[str, ...]) -> Phrase:
    listed = ", ".join(choices)
    return Phrase(f"salah satu dari: {listed}", f"one of: {listed}")


def _word_span(entry: ExtensionEntry) -> Span:
    return Span(entry.span.start, entry.span.start + len(entry.word))


def _unknown_entry(
    entry: ExtensionEntry, span: Span, statement: str, schemas: Mapping[str, EntrySchema]
) -> Diagnostic:
    message = Phrase(
        f'kata "{entry.word}" tidak dikenal sebagai isian "{statement}"',
        f'the word "{entry.word}" is not known as an entry of "{statement}"',
    )
    fixes = _replacement(span, nearest(entry.word, schemas))
    return Diagnostic("unknown-word", Severity.ERROR, message, span, fixes=fixes)


def _replacement(span: Span, near: str | None) -> tuple[Fix, ...]:
    if near is None:
        return ()
    title = Phrase(f'ganti menjadi "{near}"', f'change to "{near}"')
    return (Fix(title, (TextEdit(span, near),)),)


def _missing(extension: Extension, what: Phrase) -> Diagnostic:
    word = extension.word
    message = Phrase(f'"{word}" belum memuat {what.id}', f'"{word}" lacks {what.en}')
    return Diagnostic("missing-value", Severity.ERROR, message, extension.word_span)


def _repeated(word: str, span: Span, first: Span) -> Diagnostic:
    return Diagnostic(
        "duplicate-entry",
        Severity.ERROR,
        Phrase(f'"{word}" tertulis dua kali', f'"{word}" is written twice'),
        span,
        (Phrase("hapus salah satu", "delete one of them"),),
        (Related(Phrase("pertama kali di sini", "first written here"), first),),
    )
