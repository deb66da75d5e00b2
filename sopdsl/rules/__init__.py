"""The built-in rules, one a file; see README.md beside this file for how to add one.

The table is the order in which rules are listed, by subject; findings are sorted by place. A rule's
module is imported when the rule is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = (
    # What could not be read or understood; these hand on what was found on the way.
    *("syntax-error", "unknown-word", "unknown-name", "duplicate-id", "duplicate-entry"),
    *("missing-value", "wrong-value", "misplaced-statement"),
    *("missing-library", "library-cycle"),
    # Identity part.
    *("missing-title", "date-order", "repealed-citation", "unresolved-reference"),
    # Flow.
    *("no-start", "no-end", "missing-actor", "missing-activity", "unreachable-step", "dead-end"),
    *("decision-exits", "branch-without-decision", "condition-without-decision"),
    *("ambiguous-target", "self-arrow", "exit-from-end", "empty-chart"),
    *("unused-lane", "lane-order"),
    # Quality standard.
    *("missing-quality-standard", "unmeasured-time"),
)

BUILTIN: Mapping[str, str] = {name: f"{__name__}.{name.replace('-', '_')}" for name in _NAMES}
"""The built-in rules: name → module."""
