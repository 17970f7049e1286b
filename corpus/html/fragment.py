"""Is a text that a data set or a page's metadata holds HTML, and what does it say?

Dumps of editorial systems hold an article as the HTML of its body. That is told by evidence, for a text may as well
speak of ``a < b``, of ``<số tiền>`` or of ``Sở TN&MT``: an element that HTML has, written as HTML writes it, with its
end behind it or of a kind that needs none; or a reference that HTML has, to its semicolon. A text without either stays
letter for letter, and so does in HTML what is none of these.
"""

from __future__ import annotations

import re
from html import escape, unescape
from html.entities import name2codepoint
from typing import NamedTuple

from corpus.decode import readable
from corpus.errors import UnwieldyPageError
from corpus.html.look import BLOCKS
from corpus.html.roles import UNSHOWN_TAGS, Role
from corpus.html.rows import BETWEEN_CELLS, rows_of_tables
from corpus.html.shown import MOST_ELEMENTS, shown
from corpus.html.source import parse

_INLINE = frozenset(
    "a abbr acronym b base bdi bdo big blink br cite code col colgroup data del dfn em font frame i img input ins kbd "
    "label link mark marquee meta meter nobr output param picture progress q rp rt ruby s samp slot small source span "
    "strike strong sub sup time title track tt u var video wbr".split()
)
_NAMES = BLOCKS | UNSHOWN_TAGS | _INLINE
_ENDLESS = frozenset({"p", "br", "hr", "img"})
"""Elements that HTML writes without an end, and that nothing else is called."""

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]{0,20})(?P<rest>(?:[\s/][^<>]*+)?)>")
_REFERENCE = re.compile(r"&(?:(?P<name>[A-Za-z][A-Za-z0-9]{1,7})|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")
_AMPERSAND = re.compile(rf"&(?!{_REFERENCE.pattern[1:].replace('?P<name>', '?:')})")
_REFERENCES = frozenset({*name2codepoint, "apos"})
"""Those of HTML 4: later ones are so many that what stands behind the sign in ``Bộ TT&TT;`` may be one by chance."""

_NO_MARKUP = re.compile(
    rf"<(?!/?(?:{'|'.join(sorted(_NAMES))}|[a-z][a-z0-9]*[:-][a-z-]+)[\s/>]|!--|!\[|!doctype\b|\?xml\b)", re.IGNORECASE
)
"""What opens neither an element of HTML, nor one of a program's own, nor a remark or a word to a program."""

_FRAME = re.compile(r"</?(?:html|body)(?:\s[^<>]*+)?>|<!\[CDATA\[|\]\]>", re.IGNORECASE)
"""What stands round a page or a text: behind its end a parser finds nothing."""

MOST_SIGNS = 1 << 20
"""Beginnings of elements, remarks, references and lines; whatever comes of them, each takes its time."""

_LINE_FEEDS = re.compile(r"\n\s*")
_BLANK_LINES = re.compile(r"\n\s*\n")


class Fragment(NamedTuple):
    """What a text says: the text without markup, and the captions that HTML calls so.

    Of HTML a paragraph is a line, and so is a row of a table of figures.
    """

    text: str
    captions: tuple[str, ...] = ()


def read_fragment(text: str) -> Fragment:
    """What a text says, be it HTML or not. Raises what ``parse`` and ``shown`` raise, and ``GarbledTextError``."""
    names = _elements(text) if "<" in text else frozenset()
    if not names:
        return Fragment(_with_letters(text))
    if sum(map(text.count, "<&\n")) > MOST_SIGNS:
        raise UnwieldyPageError(most=MOST_SIGNS)
    page = shown(parse(_with_line_ends(_as_markup(text), names)))
    rows = rows_of_tables(page, 0, len(page.lines))
    said: list[str] = []
    captions: dict[str, None] = {}
    for at, line in enumerate(page.lines):
        if at in rows:
            if at == rows[at][-1]:
                said.append(BETWEEN_CELLS.join(page.lines[cell].text for cell in rows[at]))
        elif line.roles & Role.CAPTION:
            captions[line.text] = None
        else:
            said.append(line.text)
    return Fragment("\n".join(said), tuple(captions))


def _elements(text: str) -> frozenset[str]:
    """The names of the elements in a text that is plainly HTML; none of one that is not.

    Raises ``UnwieldyPageError``, before memory is taken for elements that nobody will look at.
    """
    open_ones: set[str] = set()
    names: set[str] = set()
    count = 0
    is_html = False
    for tag in _TAG.finditer(text):
        name, rest = tag["name"].lower(), tag["rest"].strip(" /\t\r\n")
        if name not in _NAMES or (rest and "=" not in rest):
            continue
        names.add(name)
        if tag["end"]:
            is_html = is_html or name in open_ones
            continue
        open_ones.add(name)
        is_html = is_html or name in _ENDLESS
        count += 1
        if is_html and count > MOST_ELEMENTS:
            raise UnwieldyPageError(most=MOST_ELEMENTS)
    return frozenset(names if is_html else ())


def _letter(reference: re.Match[str]) -> str:
    """The letter that a reference stands for; what is none stays."""
    name = reference["name"]
    return unescape(reference[0]) if name is None or name in _REFERENCES else reference[0]


def _with_letters(text: str) -> str:
    """A text that is not HTML with letters in the place of references: the last trace of HTML in many data sets."""
    return readable(_REFERENCE.sub(_letter, text)) if "&" in text else text


def _as_markup(text: str) -> str:
    """HTML in which whatever is no markup is written so that no parser takes it for any."""
    text = _FRAME.sub("", _NO_MARKUP.sub("&lt;", text))
    return _REFERENCE.sub(lambda found: escape(_letter(found)), _AMPERSAND.sub("&amp;", text))


def _with_line_ends(text: str, names: frozenset[str]) -> str:
    """HTML with the ends of lines that it leaves to who shows it.

    A system that makes the paragraphs itself keeps them with blank lines between them, and a text whose paragraphs were
    lines before it was given bold letters has them still. Where ``<p>`` says it, a line feed says nothing.
    """
    if "p" in names:
        return text
    return (_BLANK_LINES if names & {"br", "div"} else _LINE_FEEDS).sub("<br>", text)
