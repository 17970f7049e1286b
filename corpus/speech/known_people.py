"""Who is somebody whom the article names? The fullest name up to a passage, the office, the sex, and whether a person.

What is found out is kept, and later passages have to look only at what the article says since.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.speech.article_memory import ArticleMemory
from corpus.speech.capital_words import is_vietnamese
from corpus.speech.name_words import BIRTH_ORDER
from corpus.speech.names import Mention, is_full_name, sex_by_name
from corpus.speech.offices import is_rank
from corpus.speech.passage import Passage
from corpus.speech.people import (
    has_title,
    is_known,
    is_place,
    longest_form,
    role_of,
    sex_by_address,
    sex_by_office,
    whole_name,
)
from corpus.speech.sources import Pronoun
from corpus.speech.subjects import bare_name, without_adverbs

_KIN = frozenset("mẹ bố vợ chồng".split()) | {"bà xã", "ông xã", "con trai", "con gái", "bạn trai", "bạn gái"}
_CITES = re.compile(r"(?: (?:hôm|ngày) [\w/.-]+)? (?:dẫn|trích|đưa tin)(?!\w)")
"""Behind the name of a paper."""

_OF_ANOTHER = re.compile(r"\s(?:cho|của|ra)$|\s(?:vẫn|rất|còn)\s", re.IGNORECASE)
"""What stood before a name and is a clause, whose office is another's (``tòa cho X``)."""

_OFTEN = 3
"""Times that an article names somebody without any title."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a passage; without a name where nobody can be told."""

    name: str | None
    role: str | None
    sex: str | None = None
    address: str | None = None
    is_person: bool = True


NOBODY = Speaker(None, None)


class KnownPeople:
    """The people of one article, as far as it was looked at."""

    def __init__(self, memory: ArticleMemory) -> None:
        self._memory = memory
        self._sexes: dict[str, str] = {}
        self._forms: dict[str, tuple[int, str]] = {}
        self._roles: dict[str, tuple[int, str | None]] = {}
        self._papers: set[str] = set()
        self.speaking: set[str] = set()

    def named(self, mention: Mention, passage: Passage) -> Speaker:
        """The person under the fullest name and with the office that the article gave up to here."""
        heard = self._memory.heard(passage.last)
        name = self.fullest(mention.name, passage)
        if _is_kin(mention, heard):
            return NOBODY
        is_bare = name == mention.name and not mention.is_marked and " " not in name
        if is_bare and is_vietnamese(name) and not is_known(name, heard):
            return NOBODY  # a word with a capital because the sentence begins there
        role = mention.role
        if role is None or is_rank(role):
            role = self._role_of(name, passage) or role
        if role is not None and _OF_ANOTHER.search(role):
            role = None
        return Speaker(name, role, mention.sex or self._sex_of(name, role, passage), mention.address)

    def of_given_name(self, given: str, passage: Passage) -> Speaker | None:
        """The person of whom a capital word is the given name, where the article told the whole one."""
        full = self.fullest(given, passage)
        if full == given or not (is_full_name(full) or not is_vietnamese(given)):
            return None
        return Speaker(full, self._role_of(full, passage), self._sex_of(full, None, passage))

    def person_in(self, sentence: str, passage: Passage) -> Mention | None:
        """Whom a sentence lets speak, or else is about."""
        spoken = self._memory.spoken(sentence)
        person, about = (None if each is None or self._is_paper(each, sentence) else each for each in spoken)
        if person is not None and (
            " " in person.name or not is_vietnamese(person.name) or self.is_person(person, passage)
        ):
            return person
        return about if about is not None and self.is_person(about, passage) else None

    def _is_paper(self, mention: Mention, sentence: str) -> bool:
        """Whether somebody whom a sentence names is a paper, as one that cites there or did so in another one."""
        if not mention.is_marked and _CITES.match(sentence, mention.end):
            self._papers.add(mention.name)
        return mention.name in self._papers and not mention.is_marked

    def given_in(self, sentence: str, passage: Passage) -> Speaker | None:
        """Whose given name begins a clause of a sentence (``Khi mưa tạnh, Tròn mở cửa.``)."""
        given = (bare_name(without_adverbs(clause)) for clause in sentence.split(", "))
        told = (self.of_given_name(each.name, passage) for each in given if each is not None)
        return next((each for each in told if each is not None), None)

    def told_by(self, speaker: Speaker, pronoun: Pronoun) -> Speaker:
        """Somebody of whom a pronoun told the sex."""
        if speaker.sex is None and speaker.name is not None and pronoun.sex is not None:
            self._sexes[speaker.name] = pronoun.sex
            return replace(speaker, sex=pronoun.sex)
        return speaker

    def fullest(self, name: str, passage: Passage) -> str:
        """The fullest form of a name up to a passage; only what the article said since is looked at anew."""
        until, form = self._forms.get(name, (-1, name))
        if until < 0 or passage.last < until:
            form = longest_form(name, self._memory.heard(passage.last))
        elif passage.last > until:
            since = "\n".join(map(self._memory.plain, range(until + 1, passage.last + 1)))
            longer = longest_form(name, since) if name in since else name
            form = longer if longer != name else form
        order, _, given = name.partition(" ")
        if form == name and given.isalpha() and order in BIRTH_ORDER:  # ``Sáu Thạnh`` of ``Trịnh Hữu Thạnh``
            heard = self._memory.heard(passage.last)
            whole = longest_form(given, heard)
            form = whole if is_full_name(whole) else whole_name(given, heard) or name
            form = name if form.endswith(name) else form  # ``Ông`` is a family name as well
        self._forms[name] = passage.last, form
        return form

    def _role_of(self, name: str, passage: Passage) -> str | None:
        """The office that the article gave somebody first; one who has none is asked for anew in each paragraph."""
        until, role = self._roles.get(name, (-1, None))
        if role is None and until != passage.last:
            role = role_of(name, self._memory.heard(passage.last))
        self._roles[name] = passage.last, role
        return role

    def _sex_of(self, name: str, role: str | None, passage: Passage) -> str | None:
        """The sex that a pronoun, the whole name, an office or a form of address before the given name has told."""
        if name not in self._sexes:
            told = sex_by_name(name) or (sex_by_office(role) if role is not None else None)
            told = told or sex_by_address(name, self._memory.heard(passage.last))
            if told is None:
                return None
            self._sexes[name] = told
        return self._sexes[name]

    def is_person(self, mention: Mention, passage: Passage) -> bool:
        """Whether a name is a person's, by what stands beside it or by what the article says elsewhere."""
        if mention.is_marked:
            return True
        heard = self._memory.heard(passage.last)
        if is_place(mention.name, heard):
            return False
        if mention.role is not None or is_full_name(mention.name) or mention.name in self.speaking:
            return True
        full = self.fullest(mention.name, passage)
        if len(full) > len(mention.name) or full in self.speaking:
            return True
        whole = self._memory.whole(passage.last)
        return has_title(mention.name, whole) or (" " in mention.name and whole.count(mention.name) >= _OFTEN)


def _is_kin(mention: Mention, heard: str) -> bool:
    """Whether a name stands behind a word for kin and also elsewhere without it, so that it is of whom the kin is."""
    tie = mention.address or (mention.role or "").lower()
    if tie not in _KIN:
        return False
    return heard.count(mention.name) > heard.lower().count(f"{tie} {mention.name.lower()}")
