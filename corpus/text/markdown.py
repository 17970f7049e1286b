"""A page that a converter wrote as Markdown, without the marks of it: links, pictures, emphasis, headings, lists.

Three things that the marks say are kept: where a picture stood (``[Ảnh]``), that a block is nothing but a link to
another page (``→ …``), and that a paragraph was emphasised as a whole, as leads are (``**…**``). A converter that wraps
text wraps links and emphasis with it.
"""

from __future__ import annotations

import re
from itertools import islice

_TEXT = r"(?:[^\[\]\n]|\n(?![ \t]*\n)){0,300}"
_TARGET = r"\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,300}\")?\)"
_LINK = re.compile(rf"\[({_TEXT})\]{_TARGET}")
_IMAGE = re.compile(rf"!\[{_TEXT}\]{_TARGET}")
_PICTURE = re.compile(rf"^[ \t]*!\[(?P<words>{_TEXT})\](?P<target>{_TARGET})[ \t]*$", re.MULTILINE)
_OWNER = re.compile(r"\b(?:ảnh|nguồn)\s*:", re.IGNORECASE)
_MOST_PICTURES = 50
"""Pictures whose words are looked for elsewhere: each is held against all of the page."""

_ICON = re.compile(r"icon|logo|spacer|banner|avatar|button|/ads?/", re.IGNORECASE)
_POINTER = re.compile(rf"^[ \t]*>[ \t]*\[(?P<title>{_TEXT})\]{_TARGET}[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
_BLOCK = re.compile(r"[ \t]*(?:>[ \t]*)+|[ \t]*(?:\*[ \t]+|-[ \t]{3})(?=\S)")
_RULE = re.compile(r"[ \t]*(?:[*_-][ \t]*){3,}$")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ATTRIBUTES = re.compile(
    r"^[ \t]*:{3,}.*$"
    r"|^[ \t]*</?(?:div|span|figure|section|article|center)(?:\s[^<>\n]{0,200})?>[ \t]*$"
    r"|(?<=[\])\w”\"?!.…])[ \t]?\{(?:[.#][\w-]|\w+=\")[^{}]{0,200}\}",
    re.MULTILINE,
)
"""What some converters write beside the text: which box of the page it is, where it ends, how wide a picture."""

_SPAN = re.compile(rf"\[(?P<words>{_TEXT})\]\{{(?P<kind>[.#][^{{}}]{{0,200}})\}}")
"""Words with what their converter knows of them, as that they are a caption."""

_PARAGRAPHS = re.compile(r"(\n(?:[ \t]*\n)+)")
_EMPHASIS = re.compile(
    r"(?P<mark>\*\*|__|(?<![\w*])\*|(?<![\w_])_)(?=\S)(?P<text>[^*_]{1,2000}?)(?<=\S)(?P=mark)(?!\w)"
)
_DEEPEST = 2
"""Emphasis inside emphasis (``***…***``)."""

_WHOLLY = re.compile(r"\s*(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<text>[^*_]{75,2000})(?<=\S)(?P=mark)\s*")
"""A paragraph that is emphasised as a whole, and as long as leads are."""

_FEWEST_LINKS = 2
_TITLE = re.compile(r"^[ \t]*#{1,6}[ \t]+\S", re.MULTILINE)
_BOLD = re.compile(r"^[ \t]*\*\*(?=\S)(?:[^*\n]|\n(?![ \t]*\n)){1,2000}(?<=\S)\*\*[ \t]*$", re.MULTILINE)


def without_markdown(text: str) -> str:
    """The text without Markdown's marks, where links, or a title and a bold line, show that it is; else as it was."""
    if not (_has_links(text) or ("**" in text and _TITLE.search(text) and _BOLD.search(text))):
        return text
    text = _SPAN.sub(_words, "\n".join(text.splitlines()))
    text = _ESCAPED.sub(r"\1", _ATTRIBUTES.sub("", text))
    told = _told_alone(text)
    text = _PICTURE.sub(lambda found: _place(found, told), text)
    text = _POINTER.sub(lambda found: "→ " + " ".join(found["title"].split()), _IMAGE.sub("", text))
    text = "\n".join(map(_without_marks, _LINK.sub(r"\1", text).split("\n")))
    return "".join(map(_without_emphasis, _PARAGRAPHS.split(text)))


def _has_links(text: str) -> bool:
    return text.count("](") >= _FEWEST_LINKS and len(_LINK.findall(text)) >= _FEWEST_LINKS


def _words(found: re.Match[str]) -> str:
    return f"\n[Ảnh] {found['words']}" if "caption" in found["kind"] else found["words"]


def _told_alone(text: str) -> frozenset[str]:
    """The words of pictures that say whose a picture is, and stand nowhere else on the page."""
    owned = (found["words"] for found in _PICTURE.finditer(text) if _OWNER.search(found["words"]))
    return frozenset(words for words in islice(owned, _MOST_PICTURES) if text.count(words) == 1)


def _place(found: re.Match[str], told: frozenset[str]) -> str:
    """What stands for a picture, with its words where they are ``told`` nowhere else."""
    if _ICON.search(found["target"]):
        return ""
    return f"[Ảnh] {' '.join(found['words'].split())}" if found["words"] in told else "[Ảnh]"


def _without_marks(line: str) -> str:
    if _RULE.match(line):
        return ""
    if _HEADING.match(line):
        return line  # whose mark the lines of any page may have
    found = _BLOCK.match(line)
    return line[found.end() :] if found else line


def _without_emphasis(paragraph: str) -> str:
    whole = _WHOLLY.fullmatch(paragraph)
    if whole is not None:
        return f"**{whole['text']}**"
    for _ in range(_DEEPEST):
        paragraph = _EMPHASIS.sub(lambda found: found["text"], paragraph)
    return paragraph
