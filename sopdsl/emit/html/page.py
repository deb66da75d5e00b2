"""Document and drawn pages → one HTML file that needs nothing from anywhere.

The file carries its font and style sheets and allows itself nothing else: the content security
policy names each style sheet by its hash, and there is no script. Texts pass jinja2's autoescape;
the drawings are markup that :mod:`sopdsl.emit.svg` made. Same input, same bytes. Importing this
module loads jinja2, so nobody does before a file is really written.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from sopdsl.document.types import Document, Picture
from sopdsl.drawing.sheets import role_rules, stated, variable, variables
from sopdsl.drawing.theme import Theme, font_faces
from sopdsl.paper import Margins, Paper

_NO_EDGES = Margins(0, 0, 0, 0)
# C0 and C1 controls but tab and line ends, lone surrogates, and the two non-characters of the BMP
_UNPRINTABLE = dict.fromkeys(
    [*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF],
    "\ufffd",
)


def to_html(document: Document, pages: Sequence[Sequence[str]]) -> str:
    """Return the whole file.

    Args:
        document: what to show.
        pages: for each chart its pages as ``<svg>`` elements without style sheets of their own,
            with ids that are unique in the file.
    """
    sheets = [_look(document.theme), _resource("style.css")]
    sheets += [sheet for sheet in (_paper_rules(document), _row_rules(document)) if sheet]
    text = _template().render(
        document=document,
        pages=[[Markup(page) for page in chart] for chart in pages],  # made by emit.svg
        sheets=[Markup(sheet) for sheet in sheets],  # no author's word is in them
        policy=_policy(sheets),
        data_address=_data_address,
    )
    return text + "\n"


def _policy(sheets: Sequence[str]) -> str:
    """Return the content security policy: these style sheets, embedded font and pictures."""
    hashes = " ".join(f"'sha256-{_base64(hashlib.sha256(s.encode()).digest())}'" for s in sheets)
    return (
        f"default-src 'none'; style-src {hashes}; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def _look(theme: Theme) -> str:
    """Return typeface and colours: fixed ones on paper, on screens those the reader's device asks.

    The drawings' rules for the screen name variables, so that the two screens share them.
    """
    return "\n".join(
        (
            font_faces(),
            f"html{{font-family:{theme.font_family}}}",
            f":root{{{variables(theme.print)}}}",
            role_rules(theme, stated(theme.print)),
            f"@media screen{{:root{{{variables(theme.screen)}}}{role_rules(theme, variable)}}}",
            f"@media screen and (prefers-color-scheme:dark){{:root{{{variables(theme.dark)}}}}}",
        )
    )


def _row_rules(document: Document) -> str:
    """Return what lights up a row with all that belongs to it, on each page of its chart.

    It is a rule a row, and no script, so that it also works where scripts are forbidden.
    """
    rows = max((len(chart.spoken) for chart in document.charts), default=0)
    rules = (
        f'.bagan:has(g[data-rows~="{row}"]:is(:hover,:focus-within)) [data-rows~="{row}"]'
        "{--n:var(--lit);--w:1.5}"
        for row in range(1, rows + 1)
    )
    return f"@media screen{{{''.join(rules)}}}" if rows else ""


def _paper_rules(document: Document) -> str:
    """Return a named page for each part, and the same sizes as variables for the screen."""
    parts: list[tuple[str, Paper, Margins]] = []
    if document.cover:
        parts.append(("sampul", document.cover.paper, document.cover.margins))
    if document.identity:
        parts.append(("identitas", document.identity.paper, document.identity.margins))
    parts += [(f"bagan-{chart.number}", chart.paper, _NO_EDGES) for chart in document.charts]
    return "\n".join(_paper_rule(name, paper, margins) for name, paper, margins in parts)


def _paper_rule(name: str, paper: Paper, margins: Margins) -> str:
    width, height = f"{paper.width:g}mm", f"{paper.height:g}mm"
    edges = (margins.top, margins.right, margins.bottom, margins.left)
    top, right, bottom, left = (f"{edge:g}mm" for edge in edges)
    return (
        f"@page {name} {{ size: {width} {height}; margin: {top} {right} {bottom} {left}; }}\n"
        f".{name} {{ page: {name}; --lebar: {width}; --tinggi: {height}; "
        f"--atas: {top}; --kanan: {right}; --bawah: {bottom}; --kiri: {left}; }}"
    )


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
    )
    return environment.from_string(_resource("document.html.j2"))


def _printable(value: object) -> object:
    """Replace characters that no HTML file may hold; what is not text passes."""
    return value.translate(_UNPRINTABLE) if type(value) is str else value


def _data_address(picture: Picture) -> str:
    return f"data:{picture.media_type};base64,{_base64(picture.data)}"


def _base64(data: bytes) -> str:
    return b64encode(data).decode("ascii")


@cache
def _resource(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")
