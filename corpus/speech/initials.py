"""Which initials does an article call somebody by? ``H.`` of ``N.H.`` or of ``BTH``, and the point of the last."""

from __future__ import annotations

import re

from corpus.speech.patterns import LOWER, UPPER

_INITIALS_AHEAD = re.compile(rf"(?<![\w.])(?:[{UPPER}]\. ?){{0,3}}[{UPPER}]$")
_LAST = rf"\. ?(?P<last>[{UPPER}])(?!\w)(?!\.? ?[{UPPER}]\b(?!['’]))"
_LAST_INITIAL = re.compile(rf"{_LAST}\.?")
_LAST_INITIAL_INSIDE = re.compile(rf"{_LAST}(?:\.(?= ?[{LOWER},(]))?")
"""The last of some initials, and its point; in the second, one that does not end a sentence."""

_JOINED_INITIALS = re.compile(
    rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Ee]m|[Cc]háu|[Bb]é) (?P<name>[{UPPER}]{{3,4}})(?![\w.-])"
)
"""Initials without points, as some papers write them (``em TTML``)."""

_LONGEST_INITIALS = 16


def of_initials(name: str, text: str) -> str | None:
    """The fullest form in a text of a name of initials: a given name's that ends one (``H.`` of ``N.H.``), or the same
    with the point that a sentence's end took from it; ``None`` of a letter that ends no initials there."""
    begun = name.rstrip(".")
    last = begun.rsplit(".", 1)[-1].strip()
    if len(last) != 1:
        return name
    is_whole = "." in begun
    ends = _LAST_INITIAL if name.endswith(".") else _LAST_INITIAL_INSIDE
    found: list[str] = []
    for each in ends.finditer(text):
        if each["last"] != last:
            continue
        ahead = _INITIALS_AHEAD.search(text, max(each.start() - _LONGEST_INITIALS, 0), each.start())
        if ahead is not None and (not is_whole or (ahead[0] + each[0]).rstrip(".").endswith(begun)):
            found.append(ahead[0] + each[0])
    if not found and not is_whole:
        joined = {each["name"] for each in _JOINED_INITIALS.finditer(text) if each["name"].endswith(last)}
        return joined.pop() if len(joined) == 1 else None
    if not found:
        return name
    nearest = found[-1].rstrip(".")  # somebody else may have the same initial
    return f"{nearest}." if f"{nearest}." in found else nearest


def with_point(name: str, text: str) -> str:
    """A name that ends with an initial, with the point that it has inside a sentence of a text, or everywhere.

    In initials with spaces (``Q. A.``) a point ends each, in others (``Q.A``) it may be the sentence's.
    """
    if len(name.rsplit(" ", 1)[-1].rsplit(".", 1)[-1]) != 1:
        return name
    if name[-3:-1] == ". " and text.count(name) == text.count(f"{name}."):
        return f"{name}."
    inside = re.compile(rf"(?<!\w){re.escape(name)}\.(?=,|\s[{LOWER}(])")
    return f"{name}." if inside.search(text) else name
