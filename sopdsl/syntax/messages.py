"""Says in both languages what does not read, what may stand there, and how to mend it.

Nothing here shows a terminal's name: each has a wording for people, and long lists are cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from sopdsl.diagnostics import Diagnostic, Fix, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.source import Span
from sopdsl.syntax.edits import Kind
from sopdsl.syntax.grammar import END, Grammar, Key
from sopdsl.syntax.keywords import KEYWORDS
from sopdsl.syntax.lalr import Token
from sopdsl.syntax.repair import Fault
from sopdsl.syntax.statements import Piece

SYNTAX: Final = "syntax-error"
UNKNOWN_WORD: Final = "unknown-word"

TERMINALS: Final = {
    "$END": Phrase("akhir baris", "the end of the line"),
    "_LINE": Phrase("akhir baris", "the end of the line"),
    "STRING": Phrase("teks dalam tanda kutip", "a text in quotes"),
    "NAME": Phrase("nama", "a name"),
    "TIME_WORD": Phrase("satuan waktu", "a unit of time"),
    "NUMBER": Phrase("angka", "a number"),
    "DATE": Phrase("tanggal seperti 2025-01-31", "a date such as 2025-01-31"),
    "REFERENCE": Phrase('rujukan seperti "@nama"', 'a reference such as "@nama"'),
    "ARROW": Phrase('"->"', '"->"'),
    "DASH": Phrase('"-"', '"-"'),
    "_GREATER": Phrase('">"', '">"'),
    "_BOTH_WAYS": Phrase('"<>"', '"<>"'),
    "_BAR": Phrase('"|"', '"|"'),
    "_COMMA": Phrase("koma", "a comma"),
    "_DOT": Phrase("titik", "a dot"),
    "_TIMES": Phrase('"x"', '"x"'),
}
"""What the terminals that are no keywords are called."""

_HIDDEN: Final = frozenset({"_DOT", "_TIMES"})
_LINE: Final = re.compile(r"[^\r\n]+")
_MOST_NAMED: Final = 7
_LONGEST_QUOTE: Final = 40
_ORDER: Final = {keyword.word: place for place, keyword in enumerate(KEYWORDS)}


def describe(grammar: Grammar, fault: Fault) -> Diagnostic:
    """Return the finding for a fault, its places counted from the statement's start."""
    rule = UNKNOWN_WORD if fault.kind is Kind.MISSPELT else SYNTAX
    expected = _expected(grammar, fault.expected)
    message = _MESSAGES[fault.kind](grammar, fault, expected)
    hints: tuple[Phrase, ...] = ()
    if fault.kind not in _SELF_EXPLAINING and expected is not None:
        hints = (Phrase(f"di sini dapat ditulis {expected.id}", f"here can stand {expected.en}"),)
    fixes = (Fix(_title(fault), fault.changes),) if fault.changes else ()
    return Diagnostic(rule, Severity.ERROR, message, fault.place, hints=hints, fixes=fixes)


def quoted(text: str) -> str:
    """Return a stretch of source for a message: on one line, not too long, in quotes."""
    text = " ".join(text.split())
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1] + "…"
    return f'"{text}"' if not text.startswith('"') else text


def control(match: re.Match[str]) -> Diagnostic:
    """Return the finding for characters that no text holds."""
    code = f"U+{ord(match[0][0]):04X}"
    fix = Fix(Phrase("hapus", "remove it"), (TextEdit(Span(*match.span()), ""),))
    return Diagnostic(
        SYNTAX,
        Severity.ERROR,
        Phrase(
            f"karakter kendali {code} tidak boleh ada dalam teks",
            f"the control character {code} may not stand in a text",
        ),
        Span(*match.span()),
        fixes=(fix,),
    )


def too_long(text: str, limit: int) -> Diagnostic:
    """Return the finding for a line that nobody wrote by hand."""
    line = next(match for match in _LINE.finditer(text) if len(match[0]) > limit)
    return Diagnostic(
        SYNTAX,
        Severity.ERROR,
        Phrase(
            f"baris ini panjangnya {len(line[0])} karakter, paling banyak {limit}",
            f"this line has {len(line[0])} characters, at most {limit} are read",
        ),
        Span(line.start(), line.start() + _LONGEST_QUOTE),
    )


def too_many(piece: Piece) -> Diagnostic:
    """Return the finding for the first statement that is not even looked at any more."""
    return Diagnostic(
        SYNTAX,
        Severity.ERROR,
        Phrase(
            "terlalu banyak pernyataan rusak, mulai dari sini yang rusak dilewati",
            "too many statements are broken, those from here on are left out",
        ),
        _first_word(piece.text),
        hints=(Phrase("perbaiki dulu yang di atas", "mend those above first"),),
    )


def indented(source: str, piece: Piece) -> Diagnostic:
    """Return the finding for a statement that does not start at the margin."""
    margin = max(source.rfind("\n", 0, piece.start), source.rfind("\r", 0, piece.start)) + 1
    edit = TextEdit(Span(margin - piece.start, 0), "")
    word = quoted(_word_at(piece.text))
    return Diagnostic(
        SYNTAX,
        Severity.ERROR,
        Phrase(f"{word} harus mulai di tepi kiri", f"{word} must start at the margin"),
        _first_word(piece.text),
        fixes=(Fix(Phrase("tarik ke tepi kiri", "move it to the margin"), (edit,)),),
    )


def at_margin(text: str) -> Diagnostic:
    """Return the finding for an entry that starts at the margin."""
    fix = Fix(Phrase("jorokkan baris ini", "indent this line"), (TextEdit(Span(0, 0), "  "),))
    return Diagnostic(
        SYNTAX,
        Severity.ERROR,
        Phrase(
            f"baris {quoted(_word_at(text))} harus menjorok",
            f"the line {quoted(_word_at(text))} must be indented",
        ),
        _first_word(text),
        fixes=(fix,),
    )


def _first_word(text: str) -> Span:
    return Span(0, len(_word_at(text)))


def _word_at(text: str) -> str:
    return text.split(maxsplit=1)[0][:_LONGEST_QUOTE]


# --- one function for each kind of slip ---------------------------------------------------------


def _misplaced(grammar: Grammar, fault: Fault, expected: Phrase | None) -> Phrase:
    if fault.found[0] == grammar.keys["_LINE"] and END in fault.expected:
        return Phrase(
            "di bawah pernyataan ini tidak ada isian", "this statement has no entries under it"
        )
    found = _found(grammar, fault.found)
    if expected is None:
        return Phrase(f"{found.id} tidak punya tempat di sini", f"{found.en} has no place here")
    return Phrase(
        f"di sini ada {found.id}, padahal yang dapat ditulis {expected.id}",
        f"found {found.en} where {expected.en} can stand",
    )


def _missing(grammar: Grammar, fault: Fault, _expected: Phrase | None) -> Phrase:
    wanted = _wanted(grammar, fault.key)
    found = _found(grammar, fault.found)
    if fault.found[0] in {END, grammar.keys["_LINE"]} and fault.before is not None:
        before = quoted(fault.before[1])
        return Phrase(
            f"{wanted.id} kurang setelah {before}", f"{wanted.en} is missing after {before}"
        )
    return Phrase(
        f"{wanted.id} kurang sebelum {found.id}", f"{wanted.en} is missing before {found.en}"
    )


def _misspelt(_grammar: Grammar, fault: Fault, _expected: Phrase | None) -> Phrase:
    word = quoted(fault.found[1])
    return Phrase(
        f'kata {word} tidak dikenal, mungkin maksudnya "{fault.key}"',
        f'the word {word} is unknown, perhaps "{fault.key}" was meant',
    )


def _sign(_grammar: Grammar, fault: Fault, _expected: Phrase | None) -> Phrase:
    found = quoted(fault.found[1])
    return Phrase(
        f"tanda {found} tidak berarti apa-apa di sini", f"the sign {found} means nothing here"
    )


def _unclosed(_grammar: Grammar, _fault: Fault, _expected: Phrase | None) -> Phrase:
    return Phrase(
        "tanda kutip penutup teks ini kurang", "the closing quote of this text is missing"
    )


def _unopened(_grammar: Grammar, _fault: Fault, _expected: Phrase | None) -> Phrase:
    return Phrase(
        "tanda kutip pembuka teks ini kurang", "the opening quote of this text is missing"
    )


def _stray_quote(_grammar: Grammar, _fault: Fault, _expected: Phrase | None) -> Phrase:
    return Phrase("tanda kutip ini tidak punya pasangan", "this quote has no partner")


def _unquoted(_grammar: Grammar, _fault: Fault, _expected: Phrase | None) -> Phrase:
    return Phrase("teks harus diapit tanda kutip", "a text must stand in quotes")


def _trailing_comma(_grammar: Grammar, _fault: Fault, _expected: Phrase | None) -> Phrase:
    return Phrase("setelah koma ini tidak ada lanjutannya", "nothing goes on after this comma")


def _second_entry(grammar: Grammar, fault: Fault, _expected: Phrase | None) -> Phrase:
    found = _found(grammar, fault.found)
    return Phrase(
        f"{found.id} harus ditulis di baris baru", f"{found.en} must stand on a line of its own"
    )


def _torn(_grammar: Grammar, _fault: Fault, _expected: Phrase | None) -> Phrase:
    return Phrase(
        "lanjutan ini harus ditulis di baris di atasnya", "this belongs on the line above it"
    )


_MESSAGES: Final[dict[Kind, Callable[[Grammar, Fault, Phrase | None], Phrase]]] = {
    Kind.MISSPELT: _misspelt,
    Kind.CLOSE_QUOTE: _unclosed,
    Kind.COMMA: _trailing_comma,
    Kind.JOIN: _torn,
    Kind.OPEN_QUOTE: _unopened,
    Kind.DROP_SIGN: _sign,
    Kind.INSERT_WORD: _missing,
    Kind.NEW_LINE: _second_entry,
    Kind.QUOTE: _unquoted,
    Kind.DELETE: _misplaced,
    Kind.DROP_QUOTE: _stray_quote,
    Kind.INSERT_VALUE: _missing,
    Kind.REPLACE: _misplaced,
    Kind.SKIP: _misplaced,
}
_SELF_EXPLAINING: Final = frozenset(
    {
        *(Kind.CLOSE_QUOTE, Kind.OPEN_QUOTE, Kind.QUOTE, Kind.DROP_QUOTE, Kind.NEW_LINE),
        *(Kind.JOIN, Kind.MISSPELT, Kind.DELETE, Kind.REPLACE, Kind.SKIP),
    }
)

# --- words for tokens ---------------------------------------------------------------------------


def _found(grammar: Grammar, token: Token) -> Phrase:
    key, word, _, _ = token
    if key in {END, grammar.keys["_LINE"]}:
        return TERMINALS["_LINE"]
    if key == grammar.keys["_COMMA"]:
        return Phrase('","', '","')
    return Phrase(quoted(word), quoted(word))


def _wanted(grammar: Grammar, key: Key | None) -> Phrase:
    if key is None or isinstance(key, str):
        return Phrase(f'"{key}"', f'"{key}"')
    return TERMINALS[grammar.terminals[key]]


def _expected(grammar: Grammar, keys: tuple[Key, ...]) -> Phrase | None:
    """Return what can stand at a place as an enumeration, cut when it is long."""
    words = sorted(
        (key for key in keys if isinstance(key, str)), key=lambda key: _ORDER.get(key, 0)
    )
    others = {
        TERMINALS[name]: None
        for key in sorted(key for key in keys if isinstance(key, int))
        if (name := grammar.terminals[key]) not in _HIDDEN
    }
    named = [Phrase(f'"{word}"', f'"{word}"') for word in words]
    if len(named) + len(others) > _MOST_NAMED:
        more = Phrase("kata kunci lain", "another keyword")
        named = [*named[: max(2, _MOST_NAMED - len(others) - 1)], more]
    listed = [*named, *others]
    if not listed:
        return None
    return Phrase(
        _enumerate([item.id for item in listed], "atau"),
        _enumerate([item.en for item in listed], "or"),
    )


def _enumerate(items: list[str], last: str) -> str:
    return ", ".join(items[:-1]) + f" {last} {items[-1]}" if len(items) > 1 else items[0]


def _title(fault: Fault) -> Phrase:
    """Return the imperative that names a repair."""
    change = fault.changes[0]
    text = change.text.strip()
    match fault.kind:
        case Kind.MISSPELT | Kind.REPLACE:
            return Phrase(f'ganti dengan "{text}"', f'replace it by "{text}"')
        case Kind.CLOSE_QUOTE:
            return Phrase("tutup tanda kutip", "close the quote")
        case Kind.OPEN_QUOTE:
            return Phrase("buka tanda kutip", "open the quote")
        case Kind.QUOTE:
            return Phrase("apit dengan tanda kutip", "put it in quotes")
        case Kind.JOIN:
            return Phrase("gabungkan dengan baris di atas", "join it to the line above")
        case Kind.NEW_LINE:
            return Phrase("mulai baris baru", "begin a new line")
        case Kind.INSERT_WORD | Kind.INSERT_VALUE:
            return Phrase(f"sisipkan {quoted(text)}", f"insert {quoted(text)}")
        case _:
            return Phrase("hapus", "remove it")
