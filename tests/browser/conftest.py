"""One browser for all tests of this folder, and a builder of whole pages for them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from harness.browser import Browser
from sopdsl.document.pictures import read_picture
from sopdsl.document.references import SopLink
from sopdsl.model.types import Sop
from sopdsl.pipeline import compile_document
from sopdsl.profiles import load_profile
from sopdsl.project.emitters import HTML
from sopdsl.settings import Institution, Settings

LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
)

Build = Callable[..., Path]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once; a machine without it fails here."""
    chromium = Browser()
    yield chromium
    chromium.close()


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a function that writes an SOP's page and returns its file."""

    def built(
        sop: Sop,
        path: str = "contoh",
        profile: str = "bssn-4-2019",
        paper: str = "",
        known: Mapping[str, SopLink] | None = None,
        **more: object,
    ) -> Path:
        agency = Institution("Badan Siber dan Sandi Negara", "Jalan Harsono RM Nomor 70, Jakarta")
        settings = replace(Settings(institution=agency, paper=paper), **more)
        compiled = compile_document(
            sop,
            settings,
            load_profile(profile),
            links=known or {},
            logo=read_picture(LOGO, "Logo instansi"),
            path=path,
        )
        file = tmp_path / f"{path}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(HTML.emit(compiled.document)[".html"])
        return file

    return built
