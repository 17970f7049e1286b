"""The codec that Whoosh finds in an index's table of contents, and what it is written with.

Its import path and that of ``ArraySegment`` are part of the format, for Whoosh unpickles them. A segment has a document
an article, numbered as the articles are, and behind them one a quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from whoosh.codec.base import Codec
from whoosh.codec.base import Segment as WhooshSegment
from whoosh.filedb.filestore import RamStorage
from whoosh.index import TOC

from index.generations import INDEX_NAME, SEGMENT_SUFFIX, contents_name
from index.segment.segment import Segment
from index.segment.tokens import Flags
from index.whoosh_view.documents import DocumentsReader
from index.whoosh_view.schema import make_schema
from index.whoosh_view.terms import ArrayTermsReader


class ArrayCodec(Codec):
    """Reads our segments; they are written by ``timbao`` alone."""

    def terms_reader(self, storage: Any, segment: ArraySegment) -> ArrayTermsReader:
        return ArrayTermsReader(_opened(storage, segment))

    def per_document_reader(self, storage: Any, segment: ArraySegment) -> DocumentsReader:
        return DocumentsReader(_opened(storage, segment), segment.doc_count_all(), frozenset(segment.deleted_docs()))

    def new_segment(self, *_: object) -> NoReturn:
        raise NotImplementedError("a timbao index is written by timbao alone")

    per_document_writer = field_writer = postings_writer = postings_reader = new_segment


class ArraySegment(WhooshSegment):
    """What Whoosh keeps of one of our segments: its name, its documents, and those that were deleted."""

    def __init__(self, name: str, documents: int, deleted: Iterable[int]) -> None:
        super().__init__(INDEX_NAME)
        self.segid = name.removeprefix(INDEX_NAME + "_")
        self._documents = documents
        self._deleted = frozenset(deleted)

    def codec(self) -> ArrayCodec:
        return ArrayCodec()

    def should_assemble(self) -> bool:
        return False

    def doc_count_all(self) -> int:
        return self._documents

    def deleted_count(self) -> int:
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        return iter(self._deleted)

    def is_deleted(self, document: int) -> bool:
        return document in self._deleted


def _opened(storage: Any, segment: ArraySegment) -> Segment:
    return Segment(Path(storage.folder, segment.segment_id() + SEGMENT_SUFFIX))


def contents(number: int, segments: Iterable[tuple[str, Segment, Flags | None]]) -> bytes:
    """Whoosh's table of contents of a generation: of each segment its name, itself, and which articles are live."""
    rows = []
    for name, segment, live in segments:
        edges = segment.quotation_edges
        documents = segment.articles + int(edges[-1])
        dead = np.zeros(0, np.int64)
        if live is not None:
            quotations = np.repeat(~live, np.diff(edges))
            dead = np.flatnonzero(np.concatenate((~live, quotations)))
        rows.append(ArraySegment(name, documents, dead.tolist()))
    storage = RamStorage()
    TOC(make_schema(), rows, number).write(storage, INDEX_NAME)
    return bytes(storage.files[contents_name(number)])
