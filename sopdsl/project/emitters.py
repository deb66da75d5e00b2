"""The built-in emitters: which files a printed document becomes, and how they are called.

They stand here, not in `emit/`, because they put its parts together: the HTML file carries the
pages that the SVG writer makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the table of names is read by commands that draw nothing
    from sopdsl.document.types import Document
    from sopdsl.drawing.items import Drawing


class SvgPages:
    """An SVG file a page: ``.<page>.svg``, with several charts ``.<chart>-<page>.svg``."""

    name = "svg"

    def emit(self, document: Document, /) -> Mapping[str, bytes]:
        """Return the pages."""
        from sopdsl.emit.svg import to_svg  # noqa: PLC0415 - imports svgwrite

        theme = document.theme
        return {
            f".{label}.svg": to_svg(drawing, theme).encode() for label, drawing in _pages(document)
        }


class HtmlFile:
    """One self-contained HTML file: cover, identity block, all pages, the steps in words."""

    name = "html"

    def emit(self, document: Document, /) -> Mapping[str, bytes]:
        """Return the file."""
        from sopdsl.emit.html import to_html  # noqa: PLC0415 - imports jinja2
        from sopdsl.emit.svg import svg_element  # noqa: PLC0415 - imports svgwrite

        pages = [
            [
                svg_element(drawing, id_prefix=f"sop-{chart.number}-{number}")
                for number, drawing in enumerate(chart.pages, start=1)
            ]
            for chart in document.charts
        ]
        return {".html": to_html(document, pages).encode()}


BUILTIN: Mapping[str, str] = {
    "html": "sopdsl.project.emitters:HTML",
    "svg": "sopdsl.project.emitters:SVG",
}

HTML = HtmlFile()
SVG = SvgPages()


def _pages(document: Document) -> Iterator[tuple[str, Drawing]]:
    """Yield the label of each page in file names, and its drawing."""
    for chart in document.charts:
        for number, drawing in enumerate(chart.pages, start=1):
            label = str(number) if len(document.charts) == 1 else f"{chart.number}-{number}"
            yield label, drawing
