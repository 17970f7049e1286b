"""What a page says of itself for machines: JSON-LD, Open Graph, ``meta`` names, microdata, links.

Nothing is decided here: each fact comes as the list of what the page gives for it, best first, as the page writes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Posting|Report|Review)$")
_LIST_TYPES = frozenset({"CollectionPage", "SearchResultsPage", "ItemList"})
_OPENING = re.compile(r"(?://|/\*)?\s*(?:<!\[CDATA\[|<!--)")
_CLOSING = re.compile(r"(?://|/\*)?\s*(?:\]\]>|-->)\s*(?:\*/)?$")
"""What pages wrap their data in, so that old browsers pass it over."""

_LONGEST_CLOSING = 200
_LONGEST_DATA = 1 << 20
"""Characters of one block of JSON-LD; a longer one is passed over."""

_MOST_NODES = 5000
_MOST_AUTHORS = 4
_MOST_STATED = 500
"""Elements of one kind that are asked for what they say; they may be nested in one another."""

_MOST_VALUES = 50
"""Values of one fact that are looked at, each perhaps beside every line of the page."""

_MOST_INSIDE = 1000
"""Beginnings and ends of elements that are gone through for what one of them says."""

_LONGEST_FACT = 1000
"""Characters of a fact; a longer value is none."""

_DATE_NAMES = (
    "article:published_time", "og:published_time", "article:published", "datepublished", "pubdate", "publishdate",
    "publish_date", "publish-date", "published_date", "publisheddate", "published", "publication_date",
    "its_publication",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "date", "created",
    "createdate", "article.published", "sailthru.date", "parsely-pub-date",
)  # fmt: skip
_AUTHOR_NAMES = ("article:author", "author", "dc.creator", "dcterms.creator", "byl", "twitter:data1", "parsely-author")


@dataclass(slots=True)
class Metadata:
    """Facts as the page writes them: dates, names and addresses unread, texts as they are.

    ``times`` are the texts of its ``time`` elements with the dates that these stand for; ``marks_body`` tells whether
    an element is marked as the body of an article.
    """

    titles: list[str] = field(default_factory=list)
    window_title: str | None = None
    published: list[str] = field(default_factory=list)
    times: list[tuple[str, str]] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    publishers: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)
    description: str | None = None
    body: str | None = None
    types: set[str] = field(default_factory=set)
    marks_body: bool = False

    @property
    def is_video(self) -> bool:
        """Says that it is there for a film."""
        return any(kind.startswith("video") for kind in self.types) and not self.is_article

    @property
    def is_article(self) -> bool:
        return any(_ARTICLE_TYPE.search(kind) for kind in self.types)

    @property
    def says_article(self) -> bool:
        """Says that it is there for one article: lists of pages state the articles that they hold, too."""
        return (self.is_article or self.marks_body or "article" in self.types) and not self.is_list

    @property
    def is_list(self) -> bool:
        """Says that it is a list of pages."""
        return not self.types.isdisjoint(_LIST_TYPES)


def metadata(root: Any) -> Metadata:
    """The facts of a page's head and its microdata."""
    found = Metadata()
    nodes = list(_json_ld(root))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    for node in nodes:
        kinds = _types(node)
        found.types |= {"video" if kind == "VideoObject" else kind for kind in kinds}
        if any(_ARTICLE_TYPE.search(kind) for kind in kinds):
            _read_article(node, by_id, found)
    crumbs = [_crumb(node) for node in nodes if "BreadcrumbList" in _types(node)]
    found.sections += [step for steps in crumbs for step in steps[-1:]]
    _read_meta(root, found)
    _read_microdata(root, found)
    if crumbs and len(crumbs[0]) > 1:  # the last step may be the article itself, whose title is taken out later
        found.sections.insert(1, crumbs[0][-2])
    del found.titles[_MOST_VALUES:], found.authors[_MOST_VALUES:]
    return found


def site_names(meta: Metadata) -> Iterator[str]:
    """What the site may be called: what stands beside the page's title, and its address."""
    for name in (*meta.titles, meta.window_title or ""):
        yield from re.split(r"\s+[|»:•·–—-]\s+", name)[1:]
    for url in meta.urls:
        host = _host(url)
        yield from (host, host.split(".")[-2]) if host and "." in host else ()


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:  # brackets with no number between them, or letters that would become a colon or a slash
        return None


def _read_article(node: Mapping[str, Any], by_id: Mapping[str, Any], found: Metadata) -> None:
    found.titles += _texts(node.get("headline") or node.get("name"))
    found.published += _texts(node.get("datePublished"))
    found.authors += _names(node.get("author"), by_id)
    found.publishers += _names(node.get("publisher"), by_id)
    found.sections += _texts(node.get("articleSection"))
    body = node.get("articleBody")
    found.body = found.body or (body if isinstance(body, str) else None)
    page = node.get("mainEntityOfPage")
    page = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    found.urls += _texts(page) + _texts(node.get("url"))


def _read_meta(root: Any, found: Metadata) -> None:
    values: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or ""
        content = (meta.get("content") or "").strip()
        if name and content and len(content) <= _LONGEST_FACT * 4:
            values.setdefault(name.strip().lower(), []).append(content)
    values = {name: given[:_MOST_VALUES] for name, given in values.items()}
    for title in root.iter("title"):
        found.window_title = " ".join((title.text or "").split())[:_LONGEST_FACT] or None
        break
    found.titles += [value for name in ("og:title", "twitter:title", "title") for value in values.get(name, [])]
    found.published += [value for name in _DATE_NAMES for value in values.get(name, [])]
    found.authors += [value for name in _AUTHOR_NAMES for value in values.get(name, []) if _is_author(name, values)]
    found.publishers += values.get("og:site_name", [])
    found.sections += values.get("article:section", [])
    found.types |= {value.lower() for value in values.get("og:type", [])}
    descriptions = values.get("description") or values.get("og:description") or []
    found.description = descriptions[0] if descriptions else None
    links = [link.get("href") or "" for link in root.iter("link") if link.get("rel") == "canonical"]
    found.urls = links + values.get("og:url", []) + found.urls


def _is_author(name: str, values: Mapping[str, list[str]]) -> bool:
    if name != "twitter:data1":
        return True
    return any(
        re.search(r"viết|author|written|tác giả", label, re.IGNORECASE) for label in values.get("twitter:label1", [])
    )


def _read_microdata(root: Any, found: Metadata) -> None:
    dated = 0
    for element in root.xpath("//*[@itemprop]"):
        for name in element.get("itemprop").split():
            if name == "datePublished" and dated < _MOST_STATED:
                dated += 1
                value = element.get("content") or element.get("datetime") or element.get("title")
                found.published += _texts(value or _said(element))
            elif name == "articleBody":
                found.marks_body = True
            elif name == "articleSection":
                found.sections += _texts(element.get("content"))
    for element in root.xpath("//*[@rel='author'] | //*[@itemprop='author']")[:_MOST_AUTHORS]:
        named = element.xpath(".//*[@itemprop='name']")
        found.authors += _texts(" ".join((element.get("content") or _said((named or [element])[0])).split()))
    for element in islice(root.iter("time"), _MOST_STATED):
        found.times.append((" ".join(_said(element).split())[:_LONGEST_FACT], element.get("datetime") or ""))
    for element in root.xpath("//abbr[@class][@title] | //time[@datetime][contains(@class, 'publish') or @pubdate]"):
        if element.tag == "time" or "published" in element.get("class"):
            found.published += _texts(element.get("title") or element.get("datetime"))


def _said(element: Any) -> str:
    """The text in an element, as far as a fact may reach."""
    from lxml import etree

    pieces: list[str] = []
    for event, inner in islice(etree.iterwalk(element, events=("start", "end")), _MOST_INSIDE):
        text = inner.text if event == "start" else inner.tail if inner is not element else None
        if text:
            pieces.append(text)
    return "".join(pieces)


def _json_ld(root: Any) -> Iterator[Mapping[str, Any]]:
    """Every object in the page's JSON-LD, however deep in graphs and lists."""
    waiting: list[Any] = []
    for script in root.xpath("//script[contains(@type, 'ld+json')]"):
        text = _unwrapped((script.text or "")[: _LONGEST_DATA + 1].strip())
        begin = min((at for at in (text.find("{"), text.find("[")) if at >= 0), default=-1)
        end = max(text.rfind("}"), text.rfind("]"))
        if begin < 0 or len(text) > _LONGEST_DATA:
            continue
        try:
            waiting.append(json.loads(text[begin : end + 1], strict=False))
        except (ValueError, RecursionError):
            continue
    count = 0
    while waiting and count < _MOST_NODES:
        value = waiting.pop(0)
        count += 1
        if isinstance(value, list):
            waiting += value[:_MOST_NODES]
        elif isinstance(value, dict):
            yield value
            waiting += [inner for inner in value.values() if isinstance(inner, (dict, list))]


def _unwrapped(text: str) -> str:
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, max(len(text) - _LONGEST_CLOSING, 0))
    return text[opening.end() if opening else 0 : closing.start() if closing else len(text)]


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else [str(kinds)] if kinds else []


def _crumb(node: Mapping[str, Any]) -> list[str]:
    steps = node.get("itemListElement")
    names = []
    for step in steps if isinstance(steps, list) else []:
        if isinstance(step, dict):
            item = step.get("item")
            names += _texts(step.get("name") or (item.get("name") if isinstance(item, dict) else None))[:1]
    return names


def _names(value: Any, by_id: Mapping[str, Any]) -> list[str]:
    """The names of people or organisations: texts, objects, references to objects, and lists of all these."""
    names = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            whole = by_id.get(str(each.get("@id")), each) if "name" not in each else each
            names += _texts(whole.get("name"))
        else:
            names += _texts(each)
    return [", ".join(names)] if len(names) > 1 else names


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    stripped = [each.strip() for each in values if isinstance(each, str)]
    return [each for each in stripped if each and len(each) <= _LONGEST_FACT]
