"""A scraped text page: which of its lines are the article, and which fact is which.

A page is read from both ends. From the top: counters, breadcrumbs and the day of the visit go, then comes the title,
and a date near it is the day of publication. From the bottom: all that follows the first line of furniture goes, then
source and author are taken off, each a line of its own. What is left between is body, but for captions: lines that
are printed twice, that name a photographer, or that end without the mark that ends a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Any, BinaryIO

from corpus.article import Article
from corpus.decode import decode
from corpus.errors import CorpusError, EmptyPageError, OversizedPageError
from corpus.lines import Line, is_date_label, read_lines
from corpus.pages import PageFile, Skipped
from corpus.quotations import quotations

LARGEST_PAGE = 32 << 20
"""Bytes of a text page; the longest novel has a tenth of that, so a larger file is not one article."""

_TEASER = re.compile(r"(?:\.\.\.|…)$")
_HEADER_LINES = 4


@dataclass(slots=True)
class _Draft:
    """The facts while the page is being taken apart."""

    title: Line | None = None
    published: str | None = None
    author: str | None = None
    source: str | None = None
    section: str | None = None
    lead: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)


class TextPageReader:
    """Reads ``.txt``: one page, one article."""

    suffixes: tuple[str, ...] = (".txt", ".text", ".md")

    def takes(self, name: str, opening: bytes) -> bool:
        return name.endswith(self.suffixes)

    def read(self, stream: BinaryIO, page: PageFile) -> Iterator[Article | Skipped]:
        content = stream.read(LARGEST_PAGE + 1)
        try:
            if len(content) > LARGEST_PAGE:
                raise OversizedPageError(limit=LARGEST_PAGE >> 20)
            yield read_text_page(decode(content), page.name, page.shown)
        except CorpusError as error:
            yield Skipped(page.shown, error)


def read_text_page(text: str, name: str, path: str, title: str | None = None) -> Article:
    """The article on a page of text, under a ``title`` that is known from elsewhere or the one that is found.

    Raises ``EmptyPageError`` where no line is left for a title.
    """
    draft = _Draft()
    lines = list(read_lines(text))
    if title is not None:
        draft.title = next(read_lines(title), None)
        lines = lines[1:] if lines and draft.title and lines[0].plain == draft.title.plain else lines
    rest = _read_head(lines, draft)
    rest = _read_foot(rest, draft)
    _read_body(rest, draft)
    if draft.title is None:
        raise EmptyPageError()
    paragraphs = tuple(draft.paragraphs)
    return Article(
        id=name,
        path=path,
        title=draft.title.raw,
        published=draft.published,
        author=draft.author,
        source=draft.source,
        section=draft.section,
        lead=draft.lead,
        paragraphs=paragraphs,
        captions=tuple(draft.captions),
        quotes=quotations(draft.lead, paragraphs),
    )


def _read_head(lines: list[Line], draft: _Draft) -> list[Line]:
    """Takes title, date, section and author off the top; gives the lines that follow."""
    at = 0
    while at < len(lines) and draft.title is None:
        line = lines[at]
        at += 1
        if line.is_counter:
            continue
        if line.breadcrumb and at < len(lines):
            draft.section = line.breadcrumb[-1]
        elif (written := line.date) and len(line.plain) - written.end <= 20 and not line.plain.endswith(")"):
            before = line.plain[: written.start].strip(" ,|-–")
            if written.has_time:  # a day alone, above the title, is the day on which the page was visited
                draft.published = written.iso
            if before and not is_date_label(before):
                draft.section = before
        else:
            draft.title = _cut_date(line, draft)
    for line in lines[at : at + _HEADER_LINES]:
        written = line.date
        if written is None or line.is_prose or (draft.published and not written.has_time):
            break
        at += 1
        draft.published = draft.published or written.iso
        beside = Line("", line.plain[: written.start].strip(" ,|-–"))
        if beside.author and not is_date_label(beside.plain):
            draft.author = beside.author
    return lines[at:]


def _cut_date(line: Line, draft: _Draft) -> Line:
    """The title without a date in parentheses glued to its end, which is the day of publication."""
    written = line.date or None
    if written is None or not re.match(r"\s*\)?$", line.plain[written.end :]):
        return line
    head = line.plain[: written.start].rstrip()
    if not head.endswith("("):
        return line
    draft.published = written.iso
    title = head[:-1].rstrip()
    return Line(_raw_prefix(line.raw, title), title)


def _raw_prefix(raw: str, plain: str) -> str:
    """As much of ``raw`` as composes to ``plain``."""
    lengths = _ComposedLengths(raw)
    return raw[: bisect_right(lengths, len(plain)) - 1].rstrip()


class _ComposedLengths(Sequence[int]):
    """For each number of characters of a text, how long they are composed and with single spaces."""

    def __init__(self, raw: str) -> None:
        self._raw = raw

    def __len__(self) -> int:
        return len(self._raw) + 1

    def __getitem__(self, size: Any) -> Any:
        return len(" ".join(unicodedata.normalize("NFC", self._raw[:size]).split()))


def _read_foot(lines: list[Line], draft: _Draft) -> list[Line]:
    """Takes the tail off, then source and author; gives the lines before them."""
    prose = [len(line.plain) if line.is_prose else 0 for line in lines]
    all_prose = sum(prose)
    for at, (line, before) in enumerate(zip(lines, accumulate(prose, initial=0), strict=False)):
        if line.is_tail and before > all_prose - before:
            lines = lines[:at]
            break
    body = [at for at, line in enumerate(lines) if line.is_prose]
    last = body[-1] if body else -1
    kept = lines[: last + 1]
    for line in lines[last + 1 :]:
        if draft.source is None and (source := line.source):
            draft.source = source
        elif draft.author is None and not line.names_photo and body and (author := line.author):
            draft.author = author
        elif not (line.is_counter or line.is_tail):
            kept.append(line)
    return kept


def _read_body(lines: list[Line], draft: _Draft) -> None:
    """Sorts what is left into lead, paragraphs and captions."""
    twins = _printed_twice(lines)
    for at, line in enumerate(lines):
        if draft.title is not None and line.plain == draft.title.plain:
            continue  # the title printed again
        if at in twins:
            if twins[at] == at:
                draft.captions.append(line.raw)
        elif line.is_insert:
            continue
        elif line.names_photo or (line.is_open and len(line.plain.split()) >= 8 and at + 1 < len(lines)):
            draft.captions.append(line.raw)
        elif not draft.paragraphs and draft.lead is None and at <= 1 and len(lines) > 1 and _TEASER.search(line.plain):
            draft.lead = line.raw
        else:
            draft.paragraphs.append(line.raw)


def _printed_twice(lines: list[Line]) -> dict[int, int]:
    """Lines that stand again, nearly letter for letter, right behind themselves: number to number of the first."""
    twins: dict[int, int] = {}
    for at, line in enumerate(lines[:-1]):
        if at not in twins and len(line.plain) <= 400 and _same(line.plain, lines[at + 1].plain):
            twins[at] = twins[at + 1] = at
    return twins


def _same(one: str, other: str) -> bool:
    one, other = (re.sub(r"\W+", " ", text.lower()).strip() for text in (one, other))
    if abs(len(one) - len(other)) > 12 or not one:
        return False
    return one == other or (len(one) > 40 and SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.93)
