"""Which reading of a page is right? Each encoding is tried on a sample of its words, and the clearest is taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from unicodedata import normalize

from corpus.encodings.declared import by_declaration, vietnamese_name
from corpus.encodings.evidence import LEAST_LEAD, Tally, clearest, sample_of, tally
from corpus.encodings.mojibake import MOST_TIMES, undone_times
from corpus.encodings.one_byte import from_tcvn3, from_viscii, from_windows_1258
from corpus.encodings.vni import from_vni
from corpus.encodings.windows import characters

LEGACY: Mapping[str, Callable[[str], str]] = {
    "windows-1258": from_windows_1258,
    "TCVN3": from_tcvn3,
    "VNI": from_vni,
    "VISCII": from_viscii,
}
"""What makes of characters that windows-1252 or Latin-1 shows the letters that were meant."""

_AS_IT_STANDS = ""
_LEAST_MISREAD = 4
_LEAST_DENSITY = 0.25  # of a Vietnamese text, seven words in ten have marks; of one that quotes it, few
_MOST_AS_IT_STANDS = 0.5
_WHOLE_LETTER = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")  # no byte was read as one of these, so such a text is right in part


def read_bytes(content: bytes, declared: str | None) -> tuple[str, str] | None:
    """The text of bytes that are not UTF-8, and the name of their encoding; ``None`` where it is not clear."""
    text = characters(content)
    tallies = _tallies(sample_of(text).words)
    if name := clearest(tallies):
        return (LEGACY[name](text), name) if name else None
    if declared is None:
        return None
    if name := vietnamese_name(declared):
        own = tallies[name]
        stands = own.good > own.bad and all(own.good >= other.good for other in tallies.values())
        return (LEGACY[name](text), name) if stands else None
    by_chance = tallies[_AS_IT_STANDS].good + LEAST_LEAD
    if any(reading.share >= 0.5 and reading.good >= by_chance for reading in tallies.values()):
        return None  # it may well be Vietnamese, whatever it says of itself
    return by_declaration(content, declared)


def may_be_misread(content: bytes) -> bool:
    """Whether UTF-8 bytes are worth a look: Latin-1's upper half, and none of the letters of Vietnamese alone."""
    if b"\xc3" not in content and b"\xc2" not in content:  # found or missed at the speed of memory, unlike two bytes
        return False
    if b"\xe1\xbb" in content or b"\xe1\xba" in content:  # the letters from Ạ to ỹ
        return False
    return content.count(b"\xc3") + content.count(b"\xc2") >= _LEAST_MISREAD


def read_misread(text: str) -> tuple[str, str] | None:
    """The text that was meant by one that was misread before it was stored, and what it was; ``None`` for all others.

    That takes more than to read bytes, as the text can be right as it is: a page must be dense with words that are
    Vietnamese when they are mended, and most must not be as they stand.
    """
    sample = sample_of(text)
    if sample.density < _LEAST_DENSITY:
        return None
    tallies = _tallies(sample.words)
    joined = "\n".join(sample.words)
    for times in range(1, MOST_TIMES + 1):
        if (mended := undone_times(joined, times)) is None:
            break
        tallies[str(times)] = tally(mended[0].split("\n"))
    name = clearest(tallies)
    if not name or tallies[_AS_IT_STANDS].good > _MOST_AS_IT_STANDS * len(sample.words):
        return None
    if name in LEGACY:
        return None if _WHOLE_LETTER.search(text) else (LEGACY[name](text), f"{name} read as Latin-1")
    mended = undone_times(text, int(name))
    return mended and (mended[0].removeprefix("\ufeff"), f"UTF-8 read as {mended[1]}")


def _tallies(words: tuple[str, ...]) -> dict[str, Tally]:
    """What each encoding makes of words, and what they are as they stand."""
    joined = "\n".join(words)
    readings = {name: tally(read(joined).split("\n")) for name, read in LEGACY.items()}
    return readings | {_AS_IT_STANDS: tally(normalize("NFC", joined).split("\n"))}
