"""The options that commands share: which of what is found, and what of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from searcher import Archive
from searcher.figures.collocations import Measure
from searcher.meaning.question import Filters
from tests.conftest import Folder
from tests.program import Run
from tests.searcher.test_collapse import OTHERS, STORY, _records, _shown

SAID = "Bà Lê Thị Mến nói: “Thuyền về muộn quá”."


@pytest.fixture
def reprinted(folder: Folder) -> Folder:
    """Two prints of one story and one of another, each with a quotation."""
    bodies = [f"{STORY} {SAID}", f"{STORY} {SAID} Theo báo bạn.", f"{OTHERS[0]} {SAID}"]
    return _records(folder, bodies, ["2019-05-01", "2020-05-01", "2021-05-01"])


LISTING = ("-n", "--offset", "-l", "-0", "-c", "--collapse", "--sample", "--seed")


def test_it_is_said_how_many_are_shown(reprinted: Folder) -> None:
    """What is folded under a hit is not counted as shown, and behind the last one that is what is said."""
    asked = ("search", "--format", "human", "--index", str(reprinted.index), "thuyền")
    assert "Shown: 1 of these." in Run(*asked, "-n", "1").err
    assert "Shown" not in Run(*asked).err
    assert "There are none so far on." in Run(*asked, "--offset", "9").err
    assert "Shown: 0 of these." in Run(*asked, "-n", "0").err


@pytest.mark.parametrize(
    ("command", "lacking"),
    [
        ("search", ()),
        ("kwic", ()),
        ("quotes", ()),
        ("similar", ()),
        ("count", ("-l", "-0", "--sample", "--seed")),
        ("terms", ("-l", "-0")),
        ("timeline", ("-n", "--offset", "-l", "-0", "--sample", "--seed")),
    ],
)
def test_commands_have_the_options_that_make_sense(command: str, lacking: tuple[str, ...]) -> None:
    """What lists articles has all of them; what is counted whole has no sample, and what shows no article no ids."""
    words = Run(command, "--help").out.replace(",", " ").split()
    assert [option for option in LISTING if option not in words] == list(lacking)


@pytest.mark.parametrize("command", ["search", "kwic", "quotes", "similar"])
def test_ids_and_counts_are_two_things(command: str, sample_index: Path) -> None:
    """Asking for both is refused, in the form that was asked for."""
    for ids in ("-l", "-0"):
        run = Run(command, ids, "-c", "dân", index=sample_index)
        assert (run.status, run.out) == (2, "")
        assert "ask for one" in run.err


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
@pytest.mark.parametrize("command", ["search", "kwic", "quotes"])
def test_ids_have_no_form(command: str, form: str, sample_index: Path, tmp_path: Path) -> None:
    """A form beside ``-l`` is refused, not passed over; the one that is settled for all commands gives way."""
    run = Run(command, "-l", "--format", form, "dân", index=sample_index)
    assert (run.status, run.out) == (2, "")
    assert form in run.err
    (tmp_path / "timbao").mkdir()
    (tmp_path / "timbao" / "config.toml").write_text(f'format = "{form}"\n', "utf-8")
    settled = Run(command, "-l", "-n", "1", "dân", index=sample_index, env={"XDG_CONFIG_HOME": str(tmp_path)})
    assert settled.out == Run(command, "-l", "-n", "1", "--format", "tsv", "dân", index=sample_index).out != ""


@pytest.mark.parametrize("command", ["search", "kwic", "quotes", "similar", "terms"])
def test_a_sample_is_not_counted(command: str, sample_index: Path) -> None:
    """``-c`` counts what is found, so that beside it a sample is refused and not passed over."""
    run = Run(command, "-c", "--sample", "3", "dân", index=sample_index)
    assert (run.status, run.out, "--sample" in run.err) == (2, "", True)


def test_folding_is_not_counted(reprinted: Folder) -> None:
    """Where folding is for what is shown, asking for it beside ``-c`` is refused; elsewhere it counts."""
    refused = Run("search", "-c", "--collapse", "thuyền", index=reprinted.index)
    assert (refused.status, "timbao count --collapse" in refused.err) == (2, True)
    assert Run("search", "-c", "thuyền", index=reprinted.index).out.split()[0] == "3"
    assert Run("kwic", "-c", "--collapse", "thuyền", index=reprinted.index).out.split() == ["2", "4"]
    assert Run("timeline", "-c", "--collapse", "thuyền", index=reprinted.index).out.split() == ["2", "4"]


@pytest.mark.parametrize("command", ["search", "kwic", "count", "timeline", "terms"])
def test_counts_have_the_form_that_is_asked_for(command: str, sample_index: Path) -> None:
    """``-c`` beside ``--format`` prints the counts in it."""
    (counted,) = Run(command, "-c", "--format", "jsonl", "dân", index=sample_index).objects
    assert counted == {"schema": 1, "articles": 23, "occurrences": 126}


def test_without_reprints(reprinted: Folder) -> None:
    """What counts and lists places takes every article, with ``collapse`` the first of those that are nearly one."""
    with reprinted.open() as archive:
        assert archive.count("thuyền").articles == 3
        once = archive.count("thuyền", collapse=True)
        assert (once.articles, once.occurrences) == (2, 4)
        lines = list(archive.kwic("thuyền", collapse=True))
        assert len(lines) == archive.kwic("thuyền", collapse=True).occurrences == 4
        assert len({line.id for line in lines}) == 2
        assert archive.quotes("thuyền").total == 3
        assert archive.quotes("thuyền", collapse=True).total == 2
        assert len(list(archive.quotes(filters=Filters(speaker="Mến"), collapse=True))) == 2
        assert [group.articles for group in archive.count_by("thuyền", "year", collapse=True)] == [1, 1]
        assert archive.timeline("thuyền", collapse=True).total == 2
        assert archive.terms("thuyền", collapse=True).articles == 2


def test_a_reprint_stands_in_for_an_article_without_the_quotation(folder: Folder) -> None:
    """An article with the words in two quotations does not take the place of its reprint that has them in one."""
    apart = "Bà Mến nói: “Thuyền về muộn”. Ông Tám nói: “Bến vắng quá”."
    together = "Bà Mến nói: “Thuyền về muộn, bến vắng quá”."
    _records(folder, [f"{STORY} {apart}", f"{STORY} {together}"], ["2019-05-01", "2020-05-01"])
    with folder.open() as archive:
        assert _shown(archive, "quote:thuyền", "quote:bến", order="oldest") == {"a": ("b",)}
        for collapse in (True, False):
            found = archive.quotes(["thuyền", "bến"], order="oldest", collapse=collapse)
            assert [here.article.id for here in found] == ["b"]


def test_by_date_the_first_in_that_order_is_kept(reprinted: Folder) -> None:
    """Of a quotation in two prints the newest is given where the newest come first."""
    with reprinted.open() as archive:
        for order, kept in (("newest", ["c", "b"]), ("oldest", ["a", "c"])):
            assert [here.article.id for here in archive.quotes("thuyền", order=order, collapse=True)] == kept


def test_a_sample_of_articles_is_looked_into(sample: Archive) -> None:
    """``terms`` of a sample are those of so many articles, the same ones with the same seed; and of all, if so many."""
    few = sample.terms("dân", sample=5, seed=1)
    assert few.articles == 5
    assert few.occurrences < 126
    assert few == sample.terms("dân", sample=5, seed=1)
    assert sample.terms("dân", sample=100) == sample.terms("dân")
    kept = sample.terms("dân", sample=23, collapse=True)
    assert kept == sample.terms("dân", collapse=True)


@pytest.mark.parametrize("order", Measure)
def test_words_from_some_rank_on(order: Measure, sample: Archive) -> None:
    """``offset`` leaves out the first words, whatever they are ordered by."""
    words = sample.terms("dân", order=order, limit=6).words
    assert sample.terms("dân", order=order, limit=4, offset=2).words == words[2:]


def test_groups_from_some_rank_on(sample_index: Path) -> None:
    """``--offset`` and ``-n`` choose among the groups of ``count --by``, whose totals are those of all."""
    every = Run("count", "--by", "source", "dân", index=sample_index).out.splitlines()
    run = Run("count", "--by", "source", "--offset", "1", "-n", "2", "dân", index=sample_index)
    assert run.out.splitlines() == every[1:3]
    assert "23 articles, 126 places." in run.err


def test_similar_has_all_of_it(sample_index: Path) -> None:
    """Offsets, ids, counts, samples and filters choose among what is like an article."""
    found = "BTP-2021-017"
    every = Run("similar", "-n", "50", "-l", found, index=sample_index).out.split()
    assert len(every) > 10
    assert Run("similar", "-l", "-n", "3", "--offset", "2", found, index=sample_index).out.split() == every[2:5]
    assert Run("similar", "-0", "-n", "2", found, index=sample_index).out == "".join(f"{name}\0" for name in every[:2])
    (counted,) = Run("similar", "-c", "--format", "jsonl", found, index=sample_index).objects
    assert counted["articles"] == len(every)
    by_chance = Run("similar", "-l", "-n", "50", "--sample", "4", "--seed", "7", found, index=sample_index).out.split()
    assert len(by_chance) == 4
    assert by_chance == [name for name in every if name in by_chance]
    assert Run("similar", "--from", "2030", found, index=sample_index).status == 1


def test_what_is_similar_has_the_facts_that_are_asked_for(sample: Archive) -> None:
    """With a filter the others are left out, and nothing else is: order and scores stay, and the one itself is none."""
    every = sample.similar("BTP-2021-017", limit=None)
    wanted = Filters(since="2019", until="2019")
    found = sample.similar("BTP-2021-017", limit=None, filters=wanted)
    of_2019 = [hit for hit in every.hits if (hit.article.published or "").startswith("2019")]
    assert of_2019
    assert [(hit.article.id, hit.score) for hit in found.hits] == [(hit.article.id, hit.score) for hit in of_2019]
    assert found.total == len(of_2019)
    assert found.reading == every.reading


def test_what_is_similar_each_by_itself(reprinted: Folder) -> None:
    """Two prints of another story fold, or do not; reprints of the article itself are told apart in both cases."""
    with reprinted.open() as archive:
        assert [hit.duplicates for hit in archive.similar("c").hits] == [("b",)]
        assert [hit.article.id for hit in archive.similar("c", collapse=False).hits] == ["a", "b"]
        for collapse in (True, False):
            found = archive.similar("a", collapse=collapse, filters=Filters(since="2020"))
            assert ([hit.article.id for hit in found.hits], found.reprints) == (["c"], ("b",))


def test_read_in_every_form(tmp_path: Path) -> None:
    """Articles as text, as a table with the sizes of what was read, and as JSON, which is what is printed unasked."""
    for name in ("a", "b"):
        text = f"Đường mới vào thôn {name}\n\nBà con góp công làm đường mới vào thôn {name} trong ba tháng liền."
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    objects = Run("read", str(tmp_path)).objects
    assert [article["title"] for article in objects] == ["Đường mới vào thôn a", "Đường mới vào thôn b"]
    assert json.loads(Run("read", "--format", "json", str(tmp_path)).out) == objects
    human = Run("read", "--format", "human", str(tmp_path)).out.splitlines()
    assert {"Đường mới vào thôn a", "Bà con góp công làm đường mới vào thôn b trong ba tháng liền."} <= set(human)
    rows = [line.split("\t") for line in Run("read", "--format", "tsv", str(tmp_path)).out.splitlines()]
    assert [row[5:] for row in rows] == [[f"Đường mới vào thôn {name}", "", "1", "0", "0"] for name in ("a", "b")]
    names, *others = Run("read", "--format", "csv", str(tmp_path)).out.splitlines()
    assert names == "id,published,author,source,section,title,lead,paragraphs,captions,quotes"
    assert len(others) == 2


def test_check_in_every_form(folder: Folder) -> None:
    """A sound index has no faults to list; of a damaged one each is a line, a row or an object."""
    folder.articles("dân biết dân bàn")
    assert Run("check", "--format", "json", index=folder.index).out == "[\n]\n"
    sound = Run("check", "--format", "jsonl", index=folder.index)
    assert (sound.status, sound.out, "is sound" in sound.err) == (0, "", True)
    arrays = next(folder.index.glob("*.arrays"))
    content = bytearray(arrays.read_bytes())
    content[len(content) // 2] ^= 1
    arrays.write_bytes(content)
    for form in ("human", "tsv", "csv", "json", "jsonl"):
        run = Run("check", "--format", form, index=folder.index)
        assert (run.status, arrays.name in run.out, "--rebuild" in run.err) == (4, True, True)
    assert set(Run("check", "--format", "jsonl", index=folder.index).objects[0]) == {"schema", "file", "fault"}
