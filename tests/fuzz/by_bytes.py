"""What a fuzzer of bytes may call: for each target a check of some bytes, and good ones to begin with."""

from __future__ import annotations

import json
import shutil
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from index.check import check
from index.generations import _MARK, _TRAILER, commit, contents_name, ledger_name, newest
from index.schema import VERSIONS
from index.segment import array_file
from index.stored import compress, decompress
from tests.fuzz import targets
from tests.fuzz.targets import KNOWN, ask, folder_of


@dataclass(frozen=True)
class Target:
    """A check that raises nothing but what is a fault of the program, and the bytes that it begins with."""

    check: Callable[[bytes], None]
    seeds: Callable[[], Iterator[bytes]]


_KINDS = sorted(targets.seeds())
_PART = b"\0\xff\0"
"""Between the parts of an input that has several."""


def _page(content: bytes) -> None:
    """The first byte says of which kind a file is."""
    if content:
        targets.check_page((_KINDS[content[0] % len(_KINDS)], content[1:]))


def _page_seeds() -> Iterator[bytes]:
    for number, kind in enumerate(_KINDS):
        yield bytes([number]) + targets.seeds()[kind]


def _query(content: bytes) -> None:
    targets.check_query([part.decode("utf-8", "surrogateescape") for part in content.split(_PART)])


def _query_seeds() -> Iterator[bytes]:
    for query in (
        '"dân biết, dân bàn" OR (title:cảng -speaker:"Lê Na")',
        "“dân * bàn”~5 NOT date:2019-05..2021 VÀ id:a.b",
        "author:Thu Hà source:'x'",
    ):
        yield query.encode()
    yield _PART.join((b"title:", "cảng cá".encode(), b"-x"))


def _settings(content: bytes) -> None:
    settled, _, ways = content.partition(_PART)
    targets.check_settings((settled, ways))


def _settings_seeds() -> Iterator[bytes]:
    yield targets.TOML + _PART + targets.WAYS


@contextmanager
def _index() -> Iterator[Path]:
    with folder_of() as folder:
        shutil.copytree(targets.index(), folder, dirs_exist_ok=True)
        yield folder


def _contents(content: bytes) -> None:
    """A table of contents, the newest one, signed as if it were right."""
    with _index() as folder:
        number = newest(folder, VERSIONS).number
        signed = content + _TRAILER.pack(len(content), zlib.crc32(content)) + _MARK
        (folder / contents_name(number)).write_bytes(signed)
        ask(folder, and_check=True)


def _contents_seeds() -> Iterator[bytes]:
    stored = (targets.index() / contents_name(newest(targets.index(), VERSIONS).number)).read_bytes()
    end = len(stored) - _TRAILER.size - len(_MARK)
    length = _TRAILER.unpack_from(stored, end)[0]
    yield stored[end - length : end]


def _ledger(content: bytes) -> None:
    """A ledger, packed and summed as if it were right."""
    with _index() as folder:
        standing = newest(folder, VERSIONS)
        packed = compress(content)
        (folder / ledger_name(standing.number + 1)).write_bytes(packed)
        forged = replace(
            standing,
            number=standing.number + 1,
            ledger=ledger_name(standing.number + 1),
            ledger_checksum=zlib.crc32(packed),
        )
        commit(folder, forged, VERSIONS, b"")
        with suppress(*KNOWN):
            list(check(folder))


def _ledger_seeds() -> Iterator[bytes]:
    yield decompress(next(targets.index().glob("*.ledger")).read_bytes())


def _arrays(content: bytes) -> None:
    """The directory of a file of arrays, signed as if it were right, with right sums of what it names."""
    with _index() as folder:
        path = next(folder.glob("*.arrays"))
        path.write_bytes(_with_directory(path.read_bytes(), content))
        standing = newest(targets.index(), VERSIONS)
        entries = tuple(replace(entry, size=path.stat().st_size) for entry in standing.segments)
        commit(folder, replace(standing, number=standing.number + 1, segments=entries), VERSIONS, b"")
        ask(folder, and_check=False)


def _with_directory(stored: bytes, directory: bytes) -> bytes:
    body = stored[: -array_file._TRAILER.size - len(_directory(stored))]
    with suppress(ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError):
        table = json.loads(directory)
        for row in table["arrays"].values():
            if row[0] in array_file._KINDS:
                row[3] = zlib.crc32(np.ndarray(row[1], row[0], body, row[2]).tobytes())
        directory = json.dumps(table).encode()
    return body + directory + array_file._TRAILER.pack(len(directory), zlib.crc32(directory))


def _directory(stored: bytes) -> bytes:
    end = len(stored) - array_file._TRAILER.size
    return stored[end - array_file._TRAILER.unpack_from(stored, end)[0] : end]


def _arrays_seeds() -> Iterator[bytes]:
    yield _directory(next(targets.index().glob("*.arrays")).read_bytes())


TARGETS: Mapping[str, Target] = {
    "pages": Target(_page, _page_seeds),
    "queries": Target(_query, _query_seeds),
    "settings": Target(_settings, _settings_seeds),
    "contents": Target(_contents, _contents_seeds),
    "ledger": Target(_ledger, _ledger_seeds),
    "arrays": Target(_arrays, _arrays_seeds),
}
