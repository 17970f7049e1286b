"""The text of a segment: what is written comes back, and every place is told its article and its field."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment import (
    article_lists_writer,
    by_term,
    merged_text,
    next_terms,
    next_terms_writer,
    packed_tokens,
    text_writer,
    whole_text,
)
from index.segment.array_file import ArrayFile
from index.segment.columns import KeyNumbers
from index.segment.packed_tokens import PackedTokens
from index.segment.text import Text
from index.segment.text_writer import write_text
from index.segment.tokens import BREAK, Array, Tokens
from tests.index.segment.test_array_file import reopened

Written = Sequence[Sequence[Sequence[Sequence[str]]]]
"""Articles of fields of units of keys."""

MODEST = settings(max_examples=50)

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


def kept_file(tokens: Tokens) -> ArrayFile:
    """A file of a text; the tokens stay as they are."""
    return reopened(lambda file: write_text(file, "p", PackedTokens.of(tokens)))


def kept_text(tokens: Tokens) -> Text:
    """The text as it is read again."""
    return Text(kept_file(tokens), "p")


@contextmanager
def small(frequent: int = 1024, paired: int = 4, highest: int = 65_535, at_once: int = 1 << 21) -> Iterator[None]:
    """What depends on the size of a text, patched so that small texts have all of it: writing and reading alike."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(next_terms_writer, "FREQUENT", frequent)
        patched.setattr(article_lists_writer, "FREQUENT", frequent)
        for module in (next_terms, next_terms_writer):
            patched.setattr(module, "PAIRED", paired)
        for module in (next_terms, next_terms_writer, packed_tokens, by_term, text_writer, merged_text, whole_text):
            patched.setattr(module, "HIGHEST", highest)
        patched.setattr(text_writer, "_SORTED_AT_ONCE", at_once)
        patched.setattr(merged_text, "_AT_ONCE", at_once)
        yield


def spelled(tokens: Tokens) -> list[str]:
    """The tokens as keys, a break as a line feed."""
    keys = ["\n", *tokens.keys]
    return [keys[term] for term in tokens.terms.tolist()]


def check(tokens: Tokens, frequent: int = 1024) -> Text:
    """Writes a text, reads it, and compares all that it says of itself with the tokens; gives what was read."""
    text = kept_text(tokens)
    again = text.tokens()
    wanted = spelled(tokens)
    assert spelled(again) == wanted
    assert again.joints.tolist() == tokens.joints.tolist()
    assert again.lengths.tolist() == tokens.lengths.tolist()
    documents, width = tokens.lengths.shape
    assert (text.articles, text.fields, text.size) == (documents, width, len(wanted))
    assert text.breaks.tolist() == [at for at, key in enumerate(wanted) if key == "\n"]
    assert text.edges.tolist() == np.cumsum([0, *tokens.lengths.reshape(-1).tolist()]).tolist()
    _check_places(text, tokens)
    _check_fields(text, tokens)
    _check_terms(text, width, wanted, frequent)
    return text


def _check_places(text: Text, tokens: Tokens) -> None:
    documents, width = tokens.lengths.shape
    articles = np.repeat(np.arange(documents), tokens.lengths.sum(axis=1))
    fields = np.repeat(np.tile(np.arange(width), documents), tokens.lengths.reshape(-1))
    places = np.arange(len(tokens.terms))
    for each in (slice(None), slice(None, None, 3), slice(0, 0)):
        found = text.located(places[each])
        assert np.array_equal(found[0], articles[each])
        assert np.array_equal(found[1], fields[each])
        assert np.array_equal(text.joined(places[each]), tokens.joints[each])


def _check_fields(text: Text, tokens: Tokens) -> None:
    documents, width = tokens.lengths.shape
    edges = np.cumsum([0, *tokens.lengths.reshape(-1).tolist()]).tolist()
    some = {*range(min(documents, 40)), *range(max(documents - 40, 0), documents)}
    for article in some:
        for field in range(width):
            begin, end = edges[article * width + field], edges[article * width + field + 1]
            assert text.field_start(article, field) == begin
            assert text.lengths(field)[article] == np.count_nonzero(tokens.terms[begin:end])


def _check_terms(text: Text, width: int, wanted: Sequence[str], frequent: int) -> None:
    """Every term is numbered by how often it occurs, and has its places, its articles and its counts."""
    where: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(wanted):
        if key != "\n":
            where[key].append(place)
    assert len(text.lexicon) == len(where) == text.terms.terms - 1
    counts = text.terms.counts().tolist()
    assert counts == sorted(counts, reverse=True)
    for key, here in where.items():
        term = text.lexicon.term(key)
        assert text.terms.places(term).tolist() == here
        assert text.terms.count(term) == counts[term - 1] == len(here)
        articles, fields = text.located(np.array(here, np.int64))
        assert text.lists.size(term) == len(np.unique(articles))
        assert (term in text.lists) == (len(here) >= frequent)
        if term in text.lists:
            spots = Counter(zip(articles.tolist(), fields.tolist(), strict=True))
            found = text.lists.articles(term).tolist()
            assert found == sorted({article for article, _ in spots})
            rows = text.lists.table[text.lists.kinds(term)].tolist()
            assert rows == [[spots[article, field] for field in range(width)] for article in found]


@MODEST
@given(
    WRITTEN,
    st.integers(0, 2**32),
    st.sampled_from([1, 2, 5, 1024]),
    st.sampled_from([1, 2, 4]),
    st.sampled_from([1, 2, 5, 65_535]),
    st.sampled_from([1, 7, 1000]),
)
def test_articles_come_back_as_they_were_written(
    written: tuple[int, Written], seed: int, frequent: int, paired: int, highest: int, at_once: int
) -> None:
    """Tokens, words and fields are those that were written, with empty units, fields and articles, and none at all.

    So they are whether few or many terms and pairs have lists, whichever are told from others beside loose places.
    """
    width, articles = written
    with small(frequent, paired, highest, at_once):
        check(tokens_of(articles, width, np.random.default_rng(seed)), frequent)


def test_keys_that_no_article_holds_are_not_written() -> None:
    """Keys that were numbered for articles since dropped leave no trace."""
    numbers = KeyNumbers()
    for key in ("never", "b", "written"):
        numbers.number(key)
    text = check(tokens_of([[[["b", "a", "b"]]]], 1, np.random.default_rng(0), numbers))
    assert text.lexicon.keys() == ["b", "a"]
    assert text.lexicon.term("never") == 0


def test_a_place_is_the_number_of_a_token_with_breaks_counted() -> None:
    """Paragraphs stand behind each other, a break behind each; articles and fields begin behind a break."""
    text = kept_text(tokens_of([[[["a", "b"], ["a"]], []], [[], [["a"]]]], 2, np.random.default_rng(0)))
    assert text.tokens().terms.tolist() == [1, 2, BREAK, 1, BREAK, 1, BREAK]
    assert text.terms.places(1).tolist() == [0, 3, 5]
    assert text.terms.places(2).tolist() == [1]
    assert text.breaks.tolist() == [2, 4, 6]
    assert text.edges.tolist() == [0, 5, 5, 5, 7]
    assert [found.tolist() for found in text.located(np.array([0, 4, 5]))] == [[0, 0, 1], [0, 0, 1]]
    assert [text.lengths(field).tolist() for field in (0, 1)] == [[3, 0], [0, 1]]


def test_the_lists_of_a_small_text_by_hand() -> None:
    """``a`` has a list with ``b`` behind it, as often as twice, and one with the break; all else is loose.

    Beside each loose place stands the term behind it, 2 for ``c`` as for the higher ``d``.
    """
    unit = "a b a b a c a d a".split()
    with small(frequent=3, paired=2, highest=2):
        file = kept_file(tokens_of([[[unit, ["a"], ["c"]]]], 1, np.random.default_rng(0)))
        terms = Text(file, "p").terms
        assert [terms.count(term) for term in (1, 2, 3, 4)] == [6, 2, 2, 1]  # a b c d
        assert file["p.pairs.edges"].tolist() == [0, 2]
        assert file["p.pairs.seconds"].tolist() == [BREAK, 2]
        assert terms.together([1], [2], terms.pair_lists([1], [2])).tolist() == [0, 2]
        assert terms.together([1], [3], terms.pair_lists([1], [3])).tolist() == [4]
        assert terms.together([1], [4], terms.pair_lists([1], [4])).tolist() == [6]
    assert file["p.loose.lists"].tolist() == [0, 1, 2, 3]
    assert file["p.loose.next"].tolist() == [2, 2, 1, 1, 1, 0, 1]  # behind a at 4 and 6, b, c, and d


def _zipf(dice: np.random.Generator, count: int, keys: int) -> Array:
    """Terms from 1 to ``keys``, the low ones often."""
    return np.minimum((keys + 1) ** dice.random(count), keys).astype(np.uint32)


@pytest.mark.parametrize("frequent", [1, 20, 300])
@pytest.mark.parametrize(("paired", "highest"), [(1, 65_535), (3, 200), (4, 1)])
def test_all_sorts_of_lists_come_back(frequent: int, paired: int, highest: int) -> None:
    """A text of 9,000 syllables, of whose terms some have hundreds of pairs and of whose second terms many are alike.

    Some pairs of it have lists, and some occurrences of frequent terms are loose.
    """
    dice = np.random.default_rng(frequent)
    terms = _zipf(dice, 9000, 800)
    terms[np.flatnonzero(dice.random(9000) < 0.03)] = BREAK
    terms[2999::3000] = BREAK
    lengths = np.full((3, 1), 3000, np.int64)
    with small(frequent, paired, highest, at_once=1000):
        tokens = Tokens([f"k{number}" for number in range(800)], terms, dice.random(9000) < 0.3, lengths)
        check(tokens, frequent)
        file = kept_file(tokens)
    assert len(file["p.pairs.edges"]) > 3
    assert len(file["p.pairs.seconds"]) > 50
    assert int(file["p.loose.next"].max(initial=0)) <= highest


def test_one_article_may_be_very_long() -> None:
    """An article of 500,000 syllables between two small ones, its fields far beyond 65,536 tokens."""
    dice = np.random.default_rng(8)
    terms = _zipf(dice, 500_000, 9000)
    terms[np.flatnonzero(dice.random(500_000) < 0.01)] = BREAK
    terms[[9, 99_999, 399_999, 499_989, 499_999]] = BREAK
    lengths = np.array([[10, 0, 0], [99_990, 300_000, 99_990], [0, 10, 0]], np.int64)
    keys = [f"k{number}" for number in range(9000)]
    text = check(Tokens(keys, terms, dice.random(500_000) < 0.3, lengths))
    assert text.field_start(1, 2) - text.field_start(1, 1) == 300_000


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
