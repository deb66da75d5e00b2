"""One self-contained HTML file for a document: for the screen, for printing, for screen readers."""

from sopdsl.emit.html.page import to_html

__all__ = ["to_html"]
