"""Whole SOPs of every kind, on every paper: nothing is wrong with any page.

The same as ``tests/bench/drawing.py`` measures over thousands of charts, on a few small ones.
"""

from __future__ import annotations

import pytest

from bench.drawing import generated, samples
from harness.loads import LOADS, RICH, STANDARD, STRESS, Load

SIZES = (3, 4, 6, 8, 10, 12, 15, 20, 30)
CHARTS = 16  # of each load


@pytest.mark.parametrize("load", LOADS, ids=lambda load: load.name)
def test_no_fault_on_any_page(load: Load) -> None:
    found = generated(load, CHARTS, first=100, sizes=SIZES)
    assert found.charts == CHARTS
    assert found.faults == {}
    assert found.figures.near_tip == 0
    assert found.figures.crowded == 0
    assert found.clearance > 0.85  # mm


@pytest.mark.parametrize(
    ("load", "crossings", "bends"), [(STANDARD, 0.02, 0.8), (STRESS, 0.03, 0.9), (RICH, 0.06, 1.0)]
)
def test_lines_cross_and_bend_little(load: Load, crossings: float, bends: float) -> None:
    """Bounds for a few charts; the figures over many stand in ``tests/bench/README.md``."""
    figures = generated(load, 10, first=300, sizes=SIZES).figures
    assert figures.crossings <= crossings * figures.arrows
    assert figures.bends <= bends * figures.arrows


def test_no_fault_on_any_page_of_the_samples() -> None:
    found = samples()
    assert found.faults == {}
    assert found.charts > 20
