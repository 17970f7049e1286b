"""A record to an article: the facts of a data set, whatever its fields are called.

Texts that are plainly HTML are read as what they show, dates as web pages state them (``corpus/html/fragment.py``,
``corpus/stated_dates.py``). Where a date is not understood the article is read without one, and that is said behind it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from corpus.article import Article
from corpus.decode import mend_surrogates, readable
from corpus.errors import EmptyPageError, RecordWithoutTextError, UndatedError, WrongFieldError
from corpus.html.fragment import read_fragment
from corpus.pages import Skipped
from corpus.quotations import quotations
from corpus.stated_dates import stated_date
from corpus.text.page_lines import paragraphs_of

LARGEST_RECORD = 32 << 20
"""Bytes of a record; a larger one is passed over without being held in memory."""

LONGEST_ID = 512
"""Characters of an article's id."""

_LONGEST_EXAMPLE = 40

FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "_id", "article_id", "doc_id", "news_id", "post_id", "document_id", "uuid", "ma_bai", "ma_tin"),
    "title": (
        "title", "headline", "tieu_de", "nhan_de", "dau_de", "tua_de", "ten_bai", "article_title", "news_title",
        "heading",
    ),
    "text": (
        "body", "text", "content", "paragraphs", "noi_dung", "toan_van", "full_text", "main_text", "article_body",
        "article_text", "body_text", "article_content", "noi_dung_bai_viet", "bai_viet", "van_ban", "article",
    ),
    "lead": (
        "lead", "abstract", "sapo", "summary", "description", "mo_ta", "tom_tat", "chapo", "excerpt", "standfirst",
        "dan_nhap", "subtitle",
    ),
    "published": (
        "published", "date", "published_at", "publish_date", "pubdate", "datetime", "time", "published_date",
        "publication_date", "date_published", "date_publish", "published_on", "published_time", "publish_time",
        "pub_time", "posted_at", "post_date", "date_posted", "ngay_dang", "ngay", "thoi_gian", "thoi_gian_dang",
        "ngay_dang_bai", "ngay_xuat_ban", "ngay_gio", "ngay_viet", "created_at", "created", "created_date",
        "date_created", "timestamp",
    ),
    "author": ("author", "authors", "byline", "tac_gia", "but_danh", "nguoi_viet", "writer", "creator"),
    "source": (
        "source", "publisher", "site", "nguon", "nguon_tin", "bao", "toa_soan", "newspaper", "source_name", "site_name",
        "publication", "website", "domain",
    ),
    "section": (
        "section", "category", "topic", "chuyen_muc", "danh_muc", "the_loai", "chu_de", "muc", "categories", "topics",
        "category_name",
    ),
    "captions": ("captions", "caption", "chu_thich", "chu_thich_anh", "image_captions", "image_caption"),
    "url": ("url", "link", "href", "duong_dan", "lien_ket", "permalink", "source_url", "article_url"),
}  # fmt: skip
"""The names under which each fact is looked for, best first.

Case, accents, spaces and hyphens do not matter: ``Tiêu đề``, ``tieude`` and ``tieu_de`` are one name. When a page was
fetched is no fact of the article, so no such name stands here.
"""

_LONGEST_NAME = 100
"""Characters of a field's name; a longer one is none of these, and is neither taken apart nor remembered."""

_NEEDED = ("id", "title", "text")
"""Facts without which a record is no article; any other that is no text is passed over."""


def _bare(name: str) -> str:
    """A field's name without all that writers of data sets differ in; nothing of one that is too long for a name."""
    return _short_bare(name) if len(name) <= _LONGEST_NAME else ""


@lru_cache(maxsize=4096)
def _short_bare(name: str) -> str:
    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    return re.sub(r"[\W_]+", "", "".join(mark for mark in letters if not unicodedata.combining(mark)))


_NAMES = {fact: tuple(dict.fromkeys((*names, *map(_bare, names)))) for fact, names in FIELDS.items()}
_ALL_NAMES = {fact: frozenset(names) for fact, names in _NAMES.items()}
_FACTS = {_bare(name): fact for fact, names in FIELDS.items() for name in names}


def fact_of(field: str) -> str | None:
    """Which fact a field of this name holds, if any: a key of ``FIELDS``."""
    return _FACTS.get(_bare(field))


def read_record(
    record: Mapping[str, object], name: str, path: str, encoding: str | None = None
) -> Iterator[Article | Skipped]:
    """The article in a record; ``name`` is its id where it has none. Raises ``CorpusError``.

    Behind it, where it has no date, comes what stands in its field for one, if anything does.
    """
    facts = _facts(record)
    body = read_fragment(_text(facts, "text") or "")
    paragraphs = paragraphs_of(body.text)
    lead = _words(facts, "lead")
    title = _words(facts, "title")
    if not paragraphs and lead is None:
        if not any(field in facts for field in _NAMES["text"]):
            raise RecordWithoutTextError(fields=", ".join(sorted(record)[:12]) or "none")
        if title is None:
            raise EmptyPageError()
    captions = _captions(facts)
    stated = set(captions)
    article = Article(
        id=_id(facts) or name,
        path=path,
        title=title or "",
        published=_published(facts),
        author=_words(facts, "author"),
        source=_source(facts),
        section=_words(facts, "section"),
        url=_line(facts, "url"),
        encoding=encoding,
        lead=lead,
        paragraphs=paragraphs,
        captions=(*captions, *(caption for caption in body.captions if caption not in stated)),
        quotes=quotations(lead, paragraphs),
    )
    yield article
    yield from unread_date(article, record)


def title_of(record: Mapping[str, object]) -> str | None:
    """The title that a record gives, as one line. Raises ``CorpusError``."""
    return _words(_facts(record), "title")


_ADDRESS = re.compile(r"https?://(?:www\.)?(?P<host>[\w-]+(?:\.[\w-]+)+)(?:[/:?#]\S*)?$", re.IGNORECASE)
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
"""The end of a lead of which a program kept so many letters."""


def with_facts(article: Article, record: Mapping[str, object]) -> Article:
    """An article with what a record says of it; what the record does not say stays as it was. Raises ``CorpusError``.

    A lead that the record puts in the place of another makes a paragraph of that one.
    """
    facts = _facts(record)
    lead = _words(facts, "lead")
    paragraphs = article.paragraphs
    if lead is not None and article.lead is not None and lead != article.lead:
        paragraphs = (article.lead, *paragraphs)
    if lead is not None and paragraphs and (cut := _CUT.search(lead)) and paragraphs[0].startswith(lead[: cut.start()]):
        lead, *others = paragraphs
        paragraphs = tuple(others)
    return replace(
        article,
        id=_id(facts) or article.id,
        title=_words(facts, "title") or article.title,
        published=_published(facts) or article.published,
        author=_words(facts, "author") or article.author,
        source=_source(facts) or article.source,
        section=_words(facts, "section") or article.section,
        url=_line(facts, "url") or article.url,
        lead=lead or article.lead,
        paragraphs=paragraphs,
        captions=_captions(facts) or article.captions,
        quotes=article.quotes if lead is None else quotations(lead, paragraphs),
    )


def _source(facts: Mapping[str, object]) -> str | None:
    """Where a text is from; of a page's whole address its site."""
    source = _words(facts, "source")
    address = _ADDRESS.match(source) if source else None
    return address["host"] if address else source


def unread_date(article: Article, record: Mapping[str, object]) -> Iterator[Skipped]:
    """What a record has in its field for a date, if anything, where its article has no date.

    An archive whose dates are all in a form that nobody foresaw looks as one without dates, and every search by date
    leaves it out; so it is said, and costs the article nothing.
    """
    if article.published is None:
        for value in islice(_dates(_facts(record)), 1):
            yield Skipped(article.path, UndatedError(count=1, example=" ".join(value.split())[:_LONGEST_EXAMPLE]))


def _facts(record: Mapping[str, object]) -> Mapping[str, object]:
    """The record's values by their names in small letters, and bare."""
    facts: dict[str, object] = {}
    for name, value in record.items():
        facts.setdefault(_bare(name), value)
    facts.update((name.lower(), value) for name, value in record.items())
    return facts


def _texts(facts: Mapping[str, object], fact: str) -> Iterator[str]:
    """A fact as text, from each field that holds it, best first; lists are joined, a line each."""
    if _ALL_NAMES[fact].isdisjoint(facts):
        return
    for field in _NAMES[fact]:
        value = facts.get(field)
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        if (text := _as_text(value)) is not None:
            yield readable(mend_surrogates(text))
        elif fact in _NEEDED:
            raise WrongFieldError(field=field)


def _as_text(value: object) -> str | None:
    """A value that is a text, a number or a list of texts, a line each, as a text."""
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "\n".join(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None


def _text(facts: Mapping[str, object], fact: str) -> str | None:
    return next(_texts(facts, fact), None)


def _line(facts: Mapping[str, object], fact: str) -> str | None:
    """A fact that is one line; line feeds in it become spaces."""
    return _on_one_line(_text(facts, fact) or "")


def _words(facts: Mapping[str, object], fact: str) -> str | None:
    """A fact in words, as one line; in data sets from web pages it may be HTML."""
    return _on_one_line(read_fragment(_text(facts, fact) or "").text)


def _on_one_line(value: str) -> str | None:
    return " ".join(value.splitlines()).strip() or None


def _captions(facts: Mapping[str, object]) -> tuple[str, ...]:
    return paragraphs_of(read_fragment(_text(facts, "captions") or "").text)


def _published(facts: Mapping[str, object]) -> str | None:
    """The first of the fields for dates that holds one."""
    return next((iso for value in _dates(facts) if (iso := stated_date(value))), None)


def _dates(facts: Mapping[str, object]) -> Iterator[str]:
    """What stands in the fields for dates, best first; of what is no text and no number only the brackets.

    Numbers may have a point, as those of tables with gaps do, in which a missing one is ``NaN``. A truth value says
    whether an article was published, and not when.
    """
    for field in _NAMES["published"]:
        value = facts.get(field)
        if value is None or isinstance(value, bool) or value != value:
            continue
        text = str(value) if isinstance(value, float) else _as_text(value)
        if text is None:
            yield "[…]" if isinstance(value, list) else "{…}"
        elif text.strip():
            yield readable(mend_surrogates(text))


def _id(facts: Mapping[str, object]) -> str | None:
    value = _line(facts, "id")
    if value is not None and (len(value) > LONGEST_ID or not value.isprintable()):
        raise WrongFieldError(field="id")
    return value
