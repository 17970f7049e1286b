"""The terms by their keys: each has its number again, and beside it its other accentings."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.normal_form import fold
from index.segment import lexicon
from index.segment.array_file import ArrayFileWriter
from index.segment.lexicon import Lexicon, write_lexicon
from tests.index.segment.test_array_file import reopened

MODEST = settings(max_examples=60)

FAMILY = "ban bán bàn bản bạn ba bá dân dan đan đàn biết biet 2016 20 x 😀 Ω".split()
KEY = st.sampled_from(FAMILY) | st.text(st.sampled_from("aáàăâbdđeêoôơ0"), min_size=1, max_size=4)
KEYS = st.lists(KEY, unique=True, max_size=60)


def _kept(keys: list[str]) -> Lexicon:
    def fill(file: ArrayFileWriter) -> None:
        write_lexicon(file, "p", keys)

    return Lexicon(reopened(fill), "p")


@MODEST
@given(KEYS, KEY, st.integers(0, 2))
def test_every_term_is_found_by_its_key(keys: list[str], other: str, collisions: int) -> None:
    """Numbers, keys and accentings are those that were written, also where different keys have the same hash."""
    hashed = (lambda bare: zlib.crc32(bare.encode()), lambda bare: len(bare) % 3, lambda _: 2**32 - 1)[collisions]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lexicon, "_hash", hashed)
        found = _kept(keys)
        assert len(found) == len(keys)
        assert found.keys() == keys
        numbers = {key: number for number, key in enumerate(keys, 1)}
        for key in {*keys, other, "", "zz"}:
            assert found.term(key) == numbers.get(key, 0)
            bare = fold(key)
            assert found.accentings(bare) == {each: at for each, at in numbers.items() if fold(each) == bare}


def test_an_accented_form_is_no_bare_one() -> None:
    """Only a folded form has accentings: asked for an accented one, there are none."""
    found = _kept(["bàn", "ban", "bán", "dân"])
    assert found.accentings("ban") == {"bàn": 1, "ban": 2, "bán": 3}
    assert found.accentings("bàn") == {}
    assert found.accentings("bun") == {}


def test_many_keys_are_found() -> None:
    """Among ten thousand keys each is found, however the blocks fall, and its neighbours are not."""
    keys = [f"{number:x}" for number in range(0, 20_000, 2)]
    found = _kept(keys)
    assert [found.term(key) for key in keys] == list(range(1, 10_001))
    assert not any(found.term(f"{number:x}") for number in range(1, 2000, 2))
    assert found.keys() == keys
