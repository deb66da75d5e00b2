"""Reads a statement token by token without building anything: the ground that repair stands on.

Where the parser proper drives a mutable stack through a whole statement, this reads one token at
any place with any stack, so that ways to go on can be tried out. Stacks are tuples of states.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from sopdsl.syntax.grammar import END, Grammar, Key
from sopdsl.syntax.lalr import Token, overlay
from sopdsl.syntax.statements import QUOTES

Stack = tuple[int, ...]

MOST_LINES: Final = 30
"""No text without a closing quote is taken to run over more lines than this."""


class Reader:
    """One statement's text with the grammar that reads it."""

    def __init__(self, grammar: Grammar, text: str) -> None:
        self.grammar = grammar
        self.text = text
        self.line = grammar.keys["_LINE"]
        self.comma = grammar.keys["_COMMA"]
        self.string = grammar.keys["STRING"]
        self._scanned: dict[int, Token] = {}
        self._is_extension = self.token(0, (grammar.start,))[0] == grammar.name

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

        What goes wrong after the line of ``beyond`` has another cause: reading into the next line
        counts as the limit, as does reaching the statement's end.

        Args:
            stack: the stack there.
            position: where to begin.
            beyond: only tokens that end after it count.
            limit: count no further.
        """
        count = 0
        crossed = False
        while count < limit:
            key, _, start, end = self.token(position, stack)
            after = self.advance(stack, key)
            if after is None:
                return count
            if key == END or crossed:
                return limit
            count += end > beyond
            crossed = key == self.line and start >= beyond
            stack, position = after, end
        return count

    def begins_entry(self, stack: Stack, position: int) -> bool:
        """Tell whether an entry's own keyword or sign stands where a new line could begin."""
        after = self.advance(stack, self.line)
        if after is None:
            return False
        key = self.token(position, after)[0]
        return key != self.grammar.name and self.advance(after, key) is not None

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

    def indentation(self, position: int) -> int:
        """Return how many blanks stand at ``position``."""
        match = _BLANKS.match(self.text, position)
        return len(match[0]) if match else 0

    def line_start(self, position: int) -> int:
        """Return where the text of the line of ``position`` starts, after its indentation."""
        start = max(self.text.rfind("\n", 0, position), self.text.rfind("\r", 0, position)) + 1
        return start + self.indentation(start)

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
        begins = _entry_begins(self.grammar, self._is_extension)
        end = self.line_end(start)
        for _ in range(MOST_LINES):
            if end == len(self.text) or begins.match(self.text, end):
                break
            after = _LINE_BREAK.match(self.text, end)
            end = self.line_end(after.end() if after else end + 1)
        return end


_LINE_BREAK = re.compile(r"\r\n|[\r\n]")
_BLANKS = re.compile(r"[^\S\r\n]*")


@cache
def _entry_begins(grammar: Grammar, is_extension: bool) -> re.Pattern[str]:
    """Return a pattern of a line break and a line that is empty or begins like an entry.

    Entries of extensions begin with words that only their plugin knows: there, each word does.
    """
    line = grammar.keys["_LINE"]
    states = {action for row in grammar.rows if (action := row.get(line, -1)) >= 0}
    words = sorted({key for state in states for key in grammar.rows[state] if isinstance(key, str)})
    keywords = "|".join(re.escape(word) for word in words)
    name = grammar.patterns["NAME"]
    after = "" if is_extension else rf"[^\S\r\n]*(?:$|[\r\n]|(?<=\s)[{QUOTES}@])"
    return re.compile(
        rf"(?:\r\n|[\r\n])[^\S\r\n]*(?:$|[\r\n@#{QUOTES}]|(?:{keywords})(?!-*\w)"
        rf"|{grammar.patterns['ARROW']}|{grammar.patterns['DATE']}|{name}{after})"
    )
