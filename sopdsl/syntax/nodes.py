"""What the parser makes: the tree's nodes, from tokens and from the grammar's rules.

One function for each terminal that carries a value, and one for each rule of `grammar/sop.lark`,
under the rule's name; what a rule's optional part leaves out arrives as ``None``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sopdsl.source import Span
from sopdsl.syntax import tree
from sopdsl.syntax.lalr import Leaf, Make

_ESCAPE = re.compile(r'\\(["\\n])')
_FOLD = re.compile(r"[^\S\r\n]*(?:\r\n|[\r\n])\s*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_UNESCAPED = {'"': '"', "\\": "\\", "n": "\n"}


# --- terminals ----------------------------------------------------------------------------------


def word(text: str, start: int, end: int) -> tree.Word:
    """Make a keyword or name."""
    return tree.Word(text, Span(start, end))


def string(text: str, start: int, end: int) -> tree.String:
    """Make a text: fold its line breaks to spaces, then undo its escapes."""
    return tree.String(string_value(text[1:-1]), Span(start, end))


def string_value(inner: str) -> str:
    """Return the value of what stands between the quotes."""
    if "\n" in inner or "\r" in inner:
        inner = _FOLD.sub(" ", inner)
    if "\\" in inner:
        inner = _ESCAPE.sub(lambda match: _UNESCAPED[match[1]], inner)
    return inner


def date_literal(text: str, start: int, end: int) -> tree.DateLiteral:
    """Make a date; one that no calendar has keeps its wording alone."""
    year, month, day = (int(part) for part in text.split("-"))
    try:
        value = date(year, month, day)
    except ValueError:
        value = None
    return tree.DateLiteral(text, value, Span(start, end))


def number(text: str, start: int, end: int) -> tree.Number:
    """Make a number: ``1,5`` and ``1.5`` are one and a half, ``1.500`` is 1500."""
    plain = text.replace(".", "") if _GROUPED.fullmatch(text) else text
    whole, *rest = re.split("[.,]", plain)
    return tree.Number(text, Decimal(f"{whole}.{''.join(rest) or 0}"), Span(start, end))


def nothing(_text: str, start: int, end: int) -> tree.Nothing:
    """Make a lone ``-``."""
    return tree.Nothing(Span(start, end))


def reference(text: str, start: int, end: int) -> tree.Reference:
    """Make ``@name`` or ``@name.part``."""
    name, dot, part = text[1:].partition(".")
    middle = start + 1 + len(name)
    return tree.Reference(
        tree.Word(name, Span(start + 1, middle)),
        tree.Word(part, Span(middle + 1, end)) if dot else None,
        Span(start, end),
    )


def _place(_text: str, start: int, end: int) -> Span:
    return Span(start, end)


def _sign(sign: str) -> Leaf:
    def make(_text: str, _start: int, _end: int) -> str:
        return sign

    return make


LEAVES: Final[Mapping[str, Leaf]] = {
    "NAME": word,
    "TIME_WORD": word,
    "STRING": string,
    "DATE": date_literal,
    "NUMBER": number,
    "DASH": nothing,
    "REFERENCE": reference,
    "ARROW": _place,
    "_GREATER": _sign(">"),
    "_BOTH_WAYS": _sign("<>"),
    "_BAR": _sign("|"),
    "_COMMA": _sign(","),
}

# --- rules: statements --------------------------------------------------------------------------

_Values = list[Any]


def _sop(values: _Values) -> tree.SopStatement:
    keyword, name, title, *entries = values
    return tree.SopStatement(keyword, name, title, tuple(entries), _cover(values))


def _library(values: _Values) -> tree.LibraryStatement:
    return tree.LibraryStatement(*values, _cover(values))


def _use(values: _Values) -> tree.UseStatement:
    return tree.UseStatement(*values, _cover(values))


def _section(values: _Values) -> tree.SectionStatement:
    return tree.SectionStatement(values[0], tuple(values[1:]), _cover(values))


def _lanes(values: _Values) -> tree.LanesStatement:
    keyword, fixed, *lines = values
    return tree.LanesStatement(keyword, fixed, tuple(lines), _cover(values))


def _step(values: _Values) -> tree.StepStatement:
    kinds, name, by, actors, activity, *entries = values
    span = Span(kinds[0].span.start, _cover([*kinds, name, by, actors, activity, *entries]).end)
    return tree.StepStatement(kinds, name, actors, activity, tuple(entries), span)


def _chart(values: _Values) -> tree.ChartStatement:
    return tree.ChartStatement(*values, _cover(values))


def _page(values: _Values) -> tree.PageStatement:
    return tree.PageStatement(values[0], values[0].span)


def _history(values: _Values) -> tree.HistoryStatement:
    return tree.HistoryStatement(values[0], tuple(values[1:]), _cover(values))


def _regulation(values: _Values) -> tree.RegulationStatement:
    keyword, name, title, *entries = values
    return tree.RegulationStatement(keyword, name, title, tuple(entries), _cover(values))


def _extension(values: _Values) -> tree.ExtensionStatement:
    keyword, name, text, *entries = values
    return tree.ExtensionStatement(keyword, name, text, tuple(entries), _cover(values))


# --- rules: lines -------------------------------------------------------------------------------


def _generic(values: _Values) -> tree.GenericEntry:
    return tree.GenericEntry(values[0], tuple(values[1:]), _cover(values))


def _unit(values: _Values) -> tree.UnitEntry:
    return tree.UnitEntry(values[0], tuple(values[1:]), _cover(values))


def _approval(values: _Values) -> tree.ApprovalEntry:
    keyword, office, _by, person, _nip, nip = values
    return tree.ApprovalEntry(keyword, office, person, nip, None, _cover(values))


def _approval_none(values: _Values) -> tree.ApprovalEntry:
    return tree.ApprovalEntry(values[0], None, None, None, values[1], _cover(values))


def _text_item(values: _Values) -> tree.Item:
    return tree.Item(values[0], None, values[0].span)


def _reference_item(values: _Values) -> tree.Item:
    return tree.Item(values[1], values[0], _cover(values))


def _lane(values: _Values) -> tree.LaneLine:
    name, title, kind, aliases = values
    alias = tuple(aliases[1:]) if aliases else ()
    return tree.LaneLine(name, title, kind, alias, _cover([name, title, kind, *alias]))


def _group(values: _Values) -> tree.GroupLine:
    return tree.GroupLine(*values, _cover(values))


def _group_end(values: _Values) -> tree.GroupLine:
    return tree.GroupLine(values[0], None, _cover(values))


def _event(values: _Values) -> tree.EventLine:
    return tree.EventLine(*values, _cover(values))


def _revoked(values: _Values) -> tree.RevokedEntry:
    keyword, on, _by, by = values
    return tree.RevokedEntry(keyword, on, by, _cover(values))


# --- rules: entries of a step -------------------------------------------------------------------


def _actors(values: _Values) -> tree.Actors:
    # An arrow between actors is understood as the sign for handing over.
    signs = tuple(">" if isinstance(sign, Span) else sign for sign in values[1::2])
    return tree.Actors(tuple(values[::2]), signs, _cover(values))


def _items(values: _Values) -> tree.ItemsEntry:
    return tree.ItemsEntry(values[0], tuple(values[1:]), None, _cover(values))


def _items_none(values: _Values) -> tree.ItemsEntry:
    return tree.ItemsEntry(values[0], (), values[1], _cover(values))


def _remark(values: _Values) -> tree.RemarkEntry:
    return tree.RemarkEntry(values[0], tuple(values[1:]), None, _cover(values))


def _remark_none(values: _Values) -> tree.RemarkEntry:
    return tree.RemarkEntry(values[0], (), values[1], _cover(values))


def _arrow(values: _Values) -> tree.ArrowEntry:
    return tree.ArrowEntry(values[0], tuple(values[1:]), _cover(values))


def _target(values: _Values) -> tree.Target:
    return tree.Target(*values, _cover(values))


def _branch(values: _Values) -> tree.BranchEntry:
    return tree.BranchEntry(values[0], values[1], (), _cover(values))


def _branch_arrow(values: _Values) -> tree.BranchEntry:
    keyword, arrow, label = values
    return tree.BranchEntry(keyword, label, arrow.targets, _cover(values))


def _branch_label_arrow(values: _Values) -> tree.BranchEntry:
    keyword, label, arrow = values
    return tree.BranchEntry(keyword, label, arrow.targets, _cover(values))


def _question(values: _Values) -> tree.QuestionEntry:
    return tree.QuestionEntry(*values, _cover(values))


def _optional(values: _Values) -> tree.OptionalEntry:
    return tree.OptionalEntry(values[0], values[0].span)


def _call(values: _Values) -> tree.CallEntry:
    return tree.CallEntry(*values, _cover(values))


def _connector(values: _Values) -> tree.ConnectorEntry:
    return tree.ConnectorEntry(*values, _cover(values))


def _own(values: _Values) -> tree.OwnEntry:
    return tree.OwnEntry(*values, _cover(values))


def _own_symbol(values: _Values) -> tree.OwnSymbol:
    return tree.OwnSymbol(tuple(values), _cover(values))


# --- rules: time --------------------------------------------------------------------------------


def _time(values: _Values) -> tree.TimeEntry:
    return tree.TimeEntry(*values, _cover(values))


def _same(values: _Values) -> tree.TimeSame:
    return tree.TimeSame(values[0].span)


def _times(values: _Values) -> tree.TimeAmounts:
    alternatives = tuple(values[::2])  # the words between them are all `atau`
    wording = " atau ".join(" ".join(map(_wording, amounts)) for amounts in alternatives)
    span = Span(alternatives[0][0].span.start, alternatives[-1][-1].span.end)
    return tree.TimeAmounts(alternatives, wording, span)


def _amount(values: _Values) -> tree.Amount:
    factor, lower, _dash, upper, _per, per = values
    low, low_unit, low_qualifier = lower
    high, unit, qualifier = upper or (None, low_unit, low_qualifier)
    if not upper:
        low_unit = low_qualifier = None
    span = _cover([factor or low, *lower, *(upper or ()), per])
    return tree.Amount(factor, low, low_unit, high, unit, qualifier, per, span, low_qualifier)


def _wording(amount: tree.Amount) -> str:
    low = [
        amount.low.text,
        *(part.text for part in (amount.low_unit, amount.low_qualifier) if part),
    ]
    words = [f"{amount.factor.text} x"] if amount.factor else []
    if amount.high is None:
        words += low
    elif amount.low_unit is None:
        words.append(f"{amount.low.text}-{amount.high.text}")
    else:
        words += [*low, "-", amount.high.text]
    words += [part.text for part in (amount.unit, amount.qualifier) if part]
    if amount.per:
        words += ["per", amount.per.value]
    return " ".join(words)


# --- helpers and the table ----------------------------------------------------------------------


def _cover(values: _Values) -> Span:
    """Return the span from the first value to the last that is there."""
    last = next(value for value in reversed(values) if value is not None)
    return Span(_span(values[0]).start, _span(last).end)


def _span(value: Any) -> Span:
    return value if isinstance(value, Span) else value.span


MAKERS: Final[Mapping[str, Make]] = {
    "start": lambda values: values[0],
    "sop": _sop,
    "library": _library,
    "use": _use,
    "section": _section,
    "lanes": _lanes,
    "step": _step,
    "chart": _chart,
    "page": _page,
    "history": _history,
    "regulation": _regulation,
    "extension": _extension,
    "plain_entry": _generic,
    "regulation_plain": _generic,
    "generic_entry": _generic,
    "unit_entry": _unit,
    "approval_entry": _approval,
    "approval_none": _approval_none,
    "text_item": _text_item,
    "reference_item": _reference_item,
    "lane": _lane,
    "aliases": list,
    "group": _group,
    "group_end": _group_end,
    "event": _event,
    "revoked": _revoked,
    "kinds": tuple,
    "actors": _actors,
    "items_entry": _items,
    "items_none": _items_none,
    "remark_entry": _remark,
    "remark_none": _remark_none,
    "arrow": _arrow,
    "target": _target,
    "branch": _branch,
    "branch_arrow": _branch_arrow,
    "branch_label_arrow": _branch_label_arrow,
    "question": _question,
    "optional": _optional,
    "call": _call,
    "connector": _connector,
    "own_entry": _own,
    "own_symbol": _own_symbol,
    "time_entry": _time,
    "same": _same,
    "times": _times,
    "sum": tuple,
    "amount": _amount,
    "quantity": tuple,
}
