"""A sound index is said to be sound, and a damaged one is not."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.batch import Batch
from index.check import check
from index.generations import commit, newest
from index.ledger.ledger import Ledger
from index.schema import VERSIONS
from index.segment.array_file import ArrayFile, ArrayFileWriter
from index.segment.check import faults as segment_faults
from index.segment.segment import Segment
from index.segment.tokens import Array
from index.words import SyllableSegmenter
from tests.conftest import Folder


def faults(path: Path) -> list[str]:
    """What is wrong with a segment's file."""
    try:
        return list(segment_faults(Segment(path, as_it_is=True)))
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
    """Wherever in a segment's arrays a bit flips, the check names the array."""
    (path,) = sample_index.glob("*.arrays")
    whole = path.read_bytes()
    file = ArrayFile(path)
    full = sorted(name for name, size in file.sizes().items() if size)
    base = min(file[name].ctypes.data for name in full) - 16  # the first array stands behind sixteen bytes
    dice = random.Random(5)
    for name in full:
        at = file[name].ctypes.data - base + dice.randrange(file[name].nbytes)
        spoilt = tmp_path / "spoilt.arrays"
        spoilt.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << dice.randrange(8)]) + whole[at + 1 :])
        assert faults(spoilt) == [f"the array {name} is not as it was written"]


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


def _names(prefix: str, names: str) -> list[str]:
    return [f"{prefix}.{name}" for name in names.split()]


CHECKED = [
    *_names("text", "tokens articles.first breaks.lengths breaks.alike breaks.8.low breaks.8.high"),
    *_names("text", "lengths.0 lengths.1 lengths.2 lengths.3 hashes keys blocks terms counts.lengths counts.alike"),
    *_names("text", "articles articles.rare kinds kinds.table escapes escapes.ends members members.low8"),
    *_names("text.loose", "lists next lengths alike 8.low 8.high 12.low 12.more 12.high 16.low 16.high"),
    *_names("text.pairs", "lists edges seconds articles lengths alike 8.low 8.high 12.low 12.more 12.high"),
    *_names("names", "tokens breaks.lengths breaks.alike breaks.8.low breaks.8.high lengths.0 lengths.1 articles.rare"),
    *_names("names", "articles.first hashes keys blocks terms counts.lengths counts.alike"),
    *_names("names.loose", "lists next lengths alike 8.low 8.high"),
    "names.pairs.edges",
    *_names("quotations", "counts begins lengths"),
    "sketches",
    *_names("facts", "id.values id.ends id.numbers published.numbers source.numbers author.numbers section.numbers"),
    *_names("stored", "bytes ends"),
]
"""The arrays that others say something about."""

TOLD_ONCE = [
    *_names("text", "joints"),
    *_names("names", "joints"),
    *_names("facts", "path.values path.ends path.numbers"),
]
"""Arrays that could be otherwise for all that the others say; there are no pairs in the names."""


def test_all_arrays_are_spoilt(large: Path) -> None:
    """The segment that is spoilt has no fault at first, and no array that the tests below leave out for no reason."""
    assert not faults(large)
    assert sorted(CHECKED + TOLD_ONCE) == sorted(name for name, size in ArrayFile(large).sizes().items() if size)


def _spoil(name: str, array: Array) -> None:
    """Changes a number in the middle of an array, so that it is one that could stand there."""
    middle = len(array) // 2
    if name in ("text.breaks.lengths", "names.breaks.lengths"):
        array[middle] = 0
    elif name in ("quotations.begins", "quotations.lengths"):
        array[middle] = np.iinfo(array.dtype).max  # any that is in the article could be right
    elif name in ("text.loose.lists", "text.pairs.lists"):
        array[[middle - 1, middle]] = array[[middle, middle - 1]]  # each list is still that of one term
    else:
        array[middle] ^= np.array(1, array.dtype)


def _rewritten(large: Path, spoilt: Path, name: str, change: Callable[[Array], object]) -> Path:
    """The file of a segment with one array changed, its checksums right."""
    old = ArrayFile(large)
    with ArrayFileWriter(spoilt) as file:
        for fact, value in old.facts.items():
            file.fact(fact, value)
        for each in old.sizes():
            array = old[each].copy()
            if each == name:
                change(array)
                assert not np.array_equal(array, old[each])
            file.add(each, array)
    return spoilt


@pytest.mark.parametrize("name", CHECKED)
def test_lists_that_disagree_are_noticed(large: Path, tmp_path: Path, name: str) -> None:
    """A segment whose bytes are as they were written, but were written wrong, is not sound either."""
    found = faults(_rewritten(large, tmp_path / "spoilt.arrays", name, lambda array: _spoil(name, array)))
    assert found
    assert "not as it was written" not in found[0]


def _swapped(array: Array, at: int, other: int) -> None:
    assert array[at] != array[other]
    array[[at, other]] = array[[other, at]]


def _counted_once_more(array: Array) -> None:
    """Of the commonest combination of counts."""
    array[0, array[0].argmax()] += 1


def _in_another_field(array: Array) -> None:
    """Of the commonest combination two fields are exchanged, so an article has as many as before."""
    _swapped(array[0], 0, int(array[0].argmax()))


def _two_that_differ(array: Array) -> None:
    """The first two neighbours that are not alike change places."""
    at = int((array[1:] != array[:-1]).nonzero()[0][0])
    _swapped(array, at, at + 1)


def _in_another_article(array: Array) -> None:
    """The first article in which the twentieth term stands is one in which it does not, so it stands in as many."""
    bitmap = array[19 * 75 : 20 * 75]  # of 600 articles
    bits = np.unpackbits(bitmap, bitorder="little")
    bits[[bits.argmax(), bits.argmin()]] = 0, 1
    bitmap[:] = np.packbits(bits, bitorder="little")


def _of_two_articles(array: Array) -> None:
    """The first two neighbours whose counts differ change places, of those that are among the commonest."""
    common = (array & 15 < 15) & (array >> 4 < 15)
    at = int((common[1:] & common[:-1] & (array[1:] != array[:-1])).nonzero()[0][0])
    _swapped(array, at, at + 1)


NAMED: list[tuple[str, Callable[[Array], object], str]] = [
    ("text.pairs.8.low", lambda array: _swapped(array, 0, 1), "places that are not in order"),
    ("text.loose.8.low", lambda array: np.add(array[:1], 1, out=array[:1]), "two terms stand at one place"),
    ("text.pairs.seconds", lambda array: _swapped(array, 0, 1), "terms do not stand before those that"),
    ("text.members", _in_another_article, "text: a frequent term's articles or counts are wrong"),
    ("text.kinds", _of_two_articles, "text: a frequent term's articles or counts are wrong"),
    ("text.kinds.table", _counted_once_more, "text: a frequent term's articles or counts are wrong"),
    ("text.kinds.table", _in_another_field, "text: a frequent term's articles or counts are wrong"),
    (
        "text.escapes.ends",
        lambda array: np.add(array[:1], 1, out=array[:1]),
        "counts that are not among the commonest",
    ),
    ("text.articles.rare", lambda array: np.add(array[:1], 1, out=array[:1]), "text: a term's number of articles"),
    ("text.lengths.2", _two_that_differ, "text: the lengths of fields are wrong"),
    ("text.keys", lambda array: np.add(array[:1], 1, out=array[:1]), "text: a term is not found under its key"),
    ("facts.id.numbers", lambda array: _swapped(array, 0, 1), "stored articles that have another id"),
    ("sketches", lambda array: _two_that_differ(array[0]), "sketches are not those of the articles"),
]


@pytest.mark.parametrize(("name", "change", "said"), NAMED)
def test_what_is_wrong_is_named(
    large: Path, tmp_path: Path, name: str, change: Callable[[Array], object], said: str
) -> None:
    """A place moved, two articles or terms exchanged, a count off by one, another term: each is said as what it is."""
    assert any(said in what for what in faults(_rewritten(large, tmp_path / "spoilt.arrays", name, change)))


def test_a_term_that_is_missing_is_named(large: Path, tmp_path: Path) -> None:
    """Where a list of articles, or one of places, is that of no term, whatever else the arrays say."""
    for name, said in (("text.articles.rare", "number of articles"), ("text.loose.lists", "does not read")):
        old = ArrayFile(large)
        path = tmp_path / f"{name}.arrays"
        with ArrayFileWriter(path) as file:
            for fact, value in old.facts.items():
                file.fact(fact, value)
            for each in old.sizes():
                file.add(each, old[each][:-1] if each == name else old[each])
        assert any(said in what for what in faults(path))


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
    assert [fault.file for fault in check(folder.index)] == [ledger.name]
    ledger.write_bytes(whole)
    assert list(check(folder.index)) == []
    with Batch(folder.index, SyllableSegmenter()) as batch:
        batch.commit(Ledger(), more=False)
    assert any("ledger alone" in fault.what for fault in check(folder.index))


def test_a_file_that_is_cut_short_does_not_open(folder: Folder) -> None:
    """Nor does one that is not there."""
    folder.articles("dân biết")
    path = _segment(folder)
    path.write_bytes(path.read_bytes()[:-9])
    assert any("does not open" in what for what in faults(path))


@pytest.mark.parametrize("articles", [1, 3])
def test_a_table_of_contents_that_counts_other_articles_is_a_fault(folder: Folder, articles: int) -> None:
    """What it says of a segment is held against the segment."""
    folder.articles("dân biết", "dân bàn")
    standing = newest(folder.index, VERSIONS)
    entries = tuple(replace(entry, articles=articles) for entry in standing.segments)
    commit(folder.index, replace(standing, number=standing.number + 1, segments=entries), VERSIONS, b"")
    assert any("another number of articles" in fault.what for fault in check(folder.index))


def test_articles_without_an_owner_are_no_fault(folder: Folder) -> None:
    """A run that was stopped between two commits may leave articles whose page is gone; the next run settles them."""
    folder.articles("dân biết", "dân bàn")
    with Batch(folder.index, SyllableSegmenter()) as batch:
        ledger = batch.ledger()
        (path,) = ledger.paths()
        ledger.drop(path)
        batch.commit(ledger, more=True)
    assert list(check(folder.index)) == []


@pytest.mark.parametrize("name", ["text.loose.lists", "text.pairs.lists", "text.pairs.edges", "text.counts.alike"])
def test_numbers_beyond_all_measure_are_faults(large: Path, tmp_path: Path, name: str) -> None:
    """A list that no term has, and stretches that end before they begin, are told and take no memory to be told."""

    def change(array: Array) -> None:
        array[len(array) // 2] = array[0] if array[0] != array[len(array) // 2] else array[0] + 1

    assert faults(_rewritten(large, tmp_path / "spoilt.arrays", name, change))
