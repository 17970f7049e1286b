"""What the tests share: the sample archive and its index, and small archives written on the spot."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from index.update import update
from index.words import SyllableSegmenter
from searcher import Archive
from searcher.indexing import Pages, bring_in_step

SAMPLE = Path(__file__).parent.parent / "corpus" / "sample"

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")  # how long an example takes says only how busy the machine is


@pytest.fixture(scope="session")
def sample_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the sample archive, made as ``timbao index`` makes it."""
    folder = tmp_path_factory.mktemp("sample") / "index"
    report = bring_in_step(folder, [str(SAMPLE)])
    assert report.added > 30
    assert not report.skipped
    return folder


@pytest.fixture
def sample(sample_index: Path) -> Iterator[Archive]:
    with Archive.open(sample_index) as archive:
        yield archive


class Folder:
    """Pages in a folder of their own, and an index of them, for tests that spell out what they hold."""

    def __init__(self, path: Path) -> None:
        self.path = path / "pages"
        self.path.mkdir()
        self.index = path / "index"

    def page(self, name: str, text: str) -> Path:
        """Writes a page of text; a line of it is a paragraph."""
        page = self.path / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")
        return page

    def records(self, name: str, *records: Mapping[str, object]) -> Path:
        """Writes a data set."""
        page = self.path / name
        page.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
        return page

    def articles(self, *bodies: str | Sequence[str], **options: Any) -> Folder:
        """Writes a data set with an article for each body (a text, or its paragraphs), ids 0, 1, …, and indexes it."""
        texts = [body if isinstance(body, str) else "\n".join(body) for body in bodies]
        self.records("articles.jsonl", *({"id": str(at), "body": text} for at, text in enumerate(texts)))
        self.update(**options)
        return self

    def update(self, *paths: Path, **options: Any) -> tuple[int, int, int, int]:
        """Brings the index in step; gives how many were added, replaced, removed and left."""
        tops = [str(path) for path in paths or (self.path,)]
        report = update(self.index, tops, Pages(), **{"segmenter": SyllableSegmenter(), **options})
        return report.added, report.replaced, report.removed, report.unchanged

    def open(self) -> Archive:
        return Archive.open(self.index)

    def ids(self, *query: str, **options: object) -> list[str]:
        """The ids that a query finds, in alphabetical order; a phrase that stands nowhere finds nothing."""
        with self.open() as archive:
            found = archive.search(query, limit=None, **{"match": "phrase", **options})  # type: ignore[arg-type]
            return sorted(hit.article.id for hit in found.hits)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@contextmanager
def stopped_after(seconds: int) -> Iterator[None]:
    """Ends what would go on for ever, by a ``TimeoutError`` after so many seconds."""

    def give_up(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
