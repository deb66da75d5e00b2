"""The face that plugin authors see: what it offers, that it types, that it loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from api import plugin_author
from sopdsl import api
from sopdsl.checks import by_rule, page_of, run
from sopdsl.model.build import build
from sopdsl.plugins import Kind, Registry
from sopdsl.profiles import load_profile
from sopdsl.source import Source
from sopdsl.syntax import parse

AUTHOR = Path(plugin_author.__file__)

# Names that plugins may rely on. A new one is added here; one that goes is a new API number.
FROZEN_1 = frozenset(
    (
        *("API", "LANGUAGES", "Category", "Chart", "ChartPart", "Context", "Cover", "Diagnostic"),
        *("Document", "Drawing", "Edge", "EdgeRole", "Emitter", "EntrySchema", "Exporter"),
        *("Extension", "ExtensionEntry", "Fix", "Group", "Identity", "IdentityBlock"),
        *("IdentityRow", "Institution", "Item", "Kind", "Lane", "LaneKind", "Language", "Link"),
        *("LinkedText", "Margins", "Page", "Paper", "Path", "Phrase", "Picture", "Plugin"),
        *("Polygon", "Position", "Profile", "Rect", "Reference", "Regulation", "Related", "Rule"),
        *("RuleMeta", "Section", "SectionBlock", "Settings", "Severity", "Sop", "Source", "Span"),
        *("SpokenStep", "StatementSchema", "Step", "Symbol", "SymbolKind", "SymbolRef", "Text"),
        *("TextEdit", "Tie", "TieKind", "ValueKind", "Waktu", "page_of", "verbatim"),
    )
)


def test_no_name_goes_without_a_new_number() -> None:
    assert api.API == 1
    assert set(api.__all__) == FROZEN_1
    assert all(hasattr(api, name) for name in api.__all__)


@pytest.mark.parametrize("checker", [["mypy", "--strict"], ["pyright"]])
def test_the_author_passes_the_type_checkers(checker: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *checker, str(AUTHOR)],
        capture_output=True,
        check=False,
        cwd=AUTHOR.parents[2],
    )
    assert done.returncode == 0, done.stdout.decode()


def test_the_author_imports_nothing_else_of_ours() -> None:
    ours = [
        line for line in AUTHOR.read_text().splitlines() if "sopdsl" in line and "import" in line
    ]
    assert ours == ["from sopdsl.api import ("]


def test_the_plugin_loads_and_its_rule_speaks() -> None:
    registry = Registry()
    registry.add(plugin_author.plugin, "author", "1.0")
    assert registry.faults == ()
    (rule,) = [rule for rule in registry.rules() if rule.META.name == "shouting-title"]
    assert page_of(rule).text.en == "The title is all capitals."
    source = Source("a.sop", 'sop a "JUDUL"\n')
    sop = build(parse(source).tree).sop
    context = api.Context(source, sop, load_profile("bssn-4-2019"), by_rule(()), None, {})
    assert [finding.message.en for finding in run((rule,), context)] == ['the title "JUDUL" shouts']
    assert registry.find(Kind.EMITTERS, "judul") is not None
    assert registry.find(Kind.EXPORTERS, "jumlah") is not None
    assert registry.statements().keys() >= {"nota"}
