"""The manual is what the program says of itself, and the tutorials show what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from searcher.cli import program
from searcher.commands.listed import summaries
from searcher.manual import man_page
from searcher.manual.described import commands
from searcher.manual.examples import EXAMPLES
from searcher.manual.facts import ENVIRONMENT, FILES, SETTINGS, statuses
from searcher.manual.screen import ENGLISH, VIETNAMESE, Session
from searcher.settings import EVERYWHERE
from tests.console import agree, examples

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "searcher" / "manual"
TUTORIALS = (("TUTORIAL.md", ENGLISH), ("TUTORIAL.vi.md", VIETNAMESE))
PAGES = (*(f"{name}.md" for name in summaries()), "timbao.1", "timeline.svg")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages as ``make manual`` writes them."""
    folder = tmp_path_factory.mktemp("manual")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run([sys.executable, "-m", "searcher.manual", str(folder)], cwd=ROOT, env=environment, check=True)
    return folder


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_the_program_says(name: str, written: Path) -> None:
    """Each page is as it is made anew from the commands, with their examples typed."""
    kept = (MANUAL / name).read_text("utf-8") if (MANUAL / name).exists() else ""
    assert kept == (written / name).read_text("utf-8"), (
        f"searcher/manual/{name} is stale; write it anew with: make manual"
    )


def test_there_are_no_pages_of_other_commands(written: Path) -> None:
    """Pages and tutorials are all that is there; a command that is gone leaves no page."""
    kept = {page.name for page in MANUAL.iterdir() if page.suffix in (".md", ".1", ".svg")}
    made = {page.name for page in written.iterdir()}
    assert made == set(PAGES)
    assert kept - made == {name for name, _ in TUTORIALS}


@pytest.mark.parametrize(("name", "locale"), TUTORIALS)
def test_a_tutorial_can_be_typed(name: str, locale: str, tmp_path: Path) -> None:
    """Typed from the first line to the last, every line shows what stands under it."""
    session = Session(tmp_path.resolve(), locale)
    text = (MANUAL / name).read_text("utf-8")
    for line, shown in examples(text):
        real = session.typed(line)
        assert agree(shown, real), f"{line}\n{real}"
    assert text.count("\n$ ") == len(list(examples(text)))


def test_both_tutorials_type_the_same() -> None:
    """The Vietnamese one goes the way of the English one."""
    english, vietnamese = ((MANUAL / name).read_text("utf-8") for name, _ in TUTORIALS)
    assert [line for line, _ in examples(english)] == [line for line, _ in examples(vietnamese)]


def test_every_command_has_examples_and_statuses() -> None:
    """What the manual says beside the commands' own words leaves none of them out."""
    assert list(EXAMPLES) == [command.name for command in commands()] == list(summaries())
    assert all({0, 2} <= set(statuses(name)) for name in summaries())


def test_the_environment_is_told_of() -> None:
    """Every variable that the program asks for stands in the manual, and so does every setting for all commands."""
    told = {name for names in ENVIRONMENT for name in names.split(", ")}
    sources = "".join(
        source.read_text("utf-8") for source in (ROOT / "searcher").rglob("*.py") if MANUAL not in source.parents
    )
    asked = {
        *re.findall(r'environ(?:ment)?\.get\("([A-Z]\w+)"', sources),
        *re.findall(r'envvar="(\w+)"', sources),
        *re.findall(r'"(XDG_\w+)"', sources),
    }
    assert asked <= told | {"COMP_LINE"}  # which the shell sets, and no person
    assert all(key in " ".join(FILES.values()) for key in EVERYWHERE)


def test_the_settings_that_are_shown_can_be_settled() -> None:
    """The example, also in the README, has known keys alone."""
    found = tomllib.loads(SETTINGS)
    group = program(found)
    assert all(group.get_command(click.Context(group), name) for name in summaries())
    assert SETTINGS in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "roff"),
    [
        ("--in a\\b", "\\-\\-in a\\eb"),
        (".txt", "\\&.txt"),
        ("'a' ~ ^", "\\(aqa\\(aq \\(ti \\(ha"),
    ],
)
def test_text_is_no_request_to_roff(text: str, roff: str) -> None:
    """Signs that roff would act on stand for themselves."""
    assert man_page.escaped(text) == roff


def test_the_man_page_is_of_known_requests() -> None:
    """Every request is one of the man macros, examples end where they begin, and the sections are all there."""
    lines = (MANUAL / "timbao.1").read_text("utf-8").splitlines()
    requests = [line.split()[0] for line in lines if line.startswith((".", "'"))]
    assert set(requests) <= {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".br", ".EX", ".EE"}
    assert requests.count(".EX") == requests.count(".EE")
    assert [line[4:] for line in lines if line.startswith(".SH ")] == [
        "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS", "QUERIES", "FORMATS", "EXIT STATUS", "ENVIRONMENT",
        "FILES", "EXAMPLES",
    ]  # fmt: skip
