"""Logos: which picture files a document may carry, told by their first bytes, not by their name."""

from __future__ import annotations

from sopdsl.document.types import Picture

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
)
_SVG_WINDOW = 4096  # an <svg> may stand behind a prolog and a licence comment


def read_picture(data: bytes, alt: str) -> Picture | None:
    """Return a picture to embed, or ``None`` when the bytes are no PNG, JPEG, GIF or SVG.

    An SVG is only ever shown through ``<img>``, where browsers run and load nothing from it.
    """
    for signature, media_type in _SIGNATURES:
        if data.startswith(signature):
            return Picture(media_type, data, alt)
    opening = data[:_SVG_WINDOW].lstrip(b"\xef\xbb\xbf \t\r\n")
    if opening.startswith(b"<") and b"<svg" in opening:
        return Picture("image/svg+xml", data, alt)
    return None
