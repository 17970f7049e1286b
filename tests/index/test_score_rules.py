"""What scores have to do whatever the formula: rarer words and weightier fields count more, equal articles the same."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from corpus.article import Article
from index import batch
from index.plan import All, Boost, Condition, Preferring, Row, Scored, Slot
from index.snapshot import Snapshot
from tests.index.random_archives import write


def scores_of(snapshot: Snapshot, condition: Condition) -> dict[str, float]:
    found = snapshot.evaluate(condition)
    ids = [snapshot.article(number).id for number in found.numbers.tolist()]
    return dict(zip(ids, found.scores.tolist(), strict=True))


def test_a_rare_word_scores_higher_and_a_title_higher_than_a_caption(tmp_path: Path) -> None:
    """Scores fall with how common a word is and rise with the weight of the field it stands in."""
    filler = "làm kiểm tra dân"
    articles = [
        Article(id=str(at), path="/p", title="", paragraphs=(filler + (" biết" if at < 6 else ""),)) for at in range(9)
    ]
    articles += [
        Article(id="title", path="/p", title="bàn", paragraphs=(filler,)),
        Article(id="caption", path="/p", title="", paragraphs=(filler,), captions=("bàn",)),
    ]
    write(tmp_path / "index", articles)
    with Snapshot(tmp_path / "index") as snapshot:
        table = scores_of(snapshot, Row((Slot("bàn"),)))
        assert table["title"] > table["caption"] > 0
        assert scores_of(snapshot, Row((Slot("biết"),)))["0"] > scores_of(snapshot, Row((Slot("kiểm"),)))["0"] > 0


@pytest.mark.parametrize("apart", [False, True])
def test_scores_follow_the_formula(tmp_path: Path, apart: bool) -> None:
    """A score is what the formula gives by hand, whether two articles stand in one segment or in two."""
    articles = [
        Article(id="1", path="/p", title="a x", paragraphs=("a b a c d",)),
        Article(id="2", path="/p", title="", paragraphs=("c d e",)),
    ]
    for puts in [articles[:1], articles[1:]] if apart else [articles]:
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(batch, "FULL_SEGMENT", 1)
            patched.setattr(batch, "FULL_MERGED", 1)
            write(tmp_path / "index", puts)
    with Snapshot(tmp_path / "index") as snapshot:
        assert len(snapshot.generation.segments) == 1 + apart
        average = ((3 * 2 + 5) + 3) / 2
        idf = math.log(1 + (2 - 1 + 0.5) / (1 + 0.5))
        frequency, relative = 3.0 + 2, (50 + 3 * 2 + 5) / (50 + average)
        score = scores_of(snapshot, Row((Slot("a"),)))["1"]
        assert score == pytest.approx(
            idf * math.sqrt(103 / 101) * frequency / (frequency + 1.2 * (1 - 0.9 + 0.9 * relative))
        )
        common, rare = math.log(1 + 0.5 / 2.5), idf
        row = scores_of(snapshot, Row((Slot("c"), Slot("d"), Slot("e"))))["2"]
        assert row == pytest.approx((2 * common + rare) / (1 + 1.2 * (1 - 0.9 + 0.9 * (50 + 3) / (50 + average))))


def test_a_pair_counts_more_in_the_opening_of_an_article(tmp_path: Path) -> None:
    """Of two articles of one length the one that begins with two words side by side gets more for them."""
    filler = "x " * 200
    texts = {"first": "dân biết " + filler, "last": filler + "dân biết", "apart": "biết x dân " + filler[2:]}
    write(tmp_path / "index", [Article(id=name, path="/p", title=text) for name, text in texts.items()])
    with Snapshot(tmp_path / "index") as snapshot:
        both = All((Row((Slot("dân"),)), Row((Slot("biết"),))))
        pair = Boost(Row((Slot("dân"), Slot("biết"))), 1, "pair")
        plain, table = scores_of(snapshot, both), scores_of(snapshot, Scored(both, (pair,)))
        assert plain["first"] == plain["last"]
        assert table["first"] > table["last"] > table["apart"] == plain["apart"]


def test_what_comes_again_where_it_comes_is_worth_more(tmp_path: Path) -> None:
    """Of two words in as many articles the one that comes again in others counts more where both come once."""
    texts = {"both": "dân bàn x x", "again": "dân dân dân x", "once": "bàn x x x"}
    write(tmp_path / "index", [Article(id=name, path="/p", title=text) for name, text in texts.items()])
    with Snapshot(tmp_path / "index") as snapshot:
        again, once = (scores_of(snapshot, Row((Slot(word),)))["both"] for word in ("dân", "bàn"))
        assert again == pytest.approx(math.sqrt(104 / 102) * once)


def test_the_length_of_short_texts_says_less_than_that_of_long_ones(tmp_path: Path) -> None:
    """Twice as long a text loses less of its score where all texts are short."""

    def kept(length: int) -> float:
        folder = tmp_path / str(length)
        texts = {"one": "dân" + " x" * (length - 1), "two": "dân" + " x" * (2 * length - 1)}
        write(folder, [Article(id=name, path="/p", title="", paragraphs=(text,)) for name, text in texts.items()])
        with Snapshot(folder) as snapshot:
            table = scores_of(snapshot, Row((Slot("dân"),)))
            return table["two"] / table["one"]

    assert 1 > kept(10) > kept(40) > kept(400)


def test_what_is_preferred_is_said(tmp_path: Path) -> None:
    """Articles with both words are told from those with both in a row."""
    articles = [Article(id=text, path="/p", title=text) for text in ("dân biết", "biết dân", "dân bàn")]
    write(tmp_path / "index", articles)
    with Snapshot(tmp_path / "index") as snapshot:
        both = All((Row((Slot("dân"),)), Row((Slot("biết"),))))
        found = snapshot.evaluate(Preferring(both, Row((Slot("dân"), Slot("biết")))))
        named = {
            snapshot.article(number).id: bool(first)
            for number, first in zip(found.numbers, found.preferred, strict=True)
        }
        assert named == {"dân biết": True, "biết dân": False}


def test_equal_articles_score_equally_in_any_segment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A term that is frequent in one segment and rare in another gives the same score to the same article in both."""
    monkeypatch.setattr(batch, "FULL_SEGMENT", 1)
    filler = [Article(id=f"x{at}", path="/p", title="", paragraphs=("bàn " * 9,)) for at in range(200)]
    same = [
        Article(id=name, path="/p", title="bàn", lead="bàn b", paragraphs=("a bàn",), captions=("bàn bàn bàn",))
        for name in ("one", "two")
    ]
    write(tmp_path / "index", [*filler, same[0]])
    write(tmp_path / "index", [same[1]])
    with Snapshot(tmp_path / "index") as snapshot:
        assert len(snapshot.generation.segments) == 2
        table = scores_of(snapshot, Row((Slot("bàn"),)))
        assert table["one"] == table["two"] > 0
