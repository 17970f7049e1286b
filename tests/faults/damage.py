"""Bits that flip and files that are cut short: a search gives the right answer or says that the index is damaged, and
the check names the file.
"""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple
from pathlib import Path

from index.check import check
from index.errors import DamagedIndexError, IndexStoreError
from index.generations import contents_name
from index.store import open_generation
from searcher import Archive
from tests.faults.operations import Recorder
from tests.faults.runs import Run, state
from tests.faults.tally import Tally, some

QUERIES = ('"bên sông"', "bản OR mới", "ban", 'quote:"đồi mới"', "số -đồi")


def answers(index: Path) -> Sequence[object]:
    """What a reader gets to see of an index: searches of every kind, lists, texts and figures."""
    found: list[object] = []
    with Archive.open(index) as archive:
        for query in QUERIES:
            results = archive.search(query)
            found.append((results.total, results.occurrences, [astuple(hit) for hit in results.hits]))
        found.append([astuple(line) for line in archive.kwic("sông").lines])
        found.append(archive.overview())
        found += [dict(archive.values(fact)) for fact in ("source", "section", "author")]
        found.append(archive.accentings("ban"))
    return found


def flips(run: Run, folder: Path, share: float = 1, check_share: float = 1) -> list[Tally]:
    """Flips a share of the bits of each file of an index, and checks at a share of them."""
    return list(_each_file(run, folder, "bit", share, check_share))


def cuts(run: Run, folder: Path, share: float = 1, check_share: float = 1) -> list[Tally]:
    """Cuts each file of an index to a share of its lengths."""
    return list(_each_file(run, folder, "length", share, check_share))


def _each_file(run: Run, folder: Path, what: str, share: float, check_share: float) -> Iterator[Tally]:
    index = run.laid_out(folder / what) / "index"
    right = answers(index)
    for name, kind in _files(index).items():
        whole = (index / name).read_bytes()
        tally = Tally(f"{'flipped bit' if what == 'bit' else 'cut short'}: {kind}")
        points = some(range(len(whole) * 8 if what == "bit" else len(whole)), share)
        checked = set(some(points, check_share, seed=2))
        seen = 0
        for point in points:
            spoilt = bytearray(whole if what == "bit" else whole[:point])
            if what == "bit":
                spoilt[point // 8] ^= 1 << point % 8
            (index / name).write_bytes(spoilt)
            faults, noticed = _read(index, right)
            seen += noticed
            if point in checked:
                faults += _unnamed(index, name)
            tally.tried(f"{what} {point} of {name}", faults)
        (index / name).write_bytes(whole)
        tally.remarks = f"a search notices {seen / len(points):.0%}, {len(checked):,} checked"
        yield tally


def large_flips(run: Run, folder: Path, points: int, checked: int) -> list[Tally]:
    """Flips bits of a segment that is large: as many anywhere as in what the answers are read from, all of which are
    told; and checks at some of them.
    """
    index = run.laid_out(folder / "large") / "index"
    right = _counts(index)
    with Recorder(index).recording() as recorder:
        _counts(index)
    tally = Tally("flipped bit: large segment")
    (path,) = index.glob("*.arrays")
    dice, seen = random.Random(1), 0
    read = [operation for operation in recorder.log if operation.path == path.name and operation.size]
    anywhere = [(dice.randrange(8 * path.stat().st_size), False) for _ in range(points)]
    looked_at = [(8 * each.offset + dice.randrange(8 * each.size), True) for each in dice.choices(read, k=points)]
    for at, (bit, is_read) in enumerate(anywhere + looked_at):
        _flip(path, bit)
        faults, noticed = _read(index, right, _counts)
        seen += noticed and not is_read
        if is_read and not noticed:
            faults.append("goes unnoticed where it is read")
        if at % (2 * points // checked) == 0:
            faults += _unnamed(index, path.name)
        tally.tried(f"bit {bit} of {path.name}", faults)
        _flip(path, bit)
    tally.remarks = f"{path.stat().st_size / 1e6:.0f} MB, of {points:,} bits anywhere a search notices {seen:,}"
    return [tally]


def _flip(path: Path, bit: int) -> None:
    """Flips a bit of a file where it stands."""
    with open(path, "r+b") as file:
        file.seek(bit // 8)
        (byte,) = file.read(1)
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def _files(index: Path) -> dict[str, str]:
    """The files of an index, and what they are."""
    generation = open_generation(index)
    segments = {f"{entry.name}.arrays": "segment" for entry in generation.segments}
    return {contents_name(generation.number): "table of contents", generation.ledger or "": "ledger", **segments}


def _counts(index: Path) -> Sequence[object]:
    """What a reader counts, and one search: of a large index all answers take a second."""
    with Archive.open(index) as archive:
        results = archive.search(QUERIES[0])
        return [archive.count(query) for query in QUERIES] + [results.total, [astuple(hit) for hit in results.hits]]


def _read(
    index: Path, right: Sequence[object], ask: Callable[[Path], Sequence[object]] = answers
) -> tuple[list[str], bool]:
    """What is wrong with what a reader sees, and whether he was told that the index is damaged."""
    try:
        found = ask(index)
    except DamagedIndexError:
        return [], True
    except Exception as error:  # of no family of ours, or that of another cause
        return [f"raises {type(error).__name__}: {error}"], True
    return ([] if found == right else ["gives a wrong answer"]), False


def _unnamed(index: Path, name: str) -> list[str]:
    """Whether the check fails to name a file."""
    try:
        named = {fault.file for fault in check(index)}
    except DamagedIndexError as error:
        named = {each for each in (name,) if each in str(error)}
    return [] if name in named else ["is not named by the check"]


def rebuilds(run: Run, folder: Path) -> list[Tally]:
    """Damages each file of an index in some ways, all at once or alone: a rebuild leads back to a sound index."""
    tally = Tally("damaged and rebuilt")
    wanted = state(run.laid_out(folder / "wanted") / "index")
    names = list(_files(folder / "wanted" / "index"))
    for spoilt in [*([name] for name in names), names[:2], names[1:], names]:
        for way, content in (("gone", None), ("empty", b""), ("zeros", bytes(300)), ("cut", ...), ("flipped", 7)):
            index = run.laid_out(folder / "damaged") / "index"
            for name in spoilt:
                _spoil(index / name, content)
            faults = []
            try:
                run(index.parent)
                if state(index) != wanted:
                    faults.append("is not in the wanted state")
                faults += [f"{fault.file}: {fault.what}" for fault in check(index)]
            except IndexStoreError as error:
                faults.append(f"raises {type(error).__name__}: {error}")
            tally.tried(f"{way}: {' '.join(spoilt)}", faults)
            shutil.rmtree(index.parent)
    return [tally]


def _spoil(file: Path, how: object) -> None:
    whole = file.read_bytes()
    if how is None:
        file.unlink()
    elif how is ...:
        os.truncate(file, len(whole) // 2)
    elif isinstance(how, bytes):
        file.write_bytes(how)
    else:
        file.write_bytes(bytes(byte ^ 1 for byte in whole))
