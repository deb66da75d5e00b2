"""One browser for all tests of this folder, and a builder of whole pages for them."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from harness.browser import Browser
from sopdsl.document.compose import compose
from sopdsl.document.pages import draw_charts
from sopdsl.document.pictures import read_picture
from sopdsl.document.references import SopLink
from sopdsl.emit.html import to_html
from sopdsl.emit.svg import style_sheet, svg_element
from sopdsl.model.types import Sop
from sopdsl.profiles import load_profile
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
    ) -> Path:
        agency = Institution("Badan Siber dan Sandi Negara", "Jalan Harsono RM Nomor 70, Jakarta")
        settings = Settings(institution=agency, paper=paper)
        wishes = load_profile(profile)
        pages = draw_charts(sop, wishes, settings, known or {}, path).charts
        document = compose(
            sop,
            wishes,
            settings,
            charts=pages,
            references=known or {},
            logo=read_picture(LOGO, "Logo instansi"),
            path=path,
        )
        svgs = [
            [
                svg_element(page, id_prefix=f"bagan-{number}-{at}")
                for at, page in enumerate(chart, 1)
            ]
            for number, chart in enumerate(pages, 1)
        ]
        file = tmp_path / f"{path}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(to_html(document, svgs, style_sheet()), "utf-8")
        return file

    return built
