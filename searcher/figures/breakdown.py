"""How often, by what articles have in common: their year, source or author, or whom they quote."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from searcher.context.alphabet import rank
from searcher.figures.neighbours import neighbours
from searcher.results.counts import UNKNOWN_SPEAKER, Group

if TYPE_CHECKING:
    from index.plan import Condition
    from index.snapshot import Snapshot

_DATE_LENGTHS = {"year": 4, "month": 7, "day": 10}


class By(StrEnum):
    """What places are counted by. ``LEFT`` and ``RIGHT`` are the syllables beside them."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    SOURCE = "source"
    SECTION = "section"
    AUTHOR = "author"
    SPEAKER = "speaker"
    LEFT = "left"
    RIGHT = "right"


def breakdown(snapshot: Snapshot, condition: Condition, by: By) -> tuple[Group, ...]:
    """The groups of what a condition gives, whose places add up to all of them.

    Periods come in their order, what is dated less precisely before what is dated more, and the undated last; all
    other groups the most frequent first. A place is in one group, but an article that quotes two speakers in both.
    """
    if by is By.SPEAKER:
        return _by_count(_by_speaker(snapshot, condition))
    if by in (By.LEFT, By.RIGHT):
        return _by_count(neighbours(snapshot, condition, behind=by is By.RIGHT))
    found, counts = snapshot.counted(condition)
    if by.value in _DATE_LENGTHS:
        keys, which = snapshot.beginnings("published", _DATE_LENGTHS[by], found.numbers)
        return tuple(_groups([*keys, None], which.tolist(), counts.tolist()))
    values = snapshot.fact(by.value, found.numbers)
    keys = sorted({value for value in values if value is not None})
    numbers = {value: at for at, value in enumerate(keys)}
    return _by_count(_groups([*keys, None], [numbers.get(value or "", -1) for value in values], counts.tolist()))


def _groups(keys: list[str | None], which: list[int], counts: list[int]) -> Iterable[Group]:
    """The articles and places under each key, of those that have any."""
    articles, occurrences = [0] * len(keys), [0] * len(keys)
    for key, count in zip(which, counts, strict=True):
        articles[key] += 1
        occurrences[key] += count
    return (group for group in map(Group, keys, articles, occurrences) if group.articles)


def _by_speaker(snapshot: Snapshot, condition: Condition) -> Iterable[Group]:
    for speaker in snapshot.speaking(condition):
        key = None
        if speaker.quotation >= 0:
            key = snapshot.article(speaker.article).quotes[speaker.quotation].speaker or UNKNOWN_SPEAKER
        yield Group(key, speaker.articles, speaker.occurrences)


def _by_count(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups with the most places first; those with as many in the order of the alphabet."""
    return tuple(sorted(groups, key=lambda group: (-group.occurrences, -group.articles, _words(group.key))))


def _words(key: str | None) -> tuple[object, ...]:
    return (key is None, *(rank(word) for word in (key or "").lower().split()))
