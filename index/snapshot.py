"""An index as it stands at one moment: what a reader sees, whatever is written meanwhile."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

import numpy as np

from index.evaluate import evaluate
from index.generations import SEGMENT_SUFFIX, Generation
from index.parts import Parts
from index.places import Place, places_in
from index.reprints import Folded, fold
from index.schema import TEXT_FIELDS
from index.segment.segment import Segment
from index.store import open_generation, reading
from index.stored import article_of
from index.units import writable

if TYPE_CHECKING:
    from corpus.article import Article
    from index.found import Found
    from index.ledger.ledger import Ledger
    from index.occurrences import Occurrences
    from index.plan import Condition, Row
    from index.score import Scores
    from index.segment.tokens import Flags, Numbers
    from index.shares import Share
    from index.sides import Sides
    from index.speakers import Speaking
    from index.vocabulary import Vocabulary

_ATTEMPTS = 10


@dataclass(frozen=True)
class Matches:
    """The articles that match, as columns in the order of their numbers; and in how many places they do.

    Where only the best were asked for, the columns may be of these alone.
    """

    numbers: Numbers
    scores: Scores
    preferred: Flags
    occurrences: int
    articles: int
    matching: Flags | None = None
    """A flag for every number, where the columns are not of all that match."""

    @cached_property
    def all_numbers(self) -> Numbers:
        """The numbers of all articles that match."""
        return self.numbers if self.matching is None else self.matching.nonzero()[0]

    def score(self, number: int) -> float:
        """The score of one that is in the columns."""
        return float(self.scores[self.numbers.searchsorted(number)])


class Snapshot:
    """The last committed state of an index, for reading; close it, or use it in a ``with`` block.

    Articles have numbers from 0 on, which are good for this snapshot alone. Raises ``MissingIndexError``,
    ``IndexVersionError`` or ``DamagedIndexError`` when it is made; every method raises ``DamagedIndexError`` where the
    files do not read as they were written. What a plain search does not need is loaded where it is asked for.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.generation, segments, self._ledger = self._opened()
        with reading(self.folder):
            live = (entry.live for entry in self.generation.segments)
            self._parts = Parts(zip(segments, live, strict=True))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._ledger is not None:
            self._ledger.close()

    @cached_property
    def articles(self) -> int:
        """The number of articles."""
        return sum(len(part.everything) for part in self._parts)

    @cached_property
    def quotations(self) -> int:
        """The number of quotations."""
        with reading(self.folder):
            return sum(int(np.diff(part.segment.quotation_edges)[part.everything].sum()) for part in self._parts)

    @cached_property
    def syllables(self) -> int:
        """The number of syllables in all articles."""
        with reading(self.folder):
            return sum(
                int(part.segment.text.lengths(field)[part.everything].sum(dtype=np.int64))
                for part in self._parts
                for field in range(len(TEXT_FIELDS))
            )

    @property
    def size(self) -> int:
        """The bytes of its segments and its ledger."""
        ledger = os.fstat(self._ledger.fileno()).st_size if self._ledger else 0
        return ledger + sum(entry.size for entry in self.generation.segments)

    def ledger(self) -> Ledger:
        """Which pages the index is in step with; a copy that may be changed."""
        from index.ledger.ledger import Ledger

        with reading(self.folder):
            if self._ledger is None:
                return Ledger()
            self._ledger.seek(0)
            return Ledger(self._ledger)

    def pages(self) -> tuple[int, int]:
        """How many pages the index is in step with, and how many faults in them."""
        with reading(self.folder):
            ledger = self.ledger()
            return len(ledger), sum(1 for _ in ledger.faults())

    def values(self, fact: str) -> dict[str, int]:
        """The values of a fact in order, such as all sources, each with the number of its articles."""
        found: dict[str, int] = {}
        with reading(self.folder):
            for part in self._parts:
                values = part.segment.fact(fact)
                counts = np.bincount(values.numbers[part.everything], minlength=len(values) + 1)[1:].tolist()
                for value, count in zip(values, counts, strict=True):
                    if count:
                        found[value] = found.get(value, 0) + count
        return dict(sorted(found.items()))

    def speakers(self) -> dict[str, int]:
        """The names of all speakers, as their keys with large initials, each with the number of its quotations."""
        from index.speakers import speaker_names

        with reading(self.folder):
            found = Counter(name for part in self._parts for name in speaker_names(part) if name)
        return {" ".join(map(str.capitalize, name)): count for name, count in sorted(found.items())}

    def fact(self, name: str, numbers: Numbers) -> list[str | None]:
        """A fact of some articles, given by ascending numbers."""
        found: list[str | None] = []
        with reading(self.folder):
            for part, here in self._parts.by_part(numbers):
                values = part.segment.fact(name)
                of_articles = values.numbers_of(here).tolist()
                named = dict.fromkeys(of_articles)
                for number in named:
                    named[number] = values[number - 1] if number else None
                found += [named[number] for number in of_articles]
        return found

    def beginnings(self, name: str, length: int, numbers: Numbers) -> tuple[list[str], Numbers]:
        """The first ``length`` bytes of a fact of some articles, given by ascending numbers.

        All that there are, in order, and for each article which of them it has, -1 where it has none: of a date and 7
        bytes, the months.
        """
        known: dict[str, int] = {}
        found = [np.zeros(0, np.int64)]
        with reading(self.folder):
            for part, here in self._parts.by_part(numbers):
                values = part.segment.fact(name)
                beginnings, of_value = values.beginnings(length)
                of_here = np.append(-1, of_value).take(values.numbers_of(here))
                has_one = np.bincount(of_here + 1, minlength=len(beginnings) + 1)[1:].tolist()
                in_all = [
                    known.setdefault(each, len(known)) if many else -1
                    for each, many in zip(beginnings, has_one, strict=True)
                ]
                found.append(np.array([*in_all, -1], np.int64).take(of_here))
        ordered = sorted(known)
        rank = np.empty(len(known) + 1, np.int64)
        rank[[known[each] for each in ordered]] = np.arange(len(known))
        rank[-1] = -1
        return ordered, rank.take(np.concatenate(found))

    def accentings(self, bare: str) -> dict[str, int]:
        """The keys whose folded form is ``bare``, the commonest first, each with how often it stands in the index."""
        found: dict[str, int] = {}
        with reading(self.folder):
            for part in self._parts:
                text = part.segment.text
                for key, term in text.lexicon.accentings(bare).items():
                    found[key] = found.get(key, 0) + text.terms.count(term)
        return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))

    def evaluate(self, condition: Condition, best: int | None = None) -> Matches:
        """The articles that a condition gives.

        All but so many of the ``best`` may have lower scores than theirs, or be missing in the columns.
        """
        with reading(self.folder):
            return _matches(evaluate(condition, self._parts, best))

    def counted(self, condition: Condition) -> tuple[Matches, Numbers]:
        """The articles that a condition gives, all with their scores; and of each in how many places it matches.

        These are as many as ``places`` gives, and add up to ``occurrences``; a filter alone matches in no place.
        """
        with reading(self.folder):
            found = evaluate(condition, self._parts, counted=True)
            return _matches(found), found.each()

    def quotation_matches(self, condition: Condition) -> tuple[Numbers, Numbers]:
        """The articles of all quotations that match, ascending, and the number of each among its article's."""
        from index.quotation_matches import quotation_matches

        with reading(self.folder):
            return quotation_matches(condition, self._parts)

    def shares(self, condition: Condition, number: int) -> tuple[Share, ...] | None:
        """What the parts of a condition add to the score of an article, which is their sum; ``None``: no match."""
        from index.shares import shares

        with reading(self.folder):
            return shares(condition, self._parts, number)

    def places(self, condition: Condition, number: int, article: Article) -> tuple[Place, ...]:
        """Where in an article a condition matches, in reading order; ``article`` is the one that has the number."""
        with reading(self.folder):
            part = self._parts.part_of(number)
            return places_in(condition, part, number - part.first, article)

    def occurrences(self, condition: Condition) -> tuple[Occurrences, ...]:
        """Where a condition matches in all articles: the places that ``places`` gives, as arrays, a segment each."""
        from index.occurrences import occurrences

        with reading(self.folder):
            return occurrences(condition, self._parts)

    def sides(self, condition: Condition, length: int, *, behind: bool) -> Iterator[Sides]:
        """Up to so many syllables before or ``behind`` each place of a condition, for each segment (``sides.py``)."""
        from index.occurrences import occurrences
        from index.sides import sides

        with reading(self.folder):
            yield from sides(occurrences(condition, self._parts), length, behind=behind)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all articles, counted (``vocabulary.py``)."""
        from index.vocabulary import Vocabulary

        return Vocabulary(self.folder, self._parts)

    def speaking(self, condition: Condition) -> Sequence[Speaking]:
        """Who says what a condition finds; its places, as ``occurrences`` gives them, by their speakers."""
        from index.occurrences import occurrences
        from index.speakers import speaking

        with reading(self.folder):
            return speaking(occurrences(condition, self._parts))

    def distances(self, rows: Sequence[Row], numbers: Numbers) -> Numbers:
        """How near together some rows stand in each of some articles, given by ascending numbers (``nearness.py``)."""
        from index.nearness import distances

        with reading(self.folder):
            return distances(rows, self._parts, numbers)

    def folded(self, numbers: Numbers, ranked: Numbers, count: int) -> Folded:
        """The first of some articles, given by ascending numbers, of those that are alike one (``reprints.py``).

        ``ranked`` are some of these, in order.
        """
        with reading(self.folder):
            return fold(self._parts, numbers, ranked, count)

    def article(self, number: int) -> Article:
        """The article that has a number."""
        with reading(self.folder):
            part = self._parts.part_of(number)
            return article_of(part.segment.stored(number - part.first))

    def number(self, identity: str) -> int | None:
        """The number of the article with an id; ``None`` where there is none."""
        with reading(self.folder):
            for part in self._parts:
                articles = part.segment.fact("id").articles(writable(identity))
                for article in articles[np.isin(articles, part.everything)].tolist():
                    return part.first + int(article)
        return None

    def numbers(self) -> Iterator[int]:
        """The numbers of all articles."""
        for part in self._parts:
            yield from (part.first + part.everything).tolist()

    def _opened(self) -> tuple[Generation, Sequence[Segment], BinaryIO | None]:
        """The newest generation with its files open; another one, should it be replaced at this very moment."""
        for attempt in range(_ATTEMPTS):
            generation = open_generation(self.folder)
            with reading(self.folder):
                try:
                    segments = [Segment(self.folder / (entry.name + SEGMENT_SUFFIX)) for entry in generation.segments]
                    ledger = open(self.folder / generation.ledger, "rb") if generation.ledger else None  # noqa: SIM115
                except FileNotFoundError:
                    if attempt == _ATTEMPTS - 1:
                        raise
                    continue
                return generation, segments, ledger
        raise AssertionError


def _matches(found: Found) -> Matches:
    preferred = np.zeros(len(found.articles), np.bool_) if found.preferred is None else found.preferred
    return Matches(found.articles, found.scores, preferred, found.occurrences, found.total, found.matching)
