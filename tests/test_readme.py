"""The documents show what the program really prints."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.searcher.test_cli import Run

ROOT = Path(__file__).parent.parent


def _examples() -> Iterator[tuple[str, str]]:
    """Each command of the console blocks whose output stands under it, with that output."""
    text = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "searcher/QUERIES.md"))
    for block in re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        yield from re.findall(r"^\$ timbao (.*?)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)


@pytest.mark.parametrize(("command", "shown"), list(_examples()))
def test_an_example_prints_what_the_readme_shows(command: str, shown: str, sample_index: Path) -> None:
    """The result, or where there is none the error, character for character, on a screen of 100 columns."""
    run = Run(*shlex.split(command), index=sample_index, env={"COLUMNS": "100"})
    assert (run.out or run.err).rstrip() == shown.rstrip()


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "searcher/QUERIES.md"])
def test_links_lead_somewhere(document: str) -> None:
    """Every link to a file of the project leads to one, and every file that a document names exists."""
    text = (ROOT / document).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / document).parent.joinpath(target).exists(), target
    for named in re.findall(r"`((?:corpus|index|searcher|tests)/[\w/.]+)`", text):
        assert (ROOT / named).exists(), named
