"""From single ways to a good page: order, sweeps, and iterated local search.

A wire whose way costs hardly more than on an empty page is left alone; the others are torn out
together with the lines that stand in their best way, and put back in another order. The page is
kept if it did not become worse. Counts are fixed and the random numbers seeded, so the same page
comes out every time.
"""

from __future__ import annotations

from random import Random

from sopdsl.layout.routing.costs import BACKWARD, MERGE, MERGE_NEAR, PARTING, SATISFIED
from sopdsl.layout.routing.plan import CROSSED, Path, Plan
from sopdsl.layout.routing.search import Searcher

_SWEEPS = 3
_LARGEST_TEAR = 6
_FIRST_FIRST = 0.5  # chance that the unhappy wire chooses before those torn out with it
_SHARING = MERGE + MERGE_NEAR + PARTING  # what a search counts and a page does not


def lay_all(plan: Plan, searcher: Searcher) -> None:
    """Give every wire a first way, the main flow before skips before loops."""
    order = sorted(range(len(plan.tasks)), key=lambda task: _rank(plan, task))
    for task in order:
        path = searcher.find(task)
        plan.ideals[task] = path
        plan.tasks[task].least = path.cost if path else 0
    for task in order:
        path = plan.ideals[task]
        if path is not None and plan.touching(task, path):
            path = searcher.find(task)
        if path is not None:
            plan.insert(task, path)


def sweep(plan: Plan, searcher: Searcher, random: Random) -> None:
    """Take lines out one by one and put each back where it costs least, till nothing moves."""
    for _ in range(_SWEEPS):
        unhappy = dissatisfied(plan)
        random.shuffle(unhappy)
        before = plan.total()
        for task in unhappy:
            if searcher.tired:
                return
            _relay(plan, searcher, [task])
        if not unhappy or plan.total() >= before:
            return


def improve(plan: Plan, searcher: Searcher, random: Random, rounds: int) -> None:
    """Tear out groups of lines and put them back, keeping what is not worse."""
    patience = rounds
    best = plan.total()
    for _ in range(2 * rounds):
        unhappy = dissatisfied(plan)
        if not unhappy or not patience or searcher.tired:
            return
        patience -= 1
        if plan.total() < best:
            best, patience = plan.total(), rounds
        first = random.choice(unhappy)
        group = _group(plan, first, random)
        _relay(plan, searcher, group)


def dissatisfied(plan: Plan) -> list[int]:
    """Return the wires that could be better off on an empty page, or that are crossed."""
    found: list[int] = []
    for task, path in enumerate(plan.paths):
        if path is None:
            continue
        facts = plan.tasks[task]
        if path.faults or path.cost > facts.least + SATISFIED or _disturbed(plan, path):
            found.append(task)
    return found


def _rank(plan: Plan, task: int) -> tuple[int, int]:
    facts = plan.tasks[task]
    group = 0 if not facts.shares else 1 if facts.main else 3 if facts.kind == BACKWARD else 2
    return group, facts.wire


def _disturbed(plan: Plan, path: Path) -> bool:
    """Tell whether a path crosses another or meets one head-on."""
    bits = plan.node_bits
    if plan.head_on and any(node in plan.head_on for node in path.nodes):
        return True
    return any(bits[node] & CROSSED == CROSSED for node in path.nodes)


def _group(plan: Plan, first: int, random: Random) -> list[int]:
    """Return a wire with those that stand in its best way, or share its symbols."""
    path = plan.paths[first]
    group = {first}
    if path is not None:
        group |= plan.touching(first, path)
    ideal = plan.ideals[first]
    if ideal is not None:
        group |= plan.touching(first, ideal)
    facts = plan.tasks[first]
    ends = {facts.source, facts.target}
    kin = [
        task
        for task, other in enumerate(plan.tasks)
        if task not in group and (other.source in ends or other.target in ends)
    ]
    random.shuffle(kin)
    rest = sorted(group - {first})
    random.shuffle(rest)
    group_list = [first, *rest, *kin][: random.randint(2, _LARGEST_TEAR)]
    if random.random() >= _FIRST_FIRST:
        random.shuffle(group_list)
    return group_list


def _relay(plan: Plan, searcher: Searcher, group: list[int]) -> None:
    """Tear out and put back in this order; undo as soon as the page cannot become better."""
    before = plan.total()
    old = {task: path for task in group if (path := plan.remove(task)) is not None}
    owed = sum(plan.tasks[task].least for task in group)
    for task in group:
        owed -= plan.tasks[task].least
        path = searcher.find(task, before - plan.total() - owed + _SHARING)
        if path is None:
            break
        plan.insert(task, path)
    if plan.total() > before or any(plan.paths[task] is None for task in group):
        for task in group:
            plan.remove(task)
        for task, path in old.items():
            plan.insert(task, path)
