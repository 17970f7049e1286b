"""Does it read as Vietnamese? The evidence by which one reading of a page is preferred to the others.

Words in plain ASCII read the same in every encoding, so only the others say anything: each, once, is good where all of
its letters are whole Vietnamese syllables, and bad where they are not or where something stands that no page prints. Of
a right reading nine words in ten are good; of a wrong one up to six in ten, where two encodings share many letters
(VISCII, TCVN3), and more only by chance, of few words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import punctuation

from corpus.encodings.syllables import is_syllable

LARGEST_SAMPLE = 120
"""Different words that are looked at; more do not make it clearer."""

LEAST_GOOD = 4
LEAST_SHARE = 0.75
LEAST_LEAD = 3
LEAST_LEAD_SHARE = 0.2
"""What a reading must have to be taken: good words, their share, and so many more of them than any other reading."""

_WORD = re.compile(r"\S+", re.ASCII)  # other spaces are letters in some encodings
_LONGEST_WORD = 128  # a syllable that was misread three times over may have ninety characters
_USUAL = str.maketrans(dict.fromkeys("\xa0“”‘’„«»‹›–—…•·°²³½¼©®™€₫×\ufeff\u200b", " "))
_RUN = re.compile("[^\0-@\\[-`{-\x7f]+")  # ASCII letters, and all that is not ASCII


@dataclass(frozen=True, slots=True)
class Sample:
    """The first words of a text that are not ASCII, each once; ``density`` is their part of all words up to there."""

    words: tuple[str, ...]
    density: float


@dataclass(frozen=True, slots=True)
class Tally:
    """How many words of a sample are good, and how many bad."""

    good: int
    bad: int

    @property
    def share(self) -> float:
        """The part of the good ones, 0 where nothing can be said."""
        return self.good / (self.good + self.bad) if self.good else 0.0

    @property
    def convinces(self) -> bool:
        """Whether it reads as Vietnamese, were there no other reading."""
        return self.good >= LEAST_GOOD and self.share >= LEAST_SHARE


def sample_of(text: str) -> Sample:
    words: dict[str, None] = {}
    marked = plain = 0
    for found in _WORD.finditer(text):
        word = found[0]
        if not word.isascii():
            marked += 1
            if len(word) <= _LONGEST_WORD:
                words[word.strip(punctuation)] = None
            if len(words) == LARGEST_SAMPLE:
                break
        elif word.upper() != word.lower():
            plain += 1
    return Sample(tuple(words), marked / (marked + plain) if marked else 0.0)


def tally(words: Iterable[str]) -> Tally:
    verdicts = [_verdict(word) for word in words]
    return Tally(verdicts.count(True), verdicts.count(False))


def clearest(tallies: Mapping[str, Tally]) -> str | None:
    """The name of the reading that is Vietnamese when no other is nearly as much; ``None`` where that is not clear."""
    best = max(tallies, key=lambda name: tallies[name].good - tallies[name].bad)
    won = tallies[best]
    others = max(other.good for name, other in tallies.items() if name != best)
    lead = max(LEAST_LEAD, LEAST_LEAD_SHARE * (won.good + won.bad))
    return best if won.convinces and won.good - others >= lead else None


def _verdict(word: str) -> bool | None:
    """Whether a word is Vietnamese; ``None`` where it says nothing: ASCII but for usual signs, or a lone letter."""
    marked = [run for run in _RUN.findall(word.translate(_USUAL)) if not run.isascii()]
    if not all(map(_is_vietnamese, marked)):
        return False
    return True if any(len(run) > 1 for run in marked) else None


def _is_vietnamese(run: str) -> bool:
    """Whether a run of letters is a syllable, in small letters, in capitals, or in small ones behind a capital.

    Or with capitals where it is ASCII: TCVN3 has no other.
    """
    if not is_syllable(run.lower()):
        return False
    behind = run[1:]
    return not behind or behind.islower() or run.isupper() or "".join(filter(str.isascii, run)).isupper()
