"""Whoever does the work, results come in the order of the items."""

from __future__ import annotations

from sopdsl.project.executors import Processes, Serial, executor


def double(number: int) -> int:
    return number * 2


def test_processes_and_this_process_agree() -> None:
    items = list(range(50))
    assert list(Processes(2).map(double, items)) == list(Serial().map(double, items))


def test_a_handful_is_done_here() -> None:
    assert isinstance(executor(8, 3), Serial)
    assert isinstance(executor(2, 100), Processes)
    assert isinstance(executor(1, 100), Serial)
