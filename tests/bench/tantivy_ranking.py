"""tantivy as a ranker of articles, over our syllables or over words of the model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any as Anything

import numpy as np

from corpus.article import Article
from index.schema import TEXT_FIELDS
from index.segment.columns import KeyNumbers
from index.syllables import keys
from index.tokens import TextTokens
from index.units import field_texts
from index.words import ModelSegmenter
from tests.bench.relevance import Topic

DEPTH = 100
"""Articles that every ranker gives."""

SEGMENTER = ModelSegmenter()


class Tantivy:
    """tantivy's own ranking, one thread, over what stands between blanks: our syllables, or words of the model."""

    def __init__(self, folder: Path, articles: Sequence[Article], *, words: bool) -> None:
        import tantivy

        self._tantivy: Anything = tantivy
        self._cut = _as_words if words else _as_syllables
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("text", tokenizer_name="blanks", index_option="freq")
        self._schema = builder.build()
        folder.mkdir()
        index = tantivy.Index(self._schema, path=str(folder))
        index.register_tokenizer("blanks", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        writer = index.writer(heap_size=500_000_000, num_threads=1)
        for begin in range(0, len(articles), 500):
            some = articles[begin : begin + 500]
            texts = ["\n".join(text for field in TEXT_FIELDS for text in field_texts(each, field)) for each in some]
            for article, terms in zip(some, self._cut(texts), strict=True):
                writer.add_document(tantivy.Document(id=article.id, text=" ".join(terms)))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self._searcher = index.searcher()

    def __call__(self, topic: Topic) -> Sequence[str]:
        make, occur = self._tantivy.Query, self._tantivy.Occur
        role = occur.Must if topic.match == "all" else occur.Should
        terms = dict.fromkeys(next(iter(self._cut([topic.query]))))
        asked = make.boolean_query([(role, make.term_query(self._schema, "text", term)) for term in terms])
        return [self._searcher.doc(at)["id"][0] for _, at in self._searcher.search(asked, limit=DEPTH).hits]


def _as_syllables(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from map(keys, texts)


def _as_words(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    numbers = KeyNumbers()
    tokens = SEGMENTER.tokens(texts, numbers)
    ends = np.cumsum(tokens.lengths).tolist()
    for begin, end in zip([0, *ends], ends, strict=False):
        yield _words_of(tokens, numbers, begin, end - 1)


def _words_of(tokens: TextTokens, numbers: KeyNumbers, begin: int, end: int) -> Sequence[str]:
    found: list[str] = []
    for term, joins in zip(tokens.terms[begin:end].tolist(), tokens.joints[begin:end].tolist(), strict=True):
        if joins:
            found[-1] += "_" + numbers.keys[term - 1]
        else:
            found.append(numbers.keys[term - 1])
    return found
