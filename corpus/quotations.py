"""Who said what? The passages in quotation marks, told apart into speech and phrases, with their speakers.

The marks decide where a passage is (a pair in one paragraph, or one that is opened anew in each paragraph and closed
in the last); the words round it decide what it is. A passage is speech where a verb of saying and a speaker stand
beside it, or where it makes up a paragraph's opening sentence; all else is a phrase: a slogan, a name, a term. Where
the speaker is not plain, there is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass

from corpus.article import Quotation, QuotationKind
from corpus.speakers import (
    UPPER,
    Speaker,
    SpeakerMemory,
    may_stand_after,
    may_stand_before,
    speaker_after,
    speaker_before,
)

_CLOSING = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "”": "”"}
_KINDS_OF_MARKS = '“”„«»"‘’'
_MARKS = re.compile(f"[{_KINDS_OF_MARKS}]")
_LONGEST_RUN = 6
"""Paragraphs over which one quotation may run before an unclosed mark counts as a slip of the keyboard."""

_DEEPEST = 4
"""Pairs inside one another; beyond that the outermost open mark is taken for a slip."""

_CONTEXT = 1000
"""Characters on either side of a passage in which its speaker is looked for."""

_DIALOGUE = re.compile(r"^[-–—]\s*(?P<label>[^:“\"]{2,60}):\s*(?P<said>\S.*)$", re.DOTALL)
_LABEL = re.compile(r"^[-–—]\s*([^:“\"]{2,60}):\s*$")
_QUOTED = re.compile('[“„«"][^“”„«»"]*[”»"]')  # other passages are not the words round this one
_SENTENCE_BEGIN = re.compile(rf"(?<=[.!?…])[”\"»’]?\s+(?=[{UPPER}“\"])")
_SENTENCE_END = re.compile(r"[.!?…][”\"»’)]*\s|[.!?…]$")


@dataclass(frozen=True, slots=True)
class _Passage:
    """Offsets of what stands between a pair of marks; ``first`` and ``last`` number the texts it opens and ends in."""

    first: int
    start: int
    last: int
    end: int


def quotations(lead: str | None, paragraphs: tuple[str, ...]) -> tuple[Quotation, ...]:
    """The quotations of an article in the order in which they open; a nested one follows the one that holds it."""
    texts = ([lead] if lead else []) + list(paragraphs)
    shift = 1 if lead else 0
    memory = SpeakerMemory()
    found = []
    heard = 0
    for passage in sorted(_passages(texts), key=lambda passage: (passage.first, passage.start)):
        for text in texts[heard : passage.first + 1]:
            memory.hear(_plain(text))
        heard = max(heard, passage.first + 1)
        found.append(_read(passage, texts, shift, memory))
    return tuple(found)


def _passages(texts: list[str]) -> Iterator[_Passage]:
    whole = "\n".join(texts)
    marks = [mark for mark in _KINDS_OF_MARKS if mark in whole]  # an article has one or two kinds, if any
    number = 0
    while number < len(texts):
        if dialogue := _DIALOGUE.match(texts[number]):
            start, end = dialogue.span("said")
            if not _MARKS.match(texts[number][start]):
                yield _Passage(number, start, number, end)
        if any(mark in texts[number] for mark in marks):
            number = yield from _paired(texts, number)
        number += 1


def _paired(texts: list[str], number: int) -> Generator[_Passage, None, int]:
    """Yields the pairs that open in one text; returns the number of the last text that they use up."""
    text = texts[number]
    open_marks: deque[tuple[str, int]] = deque(maxlen=_DEEPEST)
    for found in _MARKS.finditer(text):
        mark, at = found[0], found.start()
        if open_marks and _may_close(text, at) and any(mark in _CLOSING[opener] for opener, _ in open_marks):
            while True:  # an open mark above the partner of this one was a slip
                opener, start = open_marks.pop()
                if mark in _CLOSING[opener]:
                    break
            if text[start:at].strip():
                yield _Passage(number, start, number, at)
        elif mark in "“„«‘" or (mark in '"”' and _may_open(text, at)):
            if mark == "‘" and not _may_open(text, at):
                continue
            open_marks.append((mark, at + 1))
    if len(open_marks) == 1 and not text[: open_marks[0][1] - 1].strip() and text[open_marks[0][1] :].strip():
        mark, start = open_marks[0]
        for last in range(number + 1, min(number + _LONGEST_RUN, len(texts))):
            following = texts[last]
            if not following.startswith(mark):
                break
            close = next((m.start() for m in _MARKS.finditer(following, 1) if m[0] in _CLOSING[mark]), None)
            if close is not None:
                yield _Passage(number, start, last, close)
                return last
    return number


def _may_open(text: str, at: int) -> bool:
    """A mark that faces both ways opens only with a word behind it and none before it (an inch sign has a number)."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(after) and not after.isspace() and not before.isalnum()


def _may_close(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] in '’"' and after.isalnum():
        return False
    return text[at] != "’" or not (before.isalnum() and after.isalnum())


def _read(passage: _Passage, texts: list[str], shift: int, memory: SpeakerMemory) -> Quotation:
    pieces = texts[passage.first : passage.last + 1]
    if len(pieces) == 1:
        said = pieces[0][passage.start : passage.end]
    else:
        inner = [piece[1:] for piece in pieces[1:-1]]
        said = "\n".join([pieces[0][passage.start :], *inner, pieces[-1][1 : passage.end]])
    before = _plain(pieces[0][max(passage.start - _CONTEXT, 0) : passage.start])
    after = _plain(pieces[-1][passage.end : passage.end + _CONTEXT])
    speaker, kind = _attribute(before, said, after, memory)
    return Quotation(
        text=said,
        kind=kind,
        speaker=speaker.name,
        role=speaker.role,
        paragraph=passage.first - shift if passage.first >= shift else None,
        start=passage.start,
        end=passage.end,
        last_paragraph=passage.last - shift if passage.last >= shift else None,
    )


def _attribute(before: str, said: str, after: str, memory: SpeakerMemory) -> tuple[Speaker, QuotationKind]:
    if not after and (label := _LABEL.match(before)):
        return memory.resolve_label(label[1]), QuotationKind.SPEECH
    ahead, behind = before[:-1], after[1:]  # without the marks
    if may_stand_after(behind, said):
        sentence = _SENTENCE_END.split(_QUOTED.sub("“”", behind), maxsplit=1)[0]
        if (speaker := speaker_after(sentence)) is not None:
            return memory.resolve(speaker, _QUOTED.sub("“”", before)), QuotationKind.SPEECH
    if may_stand_before(ahead):
        nearby = _QUOTED.sub("“”", before)
        sentence = _SENTENCE_BEGIN.split(nearby[:-1])[-1]
        if (speaker := speaker_before(sentence, said)) is not None:
            return memory.resolve(speaker, nearby), QuotationKind.SPEECH
    alone = not ahead.strip(" -–—") and (said.rstrip()[-1:] in ".!?…,") and len(said.split()) >= 6
    return Speaker(None, None), QuotationKind.SPEECH if alone else QuotationKind.PHRASE


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\u00a0", " ")
