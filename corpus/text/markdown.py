"""A page that a converter wrote as Markdown, without the marks of it: links, pictures, emphasis, headings, lists."""

from __future__ import annotations

import re

_LINK = re.compile(r"\[([^\[\]]{0,300})\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)")
_IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\s]{0,2000}(?:\s\"[^\"]{0,300}\")?\)")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]+(?=\S)")
_BLOCK = re.compile(r"[ \t]*(?:>[ \t]*)+|[ \t]*\*[ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*(?:[*_-][ \t]*){3,}$")
_EMPHASIS = re.compile(
    r"(?P<mark>\*\*|__|(?<![\w*])\*|(?<![\w_])_)(?=\S)(?P<text>[^*_]{1,2000}?)(?<=\S)(?P=mark)(?!\w)"
)
_POINTER = re.compile(r"[ \t]*>[ \t]*\[[^\[\]]{1,300}\]\([^()\s]{0,2000}\)[ \t]*$")
"""A block that is a link and nothing else: a page that is set between two paragraphs."""

_WHOLLY = re.compile(r"(\*{1,3}|_{1,3})(?=\S)[^*_]+(?<=\S)\1$")
_DEEPEST = 2
"""Emphasis inside emphasis (``***…***``)."""

_SHORTEST_LEAD = 75
"""Characters of a paragraph that stays emphasised, since it may be a lead."""

_FEWEST_LINKS = 2


def without_markdown(text: str) -> str:
    """The text without Markdown's marks, where links show that it is Markdown; else as it was."""
    if text.count("](") < _FEWEST_LINKS or len(_LINK.findall(text)) < _FEWEST_LINKS:
        return text
    return "\n".join(map(_without_marks, text.splitlines()))


def _without_marks(line: str) -> str:
    if _RULE.match(line):
        return ""
    pointer = _POINTER.match(line)
    line = _LINK.sub(r"\1", _IMAGE.sub("", line))
    for mark in (_HEADING, _BLOCK):
        found = mark.match(line)
        line = line[found.end() :] if found else line
    is_emphasised = len(line) >= _SHORTEST_LEAD and _WHOLLY.match(line.strip()) is not None
    for _ in range(_DEEPEST):
        line = _EMPHASIS.sub(lambda found: found["text"], line)
    if is_emphasised:
        return f"**{line.strip()}**"
    return f"→ {line}" if pointer and line.strip() else line
