"""Routing: arrows over a fixed grid of rows (steps) and columns (lanes), page by page."""

from sopdsl.layout.routing.router import Effort, route

__all__ = ["Effort", "route"]
