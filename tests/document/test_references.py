"""References: words for people, addresses that lead to a page and nowhere else."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.document_samples import AT
from sopdsl.document.references import ReferencePrinter, SopLink, StepPlace
from sopdsl.document.types import LinkedText
from sopdsl.model.types import Reference


def printed(name: str, part: str | None = None, *, path: str = "a/b") -> LinkedText:
    known = {
        "surat": SopLink("Surat Masuk", "tu/surat", {"terima": StepPlace(2, 3)}),
        "sop-x": SopLink("sop Penomoran", "a/x"),
    }
    return ReferencePrinter(known, path, "SOP").printed(Reference(name, part, AT))


def test_a_known_sop() -> None:
    assert printed("surat") == LinkedText("SOP Surat Masuk", "../tu/surat.html")
    assert printed("surat", path="c") == LinkedText("SOP Surat Masuk", "tu/surat.html")


def test_a_title_that_says_sop_already_is_not_told_twice() -> None:
    assert printed("sop-x") == LinkedText("sop Penomoran", "x.html")


def test_a_step_of_another_sop() -> None:
    assert printed("surat", "terima") == LinkedText(
        "SOP Surat Masuk, langkah 3", "../tu/surat.html#langkah-2-3"
    )
    assert printed("surat", "tidak-ada") == LinkedText(
        "SOP Surat Masuk, tidak ada", "../tu/surat.html"
    )


@pytest.mark.parametrize(
    ("name", "part", "text"),
    [
        ("pengadaan_barang-jasa", None, "SOP pengadaan barang jasa"),
        ("sop-lelang", None, "sop lelang"),
        ("lelang", "buka-sampul", "SOP lelang, buka sampul"),
    ],
)
def test_an_unknown_sop_prints_its_id_readably(name: str, part: str | None, text: str) -> None:
    assert printed(name, part) == LinkedText(text)


_segments = st.text(
    st.characters(exclude_characters="/\0", exclude_categories=("Cs",)), min_size=1, max_size=12
).filter(lambda name: name not in (".", ".."))
_paths = st.lists(_segments, min_size=1, max_size=4).map("/".join)


@given(_paths, _paths)
def test_an_address_is_relative_and_leads_back_to_the_file(source: str, target: str) -> None:
    printer = ReferencePrinter({"x": SopLink("T", target)}, source, "SOP")
    href = printer.printed(Reference("x", None, AT)).href
    parts = urlsplit(href)
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert not href.startswith("/")
    walked = source.split("/")[:-1]
    for step in unquote(parts.path).split("/"):
        if step == "..":
            walked.pop()
        else:
            walked.append(step)
    assert "/".join(walked) == target + ".html"


def test_a_path_that_looks_like_a_script_is_only_a_file() -> None:
    known = {"x": SopLink("T", "javascript:alert(1)")}
    href = ReferencePrinter(known, "a", "SOP").printed(Reference("x", None, AT)).href
    assert href == "javascript%3Aalert%281%29.html"
