"""How often over time: against opening every article, and what is counted apart; then the command and its bars."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from searcher import Archive
from searcher.errors import ManyPeriodsError
from searcher.figures.timeline import Per
from searcher.meaning.question import Filters, question
from searcher.printers.human import over_time
from searcher.printers.terminal import Terminal, cells
from searcher.results.over_time import Apart, Period, Timeline
from tests.conftest import Folder
from tests.searcher.test_cli import PROGRAM, Run

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


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
        ([date(1, 1, 1), date(2020, 1, 1)], "year"),
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
    dates = ("0001-01-01", "9999-12-31")
    folder.records("a.jsonl", *({"id": of, "body": "cảng", "published": of} for of in dates))
    folder.update()
    with folder.open() as archive:
        years = archive.timeline("cảng", per="year").periods
        assert (len(years), years[0].key, years[-1].key) == (9999, "0001", "9999")
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


def test_the_command_in_each_form(harbour: Folder) -> None:
    """The same figures as a table and as objects; what has no period is said beside them."""
    asked = ("timeline", "cảng cá", "--per", "month")
    table = Run(*asked, index=harbour.index)
    assert table.status == 0
    assert table.out.splitlines()[0] == "2019-11\t1\t3\t2\t500.0"
    assert len(table.out.splitlines()) == 4
    assert "key\tarticles\toccurrences\tall\tper_thousand" in table.err
    assert "Dated less precisely, in no period: 1 article, 2 places." in table.err
    assert "Without a date, in no period: 1 article, 1 place." in table.err
    assert "5 articles, 8 places." in table.err
    lines = Run(*asked, "--format", "jsonl", index=harbour.index).objects
    assert lines[3] == {
        "schema": 1, "key": "2020-02", "articles": 2, "occurrences": 2, "all": 3, "per_thousand": 666.667,
    }  # fmt: skip


def test_the_command_says_which_unit_it_chose_and_that_nothing_was_found(harbour: Folder) -> None:
    """Without ``--per`` the unit is named; nothing found is exit status 1, and no figures."""
    chosen = Run("timeline", "cảng cá", index=harbour.index)
    assert "Counted by year; --per asks for another unit." in chosen.err
    none = Run("timeline", "tàu hỏa", index=harbour.index)
    assert (none.status, none.out) == (1, "")
    assert "Nothing found." in none.err


def _timeline(*articles: int) -> Timeline:
    periods = tuple(Period(f"20{at:02}", many, many, 1000) for at, many in enumerate(articles))
    return Timeline("year", periods, Apart(0, 0), Apart(0, 0), sum(articles), sum(articles))


def _lines(found: Timeline, width: int, **can: bool) -> list[str]:
    return list(
        over_time.timeline(found, Terminal(width, can.get("colour", False), False, False, can.get("blocks", True)))
    )


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=30), st.integers(20, 200))
def test_bars_fit_the_screen_and_grow_with_the_figures(articles: list[int], width: int) -> None:
    """No line is wider than the screen, more articles never have a shorter bar, and only none have no bar."""
    found = _timeline(*articles, 1)
    for blocks in (True, False):
        head, *lines = _lines(found, width, blocks=blocks)
        assert max(map(cells, (head, *lines))) <= max(width, 30)
        assert len({cells(line.rstrip("█▏▎▍▌▋▊▉#")) for line in lines if line[-1] in "█▏▎▍▌▋▊▉#"}) == 1
        bars = [len(line) * 8 + " ▏▎▍▌▋▊▉█#".find(line[-1]) for line in lines]
        drawn = [line[-1] in "█▏▎▍▌▋▊▉#" for line in lines]
        assert drawn == [many > 0 for many in (*articles, 1)]
        order = sorted((many, bar) for many, bar, has in zip((*articles, 1), bars, drawn, strict=True) if has)
        assert [bar for _, bar in order] == sorted(bar for _, bar in order)


def test_bars_on_screens_with_and_without_blocks_and_colours() -> None:
    """Eighths where they can be written, number signs where not, and colours only where they are wanted."""
    found = _timeline(16, 9, 0)
    plain = _lines(found, 40)
    assert plain == [
        "Year  Articles  Per 1,000",
        "2000        16       16.0  █████████████",
        "2001         9       9.00  ███████▎",
        "2002         0          0",
    ]
    assert _lines(found, 40, blocks=False)[1:3] == [line.translate({0x2588: "#", 0x258E: ""}) for line in plain[1:3]]
    assert "\x1b" not in "".join(plain)
    assert _lines(found, 40, colour=True)[1] == "2000        16       16.0  \x1b[36m█████████████\x1b[0m"
    assert _lines(_timeline(), 40) == []


@pytest.mark.parametrize(
    ("encoding", "environment", "has_blocks"),
    [("utf-8", {}, True), ("utf-8", {"TERM": "dumb"}, False), ("ascii", {}, False), ("cp1258", {}, False)],
)
def test_blocks_are_drawn_where_they_can_be_written(
    encoding: str, environment: dict[str, str], has_blocks: bool
) -> None:
    """An encoding that lacks the blocks, or a dumb terminal, gets none."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    assert Terminal.of(stream, "auto", environment).has_blocks is has_blocks


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    """A folder for files; nothing but what is asked for may be left in it."""
    place = tmp_path / "written"
    place.mkdir()
    yield place
    assert not [name for name in os.listdir(place) if name.startswith(".")]


def test_files_are_written_beside_the_figures(harbour: Folder, written: Path) -> None:
    """A drawing and a page come to stand under their names, with the rights of a new file or of the one before."""
    drawing, page = written / "bến cảng.svg", written / "t.html"
    page.write_text("old")
    page.chmod(0o600)
    run = Run("timeline", "cảng cá", "--svg", str(drawing), "--html", str(page), index=harbour.index)
    assert run.status == 0
    assert len(run.out.splitlines()) == 2
    assert f"Written: {drawing}" in run.err
    assert drawing.read_text("utf-8").startswith("<?xml")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert stat.S_IMODE(drawing.stat().st_mode) & 0o600 == 0o600


def test_files_are_written_whoever_reads_the_figures(harbour: Folder, written: Path) -> None:
    """A pipe that is closed before the first line takes nothing from the file."""
    reader, writer = os.pipe()
    os.close(reader)
    asked = ("timeline", "cảng cá", "--svg", str(written / "t.svg"))
    environment = {**os.environ, "TIMBAO_INDEX": str(harbour.index)}
    done = subprocess.run((*PROGRAM, *asked), stdout=writer, stderr=subprocess.DEVNULL, env=environment, check=False)
    os.close(writer)
    assert done.returncode == 0
    assert (written / "t.svg").read_text("utf-8").rstrip().endswith("</svg>")


def test_a_hyphen_is_standard_output(harbour: Folder) -> None:
    """The drawing alone is on standard output, in UTF-8 whatever the locale; two at once are refused."""
    for environment in ({}, {"PYTHONUTF8": "0", "LANG": "C", "PYTHONIOENCODING": "ascii"}):
        run = Run("timeline", "cảng cá", "--svg", "-", index=harbour.index, env=environment)
        assert run.out.startswith("<?xml")
        assert run.out.rstrip().endswith("</svg>")
        assert "cảng cá" in run.out
    assert Run("timeline", "cảng cá", "--svg", "-", "--html", "-", index=harbour.index).status == 2


@pytest.mark.parametrize("name", ["missing/t.svg", ".", "page.txt/t.svg", "x" * 300])
def test_what_cannot_be_written_is_said(name: str, harbour: Folder, written: Path) -> None:
    """A folder that is missing, a folder, a file as a folder, too long a name: exit status 4, and nothing is left."""
    (written / "page.txt").write_text("kept")
    run = Run("timeline", "cảng cá", "--svg", str(written / name), index=harbour.index)
    assert run.status == 4
    assert "cannot be written: " in run.err
    assert "Traceback" not in run.err
    assert os.listdir(written) == ["page.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no links that everybody may make")
def test_a_link_and_a_device_stay_what_they_are(harbour: Folder, written: Path) -> None:
    """A link still leads to its file, which has the drawing, and what is no file is written to as it is."""
    target, link = written / "target.svg", written / "link.svg"
    target.write_text("old")
    link.symlink_to(target)
    assert Run("timeline", "cảng cá", "--svg", str(link), index=harbour.index).status == 0
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("<?xml")
    assert Run("timeline", "cảng cá", "--html", "/dev/null", index=harbour.index).status == 0
    assert not Path("/dev/null").is_file()


def test_a_file_that_fails_half_way_leaves_what_stood_there(written: Path) -> None:
    """Lines that end in an error leave the old file, and no draft."""
    from searcher.commands.written_file import write_file

    def lines() -> Iterator[str]:
        yield "first"
        raise KeyboardInterrupt

    target = written / "t.svg"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_file(str(target), lines())
    assert target.read_text() == "old"
