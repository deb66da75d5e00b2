"""The narrow waist: what a page shows, as a few kinds of item, and how each kind looks.

``draw`` turns a placed page into a :class:`Drawing`; emitters see nothing but that value and the
theme.
"""

from sopdsl.drawing.build import draw
from sopdsl.drawing.items import Drawing

__all__ = ["Drawing", "draw"]
