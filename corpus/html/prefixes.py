"""What stands before a lead and is no part of it: an agency's short name, or the site's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import islice

from corpus.html.key import key
from corpus.speech.capital_words import IS_PLACE
from corpus.text.lead import without_agency
from corpus.text.lines import Line

_PAREN_PREFIX = re.compile(r"\((?P<name>[A-ZĐÀ-Ỵ][^()\d]{1,29})\)\s*[-–—:.]?\s*(?=\S)")
_BARE_PREFIX = re.compile(
    r"(?P<name>(?!TP)[A-ZĐ]{2,6}O?|[A-Z][a-z]+(?:Plus|Net|Express|Online))\s*[-–—]\s+(?=[A-ZĐÀ-Ỵ“\"])"
)
_SITE_PREFIX = re.compile(r"(?P<name>[A-ZĐÀ-Ỵ][\w. ]{1,28}?)\s*[-–—]\s+(?=\S)")
_CAPITALS_PREFIX = re.compile(r"(?P<name>[A-ZĐ]{3,6})\s+(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])")
_BETWEEN_WORDS = re.compile(r"(?:\s+[-–—])?\s+")
_LONGEST_SITE = 4
"""Words of a site's name with which a lead opens without a mark."""

_DOMAIN = re.compile(r"(?:\.(?:com|net|org|vn))+$", re.IGNORECASE)
_KIND = re.compile(r"(?:báo|tạp chí|đài)(?: điện tử)? ", re.IGNORECASE)


def without_prefix(text: str) -> tuple[str | None, str]:
    """The agency that a text opens with (``PNO - ``, ``(PLO) - ``), and the text without it."""
    found = _PAREN_PREFIX.match(text) or _BARE_PREFIX.match(text)
    if found is not None:
        return found["name"].strip(), text[found.end() :]
    return without_agency(Line(text, " ".join(unicodedata.normalize("NFC", text).split()))) or (None, text)


def without_site(text: str, sites: Collection[str]) -> tuple[str | None, str]:
    """The name of the site with which a lead opens, with small letters in it as well, and the text without it."""
    found = _SITE_PREFIX.match(text)
    keys = set(map(key, sites))
    if found and keys & {key(found["name"]), key(f"báo {found['name']}"), key(f"tạp chí {found['name']}")}:
        return found["name"], text[found.end() :]
    names = {unicodedata.normalize("NFC", _KIND.sub("", _DOMAIN.sub("", site))) for site in sites}
    names |= {name.upper() for name in names}
    keys = set(map(key, names))
    for space in islice(_BETWEEN_WORDS.finditer(text), _LONGEST_SITE):
        name = " ".join(unicodedata.normalize("NFC", text[: space.start()]).split())
        if key(name) in keys and space[0].strip() and text[space.end() : space.end() + 1].isupper():
            return text[: space.start()], text[space.end() :]
        if name in names and not IS_PLACE.fullmatch(name) and _begins_sentence(text[space.end() :]):
            return text[: space.start()], text[space.end() :]
    found = _CAPITALS_PREFIX.match(text)
    if found and found["name"].removesuffix("O") in map(_initials, sites) and _begins_sentence(text[found.end() :]):
        return found["name"], text[found.end() :]
    return None, text


def _begins_sentence(text: str) -> bool:
    """Whether a text begins with one capital word, and not with a name, which goes on what stands before it."""
    first, _, following = text.partition(" ")
    return first[:1].isupper() and not following[:1].isupper()


def _initials(site: str) -> str:
    """The first letters of a paper's name, without what kind of one it is."""
    return "".join(word[0] for word in _KIND.sub("", site).split()).upper()
