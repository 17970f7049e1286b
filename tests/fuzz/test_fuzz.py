"""The short part of ``make fuzz``: the same examples each time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.fuzz.targets import TARGETS

EXAMPLES = {"pages": 150, "queries": 300, "settings": 100, "index": 60}


def test_every_target_has_its_part() -> None:
    """None is left out."""
    assert set(EXAMPLES) == set(TARGETS)


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_input_made_by_chance_does_no_harm(name: str) -> None:
    """In a process with little memory whatever is made is read or refused, and the process ends by itself."""
    line = [sys.executable, "-m", "tests.fuzz.run", name, "--examples", str(EXAMPLES[name])]
    done = subprocess.run(line, capture_output=True, text=True, errors="replace", timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
