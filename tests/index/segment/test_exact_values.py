"""Facts as exact values: by value, by range and by article, against going through the articles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segment.array_file import ArrayFileWriter
from index.segment.exact_values import ExactValues, write_exact_values
from tests.index.segment.test_array_file import reopened

MODEST = settings(max_examples=80)

FEW = st.sampled_from(["", "a", "ab", "b", "ba", "Báo Sáng", "2019-05-01", "2019-05-01T10:00:00", "\0", "\uffff", "😀"])
VALUE = FEW | st.text(st.characters(codec="utf-8"), max_size=4)


def _kept(values: Sequence[str | None]) -> ExactValues:
    def fill(file: ArrayFileWriter) -> None:
        write_exact_values(file, "p", values)

    return ExactValues(reopened(fill), "p")


@MODEST
@given(st.lists(st.none() | VALUE, max_size=30), VALUE, st.none() | VALUE, st.none() | VALUE)
def test_values_answer_as_the_articles_do(
    values: list[str | None], asked: str, lowest: str | None, highest: str | None
) -> None:
    """The distinct values in order, each article's own, the articles of a value, and those between two."""
    found = _kept(values)
    distinct = sorted({value for value in values if value is not None})
    assert list(found) == distinct
    assert len(found) == len(distinct)
    assert found[1:3] == distinct[1:3]
    assert found[::-2] == distinct[::-2]
    assert [found.of(article) for article in range(len(values))] == values
    for value in {asked, *distinct}:
        assert found.articles(value).tolist() == [at for at, each in enumerate(values) if each == value]
    wanted = [
        value is not None and (lowest is None or lowest <= value) and (highest is None or value <= highest)
        for value in values
    ]
    assert found.between(lowest, highest).tolist() == wanted


def test_there_is_no_value_outside() -> None:
    """A number below the first or above the last value is refused."""
    found = _kept(["b", None, "a"])
    assert (found[0], found[1]) == ("a", "b")
    for at in (-1, 2):
        with pytest.raises(IndexError):
            found[at]


def test_seventy_thousand_values_have_their_articles() -> None:
    """As many distinct values as need numbers of 32 bits, in an order of their own."""
    values = [f"{number * 7919 % 70_001:05}" for number in range(70_001)]
    found = _kept(values)
    for article in (0, 1, 35_000, 65_535, 65_536, 70_000):
        assert found.of(article) == values[article]
        assert found.articles(values[article]).tolist() == [article]
    assert found.between("00010", "00012").nonzero()[0].tolist() == sorted(
        values.index(value) for value in ("00010", "00011", "00012")
    )


@pytest.mark.parametrize("often", [1, 30])
def test_values_that_are_kept_are_known(often: int) -> None:
    """Whoever asks once is given what may be there, who asks often just what is."""
    values = [f"bài {at}" for at in range(300)]
    column = _kept(values)
    for _ in range(often):
        assert set(column.known(["bài 7", "bài 299"])) == {"bài 7", "bài 299"}
        found = column.known(["bài 7", "no such", "bài"])
    assert "bài 7" in found
    if often > 1:
        assert list(found) == ["bài 7"]
    assert not set(_kept([None]).known(["a"] * 9)) - {"a"}
