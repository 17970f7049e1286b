"""Stock Whoosh on our index: against a scan of the articles, and against Whoosh's own index of the same articles."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from whoosh.analysis import RegexTokenizer, StopFilter
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import open_dir
from whoosh.qparser import QueryParser
from whoosh.query import And, Every, FuzzyTerm, Not, Or, Phrase, Prefix, Query, Term, TermRange, Wildcard
from whoosh.scoring import Frequency

from corpus.article import Article, Quotation, QuotationKind
from index import batch
from index.batch import Batch
from index.generations import newest
from index.ledger.ledger import Ledger
from index.normal_form import normal_form
from index.schema import VERSIONS
from index.segment.segment import FACTS
from index.store import make_index
from index.stored import article_bytes
from index.whoosh_view.schema import ARTICLE, QUOTATION
from index.whoosh_view.terms import PARAGRAPH_GAP
from index.words import SyllableSegmenter
from tests.index.whoosh_documents import FIELDS, Document, documents_of, matches

WORDS = "dân biết bàn làm kiểm tra dan biet ban a b xy 16".split()
SOURCES = ("Báo Sáng", "Báo Chiều", "b")
DATES = ("2019-05-01", "2019-05-01T10:00:00", "2020-01-31")
EXACT = ("id", "published", "source")
QUERIES = 60

FILLER = "¶"


def _quotations(dice: random.Random, lead: str | None, paragraphs: Sequence[str]) -> Iterator[Quotation]:
    """Passages of the lead and of one or two paragraphs."""
    names: tuple[str | None, ...] = (None, "dân biết", "Bàn", "A B")
    for _ in range(dice.choice((0, 0, 1, 3))):
        first = dice.randrange(-1, len(paragraphs))
        last = min(first + dice.choice((0, 0, 1)), len(paragraphs) - 1) if first >= 0 else first
        texts = [lead or "", *paragraphs][first + 1 : last + 2]
        starts = [match.start() for match in re.finditer(r"\S+", texts[0])]
        ends = [match.end() for match in re.finditer(r"\S+", texts[-1])]
        if not starts or not ends:
            continue
        start, end = dice.choice(starts), dice.choice(ends)
        if first == last and end <= start:
            continue
        inside = [texts[0][start:end]] if first == last else [texts[0][start:], texts[1][:end]]
        at, behind = (None, None) if first < 0 else (first, last)
        kind, speaker, role = dice.choice(list(QuotationKind)), dice.choice(names), dice.choice(names)
        yield Quotation("\n".join(inside), kind, speaker, role, at, start, end, behind)


def _article(dice: random.Random, identity: str) -> Article:
    def text(longest: int) -> str:
        return " ".join(dice.choices(WORDS, range(len(WORDS), 0, -1), k=dice.randrange(longest)))

    lead = text(7) or None
    paragraphs = tuple(text(12) for _ in range(dice.randrange(4)))
    return Article(
        id=identity,
        path=f"/p/{dice.randrange(3)}",
        title=text(4),
        published=dice.choice((None, *DATES)),
        source=dice.choice((None, *SOURCES)),
        lead=lead,
        paragraphs=paragraphs,
        captions=tuple(text(5) for _ in range(dice.randrange(3))),
        quotes=tuple(_quotations(dice, lead, paragraphs)),
    )


class _Stock:
    """The same documents in an index that Whoosh wrote itself."""

    def __init__(self, documents: Sequence[Document]) -> None:
        text = TEXT(analyzer=RegexTokenizer(r"\S+") | StopFilter([FILLER], minsize=1, renumber=False))
        schema = Schema(name=STORED, kind=ID, **dict.fromkeys(FACTS, ID), **dict.fromkeys(FIELDS, text))
        self._storage = RamStorage()
        writer = self._storage.create_index(schema).writer()
        between = " ".join(("", *[FILLER] * PARAGRAPH_GAP, ""))
        for document in documents:
            texts = {field: between.join(units) for field, units in document.texts.items()}
            writer.add_document(name=document.name, **texts, **document.facts)
        writer.commit()
        self.searcher = self._storage.open_index().searcher(weighting=Frequency())
        self.names = {number: stored["name"] for number, stored in self.searcher.reader().iter_docs()}


class _Ours:
    """Our index, opened by Whoosh."""

    def __init__(self, folder: Path) -> None:
        self.index = open_dir(str(folder))
        self.searcher = self.index.searcher(weighting=Frequency())
        self.names: dict[int, str] = {}
        seen: dict[str, int] = {}
        for number, stored in self.searcher.reader().iter_docs():
            name = stored["id"]
            if stored["kind"] == QUOTATION:
                turn = seen[name] = seen.get(name, -1) + 1
                name = f"{name}#{turn}"
            self.names[number] = name


def _found(view: _Stock | _Ours, query: Query) -> list[str]:
    """The names of the documents that a search finds, which are those of going through all matches, too."""
    found = [view.names[hit.docnum] for hit in view.searcher.search(query, limit=None)]
    matched = [view.names[number] for number in query.docs(view.searcher)]
    assert sorted(found) == sorted(matched), query
    return sorted(found)


@dataclass(frozen=True)
class World:
    """A random archive: what it holds, and both indexes of it."""

    folder: Path
    articles: dict[str, Article]
    documents: Sequence[Document]
    ours: _Ours
    stock: _Stock


def _write(folder: Path, puts: Sequence[Article], removals: Sequence[str] = ()) -> None:
    with Batch(folder, SyllableSegmenter()) as writer:
        for article in puts:
            writer.put(article, article_bytes(article))
        for identity in removals:
            writer.remove(identity)
        writer.commit(Ledger(), more=False)


@pytest.fixture(scope="module", params=range(2))
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    """A random archive in several segments, with replaced and removed articles."""
    dice = random.Random(request.param)
    folder = tmp_path_factory.mktemp("view") / "index"
    make_index(folder)
    articles: dict[str, Article] = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(batch, "HELD_BACK", 7)
        patched.setattr(batch, "FULL_SEGMENT", 700)
        patched.setattr(batch, "FULL_MERGED", 1)
        for _ in range(5):
            puts = [_article(dice, str(dice.randrange(150))) for _ in range(30)]
            gone = [str(dice.randrange(150)) for _ in range(4)]
            _write(folder, puts, gone)
            articles.update((article.id, article) for article in puts)
            for identity in gone:
                articles.pop(identity, None)
    segments = newest(folder, VERSIONS).segments
    assert len(segments) > 2
    assert any(entry.live is not None for entry in segments)
    documents = [document for article in articles.values() for document in documents_of(article)]
    return World(folder, articles, documents, _Ours(folder), _Stock(documents))


def _exact(dice: random.Random) -> tuple[str, str]:
    field = dice.choice(EXACT)
    values = {
        "id": [str(at) for at in range(0, 160, 3)],
        "published": [*DATES, "2019", "2021"],
        "source": [*SOURCES, "B"],
    }
    return field, dice.choice(values[field])


def _leaf(dice: random.Random) -> Query:
    field = dice.choice((*FIELDS, "body", "body", "quote"))
    words = dice.choices([*WORDS, "nowhere"] if dice.random() < 0.2 else WORDS[:6], k=dice.choice((2, 2, 3, 4)))
    word = dice.choice(WORDS)
    match dice.randrange(10):
        case 0 | 1:
            return Term(field, dice.choice([*WORDS, "nowhere"]))
        case 2 | 3 | 4:
            return Phrase(field, words, slop=dice.choice((1, 1, 1, 2, 5, 99, PARAGRAPH_GAP + 1, 150)))
        case 5:
            return Prefix(field, word[: dice.randrange(1, 3)])
        case 6:
            place = dice.randrange(len(word))
            behind = word[place + dice.randrange(2) :] + dice.choice(("", "*"))
            return Wildcard(field, word[:place] + dice.choice("*?") + behind)
        case 7:
            return FuzzyTerm(field, word, maxdist=dice.choice((1, 2)), prefixlength=dice.choice((0, 1)))
        case 8:
            return Term(*_exact(dice))
    field, low = dice.choice((_exact(dice), (field, word)))
    high = dice.choice((_exact(dice)[1], low + "é", None))
    bounds = dice.choice(((low, high), (None, low), (low, None)))
    return TermRange(field, *bounds, startexcl=dice.random() < 0.3, endexcl=dice.random() < 0.3)


def _tree(dice: random.Random, depth: int) -> Query:
    """A query; what is negated stands beside what is not: of a lone negation Whoosh may give what was deleted."""
    kind = dice.random()
    if depth == 0 or kind < 0.2:
        return _leaf(dice)
    if kind < 0.3:
        return And([dice.choice((Every(), Every("body"), _leaf(dice))), Not(_tree(dice, depth - 1))])
    parts = [_tree(dice, depth - 1) for _ in range(dice.choice((1, 2, 2, 3)))]
    if kind < 0.65:
        return And([*parts, *(Not(_tree(dice, depth - 1)) for _ in range(dice.choice((0, 0, 1, 2))))])
    return Or(parts)


def _check(world: World, query: Query) -> list[str]:
    """What both indexes and a scan find."""
    found = _found(world.ours, query)
    assert found == sorted(document.name for document in world.documents if matches(document, query)), query
    assert found == _found(world.stock, query), query
    return found


def test_leaves_find_what_a_scan_and_stock_whoosh_find(world: World) -> None:
    """Random terms, phrases, patterns, near words and ranges, each by itself and negated, give the same documents."""
    dice = random.Random(3)
    sizes = [len(_check(world, leaf)) for leaf in (_leaf(dice) for _ in range(2 * QUERIES))]
    assert sum(size > 0 for size in sizes) > QUERIES / 2
    for _ in range(20):
        _check(world, And([Every(), Not(_leaf(dice))]))


def test_trees_find_what_a_scan_and_stock_whoosh_find(world: World) -> None:
    """Random trees of conjunctions, disjunctions and negations give the same documents, however deep."""
    dice = random.Random(4)
    sizes = [len(_check(world, _tree(dice, 3))) for _ in range(QUERIES)]
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
        assert len(_found(world.ours, Term("id", identity))) == 1 + quotations


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
        everything = _found(world.ours, query)
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
        assert _found(world.ours, parser.parse(text)) == _check(world, wanted), text


def _small(tmp_path: Path, *articles: Article) -> _Ours:
    make_index(tmp_path / "index")
    _write(tmp_path / "index", articles)
    return _Ours(tmp_path / "index")


def test_a_quotation_is_a_document_of_its_own(tmp_path: Path) -> None:
    """It is found by its words, speaker and role, not by what stands round it, and goes with its article."""
    text = "Bà Hạnh nói: “dân biết, dân bàn” ở xã"
    begin, end = text.index("“") + 1, text.index("”")
    quote = Quotation(text[begin:end], QuotationKind.SPEECH, "Lê Hạnh", "Trưởng khu phố", 0, begin, end, 0)
    article = Article(id="1", path="/p", title="Xã", published="2020", paragraphs=(text,), quotes=(quote,))
    ours = _small(tmp_path, article, Article(id="2", path="/p", title="dân"))
    for query in (Term("quote", "bàn"), Term("speaker", "hạnh"), Term("role", "khu"), Phrase("quote", ["biết", "dân"])):
        assert _found(ours, query) == ["1#0"]
    for query in (Term("quote", "hạnh"), Term("quote", "xã"), Term("quote", "nói"), Term("speaker", "khu")):
        assert _found(ours, query) == []
    assert _found(ours, And([Term("kind", QUOTATION), Term("published", "2020")])) == ["1#0"]
    assert _found(ours, Term("published", "2020")) == ["1", "1#0"]
    (hit,) = ours.searcher.search(Term("quote", "bàn"), limit=None)
    assert (hit["quote"], hit["speaker"], hit["id"]) == ("dân biết, dân bàn", "Lê Hạnh", "1")
    _write(tmp_path / "index", [], ["1"])
    ours = _Ours(tmp_path / "index")
    assert _found(ours, Every()) == ["2"]
    assert _found(ours, Term("quote", "bàn")) == []


def test_no_phrase_reaches_into_the_next_paragraph(tmp_path: Path) -> None:
    """A slop of up to the gap between paragraphs stays within one, and does within quotations that run over several."""
    quote = Quotation("a b\nc d", QuotationKind.SPEECH, None, None, 0, 0, 3, 1)
    ours = _small(tmp_path, Article(id="1", path="/p", title="x", paragraphs=("a b", "c d"), quotes=(quote,)))
    for field, name in (("body", "1"), ("quote", "1#0")):
        assert _found(ours, Phrase(field, ["a", "b"])) == [name]
        assert _found(ours, Phrase(field, ["b", "c"], slop=PARAGRAPH_GAP)) == []
        assert _found(ours, Phrase(field, ["b", "c"], slop=PARAGRAPH_GAP + 1)) == [name]


def test_an_empty_index_opens(tmp_path: Path) -> None:
    """Without an article, or with one that says nothing, every query gives what there is."""
    make_index(tmp_path / "index")
    ours = _Ours(tmp_path / "index")
    assert ours.index.doc_count() == 0
    assert _found(ours, Every()) == _found(ours, Term("body", "a")) == []
    _write(tmp_path / "index", [Article(id="1", path="/p", title="")])
    ours = _Ours(tmp_path / "index")
    assert _found(ours, Every()) == _found(ours, Term("kind", ARTICLE)) == ["1"]
    assert (
        _found(ours, Term("body", "a")) == _found(ours, Prefix("title", "")) == _found(ours, Term("quote", "a")) == []
    )


def test_an_index_is_not_written_by_whoosh(tmp_path: Path) -> None:
    """Asked for a writer's segment, the codec refuses, so the index stays as it is."""
    ours = _small(tmp_path, Article(id="1", path="/p", title="a"))
    with pytest.raises(NotImplementedError):
        ours.index._segments()[0].codec().new_segment(None, "x")
    assert [normal_form(word) for word in WORDS] == WORDS
