"""What a page says: the values that the corpus room hands to the others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class QuotationKind(StrEnum):
    """Whether a passage in quotation marks is somebody speaking, or a name or slogan inside a sentence."""

    SPEECH = "speech"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage in quotation marks.

    ``text`` is what stands between the marks (paragraphs joined by a line feed where it runs over several),
    ``paragraph`` the number of the paragraph in which it opens (``None`` for the lead). ``start`` is the offset in
    characters of the text's first character in that paragraph, ``end`` the offset behind its last one in the
    paragraph where it closes, ``last_paragraph``.
    """

    text: str
    kind: QuotationKind
    speaker: str | None
    role: str | None
    paragraph: int | None
    start: int
    end: int
    last_paragraph: int | None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its author wrote it: every text is the author's own, no character changed.

    ``title``, ``lead``, ``paragraphs`` and ``captions`` share no line of the page: what is counted in one is not
    counted in another. ``quotes`` are views into ``lead`` and ``paragraphs``. ``published`` is an ISO 8601 date or
    date-time, as precise as the page. ``path`` is the file that was read, ``id`` unique in an archive.
    ``encoding`` names what the page was in where that was not UTF-8: ``TCVN3``, ``UTF-8 read as Latin-1``.
    """

    id: str
    path: str
    title: str
    published: str | None = None
    author: str | None = None
    source: str | None = None
    section: str | None = None
    url: str | None = None
    encoding: str | None = None
    lead: str | None = None
    paragraphs: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    quotes: tuple[Quotation, ...] = ()
