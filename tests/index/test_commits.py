"""Commits that fail, runs that are stopped, writers that meet: done or not done, and never half."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence

import pytest

from index import batch
from index.errors import DamagedIndexError, LockedIndexError, UnwritableIndexError
from index.generations import INDEX_NAME, SEGMENT_SUFFIX
from index.ledger.ledger import Ledger
from index.segment import next_terms_writer, spool
from index.segment.columns import KeyNumbers
from index.tokens import TextTokens
from index.update import update
from index.words import SyllableSegmenter
from searcher.indexing import Pages
from tests.conftest import Folder
from tests.index.test_synchronise import page_of


def test_a_failure_leaves_the_index_as_it_was_and_unlocked(folder: Folder) -> None:
    """An error in the middle of a run cancels it: nothing half written, the lock free, no file left over."""
    folder.page("a.txt", page_of("Một"))
    folder.update()
    files = sorted(file.name for file in folder.index.iterdir())

    class Failing(SyllableSegmenter):
        def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
            raise KeyboardInterrupt

    folder.page("b.txt", page_of("Hai"))
    with pytest.raises(KeyboardInterrupt):
        update(folder.index, [str(folder.path)], Pages(), segmenter=Failing())
    assert sorted(file.name for file in folder.index.iterdir()) == files
    assert folder.ids("con đường thôn") == ["pages/a.txt"]
    assert folder.update() == (1, 0, 0, 1)


def test_a_disk_that_has_no_room_for_what_waits(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists that wait for their turn in a file find no room: it is said so, and the index is as it was."""
    folder.articles("dân biết dân bàn " * 4)
    files = sorted(file.name for file in folder.index.iterdir())

    class Full(tempfile.SpooledTemporaryFile[bytes]):
        def write(self, *_: object) -> int:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(spool, "_TOGETHER", 1)
        patched.setattr(next_terms_writer, "FREQUENT", 2)
        patched.setattr(tempfile, "SpooledTemporaryFile", Full)
        with pytest.raises(UnwritableIndexError, match="No space left"):
            folder.articles("dân biết dân bàn " * 4, "dân làm dân bàn " * 4)
    assert sorted(file.name for file in folder.index.iterdir()) == files
    assert folder.ids("dân bàn") == ["0"]
    folder.articles("dân biết dân bàn " * 4, "dân làm dân bàn " * 4)
    assert folder.ids("dân bàn") == ["0", "1"]


@pytest.mark.parametrize(
    ("step", "written"),
    [
        ("index.batch.write_segment", False),
        ("index.batch.put", False),
        ("index.generations.put", False),
        ("index.generations.settle", False),
        ("index.generations.sweep", True),
    ],
)
def test_a_commit_that_fails_half_way_is_done_or_not_done(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, step: str, written: bool
) -> None:
    """Whatever step of a commit fails, the index is as before or as after it, unlocked, and the next run mends it."""
    folder.page("a.txt", page_of("Một"))
    folder.update()
    folder.page("b.txt", page_of("Hai"))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(step, fail)
        with pytest.raises(UnwritableIndexError, match="No space left"):
            folder.update()
    assert folder.ids("con đường thôn") == ["pages/a.txt", *(["pages/b.txt"] if written else [])]
    folder.update()
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


def test_a_run_stopped_between_commits_goes_on_where_it_was(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a stop half way through a data set a second run ends with the index of a run that was not stopped."""
    monkeypatch.setattr(batch, "HELD_BACK", 3)
    monkeypatch.setattr(batch, "FULL_SEGMENT", 20)
    folder.records("d.jsonl", *({"id": str(at), "body": f"bản số {at}"} for at in range(20)))

    class Stopping(SyllableSegmenter):
        seen = 0

        def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
            self.seen += len(texts)
            if self.seen > 11:
                raise KeyboardInterrupt
            return super().tokens(texts, numbers)

    with pytest.raises(KeyboardInterrupt):
        update(folder.index, [str(folder.path)], Pages(), segmenter=Stopping())
    assert folder.ids("bản số") == [str(at) for at in range(6)]
    assert folder.update() == (14, 0, 0, 6)
    assert len(folder.ids("bản số")) == 20


def test_what_was_read_stands_before_a_long_merge(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full while segments are merged at the end of a long run takes nothing of what was read."""
    monkeypatch.setattr(batch, "HELD_BACK", 3)
    monkeypatch.setattr(batch, "FULL_SEGMENT", 20)
    folder.records("d.jsonl", *({"id": str(at), "body": f"bản số {at}"} for at in range(20)))

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(batch, "write_merged", fail)
        with pytest.raises(UnwritableIndexError, match="No space left"):
            folder.update()
    assert len(folder.ids("bản số")) == 20
    assert len(list(folder.index.glob("*.arrays"))) > 1
    assert folder.update() == (0, 0, 0, 20)
    folder.records("e.jsonl", {"id": "e", "body": "bản số cuối"})
    assert folder.update() == (1, 0, 0, 20)
    assert len(list(folder.index.glob("*.arrays"))) == 1
    assert len(folder.ids("bản số")) == 21


def test_too_little_memory_to_merge_is_no_damage(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system does not give while segments are merged says nothing against them."""
    folder.records("a.jsonl", {"id": "a", "body": "bản a"})
    folder.update()

    def fail(*_: object) -> None:
        raise MemoryError

    folder.records("b.jsonl", {"id": "b", "body": "bản b"})
    with monkeypatch.context() as short:
        short.setattr(batch, "write_merged", fail)
        with pytest.raises(MemoryError):
            folder.update()
    assert folder.ids("bản") == ["a"]
    folder.update()
    assert folder.ids("bản") == ["a", "b"]


def test_long_articles_are_not_held_back(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles are written by the number or by the bytes, whichever comes first, so memory is bounded."""
    asked: list[int] = []

    class Noting(SyllableSegmenter):
        def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
            asked.extend([len(texts)] if texts else [])
            return super().tokens(texts, numbers)

    for at in range(6):
        folder.page(f"{at}.txt", page_of("Một"))
    update(folder.index, [str(folder.path)], Pages(), segmenter=Noting())
    assert len(asked) == 1
    monkeypatch.setattr("index.batch.BYTES_HELD_BACK", 2)
    update(folder.index, [str(folder.path)], Pages(), segmenter=Noting(), rebuild=True)
    assert len(asked) == 1 + 6
    assert len(folder.ids("con đường thôn")) == 6


def test_a_second_writer_is_told(folder: Folder) -> None:
    """While one run writes, another is refused, and the first is not disturbed."""
    folder.page("a.txt", page_of("Một"))
    folder.update()

    class Meanwhile(SyllableSegmenter):
        refused = False

        def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
            if not self.refused:
                self.refused = True
                with pytest.raises(LockedIndexError):
                    folder.update()
            return super().tokens(texts, numbers)

    folder.page("b.txt", page_of("Hai"))
    meanwhile = Meanwhile()
    assert update(folder.index, [str(folder.path)], Pages(), segmenter=meanwhile).added == 1
    assert meanwhile.refused
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


def test_a_reader_sees_the_archive_as_it_was_opened(folder: Folder) -> None:
    """What is committed meanwhile does not change an open archive."""
    folder.page("a.txt", page_of("Một"))
    folder.update()
    with folder.open() as archive:
        folder.page("b.txt", page_of("Hai"))
        folder.update()
        assert archive.count("con đường thôn").articles == 1
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"garbage" * 20, None])
def test_a_run_over_a_damaged_index_says_so(folder: Folder, content: bytes | None) -> None:
    """Indexing into damaged files is refused in a sentence, with the lock free, and a rebuild heals it."""
    folder.page("a.txt", page_of("Một"))
    folder.update()
    for file in folder.index.glob("*.arrays"):
        file.unlink() if content is None else file.write_bytes(content)
    folder.page("b.txt", page_of("Hai"))
    for _ in range(2):
        with pytest.raises(DamagedIndexError):
            folder.update()
    folder.update(rebuild=True)
    assert folder.ids("con đường thôn") == ["pages/a.txt", "pages/b.txt"]


def test_a_run_that_is_over_touches_nothing(folder: Folder) -> None:
    """Between a run's last commit and its end another one may write; what that has written so far is not swept away."""
    folder.page("a.txt", page_of("Một"))
    folder.update()
    with batch.Batch(folder.index, SyllableSegmenter()) as first:
        first.commit(first.ledger(), more=False)
        written = folder.index / f"{INDEX_NAME}_another{SEGMENT_SUFFIX}"
        written.write_bytes(b"of another run")
    assert written.exists()


@pytest.mark.parametrize(("bound", "value"), [("FULL_STORE", 10), ("LONGEST", 0.0)])
def test_a_run_commits_before_a_segment_has_many_syllables(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, bound: str, value: float
) -> None:
    """A segment is full by the bytes of its articles as well, and is not gathered for ever."""
    monkeypatch.setattr(batch, bound, value)
    monkeypatch.setattr(batch, "HELD_BACK", 2)
    commits: list[bool] = []
    commit = batch.Batch.commit

    def noted(self: batch.Batch, ledger: Ledger, *, more: bool) -> None:
        commits.append(more)
        commit(self, ledger, more=more)

    monkeypatch.setattr(batch.Batch, "commit", noted)
    folder.records("d.jsonl", *({"id": str(at), "body": "bản !" + "?" * at} for at in range(6)))
    folder.update()
    assert len(folder.ids("bản")) == 6
    assert commits.count(True) >= 2
