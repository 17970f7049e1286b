"""Is a segment what it was written as? Every byte against its checksum, and every list against the text itself.

The text is put together once, and all that is kept of it follows from it again. The bytes are looked at first, for that
takes no longer than to read them; the rest stands in two parts that need nothing of each other, so that two processes
can look at them. Arrays are gone through a piece at a time: memory that was touched before is given out again, and
touching new memory takes longer than most of the steps.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from json.encoder import encode_basestring

import numpy as np
from numpy.typing import NDArray

from index.segment.field_edges import first_articles
from index.segment.hashes import Hashes
from index.segment.list_check import ListCheck
from index.segment.segment import FACTS, Segment
from index.segment.sketches import key_hash, sketches
from index.segment.text import Text
from index.segment.tokens import BREAK, Numbers, Tokens
from index.segment.whole_text import checked_stretches
from index.stored import decompress

_SKETCHED_AT_ONCE = 256

_CHECKED_AT_ONCE = 40_000_000
"""Tokens that are put together at once, in eight bytes each; all lists are unpacked for each such part anew."""


def damage(segment: Segment) -> Iterator[str]:
    """The arrays of a segment whose bytes are not those that were written, in a few words each."""
    is_whole = True
    for name in segment.file.damaged():
        is_whole = False
        yield f"the array {name} is not as it was written"
    if is_whole and segment.file.has_gaps():
        yield "there is something between the arrays"


def faults(segment: Segment) -> Iterator[str]:
    """What is wrong with a segment, in a few words each; nothing for one that is sound."""
    damaged = list(damage(segment))
    yield from damaged
    if not damaged:
        for part in PARTS:
            yield from faults_of_part(segment, part)


def faults_of_part(segment: Segment, part: str) -> Iterator[str]:
    """What is wrong with one of the ``PARTS`` of a segment whose bytes are those that were written."""
    try:
        yield from PARTS[part](segment)
    except Exception as error:  # whatever numbers come to that are not as they should be
        yield f"does not read: {error}"


def _faults_of_text(segment: Segment) -> Iterator[str]:
    """What is wrong with the lists of the text, and with what is made of it."""
    yield from _text_faults("text", segment.text, _SketchCheck(segment))


def _faults_of_articles(segment: Segment) -> Iterator[str]:
    """What is wrong with what is kept of the articles as such (facts, quotations, own text), and with the terms."""
    yield from _segment_faults(segment)
    yield from _stored_faults(segment)
    for name, text in (("text", segment.text), ("names", segment.names)):
        if not text.lexicon.is_in_order():
            yield f"{name}: a term is not found under its key, or without its accents"
    yield from _text_faults("names", segment.names)


PARTS = {"text": _faults_of_text, "articles": _faults_of_articles}
"""What can be looked at by itself; the text takes twice as long as the articles."""


def _text_faults(name: str, text: Text, sketched: _SketchCheck | None = None) -> Iterator[str]:
    """What is wrong with a text, which is put together some articles at a time."""
    edges = text.edges.astype(np.int64)
    if (edges[1:] < edges[:-1]).any() or edges[-1] != text.size:
        yield f"{name}: the articles do not follow each other"
        return
    if not np.array_equal(text.first_articles, first_articles(edges[:: text.fields])):
        yield f"{name}: the first articles of stretches are others"
    if len(text.lexicon) != text.terms.terms - 1:
        yield f"{name}: terms in the text that no list has"
        return
    lists, starts = ListCheck(text), edges[:: text.fields]
    firsts = _parted(starts)
    stretches = checked_stretches(text.terms, starts.take(firsts).tolist())
    for first, behind in pairwise(firsts):
        terms = next(stretches)
        text.file.forget()
        breaks = text.breaks[slice(*text.breaks.searchsorted((starts[first], starts[behind])).tolist())]
        if not np.array_equal((terms == BREAK).nonzero()[0] + starts[first], breaks):
            yield f"{name}: breaks are not where no term is"
            return
        lists.take(first, behind, terms)
        if sketched is not None:
            sketched.take(first, behind, terms)
        del terms  # before the next are put together
    assert next(stretches, None) is None
    yield from (f"{name}: {what}" for what in lists.faults())
    if not text.pair_articles.are_those_of(text.terms.pairs, text):
        yield f"{name}: two terms' number of articles is wrong"
    syllables = np.diff(edges - text.breaks.searchsorted(edges)).reshape(-1, text.fields)
    if any((syllables[:, field] != text.lengths(field)).any() for field in range(text.fields)):
        yield f"{name}: the lengths of fields are wrong"
    if sketched is not None and not sketched.are_right:
        yield "sketches are not those of the articles"


def _parted(starts: Numbers) -> list[int]:
    """Articles in parts of so many tokens: the first of each part, and the number of all."""
    firsts = [0]
    while firsts[-1] < len(starts) - 1:
        behind = int(starts.searchsorted(starts[firsts[-1]] + _CHECKED_AT_ONCE, "right")) - 1
        firsts.append(max(behind, firsts[-1] + 1))
    return firsts


def _segment_faults(segment: Segment) -> Iterator[str]:
    kept = [segment.file[f"quotations.{name}"] for name in ("begins", "lengths")]
    if {len(each) for each in kept} != {int(segment.quotation_edges[-1])} or len(kept[0]) != segment.names.articles:
        yield "quotations that no article has"
    else:
        begins, ends = segment.quotation_spans
        behind = segment.text.starts[1:].take(np.repeat(np.arange(segment.articles), np.diff(segment.quotation_edges)))
        if (begins > behind).any() or (ends > behind).any():
            yield "quotations that stand in another article"
    identities = segment.fact("id").numbers
    if len(np.unique(identities)) != segment.articles or not identities.all():
        yield "articles with the same id, or with none"
    for name in FACTS:
        values = segment.fact(name)
        if len(values.numbers) != segment.articles or int(values.numbers.max(initial=0)) > len(values):
            yield f"articles whose {name} is no value that is kept"
        everything = list(values)
        if everything != sorted(set(everything)):
            yield f"values of {name} that are not in order"


def _stored_faults(segment: Segment) -> Iterator[str]:
    """Whether each article that is stored reads, and is the one whose id stands at its place."""
    ids = segment.fact("id")
    beginnings = [f"[{encode_basestring(known)}".encode() for known in ids]
    ends = segment.file["stored.ends"]
    if len(ends) != segment.articles:
        yield "other articles are stored than there are"
        return
    content, begin = segment.file["stored.bytes"].data, 0
    for end, number in zip(ends.tolist(), ids.numbers.tolist(), strict=True):
        if not decompress(content[begin:end]).startswith(beginnings[number - 1]):
            yield "stored articles that have another id"
            return
        begin = end


class _SketchCheck:
    """Compares the sketches of articles with those that are made anew of them."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self.are_right = True

    @cached_property
    def _hashes(self) -> Hashes:
        return np.array([0, *map(key_hash, self._segment.text.lexicon.keys())], np.uint64)

    def take(self, first: int, behind: int, terms: NDArray[np.uint32]) -> None:
        """Takes the terms of the articles ``[first, behind)``."""
        text, no_joints = self._segment.text, np.zeros(0, np.bool_)
        edges = text.edges.astype(np.int64)
        lengths = (edges[1:] - edges[:-1]).reshape(-1, text.fields)
        start = text.field_start(first, 0)
        for begin in range(first, behind, _SKETCHED_AT_ONCE):
            some = slice(begin, min(begin + _SKETCHED_AT_ONCE, behind))
            inside = terms[text.field_start(some.start, 0) - start : text.field_start(some.stop, 0) - start]
            anew = sketches(Tokens((), inside, no_joints, lengths[some]), self._hashes)
            self.are_right &= np.array_equal(self._segment.sketches[:, some].T, anew.view(np.uint16))
