"""The table of contents of an index: which segments it has, and what was deleted from them. Version 8.

Every commit writes a new generation: a file ``_MAIN_<number>.toc``, which is Whoosh's own table of contents, so that
``whoosh.index.open_dir`` opens the index, and behind it what we read ourselves, so that no pickle is read:

    JSON, {"timbao": 8, "normal_form": 1, "generation": number, "ledger": file or null,
           "ledger_checksum": CRC-32,
           "segments": [{"name": …, "size": bytes, "articles": number, "deleted": bits or null}, …]}
    its length, the CRC-32 of all before, as unsigned 32-bit little-endian numbers, and b"timbao\\n"

``deleted`` is a bit an article, compressed and in Base64. What a generation names is on the disk before it is, and it
comes to stand by one renaming; when that is on the disk too, the files of older ones are removed. So there is always
one that stands, and if the newest does not read, the one before it is taken, should it still be there.
"""

from __future__ import annotations

import base64
import errno
import json
import os
import re
import shutil
import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.segment.tokens import Flags

INDEX_NAME = "MAIN"
REBUILDING = f"{INDEX_NAME}_rebuilding"
"""The folder inside an index in which the one that is to replace it is made."""

SEGMENT_SUFFIX, LEDGER_SUFFIX = ".arrays", ".ledger"

_TRAILER = struct.Struct("<II")
_MARK = b"timbao\n"
_ATTEMPTS = 10
_LOST = {errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ELOOP}
_CONTENTS = re.compile(rf"_{INDEX_NAME}_([0-9]+)\.toc")


class OtherVersionError(ValueError):
    """A table of contents that another version wrote; ``found`` is what it says of itself."""

    def __init__(self, found: object) -> None:
        super().__init__(found)
        self.found = found


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """A segment as a generation has it: ``name`` is its file's without the suffix, ``live`` a flag an article."""

    name: str
    size: int
    articles: int
    live: Flags | None = None


@dataclass(frozen=True, slots=True)
class Generation:
    """One state of an index, from a commit to the next."""

    number: int
    segments: tuple[SegmentEntry, ...] = ()
    ledger: str | None = None
    ledger_checksum: int | None = None

    def files(self) -> Iterator[str]:
        """The names of the files that it needs."""
        yield contents_name(self.number)
        for entry in self.segments:
            yield entry.name + SEGMENT_SUFFIX
        if self.ledger is not None:
            yield self.ledger


def contents_name(number: int) -> str:
    return f"_{INDEX_NAME}_{number}.toc"


def ledger_name(number: int) -> str:
    return f"{INDEX_NAME}_{number}{LEDGER_SUFFIX}"


def numbers(folder: Path) -> list[int]:
    """The numbers of the generations whose tables of contents lie in a folder, the newest first."""
    return sorted((int(found[1]) for name in os.listdir(folder) if (found := _CONTENTS.fullmatch(name))), reverse=True)


def next_number(folder: Path) -> int:
    """A number above those of all generations, also of those that do not read."""
    return max(numbers(folder), default=-1) + 1


def is_ours(folder: Path) -> bool:
    """Whether what lies in a folder was written by timbao: Whoosh alone names its files as we do."""
    own = (name for name in os.listdir(folder) if name.startswith(f"{INDEX_NAME}_"))
    if any(name.endswith((SEGMENT_SUFFIX, LEDGER_SUFFIX)) for name in own):
        return True
    for number in numbers(folder):
        with suppress(FileNotFoundError):  # a commit may take it away meanwhile
            if (folder / contents_name(number)).read_bytes().endswith(_MARK):
                return True
    return False


def is_loss(error: OSError) -> bool:
    """Whether the system says that a file is lost; else it will not let us read it now, and perhaps it will later."""
    return error.errno is None or error.errno in _LOST


def newest(folder: Path, versions: dict[str, int]) -> Generation:
    """The newest generation that stands whole.

    Where its files vanish while they are looked at, another one stands by then, and that is taken. Raises
    ``FileNotFoundError`` where there is none, ``OtherVersionError``, ``ValueError`` where none reads, and ``OSError``
    where the system does not let us look.
    """
    fault: Exception = FileNotFoundError(errno.ENOENT, "no table of contents")
    for _ in range(_ATTEMPTS):
        found = numbers(folder)
        for number in found:
            try:
                return _whole(folder, number, versions)
            except OtherVersionError:
                raise
            except OSError as error:
                if not is_loss(error):
                    raise
                fault = ValueError(f"{error.filename}: {error.strerror}")
            except (ValueError, KeyError, TypeError) as error:
                fault = ValueError(f"{contents_name(number)}: {error}")
        if numbers(folder) == found:
            break
    raise fault


def _whole(folder: Path, number: int, versions: dict[str, int]) -> Generation:
    """A generation of which all files are there. Raises ``OSError``, ``ValueError``, ``KeyError`` or ``TypeError``."""
    generation = _parsed((folder / contents_name(number)).read_bytes(), versions)
    for entry in generation.segments:
        if (folder / (entry.name + SEGMENT_SUFFIX)).stat().st_size != entry.size:
            raise ValueError(f"{entry.name}{SEGMENT_SUFFIX} was cut short")
    if generation.ledger is not None:
        (folder / generation.ledger).stat()
    return generation


def _parsed(content: bytes, versions: dict[str, int]) -> Generation:
    body, trailer = content[: -len(_MARK) - _TRAILER.size], content[-len(_MARK) - _TRAILER.size :]
    if not trailer.endswith(_MARK):
        raise ValueError("cut short, or not written by timbao")
    length, checksum = _TRAILER.unpack_from(trailer)
    if zlib.crc32(body) != checksum:
        raise ValueError("damaged")
    table = json.loads(body[len(body) - length :])
    found = {name: table.get(name) for name in versions}
    if found != versions:
        raise OtherVersionError(found)
    entries = [
        SegmentEntry(row["name"], row["size"], row["articles"], _live(row["deleted"], row["articles"]))
        for row in table["segments"]
    ]
    return Generation(table["generation"], tuple(entries), table["ledger"], table.get("ledger_checksum"))


def written(generation: Generation, versions: dict[str, int], front: bytes) -> bytes:
    """The content of a generation's table of contents; ``front`` is Whoosh's own."""
    rows = [
        {"name": entry.name, "size": entry.size, "articles": entry.articles, "deleted": _deleted(entry.live)}
        for entry in generation.segments
    ]
    table = {
        **versions,
        "generation": generation.number,
        "ledger": generation.ledger,
        "ledger_checksum": generation.ledger_checksum,
        "segments": rows,
    }
    behind = json.dumps(table).encode()
    return front + behind + _TRAILER.pack(len(behind), zlib.crc32(front + behind)) + _MARK


def _deleted(live: Flags | None) -> str | None:
    return None if live is None else base64.b64encode(zlib.compress(np.packbits(~live).tobytes())).decode()


def _live(deleted: str | None, articles: int) -> Flags | None:
    if deleted is None:
        return None
    bits = np.frombuffer(zlib.decompress(base64.b64decode(deleted)), np.uint8)
    return np.logical_not(np.unpackbits(bits)[:articles])


def put(path: Path, pieces: Iterable[bytes]) -> int:
    """Writes a file under a name that it takes only when it is on the disk as a whole; gives its CRC-32."""
    draft = path.with_name(path.name + ".new")
    checksum = 0
    with open(draft, "wb") as file:
        for piece in pieces:
            file.write(piece)
            checksum = zlib.crc32(piece, checksum)
        file.flush()
        os.fsync(file.fileno())
    os.replace(draft, path)
    return checksum


def settle(folder: Path) -> None:
    """Returns when the names in a folder are on the disk."""
    if hasattr(os, "O_DIRECTORY"):  # elsewhere a folder cannot be opened, and renaming is as lasting as it gets
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def commit(folder: Path, generation: Generation, versions: dict[str, int], front: bytes) -> None:
    """Makes a generation, whose segments and ledger are on the disk, the state of an index."""
    settle(folder)
    put(folder / contents_name(generation.number), [written(generation, versions, front)])
    sweep(folder, generation)


def sweep(folder: Path, generation: Generation) -> None:
    """Removes what a generation does not need: older ones, and what a run left that was killed.

    Not before the generation is on the disk: where that cannot be had, nothing is removed.
    """
    settle(folder)
    needed = set(generation.files())
    for name in os.listdir(folder):
        of_segments = name.startswith(INDEX_NAME + "_") and name.endswith((SEGMENT_SUFFIX, LEDGER_SUFFIX, ".new"))
        contents = _CONTENTS.fullmatch(name.removesuffix(".new"))
        is_older = contents is not None and (int(contents[1]) < generation.number or name.endswith(".new"))
        if (of_segments or is_older) and name not in needed:
            (folder / name).unlink(missing_ok=True)
    if (folder / REBUILDING).exists():
        shutil.rmtree(folder / REBUILDING)
