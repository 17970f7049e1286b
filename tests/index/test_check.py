"""A sound index is said to be sound, and a damaged one is not."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from index.batch import Batch
from index.check import check
from index.segment.array_file import ArrayFile, ArrayFileWriter
from index.segment.check import faults as segment_faults
from index.segment.segment import Segment
from index.words import SyllableSegmenter
from tests.conftest import Folder


def faults(path: Path) -> list[str]:
    """What is wrong with a segment's file."""
    try:
        return list(segment_faults(Segment(path)))
    except ValueError as error:
        return [f"does not open: {error}"]


def _segment(folder: Folder) -> Path:
    (path,) = folder.index.glob("*.arrays")
    return path


def test_a_sound_index_has_no_faults(sample_index: Path, folder: Folder) -> None:
    """The sample archive, and an index with replaced and removed articles, are sound."""
    assert list(check(sample_index)) == []
    folder.articles("dân biết dân bàn " * 300, "bàn", "")
    folder.articles("dân biết, dân làm", "bàn")
    assert list(check(folder.index)) == []


def test_any_byte_that_was_changed_is_noticed(sample_index: Path, tmp_path: Path) -> None:
    """Wherever in a segment's arrays a bit flips, the check names the file."""
    (path,) = sample_index.glob("*.arrays")
    whole = path.read_bytes()
    sizes = ArrayFile(path).sizes()
    dice = random.Random(5)
    for name in sorted(sizes):
        if not sizes[name]:
            continue
        array = ArrayFile(path)[name]
        content = array.tobytes()
        at = whole.index(content) if len(content) > 40 else None
        if at is None:
            continue
        at += dice.randrange(len(content))
        spoilt = tmp_path / "spoilt.arrays"
        spoilt.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << dice.randrange(8)]) + whole[at + 1 :])
        assert any("not as it was written" in what for what in faults(spoilt)), name


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A segment with lists of every form: frequent terms and rare ones, in bitmaps and in lists."""
    dice = random.Random(1)
    words = [f"{letter}{number}" for letter in "bcdghk" for number in ("a", "ăn", "ôm", "ương")]
    folder = Folder(tmp_path_factory.mktemp("large"))
    bodies = []
    for at in range(600):
        some = dice.choices([*words, *words[:4] * 9], k=120)
        rare = ["hiếm"] * 90 if at % 50 == 0 else [f"duy{at}", *(["vừa"] * (at % 12 == 0))]
        bodies.append("\n".join([" ".join(some), "Ông Nam nói: “" + " ".join(rare) + "”."]))
    folder.articles(*bodies)
    return _segment(folder)


@pytest.mark.parametrize(
    "name",
    [
        "text.stream",
        "text.edges",
        "text.low16",
        "text.low8",
        "text.low12",
        "text.high12",
        "text.articles",
        "text.articles.rare",
        "text.kinds",
        "text.members",
        "text.members.low8",
        "text.hashes",
        "text.terms",
        "text.lengths.2",
        "quotations.ends",
        "names.stream",
        "facts.id.numbers",
    ],
)
def test_lists_that_disagree_are_noticed(large: Path, tmp_path: Path, name: str) -> None:
    """A segment whose bytes are as they were written, but were written wrong, is not sound either."""
    assert not faults(large)
    old = ArrayFile(large)
    spoilt = tmp_path / "spoilt.arrays"
    with ArrayFileWriter(spoilt) as file:
        for fact, value in old.facts.items():
            file.fact(fact, value)
        for each in old.sizes():
            array = old[each].copy()
            if each == name:
                middle = len(array) // 2
                array[middle] = 0 if name == "quotations.ends" else array[middle] ^ np.array(1, array.dtype)
            file.add(each, array)
    assert faults(spoilt)


def test_what_the_ledger_and_the_segments_tell_apart_is_noticed(folder: Folder) -> None:
    """A missing ledger, and one of another index, are faults."""
    folder.articles("dân biết", "dân bàn")
    (ledger,) = folder.index.glob("*.ledger")
    whole = ledger.read_bytes()
    ledger.write_bytes(whole[:-3])
    assert [fault.file for fault in check(folder.index)] == [ledger.name]
    (folder.path / "other").mkdir()
    other = Folder(folder.path / "other")
    other.articles("dân biết")
    (of_other,) = other.index.glob("*.ledger")
    ledger.write_bytes(of_other.read_bytes())
    assert any("ledger alone" in fault.what for fault in check(folder.index))
    ledger.write_bytes(whole)
    assert list(check(folder.index)) == []


def test_a_file_that_is_cut_short_does_not_open(folder: Folder) -> None:
    """Nor does one that is not there."""
    folder.articles("dân biết")
    path = _segment(folder)
    path.write_bytes(path.read_bytes()[:-9])
    assert any("does not open" in what for what in faults(path))


def test_articles_without_an_owner_are_no_fault(folder: Folder) -> None:
    """A run that was stopped between two commits may leave articles whose page is gone; the next run settles them."""
    folder.articles("dân biết", "dân bàn")
    with Batch(folder.index, SyllableSegmenter()) as batch:
        ledger = batch.ledger()
        (path,) = ledger.pages
        ledger.orphans |= set(ledger.pages[path].articles)
        ledger.forget(path)
        batch.commit(ledger, more=True)
    assert list(check(folder.index)) == []
