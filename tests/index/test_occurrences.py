"""Every place where a query stands: against a scan by hand, and against stock Whoosh."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from whoosh.index import open_dir
from whoosh.query import And, Not, Or, Phrase, Query, Term

from corpus.article import Article, Quotation, QuotationKind
from index.batch import Batch
from index.documents import field_texts
from index.evaluate import Preferring
from index.ledger import Ledger
from index.occurrences import Occurrences, occurrence, place_number
from index.positions import numbered
from index.schema import TEXT_FIELDS
from index.snapshot import Snapshot
from index.store import make_index, open_index
from index.stored import article_bytes
from index.words import SyllableSegmenter

WORDS = "dân biết bàn làm kiểm tra dan biet a b".split()


def _article(dice: random.Random, identity: str) -> Article:
    def text(longest: int) -> str:
        return " ".join(dice.choices(WORDS, k=dice.randrange(longest)))

    return Article(
        id=identity,
        path="/p",
        title=text(4),
        lead=text(6) or None,
        paragraphs=tuple(text(12) for _ in range(dice.randrange(4))),
        captions=tuple(text(5) for _ in range(dice.randrange(2))),
    )


def _write(folder: Path, puts: Sequence[Article], removals: Sequence[str] = ()) -> None:
    index = open_index(folder) if (folder / "FORMAT").exists() else make_index(folder)
    with Batch(index, folder, SyllableSegmenter()) as batch:
        for article in puts:
            batch.put(article, article_bytes(article))
        for identity in removals:
            batch.remove(identity)
        batch.commit(Ledger(), more=False)


@pytest.fixture(scope="module", params=range(3))
def archive(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, Article]]:
    """A random archive in several segments, with replaced and removed articles, and what should be left in it."""
    dice = random.Random(request.param)
    folder = tmp_path_factory.mktemp("random") / "index"
    expected: dict[str, Article] = {}
    for _ in range(5):
        puts = [_article(dice, str(dice.randrange(60))) for _ in range(25)]
        gone = [str(dice.randrange(60)) for _ in range(4)]
        _write(folder, puts, gone)
        expected.update((article.id, article) for article in puts)
        for identity in gone:
            expected.pop(identity, None)
    return folder, expected


def _scan(article: Article, query: Query) -> set[tuple[str, int, int]] | None:
    """The places of a query in an article, by going through it; ``None`` where it does not match."""
    match query:
        case Occurrences():
            return set(_rows(article, query)) or None
        case Preferring():
            return _scan(article, query.base)
        case Not():
            return set() if _scan(article, query.query) is None else None
        case Or():
            found = [places for part in query.subqueries if (places := _scan(article, part)) is not None]
            return set().union(*found) if found else None
        case And():
            every = [_scan(article, part) for part in query.subqueries]
            return None if None in every else set().union(*(places for places in every if places is not None))
    raise AssertionError(query)


def _rows(article: Article, leaf: Occurrences) -> Iterator[tuple[str, int, int]]:
    for field in leaf.fields:
        for unit in numbered(field_texts(article, field)):
            keys = unit.tokens.keys
            for at in range(len(keys) - len(leaf.slots) + 1):
                if all(not slot or keys[at + turn] in slot for turn, slot in enumerate(leaf.slots)):
                    yield field, unit.first + at, len(leaf.slots)


def _leaf(dice: random.Random) -> Occurrences:
    slots = [tuple(dice.sample(WORDS, dice.choice((1, 1, 1, 2, 3)))) for _ in range(dice.choice((1, 1, 2, 2, 3, 4)))]
    if len(slots) > 2 and dice.random() < 0.3:
        slots[1] = ()
    fields = TEXT_FIELDS if dice.random() < 0.7 else tuple(dice.sample(TEXT_FIELDS, dice.randrange(1, 4)))
    return Occurrences(slots, fields)


def _tree(dice: random.Random, depth: int) -> Query:
    kind = dice.random()
    if depth == 0 or kind < 0.35:
        return _leaf(dice)
    if kind < 0.45:
        return Preferring(_tree(dice, depth - 1), _leaf(dice))
    if kind < 0.6:
        return Not(_tree(dice, depth - 1))
    return (And if kind < 0.8 else Or)([_tree(dice, depth - 1) for _ in range(dice.choice((1, 2, 2, 3)))])


def test_trees_match_exactly_what_a_scan_finds(archive: tuple[Path, dict[str, Article]]) -> None:
    """Random trees over a random archive with deletions: the same articles and the same places as going through it."""
    folder, expected = archive
    dice = random.Random(7)
    with Snapshot(folder) as snapshot:
        assert snapshot.articles == len(expected)
        for _ in range(400):
            tree = _tree(dice, 3)
            found = snapshot.evaluate(tree)
            places = {
                snapshot.article(number).id: {
                    (here.field, here.position, here.length) for here in map(occurrence, found.places[number])
                }
                for number in found.places
            }
            scanned = {article.id: here for article in expected.values() if (here := _scan(article, tree)) is not None}
            assert places == scanned, tree
            assert found.articles == len(scanned)
            assert found.occurrences == sum(map(len, scanned.values()))


def test_stock_whoosh_finds_the_same_documents(archive: tuple[Path, dict[str, Article]]) -> None:
    """Whoosh opens the index by itself; its terms and phrases, and ours within its queries, find the same articles."""
    folder, _ = archive
    dice = random.Random(11)
    with Snapshot(folder) as snapshot, open_dir(str(folder)).searcher() as searcher:
        for _ in range(200):
            words = dice.choices(WORDS, k=dice.choice((1, 2, 3)))
            field = dice.choice(TEXT_FIELDS)
            ours = Occurrences([(word,) for word in words], [field])
            stock = Phrase(field, words) if len(words) > 1 else Term(field, words[0])
            wanted = sorted(snapshot.evaluate(ours).places)
            assert sorted(stock.docs(searcher)) == wanted
            other = _leaf(dice)
            joined = And([ours, Not(other)])
            hits = searcher.search(joined, limit=None)
            assert sorted(hit.docnum for hit in hits) == sorted(snapshot.evaluate(joined).places)


def test_a_phrase_crosses_no_paragraph_and_counts_where_it_overlaps_itself(tmp_path: Path) -> None:
    """``a b a`` stands twice in ``a b a b a``, and not at all across a paragraph's end."""
    article = Article(id="1", path="/p", title="", paragraphs=("a b a b a", "x a b", "a y"))
    _write(tmp_path / "index", [article])
    with Snapshot(tmp_path / "index") as snapshot:
        found = snapshot.evaluate(Occurrences([("a",), ("b",), ("a",)]))
    assert [occurrence(number).position for number in next(iter(found.places.values()))] == [0, 2]


@pytest.mark.parametrize("place", [(0, 0, 1), (3, 2**32 - 1, 2**16 - 1), (2, 12345, 7)])
def test_a_place_and_its_number_are_one(place: tuple[int, int, int]) -> None:
    """Numbers keep field, position and length, up to their limits."""
    field, position, length = place
    found = occurrence(place_number(field, position, length))
    assert (found.field, found.position, found.length) == (TEXT_FIELDS[field], position, length)


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
    _write(tmp_path / "index", articles)
    with Snapshot(tmp_path / "index") as snapshot:

        def scores(key: str) -> dict[str, float]:
            found = snapshot.evaluate(Occurrences([(key,)]))
            return {snapshot.article(number).id: score for number, score in found.scores.items()}

        assert scores("bàn")["title"] > scores("bàn")["caption"] > 0
        assert scores("biết")["0"] > scores("kiểm")["0"] > 0


def test_scores_follow_the_formula(tmp_path: Path) -> None:
    """A score is what the formula gives by hand: two articles, one of which has the word twice in five syllables."""
    articles = [
        Article(id="1", path="/p", title="", paragraphs=("a b a c d",)),
        Article(id="2", path="/p", title="", paragraphs=("c d e",)),
    ]
    _write(tmp_path / "index", articles)
    with Snapshot(tmp_path / "index") as snapshot:
        (score,) = snapshot.evaluate(Occurrences([("a",)])).scores.values()
        idf = math.log(1 + (2 - 1 + 0.5) / (1 + 0.5))
        frequency = 2 / (1 - 0.75 + 0.75 * 5 / 4)
        assert score == pytest.approx(idf * frequency / (1.2 + frequency))
        (row,) = snapshot.evaluate(Occurrences([("c",), ("d",), ("e",)])).scores.values()
        common, rare = math.log(1 + 0.5 / 2.5), idf
        frequency = 1 / (1 - 0.75 + 0.75 * 3 / 4)
        assert row == pytest.approx((2 * common + rare) * frequency / (1.2 + frequency))


def test_quotations_and_words_are_written(tmp_path: Path) -> None:
    """A quotation is a document with its text, speaker and role; words stand at their first syllable."""
    quote = Quotation("dân biết", QuotationKind.SPEECH, "Lê Hạnh", "Trưởng khu phố", 0, 1, 9, 0)
    article = Article(id="1", path="/p", title="", paragraphs=("“dân biết”, bà Hạnh nói",), quotes=(quote,))
    _write(tmp_path / "index", [article])
    with open_dir(str(tmp_path / "index")).searcher() as searcher:
        for field, text in (("quote", "biết"), ("speaker", "hạnh"), ("role", "khu"), ("quote_words", "dân")):
            (number,) = Term(field, text).docs(searcher)
            assert searcher.reader().stored_fields(number) == {"stored": 0}
        matcher = searcher.reader().postings("body_words", "hạnh".encode())
        assert list(matcher.value_as("positions")) == [3]
