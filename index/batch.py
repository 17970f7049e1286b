"""Putting articles into an index: many at a time, each id once, all or nothing up to a commit.

Whoosh sees deletions in committed segments only, so two versions of one article between two commits would both stay.
A batch holds articles back until there are ``HELD_BACK`` of them, the last version of an id winning; a version that
comes after its predecessor was written needs a commit first (``needs_commit``). After any error the writer is
cancelled: the index is as last committed, and its lock is free.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from corpus.article import Article
from index.documents import Document, documents
from index.errors import LockedIndexError
from index.ledger import Ledger
from index.lookup import documents_with, stored_field
from index.schema import LEDGER, QUOTATION_FIELDS, TEXT_FIELDS, VOCABULARY
from index.store import open_writer, reading, writing
from index.syllables import keys
from index.vocabulary import Vocabulary
from index.words import Segmenter

if TYPE_CHECKING:
    from whoosh.index import FileIndex
    from whoosh.reading import IndexReader

HELD_BACK, BYTES_HELD_BACK = 100, 4_000_000
"""Articles that a batch holds in memory before it writes them, and their bytes; tokens take thirty times as much."""

COMMIT_AFTER = 20_000
"""Articles after which a long run commits, so that stopping it loses minutes and not hours."""


class Batch:
    """One run's writer. Use it in a ``with`` block: leaving without ``commit`` cancels.

    Raises ``LockedIndexError`` when it is made while another run writes, ``UnwritableIndexError`` from any method.
    """

    def __init__(self, index: FileIndex, folder: Path, segmenter: Segmenter) -> None:
        self._index = index
        self._folder = folder
        self._segmenter = segmenter
        self._waiting: dict[str, tuple[Article, bytes] | None] = {}
        self._bytes_waiting = 0
        self._open()
        self._vocabulary = self._stored_vocabulary()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.cancel()

    def needs_commit(self, article: str) -> bool:
        """Whether a commit is due before this id is put: it was written since the last one, or that was long ago."""
        return article in self._written or len(self._written) >= COMMIT_AFTER

    def ledger(self) -> Ledger:
        """The ledger as committed, to be changed and given back to ``commit``."""
        with reading(self._folder):
            stored = stored_field(self._reader, LEDGER)
            return Ledger.from_bytes(stored) if stored else Ledger()

    def put(self, article: Article, content: bytes) -> None:
        """Writes an article in the place of any other under its id; ``content`` is the article as bytes."""
        self._hold(article.id, (article, content))

    def remove(self, article: str) -> None:
        """Removes the article under an id, and its quotations."""
        self._hold(article, None)

    def commit(self, ledger: Ledger, *, more: bool) -> None:
        """Makes all that was put and removed the state of the index; with ``more`` to come, locks it again."""
        self._flush()
        with writing(self._folder):
            for kind, content in ((LEDGER, ledger.to_bytes()), (VOCABULARY, self._vocabulary.to_bytes())):
                self._delete("kind", kind)
                self._writer.add_document(kind=kind, stored=content)
            self._writer.commit(merge=not more)
        self._reader.close()
        if more:
            generation = self._writer.generation
            self._index = self._index.refresh()
            self._open()
            if self._writer.generation != generation + 1:  # another run came in between: its ledger is not ours
                raise LockedIndexError(path=self._folder)

    def cancel(self) -> None:
        """Drops what is not committed and frees the lock; does nothing after the last commit.

        Also after a commit that failed half way, which Whoosh leaves locked: the index is then as before it, or, where
        its table of contents was written already, as after it, and its files are no leftovers.
        """
        writer = self._writer
        if writer.is_closed:
            return
        try:
            writer.cancel()
        except Exception:  # it was closing its files when it failed
            writer.writelock.release()
        if self._index.latest_generation() < writer.generation:
            for leftover in self._folder.glob(f"{writer.newsegment.segment_id()}.*"):
                leftover.unlink(missing_ok=True)

    def _open(self) -> None:
        with writing(self._folder):
            self._writer = open_writer(self._index, self._folder)
        self._written: set[str] = set()
        try:
            with reading(self._folder):
                self._reader: IndexReader = self._writer.reader()
        except BaseException:
            self.cancel()
            raise

    def _stored_vocabulary(self) -> Vocabulary:
        try:
            with reading(self._folder):
                stored = stored_field(self._reader, VOCABULARY)
                return Vocabulary.from_bytes(stored) if stored else Vocabulary()
        except BaseException:
            self.cancel()
            raise

    def _hold(self, article: str, version: tuple[Article, bytes] | None) -> None:
        self._waiting[article] = version
        self._bytes_waiting += len(version[1]) if version else 0
        if len(self._waiting) >= HELD_BACK or self._bytes_waiting > BYTES_HELD_BACK:
            self._flush()

    def _flush(self) -> None:
        versions = [version for version in self._waiting.values() if version is not None]
        with writing(self._folder):
            for identity in self._waiting:
                self._delete("id", identity)
            for (article, _), written in zip(versions, documents(versions, self._segmenter), strict=True):
                self._write(article, written)
        self._waiting.clear()
        self._bytes_waiting = 0

    def _write(self, article: Article, written: Sequence[Document]) -> None:
        for document in written:
            self._writer.add_document(**document)
            for field in (*TEXT_FIELDS, *QUOTATION_FIELDS):
                self._vocabulary.add(document.get(field, ()))  # type: ignore[arg-type]
        for name in (article.source, article.section, article.author):
            self._vocabulary.add(keys(name or ""))
        self._written.add(article.id)

    def _delete(self, field: str, value: str) -> None:
        for number in documents_with(self._reader, field, value):
            self._writer.delete_document(number)
