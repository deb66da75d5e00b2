"""Expected files beside the tests; ``UPDATE=1`` rewrites them, and then somebody looks at them."""

from __future__ import annotations

import os
from pathlib import Path


def compare(text: str, golden: Path) -> None:
    """Fail when ``text`` is not what ``golden`` holds; with ``UPDATE=1`` write it there."""
    if os.environ.get("UPDATE") == "1":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    expected = golden.read_text(encoding="utf-8") if golden.exists() else ""
    assert text == expected, f"{golden.name} differs; UPDATE=1 rewrites it, then look at the diff"
