"""Turns the text of `grammar/sop.lark` into tables: the only module that imports Lark.

Lark is the authority on what the grammar means; at run time it would cost more time than reading a
whole file (its import and its table construction), so its LALR tables are written down in a compact
form once and :mod:`sopdsl.syntax.lalr` drives them. The grammar is compiled anew, in memory, when
its text differs from the one the tables were made from, so edits of it are live in a checkout.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypedDict

from lark import Lark, Token
from lark.lexer import Lexer

from sopdsl.syntax.grammar import fingerprint

KEYWORD_END = r"(?!-*\w)"
"""How the pattern of a keyword terminal ends: where a name of the same letters would end."""


class Tables(TypedDict):
    """The grammar as numbers; see the functions that make each part.

    Attributes:
        grammar: fingerprint of the grammar's text.
        start: the first state.
        end: the state in which a whole statement has been read.
        ignored: pattern of what may stand between terminals.
        terminals: names; the end of text first, then the scanned ones in the order in which they
            are tried, then the keywords.
        patterns: a pattern for each scanned terminal.
        keywords: the wording of each keyword terminal.
        overlays: terminals that read a part of what the scanner takes for a name.
        rules: ``[left side, length, picks, callback]`` for each rule; picks are ``-1`` for
            "nothing", else twice the position, plus one when the value there is a list to spread.
        lookaheads: sets of terminals on which states reduce.
        rows: per state shifts as flat pairs and reductions as pairs of rule and look-ahead set.
        gotos: per state flat pairs of left side and next state.
    """

    grammar: str
    start: int
    end: int
    ignored: str
    terminals: list[str]
    patterns: list[str]
    keywords: list[str]
    overlays: list[int]
    rules: list[tuple[str, int, list[int], str]]
    lookaheads: list[list[int]]
    rows: list[tuple[list[int], list[int]]]
    gotos: list[list[int | str]]


def compile_tables(grammar: str) -> Tables:
    """Compile a grammar; raises Lark's ``GrammarError`` when its text is no grammar.

    That the grammar has no conflict is proved where time matters less: by a test that builds it in
    Lark's strict mode.
    """
    # A lexer class of our own saves the seconds that Lark spends on comparing all terminals.
    lark: Any = Lark(grammar, parser="lalr", maybe_placeholders=True, lexer=_NoLexer)
    table = lark.parser.parser.parser.parse_table
    scanned, keywords, overlays, ignored = _terminals(lark)
    names = ["$END", *(terminal.name for terminal in scanned), *keywords]
    numbers = {name: number for number, name in enumerate(names)}
    order = _order(table)
    rules, rule_numbers = _rules(table.states)
    lookaheads: dict[tuple[int, ...], int] = {}
    rows: list[tuple[list[int], list[int]]] = []
    gotos: list[list[int | str]] = []
    for state in order:
        shifts, reductions, after = _row(table.states[state], numbers, order, rule_numbers)
        pairs: list[int] = []
        for rule, terminals in sorted(reductions.items()):
            pairs += [rule, lookaheads.setdefault(tuple(sorted(terminals)), len(lookaheads))]
        rows.append((shifts, pairs))
        gotos.append(after)
    return Tables(
        grammar=fingerprint(grammar),
        start=order[table.start_states["start"]],
        end=order[table.end_states["start"]],
        ignored=ignored,
        terminals=names,
        patterns=[terminal.pattern.to_regexp() for terminal in scanned],
        keywords=list(keywords.values()),
        overlays=[numbers[name] for name in overlays],
        rules=rules,
        lookaheads=[list(terminals) for terminals in lookaheads],
        rows=rows,
        gotos=gotos,
    )


class _NoLexer(Lexer):
    """Stands in for a lexer that is never asked."""

    def __init__(self, lexer_conf: object) -> None:
        del lexer_conf

    def lex(self, lexer_state: object, parser_state: object) -> Iterator[Token]:
        """Find nothing."""
        del lexer_state, parser_state
        return iter(())


def _order(table: Any) -> dict[int, int]:
    """Number the states in the order of a walk from the start: Lark's own numbers vary."""
    order = {table.start_states["start"]: 0}
    queue = list(order)
    for state in queue:
        for _, (action, argument) in sorted(table.states[state].items()):
            if action.name == "Shift" and argument not in order:
                order[argument] = len(order)
                queue.append(argument)
    return order


def _terminals(lark: Any) -> tuple[list[Any], dict[str, str], list[str], str]:
    """Sort the terminals into scanned ones, keywords, overlays and the pattern of ignored ones."""
    ordered = sorted(
        lark.terminals,
        key=lambda t: (-t.priority, -t.pattern.max_width, -len(t.pattern.value), t.name),
    )
    scanned: list[Any] = []
    keywords: dict[str, str] = {}
    overlays: list[Any] = []
    ignored: list[str] = []
    for terminal in ordered:
        pattern = terminal.pattern.to_regexp()
        if re.compile(pattern).groups:
            raise ValueError(f"terminal {terminal.name} has a capturing group")
        if terminal.name in lark.ignore_tokens:
            ignored.append(pattern)
        elif pattern.endswith(KEYWORD_END):
            keywords[terminal.name] = pattern.removesuffix(KEYWORD_END)
        elif terminal.name != "NAME" and re.match(pattern, "x"):
            overlays.append(terminal)
        else:
            scanned.append(terminal)
    keywords = dict(sorted(keywords.items()))
    # Overlays follow: where no name can begin (`×`), the scanner finds them by itself.
    return [*scanned, *overlays], keywords, [t.name for t in overlays], "|".join(ignored)


def _row(
    actions: Mapping[str, tuple[Any, Any]],
    numbers: Mapping[str, int],
    order: Mapping[int, int],
    rules: Mapping[int, int],
) -> tuple[list[int], dict[int, list[int]], list[int | str]]:
    shifts: list[int] = []
    reductions: dict[int, list[int]] = {}
    after: list[int | str] = []
    for symbol, (action, argument) in sorted(actions.items()):
        if action.name == "Reduce":
            reductions.setdefault(rules[id(argument)], []).append(numbers[symbol])
        elif symbol in numbers and symbol != "$END":
            shifts += [numbers[symbol], order[argument]]
        elif symbol != "$END":
            after += [symbol, order[argument]]
    return shifts, reductions, after


def _rules(
    states: Mapping[int, Mapping[str, tuple[Any, Any]]],
) -> tuple[list[tuple[str, int, list[int], str]], dict[int, int]]:
    found = {
        id(argument): argument
        for actions in states.values()
        for action, argument in actions.values()
        if action.name == "Reduce"
    }
    ordered = sorted(found.values(), key=lambda rule: (rule.origin.name, rule.order, str(rule)))
    rules = [
        (rule.origin.name, len(rule.expansion), _picks(rule), _callback(rule)) for rule in ordered
    ]
    return rules, {id(rule): number for number, rule in enumerate(ordered)}


def _callback(rule: Any) -> str:
    """Return the name of what a reduction makes: ``""`` a list, ``"?"`` its only value."""
    name: str = rule.alias or rule.origin.name
    if name.startswith("_"):
        return ""
    if rule.options.expand1 and not rule.alias and len(_picks(rule)) == 1:
        return "?"
    return name


def _picks(rule: Any) -> list[int]:
    """Return which values of the right side the parent sees: Lark's own shaping of trees."""
    empty: Iterable[bool] = rule.options.empty_indices or [False] * len(rule.expansion)
    picks: list[int] = []
    position = 0
    for is_empty in empty:
        if is_empty:
            picks.append(-1)
            continue
        symbol = rule.expansion[position]
        if rule.options.keep_all_tokens or not (symbol.is_term and symbol.filter_out):
            spread = not symbol.is_term and symbol.name.startswith("_")
            picks.append(2 * position + spread)
        position += 1
    return picks
