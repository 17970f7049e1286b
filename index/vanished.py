"""Which pages are gone that an index knows? Those that lie at or below a path that is asked for, and are not there.

What lies below a place that could not be opened may still be there. So may what lay in a folder that was asked for and
holds no page at all any more, as where a disk is missing: what came from it stays until the folder is gone from the one
above it.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence

from corpus.errors import EmptiedFolderError, UnopenedPageError
from corpus.pages import PageFile, Skipped
from index.ledger import Ledger


def vanished(ledger: Ledger, tops: Iterable[str], there: Collection[str], skipped: Sequence[Skipped]) -> list[str]:
    """Files that the ledger has at or below ``tops``, but that are not there."""
    tops = tuple(tops)
    unseen = [fault.where for fault in skipped if isinstance(fault.error, UnopenedPageError)]
    return [path for path in ledger.pages if path not in there and is_below(path, tops) and not is_below(path, unseen)]


def emptied(ledger: Ledger, tops: Iterable[str], found: Collection[PageFile | Skipped]) -> Iterator[Skipped]:
    """Folders that are there, with pages in the ledger and none on the disk."""
    there = [page.path for page in found if isinstance(page, PageFile)]
    for top in tops:
        if is_empty(top, there) and (count := sum(is_below(path, (top,)) for path in ledger.pages)):
            yield Skipped(top, EmptiedFolderError(count=count))


def is_empty(top: str, there: Iterable[str]) -> bool:
    """Whether a path is a folder below which none of the pages that are there lies."""
    return os.path.isdir(top) and not any(is_below(path, (top,)) for path in there)


def is_below(path: str, tops: Iterable[str]) -> bool:
    """Whether a path is one of ``tops`` or lies below one."""
    return any(path == top or path.startswith(top.rstrip(os.sep) + os.sep) for top in tops)
