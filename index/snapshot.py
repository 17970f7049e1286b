"""An index as it stands at one moment: what a reader sees, whatever is written meanwhile."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from corpus.article import Article
from index.evaluate import Matches, evaluate
from index.ledger import Ledger
from index.lookup import documents_with, stored_field
from index.schema import ARTICLE, LEDGER, QUOTATION, TEXT_FIELDS, VOCABULARY
from index.score import Scorer
from index.store import open_index, reading
from index.stored import article_of
from index.vocabulary import Vocabulary

if TYPE_CHECKING:
    from whoosh.query import Query


class Snapshot:
    """The last committed state of an index, for reading; close it, or use it in a ``with`` block.

    Every method raises ``DamagedIndexError`` where the files do not read as they were written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        index = open_index(folder)
        with reading(folder):
            self._searcher = index.searcher()
        self._reader = self._searcher.reader()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._searcher.close()

    @cached_property
    def articles(self) -> int:
        """The number of articles."""
        return len(self._numbers("kind", ARTICLE))

    @cached_property
    def quotations(self) -> int:
        """The number of quotations."""
        return len(self._numbers("kind", QUOTATION))

    @cached_property
    def syllables(self) -> int:
        """The number of syllables in all articles; where some were removed, to a few in a hundred, until a merge."""
        with reading(self.folder):
            if not self._reader.has_deletions():
                return sum(self._reader.field_length(field) for field in TEXT_FIELDS)
            length = self._reader.doc_field_length
            return sum(length(number, field, 0) for number in self._numbers("kind", ARTICLE) for field in TEXT_FIELDS)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The accented spellings of each bare syllable."""
        with reading(self.folder):
            stored = stored_field(self._reader, VOCABULARY)
            return Vocabulary.from_bytes(stored) if stored else Vocabulary()

    def ledger(self) -> Ledger:
        """Which pages the index is in step with; a copy that may be changed."""
        with reading(self.folder):
            stored = stored_field(self._reader, LEDGER)
            return Ledger.from_bytes(stored) if stored else Ledger()

    def terms(self, field: str) -> list[str]:
        """The distinct values of an exact field, such as ``source``, in order; some may have lost their last one."""
        with reading(self.folder):
            return [value.decode() if isinstance(value, bytes) else value for value in self._reader.field_terms(field)]

    def articles_with(self, field: str, value: str) -> int:
        """The number of articles that have an exact value in a field."""
        return len(self._numbers(field, value))

    def published(self) -> list[str]:
        """When the articles were published, those of which it is known."""
        return list(self.dates(self._numbers("kind", ARTICLE)).values())

    def dates(self, numbers: Iterable[int]) -> dict[int, str]:
        """When the articles with these document numbers were published, those of which it is known."""
        wanted = sorted(numbers)
        found: dict[int, str] = {}
        with reading(self.folder):
            for segment, offset in self._reader.leaf_readers():
                here = wanted[bisect_left(wanted, offset) : bisect_left(wanted, offset + segment.doc_count_all())]
                if here and segment.has_column("published"):
                    column = segment.column_reader("published")
                    found.update((number, date) for number in here if (date := column[number - offset]))
        return found

    def evaluate(self, query: Query) -> Matches:
        """The articles that match a query, by document number, with their places and scores."""
        with reading(self.folder):
            return evaluate(query, self._searcher, self._scorer)

    def article(self, number: int) -> Article:
        """The article that has a document number."""
        with reading(self.folder):
            return article_of(self._reader.stored_fields(number)["stored"])

    def numbers_of(self, identity: str) -> Collection[int]:
        """The document number of the article with an id; nothing where there is none."""
        return set(self._numbers("id", identity)).intersection(self._numbers("kind", ARTICLE))

    @cached_property
    def _scorer(self) -> Scorer:
        return Scorer.of(self._reader, self.articles)

    def _numbers(self, field: str, value: str) -> list[int]:
        with reading(self.folder):
            return documents_with(self._reader, field, value)
