"""Is there an article on the page? As much running text as lists and messages have not, or the page's own word for it.

A page that says of itself that it is an article is believed with two sentences, as news in brief has no more. Lists,
films and menus are none, whatever they say.
"""

from __future__ import annotations

import re

from corpus.html.headline import Headline
from corpus.html.metadata import Metadata
from corpus.html.shown import Shown
from corpus.html.text import Text
from corpus.text.lines import Line

_SHORTEST_ARTICLE = 150
_SHORTEST_UNDATED = 300
"""Characters of prose without which a page that gives no date is no article."""

_SHORTEST_STATED = 80
"""Characters of whole sentences with which a page is an article that says it is one."""

_TO_VISITORS = re.compile(r"\b(?:vui lòng|đăng nhập|đăng ký)\b", re.IGNORECASE)
"""What a page asks of whoever wants to read the article that it does not show."""

_SENTENCE = 60
_SHORTEST_BESIDE_VIDEO = 400
_FEWEST_PICTURES = 3
_HEADLINE = 25
_FEWEST_POINTERS = 3
_LIST = 0.6
"""The share of paragraphs below a link as long as a headline, from which on a page is a list of articles."""


def has_article(page: Shown, headline: Headline, body: Text, meta: Metadata, published: str | None) -> bool:
    """Whether what was read of a page is an article."""
    prose = sum(len(paragraph) for paragraph in body.paragraphs if len(paragraph) >= _SENTENCE)
    if not body.paragraphs:
        return len(body.captions) >= _FEWEST_PICTURES
    above = [page.lines[at - 1] for at in body.lines if at]
    pointers = sum(line.linked >= 0.9 and len(line.text) >= _HEADLINE for line in above)
    if pointers >= _FEWEST_POINTERS and pointers >= _LIST * len(body.paragraphs):
        return False
    if meta.is_video:
        return prose >= _SHORTEST_BESIDE_VIDEO
    if prose >= (_SHORTEST_ARTICLE if published or meta.is_article else _SHORTEST_UNDATED):
        return True
    is_stated = meta.says_article or (_in_article(page, headline, body) and not meta.is_list)
    return is_stated and _sentences(body) >= _SHORTEST_STATED


def _sentences(body: Text) -> int:
    """How many characters the whole sentences of a text have, its lead among them: teasers break off."""
    texts = [*body.paragraphs, *([body.lead] if body.lead else [])]
    return sum(
        len(text)
        for text in texts
        if Line("", text).is_sentence and not text.endswith(("...", "…")) and not _TO_VISITORS.search(text)
    )


def _in_article(page: Shown, headline: Headline, body: Text) -> bool:
    """Whether one ``article`` element holds the text and its headline."""
    if not body.lines or headline.first == headline.end:
        return False
    number = page.lines[headline.first].box
    while number >= 0 and page.boxes[number].tag != "article":
        number = page.boxes[number].parent
    return number >= 0 and body.lines[-1] < page.boxes[number].end
