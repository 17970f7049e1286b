"""Terms as bytes: each code can be read from both sides, and a stream at any of its places."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.segment import term_codes
from index.segment.term_codes import (
    FIRST_OF_LENGTH,
    LONGEST_CODE,
    MARGIN,
    STOPPERS,
    Bytes,
    Numbers,
    Stream,
    code,
    code_lengths,
    decode,
    encode,
)

MODEST = settings(max_examples=80, deadline=None)

EDGES = [first + off for first in FIRST_OF_LENGTH for off in (-1, 0, 1) if 0 <= first + off < FIRST_OF_LENGTH[-1]]
TERM = st.one_of(
    st.integers(0, STOPPERS - 1),
    st.sampled_from(EDGES),
    *(st.integers(low, high - 1) for low, high in pairwise(FIRST_OF_LENGTH)),
)
TERMS = st.lists(TERM, max_size=30)


def _encoded(terms: list[int]) -> tuple[Bytes, Numbers]:
    """A stream with its margins, and the place of each term and the one behind the last."""
    stream, places = encode(np.array(terms, np.uint32))
    return stream, places.astype(np.int64)


def _inside(stream: Bytes) -> Bytes:
    return stream[MARGIN : len(stream) - MARGIN]


def test_codes_have_the_lengths_that_are_promised() -> None:
    """232 terms have one byte and 5,568 more two; the ranges of one to five bytes follow each other without a gap."""
    assert FIRST_OF_LENGTH[:3] == (0, 232, 5800)
    assert len(FIRST_OF_LENGTH) == LONGEST_CODE + 1
    for length, (first, behind) in enumerate(pairwise(FIRST_OF_LENGTH), 1):
        assert len(code(first)) == len(code(behind - 1)) == length
        assert behind - first == STOPPERS * 24 ** (length - 1)


def test_all_codes_of_one_and_two_bytes_differ() -> None:
    """No two of the first 5,800 terms, and of the next thousand, have the same code."""
    assert len({code(term) for term in range(6800)}) == 6800


@MODEST
@given(TERM)
def test_only_the_last_byte_of_a_code_ends_it(term: int) -> None:
    """All bytes of a code but the last are 232 or above, so its end shows from either side."""
    found = code(term)
    assert found[-1] < STOPPERS
    assert all(byte >= STOPPERS for byte in found[:-1])


@MODEST
@given(TERMS)
def test_terms_come_back_from_their_stream(terms: list[int]) -> None:
    """A stream is the codes end to end between its margins, and decodes to the terms that were encoded."""
    stream, places = _encoded(terms)
    lengths = [len(code(term)) for term in terms]
    assert places.tolist() == np.cumsum([MARGIN, *lengths]).tolist()
    assert _inside(stream).tobytes() == b"".join(map(code, terms))
    assert not stream[:MARGIN].any()
    assert not stream[len(stream) - MARGIN :].any()
    assert decode(_inside(stream)).tolist() == terms
    assert code_lengths(np.array(terms, np.uint32)).tolist() == lengths


def test_the_highest_term_has_a_code_and_the_next_has_none() -> None:
    """Numbers are encoded up to the last that five bytes hold; the one above raises an error."""
    last = FIRST_OF_LENGTH[-1] - 1
    assert code_lengths(np.array([last], np.uint32)).tolist() == [5]
    assert code(last) == bytes([255] * 4 + [STOPPERS - 1])
    with pytest.raises(OverflowError):
        code_lengths(np.array([1, last + 1, 2], np.uint32))
    with pytest.raises(OverflowError):
        encode(np.array([last + 1], np.uint32))


@MODEST
@given(TERMS.filter(bool))
def test_the_term_at_each_place_is_read_forwards_and_backwards(terms: list[int]) -> None:
    """At each place stands the term with its length, before each the one that ends there; in the margins, breaks."""
    content, places = _encoded(terms)
    stream = Stream(content)
    lengths = [len(code(term)) for term in terms]
    found, found_lengths = stream.terms_at(places)
    assert found.tolist() == [*terms, 0]
    assert found_lengths.tolist() == [*lengths, 1]
    found, found_lengths = stream.terms_before(places)
    assert found.tolist() == [0, *terms]
    assert found_lengths.tolist() == [1, *lengths]


@MODEST
@given(st.data(), TERMS.filter(bool))
def test_places_are_told_by_the_bytes_round_them(data: st.DataObject, terms: list[int]) -> None:
    """Given bytes at distances, those places are left round which all of them stand, in order; without any, all."""
    content, places = _encoded(terms)
    here = data.draw(st.sampled_from(places.tolist()))
    near = st.integers(-MARGIN, MARGIN - 1)
    distances: list[int] = data.draw(st.lists(near, max_size=6))
    asked = [(distance, int(content[here + distance])) for distance in distances]
    change: int | None = data.draw(st.none() | st.integers(0, 255))
    if asked and change is not None:
        asked[-1] = asked[-1][0], change
    wanted = [at for at in places.tolist() if all(content[at + distance] == byte for distance, byte in asked)]
    assert Stream(content).where(places, asked).tolist() == wanted
    assert places.tolist() == _encoded(terms)[1].tolist()


@MODEST
@given(st.data(), TERMS.filter(bool))
def test_any_of_some_terms_is_found_on_either_side(data: st.DataObject, terms: list[int]) -> None:
    """At which places one of several terms begins, and before which it ends, with its length; no others are alike."""
    content, places = _encoded(terms)
    stream = Stream(content)
    alike = [term + far for term in terms for far in (-232 * 24, -24, -1, 1, 24, 232, 232 * 24)]
    known = [term for term in {*terms, *alike} if 0 < term < FIRST_OF_LENGTH[-1]]
    asked = data.draw(st.lists(st.sampled_from(known), max_size=4)) if known else []
    begins = [(at, len(code(term))) for at, term in enumerate(terms) if term in asked]
    keep, lengths = stream.any_at(places, asked)
    assert list(zip(keep.tolist(), lengths.tolist(), strict=True)) == begins
    keep, lengths = stream.any_before(places, asked)
    assert list(zip(keep.tolist(), lengths.tolist(), strict=True)) == [(at + 1, length) for at, length in begins]


@pytest.mark.parametrize("block", [1000, 99_999, 100_000, 1 << 20])
def test_many_terms_of_all_lengths_come_back(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred thousand random terms, all lengths among them, are encoded in blocks and decoded as they were."""
    monkeypatch.setattr(term_codes, "_BLOCK", block)
    dice = np.random.default_rng(5)
    highest = np.array(FIRST_OF_LENGTH[1:])[dice.integers(0, LONGEST_CODE, 100_000)]
    terms: NDArray[np.uint32] = dice.integers(0, highest).astype(np.uint32)
    assert set(code_lengths(terms).tolist()) == {1, 2, 3, 4, 5}
    stream, ends = encode(terms)
    assert np.array_equal(decode(_inside(stream)), terms)
    places = ends.astype(np.int64)
    assert len(stream) == places[-1] + MARGIN
    assert np.array_equal(Stream(stream).terms_at(places[:-1])[0], terms)
    assert np.array_equal(Stream(stream).terms_before(places[1:])[0], terms)
