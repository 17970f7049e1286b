"""Whom does an article mean by a description (``Trưởng xóm``, ``chiến lược gia người Pháp``, ``vị này``)?

Whoever holds the office anywhere in the article up to there, and in its lead behind it; else, where the words tell of a
place or of many, whom the sentence right before is about, or whoever spoke last.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from corpus.speech.article_memory import ArticleMemory
from corpus.speech.descriptions import OF_MANY, belong_apart, said_otherwise
from corpus.speech.known_people import NOBODY, KnownPeople, Speaker
from corpus.speech.names import Mention
from corpus.speech.offices import OFFICE
from corpus.speech.passage import Passage
from corpus.speech.sources import Kin, Pronoun, Representative, agrees

_LEAD = 1
"""The last text that may tell an office alone, whose holder is named behind it."""

_BEHIND_LEAD = 2
"""Texts behind it in which the holder is looked for."""

_LONGEST_OFFICE = 6
"""Words of a description that are compared with the offices of people."""


class Described:
    """The people of one article by what it calls them."""

    def __init__(self, memory: ArticleMemory, people: KnownPeople) -> None:
        self._memory = memory
        self._people = people

    def holder(self, source: Pronoun | Kin, passage: Passage) -> Speaker | None:
        """The person whom the article gave this office, by these words for it or by others."""
        others = [] if isinstance(source, Representative) else said_otherwise(source.words)
        for words in (source.words, *others):
            holder = next(self._holders(replace(source, words=words), passage), None)
            if holder is not None and not belong_apart(words, holder.role or "", holder.name):
                return self._people.named(holder, passage)
        return None

    def _holders(self, source: Pronoun | Kin, passage: Passage) -> Iterator[Mention]:
        """Whoever holds an office up to a passage, or right behind a lead that tells the office alone."""
        words = source.words.lower().split()[:_LONGEST_OFFICE]
        numbers = [(passage.first, passage.start)]
        is_one = isinstance(source, Pronoun) and not OF_MANY.match(source.words) and " của " not in source.words
        if is_one and passage.first <= _LEAD:
            last = min(passage.first + _BEHIND_LEAD, self._memory.last)
            numbers += [(each, 0) for each in range(passage.first + 1, last + 1)]
        found = (self._memory.holders.holder(words, number, until) for number, until in numbers)
        return (each for each in found if each is not None)

    def nearest(self, source: Pronoun, passage: Passage, ahead: str, last: tuple[Passage, Speaker] | None) -> Speaker:
        """Whoever spoke last, where a description that tells of a place or of many may only be theirs.

        They hold the office with which it begins, or no office is known of them and nobody else was named as a speaker.
        Nearer is whoever holds that office in the sentence right before.
        """
        office = OFFICE.match(source.words)
        offices = (office[0].lower(), *said_otherwise(office[0].lower())) if office else ()
        near = self._right_before(passage, ahead, source.words)
        if near and near.role is None and not OF_MANY.match(source.words) and agrees(source, near.sex, None):
            return near  # whose office the article does not tell otherwise
        is_held = near and near.role and near.role.lower().startswith(offices)
        if near and is_held and not belong_apart(source.words, near.role or "", near.name):
            return near
        if last is None or last[1].name is None or not last[1].is_person:
            return NOBODY
        speaker = last[1]
        if office is None:
            return NOBODY
        if speaker.role is None:
            is_alone = self._people.speaking == {speaker.name} and not OF_MANY.match(source.words)
            return speaker if is_alone else NOBODY
        has_it = any(each in speaker.role.lower() for each in offices)
        return speaker if has_it and not belong_apart(source.words, speaker.role, speaker.name) else NOBODY

    def _right_before(self, passage: Passage, ahead: str, words: str) -> Speaker | None:
        """Whom the last whole sentence before a passage is about, in its paragraph or, where it begins one, above.

        Before the sentence that tells the words for whoever speaks, it is whoever is named there with an office.
        """
        for at, (_, sentence) in enumerate(islice(self._memory.back(passage, ahead, 1), 2)):
            person = self._people.person_in(sentence, passage)
            found = self._people.named(person, passage) if person is not None else None
            if found is not None or words not in sentence:
                return found if at == 0 or (found and found.role) else None
        return None
