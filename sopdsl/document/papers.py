"""Which paper each part is printed on: the profile's, as far as `sop.toml` says nothing else."""

from __future__ import annotations

from sopdsl.paper import Margins, Orientation, Paper, paper
from sopdsl.profiles.types import Part, Profile
from sopdsl.settings import Settings


def paper_of(part: Part, profile: Profile, settings: Settings) -> tuple[Paper, Margins]:
    """Return the paper and margins of a part.

    The size in the settings holds for the whole document; their orientation for flowchart pages
    only, because that is where the number of performers asks for it.
    """
    wanted = profile.papers[part]
    size = settings.paper or wanted.size
    orientation: Orientation = wanted.orientation
    if part == "bagan" and settings.orientation in ("potret", "lanskap"):
        orientation = "potret" if settings.orientation == "potret" else "lanskap"
    return paper(size, orientation), wanted.margins
