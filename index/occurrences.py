"""The leaf of every query: a row of syllables, each one of several spellings, at consecutive positions of a field.

``Occurrences`` is a Whoosh query, so Whoosh's own queries can hold it and its searcher runs it; ``find`` gives what
Whoosh has no way to say: every place where the row stands, in every field, exactly once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from whoosh.matching import ListMatcher, NullMatcher
from whoosh.query import Query

from index.schema import TEXT_FIELDS

if TYPE_CHECKING:
    from whoosh.matching import Matcher
    from whoosh.reading import IndexReader
    from whoosh.searching import Searcher

Slot = tuple[str, ...]
"""The keys that may stand at one position; none, where any syllable may."""

Found = dict[int, list[int]]
"""Documents of a segment, each with the places in it, as numbers (see ``place_number``), ascending."""

_POSITION_BITS, _LENGTH_BITS = 32, 16
LONGEST_ROW = (1 << _LENGTH_BITS) - 1


@dataclass(frozen=True, slots=True, order=True)
class Occurrence:
    """A place in an article: the field, the position of its first syllable, and the number of syllables."""

    field: str
    position: int
    length: int


def place_number(field: int, position: int, length: int) -> int:
    """A place as one number, so that places compare, hash and sort as numbers do: by field, position, length."""
    return (field << _POSITION_BITS | position) << _LENGTH_BITS | length


def field_of(number: int) -> str:
    """The field of the place behind a number."""
    return TEXT_FIELDS[number >> _POSITION_BITS + _LENGTH_BITS]


def occurrence(number: int) -> Occurrence:
    """The place behind a number."""
    position = number >> _LENGTH_BITS & (1 << _POSITION_BITS) - 1
    return Occurrence(field_of(number), position, number & LONGEST_ROW)


class Occurrences(Query):
    """Articles in which ``slots`` stand in a row in one of ``fields``."""

    def __init__(self, slots: Sequence[Slot], fields: Sequence[str] = TEXT_FIELDS) -> None:
        self.slots = tuple(slots)
        self.fields = tuple(fields)

    def __repr__(self) -> str:
        row = " ".join("|".join(slot) for slot in self.slots)
        return f"Occurrences({row!r}, {'|'.join(self.fields)})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Occurrences) and (self.slots, self.fields) == (other.slots, other.fields)

    def __hash__(self) -> int:
        return hash((self.slots, self.fields))

    def is_leaf(self) -> bool:
        return True

    def estimate_size(self, reader: IndexReader) -> int:
        """An upper bound of the documents: those with the rarest slot."""
        return sum(min(_frequency(reader, field, slot) for slot in self.slots if slot) for field in self.fields)

    def find(self, reader: IndexReader, among: Collection[int] | None = None) -> Found:
        """Every place in one segment's live documents, or in those of them that are ``among``."""
        found: Found = {}
        for field in self.fields:
            number = TEXT_FIELDS.index(field)
            for document, starts in _row(reader, field, self.slots, among).items():
                places = [place_number(number, start, len(self.slots)) for start in starts]
                found.setdefault(document, []).extend(places)
        for places in found.values():
            places.sort()
        return found

    def matcher(self, searcher: Searcher, context: object = None) -> Matcher:
        """Whoosh's way in: the documents in order, weighted by the number of places."""
        found = self.find(searcher.reader())
        if not found:
            return NullMatcher()
        documents = sorted(found)
        return ListMatcher(documents, [float(len(found[document])) for document in documents])


def _frequency(reader: IndexReader, field: str, slot: Slot) -> int:
    return sum(reader.doc_frequency(field, key.encode()) for key in slot)


def _row(
    reader: IndexReader, field: str, slots: Sequence[Slot], among: Collection[int] | None
) -> Mapping[int, Sequence[int]]:
    """The positions at which ``slots`` begin in a row, by document.

    The rarest slot is read first and whole; each further one only in the documents that are left.
    """
    asked = [at for at, slot in enumerate(slots) if slot]
    order = sorted(asked, key=lambda at: _frequency(reader, field, slots[at]))
    starts: Mapping[int, Sequence[int]] = {}
    for turn, at in enumerate(order):
        positions = _positions(reader, field, slots[at], starts if turn else among)
        if turn == 0:
            starts = {
                doc: begun for doc, here in positions.items() if (begun := [pos - at for pos in here if pos >= at])
            }
        else:
            left = {
                doc: set(here).intersection([start + at for start in starts[doc]]) for doc, here in positions.items()
            }
            starts = {doc: [pos - at for pos in sorted(here)] for doc, here in left.items() if here}
        if not starts:
            break
    return starts


def _positions(reader: IndexReader, field: str, slot: Slot, among: Collection[int] | None) -> dict[int, Sequence[int]]:
    """The positions of any of a slot's keys, by document, not in order where a document has several keys."""
    found: dict[int, Sequence[int]] = {}
    for key in slot:
        for document, positions in _postings(reader, field, key, among):
            others = found.get(document)
            found[document] = positions if others is None else (*others, *positions)
    return found


def _postings(
    reader: IndexReader, field: str, key: str, among: Collection[int] | None
) -> Iterator[tuple[int, Sequence[int]]]:
    from whoosh.reading import TermNotFound

    try:
        matcher = reader.postings(field, key.encode())
    except TermNotFound:
        return
    decode = reader.schema[field].format.decode_positions
    if among is None or len(among) * 8 > reader.doc_frequency(field, key.encode()):
        while matcher.is_active():
            document = matcher.id()
            if among is None or document in among:
                yield document, decode(matcher.value())
            matcher.next()
        return
    for document in sorted(among):
        if not matcher.is_active():
            return
        matcher.skip_to(document)
        if matcher.is_active() and matcher.id() == document:
            yield document, decode(matcher.value())
