"""Drives the LALR tables over one statement.

It reads a text exactly as Lark's contextual lexer and LALR parser do (the tests hold the two
against each other): which terminal a word is depends on the parser's state. A keyword that may
stand there wins; else it is a name; else, inside a time, it is read letter by letter. What
reductions make is the caller's choice, so one loop builds the tree, replays repaired statements and
gives the derivations that the tests compare.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sopdsl.syntax.grammar import END, Grammar, Key

Token = tuple[Key, str, int, int]
"""A terminal in a text: its key, its wording, where it starts and ends."""

Leaf = Callable[[str, int, int], Any]
"""What a token becomes, from its wording, start and end."""

Make = Callable[[list[Any]], Any]
"""What a reduction makes of the values below it."""


def scan(grammar: Grammar, text: str, states: list[int]) -> Iterator[Token]:
    """Yield the terminals of a statement, the end last.

    Args:
        grammar: the tables.
        text: one statement.
        states: the parser's stack, looked at anew for each terminal.
    """
    rows, name, finditer = grammar.rows, grammar.name, grammar.scanner.finditer
    position = 0
    while position >= 0:
        start, position = position, -1
        for match in finditer(text, start):
            key = match.lastindex
            if key is None:
                break
            word = match[key]
            start, end = match.span(key)
            if key != name:
                yield key, word, start, end
                continue
            row = rows[states[-1]]
            if word in row:
                yield word, word, start, end
            elif name in row or not (part := overlay(grammar, row, text, start)):
                yield name, word, start, end
            else:
                yield part
                if part[3] != end:
                    position = part[3]
                    break
    yield END, "", len(text), len(text)


def overlay(grammar: Grammar, row: Mapping[Key, int], text: str, start: int) -> Token | None:
    """Read the beginning of a word letter by letter, where the state wants that."""
    for key, pattern in grammar.overlays:
        if key in row and (match := pattern.match(text, start)):
            return key, match[0], start, match.end()
    return None


class Machine:
    """The tables bound to what tokens and reductions turn into."""

    def __init__(
        self, grammar: Grammar, leaves: Mapping[str, Leaf], word: Leaf, makers: Mapping[str, Make]
    ) -> None:
        """Bind terminals (those without a leaf become ``None``), keywords and callbacks."""
        self.grammar = grammar
        self._leaves: dict[Key, Leaf | None] = {
            key: word if isinstance(key, str) else leaves.get(terminal)
            for key, terminal in grammar.terminals.items()
        }
        self._steps = [
            (rule.length, rule.picks, rule.left, makers.get(rule.callback), bool(rule.callback))
            for rule in grammar.rules
        ]
        missing = {rule.callback for rule in grammar.rules} - {"", "?"} - makers.keys()
        if missing:
            raise ValueError(f"nothing is made of the grammar's rules {sorted(missing)}")

    def read(self, text: str) -> Any | None:
        """Return what a statement makes, or ``None`` when it is not well-formed."""
        states = [self.grammar.start]
        return self.run(scan(self.grammar, text, states), states)

    def run(self, tokens: Iterable[Token], states: list[int]) -> Any | None:
        """Return what tokens make; ``states`` is the stack, holding the start, and is used up."""
        rows, gotos, last = self.grammar.rows, self.grammar.gotos, self.grammar.end
        leaves, steps = self._leaves, self._steps
        values: list[Any] = []
        for key, word, start, end in tokens:
            action = rows[states[-1]].get(key)
            while action is not None and action < 0:
                length, picks, left, make, is_single = steps[~action]
                below = values[-length:] if length else []
                if length:
                    del values[-length:], states[-length:]
                if picks is not None:
                    below = pick(below, picks)
                if make is not None:
                    values.append(make(below))
                else:
                    values.append(below[0] if is_single else below)
                state = gotos[states[-1]][left]
                states.append(state)
                if state == last:
                    return values[-1]
                action = rows[state].get(key)
            if action is None:
                return None
            leaf = leaves[key]
            values.append(leaf(word, start, end) if leaf is not None else None)
            states.append(action)
        return None


def pick(values: list[Any], picks: tuple[int | None, ...]) -> list[Any]:
    """Select from the values of a right side what its maker sees, spreading lists."""
    picked: list[Any] = []
    for place in picks:
        if place is None:
            picked.append(None)
        elif place >= 0:
            picked.append(values[place])
        elif picked:
            picked += values[~place]
        else:
            picked = values[~place]  # a list that grows by one each time is not copied each time
    return picked
