"""Which pages are there? Paths as named by a person, to the files behind them, in one order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpus.errors import NoSuchPathError, NotAFileError, NotAPageError, UnopenedPageError
from corpus.pages import PageFile, Skipped


def walk(paths: Iterable[str], suffixes: tuple[str, ...]) -> Iterator[PageFile | Skipped]:
    """The files at and below ``paths``, each once, folders in the order of their names.

    Hidden files are passed over, as are links to folders (name the folder itself to read it). A file that was named
    itself is given whatever its suffix; below a folder only ``suffixes`` are. Raises ``NoSuchPathError``.
    """
    paths = list(paths)
    for path in paths:
        if not os.path.lexists(path):
            raise NoSuchPathError(path=path)
    seen: set[str] = set()
    for path in paths:
        top = Path(os.path.abspath(path))
        for found in _below(top, suffixes) if top.is_dir() else (_page(top, top.name),):
            key = found.path if isinstance(found, PageFile) else found.where
            if key not in seen:
                seen.add(key)
                yield found


def _below(top: Path, suffixes: tuple[str, ...]) -> Iterator[PageFile | Skipped]:
    faults: list[OSError] = []
    for folder, below, files in os.walk(top, onerror=faults.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in below:
            if os.path.islink(os.path.join(folder, name)):
                yield Skipped(os.path.join(folder, name), NotAFileError())
        for name in sorted(files):
            path = Path(folder, name)
            if name.startswith("."):
                continue
            if name.lower().endswith(suffixes):
                yield _page(path, str(path.relative_to(top.parent).as_posix()))
            else:
                yield Skipped(str(path), NotAPageError(suffix=path.suffix.lower() or path.name))
    for fault in faults:
        yield Skipped(str(fault.filename), UnopenedPageError(reason=fault.strerror))


def _page(path: Path, name: str) -> PageFile | Skipped:
    try:
        state = path.stat()
    except OSError as error:
        return Skipped(str(path), UnopenedPageError(reason=error.strerror or str(error)))
    if not stat.S_ISREG(state.st_mode):
        return Skipped(str(path), NotAFileError())
    return PageFile(str(path), _shown(str(path)), _shown(name), state.st_size, state.st_mtime_ns)


def _shown(name: str) -> str:
    """A file's name as text to be stored, shown and typed, also where its bytes are none or would steer a terminal."""
    text = os.fsencode(name).decode("utf-8", "replace")
    return text if text.isprintable() else "".join(mark if mark.isprintable() else "\ufffd" for mark in text)
