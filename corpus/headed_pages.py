"""Many articles in one file of text, each behind a block of lines that say what it is (``# title = …``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BufferedReader

from corpus import file_kinds
from corpus.article import Article
from corpus.decode import decode
from corpus.errors import CorpusError, OversizedPageError
from corpus.long_lines import lines_of
from corpus.pages import PageFile, Skipped
from corpus.reader import Entry
from corpus.record import fact_of, read_record, title_of, unread_date, with_facts
from corpus.text.page import LARGEST_PAGE, read_text_page

_HEADER = re.compile(r"#[ \t]*([^\W\d_][\w .-]{0,39}?)[ \t]*=[ \t]*(.*?)\s*$")
_NAMING = frozenset({"id", "title", "url"})
"""Facts that say which article it is, and not only something of it."""

_LONGEST_BLOCK = 100
_LONGEST_HEADER = 1 << 16


class HeadedPagesReader:
    """Reads a ``.txt`` that begins with such a block.

    What a block gives is known of its article, whatever the text says; what it does not give is looked for in the text
    as on a text page. Keys are those of a data set, in small letters or capitals, and others are passed over.
    """

    suffixes: tuple[str, ...] = file_kinds.TEXT

    def takes(self, name: str, opening: bytes) -> bool:
        if not name.endswith(self.suffixes):
            return False
        block = []
        for line in opening.removeprefix(b"\xef\xbb\xbf").lstrip().splitlines()[:_LONGEST_BLOCK]:
            key = _key(line)
            if key is None:
                break
            block.append(fact_of(key))
        known = [fact for fact in block if fact]
        return bool(_NAMING.intersection(known)) or len(known) > 1

    def entries(self, stream: BufferedReader, page: PageFile) -> Iterator[Entry]:
        for part in _parts(stream):
            yield partial(_read, part, page)


@dataclass(slots=True)
class _Part:
    """An article's lines: the number of the first one, how many are its header, and their bytes, if not too many."""

    number: int
    header: int
    content: bytearray = field(default_factory=bytearray)
    size: int = 0

    def add(self, lines: Sequence[bytes | None]) -> None:
        for line in lines:
            self.size += LARGEST_PAGE + 1 if line is None else len(line)
            if self.size > LARGEST_PAGE:
                self.content.clear()
            elif line is not None:
                self.content += line


def _parts(stream: BufferedReader) -> Iterator[_Part]:
    """The articles of a file, one at a time in memory. Raises what the stream raises."""
    part: _Part | None = None
    first: list[str] = []
    block: list[bytes] = []
    keys: list[str] = []
    is_apart = was_blank = True
    for number, line in lines_of(stream, LARGEST_PAGE):
        if number == 1 and line is not None:
            line = line.removeprefix(b"\xef\xbb\xbf")
        key = _key(line) if line is not None and len(block) < _LONGEST_BLOCK else None
        if key is not None and line is not None:
            is_apart = is_apart if block else was_blank
            block.append(line)
            keys.append(key)
            was_blank = False
            continue
        if block:
            if part is None or _begins(keys, first, is_apart):
                if part is not None:
                    yield part
                first = first or keys
                part = _Part(number - len(block), len(block))
            part.add(block)
            block, keys = [], []
        was_blank = line is not None and not line.strip()
        if part is not None:
            part.add([line])
    if block and (part is None or _begins(keys, first, is_apart)):
        if part is not None:
            yield part
        part = _Part(number - len(block) + 1, len(block))
    if part is not None:
        part.add(block)
        yield part


def _begins(keys: Sequence[str], first: Sequence[str], is_apart: bool) -> bool:
    """Whether a block inside a file begins an article, as the ``first`` one did, or belongs to the text.

    Apart from the text above it, it may name other facts than the first did, or fewer of them.
    """
    is_alike = keys[0] == first[0]
    if is_apart:
        return is_alike or (len(keys) > 1 and not _NAMING.isdisjoint(map(fact_of, keys)))
    return is_alike and len(keys) >= min(2, len(first))


def _key(line: bytes) -> str | None:
    """The key of a header's line, in small letters, or ``None`` where it is another line."""
    if not line.startswith(b"#") or len(line) > _LONGEST_HEADER:
        return None
    found = _HEADER.match(line.decode("utf-8", "replace"))
    return found[1].lower() if found else None


def _read(part: _Part, page: PageFile) -> Iterator[Article | Skipped]:
    try:
        yield from _read_part(part, page)
    except CorpusError as error:
        yield Skipped(f"{page.shown}, line {part.number}", error)


def _read_part(part: _Part, page: PageFile) -> Iterator[Article | Skipped]:
    if part.size > LARGEST_PAGE:
        raise OversizedPageError(limit=LARGEST_PAGE >> 20)
    decoded = decode(bytes(part.content))
    *header, text = decoded.text.split("\n", part.header)
    record = _record(header)
    name = f"{page.name}#{part.number}"
    if not text.strip():
        yield from read_record(record, name, page.shown, decoded.unusual)
        return
    article = read_text_page(text, name, page.shown, decoded.unusual, title=title_of(record))
    article = with_facts(article, record)
    yield article
    yield from unread_date(article, record)


def _record(header: Sequence[str]) -> Mapping[str, object]:
    """The facts that a block gives; of two with one key the first counts."""
    found = filter(None, map(_HEADER.match, reversed(header)))
    return {match[1]: match[2] for match in found}
