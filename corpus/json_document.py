"""JSON documents: one article as an object, or a list of them, of which one at a time is held in memory."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from io import BufferedReader

from corpus import file_kinds
from corpus.article import Article
from corpus.errors import BrokenRecordError, CorpusError, EmptyPageError, OversizedPageError
from corpus.json_text import parse_record
from corpus.pages import PageFile, Skipped
from corpus.reader import Entry
from corpus.record import LARGEST_RECORD, read_record

_PIECE = 1 << 20
_OUTSIDE = re.compile(rb'["\[\]{},]')
_INSIDE = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)
_DEEPEST = 1000
_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")


class JsonDocumentReader:
    """Reads ``.json``: an object, or a list of objects; a bad one in a list is named and the next one read."""

    suffixes: tuple[str, ...] = file_kinds.JSON_DOCUMENTS

    def takes(self, name: str, opening: bytes) -> bool:
        return name.endswith(self.suffixes)

    def entries(self, stream: BufferedReader, page: PageFile) -> Iterator[Entry]:
        if not _LIST.match(stream.peek(_PIECE)):
            yield partial(_read_object, stream, page)
            return
        number = 0
        for number, element in enumerate(_elements(stream), 1):
            yield partial(_read_element, element, number, page)
        if not number:
            raise EmptyPageError()


def _read_object(stream: BufferedReader, page: PageFile) -> Iterator[Article | Skipped]:
    content = stream.read(LARGEST_RECORD + 1)
    if len(content) > LARGEST_RECORD:
        raise OversizedPageError(limit=LARGEST_RECORD >> 20)
    record, encoding = parse_record(content)
    yield from read_record(record, page.name, page.shown, encoding)


def _read_element(element: bytes | None, number: int, page: PageFile) -> Iterator[Article | Skipped]:
    try:
        if element is None:
            raise OversizedPageError(limit=LARGEST_RECORD >> 20)
        if not element:
            raise BrokenRecordError(reason="nothing stands there")
        record, encoding = parse_record(element)
        yield from read_record(record, f"{page.name}#{number}", page.shown, encoding)
    except CorpusError as error:
        yield Skipped(f"{page.shown}, record {number}", error)


def _elements(stream: BufferedReader) -> Iterator[bytes | None]:
    """The elements of the list that a stream holds, as they are written; ``None`` in the place of one too large.

    Only brackets, commas and quotation marks are looked at, so one broken element does not spoil the next. Raises
    ``BrokenRecordError`` where the list does not end, or the file does not end with it.
    """
    element = _Element()
    depth = count = 0
    is_text = False
    rest = b""
    while piece := stream.read1(_PIECE):
        piece = rest + piece
        rest = b""
        start = at = 0
        while at < len(piece):
            if is_text:
                inside = _INSIDE.match(piece, at)
                at = inside.end() if inside else at
                if piece[at : at + 1] == b"\\":  # what it stands before comes with the next piece
                    rest, piece = piece[at:], piece[:at]
                elif at < len(piece):
                    is_text = False
                    at += 1
                continue
            mark = _OUTSIDE.search(piece, at)
            if mark is None:
                break
            at = mark.end()
            if mark[0] == b'"':
                is_text = True
            elif mark[0] in b"[{":
                depth += 1
                if depth > _DEEPEST:
                    raise BrokenRecordError(reason="it is nested too deep")
                start = at if depth == 1 else start
            elif mark[0] in b"]}":
                depth -= 1
            if depth == 0 or (depth == 1 and mark[0] == b","):
                element.add(piece[start : at - 1])
                start = at
                is_last = depth == 0
                if not (is_last and element.is_blank):  # the list is empty, or a comma stands behind the last element
                    count += 1
                    yield element.taken()
                if is_last:
                    _expect_end(piece[at:], stream)
                    return
        element.add(piece[start:])
    raise BrokenRecordError(reason=f"the list breaks off in record {count + 1}")


class _Element:
    """Collects the bytes of one element, and no more of them than a record may have."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._is_too_large = False

    @property
    def is_blank(self) -> bool:
        return not self._is_too_large and not self._bytes.strip()

    def add(self, piece: bytes) -> None:
        if len(self._bytes) + len(piece) > LARGEST_RECORD:
            self._is_too_large = True
            self._bytes.clear()
        if not self._is_too_large:
            self._bytes += piece

    def taken(self) -> bytes | None:
        """What was collected, or ``None`` where it was too much; the next element begins."""
        whole = None if self._is_too_large else bytes(self._bytes).strip()
        self._is_too_large = False
        self._bytes.clear()
        return whole


def _expect_end(piece: bytes, stream: BufferedReader) -> None:
    while not piece.strip():
        piece = stream.read1(_PIECE)
        if not piece:
            return
    raise BrokenRecordError(reason="something stands behind the list")
