"""Who holds an office in an article, where a sentence speaks of the office alone (``Trưởng xóm nói``)?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from corpus.speech.capital_runs import runs
from corpus.speech.names import Mention, mention
from corpus.speech.offices import begins_with_office
from corpus.speech.patterns import listed
from corpus.speech.words import OFFICE_WORDS

_OFFICES_BACK = 60
"""Paragraphs in which the holder of an office is looked for."""

_LONGEST_TEXT = 30_000
"""Characters of a text in which holders are looked for."""

_BEFORE, _BEHIND = 70, 130
"""Characters before and behind the words of an office within which its holder's name begins."""

_ALL_OFFICES = "\n" + "\n".join(listed(OFFICE_WORDS)).lower()


class Holders:
    """The people of one article by the offices that it gives them; ``plain`` gives a text by its number."""

    def __init__(self, plain: Callable[[int], str]) -> None:
        self._plain = plain
        self._lower: dict[int, str] = {}
        self._runs: dict[int, list[re.Match[str]]] = {}
        self._named: dict[tuple[int, int], Mention | None] = {}
        self._found: dict[tuple[int, str], list[Mention]] = {}

    def holder(self, words: Sequence[str], number: int, until: int = _LONGEST_TEXT) -> Mention | None:
        """Whom the article gives, up to an offset of a text, an office that begins with some words in small letters.

        The more of the words, the better; then the nearer. Where nobody has it up to there, whoever has it behind.
        """
        begin = " ".join(words[:2])
        if len(words) < 2 or not _may_be_office(begin):
            return None
        near = [each for each in range(number, max(number - _OFFICES_BACK, -1), -1) if begin in self._lowered(each)]
        for size in range(len(words), 1, -1) if near else ():
            office = " ".join(words[:size])
            for each in near:
                fitting = [held for held in self._in(each, begin) if _holds(held, office)]
                if fitting:
                    ahead = [held for held in fitting if each < number or held.begin < until]
                    return ahead[-1] if ahead else fitting[0]
        return None

    def _lowered(self, number: int) -> str:
        if number not in self._lower:
            self._lower[number] = self._plain(number)[:_LONGEST_TEXT].lower()
        return self._lower[number]

    def _in(self, number: int, begin: str) -> list[Mention]:
        """The people to whom a text gives an office near some words."""
        if (number, begin) not in self._found:
            text = self._plain(number)[:_LONGEST_TEXT]
            if number not in self._runs:
                self._runs[number] = list(runs(text))
            found = self._runs[number]
            starts = [run.start() for run in found]
            near: set[int] = set()
            at = self._lowered(number).find(begin)
            while at >= 0:
                near.update(range(bisect_left(starts, at - _BEFORE), bisect_right(starts, at + _BEHIND)))
                at = self._lowered(number).find(begin, at + 1)
            named = [self._mention(number, text, found[each]) for each in sorted(near)]
            self._found[number, begin] = [each for each in named if each is not None and each.role is not None]
        return self._found[number, begin]

    def _mention(self, number: int, text: str, run: re.Match[str]) -> Mention | None:
        key = number, run.start()
        if key not in self._named:
            self._named[key] = mention(text, run)
        return self._named[key]


def _holds(held: Mention, office: str) -> bool:
    """Whether an office of somebody's, who may have two, begins with some words in small letters."""
    return any(part.startswith(office) for part in (held.role or "").lower().split(", "))


def _may_be_office(begin: str) -> bool:
    """Whether an office may begin so: no pronoun and its verb (``ông nói``), as most subjects without a name are."""
    return begins_with_office(begin) or begin.startswith("người") or f"\n{begin}" in _ALL_OFFICES
