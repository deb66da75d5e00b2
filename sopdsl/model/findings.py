"""What one build finds on its way: a collector that lives for one call, and its usual sentences."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from sopdsl.diagnostics import Diagnostic, Fix, Related, Severity, TextEdit
from sopdsl.language import Phrase, verbatim
from sopdsl.model.names import nearest
from sopdsl.source import Span

_MOST_NAMED = 5  # names; a longer list helps nobody
_MOST_COMPARED = 10_000  # names; a file with so many unknown ones needs other help than guesses


class Findings:
    """Collects findings; every method adds one and returns nothing, unless it says so.

    Attributes:
        names_lost: whether a statement could not be read at all. It may declare any name, so that
            nothing is said about unknown ones.
    """

    __slots__ = ("_compared", "_found", "names_lost")

    def __init__(self, *, names_lost: bool = False) -> None:
        self.names_lost = names_lost
        self._found: list[Diagnostic] = []
        self._compared = 0

    def all(self) -> tuple[Diagnostic, ...]:
        """Return everything collected so far, in order of finding."""
        return tuple(self._found)

    def add(
        self,
        rule: str,
        span: Span,
        message: Phrase,
        *,
        severity: Severity = Severity.ERROR,
        hints: tuple[Phrase, ...] = (),
        related: tuple[Related, ...] = (),
        fixes: tuple[Fix, ...] = (),
    ) -> None:
        """Add a finding of a rule."""
        self._found.append(Diagnostic(rule, severity, message, span, hints, related, fixes))

    def unknown(
        self,
        message: Phrase,
        written: str,
        span: Span,
        known: Collection[str],
        *,
        hints: tuple[Phrase, ...] = (),
        fixes: tuple[Fix, ...] = (),
    ) -> str | None:
        """Add ``unknown-name`` and return the known name nearest to the written one, if any.

        Without a near one the hint lists what there is. ``hints`` say what else can be done; where
        the first of ``fixes`` says it, they are left out.
        """
        near = self._nearest(written, known)
        if self.names_lost:
            return near
        if near is not None:
            fixes = (replacement(span, near), *fixes)
        else:
            hints = (*_existing(known), *(() if fixes else hints))
        self.add("unknown-name", span, message, hints=hints, fixes=fixes)
        return near

    def unknown_word(self, written: str, span: Span, where: Phrase, known: Collection[str]) -> None:
        """Add ``unknown-word``, with the known word nearest to the written one as its fix."""
        near = self._nearest(written, known)
        self.add(
            "unknown-word",
            span,
            Phrase(
                f'kata "{written}" tidak dikenal {where.id}',
                f'the word "{written}" is not known {where.en}',
            ),
            fixes=(replacement(span, near),) if near is not None else (),
        )

    def duplicate_id(self, what: Phrase, name: str, span: Span, first: Span) -> None:
        """Add ``duplicate-id``: a name that stands for two things."""
        self.add(
            "duplicate-id",
            span,
            Phrase(
                f'{what.id} "{name}" dinyatakan dua kali',
                f'the {what.en} "{name}" is declared twice',
            ),
            related=(Related(Phrase("pertama kali di sini", "first declared here"), first),),
        )

    def repeated(self, what: Phrase, span: Span, first: Span, *, lost: bool = True) -> None:
        """Add ``duplicate-entry``: something that may stand once stands twice.

        Args:
            what: how to speak of it.
            span: the later one.
            first: the earlier one.
            lost: whether the later one is left out of the document; else both are joined.
        """
        hint = (
            Phrase("hapus salah satu", "delete one of them")
            if lost
            else Phrase("satukan keduanya", "join them")
        )
        self.add(
            "duplicate-entry",
            span,
            Phrase(f"{what.id} tertulis dua kali", f"{what.en} is written twice"),
            severity=Severity.ERROR if lost else Severity.WARNING,
            hints=(hint,),
            related=(Related(Phrase("pertama kali di sini", "first written here"), first),),
        )

    def missing(self, word: str, span: Span, what: Phrase, *hints: Phrase) -> None:
        """Add ``missing-value``: a word that says nothing without what should follow it."""
        self.add(
            "missing-value",
            span,
            Phrase(f'"{word}" belum diisi {what.id}', f'"{word}" lacks {what.en}'),
            hints=hints,
        )

    def wrong_value(self, word: str, written: str, span: Span, wanted: Phrase) -> None:
        """Add ``wrong-value``: a value of another kind than its entry asks for."""
        self.add(
            "wrong-value",
            span,
            Phrase(
                f'"{written}" bukan nilai untuk "{word}"',
                f'"{written}" is no value for "{word}"',
            ),
            hints=(Phrase(f"tulis {wanted.id}", f"write {wanted.en}"),),
        )

    def _nearest(self, written: str, known: Collection[str]) -> str | None:
        self._compared += len(known)
        return nearest(written, known) if self._compared <= _MOST_COMPARED else None


def _existing(known: Collection[str]) -> tuple[Phrase, ...]:
    if not known:
        return ()
    listed = ", ".join(islice(known, _MOST_NAMED)) + (", …" if len(known) > _MOST_NAMED else "")
    return (Phrase(f"pilih yang ada: {listed}", f"choose one that exists: {listed}"),)


def quoted(word: str) -> Phrase:
    """Return a written word as a message names it."""
    return verbatim(f'"{word}"')


def replacement(span: Span, text: str) -> Fix:
    """Return the fix that puts a known name in the place of a misspelt one."""
    return Fix(
        Phrase(f'ganti menjadi "{text}"', f'change to "{text}"'),
        (TextEdit(span, text),),
    )
