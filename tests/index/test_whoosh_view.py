"""Stock Whoosh on our index: against a scan of the articles, and against Whoosh's own index of the same articles."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import pytest
from whoosh.qparser import QueryParser
from whoosh.query import And, Every, Not, Or, Phrase, Prefix, Query, Term, TermRange

from corpus.article import Article, Quotation, QuotationKind
from index.normal_form import normal_form
from index.segment.segment import FACTS
from index.store import make_index
from index.whoosh_view.schema import ARTICLE, QUOTATION
from index.whoosh_view.terms import PARAGRAPH_GAP
from tests.index.whoosh_documents import FIELDS, matches
from tests.index.whoosh_worlds import WORDS, Ours, World, found, random_leaf, random_tree, random_world, write

QUERIES = 60


@pytest.fixture(scope="module", params=range(2))
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    """A random archive in several segments, with replaced and removed articles."""
    return random_world(request.param, tmp_path_factory.mktemp("view") / "index")


def _check(world: World, query: Query) -> list[str]:
    """What both indexes and a scan find."""
    names = found(world.ours, query)
    assert names == sorted(document.name for document in world.documents if matches(document, query)), query
    assert names == found(world.stock, query), query
    return names


def test_leaves_find_what_a_scan_and_stock_whoosh_find(world: World) -> None:
    """Random terms, phrases, patterns, near words and ranges, each by itself and negated, give the same documents."""
    dice = random.Random(3)
    sizes = [len(_check(world, leaf)) for leaf in (random_leaf(dice) for _ in range(2 * QUERIES))]
    assert sum(size > 0 for size in sizes) > QUERIES / 2
    for _ in range(20):
        _check(world, And([Every(), Not(random_leaf(dice))]))


def test_trees_find_what_a_scan_and_stock_whoosh_find(world: World) -> None:
    """Random trees of conjunctions, disjunctions and negations give the same documents, however deep."""
    dice = random.Random(4)
    sizes = [len(_check(world, random_tree(dice, 3))) for _ in range(QUERIES)]
    assert sum(size > 0 for size in sizes) > QUERIES / 4


def test_everything_is_every_document_that_was_not_deleted(world: World) -> None:
    """All articles with all their quotations, once each; those that were replaced or removed are not among them."""
    names = sorted(document.name for document in world.documents)
    assert _check(world, Every()) == names
    assert sorted(world.ours.names.values()) == names
    assert world.ours.searcher.doc_count() == world.ours.index.doc_count() == len(names)
    assert world.ours.searcher.doc_count_all() > len(names)
    for field in ("kind", *FACTS, *FIELDS):
        _check(world, Every(field))
    for identity in map(str, range(150)):
        quotations = len(world.articles[identity].quotes) if identity in world.articles else -1
        assert len(found(world.ours, Term("id", identity))) == 1 + quotations


def test_exact_fields_are_looked_up_by_all_their_characters(world: World) -> None:
    """Every value of every exact field is found as it is written, and no part of it."""
    for field in ("kind", *FACTS):
        for value in {document.facts[field] for document in world.documents if field in document.facts}:
            assert _check(world, Term(field, value))
        assert not _check(world, Term(field, ""))
    for field, value in (("source", "Báo"), ("source", "báo sáng"), ("published", "2019")):
        assert not _check(world, Term(field, value))


def test_stored_fields_tell_articles_and_quotations(world: World) -> None:
    """An article tells its facts and title as they were written, a quotation its text, speaker, role and article."""
    reader = world.ours.searcher.reader()
    articles = quotations = 0
    for number, name in world.ours.names.items():
        identity, _, turn = name.partition("#")
        article = world.articles[identity]
        stored = reader.stored_fields(number)
        if turn:
            quotations += 1
            quote = article.quotes[int(turn)]
            wanted = {"quote": quote.text, "speaker": quote.speaker, "role": quote.role, "id": identity}
            wanted |= {"published": article.published, "kind": QUOTATION}
        else:
            articles += 1
            wanted = {"title": article.title, "kind": ARTICLE, **{name: getattr(article, name) for name in FACTS}}
        assert stored == {field: value for field, value in wanted.items() if value is not None}
    assert articles == len(world.articles)
    assert quotations == sum(len(article.quotes) for article in world.articles.values()) > 0


def test_postings_are_those_that_whoosh_writes(world: World) -> None:
    """Every term of every text field has the same documents, frequencies and positions in both, and no other terms."""
    for field in FIELDS:
        ours, stock = world.ours.searcher, world.stock.searcher
        for term in {*ours.lexicon(field), *stock.lexicon(field)}:
            postings = []
            for view in (world.ours, world.stock):
                matcher = view.searcher.postings(field, term)
                here = []
                while matcher.is_active():
                    positions = list(matcher.value_as("positions"))
                    assert matcher.weight() == len(positions)
                    here.append((view.names[matcher.id()], positions))
                    matcher.next()
                postings.append(sorted(here))
            assert postings[0] == postings[1], (field, term)


def test_terms_are_in_order_and_counted(world: World) -> None:
    """Each segment tells its terms in the order of their bytes, with the documents that hold them and how often."""
    for leaf, _ in world.ours.searcher.reader().leaf_readers():
        terms = list(leaf.all_terms())
        assert terms == sorted(set(terms))
        assert {field for field, _ in terms} == set(leaf.indexed_field_names())
        for field, text in terms:
            assert (field, text) in leaf
            matcher = leaf._terms.matcher(field, text, leaf.schema[field].format)
            numbers, weights = [], []
            while matcher.is_active():
                numbers.append(matcher.id())
                weights.append(matcher.weight())
                matcher.next()
            assert numbers == sorted(set(numbers))
            info = leaf.term_info(field, text)
            assert (info.doc_frequency(), info.weight(), info.max_weight()) == (
                len(numbers),
                sum(weights),
                max(weights),
            )
            assert (info.min_id(), info.max_id()) == (numbers[0], numbers[-1])
        assert all(("body", word) not in leaf for word in (b"nowhere", b"", b"\xff"))
        words = [text for field, text in terms if field == "body"]
        for start in ("", "b", "biết", "c", "zzzz"):
            assert list(leaf.expand_prefix("body", start)) == [
                word for word in words if word.startswith(start.encode())
            ]
        assert all(one < other for one, other in pairwise(leaf.lexicon("body")))


def test_lengths_of_fields_are_their_words(world: World) -> None:
    """The length of each field of each document is its number of words, none where it has no such field."""
    reader = world.ours.searcher.reader()
    documents = {document.name: document for document in world.documents}
    for number, name in world.ours.names.items():
        for field in FIELDS:
            assert reader.doc_field_length(number, field) == len(documents[name].words(field)), (name, field)


def test_ranked_searches_work(world: World) -> None:
    """The best ten of a term or a phrase are ten of all its documents, scored and in the order of their scores."""
    for query in (Term("body", "dân"), Phrase("body", ["dân", "biết"]), Or([Term("title", "a"), Term("lead", "b")])):
        everything = found(world.ours, query)
        best = world.ours.index.searcher().search(query, limit=10)
        scores = [hit.score for hit in best]
        assert len(scores) == min(10, len(everything)) > 0
        assert scores == sorted(scores, reverse=True)
        assert min(scores) > 0
        assert {world.ours.names[hit.docnum] for hit in best} <= set(everything)


def test_whooshs_own_parser_makes_queries(world: World) -> None:
    """Words, phrases, fields and negations in Whoosh's language are normalised as ours are and find the articles."""
    parser = QueryParser("body", world.ours.index.schema)
    for text, wanted in (
        ("DÂN biết", And([Term("body", "dân"), Term("body", "biết")])),
        ('"dân biết" OR title:bàn', Or([Phrase("body", ["dân", "biết"]), Term("title", "bàn")])),
        ("dân NOT source:b", And([Term("body", "dân"), Not(Term("source", "b"))])),
        ("bi* published:[2019 TO 2020]", And([Prefix("body", "bi"), TermRange("published", "2019", "2020")])),
    ):
        assert found(world.ours, parser.parse(text)) == _check(world, wanted), text


def _small(tmp_path: Path, *articles: Article) -> Ours:
    make_index(tmp_path / "index")
    write(tmp_path / "index", articles)
    return Ours(tmp_path / "index")


def test_a_quotation_is_a_document_of_its_own(tmp_path: Path) -> None:
    """It is found by its words, speaker and role, not by what stands round it, and goes with its article."""
    text = "Bà Hạnh nói: “dân biết, dân bàn” ở xã"
    begin, end = text.index("“") + 1, text.index("”")
    quote = Quotation(text[begin:end], QuotationKind.SPEECH, "Lê Hạnh", "Trưởng khu phố", 0, begin, end, 0)
    article = Article(id="1", path="/p", title="Xã", published="2020", paragraphs=(text,), quotes=(quote,))
    ours = _small(tmp_path, article, Article(id="2", path="/p", title="dân"))
    for query in (Term("quote", "bàn"), Term("speaker", "hạnh"), Term("role", "khu"), Phrase("quote", ["biết", "dân"])):
        assert found(ours, query) == ["1#0"]
    for query in (Term("quote", "hạnh"), Term("quote", "xã"), Term("quote", "nói"), Term("speaker", "khu")):
        assert found(ours, query) == []
    assert found(ours, And([Term("kind", QUOTATION), Term("published", "2020")])) == ["1#0"]
    assert found(ours, Term("published", "2020")) == ["1", "1#0"]
    (hit,) = ours.searcher.search(Term("quote", "bàn"), limit=None)
    assert (hit["quote"], hit["speaker"], hit["id"]) == ("dân biết, dân bàn", "Lê Hạnh", "1")
    write(tmp_path / "index", [], ["1"])
    ours = Ours(tmp_path / "index")
    assert found(ours, Every()) == ["2"]
    assert found(ours, Term("quote", "bàn")) == []


def test_no_phrase_reaches_into_the_next_paragraph(tmp_path: Path) -> None:
    """A slop of up to the gap between paragraphs stays within one, and does within quotations that run over several."""
    quote = Quotation("a b\nc d", QuotationKind.SPEECH, None, None, 0, 0, 3, 1)
    ours = _small(tmp_path, Article(id="1", path="/p", title="x", paragraphs=("a b", "c d"), quotes=(quote,)))
    for field, name in (("body", "1"), ("quote", "1#0")):
        assert found(ours, Phrase(field, ["a", "b"])) == [name]
        assert found(ours, Phrase(field, ["b", "c"], slop=PARAGRAPH_GAP)) == []
        assert found(ours, Phrase(field, ["b", "c"], slop=PARAGRAPH_GAP + 1)) == [name]


def test_an_empty_index_opens(tmp_path: Path) -> None:
    """Without an article, or with one that says nothing, every query gives what there is."""
    make_index(tmp_path / "index")
    ours = Ours(tmp_path / "index")
    assert ours.index.doc_count() == 0
    assert found(ours, Every()) == found(ours, Term("body", "a")) == []
    write(tmp_path / "index", [Article(id="1", path="/p", title="")])
    ours = Ours(tmp_path / "index")
    assert found(ours, Every()) == found(ours, Term("kind", ARTICLE)) == ["1"]
    assert found(ours, Term("body", "a")) == found(ours, Prefix("title", "")) == found(ours, Term("quote", "a")) == []


def test_an_index_is_not_written_by_whoosh(tmp_path: Path) -> None:
    """Asked for a writer's segment, the codec refuses, so the index stays as it is."""
    ours = _small(tmp_path, Article(id="1", path="/p", title="a"))
    with pytest.raises(NotImplementedError):
        ours.index._segments()[0].codec().new_segment(None, "x")
    assert [normal_form(word) for word in WORDS] == WORDS
