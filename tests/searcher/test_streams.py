"""Standard streams that are full or closed: a result that is lost is an error, and what is said beside it is not."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.program import PROGRAM, Run

ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": "/nowhere"}
ENVIRONMENT.pop("PYTHONUNBUFFERED", None)  # with which the end of a program has nothing left to write
COMMANDS = (("search", "dân"), ("kwic", "dân"), ("count", "dân"), ("info",), ("timeline", "--svg", "-", "dân"))


def _in_shell(redirected: str, *arguments: str, index: Path | None = None) -> subprocess.CompletedProcess[str]:
    """The program with its streams as a shell redirects them."""
    if index is not None:
        arguments = (*arguments, "--index", str(index))
    command = ["sh", "-c", f'"$@" {redirected}', "sh", *PROGRAM, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=ENVIRONMENT, timeout=60)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("arguments", COMMANDS)
def test_what_is_said_beside_a_result_does_not_take_it_away(arguments: tuple[str, ...], sample_index: Path) -> None:
    """With standard error full or closed the result is the same, and so is the status."""
    whole = Run(*arguments, index=sample_index)
    for redirected in ("2>/dev/full", "2>&-"):
        run = _in_shell(redirected, *arguments, index=sample_index)
        assert (run.returncode, run.stdout) == (0, whole.out)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_result_that_cannot_be_written_is_an_error(arguments: tuple[str, ...], sample_index: Path) -> None:
    """With standard output full or closed the status is that of a failure, and a sentence says so."""
    for redirected in (">/dev/full", ">&-"):
        run = _in_shell(redirected, *arguments, index=sample_index)
        assert run.returncode == 4
        assert "timbao: The system says: " in run.stderr
        assert not re.search("Traceback|Errno", run.stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("search", "--help")])
def test_help_that_cannot_be_written_is_an_error(arguments: tuple[str, ...]) -> None:
    """As a result is, and said once; where nobody reads it any more it is none."""
    run = _in_shell(">/dev/full", *arguments)
    assert (run.returncode, run.stderr.count("The system says")) == (4, 1)
    assert _in_shell("| true", *arguments).stderr == ""


def test_a_closed_standard_input_holds_no_query(sample_index: Path) -> None:
    """A batch from nowhere finds nothing, and ends as such."""
    run = _in_shell("<&-", "count", "--batch", "-", index=sample_index)
    assert (run.returncode, run.stdout) == (1, "")
    assert "Traceback" not in run.stderr


def test_the_help_comes_up_with_settings_that_do_not_read(tmp_path: Path) -> None:
    """A broken file of settings stops a search, and neither the help nor what a shell asks when it starts."""
    path = tmp_path / "timbao" / "config.toml"
    path.parent.mkdir()
    path.write_text("a =\n", "utf-8")
    env = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert Run("--help", env=env).status == 0
    assert Run("completion", "bash", env=env).status == 0
    assert Run("count", "dân", env=env).status == 2


def test_nul_alone_asks_for_ids(sample_index: Path) -> None:
    """Ids end with NUL where that is asked for, without a second option that says ids."""
    assert (
        Run("search", "-q", "-0", "dân", index=sample_index).out
        == Run("search", "-q", "-l0", "dân", index=sample_index).out
    )
