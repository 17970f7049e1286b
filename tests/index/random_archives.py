"""Random archives, random conditions to ask of them, and where these match, by going through the articles."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

import pytest

from corpus.article import Article
from index import batch
from index.batch import Batch
from index.ledger.ledger import Ledger
from index.normal_form import fold
from index.plan import (
    All,
    Any,
    Between,
    Boost,
    Condition,
    Near,
    Not,
    Only,
    Preferring,
    Quoted,
    Row,
    Scored,
    Slot,
    Spoken,
    Valued,
    Ways,
)
from index.schema import TEXT_FIELDS
from index.segment import article_lists_writer, next_terms_writer, pair_articles
from index.segment.columns import KeyNumbers
from index.store import is_index, make_index
from index.stored import article_bytes
from index.syllables import Syllables, keys, syllables
from index.tokens import TextTokens, one_by_one
from index.units import field_texts
from index.words import Segmenter, SyllableSegmenter
from tests.index.near_and_quoted import (
    Spot,
    asked_edges,
    is_inside,
    near_spots,
    quotations,
    random_near,
    random_quoted,
    random_ways,
    random_whole,
    spoken_spots,
    ways_spots,
)

WORDS = "dân biết bàn làm kiểm tra dan biet a b".split()
SOURCES = ("Báo Sáng", "Báo Chiều")


def _article(dice: random.Random, identity: str) -> Article:
    def text(longest: int) -> str:
        return " ".join(dice.choices(WORDS, k=dice.randrange(longest)))

    lead, paragraphs = text(6) or None, tuple(text(12) for _ in range(dice.randrange(4)))
    return Article(
        id=identity,
        path="/p",
        title=text(4),
        published=dice.choice((None, "2019-05-01", "2019-05-01T10:00:00", "2020-01-31")),
        source=dice.choice((None, *SOURCES)),
        lead=lead,
        paragraphs=paragraphs,
        captions=tuple(text(5) for _ in range(dice.randrange(2))),
        quotes=quotations(dice, lead, paragraphs),
    )


class RandomWords:
    """Words of one to three syllables, always the same ones of a text."""

    def tokens(self, texts: Sequence[str], numbers: KeyNumbers) -> TextTokens:
        return one_by_one(texts, numbers, self.word_lengths)

    @staticmethod
    def word_lengths(text: str, tokens: Syllables) -> Sequence[int]:
        dice, found, left = random.Random(text), [], len(tokens.keys)
        while left:
            found.append(min(left, dice.choice((1, 1, 2, 3))))
            left -= found[-1]
        return found


def write(
    folder: Path,
    puts: Sequence[Article],
    removals: Sequence[str] = (),
    segmenter: Segmenter = SyllableSegmenter(),  # noqa: B008 - it has no state
) -> None:
    """Puts articles into an index, and removes some."""
    if not is_index(folder):
        make_index(folder)
    with Batch(folder, segmenter) as writer:
        for article in puts:
            writer.put(article, article_bytes(article))
        for identity in removals:
            writer.remove(identity)
        writer.commit(Ledger(), more=False)


Random = tuple[Path, dict[str, Article]]


@pytest.fixture(scope="module", params=range(4))
def archive(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Random:
    """A random archive in several segments, with replaced and removed articles, and what should be left in it."""
    dice = random.Random(request.param)
    folder = tmp_path_factory.mktemp("random") / "index"
    expected: dict[str, Article] = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(batch, "HELD_BACK", 7)
        patched.setattr(batch, "FULL_SEGMENT", 500)
        patched.setattr(batch, "FULL_MERGED", 1)
        patched.setattr(next_terms_writer, "FREQUENT", 30)
        patched.setattr(article_lists_writer, "FREQUENT", 50)
        patched.setattr(pair_articles, "COUNTED", 5)
        for _ in range(6):
            puts = [_article(dice, str(dice.randrange(200))) for _ in range(30)]
            gone = [str(dice.randrange(200)) for _ in range(4)]
            write(folder, puts, gone, RandomWords())
            expected.update((article.id, article) for article in puts)
            for identity in gone:
                expected.pop(identity, None)
    return folder, expected


def scan(article: Article, condition: Condition) -> set[Spot] | None:
    """The places of a condition in an article, by going through it; ``None`` where it does not match."""
    match condition:
        case Row():
            return set(row_spots(article, condition)) or None
        case Near():
            return set(near_spots(article, condition, fits)) or None
        case Ways():
            return set(ways_spots(article, condition, fits, _edges_of_words)) or None
        case Quoted(part, speakers):
            passages = list(spoken_spots(article, speakers, fits))
            spots = scan(article, part) or ()
            return {spot for spot in spots if any(is_inside(article, spot, passage) for passage in passages)} or None
        case Spoken(speakers):
            return set(spoken_spots(article, speakers, fits)) or None
        case Only(part):
            return None if scan(article, part) is None else set()
        case Preferring(base) | Scored(base):
            return scan(article, base)
        case Not(part):
            return set() if scan(article, part) is None else None
        case Any(parts):
            found = [places for part in parts if (places := scan(article, part)) is not None]
            return set().union(*found) if found else None
        case All(parts):
            every = [scan(article, part) for part in parts]
            return None if None in every else set().union(*(places for places in every if places is not None))
        case Valued(fact, values):
            return set() if getattr(article, fact) in values else None
        case Between(fact, lowest, highest):
            value = getattr(article, fact)
            above = value is not None and (lowest is None or value >= lowest)
            return set() if above and (highest is None or value <= highest) else None


def row_spots(article: Article, row: Row) -> Iterator[Spot]:
    for field in row.fields:
        for unit, text in enumerate(field_texts(article, field)):
            found = keys(text)
            edges = _edges_of_words(text) if row.whole else set()
            for at in range(len(found) - len(row.slots) + 1):
                behind = at + len(row.slots)
                is_here = all(fits(found[at + turn], slot) for turn, slot in enumerate(row.slots))
                if is_here and asked_edges(row.whole, at, behind) <= edges:
                    yield TEXT_FIELDS.index(field), unit, at, behind


@cache
def _edges_of_words(text: str) -> set[int]:
    return {0, *accumulate(RandomWords.word_lengths(text, syllables(text)))}


def fits(key: str, slot: Slot | None) -> bool:
    return slot is None or (fold(key) == slot.key if slot.any_accents else key == slot.key)


def random_row(dice: random.Random, whole: float = 0) -> Row:
    """A row, with such a chance one of whole words."""
    slots: list[Slot | None] = []
    for _ in range(dice.choice((1, 1, 2, 2, 3, 4, 9))):
        key = dice.choice(WORDS)
        slots.append(Slot(fold(key), any_accents=True) if dice.random() < 0.4 else Slot(key))
    if len(slots) > 2 and dice.random() < 0.4:
        slots[dice.randrange(len(slots))] = None
    fields = TEXT_FIELDS if dice.random() < 0.7 else tuple(dice.sample(TEXT_FIELDS, dice.randrange(1, 4)))
    return Row(tuple(slots), fields, random_whole(dice, whole))


def random_tree(dice: random.Random, depth: int) -> Condition:
    """A condition of at most such a depth."""
    kind = dice.random()
    if depth == 0 or kind < 0.35:
        return random_row(dice, whole=0.3)
    if kind < 0.41:
        return (
            random_near(dice, random_row(dice)) if dice.random() < 0.5 else random_ways(dice, random_row(dice), WORDS)
        )
    if kind < 0.48:
        return random_quoted(dice, random_row(dice), WORDS)
    if kind < 0.5:
        return Only(random_tree(dice, depth - 1))
    if kind < 0.53:
        return Preferring(random_tree(dice, depth - 1), random_row(dice, whole=0.3))
    if kind < 0.56:
        return Scored(random_tree(dice, depth - 1), random_boosts(dice))
    if kind < 0.58:
        return Valued("source", tuple(dice.sample((*SOURCES, "no such"), dice.randrange(3))))
    if kind < 0.62:
        return Between("published", dice.choice((None, "2019-05-01", "2020")), dice.choice((None, "2019-05-01\uffff")))
    if kind < 0.7:
        return Not(random_tree(dice, depth - 1))
    return (All if kind < 0.85 else Any)(tuple(random_tree(dice, depth - 1) for _ in range(dice.choice((1, 2, 2, 3)))))


def random_boosts(dice: random.Random) -> tuple[Boost, ...]:
    """Some rows with weights."""
    rows = [random_row(dice, whole=0.3) for _ in range(dice.randrange(4))]
    return tuple(Boost(row, dice.choice((0.5, 1, 2)), f"boost {at}") for at, row in enumerate(rows))
