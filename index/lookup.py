"""Documents by an exact term, and the one document of a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whoosh.reading import IndexReader


def documents_with(reader: IndexReader, field: str, value: str) -> list[int]:
    """The numbers of the live documents that have an exact term."""
    from whoosh.reading import TermNotFound

    try:
        return list(reader.postings(field, value.encode("utf-8", "replace")).all_ids())
    except TermNotFound:
        return []


def stored_field(reader: IndexReader, kind: str) -> bytes | None:
    """The field ``stored`` of the only document of a kind, ``None`` where there is none yet."""
    numbers = documents_with(reader, "kind", kind)
    return reader.stored_fields(numbers[-1])["stored"] if numbers else None
