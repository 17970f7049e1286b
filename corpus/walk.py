"""Which pages are there? Paths as named by a person, to the files behind them, in one order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from corpus.errors import LinkedFolderError, NoSuchPathError, NotAFileError, NotAPageError, UnopenedPageError
from corpus.file_kinds import SUFFIXES
from corpus.pages import PageFile, Skipped

_LATEST = 2**63 - 1
"""Nanoseconds since 1970, of which a number of 64 bits holds no more; a file system may."""


def find_pages(paths: Iterable[str]) -> Iterator[PageFile | Skipped]:
    """The files at and below ``paths``, each once, folders in the order of their names.

    Hidden files are passed over, as are links to folders (name the folder itself to read it). A file that was named
    itself is given whatever its suffix; below a folder only those are that may hold articles. Raises
    ``NoSuchPathError``.
    """
    paths = list(paths)
    for path in paths:
        if not os.path.lexists(path):
            raise NoSuchPathError(path=path)
    seen: set[str] = set()
    for path in paths:
        top = os.path.abspath(path)
        for found in _below(top) if os.path.isdir(top) else (_page(top, os.path.basename(top)),):
            key = found.path if isinstance(found, PageFile) else found.where
            if key not in seen:
                seen.add(key)
                yield found


def _below(top: str) -> Iterator[PageFile | Skipped]:
    faults: list[OSError] = []
    above = len(os.path.join(os.path.dirname(top), ""))
    for folder, below, files in os.walk(top, onerror=faults.append):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in below:
            if os.path.islink(os.path.join(folder, name)):
                yield Skipped(os.path.join(folder, name), LinkedFolderError())
        inside = os.path.join(folder, "")
        for name in sorted(files):
            if name.startswith("."):
                continue
            path = inside + name
            if name.lower().endswith(SUFFIXES):
                yield _page(path, path[above:].replace(os.sep, "/"))
            else:
                yield Skipped(path, NotAPageError(suffix=PurePath(name).suffix.lower() or name))
    for fault in faults:
        yield Skipped(str(fault.filename), UnopenedPageError(reason=fault.strerror))


def _page(path: str, name: str) -> PageFile | Skipped:
    try:
        state = os.stat(path)
    except OSError as error:
        return Skipped(path, UnopenedPageError(reason=error.strerror or str(error)))
    if not stat.S_ISREG(state.st_mode):
        return Skipped(path, NotAFileError())
    modified = max(min(state.st_mtime_ns, _LATEST), -_LATEST)
    return PageFile(path, _shown(path), _shown(name), state.st_size, modified)


def _shown(name: str) -> str:
    """A file's name as text to be stored, shown and typed, also where its bytes are none or would steer a terminal."""
    if name.isprintable():
        return name
    text = os.fsencode(name).decode("utf-8", "replace")
    return text if text.isprintable() else "".join(mark if mark.isprintable() else "\ufffd" for mark in text)
