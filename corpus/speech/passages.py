"""Where is something quoted? Pairs of marks, runs over several paragraphs, and the lines of dialogue.

A mark that faces one way is taken at its word where a partner stands for it; one that faces both ways (``"``) opens or
closes by what stands beside it, and by turns where it is set off with spaces on both sides. A pair that opens in one
paragraph may close in a later one: opened anew at the head of each paragraph, as newspapers print it, or only once. A
mark without a partner opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.speech.labels import is_speaker_label
from corpus.speech.patterns import LOWER, UPPER
from corpus.speech.words import PLAINLY_SAID

_CLOSING = {"“": '”“"', "„": "“”", "«": "»", "‘": "’", '"': '"”', "”": "”", "'": "'"}
_OPENING = frozenset('“„«"')
_KINDS_OF_MARKS = "“”„«»\"‘’'"
_MARKS = re.compile(f"[{_KINDS_OF_MARKS}]")
_LONGEST_RUN = 12
"""Paragraphs over which one quotation may run before an unclosed mark counts as a slip of the keyboard."""

_DEEPEST = 4
"""Pairs inside one another; beyond that the outermost open mark is taken for a slip."""

_DASHED = re.compile(r"[-–—*]\s*(?=\S)")
_LABELLED = re.compile(
    rf"(?:[-–—*+]\s*)?(?P<label>[{UPPER}{LOWER}][^:“\"«?!;\n]{{0,70}}?)\s*:\s*(?P<said>\S.*)$", re.DOTALL
)
_SPOKEN = re.compile(r"[?!]|(?<!\w)(?:tôi|mình|chúng tôi|con|cháu|em|ạ|nhé|nhỉ|à|ừ|dạ|thưa|vâng)(?!\w)", re.IGNORECASE)


class Passage(NamedTuple):
    """Offsets of what is quoted, without its marks; ``first`` and ``last`` number the texts it opens and ends in.

    ``label`` is who a line of dialogue is headed by, ``""`` where the line has a dash alone, ``None`` where marks stand
    round the passage.
    """

    first: int
    start: int
    last: int
    end: int
    label: str | None = None


def passages(texts: Sequence[str]) -> list[Passage]:
    """All passages of some texts in the order in which they open, each followed by those inside it."""
    found = list(_marked(texts))
    if any(text[:1] in "-–—*+" or ":" in text[:80] for text in texts):
        found += _dialogue(texts)
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
                if mark in _CLOSING[opener]:
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
    return mark in _CLOSING[open_marks[-1][0]] or any(mark in _CLOSING[opener] for opener, _ in open_marks)


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
    for last in range(number + 1, min(number + _LONGEST_RUN, len(texts))):
        text = texts[last]
        begin = 1 if text.startswith(mark) else 0
        if begin == 0 and opened_anew:
            return None
        opened_anew = opened_anew or (begin == 1 and last == number + 1)
        for found in _MARKS.finditer(text, begin):
            if found[0] in "‘’'":
                continue
            if found[0] in _CLOSING[mark] and _closes_run(text, found.start(), mark):
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


def _dialogue(texts: Sequence[str]) -> Iterator[Passage]:
    """Lines that a dash or a speaker's label opens; an answer runs to the next question."""
    labels = [_label(text) for text in texts]
    heard = sum(label is not None for label in labels)
    dashed = [text[:1] in "-–—*" and bool(_DASHED.match(text)) for text in texts]
    at = 0
    while at < len(texts):
        label = labels[at]
        if label is not None and (heard > 1 or dashed[at]):
            yield _line(texts, at, at, label)
        elif dashed[at]:
            group = at
            while group < len(texts) and dashed[group]:
                group += 1
            ahead = texts[at - 1] if at else ""
            answers = ahead.rstrip().endswith("?")
            if answers or _is_talk(texts[at:group], ahead, heard):
                last = (
                    _end_of_answer(dashed, group)
                    if answers or (texts[group - 2 : group - 1] and texts[group - 2].rstrip().endswith("?"))
                    else group - 1
                )
                for each in range(at, group):
                    yield _line(texts, each, last if each == group - 1 else each, labels[each] or "")
            at = group
            continue
        at += 1


def _end_of_answer(dashed: Sequence[bool], begin: int) -> int:
    """The number of the last text of an answer whose next question, also behind a dash, stands near; else its first."""
    following = next((at for at in range(begin, min(begin + _LONGEST_RUN, len(dashed))) if dashed[at]), None)
    return begin - 1 if following is None else following - 1


def _label(text: str) -> str | None:
    """Who a line of dialogue is headed by; nobody where marks stand round all of the rest, which tell it themselves."""
    found = _LABELLED.match(text) if ":" in text[:80] else None
    if found is None or (
        found["said"][0] in _OPENING and found["said"].rstrip(" ./")[-1:] in _CLOSING[found["said"][0]]
    ):
        return None
    label = found["label"].strip()
    return label if is_speaker_label(label) else None


def _is_talk(lines: Sequence[str], ahead: str, labelled: int) -> bool:
    """Whether lines that a dash opens are spoken, and no list: they ask, exclaim, or say ``I``."""
    if any(line.rstrip()[-1:] in ";," for line in lines):
        return False
    spoken = sum(bool(_SPOKEN.search(line)) for line in lines)
    announced = ahead.rstrip().endswith(":") and PLAINLY_SAID.search(ahead[-200:])
    return bool(
        labelled or announced or any("?" in line for line in lines) or ahead.rstrip().endswith("?")
    ) and 2 * spoken >= len(lines)


def _line(texts: Sequence[str], number: int, last: int, label: str) -> Passage:
    text = texts[number]
    found = _LABELLED.match(text) if label else None
    start = found.start("said") if found else _DASHED.match(text).end()  # type: ignore[union-attr]
    return Passage(number, start, last, len(texts[last].rstrip()), label)
