"""Articles as columns: joined, parted, written and merged, they stay what they were."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment import next_terms
from index.segment.columns import Columns, Gathered, KeyNumbers
from index.segment.merged_segment import write_merged
from index.segment.packed_tokens import PackedTokens
from index.segment.segment import FACTS, Segment, write_segment
from index.segment.sketches import SKETCH_BYTES
from index.segment.tokens import BREAK, Bytes, Numbers, Tokens
from tests.index.segment.test_text import KEY, UNITS, small, spelled

MODEST = settings(max_examples=20)

WIDTH = 3


@dataclass(frozen=True)
class Plain:
    """An article as it is told: fields of tokens (a break is a line feed) with their words, quotations, and the rest.

    A quotation is the tokens of its speaker and of its role, and the tokens of the article that it holds; of the sketch
    it is the first byte, each of the others being one more than the one before.
    """

    fields: tuple[tuple[tuple[str, bool], ...], ...]
    facts: tuple[str | None, ...]
    quotations: tuple[tuple[tuple[str, ...], tuple[str, ...], int, int], ...]
    stored: bytes
    sketch: int = 0


@st.composite
def _plain(draw: st.DrawFn) -> Plain:
    fields = tuple(
        tuple((key, draw(st.booleans())) for unit in draw(UNITS) for key in (*unit, "\n")) for _ in range(WIDTH)
    )
    size = sum(map(len, fields))
    name = st.lists(KEY, max_size=2).map(lambda keys: (*keys, "\n"))
    edge = st.integers(0, size)
    quotations = [(draw(name), draw(name), *sorted((draw(edge), draw(edge)))) for _ in range(draw(st.integers(0, 3)))]
    facts = tuple(draw(st.lists(st.none() | st.sampled_from("abc"), min_size=len(FACTS), max_size=len(FACTS))))
    return Plain(fields, facts, tuple(quotations), draw(st.binary(max_size=9)), draw(st.integers(0, 255)))  # type: ignore[arg-type]


ARTICLES = st.lists(_plain(), max_size=5)


def _tokens(texts: Sequence[Sequence[Sequence[tuple[str, bool]]]], width: int, numbers: KeyNumbers) -> Tokens:
    flat = [token for fields in texts for field in fields for token in field]
    terms = [BREAK if key == "\n" else numbers.number(key) for key, _ in flat]
    lengths = np.array([len(field) for fields in texts for field in fields], np.int64).reshape(-1, width)
    joints = np.array([joint for _, joint in flat], np.bool_)
    return Tokens(numbers.keys, np.array(terms, np.uint32), joints, lengths)


def _columns(articles: Sequence[Plain], numbers: KeyNumbers) -> Columns:
    starts = np.cumsum([0, *(sum(map(len, article.fields)) for article in articles)]).tolist()
    spans = [
        (start + begin, start + end)
        for start, article in zip(starts, articles, strict=False)
        for _, _, begin, end in article.quotations
    ]
    names = [
        [[(key, False) for key in name] for name in quotation[:2]]
        for article in articles
        for quotation in article.quotations
    ]
    return Columns(
        _tokens([article.fields for article in articles], WIDTH, numbers),
        _tokens(names, 2, numbers),
        {fact: [article.facts[at] for article in articles] for at, fact in enumerate(FACTS)},
        np.array([len(article.quotations) for article in articles], np.int64),
        np.array(spans, np.int64).reshape(-1, 2),
        [article.stored for article in articles],
        _sketches([article.sketch for article in articles]),
    )


def _sketches(firsts: Sequence[int]) -> Bytes:
    return (np.array(firsts, np.int64).reshape(-1, 1) + np.arange(SKETCH_BYTES)).astype(np.uint8)


def _parted(tokens: Tokens) -> list[list[list[tuple[str, bool]]]]:
    """The tokens with their words, by article and field."""
    flat = list(zip(spelled(tokens), tokens.joints.tolist(), strict=True))
    ends = np.cumsum(tokens.lengths.reshape(-1)).tolist()
    fields = [flat[end - length : end] for end, length in zip(ends, tokens.lengths.reshape(-1).tolist(), strict=True)]
    width = tokens.lengths.shape[1]
    assert sum(map(len, fields)) == len(flat)
    return [fields[at : at + width] for at in range(0, len(fields), width)]


def _told(columns: Columns) -> list[Plain]:
    """The articles that columns hold."""
    names = [[tuple(key for key, _ in name) for name in both] for both in _parted(columns.names)]
    starts = np.cumsum([0, *columns.text.lengths.sum(axis=1).tolist()]).tolist()
    quotations = iter(list(zip(names, columns.spans.tolist(), strict=True)))
    articles = []
    for at, fields in enumerate(_parted(columns.text)):
        here = [next(quotations) for _ in range(int(columns.quotations[at]))]
        articles.append(
            Plain(
                tuple(map(tuple, fields)),
                tuple(columns.facts[fact][at] for fact in FACTS),
                tuple((who, role, begin - starts[at], end - starts[at]) for (who, role), (begin, end) in here),
                columns.stored[at],
                int(columns.sketches[at, 0]),
            )
        )
    assert np.array_equal(columns.sketches, _sketches([article.sketch for article in articles]))
    assert next(quotations, None) is None
    assert len(columns.stored) == len(articles)
    return articles


def _gathered(*parts: Columns, keep: Sequence[bool] | None = None) -> Gathered:
    """What is gathered of some columns of the same keys, those articles dropped that are not to be kept."""
    gathered = Gathered(parts[0].text.keys, Path("new"))
    gathered.names = PackedTokens(parts[0].names.keys)
    for part in parts:
        gathered.add(part)
    if keep is not None:
        gathered.keep(np.array(keep, np.bool_))
    return gathered


def _of_gathered(gathered: Gathered) -> Columns:
    """The columns of what was gathered, which stays as it is."""
    text, names = map(_unpacked, (gathered.text, gathered.names))
    spans, sketches = gathered.spans, gathered.sketches
    whole = b"".join(part.tobytes() for part in gathered.stored())
    stored = [
        whole[end - size : end] for size, end in zip(gathered.stored_sizes, gathered.stored_sizes.cumsum(), strict=True)
    ]
    return Columns(text, names, gathered.facts, gathered.quotations, spans, stored, sketches)


def _unpacked(packed: PackedTokens) -> Tokens:
    terms = packed.low.astype(np.uint32)
    terms[terms == next_terms.HIGHEST] = packed.high
    joints = np.unpackbits(packed.packed_joints, bitorder="little", count=packed.size).view(np.bool_)
    return Tokens(packed.keys, terms, joints, packed.lengths)


def _written(columns: Columns) -> Segment:
    """A segment of some columns, written and opened, its file removed."""
    with tempfile.TemporaryDirectory() as folder:
        write_segment(Path(folder, "segment"), _gathered(columns))
        return Segment(Path(folder, "segment"))


def _read(segment: Segment) -> Columns:
    """What a segment was written from, put together again."""
    facts = {name: [segment.fact(name).of(at) for at in range(segment.articles)] for name in FACTS}
    stored = [segment.stored(at) for at in range(segment.articles)]
    sketches = np.ascontiguousarray(segment.sketches.T).view(np.uint8)
    counts = np.diff(segment.quotation_edges)
    return Columns(segment.text.tokens(), segment.names.tokens(), facts, counts, _spans_of(segment), stored, sketches)


def _joined(parts: Sequence[Columns]) -> Columns:
    """The articles of several parts, one behind the other, under keys that are numbered anew."""
    text, names = (_numbered([getattr(part, of) for part in parts]) for of in ("text", "names"))
    firsts = np.cumsum([0, *(len(part.text.terms) for part in parts)])
    return Columns(
        text,
        names,
        {fact: [value for part in parts for value in part.facts[fact]] for fact in FACTS},
        np.concatenate([part.quotations for part in parts]),
        np.concatenate([part.spans + first for part, first in zip(parts, firsts, strict=False)]),
        [stored for part in parts for stored in part.stored],
        np.concatenate([part.sketches for part in parts]),
    )


def _numbered(parts: Sequence[Tokens]) -> Tokens:
    numbers = KeyNumbers()
    terms = [np.array([0, *map(numbers.number, part.keys)], np.uint32).take(part.terms) for part in parts]
    joints, lengths = ([getattr(part, of) for part in parts] for of in ("joints", "lengths"))
    return Tokens(numbers.keys, np.concatenate(terms), np.concatenate(joints), np.concatenate(lengths))


def _merged(parts: Sequence[tuple[Segment, Sequence[bool]]]) -> Segment:
    """Segments with what is live of them, merged and opened, the file removed."""
    with tempfile.TemporaryDirectory() as folder:
        write_merged(Path(folder, "segment"), [(segment, np.array(live, np.bool_)) for segment, live in parts])
        return Segment(Path(folder, "segment"))


def _flags(data: st.DataObject, count: int) -> list[bool]:
    return data.draw(st.lists(st.booleans(), min_size=count, max_size=count))


def _chosen(articles: Sequence[Plain], keep: Sequence[bool]) -> list[Plain]:
    return [article for article, stays in zip(articles, keep, strict=True) if stays]


@MODEST
@given(st.lists(ARTICLES, min_size=1, max_size=4))
def test_what_is_gathered_stands_in_order(parts: list[list[Plain]]) -> None:
    """Articles follow each other with their quotations, whatever keys come in later."""
    numbers = KeyNumbers()
    gathered = _gathered(*(_columns(part, numbers) for part in parts))
    assert _told(_of_gathered(gathered)) == [article for part in parts for article in part]


@MODEST
@given(ARTICLES, st.data())
def test_articles_are_dropped_with_all_that_is_theirs(articles: list[Plain], data: st.DataObject) -> None:
    """What is kept keeps its text, facts and quotations; of what is dropped nothing is left."""
    keep = _flags(data, len(articles))
    columns = _columns(articles, KeyNumbers())
    assert _told(_of_gathered(_gathered(columns, keep=keep))) == _chosen(articles, keep)
    assert _told(columns) == articles


@MODEST
@given(ARTICLES)
def test_a_segment_gives_back_what_it_was_written_from(articles: list[Plain]) -> None:
    """All articles come back as columns; and each by itself, with its facts and stored bytes."""
    segment = _written(_columns(articles, KeyNumbers()))
    assert segment.articles == len(articles)
    assert segment.size == sum(len(field) for article in articles for field in article.fields)
    assert _told(_read(segment)) == articles
    for at, article in enumerate(articles):
        assert segment.stored(at) == article.stored
        assert tuple(segment.fact(fact).of(at) for fact in FACTS) == article.facts
    counts = [len(article.quotations) for article in articles]
    assert segment.quotation_edges.tolist() == np.cumsum([0, *counts]).tolist()
    assert list(segment.file.damaged()) == []


@MODEST
@given(
    st.lists(ARTICLES, min_size=1, max_size=4),
    st.data(),
    st.sampled_from((1, 3, 1024)),
    st.sampled_from((1, 2, 5, 65_535)),
)
def test_merging_gives_what_writing_all_at_once_gives(
    parts: list[list[Plain]], data: st.DataObject, frequent: int, highest: int
) -> None:
    """Merged from their lists, segments are to the byte what is written of their articles that are live, in order."""
    wanted: list[Plain] = []
    segments: list[tuple[Segment, list[bool]]] = []
    columns: list[Columns] = []
    with small(frequent=frequent, paired=2, highest=highest, at_once=7):
        for part in parts:
            keep = _flags(data, len(part))
            segments.append((_written(_columns(part, KeyNumbers())), keep))
            columns.append(_of_gathered(_gathered(_read(segments[-1][0]), keep=keep)))
            wanted += _chosen(part, keep)
        merged, at_once = _merged(segments), _written(_joined(columns))
        assert _told(_read(merged)) == wanted
        assert _arrays(merged) == _arrays(at_once)
    spoken = {key for article in wanted for field in article.fields for key, _ in field}
    assert set(merged.text.lexicon.keys()) == spoken - {"\n"}
    assert list(merged.file.damaged()) == []


def _arrays(segment: Segment) -> tuple[dict[str, tuple[str, object]], dict[str, int]]:
    """All arrays and facts of a segment."""
    arrays = {name: segment.file[name] for name in segment.file.sizes()}
    return {name: (str(array.dtype), array.tolist()) for name, array in arrays.items()}, dict(segment.file.facts)


def _spans_of(segment: Segment) -> Numbers:
    return np.stack(segment.quotation_spans, axis=1)


def test_quotations_hold_the_places_of_their_text() -> None:
    """In a segment the spans of quotations are numbers of tokens, up to the place behind the last token."""
    body = tuple((key, False) for key in ("a", "b", "\n", "c", "\n"))
    article = Plain((body, (), ()), (None,) * len(FACTS), ((("x", "\n"), ("\n",), 1, 4), (("\n",), ("\n",), 5, 5)), b"")
    segment = _written(_columns([article, article], KeyNumbers()))
    assert _spans_of(segment).tolist() == [[1, 4], [5, 5], [6, 9], [10, 10]]


def test_an_unfinished_segment_does_not_open(tmp_path: Path) -> None:
    """Columns that cannot be written leave no segment that reads."""
    article = Plain(((("a", False), ("\n", False)), (), ()), (None,) * len(FACTS), (), b"")
    columns = _columns([article], KeyNumbers())
    broken = Columns(
        columns.text, columns.names, {}, columns.quotations, columns.spans, columns.stored, columns.sketches
    )
    with pytest.raises(KeyError):
        write_segment(tmp_path / "segment", _gathered(broken))
    with pytest.raises(ValueError):  # noqa: PT011
        Segment(tmp_path / "segment")


def test_keys_are_numbered_in_the_order_in_which_they_come() -> None:
    """From 1 on, the same key the same number."""
    numbers = KeyNumbers()
    assert [numbers.number(key) for key in ("b", "a", "b", "", "a")] == [1, 2, 1, 3, 2]
    assert numbers.keys == ["b", "a", ""]
