"""What an index holds, in figures."""

from __future__ import annotations

from collections import Counter
from importlib.metadata import version
from typing import TYPE_CHECKING

from index.schema import FORMAT_VERSION
from searcher.results.overview import Overview

if TYPE_CHECKING:
    from index.snapshot import Snapshot


def overview(snapshot: Snapshot) -> Overview:
    """The figures of one index."""
    dates = snapshot.values("published")
    pages, faults = snapshot.pages()
    return Overview(
        path=str(snapshot.folder),
        articles=snapshot.articles,
        dated=sum(dates.values()),
        quotations=snapshot.quotations,
        syllables=snapshot.syllables,
        pages=pages,
        faults=faults,
        first=min(dates, default=None),
        last=max(dates, default=None),
        sources=tuple(Counter(snapshot.values("source")).most_common()),
        size=snapshot.size,
        format=FORMAT_VERSION,
        segments=len(snapshot.generation.segments),
        deleted=sum(entry.articles for entry in snapshot.generation.segments) - snapshot.articles,
        version=version("timbao"),
    )
