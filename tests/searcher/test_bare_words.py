"""Whoever types accents is told which words mean other accentings as well."""

from __future__ import annotations

import pytest

from searcher.meaning.bare_words import bare_beside_accented
from searcher.meaning.question import question
from tests.conftest import Folder
from tests.program import Run

KNOWN = {"an": {"an": 3, "ăn": 2}, "cong": {"công": 1, "cong": 1}, "covid": {"covid": 1}}


@pytest.mark.parametrize(
    ("query", "accents", "bare"),
    [
        ("công an", "auto", ("an",)),
        ("cong an", "auto", ()),
        ("công an covid", "auto", ("an",)),
        ('"công an"~3', "auto", ("an",)),
        ("công NOT (an OR cong)", "auto", ("an", "cong")),
        ("title:công an", "auto", ("an",)),
        ("công an", "exact", ()),
        ("công an", "ignore", ()),
    ],
)
def test_bare_words_beside_accented_ones(query: str, accents: str, bare: tuple[str, ...]) -> None:
    """Only where others of a query have accents, and only such as stand in the archive with other ones, each once."""
    found = bare_beside_accented(question(query, accents=accents), lambda each: KNOWN.get(each, {}))
    assert found == bare


def test_a_search_names_them(folder: Folder) -> None:
    """What else is found for a word is said beside how the query was understood."""
    folder.articles("công an xã đến", "nhà bán công ăn nên làm ra", "một phường hội")
    said = "With any accents: an. As typed alone: --accents exact."
    assert said in Run("count", "công an", index=folder.index).err
    assert said not in Run("count", "công an", "--accents", "exact", index=folder.index).err
    assert said not in Run("count", "cong an", index=folder.index).err
