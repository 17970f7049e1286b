"""How an element looks: what its tag and its attributes make of it, by themselves."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from corpus.html.roles import Roles, roles_of

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noframes ol optgroup option "
    "p pre search section summary table tbody td tfoot th thead tr ul amp-carousel amp-list amp-sidebar".split()
)
_BOLD = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_ITALIC = frozenset({"i", "em", "cite"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_NAMES = frozenset({"hidden", "hide", "d-none", "invisible", "sr-only", "visually-hidden", "off-screen"})
_ALIGN = re.compile(r"text-align\s*:\s*(\w+)", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_OF_AUTHOR = re.compile(r"/(?:authors?|tac-?gia|but-?danh)[/.?]", re.IGNORECASE)
"""The address of a page about an author, whose name is then the link to it."""

_LONGEST_STYLE = 2000
_LONGEST_NAMES = 300
"""Characters of an attribute that are looked at."""


class Look(NamedTuple):
    """What an element's tag and attributes make of it."""

    names: str
    role: Roles
    block: bool
    hidden: bool
    bold: bool
    italic: bool
    align: str


def _values(items: list[tuple[str, str]]) -> tuple[str, str, str, str, bool]:
    """Of an element's attributes those that say how it looks: names, properties, style, alignment, hidden."""
    names = properties = style = align = ""
    hidden = False
    for name, value in items:
        if name in ("class", "id", "data-role"):
            names = f"{names} {value[:_LONGEST_NAMES]}" if names else value[:_LONGEST_NAMES]
        elif name == "style":
            style = value[:_LONGEST_STYLE]
        elif name in ("itemprop", "rel"):
            properties += f" {value[:_LONGEST_NAMES]}"
        elif name == "href" and _OF_AUTHOR.search(value[:_LONGEST_NAMES]):
            properties += " author"
        elif name == "align":
            align = value[:20].lower()
        elif name == "hidden":
            hidden = True
    return names, properties, style, align, hidden


@lru_cache(maxsize=8192)
def _look(tag: str, names: str, properties: str, style: str, align: str, hidden: bool) -> Look:
    found = _ALIGN.search(style) if style else None
    if tag == "center":
        align = "center"
    elif found:
        align = found[1].lower()
    elif tag == "table":
        align = ""
    return Look(
        names=names,
        role=roles_of(tag, names, properties),
        block=tag in BLOCKS,
        hidden=hidden or bool(style and _HIDDEN.search(style)) or not _HIDDEN_NAMES.isdisjoint(names.split()),
        bold=tag in _BOLD or bool(style and _BOLD_STYLE.search(style)),
        italic=tag in _ITALIC or bool(style and _ITALIC_STYLE.search(style)),
        align=align,
    )


def look_of(tag: str, items: list[tuple[str, str]]) -> Look:
    """How an element of these attributes looks; the same ones come hundreds of times on a page."""
    return _look(tag, *_values(items)) if items else _bare_look(tag)


@cache
def _bare_look(tag: str) -> Look:
    return _look(tag, "", "", "", "", False)
