"""What a plugin author may import: this module, and nothing else of sopdsl.

All names here keep their meaning while :data:`API` keeps its number. A plugin is one object with
``api = 1``, ``name`` and some of the methods ``rules() emitters() exporters() importers()
profiles() statements() reports() commands()``. Each returns a mapping from name to

* ``rules``: a :class:`Rule` (a module or value with ``META`` and ``check``; its docstring is the
  page that ``sopc rule`` prints),
* ``emitters``: an ``Emitter[Document]``; ``exporters``: an ``Exporter[Sop]``,
* ``profiles``: something with ``read_text``, such as ``importlib.resources.files(…) / "x.toml"``,
* ``statements``: a :class:`StatementSchema`,
* ``commands``: a function whose parameters Typer reads,

or to ``"module:attribute"``, which is imported when first needed. The package names the object
in the entry-point group ``sopdsl.plugins``, and `sop.toml` allows it by ``plugin.izinkan``.
"""

from sopdsl.checks import Category, Context, Page, Rule, RuleMeta, page_of
from sopdsl.diagnostics import Diagnostic, Fix, Related, Severity, TextEdit
from sopdsl.document.types import (
    ChartPart,
    Cover,
    Document,
    IdentityBlock,
    IdentityRow,
    LinkedText,
    Picture,
    SectionBlock,
    SpokenStep,
)
from sopdsl.drawing.items import Drawing, Group, Item, Link, Path, Polygon, Rect, Text
from sopdsl.language import LANGUAGES, Language, Phrase, verbatim
from sopdsl.model.types import (
    Chart,
    Edge,
    EdgeRole,
    Extension,
    ExtensionEntry,
    Identity,
    Lane,
    LaneKind,
    Reference,
    Regulation,
    Section,
    Sop,
    Step,
    Symbol,
    SymbolKind,
    SymbolRef,
    Tie,
    TieKind,
)
from sopdsl.model.waktu import Waktu
from sopdsl.paper import Margins, Paper
from sopdsl.plugins import (
    API,
    Emitter,
    EntrySchema,
    Exporter,
    Kind,
    Plugin,
    StatementSchema,
    ValueKind,
)
from sopdsl.profiles.types import Profile
from sopdsl.settings import Institution, Settings
from sopdsl.source import Position, Source, Span

__all__ = [
    "API",
    "LANGUAGES",
    "Category",
    "Chart",
    "ChartPart",
    "Context",
    "Cover",
    "Diagnostic",
    "Document",
    "Drawing",
    "Edge",
    "EdgeRole",
    "Emitter",
    "EntrySchema",
    "Exporter",
    "Extension",
    "ExtensionEntry",
    "Fix",
    "Group",
    "Identity",
    "IdentityBlock",
    "IdentityRow",
    "Institution",
    "Item",
    "Kind",
    "Lane",
    "LaneKind",
    "Language",
    "Link",
    "LinkedText",
    "Margins",
    "Page",
    "Paper",
    "Path",
    "Phrase",
    "Picture",
    "Plugin",
    "Polygon",
    "Position",
    "Profile",
    "Rect",
    "Reference",
    "Regulation",
    "Related",
    "Rule",
    "RuleMeta",
    "Section",
    "SectionBlock",
    "Settings",
    "Severity",
    "Sop",
    "Source",
    "Span",
    "SpokenStep",
    "StatementSchema",
    "Step",
    "Symbol",
    "SymbolKind",
    "SymbolRef",
    "Text",
    "TextEdit",
    "Tie",
    "TieKind",
    "ValueKind",
    "Waktu",
    "page_of",
    "verbatim",
]
