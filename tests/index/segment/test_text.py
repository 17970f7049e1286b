"""The text of a segment: what is written comes back, and every place is told its article and its field."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment import text as text_module
from index.segment.array_file import Array, ArrayFileWriter
from index.segment.columns import KeyNumbers
from index.segment.term_codes import BREAK, MARGIN, STOPPERS
from index.segment.text import Text, Tokens, write_text
from tests.index.segment.test_array_file import reopened

Written = Sequence[Sequence[Sequence[Sequence[str]]]]
"""Articles of fields of units of keys."""

MODEST = settings(max_examples=50, deadline=None)

KEY = st.sampled_from("dân biết bàn làm dan a b c".split()) | st.integers(0, 400).map(str)
UNITS = st.lists(st.lists(KEY, max_size=6), max_size=3)


def archives(width: int) -> st.SearchStrategy[Written]:
    """Archives whose articles have so many fields, many of them empty."""
    field = st.just(list[list[str]]()) | UNITS
    return st.lists(st.lists(field, min_size=width, max_size=width), max_size=8)


WRITTEN = st.integers(1, 4).flatmap(lambda width: archives(width).map(lambda articles: (width, articles)))


def tokens_of(articles: Written, width: int, dice: np.random.Generator, numbers: KeyNumbers | None = None) -> Tokens:
    """The tokens of some articles, with words that begin at random."""
    numbers = numbers or KeyNumbers()
    terms: list[int] = []
    lengths: list[int] = []
    for article in articles:
        assert len(article) == width
        for field in article:
            before = len(terms)
            for unit in field:
                terms += map(numbers.number, unit)
                terms.append(BREAK)
            lengths.append(len(terms) - before)
    joints = dice.random(len(terms)) < 0.4
    return Tokens(numbers.keys, np.array(terms, np.uint32), joints, np.array(lengths, np.int64).reshape(-1, width))


def kept_text(tokens: Tokens) -> tuple[Text, Array]:
    """The text as it is read again, and the places that writing gave."""
    places: list[Array] = []

    def fill(file: ArrayFileWriter) -> None:
        places.append(write_text(file, "p", replace(tokens, terms=tokens.terms.copy())))

    return Text(reopened(fill), "p"), places[0]


def spelled(tokens: Tokens) -> list[str]:
    """The tokens as keys, a break as a line feed."""
    keys = ["\n", *tokens.keys]
    return [keys[term] for term in tokens.terms.tolist()]


def check(tokens: Tokens) -> Text:
    """Writes a text, reads it, and compares all that it says of itself with the tokens; gives what was read."""
    text, places = kept_text(tokens)
    again = text.tokens()
    wanted = spelled(tokens)
    assert spelled(again) == wanted
    assert again.joints.tolist() == tokens.joints.tolist()
    assert again.lengths.tolist() == tokens.lengths.tolist()
    assert text.token_places().tolist() == places.tolist()
    documents, width = tokens.lengths.shape
    assert (text.articles, text.fields) == (documents, width)
    _check_places(text, tokens, places[:-1].astype(np.int64))
    _check_spans(text, tokens, places)
    _check_terms(text, tokens, wanted, places)
    return text


def _check_places(text: Text, tokens: Tokens, places: Array) -> None:
    documents, width = tokens.lengths.shape
    articles = np.repeat(np.arange(documents), tokens.lengths.sum(axis=1))
    fields = np.repeat(np.tile(np.arange(width), documents), tokens.lengths.reshape(-1))
    for each in (slice(None), slice(None, None, 3), slice(0, 0)):
        found = text.located(places[each])
        assert np.array_equal(found[0], articles[each])
        assert np.array_equal(found[1], fields[each])
        assert np.array_equal(text.joined(places[each]), tokens.joints[each])


def _check_spans(text: Text, tokens: Tokens, places: Array) -> None:
    documents, width = tokens.lengths.shape
    edges = np.cumsum([0, *tokens.lengths.reshape(-1).tolist()]).tolist()
    some = {*range(min(documents, 40)), *range(max(documents - 40, 0), documents)}
    for article in some:
        for field in range(width):
            begin, end = edges[article * width + field], edges[article * width + field + 1]
            assert text.field_span(article, field) == (places[begin], places[end])
            assert text.lengths(field)[article] == np.count_nonzero(tokens.terms[begin:end])


def _check_terms(text: Text, tokens: Tokens, wanted: Sequence[str], places: Array) -> None:
    """Every term is numbered by how often it occurs, and has its places, its articles and its counts."""
    width = tokens.lengths.shape[1]
    where: dict[str, list[int]] = defaultdict(list)
    for key, place in zip(wanted, places.tolist(), strict=False):
        if key != "\n":
            where[key].append(place)
    assert len(text.lexicon) == len(where) == text.positions.terms - 1
    counts = text.positions.counts().tolist()
    assert counts == sorted(counts, reverse=True)
    for key, here in where.items():
        term = text.lexicon.term(key)
        assert text.positions.places(term).tolist() == here
        assert text.positions.count(term) == counts[term - 1] == len(here)
        articles, fields = text.located(np.array(here, np.int64))
        assert text.lists.size(term) == len(np.unique(articles))
        assert (term in text.lists) == (len(here) >= 1024)
        if term in text.lists:
            spots = Counter(zip(articles.tolist(), fields.tolist(), strict=True))
            found = text.lists.articles(term).tolist()
            assert found == sorted({article for article, _ in spots})
            rows = text.lists.table[text.lists.kinds(term)].tolist()
            assert rows == [[spots[article, field] for field in range(width)] for article in found]


@MODEST
@given(WRITTEN, st.integers(0, 2**32), st.sampled_from([1, 7, 1000]), st.sampled_from([1, 2, 1000]))
def test_articles_come_back_as_they_were_written(
    written: tuple[int, Written], seed: int, sorted_at_once: int, counted: int
) -> None:
    """Tokens, words and fields are those that were written, with empty units, fields and articles, and none at all."""
    width, articles = written
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(text_module, "_SORTED_AT_ONCE", sorted_at_once)
        patched.setattr(text_module, "_COUNTED", counted)
        check(tokens_of(articles, width, np.random.default_rng(seed)))


def test_keys_that_no_article_holds_are_not_written() -> None:
    """Keys that were numbered for articles since dropped leave no trace."""
    numbers = KeyNumbers()
    for key in ("never", "b", "written"):
        numbers.number(key)
    text = check(tokens_of([[[["b", "a", "b"]]]], 1, np.random.default_rng(0), numbers))
    assert text.lexicon.keys() == ["b", "a"]
    assert text.lexicon.term("never") == 0


def test_the_stream_is_the_codes_between_margins() -> None:
    """Paragraphs stand behind each other in one byte a frequent syllable, a break behind each."""
    text, places = kept_text(tokens_of([[[["a", "b"], ["a"]]], [[["a"]]]], 1, np.random.default_rng(0)))
    assert bytes(text.stream.bytes) == bytes(MARGIN) + bytes([1, 2, 0, 1, 0, 1, 0]) + bytes(MARGIN)
    assert places.tolist() == list(range(MARGIN, MARGIN + 8))
    assert text.edges.tolist() == [MARGIN, MARGIN + 5, MARGIN + 7]


def _zipf(dice: np.random.Generator, count: int, keys: int) -> Array:
    """Terms from 1 to ``keys``, the low ones often."""
    return np.minimum((keys + 1) ** dice.random(count), keys).astype(np.uint32)


def test_one_article_may_be_very_long() -> None:
    """An article of 500,000 syllables between two small ones, its fields far beyond 65,536 bytes."""
    dice = np.random.default_rng(8)
    terms = _zipf(dice, 500_000, 9000)
    terms[np.flatnonzero(dice.random(500_000) < 0.01)] = BREAK
    terms[[9, 99_999, 399_999, 499_989, 499_999]] = BREAK
    lengths = np.array([[10, 0, 0], [99_990, 300_000, 99_990], [0, 10, 0]], np.int64)
    keys = [f"k{number}" for number in range(9000)]
    text = check(Tokens(keys, terms, dice.random(500_000) < 0.3, lengths))
    assert text.field_span(1, 1)[1] - text.field_span(1, 1)[0] > 1 << 16


def test_an_archive_may_have_many_tiny_articles() -> None:
    """Ten thousand articles of up to three syllables, a third of them without any."""
    dice = np.random.default_rng(9)
    lengths = dice.integers(0, 3, (10_000, 2))
    lengths[dice.random(10_000) < 0.2] = 0
    ends = np.cumsum(lengths.reshape(-1))
    terms = _zipf(dice, int(ends[-1]), 400)
    terms[ends[lengths.reshape(-1) > 0] - 1] = BREAK
    text = check(Tokens([f"k{number}" for number in range(400)], terms, dice.random(len(terms)) < 0.5, lengths))
    assert text.articles == 10_000


@pytest.mark.parametrize("distinct", [STOPPERS - 1, STOPPERS, 5799, 5800, 6001])
def test_as_many_terms_as_fill_a_length_of_code(distinct: int) -> None:
    """With 231 or 5,799 terms all codes are as short as can be; with one more some are longer, and all come back."""
    keys = [f"k{number}" for number in range(distinct)]
    article = [[keys[:1000] * 2, keys[1000:]]]
    text = check(tokens_of([article, article], 1, np.random.default_rng(1)))
    longest = int(np.diff(text.token_places()).max())
    assert longest == 1 + (distinct >= STOPPERS) + (distinct >= 5800)
