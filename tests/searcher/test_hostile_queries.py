"""Queries that nobody types: each is refused at a place, or answered, and none takes long."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from searcher import Archive
from searcher.errors import OverlongQueryError, QueryError
from searcher.query.parse import DEEPEST_GROUP, LONGEST_QUERY, MOST_PARTS, parse
from searcher.query.tree import described
from tests.conftest import stopped_after

PILE = "\u0301\u0316"
REFUSED = {
    "a megabyte of words": "dân " * 250_000,
    "a word of a megabyte": "a" * 1_000_000,
    "accents of a megabyte": "a" + PILE * 500_000,
    "accents piled on one letter": "a" + PILE * 9_990,
    "five thousand parentheses": "(" * 5000 + "dân" + ")" * 5000,
    "parentheses that are not closed": "(" * 5000,
    "fields in fields": "title:" * 3000 + "x",
    "thousands of stars": '"dân ' + "* " * 5000 + 'bàn"',
    "stars alone": "*" * 10_000,
    "tildes alone": "~" * 19_000,
    "a chain of tildes": '"dân bàn"' + "~5" * 5000,
    "nots": "NOT " * 500 + "dân",
    "ors": "OR " * 900,
    "too many words": " ".join(["dân"] * 5000) + " OR x",
    "a date of digits": "date:" + "1" * 10_000,
    "a date of hyphens": "date:" + "-" * 19_000 + "x",
    "ranges of ranges": "date:" + "2019.." * 3000,
}
ANSWERED = {
    "a regular expression": "(a+)+$ .*.*.*.* [a-z]{1,1000} ^dân|bàn",
    "one that looks back": r"dân.+{9999}?\1 \d+\w+\s",
    "groups as deep as they may be": "(" * DEEPEST_GROUP + "dân" + ")" * DEEPEST_GROUP,
    "groups side by side": "(dân) " * 300,
    "stars as many as there may be": '"dân ' + "* " * 49 + 'bàn"',
    "starred phrases": '"dân * bàn" ' * 300,
    "near and far": '"co la cua va"~1000 ' * 100,
    "ors side by side": " OR ".join(["dân"] * 400),
    "words without accents": " ".join(["a", "an", "la", "co", "cua"] * 100),
    "a phrase of them": '"' + "co " * 3000 + '"',
    "an id of marks": "id:" + "x" * 10_000,
    "quotation marks": '"' * 900 + " dân",
    "invisible letters": "d\u200b\u00adân " * 500,
    "what a terminal obeys": "\x00\x1b[31m\u202e\ud800 dân",
    "names of all kinds": "UBND " * 300,
    "digits that are none of ours": "dân ² ٣ ~٣ date",
}

GENEROUS = 30
"""Seconds after which a test is stopped; each of these takes less than five on a busy machine."""


@pytest.fixture(autouse=True)
def _no_hang() -> Iterator[None]:
    """Ends a test that would go on for ever."""
    with stopped_after(GENEROUS):
        yield


@pytest.mark.parametrize("attack", sorted(REFUSED))
@pytest.mark.parametrize("ask", ["search", "suggest", "explain"])
def test_what_is_beyond_measure_is_refused(sample: Archive, attack: str, ask: str) -> None:
    """It is an error with a place in the query, whatever is asked."""
    with pytest.raises(QueryError) as refused:
        getattr(sample, ask)(REFUSED[attack])
    assert 0 <= refused.value.at <= len(refused.value.query)


@pytest.mark.parametrize("attack", sorted(ANSWERED))
def test_what_only_looks_bad_is_answered(sample: Archive, attack: str) -> None:
    """A query is words and marks and no program: what looks like one is looked for as words."""
    found = sample.search(ANSWERED[attack])
    assert found.total >= 0
    assert sample.explain(ANSWERED[attack]).reading
    assert isinstance(sample.suggest(ANSWERED[attack]), tuple)


def test_the_limits_are_those_that_are_named() -> None:
    """The longest query, the deepest group and the most parts are read, and one more of each is not."""
    assert described(parse(["a" * LONGEST_QUERY]))
    assert parse(["(" * DEEPEST_GROUP + "a" + ")" * DEEPEST_GROUP])
    assert parse(["a"] * MOST_PARTS)
    for query in ("a" * (LONGEST_QUERY + 1), "(" * 60 + "a" + ")" * 60, '"a" ' * (MOST_PARTS + 1)):
        with pytest.raises(OverlongQueryError):
            parse([query])


def test_a_query_in_decomposed_letters_may_be_as_long(sample: Archive) -> None:
    """The limit is of letters as they are read: typed as letter and marks, a query is not refused before another."""
    query = "e\u0302\u0301 " * (LONGEST_QUERY // 2)
    assert sample.search(query).total == sample.search("ế " * (LONGEST_QUERY // 2)).total
