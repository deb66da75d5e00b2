"""Real Lark beside our own driver: both give a derivation, a nested tuple, or ``None``."""

from __future__ import annotations

from functools import cache
from typing import Any

import lark
import lark.lexer
from lark import Lark, Token, Tree

from sopdsl.syntax.grammar import grammar_text, load_grammar
from sopdsl.syntax.lalr import Leaf, Machine, Make

Derivation = Any


@cache
def real_lark() -> Lark:
    """Return Lark's own contextual LALR parser of the grammar."""
    checked = lark.lexer.has_interegular
    lark.lexer.has_interegular = False  # comparing all terminals costs seconds; done elsewhere
    try:
        return Lark(grammar_text(), parser="lalr", maybe_placeholders=True)
    finally:
        lark.lexer.has_interegular = checked


@cache
def our_machine() -> Machine:
    """Return our driver, making derivations instead of the tree."""
    grammar = load_grammar()
    leaves = {name: _leaf(name) for name in grammar.terminals.values()}
    names = {rule.callback for rule in grammar.rules} - {"", "?"}
    makers = {name: _maker(name) for name in names}
    return Machine(grammar, leaves, lambda word, start, end: (word, start, end), makers)


def by_lark(text: str) -> Derivation | None:
    """Return what Lark makes of a statement."""
    try:
        return _derivation(real_lark().parse(text))
    except lark.UnexpectedInput:
        return None


def by_us(text: str) -> Derivation | None:
    """Return what our driver makes of a statement."""
    return our_machine().read(text)


def _derivation(node: Tree[Token] | Token | None) -> Derivation:
    if node is None:
        return None
    if isinstance(node, Token):
        name = (
            node.value
            if node.value in load_grammar().keywords and node.type != "NAME"
            else node.type
        )
        if node.type == "TIME_WORD":
            name = "TIME_WORD"
        return name, node.start_pos, node.end_pos
    return str(node.data), tuple(_derivation(child) for child in node.children)


def _leaf(name: str) -> Leaf:
    return lambda word, start, end: (name, start, end)


def _maker(name: str) -> Make:
    return lambda values: (name, tuple(values))
