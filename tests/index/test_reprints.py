"""Near-identical articles are folded as going through all of them would, over segments, merges and deletions."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from index import reprints
from index.check import check
from index.documents import columns_of
from index.parts import Parts
from index.reprints import FIGURES_ALIKE, KEY_PAIRS, TEXT_ALIKE, alike
from index.segment.columns import KeyNumbers
from index.segment.sketches import SKETCH_BYTES, TEXT_BYTES
from index.segment.tokens import Bytes
from index.snapshot import Snapshot
from index.stored import article_bytes
from index.words import SyllableSegmenter
from tests.conftest import Folder

SYLLABLES = [start + end for start in ("b", "ch", "đ", "kh", "ng", "th", "tr", "x") for end in ("ai", "ân", "ế", "uộc")]


def _bodies(dice: random.Random, texts: int, copies: int) -> list[str]:
    """Texts with edited copies of each, in any order, and a few without a sketch."""
    found = ["", "bai", "bai ân"]
    for _ in range(texts):
        text = dice.choices(SYLLABLES, k=dice.randrange(40, 120))
        for _ in range(dice.randrange(1, copies)):
            cut = dice.randrange(len(text) // 5)
            found.append(" ".join([s if dice.random() > 0.015 else dice.choice(SYLLABLES) for s in text][cut:]))
    dice.shuffle(found)
    return found


def _are_alike(one: Sequence[int], other: Sequence[int]) -> bool:
    """The rule, spelled out."""
    agree = [mine == its for mine, its in zip(one, other, strict=True)]
    return (
        any(one)
        and sum(agree[:TEXT_BYTES]) >= TEXT_ALIKE
        and sum(agree[TEXT_BYTES:]) >= FIGURES_ALIKE
        and any(agree[at] and agree[at + 1] for at in range(0, 2 * KEY_PAIRS, 2))
    )


def _slowly(sketches: Sequence[Sequence[int]], ranked: Sequence[int], count: int) -> list[tuple[int, list[int]]]:
    """Each article that is not yet taken, in order, with all that are like it."""
    left = set(range(len(sketches)))
    found: list[tuple[int, list[int]]] = []
    for place in ranked:
        if place in left and len(found) < count:
            left.remove(place)
            under = [other for other in sorted(left) if _are_alike(sketches[place], sketches[other])]
            left -= set(under)
            found.append((place, under))
    return found


def _sketches(snapshot: Snapshot) -> dict[str, list[int]]:
    """The sketch of each article that was not deleted, by its id, as the segments have it."""
    found: dict[str, list[int]] = {}
    for part in snapshot._parts:
        rows: Bytes = np.ascontiguousarray(part.segment.sketches.T).view(np.uint8)
        for article in part.everything.tolist():
            found[part.segment.fact("id").of(article) or ""] = rows[article].tolist()
    return found


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of some segments, with copies of a text in each of them and some articles deleted."""
    folder = Folder(tmp_path_factory.mktemp("several"))
    dice = random.Random(2)
    bodies = _bodies(dice, 60, 7)
    for name, some in (("a", bodies[:150]), ("b", bodies[150:190]), ("c", bodies[190:])):
        folder.records(f"{name}.jsonl", *({"id": f"{name}{at}", "body": body} for at, body in enumerate(some)))
        folder.update()
    folder.records("a.jsonl", *({"id": f"a{at}", "body": body} for at, body in enumerate(bodies[:130])))
    folder.update()
    return folder.index


@settings(max_examples=60)
@given(
    st.integers(0, 200),
    st.integers(0, 250),
    st.integers(0, 999),
    st.floats(0.1, 1),
    st.sampled_from((0, 1000)),
    st.sampled_from((1, 2, 32)),
)
def test_folding_is_going_through_all(
    several: Path, count: int, ranked: int, seed: int, share: float, many: int, long_run: int
) -> None:
    """Whatever was found, however it is ranked and how far, whatever count is asked for, and whichever way is taken."""
    dice = random.Random(seed)
    with Snapshot(several) as snapshot, pytest.MonkeyPatch.context() as patched:
        patched.setattr(reprints, "_MANY", many)
        patched.setattr(reprints, "_LONG_RUN", long_run)
        assert len(snapshot._parts) > 1
        assert any(part.live is not None for part in snapshot._parts)
        numbers = np.array([number for number in snapshot.numbers() if dice.random() < share], np.int64)
        order = dice.sample(range(len(numbers)), len(numbers))[:ranked]
        found = snapshot.folded(numbers, numbers.take(np.array(order, np.int64)), count)
        sketches = _sketches(snapshot)
        ids = snapshot.fact("id", numbers)
        slow = _slowly([sketches[identity or ""] for identity in ids], order, count)
    of_each = [numbers.searchsorted(under).tolist() for under in found.under]
    assert list(zip(numbers.searchsorted(found.shown).tolist(), of_each, strict=True)) == slow
    assert found.everything == (sum(1 + len(under) for _, under in slow) == len(numbers))


@settings(max_examples=60)
@given(st.integers(0, 999), st.integers(0, 60), st.sampled_from((1, 4, 100)))
def test_what_is_said_to_be_alone_is_like_no_other(seed: int, count: int, long_run: int) -> None:
    """Of sketches that have their first pairs in common with many, those that are alone are told from all others."""
    dice = np.random.default_rng(seed)
    sketches = dice.integers(0, 256, (count, SKETCH_BYTES)).astype(np.uint8)
    sketches[:, : 2 * KEY_PAIRS] = np.repeat(dice.integers(0, 12, (count, KEY_PAIRS)), 2, axis=1)
    for one, other in dice.integers(0, max(count, 1), (count // 4, 2)):
        sketches[one, :TEXT_ALIKE] = sketches[other, :TEXT_ALIKE]
        sketches[one, TEXT_BYTES:] = sketches[other, TEXT_BYTES:]
    sketches[dice.random(count) < 0.1] = 0
    found = reprints._Found(Parts(()), np.zeros(0, np.int64))
    found._places, found._keys = np.arange(count), sketches[:, : 2 * KEY_PAIRS].view(np.uint16).T
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(found, "_sketches", lambda places: sketches[places])
        patched.setattr(reprints, "_LONG_RUN", long_run)
        patched.setattr(reprints, "_COMPARED_AT_ONCE", 5)
        alone = found.alone().tolist()
    rows = sketches.tolist()
    like = [any(_are_alike(one, other) for other in rows if other is not one) for one in rows]
    assert not any(is_alone and is_like for is_alone, is_like in zip(alone, like, strict=True))
    if long_run == 100:
        assert alone == [not is_like for is_like in like]


def test_many_are_folded(several: Path) -> None:
    """The index of the test above has what it is to show: a good part of its articles are folded."""
    with Snapshot(several) as snapshot:
        numbers = np.fromiter(snapshot.numbers(), np.int64)
        found = snapshot.folded(numbers, numbers, len(numbers))
        assert found.everything
        assert len(numbers) / 5 < len(found.shown) < len(numbers) / 1.5


def test_nothing_found_is_nothing_folded(several: Path) -> None:
    """No article at all, and none asked for."""
    with Snapshot(several) as snapshot:
        none = np.zeros(0, np.int64)
        assert snapshot.folded(none, none, 10).everything
        assert not len(snapshot.folded(np.arange(5), np.arange(5), 0).shown)


def test_segments_keep_the_sketches_of_their_articles(folder: Folder) -> None:
    """Through commits that add, replace, remove and join, and a rebuild, each is that of its article by itself."""
    dice = random.Random(4)
    bodies = _bodies(dice, 12, 4)

    def stands() -> None:
        with Snapshot(folder.index) as snapshot:
            alone = {
                article.id: columns_of([(article, article_bytes(article))], SyllableSegmenter(), KeyNumbers()).sketches
                for article in map(snapshot.article, snapshot.numbers())
            }
            assert _sketches(snapshot) == {identity: made[0].tolist() for identity, made in alone.items()}
        assert list(check(folder.index)) == []

    for turn in range(4):
        for at in dice.sample(range(len(bodies)), 5):
            bodies[at] += dice.choice(["", "", " bai ân 7 chế"]) or " chuộc"
        names = [name for name in "abc" if turn < 3 or name != "b"]
        for name in names:
            some = bodies["abc".index(name) :: 3]
            folder.records(f"{name}.jsonl", *({"id": f"{name}{at}", "body": body} for at, body in enumerate(some)))
            folder.update()
        if turn == 3:
            (folder.path / "b.jsonl").unlink()
            folder.update()
        stands()
    folder.update(rebuild=True)
    stands()


def test_the_rule_wants_text_figures_and_a_pair() -> None:
    """So many bytes of either part, a pair of the first, and a sketch at all: one less of any of these is too few."""
    one = np.arange(1, SKETCH_BYTES + 1, dtype=np.uint8)
    other = one + np.uint8(100)
    other[: 2 * KEY_PAIRS : 2] = one[: 2 * KEY_PAIRS : 2]
    other[2 * KEY_PAIRS :][: TEXT_ALIKE - KEY_PAIRS - 1] = one[2 * KEY_PAIRS :][: TEXT_ALIKE - KEY_PAIRS - 1]
    other[TEXT_BYTES:][:FIGURES_ALIKE] = one[TEXT_BYTES:][:FIGURES_ALIKE]
    paired, unpaired, less = other.copy(), other.copy(), other.copy()
    paired[1] = less[1] = one[1]
    unpaired[TEXT_BYTES - 1] = one[TEXT_BYTES - 1]
    less[TEXT_BYTES] += 1
    nothing = np.zeros(SKETCH_BYTES, np.uint8)
    assert alike(one, np.array([one, paired, unpaired, other, less])).tolist() == [True, True, False, False, False]
    assert alike(nothing, np.array([nothing])).tolist() == [False]
    assert [_are_alike(one.tolist(), each.tolist()) for each in (paired, unpaired, less)] == [True, False, False]


def test_an_article_without_text_is_like_no_other(folder: Folder) -> None:
    """Titles alone, and bodies of a few words, stay apart however many there are."""
    records = [{"id": str(at), "title": "Thông báo cúp điện trong xã hôm nay", "body": "Xem ảnh."} for at in range(70)]
    folder.records("a.jsonl", *records)
    folder.update()
    with Snapshot(folder.index) as snapshot:
        found = snapshot.folded(np.arange(70), np.arange(70), 70)
    assert found.shown.tolist() == list(range(70))


def test_copies_are_alike_and_other_texts_are_not() -> None:
    """Of texts with a syllable changed here and there and another head nearly all are; of two others none."""
    dice = random.Random(8)
    texts = [dice.choices(SYLLABLES, k=300) for _ in range(40)]
    copies = [[s if dice.random() > 0.01 else dice.choice(SYLLABLES) for s in text][20:] for text in texts]
    made = [
        columns_of(
            [(article, article_bytes(article)) for article in articles], SyllableSegmenter(), KeyNumbers()
        ).sketches
        for articles in (
            [Article(id="0", path="0", title="", paragraphs=(" ".join(text),)) for text in side]
            for side in (texts, copies)
        )
    ]
    assert alike(made[0], made[1]).mean() > 0.9
    assert not any(alike(made[0][at], np.delete(made[1], at, axis=0)).any() for at in range(40))
