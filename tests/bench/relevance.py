"""Queries whose right answers are known, and how well a ranking gives them.

Of an article its headline and its lead are asked for, while only bodies are indexed; with headlines indexed and leads
left out, a sentence of its end (which is taken out) and keywords of its lead. What a body repeats of title or lead at
its beginning is cut off. The lot is always the same, and drawn apart from two halves of the articles, by their ids:
one to develop on, the other to confirm.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from corpus.article import Article
from corpus.readers import read_paths
from index.segment.columns import KeyNumbers
from index.words import ModelSegmenter

HALVES = ("development", "confirmation")
SEED = 20_16
RESAMPLES = 2000
SHORTEST_SENTENCE = 10
"""Words between blanks."""

Values = NDArray[np.float64]


class Topic(NamedTuple):
    """What is asked, with which ``match``, and how relevant articles are to it, by their ids (1 relevant, 2 very)."""

    query: str
    match: str
    relevant: dict[str, int]


@dataclass(frozen=True)
class Measured:
    """For each topic the value of each measure."""

    values: dict[str, Values]

    @classmethod
    def of(cls, rankings: Sequence[Sequence[str]], topics: Sequence[Topic]) -> Measured:
        """Rankings are ids, the best first, a hundred of them at the most."""
        found = [_measures(ranking, topic.relevant) for ranking, topic in zip(rankings, topics, strict=True)]
        return cls({name: np.array([row[name] for row in found]) for name in MEASURES})


MEASURES = ("MRR@10", "nDCG@10", "recall@100")


def _measures(ranking: Sequence[str], relevant: dict[str, int]) -> dict[str, float]:
    places = [place for place, identity in enumerate(ranking, 1) if identity in relevant]
    first = min(places, default=0)
    gains = [2 ** relevant.get(identity, 0) - 1 for identity in ranking[:10]]
    ideal = [2**grade - 1 for grade in sorted(relevant.values(), reverse=True)[:10]]
    return {
        "MRR@10": 100 / first if 0 < first <= 10 else 0.0,
        "nDCG@10": 100 * _discounted(gains) / _discounted(ideal),
        "recall@100": 100 * sum(place <= 100 for place in places) / len(relevant),
    }


def _discounted(gains: Sequence[int]) -> float:
    return float(sum(gain / np.log2(place + 1) for place, gain in enumerate(gains, 1)))


def interval(values: Values) -> tuple[float, float, float]:
    """The mean, and the 95 % bootstrap interval that it lies in, always by the same lot."""
    dice = np.random.default_rng(SEED)
    means = np.sort([values.take(dice.integers(0, len(values), len(values))).mean() for _ in range(RESAMPLES)])
    return float(values.mean()), float(means[RESAMPLES // 40]), float(means[-RESAMPLES // 40])


class Piece(NamedTuple):
    """An article as it is asked about: headline, lead, and the body without them."""

    identity: str
    title: str
    lead: str
    body: tuple[str, ...]

    @property
    def half(self) -> str:
        return HALVES[crc32(self.identity.encode()) % 2]


def pieces(data: Sequence[str]) -> Iterator[Piece]:
    """The articles of data sets that have all three; where there is no lead, the body's first line is one."""
    for found in read_paths(data):
        if isinstance(found, Article):
            title, body = " ".join(found.title.split()), [" ".join(text.split()) for text in found.paragraphs]
            lead = " ".join((found.lead or "").split())
            if not lead and len(body) > 1:
                lead, *body = body
            if title and lead and body:
                for repeated in (title, lead, title):
                    if body[0].startswith(repeated):
                        body[0] = body[0][len(repeated) :].lstrip(" :.-")
                yield Piece(found.id, title, lead, tuple(text for text in body if text))


@dataclass(frozen=True)
class Collection:
    """Articles to be indexed, and the sets of topics that are asked of them, by name."""

    articles: Sequence[Article]
    topics: dict[str, Sequence[Topic]]


def chosen(found: Sequence[Piece], count: int, half: str) -> Sequence[Piece]:
    """So many articles of a half by lot."""
    of_half = [piece for piece in found if piece.half == half]
    return random.Random(SEED).sample(of_half, min(count, len(of_half)))


def bodies(found: Sequence[Piece], lot: Sequence[Piece]) -> Collection:
    """Bodies alone; asked by the headlines and leads of some."""
    articles = [Article(id=piece.identity, path="", title="", paragraphs=piece.body) for piece in found]
    headlines = [Topic(piece.title, "any", {piece.identity: 1}) for piece in lot]
    leads = [Topic(piece.lead, "any", {piece.identity: 1}) for piece in lot]
    return Collection(articles, {"headlines": headlines, "leads": leads})


def without_leads(found: Sequence[Piece], lot: Sequence[Piece]) -> Collection:
    """Headlines and bodies; asked by a sentence of the end and by keywords of the leads of some."""
    dice = random.Random(SEED)
    sentences, keywords, cut = [], [], {}
    segmenter = ModelSegmenter()
    for piece in lot:
        last = piece.body[-1]
        ends = [each for each in re.split(r"(?<=[.!?])\s+", last) if len(each.split()) >= SHORTEST_SENTENCE]
        if ends and len(last) > 2 * len(ends[-1]):
            sentences.append(Topic(ends[-1], "any", {piece.identity: 1}))
            cut[piece.identity] = (*piece.body[:-1], last.replace(ends[-1], ""))
        kept = " ".join((piece.title, *cut.get(piece.identity, piece.body))).lower()
        words = [word for word in dict.fromkeys(compounds(piece.lead, segmenter)) if word in kept]
        if len(words) >= 3:
            at = sorted(dice.sample(range(len(words)), dice.choice((2, 2, 3))))
            keywords.append(Topic(" ".join(words[each] for each in at), "all", {piece.identity: 1}))
    articles = [
        Article(id=piece.identity, path="", title=piece.title, paragraphs=cut.get(piece.identity, piece.body))
        for piece in found
    ]
    return Collection(articles, {"end sentences": sentences, "keywords": keywords})


def own_topics() -> list[Topic]:
    """What might be asked of the sample archive, labelled by reading its articles; ids are the last parts of theirs."""
    rows = Path(__file__).with_name("topics.jsonl").read_text().splitlines()
    return [Topic(**json.loads(row)) for row in rows]


def compounds(text: str, segmenter: ModelSegmenter) -> list[str]:
    """The words of several syllables in a text."""
    numbers = KeyNumbers()
    tokens = segmenter.tokens([text], numbers)
    names = [numbers.keys[term - 1] for term in tokens.terms.tolist() if term]
    begins = (~tokens.joints[:-1]).nonzero()[0].tolist()
    words = [names[begin:end] for begin, end in zip(begins, [*begins[1:], len(names)], strict=True)]
    return [" ".join(word) for word in words if len(word) > 1]
