"""Which files may hold articles, by the ends of their names; apart from the readers, which take long to load."""

from __future__ import annotations

from collections.abc import Iterable

TEXT = (".txt", ".text", ".md")
HTML = (".html", ".htm", ".xhtml", ".shtml")
JSON_LINES = (".jsonl", ".ndjson")
JSON_DOCUMENTS = (".json",)
TABLES = (".csv", ".tsv")
ARCHIVES = (".zip", ".tar", ".tgz", ".txz", ".tzst", ".tbz2")
PACKED = (".gz", ".xz", ".zst", ".bz2")


def _packed_or_not(suffixes: Iterable[str]) -> tuple[str, ...]:
    return tuple(suffix + packed for suffix in suffixes for packed in ("", *PACKED))


ARCHIVE_SUFFIXES = _packed_or_not(ARCHIVES)
"""Every ending of a file that holds files."""

SUFFIXES = _packed_or_not((*HTML, *TEXT, *JSON_LINES, *JSON_DOCUMENTS, *TABLES, *ARCHIVES))
"""Every ending that a page may have."""

READER_VERSION = 15
"""Goes up when a reader learns to read the same bytes differently, so that an index knows to read them again."""
