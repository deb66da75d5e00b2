"""Hypothesis strategies: statements as authors write them, and with slips."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from sopdsl.syntax.statements import split

TEXTS = Path(__file__).parent / "texts"

SCRAPS = (
    *(
        '"',
        "\n",
        "\n  ",
        "\r\n",
        "\r",
        "\t",
        " ",
        "  ",
        "#",
        "# catatan\n  ",
        ",",
        ",\n   ",
        "->",
        "→",
    ),
    *(
        "-",
        "–",
        ">",
        "<>",
        "|",
        "<",
        "@",
        ".",
        "\\",
        "x",
        "×",
        "1",
        "1x24",
        "menit-3",
        "1,5",
        "1.500",
    ),
    *(
        "2024-01-05",
        "2024-1-5",
        "2024-13",
        "sama",
        "atau",
        "per",
        "oleh",
        "ya",
        "selesai",
        "langkah",
    ),
    *(
        "a-b",
        "a->b",
        "@a.b",
        "“",
        "”",
        '"teks"',
        "“teks”",
        "\u00a0",
        "\u200b",
        "\ufeff",
        "ä",
        "²",
        "٣",
    ),
)


@cache
def statements() -> list[str]:
    """Return every statement of the test texts."""
    found = [
        piece.text for path in sorted(TEXTS.glob("*.sop")) for piece in split(path.read_text())
    ]
    return sorted(set(found))


@st.composite
def slipped(draw: st.DrawFn) -> str:
    """Draw a statement and change it in a few places."""
    text = draw(st.sampled_from(statements()))
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 6)))
        text = text[:start] + draw(st.sampled_from(("", *SCRAPS))) + text[end:]
    return text


def loose_tokens() -> st.SearchStrategy[str]:
    """Return statements put together of tokens without any sense."""
    words = st.sampled_from(
        ("langkah", "waktu", "sop", "riwayat", "pelaksana", "peraturan", "kata")
    )
    rest = st.lists(st.sampled_from(SCRAPS), max_size=12).map(" ".join)
    return st.builds("{} {}".format, words, rest)


# --- whole documents, put together from the grammar's forms -------------------------------------

_NAMES = st.sampled_from(
    ("a", "kabag", "ya", "selesai", "oleh", "menit", "tim-kerja", "b_2", "unit")
)
_PLAIN_TEXTS = st.text(st.sampled_from('abcde  ,.;:()/#-–“”"\\é×\t'), min_size=0, max_size=70).map(
    lambda value: value.strip()
)


@st.composite
def _texts(draw: st.DrawFn) -> str:
    value = draw(_PLAIN_TEXTS)
    if draw(st.booleans()) and " " in value:
        value = value.replace(" ", draw(st.sampled_from((" ", "\n  ", "\r\n\t", " \n\n   "))), 1)
    if draw(st.integers(0, 9)) == 0:
        return "“" + "".join(letter for letter in value if letter not in '“”"\\') + "”"
    value = value.replace("\\", draw(st.sampled_from(("\\\\", "\\n", ""))))
    return '"' + "".join(rf"\{letter}" if letter == '"' else letter for letter in value) + '"'


_SPACE = st.sampled_from((" ", "  ", "\t", "\u00a0", " \u200b "))
_COMMA = st.sampled_from(
    (",", ", ", " , ", ",\n    ", ", # di koma\n   ", ",\n  # di daftar\n\n  ")
)
_BREAK = st.sampled_from(
    (
        "\n  ",
        "\n  ",
        "\n\t",
        "\r\n    ",
        "\n\n  ",
        "\n\ufeff\n  ",
        " # di ujung\n  ",
        "\n # sendiri\n  ",
    )
)
_NUMBERS = st.sampled_from(("1", "15", "1,5", "1.500", "2.5"))
_UNITS = st.sampled_from(("menit", "jam", "hari kerja", "Hari", "bulan"))
_DATES = st.sampled_from(("2024-01-31", "2024-1-5", "2023-02-30"))
_REFERENCES = st.sampled_from(("@sop-lain", "@sop-lain.langkah-2"))
_TEXTS = _texts()


@st.composite
def _row(draw: st.DrawFn, *parts: str | st.SearchStrategy[str]) -> str:
    """Draw parts with blanks between them; empty ones are left out."""
    words = [part if isinstance(part, str) else draw(part) for part in parts]
    row = ""
    for word in filter(None, words):
        row += (draw(_SPACE) if row else "") + word
    return row


def _maybe(part: str | st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), st.just(part) if isinstance(part, str) else part)


@st.composite
def _list(draw: st.DrawFn, element: st.SearchStrategy[str], most: int = 4) -> str:
    elements = draw(st.lists(element, min_size=1, max_size=most))
    return "".join((draw(_COMMA) if number else "") + one for number, one in enumerate(elements))


_ACTORS = st.lists(
    st.tuples(_NAMES, st.sampled_from((" > ", ">", ", ", ",", " <> ", "|", " -> ", ",\n  "))),
    min_size=1,
    max_size=4,
).map(lambda pairs: "".join(name + sign for name, sign in pairs[:-1]) + pairs[-1][0])
_TARGETS = _list(st.one_of(_NAMES, st.builds("{}.{}".format, _NAMES, _NAMES)), 3)
_ARROW = _row(st.sampled_from(("->", "→", "–>", "=>")), _TARGETS)
_AMOUNT = _row(
    _maybe(st.builds("{} {}".format, _NUMBERS, st.sampled_from(("x", "X", "×")))),
    _NUMBERS,
    _UNITS,
    _maybe(st.builds("{} {} {}".format, st.sampled_from(("-", "–")), _NUMBERS, _UNITS)),
    _maybe(_row("per", _TEXTS)),
)
_TIME = st.one_of(
    st.builds("{}{}{} {}".format, _NUMBERS, st.sampled_from(("-", " - ", "–")), _NUMBERS, _UNITS),
    st.lists(_AMOUNT, min_size=1, max_size=2).map(" ".join),
    st.lists(_AMOUNT, min_size=2, max_size=2).map(" atau ".join),
    st.just("sama"),
    st.just("-"),
    _TEXTS,
)
_BRANCH = st.one_of(
    _row(st.sampled_from(("ya", "tidak", "jika")), _maybe(_TEXTS)),
    _row(st.sampled_from(("ya", "tidak", "jika")), _ARROW, _maybe(_TEXTS)),
    _row(st.sampled_from(("ya", "tidak", "jika")), _TEXTS, _ARROW),
)
_KINDS = st.sampled_from(("mulai", "langkah", "keputusan", "selesai", "mulai langkah"))
_VALUES = st.lists(
    st.one_of(_NAMES, _TEXTS, _DATES, _NUMBERS, _REFERENCES, st.just("-"), st.just("1-3")),
    max_size=4,
).map(" ".join)
_STEP_ENTRY = st.one_of(
    _row(
        st.sampled_from(("kelengkapan", "output")), _maybe(st.one_of(_list(_TEXTS), st.just("-")))
    ),
    _row("waktu", _maybe(_TIME)),
    _row("keterangan", _maybe(st.one_of(_list(st.one_of(_TEXTS, _REFERENCES)), st.just("-")))),
    _ARROW,
    _BRANCH,
    _row("tanya", _maybe(_TEXTS)),
    st.just("opsional"),
    _row("rujuk", _maybe(_REFERENCES)),
    _row("konektor", _maybe(_TEXTS)),
    _row("oleh", _NAMES, st.one_of(_KINDS, _TEXTS, _ARROW, _BRANCH, _row("tanya", _TEXTS))),
    _row(st.sampled_from(("wkatu", "risiko-tinggi")), _VALUES),
)
_IDENTITY_ENTRY = st.one_of(
    _row(st.sampled_from(("nomor", "jenis", "dibuat", "status", "tingkat-layanan")), _VALUES),
    _row("unit", st.lists(_TEXTS, max_size=3).map(" > ".join)),
    _row(
        "disahkan",
        st.one_of(st.just("-"), _row(_TEXTS, _maybe(_row("oleh", _TEXTS)), "nip", _TEXTS)),
    ),
)
_LANE = st.one_of(
    _row(_NAMES, _maybe(_row(_TEXTS, _maybe("tim"), _maybe(_row("alias", _list(_TEXTS)))))),
    _row("kelompok", st.one_of(st.just("-"), _TEXTS)),
)
_ITEM = st.one_of(_TEXTS, _row(_REFERENCES, _maybe(_TEXTS)))
_REGULATION_ENTRY = st.one_of(
    _row(st.sampled_from(("berlaku", "tautan")), _VALUES),
    _row("dicabut", _DATES, _maybe(_row("oleh", _REFERENCES))),
)


@st.composite
def _block(
    draw: st.DrawFn, head: st.SearchStrategy[str], entry: st.SearchStrategy[str] | None = None
) -> str:
    text = draw(head)
    for one in draw(st.lists(entry, max_size=5)) if entry is not None else ():
        text += draw(_BREAK) + one
    return text


_STATEMENT = st.one_of(
    _block(_row("sop", _maybe(_NAMES), _maybe(_TEXTS)), _IDENTITY_ENTRY),
    _block(_row(st.sampled_from(("pustaka", "gunakan")), _maybe(_TEXTS))),
    _block(_row(st.sampled_from(("dasar-hukum", "catatan")), _maybe(_ITEM)), _list(_ITEM)),
    _block(_row("pelaksana", _maybe("tetap")), _LANE),
    _block(
        _row(_KINDS, _maybe("reviu-1"), _maybe(_row("oleh", _ACTORS)), _maybe(_TEXTS)), _STEP_ENTRY
    ),
    _block(_row("alur", _maybe(_NAMES), _maybe(_TEXTS))),
    _block(st.just("halaman")),
    _block(st.just("riwayat"), _row(_DATES, _maybe("uji-coba"), _maybe(_TEXTS))),
    _block(_row("peraturan", _maybe(_NAMES), _maybe(_TEXTS)), _REGULATION_ENTRY),
    _block(_row("tim-penyusun", _maybe(_NAMES), _maybe(_TEXTS)), _row("anggota", _VALUES)),
)
_BETWEEN = st.sampled_from(
    (
        *(
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "\n\n\n",
            "  # di ujung\n",
            "\n# di atas\n",
            "\n\n# lepas\n\n",
        ),
        *(
            "\n  # menutup\n\n",
            "\n  # menutup\n# di atas\n",
            "\n   \n\t\n",
            "\n#\n\n#\n",
            "\n\ufeff\n",
        ),
    )
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw a whole, well-formed text in any layout that the language allows."""
    text = draw(st.sampled_from(("", "\n\n", "# kepala\n", "# kepala\n\n", "\ufeff")))
    for statement in draw(st.lists(_STATEMENT, max_size=4)):
        text += statement + draw(_BETWEEN)
    return text
