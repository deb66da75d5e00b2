"""What earlier runs found, kept on disk, so that an unchanged file is not read twice.

An entry is valid when everything it came from is unchanged: the program, the settings, the text,
the libraries (and the places where one was looked for in vain), and the titles of the other SOPs if
a rule asked for them. Contents are compared, never times. Entries are JSON; what is damaged,
foreign or of another version counts as not there, and a folder that cannot be written only costs
the time.

The folder is ``SOPC_CACHE``, else ``sopc`` in the user's cache folder; an empty ``SOPC_CACHE``
switches the memory off. Files whose settings load plugins from outside are never remembered: to
know whether a plugin changed would cost what the memory saves.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sopdsl import __version__
from sopdsl.diagnostics import Diagnostic
from sopdsl.project.results import FileFindings
from sopdsl.project.stored import findings_from, findings_to
from sopdsl.source import Source

if TYPE_CHECKING:
    from sopdsl.project.jobs import Outcome
    from sopdsl.project.project import Project
    from sopdsl.project.scope import Overrides, Scope

FORMAT = 1


class Memory:
    """The entries in one folder; ``None`` remembers nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def recall(self, project: Project, path: Path) -> Outcome | None:
        """Return what checking a file found, if nothing changed since."""
        scope = project.scope_of(path)
        if self._folder is None or scope.settings.plugins:
            return None
        entry = self.read(_identity(project, path))
        if entry is None:
            return None
        try:
            data = path.read_bytes()
            if entry["stamp"] != _stamp(scope, data) or not _hold(entry["needs"]):
                return None
            titles = entry["titles"]
            if titles is not None and titles != titles_digest(project.titles()):
                return None
            return _outcome(project, path, data, entry["outcome"])
        except (OSError, KeyError, TypeError, ValueError, AttributeError):
            return None

    def remember(self, project: Project, outcome: Outcome, data: bytes, titles_asked: bool) -> None:
        """Keep what checking a file found.

        Args:
            project: the open project.
            outcome: what was found.
            data: the file's bytes, which must be plain UTF-8.
            titles_asked: whether a rule looked at the titles of other SOPs.
        """
        path = outcome.path
        scope = project.scope_of(path)
        if self._folder is None or scope.settings.plugins:
            return
        others = {
            name: str(library)
            for library in outcome.libraries
            if (name := project.texts.read(library).source.name) in outcome.others
        }
        kept = {
            "findings": findings_to(outcome.findings.findings),
            "libraries": [str(library) for library in outcome.libraries],
            "others": others,
            "sop_id": outcome.sop_id,
            "cites": list(outcome.cites),
            "is_library": outcome.is_library,
        }
        entry = {
            "stamp": _stamp(scope, data),
            "needs": {str(file): _digest_of(file) for file in project.shelf.looked_at(path)},
            "titles": titles_digest(project.titles()) if titles_asked else None,
            "outcome": kept,
        }
        self.write(_identity(project, path), entry)

    def scope_findings(self, scope: Scope) -> tuple[Diagnostic, ...]:
        """Return what is wrong with a scope's settings, and keep it for the next run."""
        if scope.source is None or self._folder is None or scope.settings.plugins:
            return scope.findings if scope.source or scope.overrides.profile else ()
        identity = json.dumps([str(scope.folder), str(scope.root), *_switches(scope.overrides)])
        logo = _digest_of(scope.folder / scope.settings.institution.logo)
        stamp = _stamp(scope, str(logo).encode())
        entry = self.read(identity)
        try:
            if entry is not None and entry["stamp"] == stamp:
                return findings_from(entry["findings"])
        except (KeyError, TypeError, ValueError, AttributeError):
            pass
        self.write(identity, {"stamp": stamp, "findings": findings_to(scope.findings)})
        return scope.findings

    def read(self, identity: str) -> dict[str, Any] | None:
        """Return an entry as it was written; ``None`` when there is none that can be read."""
        if self._folder is None:
            return None
        try:
            entry: object = json.loads(self._file(identity).read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(entry, dict):
            return None
        known = cast("dict[str, Any]", entry)
        return known if known.get("identity") == identity else None

    def write(self, identity: str, entry: Mapping[str, object]) -> None:
        """Keep an entry; a folder that takes none is left alone."""
        from sopdsl.project.writing import write_whole  # noqa: PLC0415 - not needed to recall

        if self._folder is not None:
            text = json.dumps({"identity": identity, **entry}, ensure_ascii=True)
            try:
                write_whole(self._file(identity), text.encode())
            except OSError:
                self._folder = None

    def _file(self, identity: str) -> Path:
        assert self._folder is not None
        name = sha256(identity.encode("utf-8", "surrogateescape")).hexdigest()
        return self._folder / name[:2] / f"{name[2:34]}.json"


def memory_folder() -> Path | None:
    """Return where this user's memory is kept, or ``None``."""
    chosen = os.environ.get("SOPC_CACHE")
    if chosen is not None:
        return Path(chosen).absolute() if chosen else None
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "sopc"
    except RuntimeError:  # a user without a home
        return None


def titles_digest(titles: Mapping[str, str]) -> str:
    """Return what identifies the titles of a project's SOPs."""
    return _digest(json.dumps(sorted(titles.items())).encode())


@cache
def program() -> str:
    """Return what identifies this program: its version, and its files as they are now."""
    package = Path(__file__).parents[1]
    stamps = [
        f"{path.relative_to(package)} {path.stat().st_mtime_ns} {path.stat().st_size}"
        for path in _files(package)
    ]
    return _digest("\n".join((__version__, str(FORMAT), *sorted(stamps))).encode())


def _files(folder: Path) -> Iterable[Path]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(Path(entry.path))
        elif entry.name.endswith((".py", ".toml", ".json", ".lark")):
            yield Path(entry.path)


def _identity(project: Project, path: Path) -> str:
    names = [str(path), project.name_of(path), str(project.root), project.alone]
    return json.dumps([*names, *_switches(project.overrides)])


def _switches(overrides: Overrides) -> list[object]:
    return [overrides.profile, overrides.paper, overrides.plugins]


def _stamp(scope: Scope, data: bytes) -> str:
    settings = scope.source.text if scope.source else ""
    day = scope.today.isoformat()  # what lies in the future today may not tomorrow
    head = (program(), day, _digest(settings.encode("utf-8", "replace")))
    parts = (*(part.encode() for part in head), data)
    return _digest(b"\0".join(parts))


def _hold(needs: Mapping[str, str | None]) -> bool:
    return all(_digest_of(Path(path)) == digest for path, digest in needs.items())


def _digest_of(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except OSError:
        return None


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _outcome(project: Project, path: Path, data: bytes, kept: Mapping[str, Any]) -> Outcome:
    from sopdsl.project.jobs import Outcome  # noqa: PLC0415 - it imports this module's user

    source = Source(project.name_of(path), data.decode("utf-8-sig"))
    others = {
        name: Source(name, Path(file).read_bytes().decode("utf-8-sig"))
        for name, file in kept["others"].items()
    }
    return Outcome(
        path=path,
        findings=FileFindings(source, findings_from(kept["findings"])),
        libraries=tuple(Path(library) for library in kept["libraries"]),
        sop_id=str(kept["sop_id"]),
        cites=tuple(str(name) for name in kept["cites"]),
        is_library=bool(kept["is_library"]),
        others=others,
    )
