"""A project: the folder that belongs together, opened for one run.

Its root is the outermost folder with a `sop.toml` above a file, inside the same repository; files
obey the nearest `sop.toml`. So a unit may have settings of its own and still share libraries, cite
the other units' SOPs and be built into the same output folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from sopdsl.project.discovery import find_sops
from sopdsl.project.memory import Memory, memory_folder
from sopdsl.project.scope import Overrides, Scope
from sopdsl.project.settings_keys import FILE_NAME
from sopdsl.source import Source

if TYPE_CHECKING:  # what the memory answers needs no parser
    from sopdsl.project.index import Entry
    from sopdsl.project.libraries import LibraryShelf
    from sopdsl.project.texts import Texts

_REPOSITORY = ".git"


def project_root(place: Path) -> tuple[Path, bool]:
    """Return the root of the project of an absolute file or folder, and whether it stands alone.

    Without any `sop.toml` the root is the folder itself, or the folder of the file. Such a file
    stands alone: what else lies in its folder (perhaps a whole home directory) is not its project.
    """
    folder = place if place.is_dir() else place.parent
    root = None
    for candidate in (folder, *folder.parents):
        if (candidate / FILE_NAME).is_file():
            root = candidate
        if (candidate / _REPOSITORY).exists():
            break
    return root or folder, root is None and folder != place


def shown_path(path: Path) -> str:
    """Return a path as people read it: relative to where they stand, if it lies beneath."""
    text = os.fsencode(path).decode("utf-8", "replace")
    here = os.fsencode(Path.cwd()).decode("utf-8", "replace")
    shown = os.path.relpath(text, here)
    return (text if shown.startswith("..") else shown).replace(os.sep, "/")


class Project:
    """An opened project; reads each file once, and only what is asked for."""

    def __init__(self, root: Path, overrides: Overrides, alone: bool = False) -> None:
        self.root = root
        self.overrides = overrides
        self.alone = alone
        self.memory = Memory(memory_folder())
        self.faulty_libraries: dict[Path, bool] = {}
        self._scopes: dict[Path, Scope] = {}
        self._folders: dict[Path, Scope] = {}

    @cached_property
    def texts(self) -> Texts:
        """The files read so far."""
        from sopdsl.project.texts import Texts  # noqa: PLC0415 - see above

        return Texts(self.name_of)

    @cached_property
    def shelf(self) -> LibraryShelf:
        """The libraries loaded so far."""
        from sopdsl.project.libraries import LibraryShelf  # noqa: PLC0415 - see above

        return LibraryShelf(self.root, self.texts)

    def name_of(self, path: Path) -> str:
        """Return the name that people know a file by."""
        return shown_path(path)

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """The scopes that were opened so far, outermost first."""
        return tuple(scope for _, scope in sorted(self._scopes.items()))

    @property
    def outer(self) -> Scope:
        """The root's own scope: it decides what all share, such as the output folder."""
        return self._scope_in(self.root)

    @property
    def output(self) -> Path:
        """The output folder that the root's `sop.toml` decides."""
        return self.root / self.outer.settings.output

    def scope_of(self, file: Path) -> Scope:
        """Return the scope whose settings hold for a file."""
        return self._scope_in(file.parent)

    def sops(self, folder: Path) -> list[Path]:
        """Return the `.sop` files beneath a folder of the project, in order."""
        return list(find_sops(folder, self._skips(folder)))

    @cached_property
    def index(self) -> Mapping[str, Entry]:
        """The project's SOPs by id; empty for a file that stands alone."""
        from sopdsl.project.index import read_index  # noqa: PLC0415 - see above

        if self.alone:
            return {}
        return read_index(self.root, self.sops(self.root), self.memory)

    def titles(self) -> Mapping[str, str]:
        """Return the titles of the project's SOPs by id."""
        return {name: entry.title for name, entry in self.index.items()}

    def _scope_in(self, folder: Path) -> Scope:
        if folder not in self._folders:
            settings = folder / FILE_NAME
            if settings.is_file() or folder == self.root or self.root not in folder.parents:
                self._folders[folder] = self._opened(folder, settings)
            else:
                self._folders[folder] = self._scope_in(folder.parent)
        return self._folders[folder]

    def _opened(self, folder: Path, settings: Path) -> Scope:
        source = None
        if settings.is_file():
            text = settings.read_bytes().decode("utf-8-sig", "replace")
            source = Source(shown_path(settings), text)
        self._scopes[folder] = scope = Scope(folder, self.root, source, self.overrides)
        return scope

    def _skips(self, start: Path) -> Callable[[str], bool]:
        output = self.output

        def skip(path: str) -> bool:
            place = start / path
            if place == output and output != self.root:
                return True
            folder = place.parent
            while folder.is_relative_to(self.root):
                scope = self._scope_in(folder)
                if scope.excluded(place.relative_to(scope.folder).as_posix()):
                    return True
                folder = scope.folder.parent
            return False

        return skip
