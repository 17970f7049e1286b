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


def hit_at(snapshot: Snapshot, rank: int, at: int, condition: Condition, found: Matches, others: Numbers | None) -> Hit:
    """The hit at a place in the columns of what was found; ``others`` are the places of those folded under it."""
    number = int(found.numbers[at])
    article = snapshot.article(number)
    places = snapshot.places(condition, number, article)
    located = Located(article, places)
    ids = () if others is None else snapshot.fact("id", found.numbers.take(others))
    return Hit(
        rank,
        article,
        float(found.scores[at]),
        len(places),
        located.title_spans,
        snippets(located),
        duplicates=tuple(sorted(identity or "" for identity in ids)),
    )
