"""Is it HTML, in which encoding, and the tree of its elements: everything that is done before a page is understood."""

from __future__ import annotations

import re
from typing import Any

from corpus.errors import NoArticleError

_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>]|frameset|meta\s|title>|table[\s>]|div[\s>]|script[\s>])",
    re.IGNORECASE,
)
_BEFORE_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*", re.DOTALL)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,5}\)(https?://[^\s>]{1,500}?)\s*-->", re.IGNORECASE)
MOST_ATTRIBUTES = 2000
"""Attributes of one element; the parser compares each of them with all others."""

_MOST_LOOKED_OVER = 8
"""How often, on the whole, a page's characters are looked over for attributes; those of usual pages are once."""

_ELEMENT = re.compile(
    r"<[A-Za-z][^\s>/<=\"']*+"
    r"(?:[\s/]*+(?:[^\s>/=<\"'][^\s>/=<]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'<]++))?+))"
    rf"{{0,{MOST_ATTRIBUTES}}}+(?P<more>[\s/]*+[^\s>/=<\"'])?+"
)
_HEAD = 2048
"""Bytes at the beginning in which a page declares its encoding."""


def looks_like_html(head: bytes) -> bool:
    """Whether a file that begins with these bytes is HTML, whatever its name: it opens with an element of a page."""
    head = head[:_HEAD]
    return _MARKUP.match(head, _BEFORE_MARKUP.match(head).end()) is not None  # type: ignore[union-attr]


def declared_charset(head: bytes) -> str | None:
    """The encoding that a page names in its XML declaration or a ``meta``, in small letters, or ``None``."""
    found = _XML_ENCODING.match(head[:_HEAD].removeprefix(b"\xef\xbb\xbf")) or _CHARSET.search(head[:_HEAD])
    return found[1].decode("ascii").lower() if found else None


def saved_from(text: str) -> str | None:
    """The address that a browser notes at the top of a page that it saves."""
    found = _SAVED_FROM.search(text[:_HEAD])
    return found[1] if found else None


def parse(text: str) -> Any:
    """The root element of a page. Raises ``NoArticleError`` where there is none, or one that no page of text has.

    Nothing is fetched and no entity is loaded. The parser stops at elements more than two thousand deep; what stands
    behind such a place is lost, as no page that people read has it.
    """
    from lxml import etree  # only where a page of HTML is read

    if _is_overladen(text):
        raise NoArticleError()
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError as error:
        raise NoArticleError() from error
    if root is None:
        raise NoArticleError()
    return root


def _is_overladen(text: str) -> bool:
    """Whether an element has more attributes than any should.

    What looks like an element inside the quoted value of another may be one to the parser, so every beginning is looked
    at; where that leads over the same characters again and again, the page was made for it.
    """
    left = _MOST_LOOKED_OVER * len(text)
    at = 0
    while found := _ELEMENT.search(text, at):
        at = found.start() + 1
        left -= found.end() - at
        if found["more"] or left < 0:
            return True
    return False
