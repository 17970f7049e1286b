"""The text that lists of places are of: put together out of them, and checked to be one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.segment.next_terms import HIGHEST, NextTerms
from index.segment.position_lists import PositionLists
from index.segment.tokens import BREAK, Numbers

_ANY_HIGH = np.uint32(0xFFFF_FFFF)

_BEHIND = np.uint64(32)

_READ_AT_ONCE = 1 << 17


def whole_text(lists: NextTerms) -> NDArray[np.uint32]:
    """The term of every token, put together out of the lists; a token that none has is a break."""
    terms = np.zeros(lists.size, np.uint32)
    for each, firsts, _ in all_lists(lists):
        for first, behind, lengths, places in each.in_order():
            terms[places] = np.repeat(firsts[first:behind], lengths)
    return terms


def checked_stretches(lists: NextTerms, edges: Sequence[int]) -> Iterator[NDArray[np.uint32]]:
    """The text, from each of some places to the next; raises ``ValueError`` where the lists are not those of a text.

    They have to be in order, and behind a term the one has to stand that they say. For each stretch all lists are
    unpacked once: each occurrence leaves its term and the one behind it at its place, as one number, for what takes
    time is to get there. Two that leave theirs at one place are noticed, as there are fewer places than occurrences
    then; so each term occurs as often as is said of it.
    """
    _check_numbers(lists)
    for begin, end in pairwise(edges):
        yield _checked_stretch(lists, begin, end)


def _checked_stretch(lists: NextTerms, begin: int, end: int) -> NDArray[np.uint32]:
    found = np.zeros((end - begin + 1, 2), np.uint32)  # for each place its term and what is said to be behind it
    both, count = found.reshape(-1).view(np.uint64), 0
    for each, firsts, seconds in all_lists(lists):
        at = 0
        own = firsts.astype(np.uint64) if seconds is None else firsts | seconds.astype(np.uint64) << _BEHIND
        for first, behind, lengths, places in each.in_order():
            if begin == 0 and not (
                _ascend(places, lengths) and int(places.view(np.uint64).max(initial=0)) < lists.size
            ):
                raise ValueError("places that are not in order")
            here = np.repeat(own[first:behind], lengths)
            if seconds is None:
                behind_them = lists.behind.between(at, at + len(places)).astype(np.uint64)
                behind_them[behind_them == HIGHEST] = _ANY_HIGH
                here |= behind_them << _BEHIND
            at += len(places)
            if end - begin < lists.size:
                places -= begin
                inside = ((places >= 0) & (places <= end - begin)).nonzero()[0]
                places, here = places.take(inside), here.take(inside)
            both[places] = here
            count += int(np.count_nonzero(places < end - begin))
    return _held_together(found, count)


def _held_together(found: NDArray[np.uint32], count: int) -> NDArray[np.uint32]:
    """The terms that so many occurrences left, with those that they are said to stand before, and one more behind them.

    They come to stand in the memory that both took.
    """
    terms, size = found.reshape(-1)[: len(found)], len(found) - 1
    for begin in range(0, size, _READ_AT_ONCE):
        end = min(begin + _READ_AT_ONCE, size)
        here, said = found[begin:end].T
        stands = found[begin + 1 : end + 1, 0]
        fits = (stands == said) | (here == BREAK) | (said == _ANY_HIGH) & (stands >= HIGHEST)
        if not fits.all():
            raise ValueError("terms do not stand before those that their lists say")
        count -= int(np.count_nonzero(here))
        terms[begin:end] = here
    if count:
        raise ValueError("two terms stand at one place")
    return terms[:-1]


def _check_numbers(lists: NextTerms) -> None:
    """Raises ``ValueError`` where lists of places are not those of the terms and pairs that there are."""
    edges = lists.edges.astype(np.int64)
    if edges[0] or (edges[1:] < edges[:-1]).any() or edges[-1] != len(lists.pairs):
        raise ValueError("the pairs of terms do not follow each other")
    loose_lists = lists.loose_lists.whole()
    for each, numbers in ((lists.loose, loose_lists), (lists.pairs, lists.lists_of_pairs.whole())):
        if len(numbers) != len(each) or not np.array_equal(np.sort(numbers), np.arange(len(each))):
            raise ValueError("a list of places is that of no term, or of two")
    if len(lists.loose) != len(lists.lengths) or len(edges) - 1 > len(lists.lengths):
        raise ValueError("terms have no list of places")
    listed = lists.loose.lengths.all().take(loose_lists)
    in_pairs = np.append(0, lists.pairs.lengths.all().take(lists.lists_of_pairs.whole()).cumsum()).take(edges)
    listed[: len(edges) - 1] += in_pairs[1:] - in_pairs[:-1]
    if not np.array_equal(listed, lists.counts()):
        raise ValueError("terms do not occur as often as their lists say")


def all_lists(lists: NextTerms) -> Iterator[tuple[PositionLists, NDArray[np.uint32], NDArray[np.uint32] | None]]:
    """The loose lists and those of pairs, each with its terms, and the terms behind these, where it is of pairs."""
    firsts = np.zeros(len(lists.loose), np.uint32)
    firsts[lists.loose_lists.whole()] = np.arange(1, lists.terms)
    yield lists.loose, firsts, None
    firsts, seconds = np.zeros(len(lists.pairs), np.uint32), np.zeros(len(lists.pairs), np.uint32)
    edges = lists.edges.astype(np.int64)
    firsts[lists.lists_of_pairs.whole()] = np.repeat(np.arange(1, len(edges)), edges[1:] - edges[:-1])
    seconds[lists.lists_of_pairs.whole()] = lists.seconds.whole()
    yield lists.pairs, firsts, seconds


def _ascend(places: Numbers, lengths: Numbers) -> bool:
    """Whether the places of each of some lists, which stand end to end, ascend."""
    falls = places[1:] <= places[:-1]
    ends = lengths.cumsum()
    falls[ends[ends < len(places)] - 1] = False  # from a list to the next
    return not falls.any()
