"""The kinds of fields that an index is made of, as Whoosh field types.

Their import paths and the encoding of positions are part of the format of an index: an index that was written with them
is opened with them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from whoosh.fields import FieldType
from whoosh.formats import Format

from index.positions import Postings
from index.syllables import keys

_COUNTED = [struct.Struct(f"<{count}I") for count in range(65)]


class PositionList(Format):
    """A posting's positions, ascending, as unsigned 32-bit little-endian integers; nothing is pickled."""

    def encode(self, positions: Sequence[int]) -> bytes:
        return struct.pack(f"<{len(positions)}I", *positions)

    def decode_positions(self, encoded: bytes) -> Sequence[int]:
        count = len(encoded) >> 2
        return _COUNTED[count].unpack(encoded) if count < 65 else struct.unpack(f"<{count}I", encoded)

    def decode_frequency(self, encoded: bytes) -> int:
        return len(encoded) >> 2

    def decode_weight(self, encoded: bytes) -> float:
        return float(len(encoded) >> 2)

    def combine(self, encoded: Sequence[bytes]) -> bytes:
        return self.encode(sorted({position for each in encoded for position in self.decode_positions(each)}))


class PositionalField(FieldType):
    """A field whose value is its postings: analysed before, so that no token object is made."""

    def __init__(self) -> None:
        super().__init__(PositionList(), None, scorable=True)

    def index(self, value: Postings, **options: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        encode = self.format.encode
        for key, positions in value.items():
            yield key.encode(), len(positions), float(len(positions)), encode(positions)

    def process_text(self, text: str, mode: str = "", **options: object) -> Iterator[str]:
        """The keys of a query's text, for queries that Whoosh's own parser makes."""
        return iter(keys(text))
