"""What a rebuild carries over from an index that is damaged, and what it says of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.check import check
from index.errors import DamagedIndexError
from index.generations import contents_name, numbers
from index.remains import Remains
from index.segment.array_file import ArrayFile
from index.segment.exact_values import ExactValues
from index.update import update
from index.words import SyllableSegmenter
from searcher.indexing import Pages
from tests.conftest import Folder

LONG = "dân biết dân bàn " * 20


def _away(folder: Folder) -> Folder:
    """An index of two data sets, of which one is away with its disk."""
    folder.records("here.jsonl", {"id": "here", "body": LONG})
    (folder.path / "away").mkdir()
    folder.records("away/away.jsonl", *({"id": f"away{at}", "body": f"dân làm {at}"} for at in range(3)))
    folder.update()
    (folder.path / "away").rename(folder.path.parent / "elsewhere")
    return folder


def _rebuilt(folder: Folder) -> int | None:
    """Rebuilds from the data set that is there; gives how many articles are said to be lost."""
    top = [str(folder.path / "here.jsonl")]
    lost = update(folder.index, top, Pages(0), segmenter=SyllableSegmenter(), rebuild=True).lost
    assert list(check(folder.index)) == []
    return lost


def _flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def test_a_table_of_contents_is_made_up_for(folder: Folder) -> None:
    """Where it is gone, the articles are found by the ledger and their digests."""
    (contents,) = _away(folder).index.glob("*.toc")
    contents.write_bytes(b"spoilt")
    assert _rebuilt(folder) == 0
    assert folder.ids("dân") == ["away0", "away1", "away2", "here"]


def test_an_article_that_does_not_read_is_lost_alone(folder: Folder) -> None:
    """The others of its segment are carried over, and it is counted."""
    (segment,) = _away(folder).index.glob("*.arrays")
    file = ArrayFile(segment)
    (number,) = (at for at, article in enumerate(_ids(file)) if article == "away1")
    begin = segment.read_bytes().find(bytes(file["stored.bytes"])) + int(file["stored.ends"][number - 1])
    _flip(segment, begin + 20)
    assert _rebuilt(folder) == 1
    assert folder.ids("dân") == ["away0", "away2", "here"]


def _ids(file: ArrayFile) -> list[str]:
    ids = ExactValues(file, "facts.id")
    return [ids.of(at) or "" for at in range(len(ids.numbers))]


def test_a_list_that_is_spoilt_costs_no_article(folder: Folder) -> None:
    """What is carried over needs nothing of a segment but the articles."""
    (segment,) = _away(folder).index.glob("*.arrays")
    at = segment.read_bytes().find(bytes(ArrayFile(segment)["text.tokens"]))
    _flip(segment, at + 1)
    with pytest.raises(DamagedIndexError, match=r"text\.tokens"):
        folder.ids("dân")
    assert _rebuilt(folder) == 0
    assert folder.ids("dân") == ["away0", "away1", "away2", "here"]


def test_without_a_ledger_nobody_knows_what_is_lost(folder: Folder) -> None:
    """That is said as well."""
    (ledger,) = _away(folder).index.glob("*.ledger")
    _flip(ledger, 30)
    assert Remains(folder.index).ledger is None
    assert _rebuilt(folder) is None
    assert folder.ids("dân") == ["here"]


def test_what_is_damaged_is_not_copied(folder: Folder) -> None:
    """A run that would write a damaged segment anew, with checksums of its own, is refused."""
    folder.records("a.jsonl", *({"id": str(at), "body": LONG} for at in range(4)))
    folder.update()
    (segment,) = folder.index.glob("*.arrays")
    at = segment.read_bytes().find(bytes(ArrayFile(segment)["stored.bytes"]))
    _flip(segment, at + 9)
    folder.records("b.jsonl", *({"id": f"b{at}", "body": LONG} for at in range(4)))
    with pytest.raises(DamagedIndexError, match=r"stored\.bytes"):
        folder.update()
    assert [fault.file for fault in check(folder.index)] == [segment.name]


def test_a_damaged_table_of_contents_before_which_another_stands_is_named(folder: Folder) -> None:
    """The one before it is used, the check tells the damage, and the next commit ends it."""
    folder.articles("dân biết")
    spoilt = folder.index / contents_name(numbers(folder.index)[0] + 1)
    spoilt.write_bytes(b"spoilt")
    assert folder.ids("dân biết") == ["0"]
    assert [fault.file for fault in check(folder.index)] == [spoilt.name]
    folder.articles("dân biết", "dân bàn")
    assert list(check(folder.index)) == []
    assert not spoilt.exists()
