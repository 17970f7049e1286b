"""A scraped text page: which of its lines are the article, and which fact is which.

A page is read from both ends. The head gives title, date, author and section (``head.py``), the foot source and
author (``foot.py``), and what is left between is sorted into lead, paragraphs and captions (``body.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import BinaryIO

from corpus import file_kinds
from corpus.article import Article
from corpus.decode import decode
from corpus.errors import CorpusError, EmptyPageError, OversizedPageError
from corpus.pages import PageFile, Skipped
from corpus.quotations import quotations
from corpus.reader import Entry
from corpus.record import title_of, with_facts
from corpus.stated_dates import if_set
from corpus.text.body import read_body
from corpus.text.copy_header import without_copy_header
from corpus.text.draft import Draft
from corpus.text.foot import read_foot
from corpus.text.head import read_head
from corpus.text.inline_pieces import without_pieces
from corpus.text.labelled_head import labelled_head
from corpus.text.link_numbers import without_link_numbers
from corpus.text.mail_header import without_mail_header
from corpus.text.markdown import without_markdown
from corpus.text.page_lines import read_lines
from corpus.text.skipped_boxes import without_skipped_boxes
from corpus.text.strokes import without_strokes
from corpus.text.told_day import told_day

LARGEST_PAGE = 32 << 20
"""Bytes of a text page; the longest novel has a tenth of that, so a larger file is not one article."""


class TextPageReader:
    """Reads ``.txt``: one page, one article."""

    suffixes: tuple[str, ...] = file_kinds.TEXT

    def takes(self, name: str, opening: bytes) -> bool:
        return name.endswith(self.suffixes)

    def entries(self, stream: BinaryIO, page: PageFile) -> Iterator[Entry]:
        yield partial(_read, stream, page)


def _read(stream: BinaryIO, page: PageFile) -> Iterator[Article | Skipped]:
    content = stream.read(LARGEST_PAGE + 1)
    try:
        if len(content) > LARGEST_PAGE:
            raise OversizedPageError(limit=LARGEST_PAGE >> 20)
        decoded = decode(content)
        yield read_text_page(decoded.text, page.name, page.shown, decoded.unusual)
    except CorpusError as error:
        yield Skipped(page.shown, error)


def read_text_page(text: str, name: str, path: str, encoding: str | None = None, title: str | None = None) -> Article:
    """The article on a page of text, under a ``title`` that is known from elsewhere or the one that is found.

    Raises ``EmptyPageError`` where no line is left for a title.
    """
    facts: Mapping[str, object] = {}
    text = without_skipped_boxes(without_pieces(without_copy_header(without_strokes(text))))
    if title is None:
        facts, text = labelled_head(without_mail_header(without_markdown(without_link_numbers(text))))
    title = title_of(facts) if facts else title
    draft = Draft()
    lines = list(read_lines(text))
    if title is not None:
        draft.title = next(iter(read_lines(title)), None)
    read_body(read_foot(read_head(lines, draft), draft), draft)
    if draft.title is None:
        raise EmptyPageError()
    if draft.source is None:
        draft.source = draft.by
    elif draft.author is None and draft.by != draft.source:
        draft.author = draft.by
    paragraphs = tuple(draft.paragraphs)
    article = Article(
        id=name,
        path=path,
        title=draft.title.raw,
        published=if_set(draft.published or draft.updated or told_day(draft)),
        author=draft.author,
        source=draft.source,
        section=draft.section,
        encoding=encoding,
        lead=draft.lead,
        paragraphs=paragraphs,
        captions=tuple(draft.captions),
        quotes=quotations(draft.lead, paragraphs),
    )
    return with_facts(article, facts) if facts else article
