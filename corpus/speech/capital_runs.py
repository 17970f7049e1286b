"""Which runs of capital words stand in a text, with what signs tie to a word? They may be names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.speech.patterns import LOWER, UPPER, either

_LAST_HALVES = either(
    """
    un, il, ran, do, sik, ho, hwa, hee, hui, hye, hyun, hyeon, jin, jun, jung, kyung, min, mi, moon, nam, pyo, sam,
    seok, soo, suk, sung, wook, woo, yeon, yong, young, hyok, chol, guk, hae, jae, jong, kwan, kwon, rae, rim, ryong,
    ryol, sun, won, ok, hyong, ju, yo jong, seo, gu, sook, hyuk, hoon, joon, chul, bong, geun, kwang, kyu, gyu, in,
    woong, bin, yul, gil, seop, tae, shik, kun, joo, yeol, gyeong, kyong, wha, hwan, cheon, ung, ryeol, beom, gon,
    kook, sil, hak, jeong, hyeok, chan, soon, ocha, o - cha, wen, jeou, yeung, keung, kwok, fung, wah, shing, cheung,
    leung, yuen, ngor, ahn, gyon, gyom, gyun, kyun, kyeom, gyeom, gwon, gwan, gwang, gun, gul, moo, mook,
    yon, yoon, yub, wol, woon, hyon, hyo, hyu, hyung, hyuck, meng, doo, koo, goo, thaek, taek, seong, seung, seob,
    cheol, chon, choon, dok, duk, deok, bum, bok, eun, gak, kuk, ryul, pil, keun, sok, hsien, joong, haeng, whan,
    rok, rin
    """
)
_KOREAN_NAME = (
    "(?:Kim|Ri|Pak|Park|Choi|Choe|Jung|Jeong|Kang|Jang|Yoon|Yun|Kwon|Hwang|Ahn|Hyon|Moon|Roh|Shin|Thae|Lee|Yu|Oh|Yang|Chung)"
    rf" [{UPPER}][a-z]+ - (?:song|sol|bak|ham|su|se|ra|so|son|ki|gi|ha|jo|sin|hong|sang|yang|han|hun|mo|ri|na|yu)"
    r"(?!\w| (?:ca|phương|tấu|với|sánh)(?!\w))"
)
"""A Korean name with spaces beside its hyphen, the last half of which is a word of Vietnamese as well."""
_FOREIGN_END = "[bdfklrsvxz]|(?<!n)g|(?<![cn])h|ey|ie|son|ton|man|tt|nt|rt"
_FOREIGN_HALF = rf"[{UPPER}](?:[a-z]*[fjwz][a-z]*|[a-z]+(?:{_FOREIGN_END}))(?![{LOWER}])(?! [{UPPER}])"
"""The second half of a foreign name that no Vietnamese syllable is, and that no third name follows."""

_SPACED_HALF = (
    rf"(?: (?=[-'’] )(?:(?<=[a-z] )- (?:{_LAST_HALVES}(?!\w)|{_FOREIGN_HALF})"
    rf"|(?:(?<=Al )|(?<=Ben )|(?<=Abdul )|(?<=Jean )|(?<=Anne )|(?<=Marie )|(?<=Karl )|(?<=Hans ))- [{UPPER}][{LOWER}]+"
    rf"|(?<!\w\w\w )['’] [{UPPER}][{LOWER}]+|(?<!\w\w\w\w\w\w )['’] [a-z]{{2,}}))"
)
"""What a hyphen or an apostrophe between spaces ties to a capital word."""

CAPITAL = (
    rf"(?:[{UPPER}](?:\.[{UPPER}][{LOWER}]{{0,2}}|\. [{UPPER}](?!\w))+(?!\w)(?:\.(?= ?[{LOWER},(]))?"
    rf"|[{UPPER}]\.(?=[\s,])"
    rf"|[{UPPER}][{LOWER}{UPPER}]*(?:['’][{UPPER}{LOWER}]+|-(?:[{UPPER}][{UPPER}{LOWER}]*|[a-z]+(?![{LOWER}]))|\.[{UPPER}][{LOWER}]+)*{_SPACED_HALF}?)"
)
"""One capital word: initials (``N.V.A``, ``H.``), or a word with what an apostrophe, hyphen or point ties to it.

A hyphen or an apostrophe may stand between spaces, as some archives write it: before the second half of a Korean or a
Chinese name (``Jong - un``), of an Arabic or a French one (``Al - Basri``), or of any that is plainly foreign
(``Vogt - Marsh``), and in ``O ' Hara``, ``H ’ Bia``.
"""


PARTICLE = (
    "(?:(?:van den|van der|van de|van|von der|von|de la|del|de|da|di|der|bint|bin|ibn|al|el|la|le|dos)(?: - |[ \\-]))"
)
"""What stands in small letters inside a foreign name, with what ties it to the word behind it."""

_WORD = rf"(?:{_KOREAN_NAME}|{CAPITAL})"
_RUN = re.compile(rf"(?<![\w\-'’]){_WORD}(?: {PARTICLE}?{_WORD})*(?![\w])")
BETWEEN_WORDS = re.compile(rf"(?<![{UPPER}]\.) | (?![{UPPER}](?!\w))")
"""A space that stands in no initials (``N.T. T``)."""


def runs(text: str) -> Iterator[re.Match[str]]:
    """The runs of capital words in a text, which may be names."""
    return _RUN.finditer(text)
