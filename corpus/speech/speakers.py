"""Who is the speaker of a passage? A person under the fullest name, whoever holds an office, or whoever is meant.

An attribution may name nobody (``ông nói``, ``nữ ca sĩ cười``), or stand nowhere, where a passage goes on with the
words of somebody. Then the sentences before are asked from the nearest one on: whom they let speak, whom they are
about, and who spoke last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice

from corpus.speech.article_memory import BLANK, ArticleMemory
from corpus.speech.capital_words import is_vietnamese
from corpus.speech.names import Mention, is_full_name
from corpus.speech.offices import OFFICE, is_rank
from corpus.speech.passage import Passage
from corpus.speech.patterns import UPPER, either
from corpus.speech.people import has_title, is_known, is_place, longest_form, role_of
from corpus.speech.reported import names_nobody, stands_for, told_by
from corpus.speech.sentences import begun
from corpus.speech.sources import ANYBODY, Body, Nobody, Pronoun, Source, agrees

_PARAGRAPHS_BACK = 4
"""How far back a pronoun may reach."""

_KIN = frozenset("mẹ bố vợ chồng".split()) | {"bà xã", "ông xã", "con trai", "con gái", "bạn trai", "bạn gái"}
_OFTEN = 3
"""Times that an article names somebody without any title."""

_MANY = either(
    """
    cán bộ, lãnh đạo, đại diện, nhân viên, bảo vệ, công nhân, phụ huynh, chủ, người dân, giáo viên, tài xế, khách,
    phát ngôn viên, người phát ngôn
    """
)
_OF_MANY = re.compile(rf"{_MANY}(?!\w)", re.IGNORECASE)
"""Offices that many hold, so that the words alone point to nobody."""

_FROM = re.compile(rf"(?<!\w)người(?: [{UPPER}]\w*)+")
"""Where somebody comes from (``tiền đạo người Pháp``), which does not tell of another place."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a passage; without a name where nobody can be told."""

    name: str | None
    role: str | None
    sex: str | None = None
    address: str | None = None
    is_person: bool = True


NOBODY = Speaker(None, None)


class Speakers:
    """The speakers of one article, as far as it was looked at."""

    def __init__(self, memory: ArticleMemory) -> None:
        self._memory = memory
        self._known: set[str] = set()
        self._sexes: dict[str, str] = {}
        self._forms: dict[str, tuple[int, str]] = {}
        self._roles: dict[str, tuple[int, str | None]] = {}
        self.last: tuple[Passage, Speaker] | None = None

    def remember(self, passage: Passage, speaker: Speaker) -> None:
        """Keep in mind who said a passage."""
        self.last = passage, speaker

    def resolved(self, source: Source, passage: Passage, ahead: str) -> Speaker:
        """The speaker whom an attribution tells; ``ahead`` is the text of the passage before it."""
        if isinstance(source, Mention):
            speaker = self.named(source, passage)
            if speaker.name is not None:
                self._known.add(speaker.name)
            return speaker
        if isinstance(source, Body):
            return Speaker(source.name, None, is_person=False)
        if isinstance(source, Nobody):
            return NOBODY if source.is_told else self._known_in(begun(ahead), passage) or NOBODY
        if (described := self._described(source, passage)) is not None:
            return described
        if source.address is None and (_names_a_place(source.words) or _OF_MANY.match(source.words)):
            return self._described_last(source)
        return self.spoken_of(passage, ahead, source) or NOBODY

    def named(self, mention: Mention, passage: Passage) -> Speaker:
        """The person under the fullest name and with the office that the article gave up to here."""
        heard = self.heard(passage)
        name = self._fullest(mention.name, passage)
        if _is_kin(mention, heard):
            return NOBODY
        is_bare = name == mention.name and not mention.is_marked and " " not in name
        if is_bare and is_vietnamese(name) and not is_known(name, heard):
            return NOBODY  # a word with a capital because the sentence begins there
        role = mention.role
        if role is None or is_rank(role):
            role = self._role_of(name, passage) or role
        return Speaker(name, role, mention.sex or self._sexes.get(name), mention.address)

    def _described_last(self, source: Pronoun) -> Speaker:
        """Whoever spoke last, where a description that tells of a place or of many may only be theirs.

        They hold the office with which it begins, or no office is known of them and nobody else was named as a speaker.
        """
        last = self.last[1] if self.last is not None else NOBODY
        office = OFFICE.match(source.words)
        if last.name is None or not last.is_person or office is None:
            return NOBODY
        if last.role is None:
            is_alone = self._known == {last.name} and not _OF_MANY.match(source.words)
            return last if is_alone else NOBODY
        return last if office[0].lower() in last.role.lower() else NOBODY

    def _fullest(self, name: str, passage: Passage) -> str:
        """The fullest form of a name up to a passage; only what the article said since is looked at anew."""
        until, form = self._forms.get(name, (-1, name))
        if until < 0 or passage.last < until:
            form = longest_form(name, self.heard(passage))
        elif passage.last > until:
            since = "\n".join(map(self._memory.plain, range(until + 1, passage.last + 1)))
            longer = longest_form(name, since) if name in since else name
            form = longer if longer != name else form
        self._forms[name] = passage.last, form
        return form

    def _role_of(self, name: str, passage: Passage) -> str | None:
        """The office that the article gave somebody first; one who has none is asked for anew in each paragraph."""
        until, role = self._roles.get(name, (-1, None))
        if role is None and until != passage.last:
            role = role_of(name, self.heard(passage))
        self._roles[name] = passage.last, role
        return role

    def _described(self, source: Pronoun, passage: Passage) -> Speaker | None:
        """The person whom the article gave this office (``Trưởng xóm``) up to here."""
        holder = self._memory.holders.holder(source.words.lower().split()[:6], passage.first, passage.start)
        return None if holder is None else self.named(holder, passage)

    def _is_person(self, mention: Mention, passage: Passage) -> bool:
        """Whether a name is a person's, by what stands beside it or by what the article says elsewhere."""
        if mention.is_marked:
            return True
        heard = self.heard(passage)
        if is_place(mention.name, heard):
            return False
        if mention.role is not None or is_full_name(mention.name) or mention.name in self._known:
            return True
        full = self._fullest(mention.name, passage)
        return (
            len(full) > len(mention.name)
            or full in self._known
            or has_title(mention.name, heard)
            or (" " in mention.name and heard.count(mention.name) >= _OFTEN)
        )

    def heard(self, passage: Passage) -> str:
        """The article up to the end of the paragraph in which a passage ends."""
        return self._memory.heard(passage.last)

    def goes_on(self, passage: Passage, ahead: str) -> Speaker:
        """Whoever spoke last, in marks or in reported speech, where nothing but their words stands between."""
        for number, sentence in islice(self._memory.back(passage, ahead, 1), 2):
            if names_nobody(sentence):
                return NOBODY
            if (person := self._person_in(sentence, passage)) is not None:
                return self.named(person, passage)
            if BLANK in sentence and self.last is not None and self.last[0].last == number:
                return self.last[1]
            if (pronoun := stands_for(sentence)) is not None:
                return self.spoken_of(passage, ahead, pronoun) or NOBODY
            if (source := told_by(sentence)) is not None:
                return self.resolved(source, passage, ahead)
        if self.last is not None and passage.first - self.last[0].last <= 1:
            return self.last[1]
        return NOBODY

    def spoken_of(
        self, passage: Passage, ahead: str, pronoun: Pronoun = ANYBODY, back: int = _PARAGRAPHS_BACK
    ) -> Speaker | None:
        """Whom a pronoun may mean: the nearest who is a sentence's subject or speaker, or is addressed with the word.

        Somebody who is addressed with another word (``anh``, where it is ``ông``) is meant only where nobody else is.
        """
        otherwise: Speaker | None = None
        asked: list[str] = []
        for number, sentence in self._memory.back(passage, ahead, back):
            if names_nobody(sentence):
                return otherwise
            asked.append(sentence)
            person = self._person_in(sentence, passage)
            is_possible = person is not None and agrees(pronoun, person.sex, person.address)
            found = self.named(person, passage) if person is not None and is_possible else NOBODY
            if found.name is None and BLANK in sentence and self.last is not None and self.last[0].last == number:
                found = self.last[1] if self.last[1].is_person else NOBODY
            if found.name is not None and agrees(pronoun, found.sex, found.address):
                if pronoun.address is None or found.address in (None, pronoun.address):
                    return self._meant(found, pronoun)
                otherwise = otherwise or found
            if (addressed := self._addressed(sentence, pronoun, passage)) is not None:
                return addressed
        last = self.last[1] if self.last is not None else NOBODY
        if otherwise is None and last.name is not None and not any(BLANK in sentence for sentence in asked):
            titled = (self._only_titled(sentence, pronoun, passage) for sentence in asked)
            otherwise = next((each for each in titled if each is not None), None)  # nearer than whoever spoke last
        if otherwise is None and last.name is not None and last.is_person and agrees(pronoun, last.sex, last.address):
            return self._meant(last, pronoun)
        return otherwise

    def _meant(self, speaker: Speaker, pronoun: Pronoun) -> Speaker:
        """Somebody of whom a pronoun told the sex."""
        if speaker.sex is None and speaker.name is not None and pronoun.sex is not None:
            self._sexes[speaker.name] = pronoun.sex
            return replace(speaker, sex=pronoun.sex)
        return speaker

    def _addressed(self, sentence: str, pronoun: Pronoun, passage: Passage) -> Speaker | None:
        """Whom a sentence addresses with the word that the pronoun is, whatever it tells of them."""
        if pronoun.address is None or f"{pronoun.address} " not in sentence.lower():
            return None
        people = self._memory.people(sentence)
        return next((self.named(each, passage) for each in reversed(people) if each.address == pronoun.address), None)

    def _only_titled(self, sentence: str, pronoun: Pronoun, passage: Passage) -> Speaker | None:
        """The only one whom a sentence names with an office, whatever it tells of them."""
        titled = [each for each in self._memory.people(sentence) if each.is_marked and each.role is not None]
        if len(titled) != 1 or not agrees(pronoun, titled[0].sex, titled[0].address):
            return None
        return self.named(titled[0], passage)

    def _known_in(self, sentence: str, passage: Passage) -> Speaker | None:
        """The one in a sentence who spoke before, where only one did."""
        known = [each for each in self._memory.people(sentence) if self._fullest(each.name, passage) in self._known]
        return self.named(known[0], passage) if len({each.name for each in known}) == 1 else None

    def _person_in(self, sentence: str, passage: Passage) -> Mention | None:
        """Whom a sentence lets speak, or else is about."""
        person, about = self._memory.spoken(sentence)
        if person is not None and (
            " " in person.name or not is_vietnamese(person.name) or self._is_person(person, passage)
        ):
            return person
        return about if about is not None and self._is_person(about, passage) else None


def _is_kin(mention: Mention, heard: str) -> bool:
    """Whether a name stands behind a word for kin and also elsewhere without it, so that it is of whom the kin is."""
    tie = mention.address or (mention.role or "").lower()
    if tie not in _KIN:
        return False
    return heard.count(mention.name) > heard.lower().count(f"{tie} {mention.name.lower()}")


def _names_a_place(words: str) -> bool:
    """Whether a description tells of where its bearer belongs, and so may be of somebody else."""
    words = _FROM.sub("", words)
    return words[1:] != words[1:].lower()
