"""What raises an article's score: words that stand side by side as they were typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.article import Article
from index.plan import All, Any, Boost, Condition, Not, Only, Preferring, Scored
from index.schema import TEXT_FIELDS
from searcher import Archive
from searcher.meaning.compile import Compiler
from searcher.meaning.question import Asked, question
from tests.index.random_archives import write


def _boosts(condition: Condition) -> list[Boost]:
    match condition:
        case Scored(base, boosts):
            return [*_boosts(base), *boosts]
        case All(parts) | Any(parts):
            return [boost for part in parts for boost in _boosts(part)]
        case Not(part) | Only(part) | Preferring(part):
            return _boosts(part)
    return []


def _pairs(query: str | list[str], **asked: object) -> list[str]:
    keywords: Asked = {"aliases": None, **asked}  # type: ignore[typeddict-item]
    condition = Compiler(lambda _: ()).compile(question(query, **keywords).tree)
    return [" ".join(slot.key for slot in boost.row.slots if slot) for boost in _boosts(condition)]


@pytest.mark.parametrize(
    ("query", "pairs"),
    [
        (["học", "phí", "đại", "học"], ["học phí", "phí đại", "đại học"]),
        (["học phí", "đại học"], ["phí đại"]),
        (["dân", "biết", "dân", "biết"], ["dân biết", "biết dân"]),
        (["học phí"], []),
        (["học", "phí", "NOT", "đại"], ["học phí"]),
        (["học", "NOT", "(đại", "học)"], []),
        (["học", "OR", "phí"], []),
        (["quote:(học", "phí)"], []),
        (["học * phí", "cao"], ["phí cao"]),
    ],
)
def test_words_typed_side_by_side_are_pairs(query: list[str], pairs: list[str]) -> None:
    """Over the borders of arguments too, each once; not inside a phrase, which is asked for as it is, nor refused."""
    assert _pairs(query) == pairs


def test_any_of_a_text_has_the_pairs_of_the_text() -> None:
    """Where any of its words is enough, words that come twice have both of their neighbours."""
    assert _pairs("dân biết dân bàn", match="any") == ["dân biết", "biết dân", "dân bàn"]
    assert _pairs(["dân", "biết", "dân", "bàn"], match="any") == ["dân biết", "biết dân", "dân bàn"]


def test_pairs_stand_in_the_field_that_is_asked_for() -> None:
    """A pair is looked for where its words are."""
    condition = Compiler(lambda _: ()).compile(question("title:(học phí)", aliases=None).tree)
    assert [boost.row.fields for boost in _boosts(condition)] == [("title",)]
    condition = Compiler(lambda _: ()).compile(question("học phí cao".split(), aliases=None).tree)
    assert [boost.row.fields for boost in _boosts(condition)] == [TEXT_FIELDS] * 2


def test_an_article_with_the_words_side_by_side_comes_first(tmp_path: Path) -> None:
    """Of two articles with the same words in other orders, and however long the text that is asked for is."""
    texts = {
        "apart": "phí tổn của việc học ở trường đại chúng nay cao",
        "together": "đại chúng nay học phí cao ở trường tổn của việc",
        "filler": "học một học hai phí ba phí bốn cao năm",
    }
    articles = [Article(id=name, path="/p", title="", paragraphs=(text,)) for name, text in texts.items()]
    write(tmp_path / "index", articles)
    with Archive.open(tmp_path / "index") as archive:
        found = archive.search("cao học phí đại", match="any")
        assert found.hits[0].article.id == "together"
        assert len(found.hits) == 3
