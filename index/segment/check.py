"""Is a segment what it was written as? Every byte against its checksum, and every list against the text itself.

The text is put together once, and all that is kept of it worked out again in one sort of its tokens; what the articles
themselves have to agree with is looked at by another thread meanwhile. Arrays are gone through a million numbers at a
time: memory that was touched before is given out again, and touching new memory takes longer than most of the steps.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from index.segment.field_edges import first_articles
from index.segment.list_check import list_faults
from index.segment.segment import FACTS, Segment
from index.segment.sketches import key_hash, sketches
from index.segment.text import Text
from index.segment.tokens import BREAK, Numbers, Tokens
from index.stored import decompress

_AT_ONCE = 1 << 20
_SKETCHED_AT_ONCE = 256


def faults(segment: Segment) -> Iterator[str]:
    """What is wrong with a segment, in a few words each; nothing for one that is sound."""
    damaged = [f"the array {name} is not as it was written" for name in segment.file.damaged()]
    if not damaged and segment.file.has_gaps():
        damaged.append("there is something between the arrays")
    yield from damaged
    if damaged:
        return
    try:
        with ThreadPoolExecutor(1) as beside:
            of_articles = beside.submit(lambda: list(_article_faults(segment)))
            terms = segment.text.terms.checked_text()
            of_sketches = beside.submit(lambda: list(_sketch_faults(segment, terms)))
            yield from _text_faults("text", segment.text, terms)
            yield from _text_faults("names", segment.names, segment.names.terms.checked_text())
            yield from (*of_articles.result(), *of_sketches.result())
    except Exception as error:  # whatever numbers come to that are not as they should be
        yield f"does not read: {error}"


def _article_faults(segment: Segment) -> Iterator[str]:
    """What is wrong with what is kept of the articles as such (facts, quotations, own text), and with the terms."""
    yield from _segment_faults(segment)
    yield from _stored_faults(segment)
    for name, text in (("text", segment.text), ("names", segment.names)):
        if not text.lexicon.is_in_order():
            yield f"{name}: a term is not found under its key, or without its accents"


def _text_faults(name: str, text: Text, terms: NDArray[np.uint32]) -> Iterator[str]:
    edges = text.edges.astype(np.int64)
    if edges[0] or (edges[1:] < edges[:-1]).any() or edges[-1] != text.size or len(terms) != text.size:
        yield f"{name}: the articles do not follow each other"
        return
    if not np.array_equal(text.first_articles, first_articles(edges[:: text.fields])):
        yield f"{name}: the first articles of stretches are others"
    counts = _counts(terms, text.terms.terms)
    if len(text.lexicon) != len(counts) - 1:
        yield f"{name}: terms in the text that no list has"
        return
    if (counts[1:] != text.terms.counts()).any():
        yield f"{name}: terms do not occur as often as their lists say"
        return
    if not np.array_equal((terms == BREAK).nonzero()[0], text.breaks):
        yield f"{name}: breaks are not where no term is"
        return
    yield from (f"{name}: {what}" for what in list_faults(text, terms, counts))
    syllables = np.diff(edges - text.breaks.searchsorted(edges)).reshape(-1, text.fields)
    if any((syllables[:, field] != text.lengths(field)).any() for field in range(text.fields)):
        yield f"{name}: the lengths of fields are wrong"


def _counts(terms: NDArray[np.uint32], room: int) -> Numbers:
    """How often each of so many terms occurs."""
    found = np.zeros(room, np.int64)
    for begin in range(0, len(terms), _AT_ONCE):
        found += np.bincount(terms[begin : begin + _AT_ONCE], minlength=room)
    return found


def _segment_faults(segment: Segment) -> Iterator[str]:
    begins, ends = segment.quotation_spans()
    if len(begins) != segment.quotation_edges[-1] or len(begins) != segment.names.articles:
        yield "quotations that no article has"
    elif (begins > ends).any() or (ends > segment.size).any():
        yield "quotations that end before they begin, or behind the text"
    elif (
        segment.text.located(begins.astype(np.int64))[0]
        != np.repeat(np.arange(segment.articles), np.diff(segment.quotation_edges))
    ).any():
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
    known = list(ids)
    for article, number in enumerate(ids.numbers.tolist()):
        beginning = json.dumps([known[number - 1]], ensure_ascii=False)[:-1].encode()
        if not decompress(segment.stored(article)).startswith(beginning):
            yield "stored articles that have another id"
            return


def _sketch_faults(segment: Segment, terms: NDArray[np.uint32]) -> Iterator[str]:
    tokens = segment.text.tokens(terms)
    hashes = np.array([0, *map(key_hash, tokens.keys)], np.uint64)
    ends = np.concatenate(([0], np.cumsum(tokens.lengths.sum(axis=1))))
    for first in range(0, segment.articles, _SKETCHED_AT_ONCE):
        some = slice(first, first + _SKETCHED_AT_ONCE)
        lengths = tokens.lengths[some]
        inside = slice(int(ends[first]), int(ends[first + len(lengths)]))
        anew = sketches(Tokens(tokens.keys, tokens.terms[inside], tokens.joints[inside], lengths), hashes)
        if not np.array_equal(segment.sketches[:, some].T, anew.view(np.uint16)):
            yield "sketches are not those of the articles"
            return
