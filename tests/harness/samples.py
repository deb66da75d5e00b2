"""The samples, read once for all tests that look at them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sopdsl.model.build import build
from sopdsl.model.libraries import uses
from sopdsl.model.types import Sop
from sopdsl.project.project import Project
from sopdsl.project.scope import Overrides
from sopdsl.settings import Settings
from sopdsl.source import Source

SAMPLES = Path(__file__).parents[2] / "samples"

_TEXT_OR_COMMENT = re.compile(r'"(?:\\.|[^"\\])*"|#[^\n]*')
_WORD = re.compile(r"[^\W\d_](?:-*\w)*")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample as the tool sees it; ``name`` is its path below `samples`."""

    name: str
    source: Source
    sop: Sop
    settings: Settings

    def words(self) -> frozenset[str]:
        """Return the words outside texts and comments."""
        return frozenset(_WORD.findall(_TEXT_OR_COMMENT.sub(" ", self.source.text)))


@cache
def load_samples() -> tuple[Sample, ...]:
    """Return every sample, libraries included, in order of path."""
    project = Project(SAMPLES, Overrides())
    samples: list[Sample] = []
    for path in project.sops(SAMPLES):
        text = project.texts.read(path)
        tree = text.syntax.tree
        sop = build(tree, project.shelf.libraries(path, uses(tree))).sop
        name = path.relative_to(SAMPLES).as_posix()
        samples.append(Sample(name, text.source, sop, project.scope_of(path).settings))
    return tuple(samples)
