"""What Whoosh is told of an index: its schema, and the form of positions.

A document is an article or a quotation, which ``kind`` tells. An article has ``title``, ``lead``, ``body`` and
``caption`` with the positions of their syllables, and ``id``, ``path``, ``source``, ``author``, ``section`` and
``published`` as exact terms. A quotation has ``quote``, ``speaker`` and ``role``, and the ``id`` and ``published`` of
its article. The import paths of the classes here are part of the format, for Whoosh unpickles them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from whoosh.fields import ID, FieldType, Schema
from whoosh.formats import Format

from index.schema import TEXT_FIELDS
from index.segment.segment import FACTS
from index.syllables import keys

ARTICLE, QUOTATION = "article", "quotation"
"""The kinds of documents."""

QUOTATION_FIELDS = ("quote", "speaker", "role")


class PositionList(Format):
    """A posting's positions, ascending, as unsigned 32-bit little-endian integers; nothing is pickled."""

    def encode(self, positions: Sequence[int]) -> bytes:
        return struct.pack(f"<{len(positions)}I", *positions)

    def decode_positions(self, encoded: bytes) -> Sequence[int]:
        return struct.unpack(f"<{len(encoded) >> 2}I", encoded)

    def decode_frequency(self, encoded: bytes) -> int:
        return len(encoded) >> 2

    def decode_weight(self, encoded: bytes) -> float:
        return float(len(encoded) >> 2)


class PositionalField(FieldType):
    """A field of syllables."""

    def __init__(self) -> None:
        super().__init__(PositionList(), None, scorable=True, stored=True)

    def process_text(self, text: str, mode: str = "", **options: object) -> Iterator[str]:
        """The keys of a query's text, for queries that Whoosh's own parser makes."""
        return iter(keys(text))


def make_schema() -> Schema:
    """The fields of an index."""
    schema = Schema(kind=ID(stored=True))
    for name in FACTS:
        schema.add(name, ID(stored=True))
    for name in (*TEXT_FIELDS, *QUOTATION_FIELDS):
        schema.add(name, PositionalField())
    return schema
