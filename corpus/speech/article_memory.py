"""What did the article say so far? Its texts as they are looked at, and what was found in them, each thing once.

Everything is made when it is first asked for, and kept only as long as the article is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

from corpus.speech.holders import Holders
from corpus.speech.names import Mention, mentions
from corpus.speech.passage import BLANK, Passage
from corpus.speech.patterns import LOWER
from corpus.speech.reported import speaker_and_subject
from corpus.speech.sentences import sentences

CONTEXT = 600
"""Characters on either side of a passage in which its speaker is looked for."""

_FARTHER = 1200
"""Characters before those in which the sentences of a long paragraph are looked at as well, where nobody is named."""

_MEMORY = 30_000
"""Characters of the article before a passage in which a name's full form and its office are looked for."""

_MOST_TEXTS = 100
"""Paragraphs in which everybody is looked for who is addressed with some word."""

_ENDS = tuple(".!?…")
_DASH_BEFORE_OFFICE = re.compile(
    r"[-–](?=(?:Trưởng|Phó|Giám đốc|Tổng|Chủ tịch|Chủ nhiệm|Bí thư|Hiệu|Chánh|Viện trưởng|Cục trưởng)\s)"
    rf"(?<=[{LOWER}][-–])"
)


def plain(text: str) -> str:
    """A text as it is looked at: composed, with plain spaces."""
    return _spaced(unicodedata.normalize("NFC", text))


class ArticleMemory:
    """The texts of one article; a text is asked for by its number."""

    def __init__(self, texts: Sequence[str], found: Sequence[Passage]) -> None:
        self._texts = texts
        self._spans = _spans(texts, found)
        self.last = len(texts) - 1
        self.holders = Holders(self.plain)
        self._plain: dict[int, str] = {}
        self._blanked: dict[int, str] = {}
        self._heard = 0, ""
        self._behind: dict[int, str] = {}
        self._sentences: dict[int, list[str]] = {}
        self._spoken: dict[str, tuple[Mention | None, Mention | None]] = {}
        self._people: dict[str, list[Mention]] = {}
        self._all_people: list[Mention] | None = None

    def plain(self, number: int) -> str:
        """A text as it is looked at."""
        if number not in self._plain:
            self._plain[number] = plain(self._texts[number])
        return self._plain[number]

    def blanked(self, number: int) -> str:
        """A text, character for character, with the passages that marks enclose blanked."""
        if number not in self._blanked:
            blanked = _with_blanks(self._texts[number], self._spans.get(number, []))
            self._blanked[number] = _spaced(blanked)
        return self._blanked[number]

    def blank_length(self, passage: Passage) -> int:
        """How many characters of the text in which a passage ends are blanked for it."""
        start = passage.start if passage.first == passage.last else 0
        return passage.end - start - (self._texts[passage.last][passage.end - 1 : passage.end] in _ENDS)

    def heard(self, number: int) -> str:
        """The article up to the end of a text, or as much of it as is remembered."""
        last, heard = self._heard
        if number < last or not heard:
            last, length = number + 1, 0
            while last > 0 and length < _MEMORY:
                last -= 1
                length += len(self.plain(last))
            heard = self.plain(last)
        if number != last:
            heard = "\n".join([heard, *map(self.plain, range(last + 1, number + 1))])
        self._heard = number, heard[-_MEMORY:]
        return self._heard[1]

    def whole(self, number: int) -> str:
        """The article up to the end of a text, as far as it is remembered, and as much of what follows."""
        heard = self.heard(number)
        if number not in self._behind:
            behind, length = [], 0
            for each in range(number + 1, self.last + 1):
                if length >= _MEMORY:
                    break
                behind.append(self.plain(each))
                length += len(behind[-1])
            self._behind = {number: "\n".join(behind)[:_MEMORY]}
        return f"{heard}\n{self._behind[number]}"

    def sentences(self, number: int) -> list[str]:
        """The last sentences of a text, blanked; none where there is no such text."""
        if number < 0:
            return []
        if number not in self._sentences:
            whole, begun = sentences(plain(self.blanked(number)[-CONTEXT:]))
            self._sentences[number] = [*whole, begun] if begun.strip() else whole
        return self._sentences[number]

    def end(self, number: int) -> str:
        """The last sentence of a text, blanked."""
        last = self.sentences(number)
        return last[-1].rstrip() if last else ""

    def back(self, passage: Passage, ahead: str, paragraphs: int) -> Iterator[tuple[int, str]]:
        """The sentences before a passage, the nearest first, each with the number of its text."""
        whole, begun = sentences(ahead)
        cut = passage.start - 1 - len(ahead)
        if ahead and cut > 0:  # a whole article may be one paragraph: its first sentence here is no whole one
            whole, begun = (whole[1:], begun) if whole else ([], "")
        yield from ((passage.first, sentence) for sentence in [begun, *reversed(whole)] if sentence.strip())
        if ahead and cut > 0:
            yield from self._farther(passage, len("".join([*whole, begun])))
        for number in range(passage.first - 1, max(passage.first - 1 - paragraphs, -1), -1):
            yield from ((number, sentence) for sentence in reversed(self.sentences(number)))

    def _farther(self, passage: Passage, seen: int) -> Iterator[tuple[int, str]]:
        """The sentences of a passage's own text before those that were seen there, the nearest first."""
        until = passage.start - 1 - seen
        whole, begun = sentences(plain(self.blanked(passage.first)[max(until - _FARTHER, 0) : until]))
        yield from ((passage.first, sentence) for sentence in reversed([*whole, begun]) if sentence.strip())

    def spoken(self, sentence: str) -> tuple[Mention | None, Mention | None]:
        """Who speaks in a sentence, and whom it is about."""
        if sentence not in self._spoken:
            self._spoken[sentence] = speaker_and_subject(sentence)
        return self._spoken[sentence]

    def addressed(self, address: str) -> list[Mention]:
        """Everybody whom the article addresses with a word, outside marks."""
        if self._all_people is None:
            blanked = islice(map(self.blanked, range(self.last + 1)), _MOST_TEXTS)
            self._all_people = [each for text in blanked for each in mentions(text[:_MEMORY]) if each.is_addressed]
        return [each for each in self._all_people if each.address == address]

    def people(self, sentence: str) -> list[Mention]:
        """Everybody whom a sentence names."""
        if sentence not in self._people:
            self._people[sentence] = list(mentions(sentence, any_capitals=True))
        return self._people[sentence]


def _spaced(text: str) -> str:
    """A text with plain spaces alone; a line feed inside a paragraph is where a line was wrapped.

    A dash between a name and an office, set without spaces, is no part of either.
    """
    text = text.replace("\u00a0", " ").replace("\n", " ")
    return _DASH_BEFORE_OFFICE.sub(",", text) if "-" in text or "–" in text else text


def _spans(texts: Sequence[str], found: Sequence[Passage]) -> dict[int, list[tuple[int, int]]]:
    """Where in each text marks enclose something; a passage inside another is part of that one."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for passage in found:
        if passage.label is not None:
            continue
        for number in range(passage.first, passage.last + 1):
            start = passage.start if number == passage.first else 0
            end = passage.end if number == passage.last else len(texts[number])
            of_text = spans.setdefault(number, [])
            if not of_text or start >= of_text[-1][1]:
                of_text.append((start, end))
    return spans


def _with_blanks(text: str, spans: Sequence[tuple[int, int]]) -> str:
    if not spans:
        return text
    pieces, done = [], 0
    for start, end in spans:
        kept = end - (text[end - 1 : end] in _ENDS)  # tells that a sentence ends there
        pieces += [text[done:start], BLANK * (kept - start)]
        done = kept
    return "".join([*pieces, text[done:]])
