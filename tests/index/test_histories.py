"""Whatever happens between runs: files written, removed, spoilt, away with their disk, runs stopped half way.

Once all is well again, the index holds what a plain reading of the files gives.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from index import batch, synchronise
from index.segment.columns import KeyNumbers
from index.snapshot import Snapshot
from index.tokens import TextTokens
from index.update import update
from index.words import SyllableSegmenter
from searcher.indexing import Pages
from tests.conftest import Folder

FILES = ("a/1.jsonl", "a/2.jsonl", "b/3.jsonl", "b/4.jsonl")
HISTORIES = 150


class Stopping(SyllableSegmenter):
    """Stops a run after so many texts."""

    def __init__(self, texts: int) -> None:
        self.left = texts

    def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
        self.left -= len(texts)
        if self.left < 0:
            raise KeyboardInterrupt
        return super().tokens(texts, numbers)


class History:
    """A random history of four data sets in two folders, whose articles share four ids."""

    def __init__(self, folder: Folder, seed: int) -> None:
        self.dice = random.Random(seed)
        self.folder = folder
        self.content: dict[str, list[tuple[str, str]]] = {}
        self.away: str | None = None
        self.clock: Iterator[int] = itertools.count(10**18, 10**9)
        for name in "ab":
            (folder.path / name).mkdir()

    def write(self, name: str, rows: list[tuple[str, str]]) -> None:
        self.content[name] = rows
        text = "".join(json.dumps({"id": identity, "body": f"bản {body}"}) + "\n" for identity, body in rows)
        self.put(name, text)

    def put(self, name: str, text: str) -> None:
        page = self.folder.path / name
        page.write_text(text, "utf-8")
        time = next(self.clock)
        os.utime(page, ns=(time, time))

    def change_a_file(self) -> None:
        name, chance = self.dice.choice(FILES), self.dice.random()
        page = self.folder.path / name
        if name[0] == self.away:
            return
        if chance < 0.6:
            rows = self.dice.randrange(1, 6)
            self.write(name, [(str(self.dice.randrange(4)), str(self.dice.randrange(3))) for _ in range(rows)])
        elif page.exists() and chance < 0.75 and len(list(page.parent.iterdir())) > 1:
            page.unlink()
            del self.content[name]
        elif page.exists() and chance < 0.85:
            self.put(name, "spoilt\n")
        elif page.exists():
            self.put(name, page.read_text("utf-8"))

    def move_a_disk(self) -> None:
        if self.away is not None:
            (self.folder.path.parent / "away").rename(self.folder.path / self.away)
            self.away = None
        else:
            self.away = self.dice.choice("ab")
            (self.folder.path / self.away).rename(self.folder.path.parent / "away")

    def run(self) -> None:
        tops = [str(self.folder.path / name) for name in "ab" if name != self.away]
        if self.dice.random() < 0.4:
            tops = [self.dice.choice(tops)]
        segmenter = Stopping(self.dice.randrange(12)) if self.dice.random() < 0.3 else SyllableSegmenter()
        keep = self.dice.random() < 0.1
        with contextlib.suppress(KeyboardInterrupt):
            update(self.folder.index, tops, Pages(), segmenter=segmenter, keep_missing=keep)

    def heal(self) -> None:
        """Brings every disk back, mends every spoilt file, and runs once more."""
        if self.away is not None:
            self.move_a_disk()
        for name, rows in self.content.items():
            if (self.folder.path / name).read_text("utf-8") == "spoilt\n":
                self.write(name, rows)
        tops = [str(self.folder.path / name) for name in "ab"]
        update(self.folder.index, tops, Pages(), segmenter=SyllableSegmenter())

    def wanted(self) -> dict[str, str]:
        return {identity: f"bản {body}" for name in sorted(self.content) for identity, body in self.content[name]}


@pytest.mark.parametrize("block", range(10))
def test_every_history_ends_as_a_plain_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    """Random histories of ten runs, batches so small that they fall apart: nothing lost, nothing left over."""
    monkeypatch.setattr(batch, "HELD_BACK", 2)
    monkeypatch.setattr(synchronise, "_TOGETHER", 2)
    monkeypatch.setattr(batch, "FULL_SEGMENT", 10)
    for seed in range(block * HISTORIES // 10, (block + 1) * HISTORIES // 10):
        (tmp_path / str(seed)).mkdir()
        history = History(Folder(tmp_path / str(seed)), seed)
        for _ in range(10):
            for _ in range(history.dice.randrange(1, 3)):
                history.change_a_file()
            if history.dice.random() < 0.15:
                history.move_a_disk()
            history.run()
        history.heal()
        with Snapshot(history.folder.index) as snapshot:
            articles = [snapshot.article(number) for number in snapshot.numbers()]
        assert {article.id: article.paragraphs[0] for article in articles} == history.wanted(), seed
        assert len(articles) == len(history.wanted()), seed
