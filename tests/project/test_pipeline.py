"""Any text goes through all stages: findings inside the text, documents that are the same again."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from harness.tree import clean, plant
from sopdsl.diagnostics import Diagnostic, Severity
from sopdsl.pipeline import Checked, Compiled, check_text, cited_sops, compile_document, ordered
from sopdsl.project.emitters import HTML, SVG
from sopdsl.project.project import Project
from sopdsl.project.scope import Overrides
from sopdsl.project.texts import understood
from sopdsl.project.work import surroundings_of
from sopdsl.source import Span

NOWHERE = Path("/tidak-ada")
LINES = clean().splitlines(keepends=True)


def checked(folder: Path, data: bytes) -> Checked:
    project = Project(folder, Overrides(), alone=True)
    path = folder / "a.sop"
    project.texts.put(path, "a.sop", data)
    text = project.texts.read(path)
    return check_text(text.source, text.syntax, surroundings_of(project, path), text.findings)


def compiled(folder: Path, found: Checked) -> Compiled:
    scope = Project(folder, Overrides()).outer
    return compile_document(found.sop, scope.settings, scope.profile, links={}, logo=None, path="a")


def assert_sound(found: Checked) -> None:
    size = len(found.source.text)
    for finding in found.findings:
        assert 0 <= finding.span.start <= finding.span.end <= size, finding
        for fix in finding.fixes:
            assert all(0 <= edit.span.start <= edit.span.end <= size for edit in fix.edits)
    assert found.findings == ordered(found.findings)


@given(st.binary(max_size=80))
def test_any_bytes_are_checked(data: bytes) -> None:
    assert_sound(checked(NOWHERE, data))


@st.composite
def disordered(draw: st.DrawFn) -> str:
    """Draw a clean document with lines dropped, doubled, moved or cut."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["drop", "double", "move", "cut"])):
            case "drop" if len(lines) > 1:
                del lines[at]
            case "double":
                lines.insert(at, lines[at])
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(at))
            case _:
                lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
    return "".join(lines)


@st.composite
def reworded(draw: st.DrawFn) -> str:
    """Draw a clean document that says other things, perhaps in no language at all."""
    words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
    escaped = words.map(lambda text: text.replace("\\", "\\\\").replace('"', '\\"'))
    return re.sub(r'"[^"]*"', lambda _: f'"{draw(escaped)}"', clean())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(disordered(), reworded()))
def test_what_has_no_errors_can_be_built(text: str) -> None:
    found = checked(NOWHERE, text.encode())
    assert_sound(found)
    if all(finding.severity < Severity.ERROR for finding in found.findings):
        first, second = (compiled(NOWHERE, found) for _ in range(2))
        outputs = {**SVG.emit(first.document), **HTML.emit(first.document)}
        assert outputs == {**SVG.emit(second.document), **HTML.emit(second.document)}
        assert all(outputs.values())


def test_cited_names_are_those_of_sections_remarks_and_calls(tmp_path: Path) -> None:
    text = clean().replace("  waktu        1 jam\n", "  keterangan @b\n  rujuk @c\n")
    text += "\nketerkaitan\n  @d\n\ndasar-hukum\n  @e\n"
    plant(tmp_path, {"a.sop": text})
    assert cited_sops(checked(tmp_path, text.encode()).sop) == {"b", "c", "d", "e"}


def test_findings_are_ordered_by_place_and_gravity_and_said_once() -> None:
    message = understood("a.sop", b"\x00\x00\x00\x00").findings[0].message
    hint, error = (
        Diagnostic("r", severity, message, Span(3, 4))
        for severity in (Severity.HINT, Severity.ERROR)
    )
    early = Diagnostic("z", Severity.HINT, message, Span(0, 1))
    assert ordered([hint, error, early, hint]) == (early, error, hint)
