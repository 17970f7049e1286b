"""What is typed, and the tree that it is read as; what is refused, where, and with which repair."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.normal_form import fold
from searcher.errors import (
    DanglingOperatorError,
    EdgeStarError,
    EmptyFieldError,
    EmptyQueryError,
    FarNearError,
    FieldValueError,
    MisspeltFieldError,
    NearlyFieldError,
    NestedFieldError,
    OverlongQueryError,
    QueryError,
    StrayNearError,
    TruncationError,
    UnclosedGroupError,
    UnclosedNearError,
    UnclosedQuoteError,
    UnreadDateError,
)
from searcher.query.field_names import FIELDS, VIETNAMESE, vietnamese_field
from searcher.query.lexer import has_lone_mark
from searcher.query.parse import parse
from searcher.query.tree import Node, described

READINGS = [
    (["dân biết, dân bàn"], '"dân biết, dân bàn"'),
    (["cải", "cách", "hành", "chính"], "cải cách hành chính"),
    (["cải cách", "hành chính"], '"cải cách" "hành chính"'),
    (['"dân biết" OR “dân bàn”'], '"dân biết" OR "dân bàn"'),
    (["dân", "HOẶC", "quân"], "dân OR quân"),
    (["dân", "VÀ", "quân"], "dân quân"),
    (["dân", "KHÔNG", "quân"], "dân NOT quân"),
    (["dân", "-quân"], "dân NOT quân"),
    (["(a", "OR", "b)", "c"], "(a OR b) c"),
    (["a OR b c"], "a OR (b c)"),
    (["title:đường"], "title:đường"),
    (['title:"con đường" OR lead:xóm'], 'title:"con đường" OR lead:xóm'),
    (["NOT", "(a", "OR", "b)"], "NOT (a OR b)"),
    (["a", "and", "b"], "a and b"),
    (["TP.HCM"], '"TP.HCM"'),
    (["06-NQ/TU"], '"06-NQ/TU"'),
    (["H'Hen"], '"H\'Hen"'),
    (["ở"], "ở"),
    (["dân", "–", "quân"], "dân quân"),
    (["Ủy ban nhân dân (UBND) tỉnh"], '"Ủy ban nhân dân (UBND) tỉnh"'),
    (["dân * dân bàn"], '"dân * dân bàn"'),
    (["cơm -gạo"], "cơm NOT gạo"),
    (["title:-cơm"], "title:NOT cơm"),
    (["06 -NQ/TU"], '"06 -NQ/TU"'),
    (["dân\u00a0biết"], '"dân biết"'),
    (["dân\nbiết"], '"dân biết"'),
    (["'dân biết' quân"], '"dân biết" quân'),
    (["DÂN VÀ QUÂN OR BIẾT"], "(DÂN QUÂN) OR BIẾT"),
    (["DÂN BIẾT VÀ DÂN BÀN"], '"DÂN BIẾT VÀ DÂN BÀN"'),
    (['"dân bàn"~5'], '"dân bàn"~5'),
    (["dân bàn~5"], '"dân bàn"~5'),
    (["“dân bàn”~0 OR quân"], '"dân bàn"~0 OR quân'),
    (["NOT", "dân bàn~12"], 'NOT "dân bàn"~12'),
    (["dân " + "* " * 50 + "bàn"], f'"dân {"* " * 50}bàn"'),
    (['"dân bàn"~0000005'], '"dân bàn"~5'),
    (["“dân “biết” bàn”"], '"dân biết bàn"'),
    (['"KHÔNG" vàng'], '"KHÔNG" vàng'),
    (["“x”-dân"], 'x "-dân"'),
    (["khoảng ~5 người"], '"khoảng ~5 người"'),
    (["title:cảng cá"], 'title:"cảng cá"'),
    (["-title:cảng cá"], 'NOT title:"cảng cá"'),
    (["title:cảng cá~3"], 'title:"cảng cá"~3'),
    (["title:cảng cá OR lead:xóm"], "(title:cảng cá) OR lead:xóm"),
    (["title:cảng lead:cá"], "title:cảng lead:cá"),
    (["quote:dân", "speaker:Tròn"], "quote:dân speaker:Tròn"),
    (["source:(Sáng OR Chiều)"], "source:(Sáng OR Chiều)"),
    (["date:2019-05..2021", "dân"], "date:2019-05..2021 dân"),
    (["date:(2019 OR 30/5/2021)"], "date:(2019 OR 30/5/2021)"),
    (["(id:a/b~1(2).txt)"], 'id:"a/b~1(2).txt"'),
    (["id:a/b~1.txt"], "id:a/b~1.txt"),
    (['id:"a b/c (1).txt"'], 'id:"a b/c (1).txt"'),
    (["Hà Nội: mưa"], '"Hà Nội: mưa"'),
    (["Nguồn: báo làng"], '"Nguồn: báo làng"'),
    (["a:b"], '"a:b"'),
    (["data:x"], '"data:x"'),
    (["led:x"], '"led:x"'),
    (["quota:x"], '"quota:x"'),
    (["tin:x"], '"tin:x"'),
    (["mực:x"], '"mực:x"'),
    (["hai tác giả", "nam:x"], '"hai tác giả" "nam:x"'),
    (["x/titel:dân"], '"x/titel:dân"'),
    (["“titel:dân”"], '"titel:dân"'),
]
PASTED = ["“dân biết”", '"dân biết"', "«dân biết»", "„dân biết“", "‘dân biết’", "'dân biết'", "”dân biết”",
          '“dân biết"', "“dân biết", "dân biết”", '"dân biết', 'dân biết"', "dân biết", "«dân biết"]  # fmt: skip
REFUSED = [
    ('dân "biết bàn', UnclosedQuoteError, 4, 'dân "biết bàn"'),
    ("dân biết” bàn", UnclosedQuoteError, 8, "“dân biết” bàn"),
    ("a OR", DanglingOperatorError, 2, None),
    ("AND a", DanglingOperatorError, 0, None),
    ("OR", DanglingOperatorError, 0, None),
    ("a OR OR b", DanglingOperatorError, 2, None),
    ("a NOT", DanglingOperatorError, 2, None),
    ('title:"" OR a', EmptyFieldError, 0, None),
    ("(a OR b", UnclosedGroupError, 0, "(a OR b)"),
    ("( OR", DanglingOperatorError, 2, None),
    ('title:"cơm', UnclosedQuoteError, 6, 'title:"cơm"'),
    ("“dân biết”, dân bàn”", UnclosedQuoteError, 19, "“dân biết”, dân bàn"),
    ('"dân" * "bàn"', EdgeStarError, 6, None),
    ("a OR b)", UnclosedGroupError, 6, "a OR b"),
    ("dân*", TruncationError, 3, "dân"),
    ('"biết bàn" OR dân*', TruncationError, 17, '"biết bàn" OR dân'),
    ("* dân", EdgeStarError, 0, None),
    ("dân *", EdgeStarError, 0, None),
    ("*", EdgeStarError, 0, None),
    ("", EmptyQueryError, 0, None),
    ("…!?", EmptyQueryError, 0, None),
    ('""', EmptyQueryError, 0, None),
    ('"dân bàn"~', UnclosedNearError, 9, '"dân bàn"~5'),
    ("dân bàn~", UnclosedNearError, 7, "dân bàn~5"),
    ("dân~2", StrayNearError, 3, "dân"),
    ('"dân"~2', StrayNearError, 5, '"dân"'),
    ('"dân * bàn"~2 OR b', StrayNearError, 11, '"dân * bàn" OR b'),
    ('"dân bàn"~5000', FarNearError, 9, None),
    ("title:(a OR lead:b)", NestedFieldError, 12, None),
    ("date:hôm-qua", UnreadDateError, 5, None),
    ("date:2019-13", UnreadDateError, 5, None),
    ("a date:2021..2019", UnreadDateError, 7, "a date:2019..2021"),
    ('source:"a * b"', FieldValueError, 8, None),
    ('speaker:"a b"~3', FieldValueError, 9, None),
    ('date:"" OR a', EmptyFieldError, 0, None),
    ("id:()", EmptyFieldError, 0, None),
    ("title:OR", EmptyFieldError, 0, None),
    ('"dân bàn" ~5', StrayNearError, 10, '"dân bàn"'),
    ('"dân bàn"~5~6', StrayNearError, 11, None),
    ('"dân bàn"~5x', StrayNearError, 11, None),
    ('"dân bàn"~-1', UnclosedNearError, 9, None),
    ("(dân bàn)~5", StrayNearError, 9, "(dân bàn)"),
    ("dân~5 bàn", StrayNearError, 3, "dân bàn"),
    ('id:"a"~5', FieldValueError, 4, None),
    ("title: dân", NearlyFieldError, 0, "title:dân"),
    ("a OR Title:dân", NearlyFieldError, 5, "a OR title:dân"),
    ("-DATE:2019", NearlyFieldError, 1, "-date:2019"),
    ("title:", NearlyFieldError, 0, None),
    ("titel:dân", MisspeltFieldError, 0, "title:dân"),
    ("autor:Nam", MisspeltFieldError, 0, "author:Nam"),
    ("soruce:báo", MisspeltFieldError, 0, "source:báo"),
    ("Speeker:Mến", MisspeltFieldError, 0, "speaker:Mến"),
    ("dates:2019", MisspeltFieldError, 0, "date:2019"),
    ("dtae:2019", MisspeltFieldError, 0, "date:2019"),
    ("titel: dân", MisspeltFieldError, 0, "title:dân"),
    ("titel:", MisspeltFieldError, 0, None),
    ("a OR -titel:(dân OR b)", MisspeltFieldError, 6, "a OR -title:(dân OR b)"),
    ("titel:cảng cá", MisspeltFieldError, 0, "title:cảng cá"),
    ("nguồn:báo", MisspeltFieldError, 0, "source:báo"),
    ("nguon:báo", MisspeltFieldError, 0, "source:báo"),
    ("a tác giả:Nam", MisspeltFieldError, 2, "a author:Nam"),
    ("tieu_de:dân", MisspeltFieldError, 0, "title:dân"),
    ("a OR ngày-đăng:2019", MisspeltFieldError, 5, "a OR date:2019"),
    ("date:2019-2021", UnreadDateError, 5, "date:2019..2021"),
    ("date:2019/5", UnreadDateError, 5, "date:2019-5"),
    ("date:30/5-2019", UnreadDateError, 5, None),
    ('"dân * bàn*"', TruncationError, 10, '"dân * bàn"'),
    ("dân ** bàn", TruncationError, 4, "dân * * bàn"),
    ("dân*biết", TruncationError, 3, "dân * biết"),
    ("“dân “biết” bàn", UnclosedQuoteError, 0, '"dân “biết” bàn"'),
    ('("dân biết" OR "dân bàn', UnclosedQuoteError, 15, None),
    ("dân) OR (làng", UnclosedGroupError, 3, None),
]


@pytest.mark.parametrize(("arguments", "reading"), READINGS)
def test_a_query_is_read_as_it_says(arguments: list[str], reading: str) -> None:
    """Arguments, quotes, operators in both languages, groups and fields make the tree that one expects."""
    assert described(parse(arguments)) == reading


@pytest.mark.parametrize("query", ["0 ;", "dân , ", '"bàn !"', "title:(dân –)", "2"])
def test_a_description_with_a_space_is_a_phrase(query: str) -> None:
    """What is described reads as what it describes: one word beside a mark stays one phrase."""
    reading = described(parse([query]))
    assert described(parse([f'{reading} ""'])) == reading


@pytest.mark.parametrize("pasted", PASTED)
def test_a_pasted_quotation_is_a_phrase_in_whatever_marks(pasted: str) -> None:
    """Marks of any style, mixed, or one of them lost in copying, leave the same phrase."""
    assert described(parse([pasted])) == '"dân biết"'


def test_a_lone_mark_is_one_at_an_edge() -> None:
    """Of a mark that lost its partner it can be told that it did; pairs, and marks beside operators, are none."""
    assert [typed for typed in PASTED if has_lone_mark(typed)] == [
        "“dân biết",
        "dân biết”",
        '"dân biết',
        'dân biết"',
        "«dân biết",
    ]
    assert not any(map(has_lone_mark, ("dân", "", 'dân "biết bàn', '"dân" "biết"', '"dân OR biết')))


@pytest.mark.parametrize(("query", "error", "at", "repair"), REFUSED)
def test_a_malformed_query_is_refused_with_its_place(
    query: str, error: type[QueryError], at: int, repair: str | None
) -> None:
    """The error says what is wrong and where, and a repair, where one is proposed, reads."""
    with pytest.raises(error) as raised:
        parse([query])
    assert (raised.value.at, raised.value.repair) == (at, repair)
    if repair is not None:
        parse([repair])


@pytest.mark.parametrize("query", ["a " * 11_000, "(" * 5000 + "a" + ")" * 5000, "NOT " * 2000 + "a", "a OR " * 3000])
def test_absurd_queries_are_refused(query: str) -> None:
    """Length and depth have limits, met before anything recurses or runs long."""
    with pytest.raises(OverlongQueryError):
        parse([query if " " not in query else query + ' OR "b"'])


def test_plain_reads_words_alone() -> None:
    """Pasted text with operators and stray marks is what its words are."""
    assert described(parse(['dân OR "biết (bàn'], plain=True)) == '"dân OR biết (bàn"'


def test_decomposed_queries_are_the_same_queries() -> None:
    """Operators and words are the same in whatever form they arrive."""
    for arguments, _ in READINGS:
        decomposed = [unicodedata.normalize("NFD", argument) for argument in arguments]
        wanted = unicodedata.normalize("NFC", described(parse(arguments)))
        assert unicodedata.normalize("NFC", described(parse(decomposed))) == wanted


SYNTAX = st.text(st.sampled_from("abâ \"“”«»'‘’()-*~:!ORANDT\u0301 títle"), max_size=30)


WORDS = st.sampled_from(
    ["OR", "NOT", "(", ")", "title:", "speaker:", "date:", "id:", "nguồn:", "titel:", "~5", "2019", '"']
)


@given(st.lists(SYNTAX | WORDS, min_size=1, max_size=6))
def test_any_arguments_are_read_or_refused(arguments: list[str]) -> None:
    """Whatever is typed gives a tree that can be described, or our error with a place in the query."""
    tree, refused = _outcome(arguments)
    if refused is None:
        assert tree is not None
        assert described(tree)
    else:
        assert 0 <= refused.at <= len(refused.query)
        assert refused.repair != refused.query
        assert refused.repair is None or described(parse([refused.repair]))


def _outcome(arguments: list[str]) -> tuple[Node | None, QueryError | None]:
    try:
        return parse(arguments), None
    except QueryError as error:
        return None, error


def test_a_field_that_is_misspelt_over_two_arguments_is_refused_too() -> None:
    """A name in Vietnamese has two words, which a shell gives one by one."""
    with pytest.raises(MisspeltFieldError) as raised:
        parse(["dân", "tác", "giả:Nam", "quân"])
    assert (raised.value.at, raised.value.repair) == (4, "dân author:Nam quân")


def test_every_field_is_known_in_vietnamese() -> None:
    """Each field but the id has names in Vietnamese, which are taken with and without accents."""
    assert set(VIETNAMESE) == {*FIELDS} - {"id"}
    for field, names in VIETNAMESE.items():
        for name in names:
            assert vietnamese_field(name.capitalize()) == vietnamese_field(fold(name)) == field


def test_errors_point_into_the_whole_query() -> None:
    """Where the trouble is in a later argument, its place is that in all arguments joined, and the repair is of all."""
    with pytest.raises(UnclosedQuoteError) as raised:
        parse(["dân", 'biết "bàn làm'])
    assert (raised.value.query, raised.value.at, raised.value.repair) == (
        'dân biết "bàn làm',
        9,
        'dân biết "bàn làm"',
    )
