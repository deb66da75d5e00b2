"""The registry: one table a kind, nothing imported early, nobody hides anybody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sopdsl.plugins import HOST, Kind, PluginError, Registry, open_registry, resolve


def registry(**methods: object) -> Registry:
    """Return a registry that a plugin called "luar" came into."""
    opened = Registry()
    brings = {name: (lambda things=things: things) for name, things in methods.items()}
    opened.add(SimpleNamespace(api=1, name="luar", **brings), "luar", "2.0")
    return opened


def faults(opened: Registry) -> list[str]:
    for kind in Kind:
        opened.contributions(kind)
    return [fault.message.id for fault in opened.faults]


def test_built_in_things_come_through_the_same_door() -> None:
    opened = open_registry(())
    assert opened.faults == ()
    assert {c.plugin for kind in Kind for c in opened.contributions(kind)} == {HOST}
    assert [c.name for c in opened.contributions(Kind.EMITTERS)] == ["html", "svg"]
    assert opened.rules()


def test_a_missing_method_brings_nothing() -> None:
    assert faults(registry()) == []


def test_things_are_imported_when_asked_for() -> None:
    opened = registry(emitters={"x": "no.such.module:THING"})
    found = opened.find(Kind.EMITTERS, "x")
    assert found is not None
    with pytest.raises(PluginError) as caught:
        opened.load(found)
    assert 'plugin "luar 2.0" gagal: "x" tidak dapat dimuat: ModuleNotFoundError' in (
        caught.value.fault.message.id
    )


def test_a_name_that_is_taken_stays_with_its_owner() -> None:
    opened = registry(emitters={"svg": "mine:SVG"})
    assert faults(opened) == [
        'plugin "luar 2.0" gagal: nama "svg" (emitters) sudah dipakai oleh "sopdsl"'
    ]
    owner = opened.find(Kind.EMITTERS, "svg")
    assert owner is not None
    assert owner.plugin == HOST


def test_two_outsiders_with_one_name_are_reported() -> None:
    opened = registry(statements={"nota": "x:Y"})
    opened.add(SimpleNamespace(api=1, name="lain", statements=lambda: {"nota": "y:Z"}), "lain")
    assert faults(opened) == [
        'plugin "lain" gagal: nama "nota" (statements) sudah dipakai oleh "luar"'
    ]


def test_a_method_that_fails_is_reported_and_the_others_go_on() -> None:
    def broken() -> object:
        raise RuntimeError("aduh")

    opened = Registry()
    opened.add(
        SimpleNamespace(api=1, name="luar", rules=broken, statements=lambda: {"nota": "x:Y"}),
        "luar",
    )
    (fault,) = faults(opened)
    assert 'plugin "luar" gagal: "rules" gagal: RuntimeError: aduh (test_registry.py:' in fault
    assert opened.find(Kind.STATEMENTS, "nota") is not None


@pytest.mark.parametrize(
    ("kind", "thing"),
    [
        ("rules", {"x": object()}),
        ("statements", {"x": 3}),
        ("rules", 7),
        ("rules", {"x": "math:pi"}),
    ],
)
def test_what_does_not_fit_is_reported(kind: str, thing: object) -> None:
    opened = registry(**{kind: thing})
    before = len(Registry().rules())
    assert len(opened.rules()) == before
    assert opened.statements() == {}
    assert len(opened.faults) == 1


@pytest.mark.parametrize("api", [0, 2, "1", None])
def test_another_api_is_refused(api: object) -> None:
    opened = Registry()
    opened.add(SimpleNamespace(api=api, name="luar", rules=lambda: 1 / 0), "luar", "3.1")
    assert faults(opened) == [
        f'plugin "luar 3.1" gagal: dibuat untuk api {api!r}, sedangkan sopdsl ini memakai api 1'
    ]


def test_a_plugin_goes_by_the_name_that_was_allowed() -> None:
    opened = Registry()
    opened.add(SimpleNamespace(api=1, name="palsu"), "luar")
    assert "menyebut dirinya 'palsu'" in faults(opened)[0]


def test_descriptions_import_nothing() -> None:
    opened = registry(emitters={"x": "no.such:THING"}, commands={"y": "no.such:THING"})
    (_, mine) = opened.describe()
    assert (mine.name, mine.version) == ("luar", "2.0")
    assert mine.brings == {Kind.EMITTERS: ("x",), Kind.COMMANDS: ("y",)}


def test_without_an_allow_list_nobody_scans() -> None:
    program = (
        "import sys; from sopdsl.plugins import open_registry; open_registry(())\n"
        "sys.exit('importlib.metadata' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_import_strings_name_modules_or_what_is_in_them() -> None:
    assert resolve("pathlib:Path") is Path
    assert resolve("pathlib:Path.cwd")() == Path.cwd()  # type: ignore[operator]
    assert resolve("pathlib") is sys.modules["pathlib"]
    assert resolve(3) == 3
