"""What a query is read and made into grows with its length and not with its square, whatever it is made of."""

from __future__ import annotations

import random

import pytest

from searcher.errors import OverlongQueryError, QueryError
from searcher.meaning.compile import Compiler
from searcher.meaning.expansion import expanded, expansion
from searcher.meaning.question import question
from searcher.query import parse
from searcher.query.tree import described
from tests.conftest import stopped_after

LENGTH = 60_000
"""Three times as long as a query may be: a pattern that looked at each two characters of it took 13 seconds."""

GENEROUS = 5
"""Seconds; each of these takes a tenth of one, or three."""

REPEATED = {
    "words": "dân ",
    "a word": "a",
    "decomposed letters": "e\u0302\u0301",
    "marks alone": "\u0301 ",
    "invisible letters": "d\u200b\u00adân ",
    "ligatures": "ﷺ",
    "digits and letters": "a1",
    "raised digits": "²",
    "spaces": " ",
    "words and spaces": "a    ",
    "colons": "a:",
    "colons behind names": "hà nội: ",
    "slashes and signs": "(a+)+$",
    "hyphens": "-",
    "hyphenated words": "a-",
    "minus signs": "-a ",
    "parentheses": "()",
    "open parentheses": "(",
    "words in parentheses": "(a) ",
    "quotation marks": '"',
    "phrases": '"a" ',
    "marks that open": "“a ",
    "marks that close": "a” ",
    "single marks": "'a ",
    "single marks apart": "' ",
    "single marks that close": "’b ",
    "apostrophes": "H'Hen ",
    "stars": "* ",
    "stars in phrases": '"a * b" ',
    "tildes": "a~1",
    "near words": '"a b"~5 ',
    "ands": "a AND ",
    "ors": "a OR ",
    "nots": "NOT ",
    "operators in Vietnamese": "a VÀ b HOẶC KHÔNG c ",
    "a headline": "DÂN VÀ ",
    "groups": "a AND (b OR -c) NOT d ",
    "fields": "title:a ",
    "sources": 'source:"a b" ',
    "dates": "date:2019 ",
    "ids": "id:x(a) ",
    "abbreviations": "UBND ",
    "names that have short forms": "ủy ban nhân dân ",
    "written dates": "ngày 28 tháng 1 năm 2022 ",
    "numbers": "50000 ",
}
SPELLED = {
    "a phrase": '"' + "dân " * (LENGTH // 4) + '"',
    "a phrase of abbreviations": '"' + "UBND a b c " * (LENGTH // 11) + '"',
    "a phrase of written dates": '"' + "28/1/2022 " * (LENGTH // 10) + '"',
    "a phrase of parts of numbers": '"' + "123 " * (LENGTH // 4) + '"',
    "a phrase of numbers": '"' + "50000 123 456 " * (LENGTH // 14) + '"',
    "a hyphenated phrase": '"' + "a-" * (LENGTH // 2) + '"',
    "a phrase in a field": 'source:"' + "a " * (LENGTH // 2) + '"',
    "near words, many of them": '"' + "a b " * (LENGTH // 4) + '"~5',
    "a single mark and spaces": "'" + " " * LENGTH + "x",
    "a single mark and words": "x ‘" + "a " * (LENGTH // 2),
    "a letter and spaces before a hyphen": "a" + " " * LENGTH + "-",
    "a long word before a colon": "a" * LENGTH + ":",
    "marks in marks": "“" * (LENGTH // 2) + "a" + "”" * (LENGTH // 2),
    "digits behind a tilde": "a~" + "1" * LENGTH + "x",
    "a field behind words": "a " * (LENGTH // 2) + "Title:x",
    "a field that is misspelt behind words": "a " * (LENGTH // 2) + "titel:x",
    "a date of digits": "date:" + "1" * LENGTH,
    "a date of dots": "date:" + "2019.." * (LENGTH // 6),
    "a date of spaces": 'date:"2019' + " " * LENGTH + 'x"',
    "dates of every kind": "date:(" + "2019..2020 OR " * (LENGTH // 14) + "2021)",
    "an id of parentheses": "id:x" + "(a" * (LENGTH // 2),
    "punctuation": "".join(random.Random(1).choices("!@#$%^&*()_+-=[]{}|;:'\",.<>/?~` \\", k=LENGTH)),
    "marks and letters": "".join(random.Random(2).choices("áậđ ()-:'~“”‘’«»", k=LENGTH)),
}
FAMILIES = {**{name: part * (LENGTH // len(part)) for name, part in REPEATED.items()}, **SPELLED}


def _made(query: str | list[str]) -> str:
    """What a query comes to, or the name of the error that it is refused with."""
    try:
        asking = question(query)
    except QueryError as error:
        return type(error).__name__
    compiler = Compiler(lambda _: ["Báo Sông", "Trần Văn Bền"], asking.accents, expansion(asking))
    assert compiler.compile(expanded(asking))
    return described(asking.tree)


@pytest.mark.parametrize("family", FAMILIES)
def test_no_query_takes_the_square_of_its_length(family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the limits that keep queries short, as one argument, and where parts repeat as an argument a word."""
    for limit in ("LONGEST_QUERY", "_LONGEST_TYPED", "MOST_PARTS", "MOST_STARS"):
        monkeypatch.setattr(parse, limit, 10 * LENGTH)
    with stopped_after(GENEROUS):
        assert _made(FAMILIES[family])
        assert family not in REPEATED or _made(FAMILIES[family].split(" "))


@pytest.mark.parametrize("family", FAMILIES)
def test_a_query_of_a_megabyte_is_refused_at_once(family: str) -> None:
    """Before anything in it is looked at."""
    with stopped_after(1), pytest.raises(OverlongQueryError):
        question(FAMILIES[family] * (1_000_000 // LENGTH))
