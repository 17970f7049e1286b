"""The tokens of texts as columns, with their words: what is written of a text.

A token is a syllable, or the break behind each text. Two ways lead here, one text at a time (here) and many by arrays
(``bulk_tokens.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.segment.columns import KeyNumbers
from index.segment.tokens import BREAK, Flags, Numbers
from index.syllables import Syllables, syllables


@dataclass(frozen=True, slots=True)
class TextTokens:
    """The tokens of several texts end to end, a break behind each.

    ``terms`` are the numbers of their keys, ``joints`` say which belong to the word of the one before, ``starts`` are
    the characters of its text at which each begins (a break: the text's length), and ``lengths`` the tokens of each
    text, its break counted.
    """

    terms: NDArray[np.uint32]
    joints: Flags
    starts: Numbers
    lengths: Numbers


_NOTHING = Syllables((), (), ())


def each_alone(_: str, tokens: Syllables) -> Sequence[int]:
    """Every syllable a word."""
    return [1] * len(tokens.keys)


def one_by_one(
    texts: Sequence[str], numbers: KeyNumbers, word_lengths: Callable[[str, Syllables], Sequence[int]]
) -> TextTokens:
    """The tokens of texts; ``word_lengths`` gives the number of syllables of each word of a text."""
    terms: list[int] = []
    words: list[int] = []
    starts: list[int] = []
    lengths: list[int] = []
    for text in texts:
        tokens = syllables(text) if text else _NOTHING
        terms += map(numbers.number, tokens.keys)
        terms.append(BREAK)
        words += word_lengths(text, tokens)
        words.append(1)
        starts += tokens.starts
        starts.append(len(text))
        lengths.append(len(tokens.keys) + 1)
    joints = np.ones(len(terms), np.bool_)
    joints[np.cumsum(words) - words if words else []] = False
    return TextTokens(np.array(terms, np.uint32), joints, np.array(starts, np.int64), np.array(lengths, np.int64))


def joined_tokens(parts: Sequence[TextTokens]) -> TextTokens:
    """The texts of several parts, one part behind the other."""
    return TextTokens(
        np.concatenate([np.zeros(0, np.uint32), *(part.terms for part in parts)]),
        np.concatenate([np.zeros(0, np.bool_), *(part.joints for part in parts)]),
        np.concatenate([np.zeros(0, np.int64), *(part.starts for part in parts)]),
        np.concatenate([np.zeros(0, np.int64), *(part.lengths for part in parts)]),
    )
