"""Random archives as stock Whoosh sees them, in our index and in its own, and random queries to ask of both."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from whoosh.analysis import RegexTokenizer, StopFilter
from whoosh.fields import ID, STORED, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import open_dir
from whoosh.query import And, Every, FuzzyTerm, Not, Or, Phrase, Prefix, Query, Term, TermRange, Wildcard
from whoosh.scoring import Frequency

from corpus.article import Article, Quotation, QuotationKind
from index import batch
from index.batch import Batch
from index.generations import newest
from index.ledger.ledger import Ledger
from index.schema import VERSIONS
from index.segment.segment import FACTS
from index.store import make_index
from index.stored import article_bytes
from index.whoosh_view.schema import QUOTATION
from index.whoosh_view.terms import PARAGRAPH_GAP
from index.words import SyllableSegmenter
from tests.index.whoosh_documents import FIELDS, Document, documents_of

WORDS = "dân biết bàn làm kiểm tra dan biet ban a b xy 16".split()
SOURCES = ("Báo Sáng", "Báo Chiều", "b")
DATES = ("2019-05-01", "2019-05-01T10:00:00", "2020-01-31")
EXACT = ("id", "published", "source")

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


class Stock:
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


class Ours:
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


def found(view: Stock | Ours, query: Query) -> list[str]:
    """The names of the documents that a search finds, which are those of going through all matches, too."""
    names = [view.names[hit.docnum] for hit in view.searcher.search(query, limit=None)]
    matched = [view.names[number] for number in query.docs(view.searcher)]
    assert sorted(names) == sorted(matched), query
    return sorted(names)


@dataclass(frozen=True)
class World:
    """A random archive: what it holds, and both indexes of it."""

    folder: Path
    articles: dict[str, Article]
    documents: Sequence[Document]
    ours: Ours
    stock: Stock


def write(folder: Path, puts: Sequence[Article], removals: Sequence[str] = ()) -> None:
    """One run that puts and removes articles."""
    with Batch(folder, SyllableSegmenter()) as writer:
        for article in puts:
            writer.put(article, article_bytes(article))
        for identity in removals:
            writer.remove(identity)
        writer.commit(Ledger(), more=False)


def random_world(seed: int, folder: Path) -> World:
    """A random archive in several segments, with replaced and removed articles."""
    dice = random.Random(seed)
    make_index(folder)
    articles: dict[str, Article] = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(batch, "HELD_BACK", 7)
        patched.setattr(batch, "FULL_SEGMENT", 700)
        patched.setattr(batch, "FULL_MERGED", 1)
        for _ in range(5):
            puts = [_article(dice, str(dice.randrange(150))) for _ in range(30)]
            gone = [str(dice.randrange(150)) for _ in range(4)]
            write(folder, puts, gone)
            articles.update((article.id, article) for article in puts)
            for identity in gone:
                articles.pop(identity, None)
    segments = newest(folder, VERSIONS).segments
    assert len(segments) > 2
    assert any(entry.live is not None for entry in segments)
    documents = [document for article in articles.values() for document in documents_of(article)]
    return World(folder, articles, documents, Ours(folder), Stock(documents))


def _exact(dice: random.Random) -> tuple[str, str]:
    field = dice.choice(EXACT)
    values = {
        "id": [str(at) for at in range(0, 160, 3)],
        "published": [*DATES, "2019", "2021"],
        "source": [*SOURCES, "B"],
    }
    return field, dice.choice(values[field])


def random_leaf(dice: random.Random) -> Query:
    """A term, a phrase, words by a pattern or nearly so, an exact value, or a range."""
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


def random_tree(dice: random.Random, depth: int) -> Query:
    """A query; what is negated stands beside what is not: of a lone negation Whoosh may give what was deleted."""
    kind = dice.random()
    if depth == 0 or kind < 0.2:
        return random_leaf(dice)
    if kind < 0.3:
        return And([dice.choice((Every(), Every("body"), random_leaf(dice))), Not(random_tree(dice, depth - 1))])
    parts = [random_tree(dice, depth - 1) for _ in range(dice.choice((1, 2, 2, 3)))]
    if kind < 0.65:
        return And([*parts, *(Not(random_tree(dice, depth - 1)) for _ in range(dice.choice((0, 0, 1, 2))))])
    return Or(parts)
