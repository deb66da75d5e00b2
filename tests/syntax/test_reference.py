"""The language reference: tables fresh, examples well-formed and canonical, nothing left out."""

from __future__ import annotations

import re

import pytest

from sopdsl.language import LANGUAGES, Language
from sopdsl.model.waktu import MINUTES
from sopdsl.source import Source
from sopdsl.syntax import format_text, parse
from sopdsl.syntax.generate import GRAMMAR_FOLDER, derived_files
from sopdsl.syntax.grammar import load_grammar
from sopdsl.syntax.keywords import CUSTOMARY, KEYWORDS, SIGNS, Group
from sopdsl.syntax.lines import resolved_tokens
from sopdsl.syntax.parsing import tree_machine
from sopdsl.syntax.reference import fill, reference_tables
from sopdsl.syntax.statements import split


def reference(language: Language) -> str:
    return (GRAMMAR_FOLDER / f"REFERENCE.{language}.md").read_text(encoding="utf-8")


def examples(language: Language) -> list[str]:
    return re.findall(r"```sop\n(.*?)```", reference(language), re.DOTALL)


def test_derived_files_are_fresh() -> None:
    for path, text in derived_files().items():
        assert path.read_text(encoding="utf-8") == text, "run: python -m sopdsl.syntax.generate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_stands_in_the_reference(language: Language) -> None:
    text = reference(language)
    assert all(f"<!-- table {name} -->" in text for name in reference_tables(language))
    with pytest.raises(KeyError):
        fill("<!-- table foo -->\n<!-- /table -->", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_is_well_formed(language: Language) -> None:
    found = examples(language)
    assert len(found) >= 13
    for text in found:
        assert parse(Source("contoh.sop", text)).errors == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_keyword_has_an_example(language: Language) -> None:
    machine = tree_machine()
    shown = {
        key
        for text in examples(language)
        for piece in split(text)
        for key, *_ in resolved_tokens(machine, piece.text)
    }
    missing = load_grammar().keywords - shown
    events = {"reviu", "simulasi", "sosialisasi", "pemantauan", "evaluasi", "revisi", "pencabutan"}
    plain = {"kualifikasi", "peralatan", "pencatatan", "tim"}  # used just as those beside them
    assert missing <= events | plain


def test_both_languages_have_the_same_parts() -> None:
    texts = [reference(language) for language in LANGUAGES]
    counts = [
        (t.count("\n## "), t.count("\n### "), t.count("```sop"), t.count("\n- ")) for t in texts
    ]
    assert counts[0] == counts[1]


def test_signs_are_what_the_grammar_takes_them_for() -> None:
    grammar = load_grammar()
    for sign in SIGNS:
        pattern = grammar.patterns.get(sign.terminal, r"#[^\r\n]*")
        for form in (sign.plain, *sign.others):
            assert re.fullmatch(pattern, form), form


def test_signs_are_complete() -> None:
    described = {sign.terminal for sign in SIGNS}
    plain = {"NAME", "TIME_WORD", "NUMBER", "DATE", "_LINE"}
    assert described - {"COMMENT"} == set(load_grammar().patterns) - plain


def test_meanings_are_one_line_in_each_language() -> None:
    for keyword in (*KEYWORDS, *CUSTOMARY):
        for said in (keyword.meaning.id, keyword.meaning.en):
            assert said
            assert len(said) <= 70
            assert "\n" not in said
            assert "|" not in said


def test_every_unit_that_can_be_added_up_is_explained() -> None:
    explained = {keyword.word for keyword in CUSTOMARY if keyword.group is Group.TIME}
    assert set(MINUTES) <= explained


def test_the_first_example_is_in_canonical_form() -> None:
    for language in LANGUAGES:
        assert format_text(examples(language)[0]) == examples(language)[0]
