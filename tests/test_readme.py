"""The documents show what the program really prints."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.console import agree, examples
from tests.program import Run

ROOT = Path(__file__).parent.parent


DOCUMENTS = ("README.md", "searcher/QUERIES.md")
MANUAL = sorted(str(page.relative_to(ROOT)) for page in (ROOT / "searcher" / "manual").glob("*.md"))


def _examples() -> Iterator[tuple[str, str]]:
    """Each command line of the console blocks, with what stands under it."""
    for name in DOCUMENTS:
        yield from examples((ROOT / name).read_text("utf-8"))


@pytest.mark.parametrize(("line", "shown"), list(_examples()))
def test_an_example_prints_what_the_readme_shows(line: str, shown: str, sample_index: Path) -> None:
    """The result, or where there is none the error, on a screen of 100 columns."""
    run = Run(*shlex.split(line)[1:], index=sample_index, env={"COLUMNS": "100"})
    assert agree(shown, run.out or run.err), run.out or run.err


@pytest.mark.parametrize("document", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "searcher/QUERIES.md", *MANUAL])
def test_links_lead_somewhere(document: str) -> None:
    """Every link to a file of the project leads to one, and every file that a document names exists."""
    text = (ROOT / document).read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / document).parent.joinpath(target).exists(), target
    for named in re.findall(r"`((?:corpus|index|searcher|tests)/[\w/.]+)`", text):
        assert (ROOT / named).exists(), named
