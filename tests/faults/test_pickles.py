"""Wherever a pickle is put into an index, nothing of timbao's unpickles it: it is passed over, or called damage."""

from __future__ import annotations

import contextlib
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from corpus.errors import TimbaoError
from index.check import check
from index.generations import contents_name, newest, written
from index.schema import VERSIONS
from index.segment.array_file import ArrayFile
from index.stored import compress
from index.whoosh_view.schema import make_schema
from tests.conftest import Folder


class Evil:
    """Makes a folder when it is unpickled."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (self._folder,)


def _only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def _before_our_own_contents(index: Path, evil: Path) -> None:
    generation = newest(index, VERSIONS)
    front = pickle.dumps(Evil(evil))
    (index / contents_name(generation.number)).write_bytes(written(generation, VERSIONS, front))


def _in_whooshs_contents(index: Path, evil: Path) -> None:
    """A newer table of contents of Whoosh's alone, which unpickles what stands there as a segment."""
    TOC(make_schema(), [Evil(evil)], 99).write(FileStorage(str(index)), "MAIN")


def _as_contents(index: Path, evil: Path) -> None:
    _only(index, "*.toc").write_bytes(pickle.dumps(Evil(evil)))


def _as_ledger(index: Path, evil: Path) -> None:
    _only(index, "*.ledger").write_bytes(pickle.dumps(Evil(evil)))


def _inside_the_ledger(index: Path, evil: Path) -> None:
    _only(index, "*.ledger").write_bytes(compress(pickle.dumps(Evil(evil))))


def _as_segment(index: Path, evil: Path) -> None:
    path = _only(index, "*.arrays")
    path.write_bytes(pickle.dumps(Evil(evil)).ljust(path.stat().st_size, b"."))


def _as_stored_articles(index: Path, evil: Path) -> None:
    path = _only(index, "*.arrays")
    content = compress(pickle.dumps(Evil(evil)))
    whole = bytearray(path.read_bytes())
    stored = bytes(ArrayFile(path, as_it_is=True)["stored.bytes"])
    at = whole.find(stored)
    whole[at : at + len(stored)] = content.ljust(len(stored), b"\0")[: len(stored)]
    path.write_bytes(whole)


PLACES = [
    _before_our_own_contents,
    _in_whooshs_contents,
    _as_contents,
    _as_ledger,
    _inside_the_ledger,
    _as_segment,
    _as_stored_articles,
]


@pytest.mark.parametrize("put", PLACES)
def test_no_pickle_in_an_index_is_read(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, put: Callable[[Path, Path], None]
) -> None:
    """Searching, showing, checking, indexing and rebuilding leave it as it is, and the rebuilt index is sound."""
    folder.articles("dân biết", "dân bàn")
    evil = tmp_path / "evil"
    put(folder.index, evil)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something is unpickled")

    for name in ("load", "loads", "Unpickler"):
        monkeypatch.setattr(pickle, name, refuse)
    folder.records("more.jsonl", {"id": "m", "body": "dân làm"})
    actions: list[Callable[[], object]] = [
        lambda: folder.ids("dân biết"),
        lambda: folder.open().overview(),
        lambda: folder.open().article("0"),
        lambda: list(check(folder.index)),
        folder.update,
        lambda: folder.update(rebuild=True),
    ]
    for action in actions:
        with contextlib.suppress(TimbaoError):
            action()
    assert not evil.exists()
    assert folder.ids("dân") == ["0", "1", "m"]
    assert list(check(folder.index)) == []
