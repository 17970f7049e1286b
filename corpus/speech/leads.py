"""Does a text end with a verb of saying, and so lead to what is said?"""

from __future__ import annotations

import re

from corpus.speech.patterns import either, last_word, listed
from corpus.speech.words import SAID, SAYING

_MORE = "thêm, rằng, là, ngay, lại, luôn, to, nhỏ, vui, thẳng, gọn, ngược, ngược lại, một câu, như sau"
"""What may follow the verb."""

_LEADS = re.compile(
    rf"{SAID.pattern}(?: (?:{either(_MORE)}|với [^,.;:]{{1,30}}|trong [^,.;:]{{1,30}}))*$", re.IGNORECASE
)
_LAST_OF_LEADS = frozenset(last_word(word) for word in [*SAYING, *listed(_MORE)])
_LONGEST = 90


def may_say_last(head: str) -> bool:
    """Whether it is worth while to look closely: most texts end with other words."""
    if last_word(head[-24:]) in _LAST_OF_LEADS:
        return True
    tail = head[-45:].lower()
    return "với " in tail or "trong " in tail


def leads(head: str) -> bool:
    """Whether a text ends with a verb of saying and what may follow one."""
    return may_say_last(head) and bool(_LEADS.search(head, max(len(head) - _LONGEST, 0)))
