"""Articles like one: the same matter comes first, and reprints are told from what is only alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.snapshot import Snapshot
from index.syllables import keys
from searcher import Archive
from searcher.errors import UnknownArticleError
from tests.conftest import Folder
from tests.program import Run
from tests.searcher.test_collapse import OTHERS, STORY

MATTERS = {
    "bridge": (
        "Cầu Bến Lở thông xe. Cầu Bến Lở nối hai xã bên sông, dân không còn phải qua phà.",
        "Hai xã bên sông mừng cầu Bến Lở: phà cũ nghỉ, xe qua cầu từ sáng sớm.",
    ),
    "school": (
        "Trường làng có thư viện. Học trò mượn sách ở thư viện sau giờ học.",
        "Sách mới về thư viện trường làng, học trò xếp hàng mượn.",
    ),
    "harvest": (
        "Lúa vụ hè được mùa. Nông dân gặt lúa sớm, thương lái trả giá cao.",
        "Thương lái về gặt lúa thuê, nông dân được giá vụ hè.",
    ),
}


@pytest.fixture
def matters(folder: Folder) -> Folder:
    """Two articles of each of three matters."""
    records = [
        {"id": f"{name}{at}", "body": body} for name, bodies in MATTERS.items() for at, body in enumerate(bodies)
    ]
    folder.records("a.jsonl", *records)
    folder.update()
    return folder


@pytest.mark.parametrize("name", MATTERS)
@pytest.mark.parametrize(("one", "other"), [(0, 1), (1, 0)])
def test_the_article_of_the_same_matter_comes_first(matters: Folder, name: str, one: int, other: int) -> None:
    """Each finds the other one of its matter before all else, and never itself."""
    with matters.open() as archive:
        found = archive.similar(f"{name}{one}")
        assert found.hits[0].article.id == f"{name}{other}"
        assert f"{name}{one}" not in {hit.article.id for hit in found.hits}
        assert [hit.rank for hit in found.hits] == list(range(1, len(found.hits) + 1))
        assert sorted((hit.score for hit in found.hits), reverse=True) == [hit.score for hit in found.hits]


def test_the_reading_is_a_query_that_finds_the_same(matters: Folder) -> None:
    """The words by which articles were found are the article's, and asking for them finds it and them."""
    with matters.open() as archive:
        found = archive.similar("bridge0")
        again = archive.search([found.reading], limit=None, accents="exact", collapse=False)
        assert again.total == found.total + 1
        assert again.hits[0].article.id == "bridge0"
        assert {hit.article.id for hit in again.hits} == {"bridge0", *(hit.article.id for hit in found.hits)}
        words = set(keys(archive.article("bridge0").paragraphs[0]))
        assert set(keys(found.reading.replace(" OR ", " "))) <= words
        assert found.occurrences == sum(hit.occurrences for hit in found.hits)


def test_reprints_are_named_and_not_shown(folder: Folder) -> None:
    """What is nearly the same text is no article like it; reprints of others stand under the best of them."""
    bodies = [STORY, STORY + " Theo báo bạn.", *OTHERS[:2], OTHERS[0] + " Tin thêm.", "Tin vắn. " + STORY]
    folder.records("a.jsonl", *({"id": name, "body": body} for name, body in zip("abcdef", bodies, strict=True)))
    folder.update()
    with folder.open() as archive:
        found = archive.similar("a")
        assert found.reprints == ("b", "f")
        shown = {hit.article.id: hit.duplicates for hit in found.hits}
        assert not {"a", "b", "f"} & shown.keys()
        assert found.total == sum(1 + len(hit.duplicates) for hit in found.hits)
        assert archive.similar("c").reprints == ("e",)


def test_as_many_as_are_asked_for(sample: Archive) -> None:
    """A smaller number gives the first ones of a larger, with the same totals; one below one is refused."""
    for identity in [hit.article.id for hit in sample.search("dân", limit=4).hits]:
        many = sample.similar(identity, limit=8)
        few = sample.similar(identity, limit=3)
        assert few.hits == many.hits[:3]
        assert (few.total, few.occurrences, few.reprints) == (many.total, many.occurrences, many.reprints)
    with pytest.raises(ValueError, match="limit"):
        sample.similar(identity, limit=0)


def test_what_has_no_word_in_common_is_like_nothing(folder: Folder) -> None:
    """An article of words of its own, and one of figures alone, find nothing; an unknown id is an error."""
    folder.articles("khoai lang", "12 34 56", "ghe xuồng")
    with folder.open() as archive:
        for identity in "012":
            found = archive.similar(identity)
            assert (found.hits, found.total, found.reading) == ((), 0, "")
        with pytest.raises(UnknownArticleError):
            archive.similar("3")


def test_articles_that_were_removed_are_like_nothing(matters: Folder) -> None:
    """Once its page is gone an article is not found any more."""
    with matters.open() as archive:
        assert archive.similar("school0").hits[0].article.id == "school1"
    kept = [{"id": "school0", "body": MATTERS["school"][0]}, {"id": "harvest0", "body": MATTERS["harvest"][0]}]
    matters.records("a.jsonl", *kept)
    matters.update()
    with matters.open() as archive:
        assert "school1" not in {hit.article.id for hit in archive.similar("school0").hits}


def test_the_words_of_an_article_are_its_text(sample_index: Path) -> None:
    """The words of each article of the sample, in order, are the syllables of its text, as they are written there."""
    with Snapshot(sample_index) as snapshot:
        for number in snapshot.numbers():
            article = snapshot.article(number)
            texts = (article.title, article.lead or "", *article.paragraphs, *article.captions)
            words = snapshot.vocabulary.of_article(number, article)
            assert [key for word in words for key in word.keys] == [key for text in texts for key in keys(text)]
            assert all(keys(word.written) == word.keys for word in words)
            assert any(len(word.keys) > 1 for word in words)


def test_the_command_prints_as_a_search_does(folder: Folder) -> None:
    """A table with the id first, the words on standard error, the reprints of the article itself there, too."""
    bodies = [STORY, STORY + " Theo báo bạn.", *OTHERS[:2]]
    folder.records("a.jsonl", *({"id": name, "body": body} for name, body in zip("abcd", bodies, strict=True)))
    folder.update()
    run = Run("similar", "-n", "1", "a", index=folder.index)
    assert run.status == 0
    assert [line.split("\t")[0] for line in run.out.splitlines()] in (["c"], ["d"])
    assert "1 reprint of the article itself: b" in run.err
    assert "Query: " in run.err
    (hit, *_) = Run("similar", "a", "--format", "jsonl", index=folder.index).objects
    assert list(hit)[:3] == ["schema", "rank", "id"]
    with folder.open() as archive:
        assert hit["asked"] == {"id": "a", "reprints": list(archive.similar("a").reprints)}
    assert "asked" not in Run("search", "bến", "--format", "jsonl", index=folder.index).objects[0]
    unknown = Run("similar", "x", index=folder.index)
    assert (unknown.status, unknown.out) == (1, "")
    assert "There is no article x in the index." in unknown.err


def test_nothing_like_it_is_no_match(folder: Folder) -> None:
    """Where no article is like it the status is that of no match, and it is said."""
    run = Run("similar", "0", index=folder.articles("khoai lang", "ghe xuồng").index)
    assert (run.status, run.out) == (1, "")
    assert "Nothing found." in run.err
