"""The reference of the query language says what is true: every example gives the numbers that stand behind it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from searcher.cli import program
from searcher.query.field_names import FIELDS
from searcher.query.lexer import AND, NOT, OR

PAGE = Path(__file__).parents[2].joinpath("searcher", "QUERIES.md").read_text("utf-8")


def _examples() -> Iterator[tuple[str, str, str]]:
    """What is typed in each row of the tables, and the numbers of articles and places."""
    yield from re.findall(r"^\| `([^`]+)` \| ([\d,]+) \| ([\d,]+) \|", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("typed", "articles", "places"), list(_examples()))
def test_an_example_gives_what_the_page_says(typed: str, articles: str, places: str, sample_index: Path) -> None:
    """The row's query, typed into a shell, is counted on the sample archive."""
    arguments = ["count", "-q", "--index", str(sample_index), *shlex.split(typed)]
    run = CliRunner().invoke(program({}), arguments, catch_exceptions=False)
    assert run.output.split() == [articles, places]


@pytest.mark.parametrize("name", [*(f"{field}:" for field in FIELDS), *AND, *OR, *NOT])
def test_every_field_and_operator_is_told_of(name: str) -> None:
    """The page leaves nothing out that the parser reads."""
    assert re.search(rf"(?<!\w){name}", PAGE)
