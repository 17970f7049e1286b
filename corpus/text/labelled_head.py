"""Facts that a program wrote above a text, one a line with its label: ``Title: …``, ``Người viết : …``.

An archive's record may stand below a few lines of the program's own, have labels that say nothing here (numbers, who
released it), and name a fact in words of its own, which its value tells: a date, or a name behind a label for authors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.dates import find_date
from corpus.record import fact_of
from corpus.text.bylines import author_in, is_labelled
from corpus.text.furniture import SECTION_LABEL, UPDATED, VISIT

_LABELLED = re.compile(r"\s*(?P<label>[^\W\d_][\w /-]{1,24}?)\s*:(?:\s+(?P<value>\S.*?))?\s*$")
_LABEL = re.compile(r"[ \t]*([^\W\d_][\w /-]{1,24}?)[ \t]*:")
_OPENING = 1500
"""Characters of a page in which the title's label stands where it has such a head."""

_LABELLED_BELOW = re.compile(r"(?:[^\n:]{2,200}\n){1,3}[^\S\n]*(?P<label>[^\W\d_][\w /-]{1,24}?)[^\S\n]*:(?!//)")
"""Lines without a label, and a labelled one below."""

_SHORTEST_WRAPPED = 60
"""Characters of a labelled line that goes on in the next one."""

_QUOTED = re.compile(r"""(?P<list>\[)?(?P<mark>["'])(?P<first>(?:(?!(?P=mark)).)+)(?P=mark)(?(list)(?:,.*)?\])\s*$""")
"""``"A title"``, ``['One section', 'Another']``."""

_FENCE = "---"
"""What stands above and below a head that is YAML."""

_FEWEST = 3
"""Labels that are known, the title's among them: pages of people have no line ``Title:``, and seldom two labels.
Between two fences stands nothing else."""

_ABOVE = 20
"""Lines above a record, at most: the program's name, how many it has found."""

_LONGEST = 4000
_LONGEST_ABOVE = 80
"""Characters of a line above it; a longer one is text."""


def labelled_head(text: str) -> tuple[Mapping[str, object], str]:
    """The facts above a text, by their labels, and the text below; no facts, and all of it, where there are too few."""
    labels = (_LABEL.match(line) for line in text[:_OPENING].split("\n") if ":" in line)
    if not any(label is not None and fact_of(label[1]) == "title" for label in labels):
        return {}, text  # most pages: looked at no further
    begin = 0
    for _ in range(_ABOVE):
        facts, end = _record(text, begin)
        if facts:
            return facts, text[end:]
        above = begin
        begin = _line_end(text, begin)
        if begin - above > _LONGEST_ABOVE:
            break
    return {}, text


def _record(text: str, begin: int) -> tuple[Mapping[str, object], int]:
    """The facts of the labelled lines that begin at a place, and where the text behind them does."""
    facts: dict[str, object] = {}
    known: set[str] = set()
    is_yaml = text[:begin].rstrip().endswith(_FENCE)
    goes_on: str | None = None  # the fact whose value was wrapped at a column
    while begin < len(text):
        end = _line_end(text, begin)
        line = text[begin:end]
        found = _LABELLED.match(line) if ":" in line and end - begin < _LONGEST else None
        if found is None:
            if goes_on is not None and line.strip():
                facts[goes_on] = f"{facts[goes_on]} {line.strip()}"
            elif line.strip():
                break
        else:
            fact, label = _fact(found)
            if fact == "text":
                begin += found.start("value") if found["value"] else len(line)
                break
            if fact is None and not known:
                break
            goes_on = None
            is_list = (found["value"] or "").startswith("['")
            if fact and label and found["value"]:
                known.add(fact)
                facts.setdefault(label, _unquoted(found["value"]) if is_yaml or is_list else found["value"])
                below = _LABELLED_BELOW.match(text, end) if len(line) >= _SHORTEST_WRAPPED else None
                goes_on = label if below is not None and fact_of(below["label"]) is not None else None
        begin = end
    is_fenced = is_yaml and text.startswith(_FENCE, begin)
    if is_fenced:
        begin = _line_end(text, begin)
    return (facts, begin) if (is_fenced or len(known) >= _FEWEST) and "title" in known else ({}, begin)


def _fact(found: re.Match[str]) -> tuple[str | None, str | None]:
    """Which fact a labelled line gives, if any, and the name under which it is one."""
    label, value = found["label"], found["value"] or ""
    if (fact := fact_of(label)) is not None:
        return fact, label
    if SECTION_LABEL.match(f"{label}: {value}"):
        return "section", "section"
    if (written := find_date(value)) is not None and (written.start, written.end) == (0, len(value)):
        return ("published", "published") if not (UPDATED.search(label) or VISIT.search(label)) else (None, None)
    if is_labelled(f"{label}: {value}") and author_in(f"{label}: {value}"):
        return "author", "author"
    return None, None


def _unquoted(value: str) -> str:
    """A value without the marks that programs put round text and lists; of a list its first entry."""
    found = _QUOTED.match(value)
    return found["first"] if found else value


def _line_end(text: str, begin: int) -> int:
    return text.find("\n", begin) + 1 or len(text)
