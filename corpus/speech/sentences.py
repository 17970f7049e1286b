"""Where does a sentence end?"""

from __future__ import annotations

import re
from itertools import pairwise

_SENTENCE_END = re.compile(r"[.!?…][.!?…]*[”\"»’)]*(?=\s|$)")
_LAST_END = re.compile(r"(?s:.*)(?P<end>[.!?…])[”\"»’)]*(?=\s|$)")
_ABBREVIATED = re.compile(r"(?:\b(?:TS|ThS|Ths|PGS|GS|BS|TP|Tp|KTS|LS|T)|(?:^|[\s.])[A-ZĐ])$")


def sentence_ends(text: str) -> list[int]:
    """The offsets behind the sentences of a text; the point of an abbreviation or an initial ends none."""
    return [
        found.end()
        for found in _SENTENCE_END.finditer(text)
        if found[0] != "." or not _is_abbreviated(text, found.start())
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
    if text[at] == "." and _is_abbreviated(text, at):
        return sentences(text)[1]
    return text[last.end() :]


def _is_abbreviated(text: str, point: int) -> bool:
    letter = text[point - 1 : point]
    return (letter.isupper() or letter in "sp") and bool(_ABBREVIATED.search(text, max(point - 4, 0), point))
