"""Whatever is typed is answered or refused, and what is answered adds up."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from searcher import Archive
from searcher.errors import QueryError
from searcher.meaning.question import question
from searcher.query.tree import described

WORDS = """dân dan biết ban bàn UBND ủy nhân TP.HCM 28/1/2022 ngày tháng 1 năm 2019 Mến Pu-tin daan xyzzy của xã
    đường \u0301 \udcff \x00 ., H'Hen 2,4%""".split()
SYNTAX = """* - ( ) OR AND NOT VÀ ~2 ~0 " “ ” title: quote: speaker: source: author: section: date: id: ..
    2019..2020""".split()
PIECES = st.lists(st.sampled_from(WORDS) | st.sampled_from(WORDS) | st.sampled_from(SYNTAX), min_size=1, max_size=5)
SHAPES = st.sampled_from(('"{}"', "{}", "{}", '"{}"~3', "quote:({})", "title:{}", "date:{}", "-{}", "{} OR dân"))
ARGUMENTS = st.lists(
    st.builds(lambda shape, pieces: shape.format(" ".join(pieces)), SHAPES, PIECES), min_size=1, max_size=3
)
HOW = st.fixed_dictionaries(
    {},
    optional={
        "match": st.sampled_from(("all", "any", "phrase")),
        "plain": st.booleans(),
        "accents": st.sampled_from(("auto", "exact", "ignore")),
        "fields": st.sampled_from((("title",), ("body", "lead"), ("quote",))),
        "aliases": st.none(),
    },
)


def _reads(arguments: list[str], how: dict[str, Any]) -> bool:
    try:
        question(arguments, **how)
    except QueryError as error:
        return not 0 <= error.at <= len(error.query)
    return True


@settings(suppress_health_check=list(HealthCheck), max_examples=200)
@given(ARGUMENTS, HOW)
def test_whatever_reads_is_answered(sample: Archive, arguments: list[str], how: dict[str, Any]) -> None:
    """Search, count and concordance agree, what is proposed gives something, and what is explained was asked."""
    assume(_reads(arguments, how))
    found = sample.count(arguments, **how)
    hits = sample.search(arguments, limit=None, **how)
    if not hits.loose:
        assert (hits.total, hits.occurrences) == (found.articles, found.occurrences)
    assert hits.total == len(hits.hits)
    assert hits.occurrences == sum(hit.occurrences for hit in hits.hits)
    assert len(list(sample.kwic(arguments, **how))) == found.occurrences
    assert all(each.articles > 0 for each in sample.suggest(arguments, **how))
    assert sample.explain(arguments, **how).reading == described(question(arguments, **how).tree)
