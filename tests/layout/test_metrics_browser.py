"""Our widths are the browser's: 300 texts measured by Chromium with the embedded font."""

from __future__ import annotations

import json
import random
from pathlib import Path

from harness.browser import Browser
from sopdsl.drawing import theme
from sopdsl.emit.svg import style_sheet
from sopdsl.layout.fonts.advances import CHARACTERS
from sopdsl.layout.metrics import text_width

# what a pair of letters would be moved by if kerning were on, and ligatures, and office texts
TEXTS = [
    "AVATAR, Tata Usaha, Yth. W. A. Yamin; LT. V",
    "fi fl ffi afiliasi fluktuasi",
    "Menandatangani SOP dan menyerahkannya kepada Kepala Bagian Organisasi dan Tata Laksana",
    "“Disposisi” — 1–3 hari kerja … ≤ 5 × 24 jam → selesai • √ ■",
    "Dra. Hj. Siti Nurjanah, M.Si. – Gedung “Garuda” lt. 2",
]
SIZES = (7.0, 8.0, 9.0, 10.0)


def test_widths_are_within_a_fiftieth_of_a_pixel_of_the_browsers(tmp_path: Path) -> None:
    dice = random.Random(4)
    letters = [c for c in CHARACTERS if c not in "\xa0\xad "]
    words = ["".join(dice.choices(letters, k=dice.randint(1, 40))) for _ in range(290)]
    cases = [(text, dice.choice(SIZES), dice.random() < 0.3) for text in [*TEXTS, *TEXTS, *words]]
    page = tmp_path / "widths.html"
    page.write_text(
        "<!doctype html><meta charset=utf-8>"
        f"<style>{theme.font_faces()}{style_sheet()}</style>"
        "<svg class=sop-page xmlns='http://www.w3.org/2000/svg'><text>a</text>"
        "<text font-weight=bold>a</text></svg>",
        encoding="utf-8",
    )
    browser = Browser()
    try:
        tab = browser.open(page)
        measured: list[float] = tab.evaluate(
            f"(async cases => {{ await document.fonts.ready;"
            f"if (![...document.fonts].every(f => f.status == 'loaded')) throw Error('font');"
            f"return cases.map(([text, size, bold]) => {{"
            f" const t = document.createElementNS('http://www.w3.org/2000/svg', 'text');"
            f" t.textContent = text; t.setAttribute('font-size', size);"
            f" if (bold) t.setAttribute('font-weight', 'bold');"
            f" document.querySelector('svg').append(t); return t.getComputedTextLength() }}) }})"
            f"({json.dumps(cases)})"
        )
    finally:
        browser.close()
    for (text, size, bold), width in zip(cases, measured, strict=True):
        assert abs(width - text_width(text, size, bold)) <= 0.02, (text, size, bold)
