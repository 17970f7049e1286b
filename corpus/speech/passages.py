"""Where is something quoted? Pairs of marks, runs over several paragraphs, and what ``dialogue.py`` finds without marks.

A mark that faces one way is taken at its word where a partner stands for it; one that faces both ways (``"``) opens or
closes by what stands beside it, and by turns where it is set off with spaces on both sides. A pair that opens in one
paragraph may close in a later one: opened anew at the head of each paragraph, as newspapers print it, or only once. A
mark without a partner opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.speech.dialogue import dialogue
from corpus.speech.passage import CLOSING, LONGEST_RUN, Passage

_KINDS_OF_MARKS = "“”„«»\"‘’'"
_MARKS = re.compile(f"[{_KINDS_OF_MARKS}]")
_DEEPEST = 4
"""Pairs inside one another; beyond that the outermost open mark is taken for a slip."""


def passages(texts: Sequence[str]) -> list[Passage]:
    """All passages of some texts in the order in which they open, each followed by those inside it."""
    found = list(_marked(texts))
    found += dialogue(texts)
    return sorted(found, key=lambda passage: (passage.first, passage.start, -passage.last, -passage.end))


def _marked(texts: Sequence[str]) -> Iterator[Passage]:
    whole = "\n".join(texts)
    marks = [mark for mark in _KINDS_OF_MARKS if mark in whole]  # an article has one or two kinds, if any
    number, begin = 0, 0
    while marks and number < len(texts):
        found = None
        if any(mark in texts[number] for mark in marks):
            pairs, unclosed = _pairs(texts[number], begin)
            yield from (Passage(number, start, number, end) for start, end in pairs)
            found = _run(texts, number, *unclosed) if unclosed else None
        if found is None:
            number, begin = number + 1, 0
            continue
        run, closed = found
        yield run
        for between in range(number + 1, run.last + 1):
            inner, _ = _pairs(texts[between][: run.end] if between == run.last else texts[between], 1)
            yield from (Passage(between, start, between, end) for start, end in inner)
        number, begin = run.last, closed + 1


def _pairs(text: str, begin: int) -> tuple[list[tuple[int, int]], tuple[str, int] | None]:
    """The pairs that open and close in one text from an offset on, and the outermost mark that is left open."""
    open_marks: list[tuple[str, int]] = []
    pairs = []
    for found in _MARKS.finditer(text, begin):
        mark, at = found[0], found.start()
        if open_marks and _may_close(text, at) and _has_partner(open_marks, mark):
            while True:  # an open mark above the partner of this one was a slip
                opener, start = open_marks.pop()
                if mark in CLOSING[opener]:
                    break
            if text[start:at].strip():
                pairs.append(_trimmed(text, start, at))
        elif mark in "“„«" or (mark in "‘\"”'" and _may_open(text, at)):
            if mark == '"':
                open_marks = [each for each in open_marks if each[0] != '"']
            open_marks.append((mark, at + 1))
            del open_marks[:-_DEEPEST]
    return pairs, open_marks[0] if open_marks and open_marks[0][0] not in "‘'" else None


def _has_partner(open_marks: Sequence[tuple[str, int]], mark: str) -> bool:
    return mark in CLOSING[open_marks[-1][0]] or any(mark in CLOSING[opener] for opener, _ in open_marks)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets without the spaces that set the marks off."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _run(texts: Sequence[str], number: int, mark: str, start: int) -> tuple[Passage, int] | None:
    """The passage that opens in one text and closes in a later one, and the offset of its closing mark there; ``None``
    where it closes nowhere near."""
    start, _ = _trimmed(texts[number], start, len(texts[number]))
    if start == len(texts[number]):
        return None
    opened_anew = False
    for last in range(number + 1, min(number + LONGEST_RUN, len(texts))):
        text = texts[last]
        begin = 1 if text.startswith(mark) else 0
        if begin == 0 and opened_anew:
            return None
        opened_anew = opened_anew or (begin == 1 and last == number + 1)
        for found in _MARKS.finditer(text, begin):
            if found[0] in "‘’'":
                continue
            if found[0] in CLOSING[mark] and _closes_run(text, found.start(), mark):
                _, end = _trimmed(text, begin, found.start())
                return (Passage(number, start, last, end), found.start()) if end > begin else None
            if found[0] == mark and not (begin or opened_anew):
                return None  # another pair begins, so the mark was a slip
    return None


def _closes_run(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 :]
    if not before:
        return False
    if mark == '"' and before.isspace():  # set off on both sides: what follows a close is a sentence's end or its rest
        rest = after.lstrip()
        return not rest or rest[0] in ",.;-–—)" or (text.count('"') % 2 == 1 and not rest[0].isupper())
    return not before.isspace() or mark != '"'


def _may_open(text: str, at: int) -> bool:
    """A mark that faces both ways opens with no word before it (an inch sign has a number there)."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or before.isalnum():
        return False
    if text[at] == "'":
        set_off = after.isspace() and not text[at + 1 :].lstrip().startswith("s ")  # but for a possessive's apostrophe
        return (not before or before.isspace() or before in '“"(:') and (not after.isspace() or set_off)
    return not after.isspace() or (text[at] == '"' and (not before or before.isspace()))


def _may_close(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == "“":
        return not before.isspace() and not after.isalnum()
    if text[at] == "'":
        return not after.isalnum() and (not before.isspace() or not after or after.isspace() or after in ",.;:?!")
    if text[at] == '"':
        return not after.isalnum() and not (
            before.isspace() and after and not after.isspace() and after not in ",.;:!?)"
        )
    return text[at] != "’" or not after.isalnum()
