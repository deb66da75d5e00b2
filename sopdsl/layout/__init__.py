"""From a chart to placed pages: the table, its page breaks and its routes.

``lay_out`` is the one door. It knows fonts and paper, but neither files nor SVG, and it never
fails: what does not fit is drawn as well as it can be, and named.
"""

from sopdsl.layout.routes import RouteMemo
from sopdsl.layout.table import lay_out
from sopdsl.layout.types import ChartLayout, LayoutRequest, ReferenceText, Totals

__all__ = ["ChartLayout", "LayoutRequest", "ReferenceText", "RouteMemo", "Totals", "lay_out"]
