"""A text browser's page without what the browser put in: numbers before links, and their addresses at the end.

Where the addresses were cut off, numbers that count from one on, each before a word, are a browser's all the same.
"""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)|(?<=\S)\[\d{1,4}\]")
_ADDRESS = re.compile(r"\s*(?:\d{1,4}\.|\[\d{1,4}\]:)\s+(?:https?|ftp|mailto|javascript|file):\S*(?:\s\(\w+\))?\s*$")
_LINK_ALONE = re.compile(r"(?P<margin>\s{4,})(?P<number>\[\d{1,4}\])(?P<title>(?:[^\s\[]+ ){4,}[^\s\[]+)\s*$")
"""A link of five words and more that is all of a line, set in."""

_FEWEST = 2
"""Addresses from which on a list of them is a browser's."""

_FEWEST_COUNTED = 4
_FORM = re.compile(r"\[INS: ?:INS\] ?")
"""A field of a form, as a browser shows an empty one."""


def _with_points(lines: list[str]) -> list[str]:
    """The lines, with a point before each of several links one below the other, which are the titles of other pages."""
    alone = [_LINK_ALONE.match(line) for line in lines]
    for at, link in enumerate(alone):
        beside = (alone[near] for near in (at - 1, at + 1) if 0 <= near < len(alone))
        if link is not None and any(each is not None for each in beside):
            lines[at] = f"{link['margin']}• {link['number']}{link['title']}"
    return lines


def without_link_numbers(text: str) -> str:
    """The text without ``[12]`` before words, and without the list of addresses that it ends with; else as it was."""
    if "[1]" not in text:
        return text
    lines = _with_points(text.rstrip().splitlines())
    text = "\n".join(lines)
    addresses = 0
    while lines and (not lines[-1].strip() or _ADDRESS.match(lines[-1])):
        addresses += bool(lines.pop().strip())
    if addresses >= _FEWEST:
        return _FORM.sub("", _NUMBER.sub("", "\n".join(lines[:-1])))  # the last of them is the heading of the list
    found = [int(number[1:-1]) for number in _NUMBER.findall(text)]
    if len(found) < _FEWEST_COUNTED or found != list(range(1, len(found) + 1)):
        return text
    return _FORM.sub("", _NUMBER.sub("", text))
