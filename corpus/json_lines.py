"""Data sets: one article a line, as a JSON object whose fields go by the usual names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from io import BufferedReader

from corpus import file_kinds
from corpus.article import Article
from corpus.errors import CorpusError, OversizedPageError
from corpus.json_text import parse_record
from corpus.long_lines import lines_of
from corpus.pages import PageFile, Skipped
from corpus.reader import Entry
from corpus.record import LARGEST_RECORD, read_record

LONGEST_LINE = LARGEST_RECORD
"""Bytes of a line; a longer one is passed over without being held in memory."""

_TWO_LINES = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[^\n]*\}[ \t\r]*\n\s*\{")


class JsonLinesReader:
    """Reads ``.jsonl``: a line, an article; a bad line is named and the next one read.

    Takes a ``.json`` as well that is written so: its first line is an object, and on the next one begins another.
    """

    suffixes: tuple[str, ...] = file_kinds.JSON_LINES

    def takes(self, name: str, opening: bytes) -> bool:
        return name.endswith(self.suffixes) or (name.endswith(".json") and bool(_TWO_LINES.match(opening)))

    def entries(self, stream: BufferedReader, page: PageFile) -> Iterator[Entry]:
        for number, line in lines_of(stream, LONGEST_LINE):
            yield partial(_read, line, number, page)


def _read(line: bytes | None, number: int, page: PageFile) -> Iterator[Article | Skipped]:
    try:
        if line is None:
            raise OversizedPageError(limit=LONGEST_LINE >> 20)
        if line.strip():
            record, encoding = parse_record(line)
            yield from read_record(record, f"{page.name}#{number}", page.shown, encoding)
    except CorpusError as error:
        yield Skipped(f"{page.shown}, line {number}", error)
