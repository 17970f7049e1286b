"""An article that was found, as one is shown: where it matches, and what was folded under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from searcher.context.places import Located
from searcher.context.snippets import snippets
from searcher.results.hits import Hit

if TYPE_CHECKING:
    from index.plan import Condition
    from index.segment.tokens import Numbers
    from index.snapshot import Matches, Snapshot


def hit_of(
    snapshot: Snapshot, rank: int, number: int, condition: Condition, found: Matches, others: Numbers | None
) -> Hit:
    """An article that was found, given by its number; ``others`` are the numbers of those folded under it."""
    article = snapshot.article(number)
    places = snapshot.places(condition, number, article)
    located = Located(article, places)
    ids = () if others is None else snapshot.fact("id", others)
    return Hit(
        rank,
        article,
        found.score(number),
        len(places),
        located.title_spans,
        snippets(located),
        duplicates=tuple(sorted(identity or "" for identity in ids)),
    )
