"""A complete outside rule, written by somebody who sees nothing but ``sopdsl.api``.

It must pass the type checkers as it stands, and load; `test_api.py` holds it to that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sopdsl.api import (
    API,
    Context,
    Diagnostic,
    Document,
    Emitter,
    EntrySchema,
    Exporter,
    Fix,
    Phrase,
    Plugin,
    Rule,
    RuleMeta,
    Severity,
    Sop,
    StatementSchema,
    TextEdit,
)


class ShoutingTitle:
    """A title in capitals.

    ## Indonesia
    Judul ditulis dengan huruf besar semua.

    ## English
    The title is all capitals.
    """

    META = RuleMeta(
        name="shouting-title",
        severity=Severity.WARNING,
        category="identitas",
        source="kebiasaan",
        title=Phrase("judul berhuruf besar semua", "a title in capitals"),
    )

    def check(self, context: Context, /) -> Iterator[Diagnostic]:
        title = context.sop.title
        if len(title) > int(str(context.options.get("minimum", 3))) and title.isupper():
            calm = f'"{title.capitalize()}"'
            yield Diagnostic(
                self.META.name,
                self.META.severity,
                Phrase(f'judul "{title}" berhuruf besar semua', f'the title "{title}" shouts'),
                context.sop.title_span,
                fixes=(
                    Fix(
                        Phrase("kecilkan hurufnya", "lower the letters"),
                        (TextEdit(context.sop.title_span, calm),),
                    ),
                ),
            )


class Titles:
    """An emitter that writes the title only."""

    name = "judul"

    def emit(self, document: Document, /) -> Mapping[str, bytes]:
        return {".judul": document.title.encode()}


class Counts:
    """An exporter that counts the steps."""

    name = "jumlah"

    def export(self, sop: Sop, /) -> Mapping[str, bytes]:
        steps = sum(len(chart.steps) for chart in sop.charts)
        return {".jumlah": str(steps).encode()}


NOTE = StatementSchema(
    word="nota",
    doc=Phrase("sebuah nota", "a note"),
    entries=(EntrySchema("tanggal", Phrase("kapan", "when"), kind="tanggal", required=True),),
)


class Author:
    """The plugin."""

    api = 1
    name = "author"

    def rules(self) -> Mapping[str, Rule]:
        return {"shouting-title": ShoutingTitle()}

    def emitters(self) -> Mapping[str, Emitter[Document]]:
        return {"judul": Titles()}

    def exporters(self) -> Mapping[str, Exporter[Sop]]:
        return {"jumlah": Counts()}

    def statements(self) -> Mapping[str, StatementSchema]:
        return {"nota": NOTE}


plugin: Plugin = Author()
assert plugin.api == API
