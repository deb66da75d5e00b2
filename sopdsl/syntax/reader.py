"""Reads a statement token by token without building anything: the ground that repair stands on.

Where the parser proper drives a mutable stack through a whole statement, this reads one token at any
place with any stack, so that ways to go on can be tried out. Stacks are tuples of states.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sopdsl.syntax.grammar import END, Grammar, Key
from sopdsl.syntax.lalr import Token, overlay

Stack = tuple[int, ...]

QUOTES: Final = '"\u201c\u201d\u201e\u201f'


class Reader:
    """One statement's text with the grammar that reads it."""

    def __init__(self, grammar: Grammar, text: str) -> None:
        self.grammar = grammar
        self.text = text
        self.line = grammar.keys["_LINE"]
        self.comma = grammar.keys["_COMMA"]
        self.string = grammar.keys["STRING"]
        self._scanned: dict[int, Token] = {}

    def token(self, position: int, stack: Stack) -> Token:
        """Return the token at or after ``position``, as the parser would read it there."""
        raw = self._scanned.get(position)
        if raw is None:
            raw = self._scanned[position] = self._scan(position)
        key, word, start, end = raw
        if key != self.grammar.name:
            return raw
        row = self.grammar.rows[stack[-1]]
        if word in row:
            return word, word, start, end
        if key in row:
            return raw
        return overlay(self.grammar, row, self.text, start) or raw

    def _scan(self, position: int) -> Token:
        match = self.grammar.scanner.match(self.text, position)
        if match is None or match.lastindex is None:
            return END, "", len(self.text), len(self.text)
        start, end = match.span(match.lastindex)
        return match.lastindex, match[match.lastindex], start, end

    def advance(self, stack: Stack, key: Key) -> Stack | None:
        """Return the stack after a token, or ``None`` when it may not stand there."""
        rows, rules, gotos, last = (
            self.grammar.rows,
            self.grammar.rules,
            self.grammar.gotos,
            self.grammar.end,
        )
        action = rows[stack[-1]].get(key)
        while action is not None and action < 0:
            rule = rules[~action]
            if rule.length:
                stack = stack[: -rule.length]
            state = gotos[stack[-1]][rule.left]
            stack = (*stack, state)
            if state == last:
                return stack
            action = rows[state].get(key)
        return None if action is None else (*stack, action)

    def accepted(self, stack: Stack) -> list[Key]:
        """Return the keys that may really come next."""
        row = self.grammar.rows[stack[-1]]
        return [key for key in row if self.advance(stack, key) is not None]

    def progress(self, stack: Stack, position: int, beyond: int, limit: int) -> int:
        """Count the tokens that can be read from ``position`` on.

        Args:
            stack: the stack there.
            position: where to begin.
            beyond: only tokens that start here or later count.
            limit: count no further; reaching the statement's end counts as the limit.
        """
        count = 0
        while count < limit:
            key, _, start, end = self.token(position, stack)
            after = self.advance(stack, key)
            if after is None:
                return count
            if key == END:
                return limit
            count += start >= beyond
            stack, position = after, end
        return count

    def is_last(self, position: int) -> bool:
        """Tell whether nothing follows."""
        return self.token(position, (self.grammar.start,))[0] == END

    def unknown_end(self, position: int) -> int:
        """Return the end of a run of characters that mean nothing, given the end of its first."""
        while True:
            key, _, start, end = self.token(position, (self.grammar.start,))
            if key != self.grammar.unknown or start != position:
                return position
            position = end

    def line_end(self, position: int) -> int:
        """Return where the line of ``position`` ends, before its line break."""
        match = _LINE_BREAK.search(self.text, position)
        return match.start() if match else len(self.text)

    def rest_of_line(self, position: int) -> int:
        """Return where the entry that ``position`` is in ends, texts over several lines included.

        A text that swallows entries ends where :meth:`text_end` says.
        """
        while True:
            key, word, start, end = self.token(position, (self.grammar.start,))
            if key in {END, self.line}:
                return start
            if key == self.comma and word != ",":
                return start + 1
            position = min(end, self.text_end(start)) if word[0] in QUOTES else end

    def text_end(self, start: int) -> int:
        """Return where a text that opens at ``start`` and is not closed should close.

        That is the end of its line when the next line is empty, absent or begins like an entry, and
        the end of a later line otherwise.
        """
        begins = _entry_begins(self.grammar)
        end = self.line_end(start)
        while end < len(self.text) and not begins.match(self.text, end):
            after = _LINE_BREAK.match(self.text, end)
            end = self.line_end(after.end() if after else end + 1)
        return end


_LINE_BREAK = re.compile(r"\r\n|[\r\n]")


@cache
def _entry_begins(grammar: Grammar) -> re.Pattern[str]:
    """Return a pattern of a line break and a line that is empty or begins like an entry."""
    line = grammar.keys["_LINE"]
    states = {action for row in grammar.rows if (action := row.get(line, -1)) >= 0}
    words = sorted({key for state in states for key in grammar.rows[state] if isinstance(key, str)})
    keywords = "|".join(re.escape(word) for word in words)
    name = grammar.patterns["NAME"]
    return re.compile(
        rf"(?:\r\n|[\r\n])[^\S\r\n]*(?:$|[\r\n@#{QUOTES}]|(?:{keywords})(?!-*\w)"
        rf"|{grammar.patterns['ARROW']}|{grammar.patterns['DATE']}|{name}[^\S\r\n]+[{QUOTES}@])"
    )
