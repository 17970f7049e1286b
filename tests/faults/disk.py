"""What may a disk hold after a power cut? A model that is told the operations and gives what may be left of them.

A file lasts with what it held when it was last synced; what was written since may be there, missing, zeros, or there in
part. A name lasts when its folder was synced since; each that was given, moved or removed later may have come to last
or not, in any order: a renaming is one change where it stays in its folder, and two where it does not.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.faults.operations import Operation

Tree = Mapping[str, bytes | None]
"""The files of a folder by path with their content; folders have none."""


@dataclass(eq=False, slots=True)
class _File:
    now: bytes = b""
    lasting: bytes = b""


@dataclass(eq=False, slots=True)
class _Folder:
    now: dict[str, _Node] = field(default_factory=dict)
    lasting: dict[str, _Node] = field(default_factory=dict)
    pending: list[_Change] = field(default_factory=list)


_Node = _File | _Folder


@dataclass(frozen=True, eq=False, slots=True)
class _Change:
    """Names that a folder loses, if they still are these files', and gets."""

    loses: tuple[tuple[str, _Node], ...] = ()
    gets: tuple[tuple[str, _Node], ...] = ()

    def make(self, names: dict[str, _Node]) -> None:
        for name, node in self.loses:
            if names.get(name) is node:
                del names[name]
        names.update(self.gets)


_DATA: Mapping[str, Callable[[_File], bytes]] = {
    "all written": lambda file: file.now,
    "unsynced missing": lambda file: file.lasting,
    "unsynced zeros": lambda file: _unless_synced(file, bytes(len(file.now))),
    "first half": lambda file: _unless_synced(file, file.now[: len(file.now) // 2]),
    "second half": lambda file: _unless_synced(file, bytes(len(file.now) // 2) + file.now[len(file.now) // 2 :]),
}
"""What may have become of files that were not synced."""


def _unless_synced(file: _File, content: bytes) -> bytes:
    return file.now if file.now == file.lasting else content


class Disk:
    """A disk that begins with what stands below a folder, all of it lasting."""

    def __init__(self, root: Path) -> None:
        self._root = _read(root)

    def make(self, operation: Operation) -> None:
        """Makes an operation that was noted."""
        folder, name = self._at(operation.path)
        node = folder.now.get(name, self._root)
        if operation.kind in ("create", "mkdir"):
            self._change(folder, _Change(gets=((name, _File() if operation.kind == "create" else _Folder()),)))
        elif operation.kind in ("unlink", "rmdir"):
            self._change(folder, _Change(loses=((name, node),)))
        elif operation.kind == "rename":
            other, new = self._at(operation.to)
            loses, gets = ((name, node),), ((new, node),)
            if other is folder:
                self._change(folder, _Change(loses, gets))
            else:
                self._change(other, _Change(gets=gets))
                self._change(folder, _Change(loses=loses))
        elif operation.kind == "fsync" and isinstance(node, _Folder):
            node.lasting, node.pending = dict(node.now), []
        elif operation.kind == "fsync" and isinstance(node, _File):
            node.lasting = node.now
        elif operation.kind == "empty" and isinstance(node, _File):
            node.now = b""
        elif operation.kind == "write" and isinstance(node, _File):
            before = node.now[: operation.offset].ljust(operation.offset, b"\0")
            node.now = before + operation.data + node.now[operation.offset + len(operation.data) :]

    def written(self) -> Tree:
        """What stands there as long as the power does not fail."""
        return dict(self._tree(self._root, lambda folder: folder.now, _DATA["all written"]))

    def survivors(self) -> Iterator[tuple[str, Tree]]:
        """What may be left when it fails now, each with what became of the data and of the names."""
        for data, content in _DATA.items():
            for names, chosen in self._choices():
                yield f"{data}, {names}", dict(self._tree(self._root, chosen, content))

    def _choices(self) -> Iterator[tuple[str, Callable[[_Folder], dict[str, _Node]]]]:
        pending = [change for folder in self._folders(self._root) for change in folder.pending]
        yield "all names", lambda folder: folder.now
        if pending:
            yield "no unsynced name", lambda folder: folder.lasting
        for at, one in enumerate(pending if len(pending) > 1 else ()):
            yield f"all names but change {at}", partial(_without, one)
            yield f"of the names only change {at}", partial(_with, one)

    def _folders(self, folder: _Folder) -> Iterator[_Folder]:
        yield folder
        for node in {**folder.lasting, **folder.now}.values():
            if isinstance(node, _Folder):
                yield from self._folders(node)

    def _tree(
        self,
        folder: _Folder,
        names: Callable[[_Folder], dict[str, _Node]],
        content: Callable[[_File], bytes],
        above: str = "",
    ) -> Iterator[tuple[str, bytes | None]]:
        for name, node in sorted(names(folder).items()):
            if isinstance(node, _File):
                yield above + name, content(node)
            else:
                yield above + name, None
                yield from self._tree(node, names, content, above + name + os.sep)

    def _at(self, path: str) -> tuple[_Folder, str]:
        """The folder in which a path has its name."""
        folder = self._root
        *above, name = path.split(os.sep)
        for each in above:
            node = folder.now[each]
            assert isinstance(node, _Folder)
            folder = node
        return folder, name

    @staticmethod
    def _change(folder: _Folder, change: _Change) -> None:
        change.make(folder.now)
        folder.pending.append(change)


def _with(one: _Change, folder: _Folder) -> dict[str, _Node]:
    return _chosen(folder, [one] if one in folder.pending else [])


def _without(one: _Change, folder: _Folder) -> dict[str, _Node]:
    return _chosen(folder, [change for change in folder.pending if change is not one])


def _chosen(folder: _Folder, changes: Sequence[_Change]) -> dict[str, _Node]:
    names = dict(folder.lasting)
    for change in changes:
        change.make(names)
    return names


def _read(root: Path) -> _Folder:
    names: dict[str, _Node] = {}
    for path in root.iterdir():
        if path.is_dir():
            names[path.name] = _read(path)
        else:
            content = path.read_bytes()
            names[path.name] = _File(content, content)
    return _Folder(names, dict(names))


def tree_of(root: Path) -> Tree:
    """What really stands below a folder."""
    return {
        str(path.relative_to(root)): None if path.is_dir() else path.read_bytes() for path in sorted(root.rglob("*"))
    }


def lay_out(tree: Tree, root: Path) -> None:
    """Writes files and folders below a new folder."""
    root.mkdir()
    for path, content in tree.items():
        if content is None:
            (root / path).mkdir(exist_ok=True)
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
