"""Output formats as pure functions, above all with text that wants to deceive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopdsl.cli.formats import FORMATS, renderer
from sopdsl.cli.words import printable, shortened
from sopdsl.diagnostics import Diagnostic, Fix, Related, Severity, TextEdit
from sopdsl.language import Phrase
from sopdsl.project.results import FileFindings, Report
from sopdsl.source import Source, Span


def report(text: str, *findings: Diagnostic, name: str = "a.sop") -> Report:
    others = {"b.sop": Source("b.sop", "x\ny\n")}
    return Report((FileFindings(Source(name, text), findings),), 1, others)


def finding(start: int, end: int, **more: object) -> Diagnostic:
    message = Phrase("pesan", "message")
    return Diagnostic("a-rule", Severity.ERROR, message, Span(start, end), **more)  # type: ignore[arg-type]


def full(value: Report, colour: bool = False) -> list[str]:
    return renderer("full")(value, "id", colour).splitlines()


def test_everything_a_finding_has_is_shown() -> None:
    shown = full(
        report(
            "satu\ndua tiga\n",
            finding(
                5,
                8,
                hints=(Phrase("lakukan ini", "do this"),),
                related=(
                    Related(Phrase("lihat", "see"), Span(0, 4)),
                    Related(Phrase("sana", "there"), Span(2, 3), "b.sop"),
                    Related(Phrase("entah", "somewhere"), Span(2, 3), "c.sop"),
                ),
                fixes=(Fix(Phrase("ganti", "replace"), (TextEdit(Span(5, 8), "x"),)),),
            ),
        )
    )
    assert shown == [
        "galat[a-rule]: pesan",
        " --> a.sop:2:1",
        "  |",
        "1 | satu",
        "2 | dua tiga",
        "  | ^^^",
        "  = bantuan: lakukan ini",
        "  = bantuan: ganti",
        "  = catatan: lihat (a.sop:1:1)",
        "  = catatan: sana (b.sop:2:1)",
        "  = catatan: entah",
        "",
    ]


def test_carets_stand_under_wide_and_combined_letters() -> None:
    assert full(report("日本 é\u0301x", finding(3, 4)))[-2] == "  |      ^"
    assert full(report("é\u0301x", finding(2, 3)))[-2] == "  |  ^"
    assert full(report("\tx", finding(1, 2)))[-3:-1] == ["1 |  x", "  |  ^"]


def test_a_place_at_the_end_still_has_a_caret() -> None:
    assert full(report("", finding(0, 0)))[1:5] == [" --> a.sop:1:1", "  |", "1 |", "  | ^"]
    assert full(report("ab\n", finding(2, 2)))[-2] == "  |   ^"


def test_a_place_over_several_lines_is_marked_on_the_first() -> None:
    assert full(report("ab\ncd", finding(1, 5)))[-3:-1] == ["1 | ab", "  |  ^"]


def test_a_very_long_line_shows_the_part_around_the_place() -> None:
    text = "a" * 5_000_000 + "SINI" + "b" * 5_000_000
    shown = full(report(text, finding(5_000_000, 5_000_004)))
    assert max(map(len, shown)) < 120
    line, carets = shown[-3:-1]
    assert line[carets.index("^") : carets.rindex("^") + 1] == "SINI"


def test_colours_only_when_asked() -> None:
    value = report("ab", finding(0, 1))
    assert "\x1b" not in "".join(full(value))
    coloured = "\n".join(full(value, colour=True))
    assert "\x1b[1;31mgalat[a-rule]\x1b[0m" in coloured


@pytest.mark.parametrize(
    "deceit", ["\x1b[2J", "\u202e", "\x07", "\u2066", "\u200f", "\x9b31m", "\x7f"]
)
@pytest.mark.parametrize("name", ["full", "concise"])
def test_no_text_commands_the_terminal(name: str, deceit: str) -> None:
    phrase = Phrase(f"x{deceit}", f"x{deceit}")
    value = report(
        f"a{deceit}b",
        Diagnostic("a-rule", Severity.HINT, phrase, Span(0, 9), hints=(phrase,)),
        name=f"{deceit}.sop",
    )
    assert deceit not in renderer(name)(value, "id", False)


@given(st.text(max_size=60), st.integers(0, 70), st.integers(0, 70), st.sampled_from(list(FORMATS)))
def test_every_text_and_place_can_be_shown(text: str, start: int, end: int, name: str) -> None:
    value = report(text, finding(min(start, end), max(start, end)))
    assert renderer(name)(value, "en", True)


@given(st.text(max_size=50), st.integers(2, 20))
def test_shortened_texts_keep_both_ends(text: str, limit: int) -> None:
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == text or (text.startswith(short[0]) and "…" in short)


def test_every_control_character_is_made_visible() -> None:
    assert printable("a\x00b\tc\r\n") == "a\ufffdb c\ufffd\ufffd"
