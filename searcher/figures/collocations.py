"""Which words keep company with what is looked for? Those that stand near it more often than elsewhere.

A word stands ``together`` times in the windows round the places and ``total`` times in the whole archive; the windows
hold ``near`` words, and the archive ``everything``, numbers counted as words. What stands in the places themselves is
of the archive alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from heapq import heappush, heappushpop
from math import log, log2

from index.plan import Condition
from index.snapshot import Snapshot
from searcher.results.company import Collocate


class Measure(StrEnum):
    """What words that keep company are ordered by."""

    LIKELIHOOD = "likelihood"
    DICE = "dice"
    COUNT = "count"


def log_likelihood(together: int, total: int, near: int, everything: int) -> float:
    """How sure it is that a word stands in the windows more often, or less often, than elsewhere.

    Dunning, "Accurate methods for the statistics of surprise and coincidence" (Computational Linguistics 19, 1993):
    G² = 2 Σ O · ln(O / E) over the table of the word and all others, in the windows and elsewhere, E being what margins
    such as these let expect. What is above 10.83 comes by chance once in a thousand. It grows with the archive.
    """

    def cell(seen: int, row: int, column: int) -> float:
        return seen * log(seen * everything / (row * column)) if seen else 0.0

    far, others = everything - near, everything - total
    return 2 * (
        cell(together, near, total)
        + cell(near - together, near, others)
        + cell(total - together, far, total)
        + cell(far - total + together, far, others)
    )


def log_dice(together: int, total: int, places: int) -> float:
    """How near a word and what is looked for, which stands in so many places, come to standing only together.

    Rychlý, "A lexicographer-friendly association score" (RASLAN 2008): 14 + log2(2 · together / (places + total)). That
    is 14 at the most where each place has the word once; one more is twice as strong. It does not depend on the size of
    the archive, and words that stand with everything, as ``và`` and ``là`` do, come late by themselves.
    """
    return 14 + log2(2 * together / (places + total))


@dataclass(frozen=True, slots=True)
class Ranking:
    """How words are measured and ordered of which one query stands in so many ``places``."""

    by: Measure
    places: int
    near: int
    everything: int

    def collocate(self, word: str, together: int, total: int) -> Collocate:
        likelihood = log_likelihood(together, total, self.near, self.everything)
        return Collocate(word, together, total, likelihood, log_dice(together, total, self.places))

    def measure(self, found: Collocate) -> float:
        return found.log_dice if self.by is Measure.DICE else found.log_likelihood

    def is_drawn(self, found: Collocate) -> bool:
        """Whether a word stands in the windows more often than it would were it spread evenly."""
        return found.count * self.everything > self.near * found.total

    def first(self, together: Mapping[str, int], total: Callable[[str], int], limit: int | None) -> list[Collocate]:
        """The first of some words, given with their counts in the windows; ``total`` gives that in the archive.

        By count all words are ranked, else those that are drawn to the places. A ``total`` takes time: so words are
        gone through from the most frequent on, until one could not come first even if it stood nowhere else. Its
        measure would be at its highest then, and this grows with the count.
        """
        words = sorted(together.items(), key=lambda each: (-each[1], each[0]))
        if self.by is Measure.COUNT:
            return [self.collocate(word, count, total(word)) for word, count in words[:limit]]
        found: list[Collocate] = []
        highest: list[float] = []  # the measures of as many as are asked for, the lowest of them first
        for word, count in words:
            is_full = len(highest) == limit
            if is_full and self.measure(self.collocate(word, count, count)) < highest[0]:
                break
            here = self.collocate(word, count, total(word))
            if self.is_drawn(here):
                found.append(here)
                (heappushpop if is_full else heappush)(highest, self.measure(here))
        found.sort(key=lambda each: (-self.measure(each), each.term))
        return found[:limit]


def collocations(
    snapshot: Snapshot, condition: Condition, places: int, *, window: int, by: Measure, limit: int | None, least: int
) -> tuple[Collocate, ...]:
    """The first of the words that stand up to ``window`` words from the ``places`` of a condition ``least`` times.

    Words are the model's; those without a letter are left out. Each is shown as authors mostly write it.
    """
    vocabulary = snapshot.vocabulary
    counts = vocabulary.company(condition, window)
    ranking = Ranking(by, places, counts.total(), vocabulary.size)
    words = {word: count for word, count in counts.items() if count >= least and any(map(str.isalpha, word))}
    found = ranking.first(words, lambda word: vocabulary.count(word.split(" ")), limit)
    return tuple(replace(each, term=vocabulary.written(each.term.split(" "))) for each in found)
