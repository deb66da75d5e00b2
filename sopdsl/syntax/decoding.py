"""From bytes to text: what is no text, or not in UTF-8, is a finding and never an exception."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.language import Phrase
from sopdsl.source import Span

UNREADABLE: Final = "unreadable-file"

_LOOKED_AT: Final = 4096  # bytes at the start that tell a text from a picture
_ESCAPED = re.compile("[\udc80-\udcff]")  # how `surrogateescape` carries a byte that is no UTF-8
_CONTROLS: Final = bytes({*range(32), 127} - {*b"\t\n\r\f"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, without a byte-order mark, and what is wrong with its bytes."""

    text: str
    errors: tuple[Diagnostic, ...]


def decode(data: bytes) -> Decoded:
    """Return the text of a file's bytes.

    Bytes that are no UTF-8 are read as Windows-1252, so that the rest of the text can be checked;
    a file that is no text at all has an empty one.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _refused(Phrase("berkas ini UTF-16, bukan UTF-8", "this file is UTF-16, not UTF-8"))
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return Decoded(data.decode(), ()) if not _is_binary(data) else _refused(_NO_TEXT)
    except UnicodeDecodeError:
        pass
    text = data.decode(errors="surrogateescape")
    places = [match.start() for match in _ESCAPED.finditer(text)]
    if _is_binary(data) or len(places) > len(text) // 4:
        return _refused(_NO_TEXT)
    text = _ESCAPED.sub(_windows_1252, text)
    finding = Diagnostic(
        UNREADABLE,
        Severity.ERROR,
        Phrase(
            f"berkas ini bukan UTF-8: {len(places)} huruf ditulis dengan penyandian lain",
            f"this file is not UTF-8: {len(places)} characters are written in another encoding",
        ),
        Span(places[0], places[0] + 1),
        hints=(_SAVE_AS,),
    )
    return Decoded(text, (finding,))


_NO_TEXT: Final = Phrase("berkas ini bukan teks", "this file is no text")
_SAVE_AS: Final = Phrase("simpan sebagai teks UTF-8", "save it as UTF-8 text")


def _refused(reason: Phrase) -> Decoded:
    return Decoded(
        "", (Diagnostic(UNREADABLE, Severity.ERROR, reason, Span(0, 0), hints=(_SAVE_AS,)),)
    )


def _is_binary(data: bytes) -> bool:
    """Tell whether the beginning holds more control characters than slips of the hand explain."""
    beginning = data[:_LOOKED_AT]
    controls = len(beginning) - len(beginning.translate(None, _CONTROLS))
    return controls > max(2, len(beginning) // 20)


def _windows_1252(match: re.Match[str]) -> str:
    byte = bytes([ord(match[0]) - 0xDC00])
    return byte.decode("cp1252", "replace")
