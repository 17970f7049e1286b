"""The examples of the pages: what to say ahead of each, and what to type.

They are typed in this order in one session, which begins without an index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A command line with a sentence ahead of it; of what it shows so many lines are kept."""

    sentence: str
    line: str
    lines: int = 24


EXAMPLES: Mapping[str, Sequence[Example]] = {
    "index": (
        Example("The first time everything is new:", "timbao index corpus/sample"),
        Example("Untouched pages are not even opened:", "timbao index corpus/sample"),
    ),
    "read": (
        Example(
            "The title, the facts, the paragraphs and the quotations of a page:",
            "timbao read corpus/sample/mien-bien/tin-0388-cang-ca-vam-lo-sach-hon.txt",
        ),
    ),
    "search": (
        Example("A phrase; accents may be left out:", 'timbao search -n 2 "dan biet, dan ban"'),
        Example("Only the ids, for another program:", 'timbao search -q -l "trọng dân"'),
    ),
    "kwic": (
        Example("Sorted by what stands behind:", 'timbao kwic -C 5 -n 6 --sort right "người dân"'),
        Example("In groups, each with a heading:", 'timbao kwic -C 5 --sort right --group "dân bàn"'),
    ),
    "quotes": (
        Example("What was said with these words in it:", 'timbao quotes -n 2 "trách nhiệm"'),
        Example("Everything that somebody said:", 'timbao quotes --speaker "Trịnh Thị Mến"', lines=10),
    ),
    "count": (
        Example("Articles and places:", 'timbao count "dân biết, dân bàn"'),
        Example("By year of publication:", 'timbao count --by year "dân biết, dân bàn"'),
    ),
    "timeline": (
        Example("By year, and of every thousand articles of that year:", "timbao timeline dân"),
        Example("As a page that can be sent on:", 'timbao timeline --per year --html dan.html "dân biết, dân bàn"'),
    ),
    "terms": (Example("What stands near a word more often than elsewhere:", "timbao terms -n 5 dân"),),
    "similar": (
        Example(
            "Articles like one that was found:",
            "timbao similar -n 1 sample/mien-bien/tin-0561-dem-truc-o-tram-y-te-xa-dao.txt",
        ),
    ),
    "show": (
        Example(
            "The article, with the matches of a query:",
            'timbao show --mark "ngư dân" sample/mien-bien/tin-0388-cang-ca-vam-lo-sach-hon.txt',
            lines=12,
        ),
    ),
    "info": (Example("What was indexed, and where it is:", "timbao info"),),
    "check": (Example("A sound index:", "timbao check"),),
    "completion": (Example("For bash:", "timbao completion bash"),),
}
