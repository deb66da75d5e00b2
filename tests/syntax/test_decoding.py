"""Any bytes: text where there is text, one clear finding where there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopdsl.source import Source
from sopdsl.syntax import decode, parse

PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06" + bytes(
    range(256)
)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_utf_8(mark: bytes) -> None:
    decoded = decode(mark + 'sop a "Ä"\n'.encode())
    assert (decoded.text, decoded.errors) == ('sop a "Ä"\n', ())


def test_nothing() -> None:
    assert (decode(b"").text, decode(b"").errors) == ("", ())


@pytest.mark.parametrize(
    "data", [PICTURE, b"\x00" * 100, 'sop a "A"'.encode("utf-16"), bytes(range(128, 256)) * 40]
)
def test_what_is_no_text_is_said_once(data: bytes) -> None:
    decoded = decode(data)
    assert decoded.text == ""
    assert [error.rule for error in decoded.errors] == ["unreadable-file"]
    assert decoded.errors[0].hints


def test_latin_1_is_found_at_its_place_and_read_on() -> None:
    decoded = decode('sop a "Catatan café"\n  nomor "1 – é"\n'.encode("cp1252"))
    (error,) = decoded.errors
    assert decoded.text[error.span.start] == "é"
    assert decoded.text == 'sop a "Catatan café"\n  nomor "1 – é"\n'
    assert "3" in error.message.id
    assert parse(Source("x", decoded.text)).errors == ()


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0c", "\x1b", "\ud800", "\ufffe", "\x9d"])
@pytest.mark.parametrize(
    "text",
    ['sop a "sa{}tu"\n', 'sop{} a "b"\n', 'sop a\n  nomor "1" {}\n', "sop a\n# k{}\nhalaman\n"],
)
def test_control_characters_are_found_at_their_place(text: str, sign: str) -> None:
    source = Source("x", text.format(sign))
    (error,) = parse(source).errors
    assert source.slice(error.span) == sign
    assert f"U+{ord(sign):04X}" in error.message.id
    cleaned = source.text.replace(sign, "")
    (edit,) = error.fixes[0].edits
    assert source.text[: edit.span.start] + edit.text + source.text[edit.span.end :] == cleaned


def test_control_characters_do_not_reach_the_tree() -> None:
    syntax = parse(Source("x", 'sop a "sa\x00tu"'))
    assert "\x00" not in repr(syntax.tree.statements[0].statement)


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    decoded = decode(data)
    for error in decoded.errors:
        assert 0 <= error.span.start <= error.span.end <= max(1, len(decoded.text))
    parse(Source("x", decoded.text))
