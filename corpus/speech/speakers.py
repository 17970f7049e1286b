"""Who is the speaker of a passage? A person under the fullest name, whoever holds an office, or whoever is meant.

An attribution may name nobody (``ông nói``, ``nữ ca sĩ cười``), or stand nowhere, where a passage goes on with the
words of somebody. Then the sentences before are asked from the nearest one on: whom they let speak, whom they are
about, and who spoke last.
"""

from __future__ import annotations

import re
from itertools import islice

from corpus.speech.article_memory import ArticleMemory
from corpus.speech.bodies import Body, is_document, meant, speaks_alone
from corpus.speech.described import Described
from corpus.speech.descriptions import ANYBODY_TOLD, BELONGS_TO, OF_MANY, SPEAKS_FOR, names_a_place
from corpus.speech.known_people import NOBODY, KnownPeople, Speaker
from corpus.speech.names import Mention
from corpus.speech.passage import BLANK, Passage
from corpus.speech.reported import names_nobody, stands_for, teller, told_by
from corpus.speech.sentences import begun
from corpus.speech.sources import ANYBODY, Given, Kin, Nobody, Pronoun, Representative, Source, agrees

_PARAGRAPHS_BACK = 4
"""How far back a pronoun may reach."""

_SENTENCES_BACK = 4
"""Sentences in which a body that is only meant is looked for."""

_BLANKS = re.compile(f"{BLANK}+")


class Speakers:
    """The speakers of one article, as far as it was looked at."""

    def __init__(self, memory: ArticleMemory) -> None:
        self._memory = memory
        self._people = KnownPeople(memory)
        self._described = Described(memory, self._people)
        self.last: tuple[Passage, Speaker] | None = None

    def named(self, mention: Mention, passage: Passage) -> Speaker:
        """Somebody who is named, under the fullest name and with the office that the article gave up to a passage."""
        return self._people.named(mention, passage)

    def remember(self, passage: Passage, speaker: Speaker) -> None:
        """Keep in mind who said a passage."""
        self.last = passage, speaker

    def resolved(self, source: Source, passage: Passage, ahead: str) -> Speaker:
        """The speaker whom an attribution tells; ``ahead`` is the text of the passage before it."""
        if isinstance(source, Mention):
            speaker = self._people.named(source, passage)
            if speaker.name is not None:
                self._people.speaking.add(speaker.name)
            return speaker
        if isinstance(source, Given):
            told = self._people.of_given_name(source.name, passage)
            if told is None:
                told = self._known_in(begun(ahead), passage)
            return told or NOBODY
        if isinstance(source, Body):
            return self._body(source, passage, ahead)
        if isinstance(source, Kin):
            return self._described.holder(source, passage) or NOBODY
        if isinstance(source, Nobody):
            return NOBODY if source.is_told else self._known_in(begun(ahead), passage) or NOBODY
        if (described := self._described.holder(source, passage)) is not None:
            return described
        if BELONGS_TO.search(source.words):
            return NOBODY
        if isinstance(source, Representative):
            return Speaker(source.body.name, None, is_person=False)
        if ANYBODY_TOLD.match(source.words) and (spoken_for := self._represented(passage, ahead)) is not None:
            return spoken_for
        if source.address is None and (
            names_a_place(source.words) or (source.sex is None and OF_MANY.match(source.words))
        ):
            return self._described.nearest(source, passage, ahead, self.last)
        return self.spoken_of(passage, ahead, source) or NOBODY

    def _body(self, source: Body, passage: Passage, ahead: str) -> Speaker:
        """A body under its name; of one that is only meant, the nearest named of its kind, or whose writing it is."""
        if source.is_named and not is_document(source):
            return Speaker(source.name, None, is_person=False)
        for _, sentence in islice(self._memory.back(passage, ahead, 1), _SENTENCES_BACK):
            if (named := meant(source, sentence)) is not None:
                return Speaker(named.name, None, is_person=False)
        is_told = source.is_named or speaks_alone(source)
        return Speaker(source.name, None, is_person=False) if is_told else NOBODY

    def goes_on(self, passage: Passage, ahead: str) -> Speaker:
        """Whoever spoke last, in marks or in reported speech, where nothing but their words stands between."""
        if (spoken_for := self._represented(passage, ahead)) is not None:
            return spoken_for
        for number, sentence in islice(self._memory.back(passage, ahead, 1), 2):
            if names_nobody(sentence):
                return NOBODY
            if (person := self._people.person_in(sentence, passage)) is not None:
                return self._people.named(person, passage)
            if self.last is not None and self._spoke_in(sentence, number):
                return self.last[1]
            if (pronoun := stands_for(sentence)) is not None:
                return self.spoken_of(passage, ahead, pronoun) or NOBODY
            if (source := told_by(sentence)) is not None:
                return self.resolved(source, passage, ahead)
        if self.last is not None and passage.first - self.last[0].last <= 1:
            return self.last[1]
        return NOBODY

    def _represented(self, passage: Passage, ahead: str) -> Speaker | None:
        """The body for which somebody speaks in the sentence right before a passage (``Đại diện sở X cho biết …``)."""
        sentence = next((each for _, each in self._memory.back(passage, ahead, 1)), None)
        source = teller(sentence) if sentence is not None and SPEAKS_FOR.search(sentence) else None
        return Speaker(source.body.name, None, is_person=False) if isinstance(source, Representative) else None

    def spoken_of(
        self,
        passage: Passage,
        ahead: str,
        pronoun: Pronoun = ANYBODY,
        back: int = _PARAGRAPHS_BACK,
        but: str | None = None,
    ) -> Speaker | None:
        """Whom a pronoun may mean: the nearest who is a sentence's subject or speaker, or is addressed with the word.

        Somebody who is addressed with another word (``anh``, where it is ``ông``) is meant only where nobody else is;
        whose name is ``but`` is not.
        """
        otherwise: Speaker | None = None
        asked: list[str] = []
        for number, sentence in self._memory.back(passage, ahead, back):
            if names_nobody(sentence):
                return otherwise or self._addressed(sentence, pronoun, passage)
            asked.append(sentence)
            person = self._people.person_in(sentence, passage)
            is_possible = person is not None and agrees(pronoun, person.sex, person.address)
            found = self._people.named(person, passage) if person is not None and is_possible else NOBODY
            if person is None:
                found = self._people.given_in(sentence, passage) or NOBODY
            if found.name is None and self.last is not None and self._spoke_in(sentence, number):
                found = self.last[1] if self.last[1].is_person else NOBODY
            if but is not None and found.name == but:
                continue
            if found.name is not None and agrees(pronoun, found.sex, found.address):
                is_neutral = found.address == "đồng chí" and number == passage.first
                if pronoun.address is None or is_neutral or found.address in (None, pronoun.address):
                    return self._people.told_by(found, pronoun)
                otherwise = otherwise or found
            if (addressed := self._addressed(sentence, pronoun, passage)) is not None:
                return addressed
        last = self.last[1] if self.last is not None and self.last[1].name != but else NOBODY
        if otherwise is None and last.name is not None and last.is_person and agrees(pronoun, last.sex, last.address):
            return self._people.told_by(last, pronoun)
        if otherwise is None and pronoun.sex is not None:
            alone = (self._only_one(sentence, pronoun, passage) for sentence in asked)
            otherwise = next((each for each in alone if each is not None), None)
        if otherwise is None and but is None and not self._memory.people(begun(ahead)):
            otherwise = self._only_addressed(pronoun, passage)
        return otherwise

    def _spoke_in(self, sentence: str, number: int) -> bool:
        """Whether what was said last stands in a sentence of a text, and not some phrase in marks.

        It shows by its length; what is cut off where the sentence begins may be the rest of it.
        """
        if self.last is None or self.last[0].last != number or BLANK not in sentence:
            return False
        length = self._memory.blank_length(self.last[0])
        runs = _BLANKS.findall(sentence)
        return any(len(run) == length for run in runs) or (sentence.startswith(BLANK) and len(runs[0]) < length)

    def nearest(self, passage: Passage) -> Speaker | None:
        """Whom the paragraph before a passage tells of last; ``NOBODY`` where that is somebody without a name."""
        for _, sentence in self._memory.back(passage, "", 1):
            if names_nobody(sentence):
                return NOBODY
            person = self._people.person_in(sentence, passage)
            if person is not None and self._people.is_person(person, passage):
                return self._people.named(person, passage)
            pronoun = stands_for(sentence)
            if pronoun is not None and pronoun.address is not None:
                return self.spoken_of(passage, "", pronoun) or NOBODY
        return None

    def _addressed(self, sentence: str, pronoun: Pronoun, passage: Passage) -> Speaker | None:
        """Whom a sentence addresses with the word that the pronoun is, whatever it tells of them."""
        if pronoun.address is None or f"{pronoun.address} " not in sentence.lower():
            return None
        people = self._memory.people(sentence)
        return next(
            (self._people.named(each, passage) for each in reversed(people) if each.address == pronoun.address), None
        )

    def _only_addressed(self, pronoun: Pronoun, passage: Passage) -> Speaker | None:
        """The only one whom the whole article addresses with the word that the pronoun is, be it farther on."""
        if pronoun.address is None:
            return None
        found: dict[str, Mention] = {}
        for each in self._memory.addressed(pronoun.address):
            found.setdefault(each.name.split()[-1], each)
        return self._people.named(next(iter(found.values())), passage) if len(found) == 1 else None

    def _only_one(self, sentence: str, pronoun: Pronoun, passage: Passage) -> Speaker | None:
        """The only one whom a sentence names with a form of address or an office, whatever it tells of them."""
        subject = stands_for(sentence)
        marked = [each for each in self._memory.people(sentence) if each.is_marked]
        if len(marked) != 1 or (subject is not None and subject.address is not None):
            return None
        if marked[0].sex != pronoun.sex:
            return None
        found = self.named(marked[0], passage)
        return found if agrees(pronoun, found.sex, None) else None

    def _known_in(self, sentence: str, passage: Passage) -> Speaker | None:
        """The one in a sentence who spoke before, where only one did."""
        known = [
            each
            for each in self._memory.people(sentence)
            if self._people.fullest(each.name, passage) in self._people.speaking
        ]
        return self._people.named(known[0], passage) if len({each.name for each in known}) == 1 else None
