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
    *("missing-library", "library-cycle", "unused-library"),
    # Identity part.
    *("missing-title", "title-prefix", "title-with-year"),
    *("missing-number", "bad-number-format", "kind-mismatch"),
    *("missing-date", "date-order", "future-date", "year-mismatch"),
    *("missing-approval", "bad-nip"),
    *("status-order", "status-without-event", "approved-without-trial"),
    # Sections of the identity part.
    *("missing-section", "missing-legal-basis", "citation-form", "citation-order"),
    *("duplicate-citation", "repealed-citation"),
    *("unresolved-reference", "self-reference", "unlisted-reference", "macro-without-micro"),
    *("individual-qualification", "warning-wording", "copied-warning"),
    # Flow.
    *("no-start", "no-end", "missing-actor", "missing-activity", "unreachable-step", "dead-end"),
    *("decision-exits", "branch-without-decision", "condition-without-decision"),
    *("ambiguous-target", "self-arrow", "exit-from-end", "empty-chart"),
    *("unused-lane", "lane-order", "first-step-not-left"),
    *("several-starts", "start-not-first", "arrow-into-start", "decision-same-target"),
    *("endless-loop", "duplicate-step"),
    # Wording.
    *("not-active-verb", "actor-in-activity", "several-activities", "long-activity"),
    "unexplained-abbreviation",
    # Quality standard.
    *("missing-quality-standard", "unmeasured-time", "time-contradiction"),
    *("unproduced-input", "unused-output"),
)

BUILTIN: Mapping[str, str] = {name: f"{__name__}.{name.replace('-', '_')}" for name in _NAMES}
"""The built-in rules: name → module."""
