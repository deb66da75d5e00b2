"""Extension statements against the schemas that plugins registered."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sopdsl.language import verbatim
from sopdsl.model.build import build
from sopdsl.plugins import EntrySchema, StatementSchema
from sopdsl.plugins.statements import check_extensions
from sopdsl.source import Source
from sopdsl.syntax import parse

ANY = verbatim("")
NOTA = StatementSchema(
    word="nota",
    doc=ANY,
    entries=(
        EntrySchema("judul", ANY, required=True),
        EntrySchema("pada", ANY, kind="tanggal"),
        EntrySchema("jumlah", ANY, kind="angka", many=True),
        EntrySchema("lihat", ANY, kind="rujukan", repeatable=True),
        EntrySchema("nasib", ANY, kind="pilihan", choices=("musnah", "permanen")),
    ),
    name_required=True,
    text_required=True,
    repeatable=False,
)
SCHEMAS = {"nota": NOTA}


def said(text: str) -> list[tuple[int, str, str]]:
    source = Source("a.sop", "sop a\n\n" + dedent(text).strip() + "\n")
    built = build(parse(source).tree, statements=SCHEMAS)
    findings = [*built.found, *check_extensions(built.sop.extensions, SCHEMAS)]
    return [(source.position(f.span.start).line - 1, f.rule, f.message.id) for f in findings]


def test_a_statement_that_follows_its_schema_is_fine() -> None:
    text = """
        nota satu "Nota"
          judul "x"
          pada 2025-01-31
          jumlah 1, 2,5
          lihat @a-b
          lihat @c.d
          nasib musnah
    """
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('nota "N"\n  judul "x"', (1, "missing-value", '"nota" belum memuat namanya')),
        (
            'nota a\n  judul "x"',
            (1, "missing-value", '"nota" belum memuat teksnya dalam tanda kutip'),
        ),
        ('nota a "N"', (1, "missing-value", '"nota" belum memuat isian "judul"')),
        ('nota a "N"\n  judul', (2, "missing-value", '"judul" belum diisi')),
        ('nota a "N"\n  judul "x", "y"', (2, "wrong-value", '"judul" hanya memuat satu nilai')),
        (
            'nota a "N"\n  judul "x"\n  judul "y"',
            (3, "duplicate-entry", '"judul" tertulis dua kali'),
        ),
        (
            'nota a "N"\n  judul "x"\n\nnota b "N"\n  judul "y"',
            (4, "duplicate-entry", '"nota" tertulis dua kali'),
        ),
        (
            'nota a "N"\n  judul "x"\n  pada "kemarin"',
            (3, "wrong-value", '"kemarin" bukan nilai untuk "pada"'),
        ),
        (
            'nota a "N"\n  judul "x"\n  jumlah "banyak"',
            (3, "wrong-value", '"banyak" bukan nilai untuk "jumlah"'),
        ),
        (
            'nota a "N"\n  judul "x"\n  lihat "sana"',
            (3, "wrong-value", '"sana" bukan nilai untuk "lihat"'),
        ),
        (
            'nota a "N"\n  judul "x"\n  nasib hilang',
            (3, "wrong-value", '"hilang" bukan nilai untuk "nasib"'),
        ),
        (
            'nota a "N"\n  judul "x"\n  nasip musnah',
            (3, "unknown-word", 'kata "nasip" tidak dikenal sebagai isian "nota"'),
        ),
    ],
)
def test_a_slip_is_named_at_its_place(text: str, expected: tuple[int, str, str]) -> None:
    assert said(text) == [expected]


def test_a_word_that_no_plugin_knows_is_named_with_its_neighbour() -> None:
    ((line, rule, message),) = said('notta a "N"\n  judul "x"')
    assert (line, rule) == (1, "unknown-word")
    assert '"notta"' in message
