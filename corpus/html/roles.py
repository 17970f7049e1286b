"""What the names in a page's markup say of an element: tags, classes and ids, in English and Vietnamese.

No name of a site is among them. Templates are made by people who call a caption a caption (or ``chuthich``), so single
words of a class are looked at, wherever they stand in it: ``detail-sapo``, ``PhotoCMS_Caption`` and ``TieuDe`` say what
they are. What a name says is only ever a hint: ``corpus/html/main_box.py`` overrules it where the text speaks against.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TypeAlias

Roles: TypeAlias = int
"""Any number of roles, a bit each."""


class Role:
    """What an element is for; of its own or because it stands in one that is. Plain bits: they are asked for often."""

    FURNITURE = 1
    CAPTION = 2
    LEAD = 4
    TITLE = 8
    AUTHOR = 16
    DATE = 32
    VISIT = 64
    SOURCE = 128
    SECTION = 256
    CRUMBS = 512
    BODY = 1024
    SITE = 2048
    QUOTE = 4096


FURNITURE_TAGS = frozenset(
    {"nav", "footer", "aside", "dialog", "menu", "amp-sidebar", "amp-list", "amp-user-notification"}
)
UNSHOWN_TAGS = frozenset(
    "script style noscript template svg math iframe object embed applet button select textarea input datalist head "
    "noframes audio canvas map amp-ad amp-analytics amp-social-share amp-iframe amp-pixel ins.adsbygoogle".split()
)

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WORDS = (
    (
        Role.FURNITURE,
        r"menus?|navs?|navbar|navigation|footers?|(?<! )foot(?! )|chan ?trang|side ?bar|widgets?|comments?|cmts?"
        r"|binh ?luan|cm ?(?:detail|list)?"
        r"|y ?kien|disqus|respond|relate|related(?:items|posts?|news|articles?)?"
        r"|lien ?quan|tin ?khac|bai ?khac|news ?others?|others? ?news"
        r"|more ?news|tin ?moi|doc ?them|xem ?them|doc ?nhieu|recommend\w*|suggest\w*|yarpp|outbrain|taboola|mgid"
        r"|tags?|tagged|keywords?|tu ?khoa|topics?|labels|share|shares|sharing|sharedaddy|socials?|addthis|facebook"
        r"|zalo|fb|like|pager|pagination|paging|next ?prev|prev ?next|copy ?right|ban ?quyen|ads?|adv|adsense|adverts?"
        r"|advertis\w+|adspot|quang ?cao|banners?|sponsor\w*|promo\w*|popups?|modal|cookies?|newsletters?|subscri\w+"
        r"|log ?in|dang ?nhap|search|tim ?kiem|ratings?|vote|danh ?gia|author ?box|author ?description|toolbars?|tools?"
        r"|buttons?|btn|hotline|counter|(?<! )hits(?! )|article ?info ?term|thong ?ke|screen ?reader ?text"
        r"|element ?invisible|sr ?only|visually ?hidden|skip ?link|mobile ?nav|audio|tts|player|embed"
        r"|emoji|reactions?|link ?callout|back ?to ?top|wm ?ipp ?\w*|(?<! )toc(?! )|toc ?(?:container|list|title|box)"
        r"|table ?of ?contents?|muc ?luc",
    ),
    (
        Role.CAPTION,
        r"\w*captions?|(?:video|photo|img|image|pic) ?cap|chu ?thich|(?:img|image) ?title|img ?desc"
        r"|(?:photo|pic(?:ture)?|image) ?(?:note|desc|credit|source)|note ?img",
    ),
    (
        Role.LEAD,
        r"sapo|lead|chapeau|summary|tom ?tat|abstract|desc|description|intro(?:duction)?|excerpt|stand ?first|teaser"
        r"|home ?text|sub ?titles?|sub ?head(?:line)?s?|deck|dek|trich ?yeu|gioi ?thieu ?bai",
    ),
    (Role.TITLE, r"title|headline|tieu ?de|heading|content ?heading|article ?header|ten ?bai"),
    (Role.AUTHOR, r"authors?|byline|tac ?gia|nguoi ?viet|but ?danh|writer|reporter|submitted|created ?by"),
    (
        Role.DATE,
        r"dates?|time|datetime|publish\w*|published|ngay(?: ?dang)?|posted|created?date|timestamp|timer|submitted",
    ),
    (Role.VISIT, r"now|today|current|clock\w*|hom ?nay|hien ?tai|visit"),
    (Role.SOURCE, r"source|nguon|nguon ?tin"),
    (Role.SECTION, r"cate?|category|categories|section ?name|chuyen ?muc|kicker"),
    (Role.CRUMBS, r"bread ?crumb?s?|breakumb|crumb?s?|duong ?dan|(?:link ?)?path|path ?way|pnav|you ?are ?here"),
    (Role.SITE, r"site ?(?:title|name|logo|brand|slogan|description)|logo|brand|navbar ?brand|slogan"),
    (
        Role.BODY,
        r"article ?body|entry ?content|post ?(?:body|content|text)|body ?text|body ?html|fck ?detail|noi ?dung"
        r"|main ?content|content ?body|detail ?content|chi ?tiet|article ?content|story ?body|cms ?body",
    ),
    (Role.QUOTE, r"(?:pull ?|block ?|simple ?)?quotes?|trich ?dan"),
)
_NAMED = tuple((role, re.compile(rf"(?<![^ ])(?:{words})(?![^ ])")) for role, words in _WORDS)

_ITEM_PROPERTIES = {
    "headline": Role.TITLE, "description": Role.LEAD, "articlebody": Role.BODY, "author": Role.AUTHOR,
    "category": Role.SECTION, "datepublished": Role.DATE, "articlesection": Role.SECTION, "caption": Role.CAPTION,
}  # fmt: skip


def roles_of(tag: str, names: str, properties: str) -> Roles:
    """The roles that an element's tag, its class and id, and its ``itemprop`` and ``rel`` give it."""
    role = 0
    if tag in FURNITURE_TAGS:
        role |= Role.FURNITURE
    elif tag == "figcaption":
        return Role.CAPTION
    elif tag == "time":
        role |= Role.DATE
    for name in properties.lower().split():
        role |= _ITEM_PROPERTIES.get(name, 0)
    if role & Role.BODY:
        role &= ~Role.LEAD
    if not names:
        return role
    for name in names.split():
        role |= _named(name)
    if tag == "figure":  # of the text, with its caption, however it is shown
        role &= ~Role.FURNITURE
    if tag == "p" and re.search(r"(?:^|\s)p[Hh]ead(?:\s|$)", names):
        role |= Role.LEAD
    if tag in ("p", "td") and re.search(r"(?:^|\s)[Ii]mage(?:\s|$)", names):
        role |= Role.CAPTION
    if role & Role.BODY:
        role &= ~(Role.LEAD | Role.FURNITURE)
    if role & Role.LEAD:
        role &= ~Role.TITLE
    if role & Role.CAPTION:
        role &= ~(Role.LEAD | Role.TITLE | Role.SOURCE)
    if tag in ("html", "body", "main", "article"):
        role &= Role.BODY
    return role


@lru_cache(maxsize=8192)
def _named(name: str) -> Roles:
    """The roles that one word of a class, or an id, gives; ``story-body__sapo`` is in the body, and not the body."""
    parts = re.sub(r"[^a-z0-9]+", " ", _HUMP.sub(" ", name).lower()).strip()
    whole = parts.replace(" ", "")
    role = 0
    for meant, pattern in _NAMED:
        if pattern.search(parts) or pattern.fullmatch(whole):
            role |= meant
    _, _, inner = name.rpartition("__")
    return role & ~Role.BODY if inner != name and _named(inner) & ~Role.BODY else role
