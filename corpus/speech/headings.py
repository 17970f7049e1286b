"""Whose words are a heading in quotation marks? Not of who spoke before, but of whoever the text below begins with."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.speech.cited import according
from corpus.speech.names import Mention
from corpus.speech.passage import Passage
from corpus.speech.sentences import sentence_ends
from corpus.speech.subjects import subject_at_start
from corpus.speech.words import SAID

_AROUND = " \xa0\"'“”‘’«»"
_POINTS = tuple(".,!?…;:")
_ENDS = tuple(".,!?…")
_LONGEST = 16
_FEWEST_BELOW = 8
"""Words of a heading at the most, and of the paragraph below it at the least."""

_LONGEST_SENTENCE = 260


def is_heading(texts: Sequence[str], passage: Passage, said: str) -> bool:
    """Whether a passage is all of a short line without a point, between two paragraphs that are no such lines."""
    lines = texts[passage.first - 1 : passage.first + 2] if passage.first else []
    return (
        len(lines) == 3
        and passage.first == passage.last
        and not said.endswith(_POINTS)
        and len(said.split()) <= _LONGEST
        and not (lines[1][: passage.start] + lines[1][passage.end :]).strip(_AROUND)
        and lines[0].rstrip(_AROUND).endswith(_ENDS)
        and lines[2][:1].isalpha()
        and len(lines[2].split()) >= _FEWEST_BELOW
    )


def told_below(text: str) -> Mention | None:
    """Who is said, at the beginning of the paragraph below a heading, to say something."""
    sentence = text[:_LONGEST_SENTENCE]
    ends = sentence_ends(sentence)
    sentence = sentence[: ends[0]] if ends else sentence
    if isinstance(source := according(sentence), Mention):
        return source
    source = subject_at_start(sentence)
    return source if isinstance(source, Mention) and SAID.search(sentence, source.end) else None
