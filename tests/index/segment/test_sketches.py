"""Sketches tell how alike texts are, whatever way they were made."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from index.bulk_tokens import BulkTokens
from index.documents import columns_of
from index.segment import sketches as module
from index.segment.columns import KeyNumbers
from index.segment.sketches import LEAST, LONGEST, ROW, TEXT_BYTES, sketches
from index.segment.tokens import Bytes, Tokens
from index.stored import article_bytes
from index.syllables import keys
from index.words import Segmenter, SyllableSegmenter

SYLLABLES = [start + end for start in ("b", "ch", "đ", "kh", "ng", "th", "tr", "x") for end in ("ai", "ân", "ế", "uộc")]
FIXED = " ".join(f"{SYLLABLES[at * at % 31]} {SYLLABLES[at % 32]} {at}" for at in range(60))


def _article(*paragraphs: str, title: str = "", lead: str | None = None, captions: tuple[str, ...] = ()) -> Article:
    return Article(id="0", path="0", title=title, lead=lead, paragraphs=paragraphs, captions=captions)


def _sketched(
    articles: Sequence[Article], segmenter: Segmenter | None = None, numbers: KeyNumbers | None = None
) -> Bytes:
    with_bytes = [(article, article_bytes(article)) for article in articles]
    return columns_of(with_bytes, segmenter or SyllableSegmenter(), numbers or KeyNumbers()).sketches


def _rows(text: str) -> set[tuple[str, ...]]:
    syllables = keys(text)
    return {syllables[at : at + ROW] for at in range(len(syllables) - ROW + 1)}


def _likeness(one: str, other: str) -> float:
    return len(_rows(one) & _rows(other)) / len(_rows(one) | _rows(other))


def _text(dice: random.Random, length: int) -> list[str]:
    return dice.choices(SYLLABLES, k=length)


def _edited(dice: random.Random, text: list[str]) -> list[str]:
    """A text with some syllables changed, another head, and a piece of its tail lost."""
    edited = [syllable if dice.random() > 0.04 else dice.choice(SYLLABLES) for syllable in text]
    return _text(dice, dice.randrange(len(text) // 4)) + edited[: len(text) - dice.randrange(len(text) // 3)]


@pytest.mark.parametrize("length", [LEAST + ROW + 20, 90, 400])
def test_bytes_agree_as_often_as_rows_are_shared(length: int) -> None:
    """Over edited texts, short and long: near the truth for each pair, and neither above nor below it on the whole."""
    dice = random.Random(length)
    texts = [_text(dice, length) for _ in range(150)]
    others = [_edited(dice, text) + _text(dice, length // 12) for text in texts]
    ones = [" ".join(text) for text in texts]
    twos = [" ".join(text) for text in others]
    agree = _sketched([_article(text) for text in ones]) == _sketched([_article(text) for text in twos])
    found = agree[:, :TEXT_BYTES].mean(axis=1)
    true = np.array([_likeness(*pair) for pair in zip(ones, twos, strict=True)])
    assert true.min() < 0.4
    assert true.max() > 0.6
    assert np.abs(found - true).max() < 0.3
    assert abs(float((found - true).mean())) < 0.02


def test_figures_tell_columns_of_two_days_apart() -> None:
    """Where only the numbers differ most bytes of the text agree, and few of the figures."""
    column = " ".join(
        f"hôm nay giá loại {name} ở chợ là {{}} đồng một cân" for name in ("một", "hai", "ba", "bốn", "năm")
    )
    days = [column.format(*range(day, day + 5)) for day in range(100, 180, 5)]
    made = _sketched([_article(text) for text in days])
    agree = made[:-1] == made[1:]
    assert agree[:, TEXT_BYTES:].mean() < 0.3 < agree[:, :TEXT_BYTES].mean()


def test_short_texts_have_none() -> None:
    """One row less than the least, no text at all, and a title alone are zeros."""
    text = FIXED[:120]
    short, least = (" ".join(FIXED.split()[:length]) for length in (LEAST + ROW - 2, LEAST + ROW - 1))
    found = _sketched([_article(short), _article(least), _article(), _article(title=text, captions=(text,))])
    assert found.any(axis=1).tolist() == [False, True, False, False]


def test_leads_and_bodies_count_and_nothing_else() -> None:
    """Title, captions, the lead's border and paragraphs, commas and capitals change nothing."""
    words = FIXED.split()
    half = [" ".join(words[:50]), " ".join(words[50:])]
    found = _sketched(
        [
            _article(FIXED),
            _article(*half, title=FIXED[:80], captions=("Ảnh: " + FIXED,)),
            _article(half[1], lead=half[0]),
            _article(", ".join(words).upper()),
            _article(half[0]),
        ]
    )
    assert (found[1:4] == found[0]).all()
    assert (found[4] != found[0]).any()


TEXTS = st.lists(
    st.lists(st.sampled_from([*SYLLABLES[:9], "12", "7", "\n"]), max_size=90).map(" ".join), min_size=1, max_size=6
)


@settings(max_examples=60)
@given(TEXTS, st.data())
def test_a_sketch_depends_on_its_text_alone(texts: list[str], data: st.DataObject) -> None:
    """Not on the articles beside it, the numbers of the keys, or whether tokens are made in bulk."""
    articles = [_article(*text.split("\n")) for text in texts]
    alone = np.vstack([_sketched([article]) for article in articles])
    numbers = KeyNumbers()
    for key in data.draw(st.permutations(["không", "12", *SYLLABLES[:5]])):
        numbers.number(key)
    border = data.draw(st.integers(0, len(articles)))
    parts = [_sketched(some, BulkTokens(None, 1), numbers) for some in (articles[:border], articles[border:]) if some]
    assert np.array_equal(np.vstack(parts), alone)


def test_a_sketch_is_the_same_in_every_process() -> None:
    """Python's own hashes, which differ from run to run, are no part of it; and it is the one that always was."""
    code = "from tests.index.segment.test_sketches import told; print(told())"
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout.strip() == told() == "983de2841e4fc047"


def told() -> str:
    """A digest of the sketches of a long text and a short one."""
    found = _sketched([_article(FIXED), _article(" ".join(SYLLABLES[:20]), FIXED[:90])])
    return blake2b(found.tobytes(), digest_size=8).hexdigest()


def test_what_is_repeated_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text over and over is nearly the text itself, and takes no more to draw from, however often it comes."""
    articles = [_article(FIXED[:200]), _article(" ".join([FIXED[:200]] * 40)), _article("1 " * 50)]
    found = _sketched(articles)
    assert (found[0] == found[1]).mean() > 0.8
    monkeypatch.setattr(module, "_MANY", 0)
    assert np.array_equal(_sketched(articles), found)


def test_a_long_text_is_told_by_its_beginning() -> None:
    """What stands behind the bound changes nothing, and what stands before it does."""
    terms = np.random.default_rng(1).integers(1, 900, LONGEST + 500).astype(np.uint32)
    hashes = np.arange(900, dtype=np.uint64) * np.uint64(2_654_435_761)

    def of(changed: np.ndarray[tuple[int], np.dtype[np.uint32]]) -> Bytes:
        return sketches(Tokens((), changed, changed > 0, np.array([[0, 0, len(changed), 0]])), hashes)

    behind, before = terms.copy(), terms.copy()
    behind[LONGEST:] = 5
    before[: LONGEST // 2] = 5
    assert np.array_equal(of(behind), of(terms))
    assert (of(before) != of(terms)).any()
