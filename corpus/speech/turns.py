"""Who speaks a line of dialogue? Its label, what it tells at its end, whose turn it is, or who is interviewed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.speech.article_memory import ArticleMemory, plain
from corpus.speech.attribution import before, behind
from corpus.speech.known_people import NOBODY, Speaker
from corpus.speech.labels import is_reporter, talkers
from corpus.speech.names import is_full_name, mentions
from corpus.speech.passage import Passage
from corpus.speech.people import longest_form, role_of
from corpus.speech.sources import Pronoun
from corpus.speech.speakers import Speakers
from corpus.speech.subjects import subject_before

_HEARD = 30_000
"""Characters before an interview in which the one who answers is looked for."""

_NARRATED = re.compile(r"(?<!\w)(?:tôi|chúng tôi)(?!\w)", re.IGNORECASE)
_TOLD = re.compile(r"\s[-–—]\s(?P<slot>[^-–—]{3,80})$")
_ASKS_SOMEBODY = re.compile(r"(?<!\w)(?:hỏi|bảo|nói với|gọi|quát)\s(?P<who>\S[^,;:]*):$", re.IGNORECASE)
_MEANT = re.compile(
    r"(?:ông|bà|anh|chị|cô|cụ|chú|bác|em|tôi|mình|lại|ngay|ngược|khẽ|thêm|to|nhỏ|một câu)(?!\w)", re.IGNORECASE
)
"""Who may be the one that the article is about, or no more than how somebody asks."""

_ADDRESSES = re.compile(
    r"(?<!\w)(?:ông|bà|bác|cụ|già|thầy|cô|chú|anh|chị)(?!\w)(?!.*(?<!\w)(?:cháu|con|em|mày|à)(?!\w))", re.IGNORECASE
)
"""A question of somebody who is told with respect, which the reporter asks."""

_LONGEST_QUESTION = 300


class Turns:
    """The lines of dialogue of one article, as far as it was looked at."""

    def __init__(
        self, texts: Sequence[str], found: Sequence[Passage], memory: ArticleMemory, speakers: Speakers
    ) -> None:
        self._texts = texts
        self._found = found
        self._memory = memory
        self._speakers = speakers
        self._answers: Speaker | None = None
        self._last = -2
        self._turn = 0
        self._first: Speaker | None = None
        self._near: Speaker | None = None
        self._talkers: frozenset[str] | None = None

    def speaker(self, passage: Passage) -> Speaker:
        """Who speaks a line of dialogue."""
        label = plain(passage.label or "")
        if self._talkers is None:
            self._talkers = talkers(self._texts)
        if passage.label in self._talkers:
            return Speaker(longest_form(label, self._memory.heard(passage.last)), None)
        named = next(mentions(label), None)
        if named is not None:
            return self._speakers.named(named, passage)
        if label and is_reporter(label):
            return NOBODY
        text = plain(self._texts[passage.first][passage.start : passage.end])
        if label:
            return (self._interviewed() if not text.endswith("?") else None) or NOBODY
        if passage.first != self._last + 1:
            self._begin(passage, text)
        self._last = passage.last
        self._turn += 1
        told = _TOLD.search(text)
        source = behind(", " + told["slot"], text, begins_sentence=True) if told else None
        return self._speakers.resolved(source, passage, "") if source is not None else self._by_turn(passage, text)

    def _by_turn(self, passage: Passage, said: str) -> Speaker:
        """The lines go from one to the other: ``Bà Mùi hỏi:``, her words, an answer, and her words again."""
        if self._first is not None:
            if self._turn % 2 == 1:
                return self._first
            if self._near is NOBODY:
                return NOBODY
            other = self._interviewed()
            return other if other is not None and other.name != self._first.name else NOBODY
        if said.endswith("?") or not self._memory.end(passage.first - 1).endswith("?"):
            return NOBODY
        return self._near or self._interviewed() or NOBODY

    def _begin(self, passage: Passage, said: str) -> None:
        """Looks at the paragraph before a dialogue, which may let somebody speak or be about somebody."""
        self._turn, self._first, self._near = 0, None, None
        if passage.first == 0:
            return
        above = self._memory.end(passage.first - 1).lstrip()
        if above.endswith(":"):
            source = before(above, said) or subject_before(above[:-1])
            self._first = self._speakers.resolved(source, passage, "") if source is not None else None
            asked = _ASKS_SOMEBODY.search(above)
            is_pronoun = isinstance(source, Pronoun) and source.address is not None  # so it may be the other's
            is_unknown = is_pronoun and self._first is not None and self._first.name is None
            if is_unknown or (asked is not None and not self._is_meant(asked["who"])):
                self._near = NOBODY
            return
        if above.endswith("?"):
            return
        self._near = self._speakers.nearest(passage)
        is_told = _NARRATED.search(self._memory.blanked(passage.first - 1)) and passage.first < len(self._texts) - 1
        if is_told and not (said.endswith("?") and _ADDRESSES.search(said[-_LONGEST_QUESTION:])):
            self._first = self._near

    def _is_meant(self, who: str) -> bool:
        """Whether somebody who is asked may be the one whom the article is about."""
        if _MEANT.match(who) or next(mentions(who), None) is not None:
            return True
        answers = self._interviewed()
        return answers is not None and who.lower() in (answers.role or "").lower()

    def _interviewed(self) -> Speaker | None:
        """Who answers the questions of an interview: whoever is named most before the first of them."""
        if self._answers is None:
            self._answers = self._most_named() or NOBODY
        if self._answers.name is None and self._speakers.last is not None:
            return self._speakers.last[1]
        return self._answers if self._answers.name is not None else None

    def _most_named(self) -> Speaker | None:
        first = next(passage for passage in self._found if passage.label is not None)
        ahead = [*self._texts[: first.first], self._texts[first.first][: first.start]]
        heard = plain("\n".join(ahead)[:_HEARD])
        named = [each for each in mentions(heard) if each.is_marked or is_full_name(each.name)]
        if not named:
            return None
        full = Counter(longest_form(each.name, heard) for each in named)
        name = max(full, key=lambda each: (full[each] + heard.count(each), is_full_name(each)))
        return Speaker(name, role_of(name, heard))
