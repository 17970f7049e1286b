"""Where is something said without quotation marks? Lines of dialogue, and interviews run into one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.speech.labels import ANSWERED, ASKED, is_speaker_label, talkers
from corpus.speech.passage import CLOSING, LONGEST_RUN, OPENING, Passage
from corpus.speech.patterns import LOWER, UPPER
from corpus.speech.sentences import sentence_ends
from corpus.speech.words import ADDRESS, AUXILIARIES, PLAINLY_SAID, SAID

_DASHED = re.compile(r"[-–—*]\s*(?=\S)")
_LABELLED = re.compile(
    rf"(?:[-–—*+]\s*)?(?P<label>[{UPPER}{LOWER}][^:“\"«?!;\n]{{0,70}}?)\s*:\s*(?P<said>\S.*)$", re.DOTALL
)
_SPOKEN = re.compile(r"[?!]|(?<!\w)(?:tôi|mình|chúng tôi|con|cháu|em|ạ|nhé|nhỉ|à|ừ|dạ|thưa|vâng)(?!\w)", re.IGNORECASE)
_VOICED = re.compile(r"!|(?<!\w)(?:dạ|thưa|vâng|ừ|ạ|ơi|nhé|nhỉ|hả|nghen|nha(?=\s*(?:[.,;…]|$)))(?!\w)", re.IGNORECASE)
"""What stands in talk alone."""

_TOLD = re.compile(
    rf"\s[-–—]\s(?:{ADDRESS}(?: [{UPPER}]\w*){{0,4}}|[{UPPER}]\w*(?: [{UPPER}]\w*){{0,4}}) (?:{AUXILIARIES} )?"
    rf"{SAID.pattern}[^-–—]{{0,80}}$"
)
_SPEAKS_IN_MARKS = re.compile(r":\s*[“\"«]")
_FEWEST_QUESTIONS = 3
_SHORTEST_ANSWER = 5
_LONGEST_QUESTION = 600
_NEXT_TURN = rf"\s[-–—]\s?(?=[{UPPER}])"
_QUESTION = re.compile(
    rf"(?:^|\s)[-–—]\s?(?=[{UPPER}])(?P<said>(?:(?!{_NEXT_TURN})[^?]){{5,{_LONGEST_QUESTION}}}\?)(?=\s)"
)
_IS_ANSWERED = re.compile(rf"\?\s[-–—]\s?[{UPPER}]")
_TURN = re.compile(rf"^\s*[-–—]\s?|{_NEXT_TURN}")


def dialogue(texts: Sequence[str]) -> Iterator[Passage]:
    """Lines of dialogue, and the questions and answers of interviews that are run into one paragraph."""
    asked = (number for number, text in enumerate(texts) if text.count("?") >= _FEWEST_QUESTIONS)
    interviews = {number: found for number in asked if (found := list(_interview(number, texts[number])))}
    for found in interviews.values():
        yield from found
    if any(text[:1] in "-–—*+" or ":" in text[:80] for text in texts):
        yield from (line for line in _lines(texts) if line.first not in interviews)


def _interview(number: int, text: str) -> Iterator[Passage]:
    """Questions behind dashes and what is answered to each, up to its last whole sentence (a caption may follow)."""
    if len(_IS_ANSWERED.findall(text)) < _FEWEST_QUESTIONS - 1:
        return
    questions = list(_QUESTION.finditer(text))
    if len(questions) < _FEWEST_QUESTIONS:
        return
    for at, question in enumerate(questions):
        yield Passage(number, question.start("said"), number, question.end("said"), ASKED)
        until = questions[at + 1].start() if at + 1 < len(questions) else len(text)
        begin = _TURN.match(text, question.end())
        start = begin.end() if begin else question.end() + 1
        if at + 1 == len(questions) and (thanks := _TURN.search(text, start)):
            until = thanks.start()
        ends = sentence_ends(text[start:until])
        end = start + ends[-1] if ends else until
        if end - start >= _SHORTEST_ANSWER:
            yield Passage(number, start, number, end, ANSWERED)


def _lines(texts: Sequence[str]) -> Iterator[Passage]:
    """Lines that a dash or a speaker's label opens; an answer runs to the next question."""
    if talking := talkers(texts):
        yield from _talk(texts, talking)
        return
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
            answers = _asks(ahead)
            is_told = group == at + 1 and (_announces(ahead) or _tells_who(texts[at]))
            if answers or is_told or _is_talk(texts[at:group], ahead, heard):
                is_asked = answers if group == at + 1 else _asks(texts[group - 2])
                last = _end_of_answer(texts, dashed, group, is_asked=is_asked) if is_asked or is_told else group - 1
                for each in range(at, group):
                    yield _line(texts, each, last if each == group - 1 else each, labels[each] or "")
            at = group
            continue
        at += 1


def _talk(texts: Sequence[str], talking: frozenset[str]) -> Iterator[Passage]:
    """The turns of a talk, each of which runs to the next label."""
    found = [_LABELLED.match(text) for text in texts]
    begins = [at for at, each in enumerate(found) if each is not None and each["label"] in talking]
    for at, until in zip(begins, [*begins[1:], len(texts)], strict=True):
        label = found[at]
        assert label is not None
        yield Passage(at, label.start("said"), until - 1, len(texts[until - 1].rstrip()), label["label"])


def _end_of_answer(texts: Sequence[str], dashed: Sequence[bool], begin: int, *, is_asked: bool) -> int:
    """The number of the last text of an answer whose next question stands near, behind a dash or before one.

    A star where the answer has a dash marks a question, too; an answer that was not asked for goes on to such a one
    alone. Where what stands near is no question, the answer has one text, and the story goes on behind it.
    """
    is_starred = texts[begin - 1].startswith("*")
    for at in range(begin, min(begin + LONGEST_RUN, len(texts))):
        if dashed[at] and texts[at].startswith("*") and not is_starred:
            return at - 1
        if is_asked and _asks(texts[at]) and (dashed[at] or _is_answer(texts, dashed, at + 1)):
            return at - 1
        if dashed[at]:
            break
    return begin - 1


def _is_answer(texts: Sequence[str], dashed: Sequence[bool], at: int) -> bool:
    return at < len(texts) and dashed[at] and not texts[at].startswith("*")


def _asks(text: str) -> bool:
    return text.rstrip().endswith("?")


def _tells_who(line: str) -> bool:
    """Whether a line tells behind another dash who says it (``- Đi thôi - ông lẩm bẩm.``).

    A point of a list that lets somebody speak in marks is no such line.
    """
    told = _TOLD.search(line)
    return told is not None and not _SPEAKS_IN_MARKS.search(line, 0, told.start())


def _label(text: str) -> str | None:
    """Who a line of dialogue is headed by; nobody where marks stand round all of the rest, which tell it themselves."""
    found = _LABELLED.match(text) if ":" in text[:80] else None
    if found is None or (found["said"][0] in OPENING and found["said"].rstrip(" ./")[-1:] in CLOSING[found["said"][0]]):
        return None
    label = found["label"].strip()
    return label if is_speaker_label(label) else None


def _is_talk(lines: Sequence[str], ahead: str, labelled: int) -> bool:
    """Whether lines that a dash opens are spoken, and no list: they ask, exclaim, or say ``I``."""
    if any(line.rstrip()[-1:] in ";," for line in lines):
        return False
    asked = sum(map(_asks, lines))
    if 0 < asked < len(lines) or (ahead.rstrip().endswith(":") and any(_VOICED.search(line) for line in lines)):
        return True
    spoken = sum(bool(_SPOKEN.search(line)) for line in lines)
    is_asked = _asks(ahead) or any("?" in line for line in lines)
    return bool(labelled or is_asked or _announces(ahead)) and 2 * spoken >= len(lines)


def _announces(text: str) -> bool:
    """Whether a text ends with a colon behind a verb of saying."""
    return text.rstrip().endswith(":") and bool(PLAINLY_SAID.search(text[-200:].lower()))


def _line(texts: Sequence[str], number: int, last: int, label: str) -> Passage:
    text = texts[number]
    found = _LABELLED.match(text) if label else None
    start = found.start("said") if found else _DASHED.match(text).end()  # type: ignore[union-attr]
    return Passage(number, start, last, len(texts[last].rstrip()), label)
