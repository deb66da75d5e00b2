"""Building and installing plugin packages for tests, without network, into folders of their own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path


def install(package: Path, target: Path) -> Path:
    """Build the wheel of a package's sources and install it into ``target``, which is returned."""
    wheels = target.with_name(f"{target.name}-wheel")
    copy = target.with_name(f"{target.name}-source")
    shutil.copytree(package, copy)
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)],
        cwd=copy,
        check=True,
        capture_output=True,
    )
    (wheel,) = wheels.glob("*.whl")
    python = [sys.executable, "-m", "pip", "install"]
    installer = ["uv", "pip", "install", "--offline"] if shutil.which("uv") else python
    subprocess.run(
        [*installer, "--no-deps", "--no-index", "--target", str(target), str(wheel)],
        check=True,
        capture_output=True,
    )
    return target


def pretend_installed(target: Path, name: str, code: str, version: str = "1.0") -> Path:
    """Lay down a plugin as an installer would: module ``plugin_<name>``, entry point, metadata."""
    module = f"plugin_{name}"
    information = target / f"{module}-{version}.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {module}\nVersion: {version}\n"
    )
    (information / "entry_points.txt").write_text(f"[sopdsl.plugins]\n{name} = {module}:plugin\n")
    (target / f"{module}.py").write_text(code)
    return target
