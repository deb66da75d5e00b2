"""Logos are told by their bytes."""

import pytest

from sopdsl.document.pictures import read_picture


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"\x89PNG\r\n\x1a\n...", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a...", "image/gif"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><!-- x --><svg/>', "image/svg+xml"),
    ],
)
def test_the_four_kinds_of_picture(data: bytes, media_type: str) -> None:
    picture = read_picture(data, "Logo")
    assert picture is not None
    assert (picture.media_type, picture.alt) == (media_type, "Logo")


@pytest.mark.parametrize("data", [b"", b"<html><script>", b"%PDF-1.7", b"svg", b"\x89PN"])
def test_anything_else_is_no_picture(data: bytes) -> None:
    assert read_picture(data, "Logo") is None
