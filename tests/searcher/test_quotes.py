"""Quotations: which match, by whom, and where in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.syllables import keys
from searcher import Archive
from searcher.errors import EmptyQueryError
from searcher.meaning.question import Filters
from tests.conftest import Folder
from tests.program import Run


@pytest.mark.parametrize("query", ["dân", "dân biết", "tôi", "mình", "nhà nước", "có"])
def test_quotations_are_those_that_hold_the_words(query: str, sample: Archive) -> None:
    """Every quotation of the archive in which the syllables stand in a row is given once, and no other."""
    wanted = keys(query)
    held = [
        (hit.article.id, number)
        for hit in sample.search(query, limit=None, collapse=False).hits
        for number, quote in enumerate(hit.article.quotes)
        if any(keys(quote.text)[at : at + len(wanted)] == wanted for at in range(len(keys(quote.text))))
    ]
    found = sample.quotes(query, accents="exact", aliases=None)
    given = list(found)
    assert sorted((here.article.id, here.article.quotes.index(here.quote)) for here in given) == sorted(held)
    assert (found.total, found.articles) == (len(held), len({identity for identity, _ in held}))
    for here in given:
        assert here.spans
        assert all(keys(here.quote.text[start:end]) == wanted for start, end in here.spans)


def test_all_words_have_to_stand_in_one_quotation(sample: Archive) -> None:
    """Words that two quotations of an article share between them are found in neither."""
    for here in sample.quotes(["dân", "kiểm tra"], aliases=None, accents="exact"):
        assert {"dân", "kiểm"} <= set(keys(here.quote.text))
    without = list(sample.quotes(["dân", "-biết"], aliases=None, accents="exact"))
    assert without
    assert all("biết" not in keys(here.quote.text) for here in without)


def test_a_speaker_alone_gives_all_that_he_said(sample: Archive) -> None:
    """Without a query every quotation of the speaker comes, with nothing marked in it."""
    found = list(sample.quotes(filters=Filters(speaker="Mến")))
    assert len(found) > 1
    assert {here.quote.speaker for here in found} == {"Trịnh Thị Mến"}
    assert not any(here.spans for here in found)


def test_a_speaker_and_words_narrow_each_other(sample: Archive) -> None:
    """With both, only what this speaker said with these words."""
    found = list(sample.quotes("mình", filters=Filters(speaker="Mến")))
    assert found
    assert all(here.quote.speaker == "Trịnh Thị Mến" and "mình" in keys(here.quote.text) for here in found)


def test_nothing_asked_is_refused(sample: Archive) -> None:
    """Neither words nor a speaker is no question, in the library and on the command line."""
    with pytest.raises(EmptyQueryError):
        sample.quotes()
    run = Run("quotes")
    assert run.status == 2
    assert "--speaker NAME" in run.err


def test_the_command_prints_them_in_every_form(sample_index: Path) -> None:
    """For people with the speaker under the words, as a table, and as objects with the spans of the matches."""
    asked = ("quotes", "mười câu", "--speaker", "Quyền")
    human = Run(*asked, "--format", "human", index=sample_index)
    assert "[mười câu]" in human.out
    assert "— Lương Thế Quyền, Phó chủ tịch UBND phường Hải Trung" in human.out
    assert "in 1 article." in human.err
    [first, *_] = Run(*asked, "--format", "jsonl", index=sample_index).objects
    assert {"id", "published", "speaker", "role", "text", "spans"} <= set(first)
    assert [str(first["text"])[start:end] for start, end in first["spans"]] == ["mười câu"] * len(first["spans"])  # type: ignore[attr-defined,arg-type]
    row = Run(*asked, index=sample_index).out.splitlines()[0].split("\t")
    assert row[2:4] == ["Lương Thế Quyền", "Phó chủ tịch UBND phường Hải Trung"]


def test_no_quotation_is_status_one(sample_index: Path) -> None:
    """Words that nobody said give nothing, and the status says so."""
    run = Run("quotes", "không ai nói điều này", index=sample_index)
    assert (run.status, run.out) == (1, "")
    assert "Nothing found." in run.err


def test_what_is_marked_is_what_was_quoted(folder: Folder) -> None:
    """The same words before the quotation in its paragraph do not lead the marks astray."""
    folder.articles("Dân biết cả. Ông Trần Văn Bảy nói: “Dân biết”")
    with folder.open() as archive:
        [here] = archive.quotes("dân biết")
    assert [here.quote.text[start:end] for start, end in here.spans] == ["Dân biết"]


def test_quotations_come_in_the_order_of_their_articles(folder: Folder, sample: Archive) -> None:
    """That is the order in which a search in quotations gives them, those with the words in a row first."""
    often = " ".join(["dân thì biết,"] * 4)
    folder.articles(f"Ông Trần Văn Bảy nói: “{often} thế thôi.”", "Ông Trần Văn Bảy nói: “Ở đây dân biết, rồi làm.”")
    with folder.open() as archive:
        assert [here.article.id for here in archive.quotes(["dân", "biết"])] == ["1", "0"]
    for query in (["dân", "biết"], "dân", "mình"):
        hits = sample.search(query, fields=("quote",), limit=None, collapse=False, aliases=None).hits
        quoted = dict.fromkeys(here.article.id for here in sample.quotes(query, aliases=None))
        assert [hit.article.id for hit in hits if hit.article.id in quoted] == list(quoted)


def test_quotations_of_a_part_of_the_text(folder: Folder) -> None:
    """``--in`` takes quotations whose words stand in the lead, or in the text, and is refused where no words are."""
    folder.records(
        "a.jsonl",
        {"id": "a", "title": "Thuyền về", "lead": "Bà Lê Thị Mến nói: “Thuyền về muộn”.", "body": "Sáng nay bến vắng."},
        {"id": "b", "title": "Thuyền về", "lead": "Bến vắng.", "body": "Bà Lê Thị Mến nói: “Thuyền chưa về đủ”."},
    )
    folder.update()
    for part, wanted in (("lead", ["a"]), ("body", ["b"]), ("all", ["a", "b"]), ("quote", ["a", "b"])):
        assert sorted(Run("quotes", "-l", "--in", part, "thuyền", index=folder.index).out.split()) == wanted
    assert "Query: lead:thuyền" in Run("quotes", "--in", "lead", "thuyền", index=folder.index).err
    assert Run("quotes", "-l", "--in", "lead", "body:thuyền", index=folder.index).out == "b\n"
    refused = Run("quotes", "--in", "lead", "--speaker", "Mến", index=folder.index)
    assert (refused.status, "--in" in refused.err) == (2, True)
    with folder.open() as archive:
        assert archive.quotes("thuyền", fields=("lead", "body")).total == 2
