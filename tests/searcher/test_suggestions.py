"""What is proposed where nothing is found: from the index's own words, with true counts, and never done unasked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.normal_form import normal_form
from searcher.meaning.keystrokes import typed_as_keys
from searcher.meaning.question import Filters
from searcher.results.remarks import Suggestion
from tests.conftest import Folder

KEYS = [
    ("daan", "dân"), ("bieets", "biết"), ("bieest", "biết"), ("dduwowngf", "đường"), ("duwowngfd", "đường"),
    ("quyeets", "quyết"), ("hoaf", "hòa"), ("thuyr", "thủy"), ("nguyeenx", "nguyễn"), ("uwowcs", "ước"), ("tw", "tư"),
    ("thuowr", "thuở"), ("quowf", "quờ"), ("huow", "huơ"),
    ("da6n", "dân"), ("bie61t", "biết"), ("d9u7o7ng2", "đường"), ("d9a8c1", "đắc"), ("DAAN", "dân"),
]  # fmt: skip
NO_KEYS = ["dan", "facebook", "search", "2019", "19a", "dân", "x", "news", "covid19", "aaaaaaaaaaaaaaaaaa"]


@pytest.mark.parametrize(("keys", "syllable"), KEYS)
def test_keys_of_an_input_method_are_read(keys: str, syllable: str) -> None:
    """Telex and VNI, tones at the end or where they belong."""
    assert typed_as_keys(keys) == syllable


@pytest.mark.parametrize("word", NO_KEYS)
def test_other_words_are_no_keys(word: str) -> None:
    """Foreign words, numbers and words with their accents are left alone."""
    assert typed_as_keys(word) is None


@given(st.text(st.sampled_from("abcdeghiklmnopqrstuvxywfjz0123456789â"), max_size=14))
def test_whatever_is_typed_makes_a_syllable_or_nothing(word: str) -> None:
    """What comes out is its own key, and never what went in."""
    found = typed_as_keys(word)
    assert found is None or (found != word and normal_form(found) in (found, normal_form(found)))


@pytest.fixture
def archive(folder: Folder) -> Folder:
    """Articles that speak of few things."""
    folder.records(
        "d.jsonl",
        *(
            {"id": str(at), "body": "Dân biết, dân bàn ở Hà Nội về cải cách hành chính và Facebook", "source": "Sáng"}
            for at in range(4)
        ),
        {"id": "other", "body": "dần biệt đường sắt", "source": "Chiều", "date": "2019"},
    )
    folder.update()
    return folder


MEANT = [
    (["daan bieets"], ("keys", '"dân biết"', 4, 4)),
    (["da6n", "bie61t"], ("keys", "dân biết", 4, 12)),
    (["dân biêt, dân bàn"], ("spelling", '"dân biết, dân bàn"', 4, 4)),
    (["HÀ NÔI"], ("spelling", '"HÀ NỘI"', 4, 4)),
    (["Hà Nộj"], ("spelling", '"Hà Nội"', 4, 4)),
    (["cải cách hành chnih"], ("spelling", '"cải cách hành chính"', 4, 4)),
    (["cảicách hành chính"], ("spelling", '"cải cách hành chính"', 4, 4)),
    (["Facebok"], ("spelling", "Facebook", 4, 4)),
    (["title:dân OR body:biêt"], ("spelling", "title:dân OR body:biết", 4, 4)),
    (["đuong sắt"], ("spelling", '"đường sắt"', 1, 1)),
    (["caption:dân biết"], ("part", '"dân biết"', 4, 4)),
    (['"daan bieets"~5'], ("keys", '"dân biết"~5', 4, 8)),
    (["Hà Nồi"], ("spelling", '"Hà Nội"', 4, 4)),
    (["hành chánh"], ("spelling", '"hành chính"', 4, 4)),
    (["Daan Bieets"], ("keys", '"Dân Biết"', 4, 4)),
    (["bàn dân"], ("words", "bàn dân", 4, 12)),
    (["dân", "xyzzy"], ("part", "dân", 4, 8)),
    (["dân", "source:Tối"], ("part", "dân", 4, 8)),
]


@pytest.mark.parametrize(("query", "meant"), MEANT)
def test_what_may_have_been_meant_comes_first(
    archive: Folder, query: list[str], meant: tuple[str, str, int, int]
) -> None:
    """Accents, letters, spaces and keys gone wrong, words that stand apart, and the part that excludes everything."""
    with archive.open() as opened:
        first = opened.suggest(query)[0]
        assert (first.kind, first.query, first.articles, first.occurrences) == meant


def test_every_proposal_gives_what_it_says(archive: Folder) -> None:
    """The counts are those of the query proposed, asked as a shell would give it."""
    with archive.open() as opened:
        for query, _ in MEANT:
            assert not opened.count(query).articles
            for each in opened.suggest(query):
                accents = "ignore" if each.kind == "accents" else "auto"
                count = opened.count([each.query] if '"' in each.query else each.query.split(), accents=accents)
                assert (count.articles, count.occurrences) == (each.articles, each.occurrences), each


def test_any_of_the_words_is_the_last_resort(archive: Folder) -> None:
    """Where two parts of a query stand nowhere, and nothing else helps, what any of its words gives is counted."""
    with archive.open() as opened:
        (last,) = opened.suggest(["dân", "qwkx", "zzvy"])
        assert (last.kind, last.articles, last.occurrences) == ("any", 4, 8)
        assert opened.count(["dân", "qwkx", "zzvy"], match="any").articles == 4


def test_nothing_is_proposed_twice(folder: Folder) -> None:
    """A word that is another one in two ways, by its letters and by its sound, is proposed once."""
    folder.articles(*["Ông Nguyễn Xuân Phúc"] * 3, "ông Phuc")
    with folder.open() as opened:
        queries = [each.query for each in opened.suggest("nguyễn xuân phúk")]
    assert queries[0] == '"nguyễn xuân phúc"'
    assert len(set(queries)) == len(queries)


def test_the_filter_that_excludes_everything_is_named(archive: Folder) -> None:
    """Each filter without which there would be something, or all of them where one alone is not enough."""
    with archive.open() as opened:
        asked = opened.suggest("dân biết", filters=Filters(source="Chiều"))
        assert asked[0] == Suggestion("filter", '"dân biết"', 4, 4, "source")
        asked = opened.suggest("dân biết", filters=Filters(source="Chiều", since="2019"))
        assert asked[0] == Suggestion("filter", '"dân biết"', 4, 4, "all")
        assert not opened.suggest("xyzzy", filters=Filters(source="Chiều"))
        asked = opened.suggest("dân biết", fields=("caption",))
        assert asked[0] == Suggestion("filter", '"dân biết"', 4, 4, "in")


def test_accents_left_out_are_counted(archive: Folder) -> None:
    """A word of which only other accentings stand there says how many these are."""
    with archive.open() as opened:
        kinds = {each.kind: each.articles for each in opened.suggest("dẩn biêt")}
        assert kinds["accents"] == 5


def test_nothing_is_proposed_where_enough_is_found_or_nothing_helps(archive: Folder) -> None:
    """A query that finds something is only set against one that finds far more, and a pasted page costs nothing."""
    with archive.open() as opened:
        assert opened.suggest("dần biệt") == ()
        assert opened.suggest("xyzzy") == ()
        assert opened.suggest("qwk zzv " * 400) == ()
