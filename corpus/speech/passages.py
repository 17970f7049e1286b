"""Where is something quoted? Pairs of marks, runs over several paragraphs, and what is said without marks.

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
_SET_OFF = re.compile(r'"(?:(?<=\s")|(?<=^"))(?=[\s,.;:!?…)–-]|$)')
_SIGNS = frozenset(".,:;!?…")
_CLOSED_AHEAD = re.compile(r"\s*(?:[,.;–—-]|$)")
"""What follows a mark that closes the paragraph before its own."""

_LONGEST_INSIDE = 14
"""Words of a pair inside another one of the same marks."""

_SHORT_PAIR = re.compile(rf"(?<=\s)“\s*(?:[^\s“”]+\s+){{0,{_LONGEST_INSIDE - 1}}}[^\s“”]+\s*”")

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
        if _MARKS.search(texts[number]) is not None:
            pairs, unclosed = _pairs(texts[number], begin)
            if pairs and (outer := _outer(texts[number], begin)):
                pairs, unclosed = outer
            yield from (Passage(number, start, number, end) for start, end in pairs)
            found = _run(texts, number, *unclosed) if unclosed else None
        if found is None:
            number, begin = number + 1, 0
            continue
        run, number, begin = found
        yield run
        for between in range(run.first + 1, run.last + 1):
            inner, _ = _pairs(texts[between][: run.end] if between == run.last else texts[between], 1)
            yield from (Passage(between, start, between, end) for start, end in inner)


def _pairs(text: str, begin: int) -> tuple[list[tuple[int, int]], tuple[str, int] | None]:
    """The pairs that open and close in one text from an offset on, and the outermost mark that is left open."""
    open_marks: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    is_broken = False  # by an opening mark of the same kind
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
            is_broken = mark == '"' and any(opener == '"' for opener, _ in open_marks)
            if is_broken and text[at + 1].isspace():
                open_marks = [each for each in open_marks if each[0] != '"']
            open_marks.append((mark, at + 1))
            del open_marks[:-_DEEPEST]
    unclosed = open_marks[-1 if is_broken else 0] if open_marks else None
    return pairs, unclosed if unclosed and unclosed[0] not in "‘'" else None


def _outer(text: str, begin: int) -> tuple[list[tuple[int, int]], tuple[str, int] | None] | None:
    """Another reading of set-off marks than by turns: the first opens, and short pairs stand inside.

    ``" Many may say " I " and yet`` opens at its beginning, and ``I`` is the pair. It shows by what goes on in small
    letters behind each, and by the sign of a sentence before the last mark, or by that mark's being missing.
    """
    count = text.count('"', begin)
    if count < 3:
        return None
    marks = [found.start() for found in _SET_OFF.finditer(text, begin)]
    if len(marks) != count:
        return None
    ahead = text[begin : marks[0]].rstrip()
    if (ahead and not ahead.endswith(":")) or not text[marks[0] + 1 :].lstrip()[:1].isupper():
        return None
    inside = list(zip(marks[1::2], marks[2::2], strict=False))
    if not all(_is_inside(text, start, end) for start, end in inside):
        return None
    pairs = [_trimmed(text, start + 1, end) for start, end in inside]
    if len(marks) % 2:
        return pairs, ('"', marks[0] + 1)
    is_ended = text[: marks[-1]].rstrip()[-1:] in _SIGNS
    return ([_trimmed(text, marks[0] + 1, marks[-1]), *pairs], None) if is_ended else None


def _is_inside(text: str, start: int, end: int) -> bool:
    """Whether two set-off marks are a short pair in the middle of a sentence."""
    goes_on = text[end + 1 :].lstrip()
    is_short = 0 < len(text[start + 1 : end].split()) <= _LONGEST_INSIDE
    return is_short and text[:start].rstrip()[-1:] not in _SIGNS and (goes_on[:1].islower() or goes_on[:1] == ",")


def _has_partner(open_marks: Sequence[tuple[str, int]], mark: str) -> bool:
    return mark in CLOSING[open_marks[-1][0]] or any(mark in CLOSING[opener] for opener, _ in open_marks)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets without the spaces that set the marks off."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _run(texts: Sequence[str], number: int, mark: str, start: int) -> tuple[Passage, int, int] | None:
    """The passage that opens in one text and closes in a later one, and the text and the offset behind its closing
    mark; ``None`` where it closes nowhere near."""
    start, _ = _trimmed(texts[number], start, len(texts[number]))
    if start == len(texts[number]):
        return None
    opened_anew = False
    for last in range(number + 1, min(number + LONGEST_RUN, len(texts))):
        text = texts[last]
        if text[:1] in CLOSING[mark] and _CLOSED_AHEAD.match(text, 1):
            return Passage(number, start, last - 1, len(texts[last - 1].rstrip())), last, 1
        begin = 1 if text.startswith(mark) else 0
        if opened_anew != bool(begin) and last > number + 1:
            return None
        opened_anew = bool(begin)
        if not begin and _has_short_pairs(text, mark):
            continue
        behind = begin
        for found in _MARKS.finditer(text, begin):
            if found[0] in "‘’'" or found.start() < behind:
                continue
            if found[0] == mark == "“" and (inside := _SHORT_PAIR.match(text, found.start())):
                behind = inside.end()
                continue
            if found[0] in CLOSING[mark] and _closes_run(text, found.start(), mark):
                _, end = _trimmed(text, begin, found.start())
                return (Passage(number, start, last, end), last, found.end()) if end > begin else None
            if found[0] == mark and not begin and not _closes_later(text, found.end(), mark):
                return None  # another pair begins, so the mark was a slip
    return None


def _has_short_pairs(text: str, mark: str) -> bool:
    """Whether a text has nothing but short pairs of the marks with which a passage opened before it."""
    if mark != '"' or not text.count(mark) or text.count(mark) % 2:
        return False
    return all(len(piece.split()) <= _LONGEST_INSIDE for piece in text.split(mark)[1::2])


def _closes_run(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 :]
    if not before.isspace() or text[at] in "”»":
        return bool(before)
    if text[at] != '"':
        return False
    return _ends_sentence(after) or (  # set off on both sides: what follows a close is a sentence's end or its rest
        text.count(mark) % 2 == 1 and not after.lstrip()[0].isupper() and not _closes_later(text, at + 1, mark)
    )


def _closes_later(text: str, at: int, mark: str) -> bool:
    """Whether a set-off mark behind an offset closes for certain, after short pairs."""
    if mark != '"' or text.count(mark) % 2 == 0:
        return False
    return any(found.start() >= at and _ends_sentence(text[found.end() :]) for found in _SET_OFF.finditer(text, at))


def _ends_sentence(after: str) -> bool:
    """Whether what follows a set-off mark is a sentence's end or its rest."""
    rest = after.lstrip()
    return not rest or rest[0] in ",.;-–—)"


def _may_open(text: str, at: int) -> bool:
    """A mark that faces both ways opens with no word before it (an inch sign has a number there)."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or before.isalnum():
        return False
    if text[at] == "'":
        set_off = after.isspace() and not text[at + 1 :].lstrip().startswith("s ")  # but for a possessive's apostrophe
        return (not before or before.isspace() or before in '“"(:') and (not after.isspace() or set_off)
    return not after.isspace() or (text[at] == '"' and (not before or before.isspace() or before == "("))


def _may_close(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == "“":
        return not before.isspace() and not after.isalnum()
    if text[at] == "'":
        return not after.isalnum() and (not before.isspace() or not after or after.isspace() or after in ",.;:?!")
    if text[at] == '"':
        return not after.isalnum() and not (
            before.isspace() and after and not after.isspace() and after not in ",.;:!?…)"
        )
    return text[at] != "’" or not after.isalnum()
