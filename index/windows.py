"""Which words stand round some places? By arrays, and of the text only those.

Where words begin is known without their text, so windows of words are found first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from index.occurrences import Occurrences
from index.segment.text import Text
from index.segment.tokens import Flags, Numbers, merged, stretches
from index.terms_at import TermsAt

_AT_ONCE = 1 << 21  # tokens of a segment that are gone through together


def company(found: Sequence[Occurrences], window: int) -> Counter[str]:
    """How often each word stands round some places, up to ``window`` words before and behind one in the same unit.

    Words are given by their keys with spaces between them. What stands in the windows of several places counts once,
    and a word of which any syllable is in a place does not count.
    """
    counts: Counter[str] = Counter()
    for here in found:
        if len(here.begins):
            known = TermsAt(here.part, here.begins)
            for begins, lengths in _words_round(here, window):
                terms = known.at(stretches(begins, lengths))
                firsts = lengths.cumsum() - lengths
                for length in np.flatnonzero(np.bincount(lengths)).tolist():
                    _count(known.keys, terms, firsts[lengths == length], length, counts)
    return counts


def _count(keys: Sequence[str], terms: Numbers, firsts: Numbers, length: int, counts: Counter[str]) -> None:
    """Counts words of one length: those that begin alike get one number, and of these those that go on alike."""
    alike = terms.take(firsts)
    for at in range(1, length):
        if at > 1:
            alike = np.unique(alike, return_inverse=True)[1]
        alike = alike * (len(keys) + 1) + terms.take(firsts + at)
    _, chosen, often = np.unique(alike, return_index=True, return_counts=True)
    words = terms.take(firsts.take(chosen)[:, np.newaxis] + np.arange(length)).tolist()
    for word, count in zip(words, often.tolist(), strict=True):
        counts[" ".join([keys[term - 1] for term in word])] += count


def _words_round(here: Occurrences, window: int) -> Iterator[tuple[Numbers, Numbers]]:
    """The words round the places of a part, some articles at a time: their first tokens, ascending, and how many they
    have."""
    text = here.part.segment.text
    for first, behind in _stretches_of_articles(text):
        begin, end = here.begins.searchsorted([first, behind]).tolist()
        if begin < end:
            yield _in_windows(text, here.begins[begin:end], here.lengths[begin:end], window)


def _in_windows(text: Text, begins: Numbers, lengths: Numbers, window: int) -> tuple[Numbers, Numbers]:
    """The same of some places. Only the units in which they are are looked at, end to end."""
    last_tokens = begins + np.maximum(lengths, 1) - 1
    first_units, last_units = text.breaks.searchsorted(begins), text.breaks.searchsorted(last_tokens)
    units = merged([np.sort(stretches(first_units, last_units + 1 - first_units))])
    starts = text.unit_starts(units)
    sizes = text.breaks.take(units) + 1 - starts
    tokens = stretches(starts, sizes)
    is_first = ~text.joined(tokens)
    is_first[sizes.cumsum() - 1] = False  # the breaks
    firsts = tokens[is_first]
    first, last = firsts.searchsorted(begins, "right") - 1, firsts.searchsorted(last_tokens, "right") - 1
    edges = np.append(firsts.searchsorted(starts), len(firsts))
    before = np.maximum(first - window, edges.take(units.searchsorted(first_units)))
    behind = np.minimum(last + window, edges.take(units.searchsorted(last_units) + 1) - 1)
    chosen = (_between(before, behind, len(firsts)) & ~_between(first, last, len(firsts))).nonzero()[0]
    found = firsts.take(chosen)
    ends = text.breaks.take(text.breaks.searchsorted(found))  # unless another word begins before
    np.minimum(ends, firsts.take(chosen + 1, mode="clip"), out=ends, where=chosen + 1 < len(firsts))
    return found, ends - found


def _between(first: Numbers, last: Numbers, size: int) -> Flags:
    """Which of so many numbers are in any of some stretches, given by their first and their last."""
    begun = np.bincount(np.maximum(first, 0), minlength=size + 1)
    ended = np.bincount(np.maximum(last + 1, 0), minlength=size + 1)
    found: Flags = (begun - ended).cumsum()[:size] > 0
    return found


def _stretches_of_articles(text: Text) -> Iterator[tuple[int, int]]:
    """The first token of some articles, and the one behind their last."""
    starts = text.edges[:: text.fields]
    first = 0
    while first < text.articles:
        behind = max(int(starts.searchsorted(int(starts[first]) + _AT_ONCE, "right")) - 1, first + 1)
        yield int(starts[first]), int(starts[behind])
        first = behind
