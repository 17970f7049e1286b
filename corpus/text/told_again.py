"""Does the text tell anew what its first paragraph tells, as it does behind a lead that nothing marks?

The paragraph is about as long as the others, its words come back below, it names no day but the next one does, and that
one says again whom it is about. The weights are those of a logistic regression over 12,000 articles of which a data set
keeps the lead apart, each with its lead in front and without; of 4,000 others it finds 63 of 100 leads, and takes 4 of
100 first paragraphs for one. How it is put (two sentences, a question) added next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log
from statistics import median

from corpus.text.likeness import Subject
from corpus.text.lines import Line

_RATIO, _RATIO_SQUARED = 1.8, -2.7
"""Of the natural logarithm of its length over the paragraphs' (their median), and of the square of that."""

_WORDS = 6.2
"""Of the share of its words that the text has."""

_DAY, _DAY_BELOW = -1.4, 1.3
_NAMES, _NO_NAME = 1.65, 0.9
"""Of the share of its names that the next paragraph has, and where it has none."""

_LEANS = -1.3
_LEAST = 6.5
"""What all of these are above."""

_SAYS_WHEN = re.compile(
    r"\b(?:ngày|sáng|trưa|chiều|tối|đêm) (?:\d|nay|qua|hôm)|hôm (?:nay|qua|\d)|\d{1,2}[/-]\d{1,2}", re.IGNORECASE
)
_BEGINNING = 120
"""Characters of the next paragraph in which it says when."""

_NAME = re.compile(r"(?<=\s)[^\W\d_]\w*")


def is_told_again(lead: Line, text: Sequence[Line], *, leans: bool) -> bool:
    """Whether a paragraph is told anew by the running lines below it, the first of which may lean on it."""
    begins = text[0].plain
    ratio = log(len(lead.plain) / median(len(line.plain) for line in text))
    names = [name for name in _NAME.findall(lead.plain) if name[0].isupper()]
    told = _NAMES * sum(name in begins for name in names) / len(names) if names else _NO_NAME
    told += _RATIO * ratio + _RATIO_SQUARED * ratio**2 + _WORDS * Subject(text).shared_words(lead)
    told += _DAY * bool(_SAYS_WHEN.search(lead.plain)) + _DAY_BELOW * bool(_SAYS_WHEN.search(begins, 0, _BEGINNING))
    return told + _LEANS * leans > _LEAST
