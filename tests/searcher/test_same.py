"""What is written in several ways for the same is found by each of them, and nothing else is."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from corpus.encodings.syllables import is_syllable
from index.words import ModelSegmenter
from searcher.errors import AliasError
from searcher.meaning.aliases import Aliases, built_in, groups, with_file
from searcher.meaning.written_numbers import number_at
from tests.conftest import Folder

SAME = [
    ("TP.HCM", "TP. HCM", "TPHCM", "Tp.HCM", "TP Hồ Chí Minh", "thành phố Hồ Chí Minh", "thanh pho ho chi minh"),
    ("UBND", "ủy ban nhân dân", "uỷ ban nhân dân", "Ủy Ban Nhân Dân"),
    ("HĐND", "hội đồng nhân dân"),
    ("MTTQ", "Mặt trận Tổ quốc"),
    ("UBMTTQ", "ủy ban Mặt trận Tổ quốc"),
    ("ĐBQH", "đại biểu Quốc hội"),
    ("TTXVN", "Thông tấn xã Việt Nam"),
    (
        "28/1/2022",
        "28-1-2022",
        "28.01.2022",
        "28/01/2022",
        "ngày 28 tháng 1 năm 2022",
        "28 tháng 01, 2022",
        "2022-01-28",
    ),
    ("tháng 3/2020", "tháng 03-2020", "tháng 3 năm 2020"),
    ("ngày 19/1", "ngày 19 tháng 1", "ngày 19-01"),
    ("Đắk Lắk", "Đắc Lắc", "Dak Lak"),
    ("Pu-tin", "Putin"),
    ("ô-xy", "ôxy", "oxy"),
    ("50.000 đồng", "50,000 đồng", "50 000 đồng", "50000 đồng"),
    ("1.234.567", "1234567", "1,234,567"),
    ("1.500 tỷ", "1500 tỷ"),
    ("COVID-19", "Covid – 19", "covid 19", "Covid19"),
]
DIFFERENT = [
    ("28/1/2022", "28/11/2022"),
    ("28/1/2022", "28/1/2021"),
    ("ngày 2 tháng 1", "thắng 2-1"),
    ("2-1", "ngày 2 tháng 1"),
    ("50000", "50.00"),
    ("50.000", "5.0000"),
    ("năm 2018", "năm 2.018"),
    ("2.018 người", "2018 người"),
    ("năm 2000", "năm 2.000"),
    ("0912345678", "0.912.345.678"),
    ("21 34 56", "213456"),
    ("UBND", "ủy ban nhân quyền"),
    ("Đắk Lắk", "Đắk Nông"),
    ("dành", "giành"),
    ("chị Thúy", "chị Thúi"),
]


@pytest.mark.parametrize("ways", SAME, ids=lambda ways: ways[0])
def test_every_way_of_writing_finds_the_others(folder: Folder, ways: tuple[str, ...]) -> None:
    """Asked for in one way, a name, a date or a body is found in all others, by itself and inside a longer phrase."""
    accented = [way for way in ways if way not in ("Dak Lak", "thanh pho ho chi minh", "Dak Lak")]
    folder.articles(*(f"Việc của {way} hôm ấy." for way in accented))
    everything = [str(at) for at in range(len(accented))]
    for way in ways:
        assert folder.ids(way) == everything, way
        if not way.startswith(("28", "ngày", "2022")):  # “ngày” may stand before a date or not
            assert folder.ids(f"của {way} hôm") == everything, way


def test_the_word_for_day_may_stand_before_a_date_or_not(folder: Folder) -> None:
    """Inside a phrase as well, and the bare forms of its words do."""
    folder.articles("sáng 28/1/2022 ở xã", "sáng ngày 28-01-2022 ở xã", "sáng ngày 28 tháng 1 năm 2022 ở xã")
    assert folder.ids("sáng ngày 28/1/2022 ở xã") == ["0", "1", "2"]
    assert folder.ids("sáng ngay 28 thang 1 nam 2022") == ["0", "1", "2"]
    assert folder.ids("sáng 28/1/2022 ở xã") == ["0"]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_is_not_the_same_stays_apart(folder: Folder, one: str, other: str) -> None:
    """Other days, other bodies, other words, and results that look like dates."""
    folder.articles(f"Việc {one} ấy", f"Việc {other} ấy")
    assert folder.ids(one) == ["0"]


def test_without_aliases_only_what_was_typed_is_found(folder: Folder) -> None:
    """Counts are those of the words as typed."""
    dates = "ngày 28/1/2022", "ngày 28 tháng 1 năm 2022"
    folder.articles("UBND xã họp", "ủy ban nhân dân xã họp", *dates, "50000", "50.000")
    assert folder.ids("UBND", aliases=None) == ["0"]
    assert folder.ids("ủy ban nhân dân", aliases=None) == ["1"]
    assert folder.ids("28/1/2022", aliases=None) == ["2"]
    assert folder.ids("50000", aliases=None) == ["4"]


def test_words_typed_one_by_one_are_the_same_together(folder: Folder) -> None:
    """An abbreviation is found by its long form's words as separate arguments, beside others, refused and in fields."""
    folder.articles("UBND tỉnh Lâm Đồng", "ủy ban nhân dân tỉnh Lâm Đồng", "nhân dân tỉnh Lâm Đồng có ủy ban", "khác")
    with folder.open() as archive:
        found = archive.search(["ủy", "ban", "nhân", "dân", "Lâm", "Đồng"])
        assert sorted(hit.article.id for hit in found.hits) == ["0", "1", "2"]
        assert found.hits[-1].article.id != "1"
        assert archive.count(["Lâm", "-UBND"]).articles == 1
        assert archive.count(["body:UBND"]).articles == 2
        assert archive.count(["title:UBND"]).articles == 0
        assert archive.count(["UBND OR khác"]).articles == 3


def test_ways_stand_one_behind_the_other(folder: Folder) -> None:
    """Two abbreviations in a phrase, each in any of its ways, with nothing between them."""
    folder.articles("ủy ban nhân dân TP Hồ Chí Minh", "UBND và TPHCM", "TPHCM, UBND", "UBND TP. HCM")
    assert folder.ids("UBND TP.HCM") == ["0", "3"]


def test_what_hyphens_join_is_also_one_word(folder: Folder) -> None:
    """Of a name that no table has; numbers and dashes between words join nothing."""
    folder.articles("ông Nađalốp tới", "ông Na-đa-lốp tới", "ông Na đa tới", "F16", "Nađa")
    assert folder.ids("Na-đa-lốp") == ["0", "1"]
    assert folder.ids("ông Na-đa-lốp tới") == ["0", "1"]
    assert folder.ids("Na - đa") == ["1", "2"]


def test_a_number_inside_a_phrase_and_word_by_word(folder: Folder) -> None:
    """With what stands before and behind it, once for each place, and as words typed one by one."""
    folder.articles("phạt 50.000 đồng, rồi 50000 đồng", "phạt 50 đồng và 000 đồng", "phạt 1.050.000 đồng")
    assert folder.ids("phạt 50000 đồng, rồi 50.000 đồng") == ["0"]
    with folder.open() as archive:
        assert archive.count("50000 đồng").occurrences == archive.count("50.000 đồng").occurrences == 2
        assert archive.count(["50000", "đồng"]).articles == 1
        assert archive.count(["1050000"]).articles == 1


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("250.000", 3), ("250000", 3), ("250.000 đồng", 1), ("giá 250.000", 1), ("1.250.000", 1), ("2,4", 2),
        ("2,4%", 2), ("tăng 2,4", 1), ("000", 7), ("28.01", 1), ("250 000 đồng", 1), ("250.000 * một", 1),
    ],
)  # fmt: skip
def test_a_number_is_no_part_of_a_longer_one(typed: str, places: int, folder: Folder) -> None:
    """One of thousands or a decimal one stands by itself, with or without aliases, in phrases and quotations."""
    folder.articles(
        "giá 250.000 đồng một vé, từ 250.000-300.000, hay 250,000 USD, và 1.250.000 đồng, 250.000.000 đồng",
        "tăng 2,4%, 12,4%, từ 4,2 - 4,5%, còn 2,4",
        "ngày 28.01.2022",
        segmenter=ModelSegmenter(),
    )
    with folder.open() as archive:
        found = archive.count(f'"{typed}"')
        assert found.occurrences == places
        assert len(list(archive.kwic(f'"{typed}"'))) == places
        if typed != "250000":
            assert archive.count(f'"{typed}"', aliases=None).occurrences == places


def test_each_end_of_a_decimal_number_counts(folder: Folder) -> None:
    """What stands before it or behind it may be what makes it another number."""
    folder.articles("mức 2 - 4,5 và mức 2,4", "từ 4,2 - 4 điểm, còn 2,4 điểm", segmenter=ModelSegmenter())
    with folder.open() as archive:
        assert [archive.count(f'"{typed}"').occurrences for typed in ("mức 2,4", "2,4 điểm")] == [1, 1]


def test_parted_figures_are_no_year(folder: Folder) -> None:
    """What is written with a point is a number, however small, and stands by itself; a year is found in both."""
    folder.articles(
        "vé 2.000 đồng, vé 2.000.000 đồng, 2.018 đồng, 2.018.000 đồng, năm 2018", segmenter=ModelSegmenter()
    )
    with folder.open() as archive:
        assert [archive.count(f'"{typed}"').occurrences for typed in ("2.000", "2.018", "2018", "2.018 đồng")] == [
            1, 1, 1, 1,
        ]  # fmt: skip


def test_numbers_in_quotations_and_in_several_ways(folder: Folder) -> None:
    """What was said is taken as strictly, and so is a phrase of which a part has other ways of writing."""
    said = "“Vé giá 1.250.000 đồng”, ông A nói. “Giá 250.000 đồng ở TP.HCM”, bà B nói."
    folder.articles(said, segmenter=ModelSegmenter())
    with folder.open() as archive:
        assert archive.count("quote:250000").occurrences == 1
        assert archive.count('"250000 đồng ở TP Hồ Chí Minh"').occurrences == 1
        assert archive.count('"250000 đồng"').occurrences == 1


@given(number=integers(2100, 10**15 - 1))
def test_the_ways_of_a_number_lead_to_each_other(number: int) -> None:
    """The figures in a row give the parts, and the parts the figures, as Python parts them."""
    parts = tuple(f"{number:,}".split(","))
    assert number_at((str(number), "đồng"), 0) == (1, (parts,))
    assert number_at((*parts, "đồng"), 0) == (len(parts), ((str(number),),))


def test_each_place_counts_once(folder: Folder) -> None:
    """However many ways of writing a query comes to mean, a place in the text is one occurrence."""
    folder.articles("TP.HCM và thành phố Hồ Chí Minh, TPHCM, TP Hồ Chí Minh", "thành phố xa")
    with folder.open() as archive:
        for query in ("TPHCM", "thành phố Hồ Chí Minh"):
            found = archive.search(query)
            assert (found.total, found.occurrences, found.hits[0].occurrences) == (1, 4, 4)
            text, spans = found.hits[0].snippets[0].text, found.hits[0].snippets[0].spans
            assert [text[start:end] for start, end in spans] == [
                "TP.HCM",
                "thành phố Hồ Chí Minh",
                "TPHCM",
                "TP Hồ Chí Minh",
            ]


def test_accents_decide_what_is_the_same(folder: Folder) -> None:
    """Without accents a long form is found as the accented one; where bare means bare it is other words."""
    folder.articles("UBND xã", "ủy ban nhân dân xã")
    assert folder.ids("uy ban nhan dan") == ["0", "1"]
    assert folder.ids("uy ban nhan dan", accents="exact") == []
    assert folder.ids("ùy bản nhân dân", accents="ignore") == ["0", "1"]


def test_many_ways_in_one_phrase_are_found_together(folder: Folder) -> None:
    """Ways of writing multiply, and a phrase with many of them is one leaf all the same."""
    text = "từ 1 tháng 2 năm 2019 đến 03-04-2020, từ 5/6/2021 đến 7.8.2022 ở thành phố Hồ Chí Minh, UBND TP báo"
    folder.articles(text, text.replace("2021", "2023"))
    query = "từ 1/2/2019 đến 3/4/2020, từ 05/06/2021 đến 7/8/2022 ở TP.HCM, ủy ban nhân dân thành phố báo"
    assert folder.ids(query) == ["0"]
    with folder.open() as archive:
        found = archive.search(query)
        (snippet,) = found.hits[0].snippets
        assert (found.occurrences, [snippet.text[start:end] for start, end in snippet.spans]) == (1, [text])


def test_own_groups_count_for_what_they_name(tmp_path: Path, folder: Folder) -> None:
    """A file adds groups, and takes a way of writing out of a built-in one; none there is none."""
    assert with_file(tmp_path / "none.txt") is built_in()
    own = tmp_path / "aliases.txt"
    own.write_text("\ufeff# mine\n\nTTB = tờ tin buổi sáng\nCSGT = công ty Sao Gia Tín\n", "utf-8")
    folder.articles("TTB ra số mới", "tờ tin buổi sáng", "công ty Sao Gia Tín", "CSGT", "cảnh sát giao thông")
    aliases = with_file(own)
    assert folder.ids("TTB", aliases=aliases) == ["0", "1"]
    assert folder.ids("CSGT", aliases=aliases) == ["2", "3"]
    assert folder.ids("CSGT") == ["3", "4"]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"UBND\n", 1),
        (b"# x\nUBND = \n", 2),
        (b"UBND = ... = a\n", 1),
        (b"ok = okay\n\xff\n", 2),
        (b"#" * (2 << 20), 1),
    ],
)
def test_a_table_that_does_not_read_is_named(tmp_path: Path, content: bytes, line: int) -> None:
    """The error names the file and the line."""
    path = tmp_path / "aliases.txt"
    path.write_bytes(content)
    with pytest.raises(AliasError) as raised:
        with_file(path)
    assert raised.value.details["line"] == line


def test_the_built_in_table_says_one_thing_of_each_way() -> None:
    """No way of writing stands in two groups, and no short one is a word of the language."""
    text = Path(__file__).parents[2].joinpath("searcher", "meaning", "aliases.txt").read_text("utf-8")
    ways = [way for group in groups(text, "") for way in dict.fromkeys(group)]
    assert len(ways) == len(set(ways)) > 150
    assert not [way for way in ways if len(way) == 1 and is_syllable(way[0])]


def test_groups_are_looked_up_whole_and_the_longest_first() -> None:
    """Of two ways that begin alike the longer one counts, whatever the order of the groups."""
    two = [[("a", "b"), ("x",)], [("a", "b", "c"), ("y",)]]
    for order in permutations(two):
        aliases = Aliases(order)
        assert aliases.at(("a", "b", "c"), 0, str.__eq__) == (3, (("y",),))
        assert aliases.at(("a", "b", "d"), 0, str.__eq__) == (2, (("x",),))
        assert aliases.at(("a", "c"), 0, str.__eq__) is None
