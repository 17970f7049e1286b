"""Which files may hold articles, by the ends of their names; apart from the readers, which take long to load."""

TEXT = (".txt", ".text", ".md")
HTML = (".html", ".htm", ".xhtml", ".shtml")
JSON_LINES = (".jsonl", ".ndjson")
JSON_DOCUMENTS = (".json",)
TABLES = (".csv", ".tsv")
ARCHIVES = (".zip", ".tar", ".tgz", ".txz", ".tzst", ".tbz2")
PACKED = (".gz", ".xz", ".zst", ".bz2")

SUFFIXES = tuple(
    suffix + packed
    for kind in (HTML, TEXT, JSON_LINES, JSON_DOCUMENTS, TABLES, ARCHIVES)
    for suffix in kind
    for packed in ("", *PACKED)
)
"""Every ending that a page may have."""

READER_VERSION = 11
"""Goes up when a reader learns to read the same bytes differently, so that an index knows to read them again."""
