"""Is a segment what it was written as? Every byte against its checksum, and every list against the text itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from index.segment.segment import FACTS, Segment
from index.segment.sketches import key_hash, sketches
from index.segment.text import Text, first_articles
from index.segment.tokens import BREAK, Numbers, Tokens

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
        tokens = segment.text.tokens()
        yield from _text_faults("text", segment.text, tokens)
        yield from _text_faults("names", segment.names, segment.names.tokens())
        yield from _segment_faults(segment)
        yield from _sketch_faults(segment, tokens)
    except Exception as error:  # whatever numbers come to that are not as they should be
        yield f"does not read: {error}"


def _text_faults(name: str, text: Text, tokens: Tokens) -> Iterator[str]:
    if not text.terms.is_in_order():
        yield f"{name}: places that are not in order"
        return
    edges = text.edges.astype(np.int64)
    if edges[0] or (np.diff(edges) < 0).any() or edges[-1] != text.size or len(tokens.terms) != text.size:
        yield f"{name}: the articles do not follow each other"
    elif not np.array_equal(text.first_articles, first_articles(edges[:: text.fields])):
        yield f"{name}: the first articles of stretches are others"
    counts = np.bincount(tokens.terms, minlength=text.terms.terms)
    if len(text.lexicon) != len(counts) - 1:
        yield f"{name}: terms in the text that no list has"
        return
    if (counts[1:] != text.terms.counts()).any():
        yield f"{name}: terms do not occur as often as their lists say"
        return
    if not np.array_equal((tokens.terms == BREAK).nonzero()[0], text.breaks):
        yield f"{name}: breaks are not where no term is"
    if not text.terms.agrees_with(tokens.terms):
        yield f"{name}: terms do not stand before those that their lists say"
    yield from _list_faults(name, text, tokens, counts)
    if not text.lexicon.is_in_order():
        yield f"{name}: a term is not found under its key, or without its accents"
    units = np.concatenate(([0], np.cumsum(tokens.terms != BREAK)))
    ends = np.concatenate(([0], np.cumsum(tokens.lengths.reshape(-1))))
    lengths = np.diff(units[ends]).reshape(tokens.lengths.shape)
    if any((lengths[:, field] != text.lengths(field)).any() for field in range(text.fields)):
        yield f"{name}: the lengths of fields are wrong"


def _list_faults(name: str, text: Text, tokens: Tokens, counts: Numbers) -> Iterator[str]:
    """What is wrong with the lists of articles: each token as its term, article and field, in one sorted number."""
    articles, width = tokens.lengths.shape
    where = np.repeat(np.arange(articles * width), tokens.lengths.reshape(-1))
    size = articles * width
    rows = np.sort((tokens.terms.astype(np.int64) * size + where)[tokens.terms != BREAK])
    of_article = rows // width
    is_first = np.ones(len(rows), np.bool_)
    np.not_equal(of_article[1:], of_article[:-1], out=is_first[1:])
    firsts = is_first.nonzero()[0]
    sizes = np.bincount(of_article.take(firsts) // articles, minlength=len(counts)) if articles else counts
    if any(text.lists.size(term) != size for term, size in enumerate(sizes[1:].tolist(), 1)):
        yield f"{name}: a term's number of articles is wrong"
        return
    begins = np.concatenate(([0], np.cumsum(sizes[1:])))
    ends = np.append(firsts, len(rows))
    for term in range(1, len(counts)):
        if term not in text.lists:
            continue
        edges = ends[begins[term - 1] : begins[term] + 1]
        here = rows[edges[0] : edges[-1]]
        fields, starts = here % width, edges[:-1] - edges[0]
        columns = [np.add.reduceat(fields == field, starts, dtype=np.int64) for field in range(width)]
        same = np.array_equal(text.lists.articles(term), here.take(starts) % size // width)
        if not same or (text.lists.table[text.lists.kinds(term)] != np.stack(columns, axis=1)).any():
            yield f"{name}: a frequent term's articles or counts are wrong"
            return


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
    if len(np.unique(segment.fact("id").numbers)) != segment.articles:
        yield "articles with the same id"
    for name in FACTS:
        values = segment.fact(name)
        if len(values.numbers) != segment.articles or int(values.numbers.max(initial=0)) > len(values):
            yield f"articles whose {name} is no value that is kept"
        if list(values) != sorted(set(values)):
            yield f"values of {name} that are not in order"


def _sketch_faults(segment: Segment, tokens: Tokens) -> Iterator[str]:
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
