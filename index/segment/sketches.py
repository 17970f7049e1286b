"""Are two articles nearly the same text? A sketch of each tells, by itself.

Texts are compared as sets (leads and bodies alone, whatever breaks stand in them): of all rows of five syllables, and,
once more, of the numbers, each with the syllable behind it, together with one in thirty-two of these rows. How alike
two sets are is the share of the things in either that are in both (Jaccard). A reprint with a sentence changed and
another tail has the same rows; a daily column in the words of the day before may have them, too, but not the numbers.

A sketch has 64 bytes for the one set and 32 for the other. Each byte is drawn from one thing of the set, by the same
draw for all texts, so two texts have the same byte as often as they are alike. Every thing has a hash: its first bits
say for which byte it is drawn, and of all that are, the lowest gives the byte. Where there is none, as happens in short
texts, all things of the set are drawn from anew, with other hashes for each such byte, which leaves the share as it is
(Dahlgaard, Knudsen and Thorup, "Fast similarity sketching", FOCS 2017). Hashes are made of the keys alone, so a sketch
is the same in every segment and run. A text of fewer than ``LEAST`` rows has a sketch of zeros, which is like none.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from index.schema import TEXT_FIELDS
from index.segment.hashes import Hashes, mixed
from index.segment.tokens import BREAK, Bytes, Numbers, Tokens, stretches

TEXT_BYTES, FIGURE_BYTES = 64, 32
SKETCH_BYTES = TEXT_BYTES + FIGURE_BYTES

ROW = 5
"""Syllables of a row."""

LEAST = 30
"""Rows of the shortest text that has a sketch."""

LONGEST = 1 << 14
"""Tokens of a text that are looked at, so that none takes more memory than others."""

_SAMPLE = np.uint64(0x1F << 24)
_MANY = 1 << 20
_NONE = np.uint64(0xFFFF_FFFF_FFFF_FFFF)
_ROW_FACTOR = np.uint64(0x9E37_79B9_7F4A_7C15)
_AGAIN = np.uint64(0xD1B5_4A32_D192_ED03)
_FIRST, _LAST = TEXT_FIELDS.index("lead"), TEXT_FIELDS.index("body")


@dataclass(frozen=True, slots=True)
class _Things:
    """The hashes of the things in the sets of articles, and the article of each, ascending.

    Of each article they are so many (``sizes``) from its beginning on; what stands between them is ``_NONE``.
    """

    articles: Numbers
    hashes: Hashes
    begins: Numbers
    sizes: Numbers

    @classmethod
    def of(cls, articles: Numbers, hashes: Hashes, count: int) -> _Things:
        """Those of so many articles, nothing between them."""
        sizes = np.bincount(articles, minlength=count)
        return cls(articles, hashes, sizes.cumsum() - sizes, sizes)

    def different(self) -> _Things:
        """Each once, however often it comes."""
        order = np.lexsort((self.hashes, self.articles))
        articles, hashes = self.articles.take(order), self.hashes.take(order)
        first = hashes != _NONE
        first[1:] &= (hashes[1:] != hashes[:-1]) | (articles[1:] != articles[:-1])
        return _Things.of(articles[first], hashes[first], len(self.sizes))


def key_hash(key: str) -> int:
    """The hash of a key, odd where it is a number."""
    return zlib.crc32(key.encode()) << 1 | key[:1].isdigit()


def sketches(tokens: Tokens, hashes: Hashes) -> Bytes:
    """The sketch of each article, a row each; ``hashes`` are those of the keys by the terms."""
    sizes, keys = _syllables(tokens, hashes)
    articles = np.repeat(np.arange(len(sizes)), sizes)
    rows = _rows(articles, keys, sizes)
    figures = _figures(rows, *_numbers(articles, keys))
    found = np.hstack([_drawn(rows, TEXT_BYTES), _drawn(figures, FIGURE_BYTES)])
    found[rows.sizes < LEAST] = 0
    return found


def _syllables(tokens: Tokens, hashes: Hashes) -> tuple[Numbers, Hashes]:
    """The syllables of the leads and bodies: how many each article has, and the hash of each one's key."""
    ends = tokens.lengths.sum(axis=1)
    before = tokens.lengths[:, :_FIRST].sum(axis=1)
    looked_at = np.minimum(tokens.lengths[:, _FIRST : _LAST + 1].sum(axis=1), LONGEST)
    stretches_of = np.stack((before, looked_at, ends - before - looked_at), axis=1)
    chosen = np.repeat(np.tile([False, True, False], len(ends)), stretches_of.reshape(-1))
    chosen &= tokens.terms != BREAK
    places = chosen.nonzero()[0]
    behind = places.searchsorted(ends.cumsum())
    behind[1:] -= behind[:-1].copy()
    return behind, hashes.take(tokens.terms.take(places))


def _rows(articles: Numbers, keys: Hashes, sizes: Numbers) -> _Things:
    """The rows of ``ROW`` syllables of one article, of which each article has some."""
    size = max(len(keys) - ROW + 1, 0)
    found = keys[:size].copy()
    for at in range(1, ROW):
        found *= _ROW_FACTOR
        found += keys[at : at + size]
    mixed(found)
    begins, of_rows = sizes.cumsum() - sizes, np.maximum(sizes - ROW + 1, 0)
    last = stretches(begins + of_rows, sizes - of_rows)  # with these no row begins
    found[last[last < size]] = _NONE
    return _Things(articles[:size], found, begins, of_rows)


def _numbers(articles: Numbers, keys: Hashes) -> tuple[Numbers, Hashes]:
    """The numbers, each with the syllable behind it in its article: of each the article and the hash."""
    places = (keys[:-1] & np.uint64(1)).view(np.int64).nonzero()[0]
    places = places[articles.take(places) == articles.take(places + 1)]
    return articles.take(places), mixed(keys.take(places) * _ROW_FACTOR + keys.take(places + 1))


def _figures(rows: _Things, articles: Numbers, numbers: Hashes) -> _Things:
    """The numbers, of which the articles are given, and a sample of the rows."""
    sample = (rows.hashes & _SAMPLE == 0).nonzero()[0]
    articles = np.concatenate((articles, rows.articles.take(sample)))
    order = np.argsort(articles, kind="stable")
    hashes = np.concatenate((numbers, rows.hashes.take(sample))).take(order)
    return _Things.of(articles.take(order), hashes, len(rows.sizes))


def _drawn(things: _Things, size: int) -> Bytes:
    """So many bytes for each article, zeros where it has no things."""
    places = (things.hashes >> np.uint64(65 - size.bit_length())).view(np.int64)
    places += things.articles * size
    lowest = np.full(len(things.sizes) * size, _NONE)
    np.minimum.at(lowest, places, things.hashes)
    some = things.sizes > 0
    empty = ((lowest == _NONE) & np.repeat(some, size)).nonzero()[0]
    if len(empty):
        lowest[empty] = _drawn_anew(things, empty // size, (empty % size).astype(np.uint64))
    found = lowest.astype(np.uint8).reshape(-1, size)
    found[~some] = 0
    return found


def _drawn_anew(things: _Things, articles: Numbers, which: Hashes) -> Hashes:
    """What is drawn for single bytes of articles, from all their things."""
    if int(things.sizes.take(articles).sum()) > _MANY:
        things = things.different()
    sizes = things.sizes.take(articles)
    own = things.hashes.take(stretches(things.begins.take(articles), sizes))
    own += np.repeat((which + np.uint64(1)) * _AGAIN, sizes)
    return np.minimum.reduceat(mixed(own), np.cumsum(sizes) - sizes)
