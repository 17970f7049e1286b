"""How often, in words."""

from __future__ import annotations

from collections.abc import Iterator

from searcher.messages import say_many
from searcher.results import Count


def count(found: Count) -> Iterator[str]:
    articles = say_many("{count} article", "{count} articles", found.articles)
    yield f"{articles}, {say_many('{count} place', '{count} places', found.occurrences)}"
