"""Is it a text? Millions of different words are none, and what is kept of each while indexing would fill the memory."""

from __future__ import annotations

import re

from corpus.article import Article
from corpus.errors import TooManyWordsError

MOST_WORDS = 300_000
"""Different words of one article; all that a language has are a third of it, and a whole novel has a tenth."""

_WORD = re.compile(r"[^\W_]+")


def refuse_endless_vocabulary(article: Article) -> None:
    """Raises ``TooManyWordsError`` where an article has more different words than any text; short ones are not read."""
    texts = (article.title, article.lead or "", *article.paragraphs, *article.captions)
    if sum(map(len, texts)) < 2 * MOST_WORDS:
        return
    words: set[str] = set()
    for text in texts:
        for found in _WORD.finditer(text):
            words.add(found[0])
            if len(words) > MOST_WORDS:
                raise TooManyWordsError(limit=MOST_WORDS)
