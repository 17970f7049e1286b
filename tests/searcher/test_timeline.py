"""How often over time: against opening every article, and what is counted apart, and by which unit."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from searcher import Archive
from searcher.errors import ManyPeriodsError
from searcher.figures.timeline import Per
from searcher.meaning.question import Filters, question
from searcher.results.over_time import Apart, Period
from tests.conftest import Folder
from tests.program import Run

DATES = st.one_of(
    st.none(),
    st.sampled_from(("2019", "2020-02", "2020")),
    st.dates(date(2019, 11, 1), date(2020, 3, 31)).map(date.isoformat),
    st.dates(date(2020, 2, 20), date(2020, 3, 10)).map(lambda day: f"{day.isoformat()}T10:30:00"),
)
RECORDS = st.lists(
    st.fixed_dictionaries(
        {
            "title": st.sampled_from(("", "Cá ở cảng", "Tin bến cảng")),
            "body": st.lists(st.sampled_from(("cảng", "cá", "bến", "tôm")), min_size=1, max_size=8).map(" ".join),
            "published": DATES,
            "source": st.sampled_from((None, "Báo Sáng", "Báo Chiều")),
        }
    ),
    max_size=25,
)
QUERIES: tuple[tuple[str, ...], ...] = (
    ("cá",),
    ("cảng cá",),
    ("cảng", "cá"),
    ("ca", "OR", "cá"),
    ("cá", "OR", "cảng cá"),
    ("cảng", "NOT", "tôm"),
    ("title:cá",),
    ("date:2020",),
    ('source:"Báo Sáng" cá',),
    ("tàu",),
)


class _Slow:
    """Articles, places and all articles of an archive by date, by opening each of them."""

    def __init__(self, archive: Archive, query: tuple[str, ...], filters: Filters) -> None:
        self.articles: Counter[str] = Counter()
        self.places: Counter[str] = Counter()
        self.all: Counter[str] = Counter()
        snapshot = archive._snapshot
        condition = archive._condition(question(query, filters=filters))
        matching = set(snapshot.evaluate(condition).numbers.tolist())
        for number in snapshot.numbers():
            article = snapshot.article(number)
            day = (article.published or "")[:10]
            if self._has_facts(day, article.source, query, filters):
                self.all[day] += 1
            if number in matching:
                self.articles[day] += 1
                self.places[day] += len(snapshot.places(condition, number, article))

    @staticmethod
    def _has_facts(day: str, source: str | None, query: tuple[str, ...], filters: Filters) -> bool:
        if filters.source or query[0].startswith("source:"):
            return source == "Báo Sáng" and not (filters.since and day < filters.since)
        if query == ("date:2020",):
            return day.startswith("2020") and not (filters.since and day < filters.since)
        return not (filters.since and day < filters.since)

    @staticmethod
    def by(per: Per, days: Mapping[str, int]) -> Counter[str]:
        """Counts of whole periods; what is less precise is under ``less``, what has no date under nothing."""
        found: Counter[str] = Counter()
        for day, many in days.items():
            found[day[: per.length] if len(day) >= per.length else day and "less"] += many
        return found


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(RECORDS, st.sampled_from((Filters(), Filters(source="Báo Sáng"), Filters(since="2020-01"))))
def test_a_timeline_is_what_opening_each_article_counts(
    tmp_path: Path, records: list[dict[str, object]], filters: Filters
) -> None:
    """All figures of each period, of what is less precise and of what has no date; and their sums."""
    with tempfile.TemporaryDirectory(dir=tmp_path) as place:
        folder = Folder(Path(place))
        folder.records("a.jsonl", *({"id": str(at), **record} for at, record in enumerate(records)))
        folder.update()
        with folder.open() as archive:
            for query in QUERIES:
                slow = _Slow(archive, query, filters)
                count = archive.count(query, filters=filters)
                for per in Per:
                    found = archive.timeline(query, per=per, filters=filters)
                    articles, places, of_all = (slow.by(per, days) for days in (slow.articles, slow.places, slow.all))
                    for period in found.periods:
                        key = period.key
                        counted = (period.articles, period.occurrences, period.of_all)
                        assert counted == (articles.pop(key, 0), places.pop(key, 0), of_all[key])
                        assert period.articles <= period.of_all
                        assert len(period.titles) == min(3, period.articles)
                    assert found.less_precise == Apart(articles.pop("less", 0), places.pop("less", 0))
                    assert found.undated == Apart(articles.pop("", 0), places.pop("", 0))
                    assert not +articles
                    assert not +places
                    every: list[Period | Apart] = [*found.periods, found.less_precise, found.undated]
                    assert sum(each.articles for each in every) == count.articles == found.total
                    assert sum(each.occurrences for each in every) == count.occurrences == found.occurrences


@pytest.fixture
def harbour(folder: Folder) -> Folder:
    """A paper that speaks of a harbour now and then, and one that does not."""
    dated = (
        ("2019-11-30", "Báo Sáng", "Cảng cá mở cửa", "cảng cá, cảng cá"),
        ("2019-11-30T23:59:59", "Báo Sáng", "Chợ phiên", "rau quả"),
        ("2020-02-01", "Báo Sáng", "Tàu về", "tàu về cảng cá"),
        ("2020-02-29", "Báo Chiều", "Đua thuyền", "đua thuyền"),
        ("2020-01-05", "Báo Chiều", "Mưa", "mưa lớn"),
        ("2020-02", "Báo Sáng", "Tháng hai", "cảng cá"),
        ("2020", "Báo Sáng", "Cả năm", "cảng cá cảng cá"),
        (None, "Báo Sáng", "Không rõ ngày", "cảng cá"),
    )
    names = ("published", "source", "title", "body")
    folder.records("a.jsonl", *({"id": str(at), **dict(zip(names, of, strict=True))} for at, of in enumerate(dated)))
    folder.update()
    return folder


def test_empty_months_stand_between_and_imprecise_dates_apart(harbour: Folder) -> None:
    """Months without a match keep their place and all their articles; a mere year and no date at all are no month."""
    with harbour.open() as archive:
        found = archive.timeline("cảng cá", per="month")
    assert found.periods == (
        Period("2019-11", 1, 3, 2, (("0", "Cảng cá mở cửa"),)),
        Period("2019-12", 0, 0, 0),
        Period("2020-01", 0, 0, 1),
        Period("2020-02", 2, 2, 3, (("5", "Tháng hai"), ("2", "Tàu về"))),
    )
    assert [period.per_thousand for period in found.periods] == [500, 0, 0, pytest.approx(2000 / 3)]
    assert (found.less_precise, found.undated) == (Apart(1, 2), Apart(1, 1))
    assert (found.total, found.occurrences, found.per) == (5, 8, "month")


def test_rates_are_of_the_articles_that_have_the_facts_asked_for(harbour: Folder) -> None:
    """Of a source's articles where it is a filter or in the query, and of the days asked for; text is no fact."""
    with harbour.open() as archive:
        by_filter = archive.timeline("cảng cá", per="year", filters=Filters(source="báo sáng"))
        in_query = archive.timeline('source:"báo sáng" "cảng cá"', per="year")
        assert [(each.key, each.articles, each.of_all) for each in by_filter.periods] == [
            ("2019", 1, 2),
            ("2020", 3, 3),
        ]
        assert in_query.periods == by_filter.periods
        assert by_filter.filters == (("source", "báo sáng"),)
        late = archive.timeline("cảng cá", per="month", filters=Filters(since="2020-02-01"))
        assert [(each.key, each.articles, each.of_all) for each in late.periods] == [("2020-02", 1, 2)]
        both = archive.timeline("(cảng OR mưa) (source:sáng OR source:chiều) NOT date:2019", per="year")
        assert [(each.key, each.articles, each.of_all) for each in both.periods] == [("2020", 4, 5)]
        facts = archive.timeline("date:2020", per="year")
        assert [(each.articles, each.of_all, each.occurrences) for each in facts.periods] == [(5, 5, 0)]
        spoken = archive.timeline("cảng", per="year", filters=Filters(speaker="Nguyễn Văn A"))
        assert spoken.total == 0


@pytest.mark.parametrize(
    ("dates", "per"),
    [
        ([date(2020, 1, 1) + timedelta(days) for days in range(0, 40, 2)] + [date(2020, 2, 9)], "day"),
        ([date(2020, 1, 1) + timedelta(days) for days in range(0, 41, 2)], "month"),
        ([date(2020 + month // 12, month % 12 + 1, 1) for month in range(0, 40, 2)] + [date(2023, 4, 30)], "month"),
        ([date(2020 + month // 12, month % 12 + 1, 1) for month in range(0, 41, 2)], "year"),
        ([date(2020, 1, 1), date(2020, 1, 12)], "day"),
        ([date(2020, 1, 1), date(2020, 1, 13)], "month"),
        ([date(2020, 1, 1), date(2020, 12, 31)], "month"),
        ([date(2020, 1, 1), date(2021, 1, 1)], "year"),
        (["2020-01", "2020-02", date(2020, 1, 1)], "month"),
        (["2020", date(2020, 1, 1)], "year"),
        (["2020", *[date(2020, 1, 1)] * 9], "day"),
        ([None, date(2020, 1, 1)], "day"),
        ([None], "year"),
        ([date(1801, 1, 1), date(2020, 1, 1)], "year"),
    ],
)
def test_the_unit_follows_from_the_time_and_how_precise_dates_are(
    dates: list[object], per: str, folder: Folder
) -> None:
    """The shortest unit that nine dates in ten are precise enough for, of at most forty periods and two an article."""
    folder.records(
        "a.jsonl",
        *({"id": str(at), "body": "cảng", "published": of and str(of)} for at, of in enumerate(dates)),
    )
    folder.update()
    with folder.open() as archive:
        assert archive.timeline("cảng").per == per


def test_a_date_that_lies_millennia_away_is_refused_by_days(folder: Folder) -> None:
    """Years with a misread one are counted; as days they would be more than a memory should hold."""
    dates = ("1801-01-01", "9999-12-31")
    folder.records("a.jsonl", *({"id": of, "body": "cảng", "published": of} for of in dates))
    folder.update()
    with folder.open() as archive:
        years = archive.timeline("cảng", per="year").periods
        assert (len(years), years[0].key, years[-1].key) == (8199, "1801", "9999")
        for per in ("month", "day"):
            with pytest.raises(ManyPeriodsError):
                archive.timeline("cảng", per=per)
    run = Run("timeline", "--per", "day", "cảng", index=folder.index)
    assert run.status == 2
    assert "more than 40000 periods" in run.err


def test_what_reads_as_no_date_is_without_one(harbour: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A value that other hands wrote into an index, and that is no date, belongs to no period and stops nothing."""
    with harbour.open() as archive:
        snapshot = archive._snapshot
        odd = ["", "2019-02-31", "2019-13", "20190101", "hôm qua", "٢٠١٩"]
        real = snapshot.beginnings
        monkeypatch.setattr(snapshot, "beginnings", lambda *asked: (odd, real(*asked)[1] % len(odd)))
        for per in Per:
            found = archive.timeline("cảng cá", per=per)
            assert (found.periods, found.undated.articles) == ((), 5)
