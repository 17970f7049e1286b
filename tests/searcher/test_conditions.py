"""Nearness, quotations, speakers, facts and dates in a query, from what is typed to what is found."""

from __future__ import annotations

import pytest

from searcher.errors import EmptyFilterError, TurnedDatesError
from searcher.meaning.question import Filters
from tests.conftest import Folder

SAID = (
    "Ông Nguyễn Văn Tròn, Trưởng khu phố 3, nói: “Dân biết thì dân mới bàn được”.",
    "Bà Lê Thị Mến cho biết: “Chúng tôi góp cả đường lẫn đèn”.",
)


@pytest.fixture
def archive(folder: Folder) -> Folder:
    """Four articles with facts, two of which quote somebody."""
    folder.records(
        "d.jsonl",
        {"id": "a", "title": "Họp tổ", "body": "\n".join(SAID), "source": "Báo Sáng", "date": "2019-05-04T08:00"},
        {"id": "b", "title": "Dân bàn", "body": "dân một hai bàn", "source": "Báo Chiều", "author": "Kim Liên"},
        {"id": "c", "body": SAID[1], "source": "Thông tấn xã Việt Nam", "date": "2020-12-31", "section": "Đời sống"},
        {"id": "d (1)", "body": "Dân biết và mới bàn được.", "date": "2021"},
    )
    folder.update()
    return folder


NEAR = [
    ('"dân bàn"~0', ["b"]),
    ('"bàn dân"~0', ["b"]),
    ('"hai dân"~1', ["b"]),
    ('"hai dân"~0', []),
    ('"bàn một dân"~1', ["b"]),
    ('"dan ban"~3', ["a", "b", "d (1)"]),
    ('"dân dân"~2', ["a"]),
    ('"dân dân"~1', []),
    ('title:"bàn dân"~3', ["b"]),
    ('body:"dân bàn"~0', []),
    ('quote:"bàn dân"~1', ["a"]),
]
FIELDS = [
    (["quote:dân"], ["a"]),
    (["quote:tròn"], []),
    (['quote:"dân biết"', "speaker:Tròn"], ["a"]),
    (['quote:"dân biết"', "speaker:Mến"], []),
    (["quote:đường", "speaker:mến"], ["a", "c"]),
    (["speaker:Mến", "-speaker:Tròn"], ["c"]),
    (["speaker:Lê Thị Mến"], ["a", "c"]),
    (["speaker:Trưởng khu phố"], []),
    (["speaker:(Tròn OR Mến)", "quote:(đèn OR bàn)"], ["a", "c"]),
    (["speaker:(NOT Mến)"], ["a"]),
    (["source:Sáng"], ["a"]),
    (["source:báo"], ["a", "b"]),
    (["source:TTXVN"], ["c"]),
    (["source:(báo -sáng)"], ["b"]),
    (["author:liên"], ["b"]),
    (["section:đời sống"], ["c"]),
    (["-source:báo", "dân"], ["d (1)"]),
    (["id:a"], ["a"]),
    (["id:(a OR b)"], ["a", "b"]),
    (["id:d (1)"], ["d (1)"]),
    (["id:x"], []),
    (["date:2019"], ["a"]),
    (["date:2019-05-04"], ["a"]),
    (["date:4/5/2019"], ["a"]),
    (["date:5/2019..2020"], ["a", "c"]),
    (["date:2020.."], ["c", "d (1)"]),
    (["date:..2020"], ["a", "c"]),
    (["-date:2019", "dân"], ["b", "d (1)"]),
    (["date:(2019 OR 2021)", "dân"], ["a", "d (1)"]),
    (["source:báo", "date:2019", "quote:bàn"], ["a"]),
]


@pytest.mark.parametrize(("query", "ids"), NEAR)
def test_near_means_any_order_and_so_many_others_between(archive: Folder, query: str, ids: list[str]) -> None:
    """The words of a near phrase stand in one paragraph, each at a place of its own, in fields and quotations too."""
    assert archive.ids(query) == ids


@pytest.mark.parametrize(("query", "ids"), FIELDS)
def test_fields_of_facts_and_quotations(archive: Folder, query: list[str], ids: list[str]) -> None:
    """Names are found by any part, ids as they are, dates in ranges, words in quotations, of a speaker as well."""
    assert archive.ids(*query) == ids


def test_a_near_match_is_shown_from_its_first_to_its_last_word(archive: Folder) -> None:
    """What is marked is the shortest stretch that holds the words."""
    with archive.open() as opened:
        (hit,) = opened.search('"một bàn"~2').hits
        (snippet,) = hit.snippets
        assert [snippet.text[start:end] for start, end in snippet.spans] == ["một hai bàn"]


def test_what_somebody_said_is_shown_whole(archive: Folder) -> None:
    """Asked for a speaker alone, each quotation is a place, and its words are marked."""
    with archive.open() as opened:
        found = opened.search("speaker:Tròn")
        assert (found.total, found.occurrences) == (1, 1)
        (snippet,) = found.hits[0].snippets
        assert [snippet.text[start:end] for start, end in snippet.spans] == ["Dân biết thì dân mới bàn được"]
        assert opened.count(['quote:"dân"', "speaker:Tròn"]).occurrences == 2


def test_a_speaker_as_an_option_is_a_filter(archive: Folder) -> None:
    """It adds no places; where quotations are looked at, only those of the speaker are."""
    with archive.open() as opened:
        of_mến = Filters(speaker="mến")
        assert opened.count("dân", filters=of_mến).articles == 1
        assert opened.count("dân", filters=of_mến).occurrences == 2
        assert opened.count("đèn", fields=("quote",), filters=of_mến).articles == 2
        assert opened.count("dân", fields=("quote",), filters=of_mến).articles == 0
        assert opened.count("dân", fields=("quote",)).occurrences == 2
        assert opened.count(["dân", "bàn"], fields=("quote",)).articles == 1
        assert opened.count(["quote:dân"], filters=of_mến).articles == 0


def test_speakers_and_filters_are_found_in_all_their_ways(folder: Folder) -> None:
    """A speaker, a source or an author is found by an abbreviation, as a field and as an option."""
    folder.records(
        "d.jsonl",
        {"id": "1", "body": "Ông Pu-tin nói: “Đường dài thì đi lâu lắm”.", "source": "ủy ban nhân dân xã"},
        {"id": "2", "body": "Ông Putin nói: “Đường ngắn thì đi nhanh lắm”.", "source": "Báo Sáng"},
    )
    folder.update()
    assert folder.ids("speaker:Putin") == folder.ids("speaker:Pu-tin") == ["1", "2"]
    assert folder.ids("ông", filters=Filters(speaker="Putin")) == ["1", "2"]
    assert folder.ids("source:UBND") == folder.ids("ông", filters=Filters(source="UBND")) == ["1"]
    assert (
        folder.ids("source:UBND", aliases=None) == folder.ids("ông", filters=Filters(source="UBND"), aliases=None) == []
    )


def test_what_is_empty_or_turned_is_refused(archive: Folder) -> None:
    """A filter without a word, and dates that end before they begin."""
    for name in ("source", "section", "author", "speaker"):
        with pytest.raises(EmptyFilterError):
            Filters(**{name: " ,"})
    with pytest.raises(TurnedDatesError):
        Filters(since="2021", until="2019-12")
    assert archive.ids("dân", filters=Filters(since="2019-05", until="2019")) == ["a"]


def test_a_quotation_over_paragraphs_is_marked_where_it_begins(folder: Folder) -> None:
    """Its words are found in each of its paragraphs, and it counts as one place of its speaker."""
    folder.articles(["Ông Trần Văn Bảy nói: “Một là làm đường.", "“Hai là làm đèn”, ông Bảy nói thêm."])
    with folder.open() as opened:
        found = opened.search("speaker:Bảy")
        assert found.occurrences == found.hits[0].occurrences == 1
        assert opened.count("quote:đèn speaker:Bảy").articles == 1
        (snippet,) = found.hits[0].snippets
        assert [snippet.text[start:end] for start, end in snippet.spans] == ["Một là làm đường"]
