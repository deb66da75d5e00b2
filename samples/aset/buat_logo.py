"""Draws `logo.png`, the emblem of the invented agency: a file box under a rising sun.

Run it with `python samples/aset/buat_logo.py`; it needs nothing but Python and always writes the
same bytes. The emblem is a list of shapes, later ones over earlier ones, on a square from -1 to 1
with y downwards; each pixel is the mean of 4 × 4 points.
"""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

SIZE = 240  # pixels
SAMPLES = 4  # per pixel and axis

Colour = tuple[int, int, int]
NAVY: Colour = (27, 54, 93)
GOLD: Colour = (201, 151, 44)
PAPER: Colour = (247, 244, 235)


def main() -> None:
    Path(__file__).with_name("logo.png").write_bytes(png())


def png() -> bytes:
    rows = b"".join(b"\x00" + bytes(_row(y)) for y in range(SIZE))
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _row(y: int) -> list[int]:
    values: list[int] = []
    steps = [(sample + 0.5) / SAMPLES for sample in range(SAMPLES)]
    for x in range(SIZE):
        points = [
            (2 * (x + dx) / SIZE - 1, 2 * (y + dy) / SIZE - 1) for dx in steps for dy in steps
        ]
        solid = [colour for point in points if (colour := _colour(*point))]
        if solid:
            values += [round(sum(channel) / len(solid)) for channel in zip(*solid, strict=True)]
            values.append(round(255 * len(solid) / len(points)))
        else:
            values += [0, 0, 0, 0]
    return values


def _colour(x: float, y: float) -> Colour | None:
    """Return the colour at a point, or nothing outside the emblem."""
    found: Colour | None = None
    if _disc(x, y, 0, 0.98):
        found = GOLD
    if _disc(x, y, 0, 0.90):
        found = PAPER
    if _disc(x, y, 0, 0.86):
        found = NAVY
    if _box(x, y, 0.62, -0.62, -0.12) and (_disc(x, y, -0.06, 0.30) or _ray(x, y)):
        found = GOLD
    if _box(x, y, 0.54, -0.06, 0.02) or _box(x, y, 0.46, 0.05, 0.52):  # lid and box
        found = PAPER
    if _box(x, y, 0.16, 0.20, 0.30):  # the box's label
        found = NAVY
    return found


def _disc(x: float, y: float, middle: float, radius: float) -> bool:
    return x * x + (y - middle) ** 2 <= radius * radius


def _box(x: float, y: float, half_width: float, top: float, bottom: float) -> bool:
    return abs(x) <= half_width and top <= y <= bottom


def _ray(x: float, y: float, middle: float = -0.06, half_width: float = 0.045) -> bool:
    """Tell whether a point lies on one of the five rays around the sun."""
    if _disc(x, y, middle, 0.37) or not _disc(x, y, middle, 0.60):
        return False
    directions = ((0.0, -1.0), (0.5, -0.866), (-0.5, -0.866), (0.866, -0.5), (-0.866, -0.5))
    return any(abs(x * dy - (y - middle) * dx) < half_width for dx, dy in directions)


if __name__ == "__main__":
    main()
