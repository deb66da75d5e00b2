"""What the parser makes of the grammar's rules: the tree's nodes.

One function for each rule of `grammar/sop.lark`. What an optional part leaves out arrives as
``None``; so does a value that only repair put in, and what cannot do without it is not made.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sopdsl.source import Span
from sopdsl.syntax import tree
from sopdsl.syntax.lalr import Make

# --- rules: statements --------------------------------------------------------------------------

_Values = list[Any]


def _sop(values: _Values) -> tree.SopStatement:
    word, name_, title, *entries = values
    return tree.SopStatement(word, name_, title, _present(entries), _cover(values))


def _library(values: _Values) -> tree.LibraryStatement:
    word, title = values
    return tree.LibraryStatement(word, title, _cover(values))


def _use(values: _Values) -> tree.UseStatement:
    word, path = values
    return tree.UseStatement(word, path, _cover(values))


def _section(values: _Values) -> tree.SectionStatement:
    word, *items = values
    return tree.SectionStatement(word, _present(items), _cover(values))


def _lanes(values: _Values) -> tree.LanesStatement:
    word, fixed, *lines = values
    return tree.LanesStatement(word, fixed, _present(lines), _cover(values))


def _step(values: _Values) -> tree.StepStatement:
    kinds, name_, by, actors, activity, *entries = values
    span = _cover([*kinds, name_, by, actors, activity, *entries])
    return tree.StepStatement(kinds, name_, actors, activity, _present(entries), span)


def _chart(values: _Values) -> tree.ChartStatement:
    word, name_, title = values
    return tree.ChartStatement(word, name_, title, _cover(values))


def _page(values: _Values) -> tree.PageStatement:
    (word,) = values
    return tree.PageStatement(word, word.span)


def _history(values: _Values) -> tree.HistoryStatement:
    word, *events = values
    return tree.HistoryStatement(word, _present(events), _cover(values))


def _regulation(values: _Values) -> tree.RegulationStatement:
    word, name_, title, *entries = values
    return tree.RegulationStatement(word, name_, title, _present(entries), _cover(values))


def _extension(values: _Values) -> tree.ExtensionStatement:
    word, name_, text, *entries = values
    return tree.ExtensionStatement(word, name_, text, _present(entries), _cover(values))


# --- rules: lines -------------------------------------------------------------------------------


def _generic(values: _Values) -> tree.GenericEntry | None:
    word, *rest = values
    return tree.GenericEntry(word, _present(rest), _cover(values)) if word else None


def _unit(values: _Values) -> tree.UnitEntry:
    word, *chain = values
    return tree.UnitEntry(word, _present(chain), _cover(values))


def _approval(values: _Values) -> tree.ApprovalEntry:
    word, office, _by, person, _nip, nip = values
    return tree.ApprovalEntry(word, office, person, nip, None, _cover(values))


def _approval_none(values: _Values) -> tree.ApprovalEntry:
    word, dash = values
    return tree.ApprovalEntry(word, None, None, None, dash, _cover(values))


def _text_item(values: _Values) -> tree.Item | None:
    (text,) = values
    return tree.Item(text, None, text.span) if text else None


def _reference_item(values: _Values) -> tree.Item | None:
    target, text = values
    return tree.Item(text, target, _cover(values)) if target else None


def _lane(values: _Values) -> tree.LaneLine | None:
    name_, title, kind, aliases = values
    alias = _present(aliases[1:]) if aliases else ()
    if name_ is None:
        return None
    return tree.LaneLine(name_, title, kind, alias, _cover([name_, title, kind, *(aliases or ())]))


def _group(values: _Values) -> tree.GroupLine:
    word, title = values
    return tree.GroupLine(word, title, _cover(values))


def _group_end(values: _Values) -> tree.GroupLine:
    word, _dash = values
    return tree.GroupLine(word, None, _cover(values))


def _event(values: _Values) -> tree.EventLine | None:
    on, event, note = values
    return tree.EventLine(on, event, note, _cover(values)) if on else None


def _revoked(values: _Values) -> tree.RevokedEntry:
    word, on, _by, by = values
    return tree.RevokedEntry(word, on, by, _cover(values))


# --- rules: entries of a step -------------------------------------------------------------------


def _actors(values: _Values) -> tree.Actors | None:
    lanes: list[tree.Word] = []
    signs: list[tree.ActorSign] = []
    for place in range(0, len(values), 2):
        if values[place] is None:
            continue
        if lanes:  # an arrow between actors is understood as the sign for handing over
            sign = values[place - 1]
            signs.append(">" if isinstance(sign, Span) else sign)
        lanes.append(values[place])
    if not lanes:
        return None
    return tree.Actors(tuple(lanes), tuple(signs), lanes[0].span.joined(lanes[-1].span))


def _items(values: _Values) -> tree.ItemsEntry:
    word, *items = values
    return tree.ItemsEntry(word, _present(items), None, _cover(values))


def _items_none(values: _Values) -> tree.ItemsEntry:
    word, dash = values
    return tree.ItemsEntry(word, (), dash, _cover(values))


def _remark(values: _Values) -> tree.RemarkEntry:
    word, *items = values
    return tree.RemarkEntry(word, _present(items), None, _cover(values))


def _remark_none(values: _Values) -> tree.RemarkEntry:
    word, dash = values
    return tree.RemarkEntry(word, (), dash, _cover(values))


def _arrow(values: _Values) -> tree.ArrowEntry:
    sign, *targets = values
    return tree.ArrowEntry(sign, _present(targets), _cover(values))


def _target(values: _Values) -> tree.Target | None:
    step, lane = values
    return tree.Target(step, lane, _cover(values)) if step else None


def _branch(values: _Values) -> tree.BranchEntry:
    word, label = values
    return tree.BranchEntry(word, label, (), _cover(values))


def _branch_arrow(values: _Values) -> tree.BranchEntry:
    word, arrow, label = values
    return tree.BranchEntry(word, label, arrow.targets, _cover(values))


def _branch_label_arrow(values: _Values) -> tree.BranchEntry:
    word, label, arrow = values
    return tree.BranchEntry(word, label, arrow.targets, _cover(values))


def _question(values: _Values) -> tree.QuestionEntry:
    word, text = values
    return tree.QuestionEntry(word, text, _cover(values))


def _optional(values: _Values) -> tree.OptionalEntry:
    (word,) = values
    return tree.OptionalEntry(word, word.span)


def _call(values: _Values) -> tree.CallEntry:
    word, target = values
    return tree.CallEntry(word, target, _cover(values))


def _connector(values: _Values) -> tree.ConnectorEntry:
    word, letter = values
    return tree.ConnectorEntry(word, letter, _cover(values))


def _own(values: _Values) -> tree.OwnEntry:
    word, lane, part = values
    return tree.OwnEntry(word, lane, part, _cover(values))


def _own_symbol(values: _Values) -> tree.OwnSymbol:
    return tree.OwnSymbol(tuple(values), _cover(values))


# --- rules: time --------------------------------------------------------------------------------


def _time(values: _Values) -> tree.TimeEntry:
    word, value = values
    return tree.TimeEntry(word, value, _cover(values))


def _same(values: _Values) -> tree.TimeSame:
    (word,) = values
    return tree.TimeSame(word.span)


def _times(values: _Values) -> tree.TimeAmounts | None:
    alternatives: tuple[tuple[tree.Amount, ...], ...] = _present(values[::2])  # less `atau`
    if not alternatives:
        return None
    wording = " atau ".join(" ".join(map(_wording, amounts)) for amounts in alternatives)
    span = alternatives[0][0].span.joined(alternatives[-1][-1].span)
    return tree.TimeAmounts(alternatives, wording, span)


def _amount(values: _Values) -> tree.Amount | None:
    factor, lower, _dash, upper, _per, per = values
    low, low_unit, low_qualifier = lower
    if low is None:
        return None
    if upper and upper[0]:
        high, unit, qualifier = upper
    else:
        high, unit, qualifier = None, low_unit, low_qualifier
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


def _present(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return the values that are there."""
    return tuple(filter(None, values))


def _cover(values: _Values) -> Span:
    """Return the span from the first value to the last that is there."""
    first = last = values[0]
    for value in values:
        if value is not None:
            first, last = first or value, value
    start = first if isinstance(first, Span) else first.span
    end = last if isinstance(last, Span) else last.span
    return Span(start.start, end.end)


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
    "sum": _present,
    "amount": _amount,
    "quantity": tuple,
}
