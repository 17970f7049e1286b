"""What is there is found: the cases of Vietnamese text, through the whole of it, from a page to a hit."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest

from searcher import Archive
from searcher.errors import UnknownArticleError, WrongDateError
from searcher.meaning.question import Filters
from tests.conftest import Folder

FOUND_BY = [
    ("bám sát phương châm “Dân biết, dân bàn, dân làm”", "dân biết, dân bàn"),
    ("bám sát phương châm “Dân biết, dân bàn, dân làm”", "dân biết dân bàn"),
    ("bám sát phương châm “Dân biết, dân bàn, dân làm”", "dan biet, dan ban"),
    ("bám sát phương châm “Dân biết, dân bàn, dân làm”", "dân biet"),
    ("DÂN BIẾT, DÂN BÀN", "dân biết, dân bàn"),
    ("dân biết – «dân bàn»", "dân biết, dân bàn"),
    ('dân biết, ‘dân’ "bàn"', "dân biết, dân bàn"),
    ("Nghị quyết số 06-NQ/TU", "06 – NQ/TU"),
    ("Nghị quyết số 06 – NQ/TU", "06-NQ/TU"),
    ("Nghị quyết số 06 ‑ NQ/TU", "06-nq/tu"),
    ("ngày 28-1-2022", "28/1/2022"),
    ("1.000.000 đồng", "1,000,000 đồng"),
    ("tăng 2,4% một năm", "2,4%"),
    ("dịch Covid – 19", "COVID-19"),
    ("xe 49X-6666", "49X 6666"),
    ("tiêm kích F-16", "F-16"),
    ("ở TP. HCM", "TP.HCM"),
    ("chị H’Hen Niê", "H'Hen Niê"),
    ("hoà bình ở xã Thuỷ Xuân", "hòa bình"),
    ("hòa bình ở xã Thủy Xuân", "thuỷ xuân"),
    ("uỷ ban khoẻ mạnh", "ủy ban khỏe mạnh"),
    ("kĩ thuật của bác sỹ người Mĩ", "kỹ thuật của bác sĩ người Mỹ"),
    ("gỡ vịêt vị lựơng", "việt vị lượng"),
    ("ủy ban sâu tụy", "uỷ ban sâu tuỵ"),
    ("thuýên chuyển qúy khách gìa cả", "thuyến chuyển quý khách già cả"),
    ("qui định với quí khách", "quy định với quý khách"),
    ("lí do hi vọng ở tỉ lệ", "lý do hy vọng ở tỷ lệ"),
    ("Ðảng bộ", "đảng bộ"),
    ("ɖất và Ɖảng", "đất và đảng"),
    ("e\u0302\u0301ch và e\u0301\u0302ch", "ếch và ếch"),
    ("dâ\u200dn bi\u2060ế\ufefft", "dân biết"),
    ("ĐẢNG ỦY XÃ", "đảng uỷ xã"),
    ("‘dân biết’, „dân bàn“, 'dân làm'", "dân biết, dân bàn, dân làm"),
    ("từ 28.01.2022 trở đi", "28/01/2022"),
    ("cô Y ở to an", "y ở to an"),
    ("dâ\u00adn bi\u200bết", "dân biết"),
    ("dân\u00a0biết", "dân biết"),
    ("y tế ở xã", "ở"),
    ("học sinh học bài", "sinh học"),
    ("hợp tác xã hội nhập", "xã hội"),
    ("300m² đất", "300 m2"),
    ("Thu nhap cua dan", "thu nhap"),
]
NOT_FOUND_BY = [
    ("dân bàn, dân biết", "dân biết, dân bàn"),
    ("dân biết", "dẫn biết"),
    ("ban bán bạn", "bàn"),
    ("dành dụm", "giành dụm"),
    ("chị Thúy", "chị Thúi"),
    ("đường làng", "dương làng"),
    ("đường làng", "đuong làng"),
    ("dan biet", "dân biết"),
    ("con ở nhà", "ơ"),
    ("bàn tay", "bàn tai"),
    ("qua sông", "quà sông"),
    ("giếng làng", "giềng làng"),
    ("ma má mà mả mã mạ", "mà má"),
    ("1.000.000 đồng", "1.000 đồng"),
    ("số 06 của NQ và TU", "06-NQ/TU"),
]


@pytest.mark.parametrize(("text", "query"), FOUND_BY)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_found(folder: Folder, text: str, query: str, form: str) -> None:
    """The phrase is found in either normal form of text and query, and what is shown is the author's own text."""
    shown = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    folder.articles(f"Mở đầu. {shown} và hết.", "Một bài khác hẳn.")
    assert folder.ids(query) == ["0"]
    assert folder.ids(unicodedata.normalize("NFD", query)) == ["0"]
    with folder.open() as archive:
        (hit,) = archive.search(query).hits
        (snippet,) = hit.snippets
        assert snippet.text in hit.article.paragraphs[0]
        assert shown in hit.article.paragraphs[0]
        assert len(snippet.spans) == 1


@pytest.mark.parametrize(("text", "query"), NOT_FOUND_BY)
def test_not_found(folder: Folder, text: str, query: str) -> None:
    """Other words, other orders and other accents are not the phrase."""
    folder.articles(text)
    assert folder.ids(query) == []


def test_a_phrase_crosses_no_paragraph_but_a_line_feed(folder: Folder) -> None:
    """The end of a paragraph parts words, a line feed inside one does not."""
    folder.articles(["Việc làng dân", "biết cả."])
    assert folder.ids("dân biết") == []
    text = (
        "Con đường vào thôn được mở rộng gấp đôi, và mọi khoản thu chi dân biết hết, từ bao xi măng tới cái bay, cái "
        "xẻng mà đội thi công đã mượn của hợp tác xã lần thứ {at} trong năm."
    )
    wrapped = "\n\n".join(textwrap.fill(text.format(at=at), 68) for at in range(9))
    assert wrapped.count("dân\nbiết") == 9
    folder.page("wrapped.txt", f"Tiêu đề\n\n{wrapped}")
    folder.update()
    assert folder.ids("dân biết hết") == ["pages/wrapped.txt"]


def test_keywords_must_all_occur_anywhere_in_an_article(folder: Folder) -> None:
    """Separate words may stand in any order and any field; one that is missing is a miss."""
    folder.records(
        "d.jsonl",
        {"id": "all", "title": "Chính sách", "lead": "cách tân", "body": "cải tạo\nhành động"},
        {"id": "some", "title": "Chính sách", "body": "cải cách"},
    )
    folder.update()
    assert folder.ids("cải", "cách", "hành", "chính") == []
    with folder.open() as archive:
        assert [hit.article.id for hit in archive.search(["cải", "cách", "hành", "chính"]).hits] == ["all"]
        assert archive.count(["cải", "cách", "hành", "chính"]).occurrences == 4
        assert {hit.article.id for hit in archive.search(["hành", "chính"], match="any").hits} == {"all", "some"}


def test_articles_with_the_words_in_a_row_come_first(folder: Folder) -> None:
    """Of articles with all the words, those that have them as typed are ahead of better scored ones."""
    folder.articles("hành chính cải cách " * 9, "bàn về cải cách hành chính ở một xã nhỏ nhiều việc khác nữa", "khác")
    with folder.open() as archive:
        found = archive.search(["cải", "cách", "hành", "chính"])
        assert [hit.article.id for hit in found.hits] == ["0", "1"]
        found = archive.search(["một", "xã"])
        assert [hit.article.id for hit in found.hits] == ["1"]
        assert archive.search(["chính", "ở"]).hits[0].article.id == "1"


def test_a_phrase_that_stands_nowhere_falls_back_and_says_so(folder: Folder) -> None:
    """The same words, nearest together first; never where the phrase was insisted on or counted."""
    folder.articles("bàn rồi mới biết, còn dân thì chờ", "dân thì bàn biết bao lần", "dân", "bàn biết")
    with folder.open() as archive:
        found = archive.search("dân bàn biết")
        assert found.loose
        assert [hit.article.id for hit in found.hits] == ["1", "0"]
        assert not archive.search("bàn biết").loose
        assert archive.search("dân bàn biết", match="phrase").total == 0
        assert archive.count("dân bàn biết").articles == 0
        assert not archive.search("không có gì").loose


def test_accents_can_be_exact_or_ignored(folder: Folder) -> None:
    """Bare means any accenting, or itself alone; ignoring accents takes the query's off too."""
    folder.articles("dân biết", "dan biet", "dẫn biệt")
    assert folder.ids("dan biet") == ["0", "1", "2"]
    assert folder.ids("dan biet", accents="exact") == ["1"]
    assert folder.ids("dân biết", accents="ignore") == ["0", "1", "2"]
    assert folder.ids("dân biet") == ["0"]


def test_operators_groups_and_fields(folder: Folder) -> None:
    """Any, all, not and fields mean what they say, nested too."""
    folder.records(
        "d.jsonl",
        {"id": "1", "title": "con đường", "body": "làng trên"},
        {"id": "2", "title": "con kênh", "body": "làng dưới có con đường"},
        {"id": "3", "title": "cái chợ", "body": "xóm trên", "captions": ["con đường"]},
    )
    folder.update()
    assert folder.ids('"con đường" OR "cái chợ"') == ["1", "2", "3"]
    assert folder.ids("title:đường OR title:chợ") == ["1", "3"]
    assert folder.ids("làng", "-kênh") == ["1"]
    assert folder.ids("NOT", "làng") == ["3"]
    assert folder.ids("(trên", "OR", "dưới)", "KHÔNG", "caption:đường") == ["1", "2"]
    assert folder.ids("con đường", fields=("body",)) == ["2"]
    assert folder.ids("con * trên") == []
    assert folder.ids("làng * có") == ["2"]


def test_filters_and_orders_by_date(folder: Folder) -> None:
    """Dates may be as short as a year, both ends included; articles without one are last in order, and in no range."""
    dates = {"a": "2019-12-31", "b": "2020-01-01T08:30", "c": "2020-06-15", "d": None}
    folder.records(
        "d.jsonl", *({"id": id_, "body": "tin", "date": date, "source": id_ * 2} for id_, date in dates.items())
    )
    folder.update()
    assert folder.ids("tin", filters=Filters(since="2020")) == ["b", "c"]
    assert folder.ids("tin", filters=Filters(since="2019-12", until="2020-01-01")) == ["a", "b"]
    assert folder.ids("tin", filters=Filters(until="2020")) == ["a", "b", "c"]
    assert folder.ids("tin", filters=Filters(source="dd")) == ["d"]
    assert folder.ids("NOT", "báo", filters=Filters(since="2020-06")) == ["c"]
    with folder.open() as archive:
        assert [hit.article.id for hit in archive.search("tin", order="newest").hits] == ["c", "b", "a", "d"]
        assert [hit.article.id for hit in archive.search("tin", order="oldest").hits] == ["a", "b", "c", "d"]
    with pytest.raises(WrongDateError):
        Filters(since="31/13/2019")


def test_pages_of_results_join_without_gap_or_overlap(folder: Folder) -> None:
    """Limit and offset cut one stable order into pieces."""
    folder.articles(*(f"tin số {at}" for at in range(25)))
    with folder.open() as archive:
        whole = [hit.article.id for hit in archive.search("tin", limit=None).hits]
        pieces = [
            hit.article.id for start in range(0, 30, 7) for hit in archive.search("tin", limit=7, offset=start).hits
        ]
        assert whole == pieces
        assert len(whole) == archive.search("tin", limit=0).total == 25
        assert archive.search("tin", offset=7).hits[0].rank == 8


def test_a_concordance_shows_every_occurrence(folder: Folder) -> None:
    """Each place has a line whose three parts are the author's text, end to end."""
    folder.articles(["Dân biết thì dân bàn, dân bàn thì dân làm.", "Còn dân kiểm tra"], "chẳng có")
    with folder.open() as archive:
        found = archive.kwic("dân", context=2)
        lines = list(found)
        assert (found.total, found.occurrences) == (1, 5)
        assert [line.match for line in lines] == ["Dân", "dân", "dân", "dân", "dân"]
        assert (lines[2].left, lines[2].right) == ("dân bàn, ", " bàn thì")
        assert (lines[4].left, lines[4].right) == ("Còn ", " kiểm tra")
        for line in lines:
            assert line.left + line.match + line.right in "\n".join(archive.article(line.id).paragraphs)


def test_snippets_are_cut_from_the_text(folder: Folder) -> None:
    """A long paragraph is cut between syllables round its matches; offsets give exactly these."""
    words = [f"chữ{at}" for at in range(400)]
    folder.articles(" ".join([*words[:200], "dân", "biết", *words[200:]]))
    with folder.open() as archive:
        (snippet,) = archive.search("dân biết").hits[0].snippets
        assert len(snippet.text) <= 240
        assert [snippet.text[start:end] for start, end in snippet.spans] == ["dân biết"]
        assert not snippet.starts
        assert not snippet.ends
        assert snippet.text.split()[0].startswith("chữ")


def test_an_article_is_given_by_its_id(sample: Archive) -> None:
    """The whole article comes back, and an unknown id is said to be unknown."""
    identity = sample.search("dân biết, dân bàn").hits[0].article.id
    article = sample.article(identity)
    assert article.id == identity
    assert any(marked.spans for marked in sample.marked(identity, "dân biết"))
    with pytest.raises(UnknownArticleError):
        sample.article("không có")


def test_the_slogans_of_the_sample_archive(sample: Archive) -> None:
    """The slogans that people look up are found in the pages in which they stand, with and without accents."""
    assert sample.count("dân biết, dân bàn").articles == 6
    assert sample.count("dan biet, dan ban").articles == 7
    assert sample.count("trọng dân, gần dân").articles == 4
    assert sample.count("của dân, do dân, vì dân").articles == 3
    assert sample.count(unicodedata.normalize("NFD", "“dân biết, dân bàn”")).articles == 6


def test_the_overview_counts_what_is_there(sample: Archive) -> None:
    """Articles, quotations and years of the sample archive."""
    found = sample.overview()
    assert (found.articles, found.pages, found.faults) == (35, 32, 0)
    assert found.quotations > 150
    assert (found.first or "")[:4] == "2003"
    assert found.size > 100_000


@pytest.mark.parametrize(
    "asked", ["Kim Liên", "kim lien", "KIM LIÊN", "Lien", unicodedata.normalize("NFD", "Kim Liên")]
)
def test_names_are_found_as_words_are(folder: Folder, asked: str) -> None:
    """A filter takes any part of a name in any case and spelling, with or without accents."""
    folder.records(
        "d.jsonl",
        {"id": "1", "body": "tin", "author": "Kim Liên"},
        {"id": "2", "body": "tin", "author": "Kim Loan"},
        {"id": "3", "body": "tin"},
    )
    folder.update()
    assert folder.ids("tin", filters=Filters(author=asked)) == ["1"]
    assert folder.ids("tin", filters=Filters(author="Liên Kim")) == []


def test_filters_change_neither_preference_nor_kind(folder: Folder) -> None:
    """Beside a filter the words in a row still come first, the fallback keeps to it, and quotations are no articles."""
    row = "tin về cải cách hành chính ở xã, và “hành chính cải cách” nữa"
    folder.records(
        "d.jsonl",
        {"id": "apart", "date": "2020-05-01", "body": "chính hành cách cải " * 9},
        {"id": "row", "date": "2020-06-01", "body": row},
        {"id": "old", "date": "2010-06-01", "body": row},
    )
    folder.update()
    year = Filters(since="2020", until="2020")
    with folder.open() as archive:
        found = archive.search(["cải", "cách", "hành", "chính"], filters=year)
        assert [hit.article.id for hit in found.hits] == ["row", "apart"]
        assert archive.search("chính cải hành", filters=year).total == 2
        assert archive.search("chính cải hành", filters=year).loose
        assert archive.count(["NOT", "không"], filters=year).articles == 2
        assert [hit.article.id for hit in archive.search("tin xã nữa", order="oldest").hits] == ["old", "row"]


def test_overlapping_matches_are_shown_as_one(folder: Folder) -> None:
    """Matches that share syllables are counted apart and marked together."""
    folder.articles("dân biết dân biết dân")
    with folder.open() as archive:
        (hit,) = archive.search("dân biết dân").hits
        assert hit.occurrences == 2
        assert [hit.snippets[0].text[start:end] for start, end in hit.snippets[0].spans] == ["dân biết dân biết dân"]


def test_the_richest_lines_are_shown(folder: Folder) -> None:
    """Of many paragraphs with matches those with the most of the query are chosen, and shown in reading order."""
    folder.articles(["một", "một hai", "một", "ba một hai", "hai", "hai ba"])
    with folder.open() as archive:
        snippets = archive.search(["một", "hai", "ba"]).hits[0].snippets
        assert [snippet.text for snippet in snippets] == ["một hai", "ba một hai", "hai ba"]


def test_wrong_values_are_refused(sample: Archive) -> None:
    """A field that is none, and counting from before the beginning, are the caller's faults and no damage."""
    for wrong in ({"fields": ("quote", "title")}, {"fields": ()}, {"offset": -1}, {"limit": -1}, {"match": "some"}):
        with pytest.raises(ValueError, match=r"."):
            sample.search("dân", **wrong)
    with pytest.raises(UnknownArticleError):
        sample.article("\udcff")
