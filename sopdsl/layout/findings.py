"""What does not fit the paper, as findings (``page-overflow``); the page is drawn all the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.layout.content import Row
from sopdsl.layout.rows import MeasuredRow
from sopdsl.model.types import Chart
from sopdsl.source import Span


def chart_findings(
    chart: Chart, *, cramped: bool, header_cut: bool, footnotes_cut: bool, overfull: bool
) -> Iterator[Diagnostic]:
    """Yield what does not fit of the chart as a whole."""
    if cramped:
        count = len(chart.lanes)
        yield _finding(
            Phrase(
                f"{count} pelaksana tidak muat terbaca pada satu halaman",
                f"{count} lanes do not fit legibly on one page",
            ),
            chart.span,
            Phrase("pakai kertas F4 lanskap", "use F4 paper, landscape"),
            Phrase("pecah SOP ini menjadi beberapa bagan", "split this SOP into several charts"),
        )
    if header_cut:
        yield _finding(
            Phrase(
                "nama pelaksana terlalu panjang untuk kepala tabel",
                "a lane's name is too long for the table's header",
            ),
            chart.span,
            Phrase("singkat nama pelaksana", "shorten the lane's name"),
        )
    if footnotes_cut:
        yield _finding(
            Phrase("catatan kaki terlalu panjang", "the footnotes are too long"),
            chart.span,
            Phrase("ringkas catatan kaki", "shorten the footnotes"),
        )
    if overfull:
        yield _finding(
            Phrase(
                "simbol satu baris lebih tinggi daripada halaman",
                "the symbols of one row are taller than the page",
            ),
            chart.span,
            Phrase("bagi langkahnya menjadi beberapa langkah", "split the step into several"),
        )


def text_findings(rows: Sequence[MeasuredRow], contents: Sequence[Row]) -> Iterator[Diagnostic]:
    """Yield the steps whose texts are longer than any cell or symbol can be."""
    for row, content in zip(rows, contents, strict=True):
        symbols = [s for stack in row.stacks.values() for s in stack.symbols]
        if any(cell.cut for cell in content.values()) or any(s.cut for s in symbols):
            yield _finding(
                Phrase(
                    f'teks langkah "{row.step.id}" terlalu panjang dan dipotong',
                    f'the text of step "{row.step.id}" is too long and was cut',
                ),
                row.step.head,
                Phrase("ringkas teksnya", "shorten the text"),
            )


def _finding(message: Phrase, span: Span, *hints: Phrase) -> Diagnostic:
    return Diagnostic("page-overflow", Severity.WARNING, message, span, hints)
