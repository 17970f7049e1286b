"""Dates that were not understood, as one thing to know of a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corpus.article import Article
from corpus.errors import UndatedError
from corpus.pages import PageFile, Skipped


def dates_last(page: PageFile, items: Iterable[Article | Skipped]) -> Iterator[Article | Skipped]:
    """What came out of a file, and behind it all dates that were not understood, as one of them with their number.

    Where a data set writes its dates in a form of its own there are as many of these as articles.
    """
    undated: UndatedError | None = None
    count = 0
    for item in items:
        if isinstance(item, Skipped) and isinstance(item.error, UndatedError):
            undated, count = undated or item.error, count + 1
        else:
            yield item
    if undated is not None:
        yield Skipped(page.shown, UndatedError(count=count, example=undated.details["example"]))
