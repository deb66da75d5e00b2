"""Libraries on disk: what the paths of `gunakan` stand for.

A path counts from the folder of the file that uses it, else from the project's folder. Nothing
outside the project is read, links followed. Libraries may use libraries; one that comes back to
itself is named as a cycle wherever it is used from within, and offers the rest all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sopdsl.model.build import build_library
from sopdsl.model.libraries import Libraries, Library, LibraryProblem, uses
from sopdsl.model.types import Use
from sopdsl.project.texts import Texts


class LibraryShelf:
    """Loads libraries and remembers them for one run."""

    def __init__(self, root: Path, texts: Texts) -> None:
        self._root = root.resolve()
        self._texts = texts
        self._targets: dict[Path, dict[str, Path | LibraryProblem]] = {}
        self._loaded: dict[Path, Library | LibraryProblem] = {}
        self._candidates: dict[Path, list[Path]] = {}

    def libraries(self, file: Path, asked: Iterable[Use]) -> Libraries:
        """Return what the paths that a file uses stand for."""
        targets = {use.path: self._locate(file, use.path) for use in asked}
        self._targets[file] = targets
        for path in self._in_order(file):
            if path != file:
                self._loaded[path] = self._load(path)
        return {written: self._found(file, target) for written, target in targets.items()}

    def reached(self, file: Path) -> tuple[Path, ...]:
        """Return the libraries that a file uses, directly or through others, in order."""
        found: dict[Path, None] = {}
        waiting = [file]
        while waiting:
            for target in self._edges(waiting.pop()):
                if target not in found:
                    found[target] = None
                    waiting.append(target)
        return tuple(sorted(found))

    def looked_at(self, file: Path) -> tuple[Path, ...]:
        """Return every place that decided about the libraries of a file, found there or not."""
        places = [self._candidates.get(path, []) for path in (file, *self.reached(file))]
        return tuple(sorted({place for found in places for place in found}))

    def _found(self, file: Path, target: Path | LibraryProblem) -> Library | LibraryProblem:
        if isinstance(target, LibraryProblem):
            return target
        if target == file or file in self.reached(target):
            return LibraryProblem("cycle", self._circle(file, target))
        return self._loaded[target]

    def _load(self, path: Path) -> Library | LibraryProblem:
        text = self._texts.read(path)
        if not text.readable:
            return LibraryProblem("unreadable")
        targets = self._targets_of(path)
        libraries = {written: self._found(path, target) for written, target in targets.items()}
        library = build_library(text.syntax.tree, libraries)
        return library if library is not None else LibraryProblem("no-library")

    def _in_order(self, start: Path) -> Iterator[Path]:
        """Yield a file and all it reaches, each after what it uses (but for cycles)."""
        entered = {start}
        stack = [(start, self._edges(start))]
        while stack:
            path, edges = stack[-1]
            target = next(edges, None)
            if target is None:
                stack.pop()
                if path not in self._loaded:
                    yield path
            elif target not in entered:
                entered.add(target)
                stack.append((target, self._edges(target)))

    def _edges(self, path: Path) -> Iterator[Path]:
        targets = self._targets_of(path).values()
        return iter([target for target in targets if isinstance(target, Path)])

    def _targets_of(self, path: Path) -> dict[str, Path | LibraryProblem]:
        if path not in self._targets:
            tree = self._texts.read(path).syntax.tree
            self._targets[path] = {use.path: self._locate(path, use.path) for use in uses(tree)}
        return self._targets[path]

    def _locate(self, file: Path, written: str) -> Path | LibraryProblem:
        outside = False
        for start in dict.fromkeys((file.parent, self._root)):
            try:
                self._candidates.setdefault(file, []).append(start / written)
                target = (start / written).resolve()
                inside = target.is_relative_to(self._root)
                if inside and target.is_file():
                    return target
            except (OSError, RuntimeError, ValueError):  # too long, a loop of links, NUL
                continue
            outside = outside or not inside
        return LibraryProblem("outside" if outside else "missing")

    def _circle(self, file: Path, target: Path) -> str:
        """Return the way from a file through ``target`` back to it, as people read it."""
        before: dict[Path, Path] = {}
        waiting = [target]
        while waiting and file not in before and target != file:
            path = waiting.pop(0)
            for following in self._edges(path):
                if following not in before:
                    before[following] = path
                    waiting.append(following)
        way = [file]
        while way[-1] != target:
            way.append(before[way[-1]])
        names = [file, *reversed(way)] if target != file else [file, file]
        return " → ".join(self._name(path) for path in names)

    def _name(self, path: Path) -> str:
        return (
            path.relative_to(self._root).as_posix()
            if path.is_relative_to(self._root)
            else str(path)
        )
