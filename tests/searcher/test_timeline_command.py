"""The command ``timeline``: its forms, its bars, and the files that it writes."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.printers.human import over_time
from searcher.printers.terminal import Terminal, cells
from searcher.results.over_time import Apart, Period, Timeline
from tests.conftest import Folder
from tests.program import PROGRAM, Run
from tests.searcher.test_timeline import harbour

__all__ = ["harbour"]


def test_the_command_in_each_form(harbour: Folder) -> None:
    """The same figures as a table and as objects; what has no period is said beside them."""
    asked = ("timeline", "cảng cá", "--per", "month")
    table = Run(*asked, index=harbour.index)
    assert table.status == 0
    assert table.out.splitlines()[0] == "2019-11\t1\t3\t2\t500.0"
    assert len(table.out.splitlines()) == 4
    assert "key\tarticles\toccurrences\tall\tper_thousand" in table.err
    assert "Dated less precisely, in no period: 1 article, 2 places." in table.err
    assert "Without a date, in no period: 1 article, 1 place." in table.err
    assert "5 articles, 8 places." in table.err
    lines = Run(*asked, "--format", "jsonl", index=harbour.index).objects
    assert lines[3] == {
        "schema": 1, "key": "2020-02", "articles": 2, "occurrences": 2, "all": 3, "per_thousand": 666.667,
    }  # fmt: skip


def test_the_command_says_which_unit_it_chose_and_that_nothing_was_found(harbour: Folder) -> None:
    """Without ``--per`` the unit is named; nothing found is exit status 1, and no figures."""
    chosen = Run("timeline", "cảng cá", index=harbour.index)
    assert "Counted by year; --per asks for another unit." in chosen.err
    none = Run("timeline", "tàu hỏa", index=harbour.index)
    assert (none.status, none.out) == (1, "")
    assert "Nothing found." in none.err


def _timeline(*articles: int) -> Timeline:
    periods = tuple(Period(f"20{at:02}", many, many, 1000) for at, many in enumerate(articles))
    return Timeline("year", periods, Apart(0, 0), Apart(0, 0), sum(articles), sum(articles))


def _lines(found: Timeline, width: int, **can: bool) -> list[str]:
    return list(
        over_time.timeline(found, Terminal(width, can.get("colour", False), False, False, can.get("blocks", True)))
    )


@given(st.lists(st.integers(0, 10**7), min_size=1, max_size=30), st.integers(20, 200))
def test_bars_fit_the_screen_and_grow_with_the_figures(articles: list[int], width: int) -> None:
    """No line is wider than the screen, more articles never have a shorter bar, and only none have no bar."""
    found = _timeline(*articles, 1)
    for blocks in (True, False):
        head, *lines = _lines(found, width, blocks=blocks)
        assert max(map(cells, (head, *lines))) <= max(width, 30)
        assert len({cells(line.rstrip("█▏▎▍▌▋▊▉#")) for line in lines if line[-1] in "█▏▎▍▌▋▊▉#"}) == 1
        bars = [len(line) * 8 + " ▏▎▍▌▋▊▉█#".find(line[-1]) for line in lines]
        drawn = [line[-1] in "█▏▎▍▌▋▊▉#" for line in lines]
        assert drawn == [many > 0 for many in (*articles, 1)]
        order = sorted((many, bar) for many, bar, has in zip((*articles, 1), bars, drawn, strict=True) if has)
        assert [bar for _, bar in order] == sorted(bar for _, bar in order)


def test_bars_on_screens_with_and_without_blocks_and_colours() -> None:
    """Eighths where they can be written, number signs where not, and colours only where they are wanted."""
    found = _timeline(16, 9, 0)
    plain = _lines(found, 40)
    assert plain == [
        "Year  Articles  Per 1,000",
        "2000        16       16.0  █████████████",
        "2001         9       9.00  ███████▎",
        "2002         0          0",
    ]
    assert _lines(found, 40, blocks=False)[1:3] == [line.translate({0x2588: "#", 0x258E: ""}) for line in plain[1:3]]
    assert "\x1b" not in "".join(plain)
    assert _lines(found, 40, colour=True)[1] == "2000        16       16.0  \x1b[36m█████████████\x1b[0m"
    assert _lines(_timeline(), 40) == []


@pytest.mark.parametrize(
    ("encoding", "environment", "has_blocks"),
    [("utf-8", {}, True), ("utf-8", {"TERM": "dumb"}, False), ("ascii", {}, False), ("cp1258", {}, False)],
)
def test_blocks_are_drawn_where_they_can_be_written(
    encoding: str, environment: dict[str, str], has_blocks: bool
) -> None:
    """An encoding that lacks the blocks, or a dumb terminal, gets none."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    assert Terminal.of(stream, "auto", environment).has_blocks is has_blocks


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    """A folder for files; nothing but what is asked for may be left in it."""
    place = tmp_path / "written"
    place.mkdir()
    yield place
    assert not [name for name in os.listdir(place) if name.startswith(".")]


def test_files_are_written_beside_the_figures(harbour: Folder, written: Path) -> None:
    """A drawing and a page come to stand under their names, with the rights of a new file or of the one before."""
    drawing, page = written / "bến cảng.svg", written / "t.html"
    page.write_text("old")
    page.chmod(0o600)
    run = Run("timeline", "cảng cá", "--svg", str(drawing), "--html", str(page), index=harbour.index)
    assert run.status == 0
    assert len(run.out.splitlines()) == 2
    assert f"Written: {drawing}" in run.err
    assert drawing.read_text("utf-8").startswith("<?xml")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert stat.S_IMODE(page.stat().st_mode) == 0o600
    assert stat.S_IMODE(drawing.stat().st_mode) & 0o600 == 0o600


def test_files_are_written_whoever_reads_the_figures(harbour: Folder, written: Path) -> None:
    """A pipe that is closed before the first line takes nothing from the file."""
    reader, writer = os.pipe()
    os.close(reader)
    asked = ("timeline", "cảng cá", "--svg", str(written / "t.svg"))
    environment = {**os.environ, "TIMBAO_INDEX": str(harbour.index)}
    done = subprocess.run((*PROGRAM, *asked), stdout=writer, stderr=subprocess.DEVNULL, env=environment, check=False)
    os.close(writer)
    assert done.returncode == 0
    assert (written / "t.svg").read_text("utf-8").rstrip().endswith("</svg>")


def test_a_hyphen_is_standard_output(harbour: Folder) -> None:
    """The drawing alone is on standard output, in UTF-8 whatever the locale; two at once are refused."""
    for environment in ({}, {"PYTHONUTF8": "0", "LANG": "C", "PYTHONIOENCODING": "ascii"}):
        run = Run("timeline", "cảng cá", "--svg", "-", index=harbour.index, env=environment)
        assert run.out.startswith("<?xml")
        assert run.out.rstrip().endswith("</svg>")
        assert "cảng cá" in run.out
    assert Run("timeline", "cảng cá", "--svg", "-", "--html", "-", index=harbour.index).status == 2


@pytest.mark.parametrize("name", ["missing/t.svg", ".", "page.txt/t.svg", "x" * 300])
def test_what_cannot_be_written_is_said(name: str, harbour: Folder, written: Path) -> None:
    """A folder that is missing, a folder, a file as a folder, too long a name: exit status 4, and nothing is left."""
    (written / "page.txt").write_text("kept")
    run = Run("timeline", "cảng cá", "--svg", str(written / name), index=harbour.index)
    assert run.status == 4
    assert "cannot be written: " in run.err
    assert "Traceback" not in run.err
    assert os.listdir(written) == ["page.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no links that everybody may make")
def test_a_link_and_a_device_stay_what_they_are(harbour: Folder, written: Path) -> None:
    """A link still leads to its file, which has the drawing, and what is no file is written to as it is."""
    target, link = written / "target.svg", written / "link.svg"
    target.write_text("old")
    link.symlink_to(target)
    assert Run("timeline", "cảng cá", "--svg", str(link), index=harbour.index).status == 0
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("<?xml")
    assert Run("timeline", "cảng cá", "--html", "/dev/null", index=harbour.index).status == 0
    assert not Path("/dev/null").is_file()


def test_a_file_that_fails_half_way_leaves_what_stood_there(written: Path) -> None:
    """Lines that end in an error leave the old file, and no draft."""
    from searcher.commands.written_file import write_file

    def lines() -> Iterator[str]:
        yield "first"
        raise KeyboardInterrupt

    target = written / "t.svg"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_file(str(target), lines())
    assert target.read_text() == "old"
