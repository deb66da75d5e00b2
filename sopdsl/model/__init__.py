"""The model: what an SOP says once its names are resolved, the time grammar, the flow graph.

Start with :func:`build`; what a library offers comes from :func:`build_library`.
"""

from __future__ import annotations

from sopdsl.model.build import Built, build, build_library
from sopdsl.model.libraries import uses

__all__ = ["Built", "build", "build_library", "uses"]
