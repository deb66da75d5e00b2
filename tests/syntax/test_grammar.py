"""The grammar itself: free of conflicts, tables fresh, keywords documented, Lark not needed."""

from __future__ import annotations

import subprocess
import sys

import pytest
from lark import Lark
from lark.exceptions import GrammarError

from sopdsl.source import Source
from sopdsl.syntax import grammar as grammar_module
from sopdsl.syntax import keywords, parse
from sopdsl.syntax.compile import compile_tables
from sopdsl.syntax.generate import tables_text
from sopdsl.syntax.grammar import TABLES, grammar_text, load_grammar, unpack
from sopdsl.syntax.keywords import BY_WORD, CUSTOMARY, KEYWORDS, STEP_KINDS
from sopdsl.syntax.lalr import Machine
from sopdsl.syntax.margins import head_words


def test_lark_finds_no_conflict_in_strict_mode() -> None:
    Lark(grammar_text(), parser="lalr", strict=True)


def test_a_conflict_would_be_found() -> None:
    ambiguous = grammar_text().replace("page: HALAMAN", "page: HALAMAN\n    | NAME")
    with pytest.raises(GrammarError):
        Lark(ambiguous, parser="lalr", strict=True)


def test_tables_are_fresh() -> None:
    expected = tables_text(compile_tables(grammar_text()))
    assert TABLES.read_text(encoding="utf-8") == expected, "run: python -m sopdsl.syntax.generate"


def test_an_edit_of_the_grammar_is_live(monkeypatch: pytest.MonkeyPatch) -> None:
    edited = grammar_text().replace("/halaman(?!", "/lembar(?!")
    monkeypatch.setattr(grammar_module, "grammar_text", lambda: edited)
    loaded = load_grammar.__wrapped__()
    names = {rule.callback for rule in loaded.rules} - {"", "?"}
    machine = Machine(
        loaded, {}, lambda *_: "", {name: lambda _, name=name: name for name in names}
    )
    assert "lembar" in loaded.keywords
    assert machine.read("lembar") == "start"


def test_a_rule_that_nothing_is_made_of_is_refused() -> None:
    with pytest.raises(ValueError, match="page"):
        Machine(load_grammar(), {}, lambda *_: "", {"start": list})


def test_capturing_groups_are_refused() -> None:
    with pytest.raises(ValueError, match="TIME_WORD"):
        compile_tables(grammar_text().replace("TIME_WORD: /[", "TIME_WORD: /()["))


def test_every_keyword_is_documented_once() -> None:
    assert len(BY_WORD) == len(KEYWORDS)
    assert set(BY_WORD) == load_grammar().keywords


def test_customary_words_are_no_keywords_of_the_same_meaning() -> None:
    pairs = {(keyword.word, keyword.group) for keyword in KEYWORDS}
    assert not pairs & {(keyword.word, keyword.group) for keyword in CUSTOMARY}


def test_keywords_are_filed_where_the_grammar_lets_them_stand() -> None:
    assert set(keywords.words_of(keywords.Group.STATEMENT)) == head_words()
    assert set(STEP_KINDS) <= head_words()


def test_good_texts_are_read_without_lark_and_without_recovery() -> None:
    program = (
        "import sys; from sopdsl.source import Source; from sopdsl.syntax import parse\n"
        "parse(Source('x', 'sop a \"A\"'))\n"
        "print([name for name in ('lark', 'sopdsl.syntax.repair', 'sopdsl.syntax.keywords')"
        " if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == "[]"


def test_tables_unpack_to_what_was_compiled() -> None:
    compiled = unpack(compile_tables(grammar_text()))
    loaded = load_grammar()
    assert (compiled.rows, compiled.gotos, compiled.rules) == (
        loaded.rows,
        loaded.gotos,
        loaded.rules,
    )
    assert parse(Source("x", "sop")).errors == ()
