"""Where does a sentence end?"""

from __future__ import annotations

import re
from itertools import pairwise

_SENTENCE_END = re.compile(r"[.!?…][.!?…]*[”\"»’)]*(?=\s|$)")
_LAST_END = re.compile(r"(?s:.*)(?P<end>[.!?…])[”\"»’)]*(?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:[TPG]?G?S|ThS|Ths|PGS|BS|DS|TP|Tp|KTS|LS|T|(?:BS[ .]?)?CK ?(?:II?|[12]))|(?:^|[\s.])[A-ZĐ])$"
)
_LONGEST = 9
"""Characters of an abbreviation before its point, and one before that."""


def sentence_ends(text: str) -> list[int]:
    """The offsets behind the sentences of a text; the point of an abbreviation or an initial ends none."""
    return [
        found.end()
        for found in _SENTENCE_END.finditer(text)
        if found[0] != "." or not is_abbreviated(text, found.start())
    ]


def sentences(text: str) -> tuple[list[str], str]:
    """The whole sentences of a text, and what is begun behind them."""
    cuts = [0, *sentence_ends(text)]
    return [text[begin:end] for begin, end in pairwise(cuts)], text[cuts[-1] :]


def begun(text: str) -> str:
    """What is begun behind the last whole sentence of a text."""
    last = _LAST_END.match(text)
    if last is None:
        return text
    at = last.start("end")
    if text[at] == "." and is_abbreviated(text, at):
        return sentences(text)[1]
    return text[last.end() :]


def is_abbreviated(text: str, point: int) -> bool:
    """Whether what stands before a point is an abbreviation or an initial, so that it ends nothing."""
    letter = text[point - 1 : point]
    may_be = letter.isupper() or (letter != "" and letter in "sp12")
    return may_be and bool(_ABBREVIATED.search(text, max(point - _LONGEST, 0), point))
