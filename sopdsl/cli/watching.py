"""`sopc build --watch`: build, wait for a change, build what depends on it.

The extra `watch` (watchfiles) makes the waiting cheap; without it the files' times are looked at
again and again. Either way changes that come together are answered by one build.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from sopdsl.cli.build import Order, Round, build
from sopdsl.cli.console import CommandError, complain, remark, system_failure
from sopdsl.cli.options import told
from sopdsl.cli.shared import select
from sopdsl.project.discovery import SUFFIX
from sopdsl.project.jobs import Outcome
from sopdsl.project.project import Project
from sopdsl.project.settings_keys import FILE_NAME

_PAUSE = 0.3  # seconds of quiet before a build, so that saving many files is one change
_LOOK = 0.5  # seconds between two looks at the files' times
_PICTURES = (".png", ".jpg", ".jpeg")


def keep_building(order: Order) -> None:
    """Build now and after every change, until interrupted."""
    known: dict[Path, Outcome] = {}
    changed: frozenset[Path] | None = None
    try:
        projects = [selection.project for selection in select(order.paths, order.overrides)]
        changes = _changes(projects, order.output)
        while True:
            _build(order, known, changed)
            remark(told("menunggu perubahan; Ctrl+C untuk berhenti", "waiting; Ctrl+C stops"))
            changed = next(changes)
    except KeyboardInterrupt:
        remark("")


def affected(changed: frozenset[Path], known: Iterable[Outcome]) -> frozenset[Path] | None:
    """Return the files to build after a change; ``None`` stands for all.

    A file is affected by itself, by a library that it uses, and by an SOP that it cites.
    """
    if any(path.suffix != SUFFIX for path in changed):
        return None  # `sop.toml` or a picture: everything may look different
    outcomes = tuple(known)
    ids = {path.stem for path in changed}
    ids |= {outcome.sop_id for outcome in outcomes if outcome.path in changed}
    found = set(changed)
    for outcome in outcomes:
        if changed & set(outcome.libraries) or ids & set(outcome.cites):
            found.add(outcome.path)
    return frozenset(found)


def _build(order: Order, known: dict[Path, Outcome], changed: frozenset[Path] | None) -> None:
    try:
        only = affected(changed, known.values()) if changed is not None else None
        done: Round = build(order, only)
        known |= {outcome.path: outcome for outcome in done.outcomes}
    except CommandError as error:
        complain(error.message)
    except OSError as fault:
        complain(system_failure(fault))


def _changes(projects: list[Project], output: Path | None) -> Iterator[frozenset[Path]]:
    """Yield sets of changed files that matter, each set after a moment of quiet."""
    outputs = [output, *(project.output for project in projects)]
    roots = [project.root for project in projects]

    def matters(path: Path) -> bool:
        if path.suffix != SUFFIX and path.suffix not in _PICTURES and path.name != FILE_NAME:
            return False
        return not any(folder is not None and path.is_relative_to(folder) for folder in outputs)

    try:
        import watchfiles  # noqa: PLC0415 - an extra
    except ImportError:
        yield from _looking(roots, matters)
        return
    for batch in watchfiles.watch(*roots, debounce=int(_PAUSE * 1000), watch_filter=None):
        found = frozenset(Path(path) for _, path in batch if matters(Path(path)))
        if found:
            yield found


def _looking(roots: list[Path], matters: Callable[[Path], bool]) -> Iterator[frozenset[Path]]:
    before = _stamps(roots, matters)
    while True:
        time.sleep(_LOOK)
        after = _stamps(roots, matters)
        if after == before:
            continue
        while (settled := _stamps(roots, matters)) != after:
            after = settled
            time.sleep(_PAUSE)
        yield frozenset(
            path for path in before.keys() | after.keys() if before.get(path) != after.get(path)
        )
        before = after


def _stamps(roots: list[Path], matters: Callable[[Path], bool]) -> Mapping[Path, tuple[int, int]]:
    """Return time and size of every file that matters."""
    stamps: dict[Path, tuple[int, int]] = {}
    for root in roots:
        for path in root.rglob("*"):
            if matters(path):
                try:
                    status = path.stat()
                except OSError:  # gone since
                    continue
                stamps[path] = (status.st_mtime_ns, status.st_size)
    return stamps
