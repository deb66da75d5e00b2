"""Many files at once, behind one small interface: the same pure function, here or in processes.

Results come back in the order of the items whoever did the work, so that reports are the same for
every ``--jobs``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Executor(Protocol):
    """Runs one function over many items."""

    def map(self, function: Callable[[T], R], items: Sequence[T], /) -> Iterator[R]:
        """Yield ``function(item)`` for each item, in order."""
        ...


class Serial:
    """Does the work in this process."""

    def map(self, function: Callable[[T], R], items: Sequence[T], /) -> Iterator[R]:
        """Yield ``function(item)`` for each item, in order."""
        return map(function, items)


class Processes:
    """Shares the work among ``jobs`` processes; function and items must be picklable."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def map(self, function: Callable[[T], R], items: Sequence[T], /) -> Iterator[R]:
        """Yield ``function(item)`` for each item, in order."""
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - dear, rarely wanted

        portion = max(1, min(16, len(items) // (self._jobs * 4)))
        with ProcessPoolExecutor(self._jobs) as pool:
            yield from pool.map(function, items, chunksize=portion)


def executor(jobs: int, items: int) -> Executor:
    """Return the executor for ``jobs`` processes (0: as many as there are processors).

    A handful of files is done here in any case: starting processes takes longer than the work.
    """
    import os  # noqa: PLC0415 - only asked for its count

    wanted = jobs or os.cpu_count() or 1
    few = 8
    return Serial() if wanted == 1 or items < few else Processes(min(wanted, items))
