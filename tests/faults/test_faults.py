"""A sample of the points at which a run is disturbed; ``make fault-test`` tries them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.damage import cuts, flips, large_flips, rebuilds
from tests.faults.errors import reading_refusals, refusals
from tests.faults.kills import kills
from tests.faults.power_cuts import power_cuts
from tests.faults.readers import readers
from tests.faults.runs import MAKERS, made, made_large, made_small
from tests.faults.tally import Tally
from tests.faults.writers import meeting, stopped

RUNS = sorted(MAKERS)
SHARES = {"long run": 0.3, "rebuild": 0.2}
"""The runs that take longer are disturbed at fewer points."""


def _hold(*tallies: Tally) -> None:
    """That there were points, and that none failed."""
    assert all(tally.points for tally in tallies)
    assert not [failure for tally in tallies for failure in tally.failures]


@pytest.mark.parametrize("name", RUNS)
def test_a_killed_run_is_done_or_not_done(tmp_path: Path, name: str) -> None:
    """Wherever a process is killed, the index is sound and as last committed, and the next run ends as if unharmed."""
    _hold(kills(made(name, tmp_path), tmp_path / "tried", 0.12 * SHARES.get(name, 1)))


@pytest.mark.parametrize("name", RUNS)
def test_a_power_cut_loses_nothing_that_was_committed(tmp_path: Path, name: str) -> None:
    """Whatever a disk keeps of what was not synced, the index is in the state before a commit or after it."""
    _hold(power_cuts(made(name, tmp_path), tmp_path / "tried", 0.05 * SHARES.get(name, 1)))


@pytest.mark.parametrize("name", ["first index", "replace", "rebuild"])
def test_what_the_system_refuses_is_said_and_loses_nothing(tmp_path: Path, name: str) -> None:
    """A full disk, one that fails, and too many open files end a run in an error of ours, the index as it was."""
    _hold(refusals(made(name, tmp_path), tmp_path / "tried", 0.07 * SHARES.get(name, 1)))


def test_a_reader_who_is_refused_is_not_told_of_damage(tmp_path: Path) -> None:
    """What the system would not let be read is no damage, and nothing raises anything but our errors."""
    _hold(reading_refusals(made("join segments", tmp_path), tmp_path / "tried", 0.2))


def test_a_lock_holds_although_its_file_is_removed(tmp_path: Path) -> None:
    """While a run is stopped in the middle another one is refused, and the first ends well."""
    run = made("add", tmp_path)
    _hold(stopped(run, tmp_path / "tried", 0.1), stopped(run, tmp_path / "removed", 0.1, removes_lock=True))


def test_no_damage_gives_a_wrong_answer(tmp_path: Path) -> None:
    """Flipped bits and files cut short are told by a reader or do not matter to him, and the check names the file."""
    run = made_small(tmp_path)
    _hold(*flips(run, tmp_path, 0.003), *cuts(run, tmp_path, 0.03))


def test_no_damage_of_a_large_array_gives_a_wrong_answer(tmp_path: Path) -> None:
    """Nor does a bit that flips in one; in what is read for an answer, every one is told."""
    _hold(*large_flips(made_large(tmp_path, 300), tmp_path / "tried", 20, 1))


def test_a_rebuild_leads_back_from_any_damage(tmp_path: Path) -> None:
    """Files that are gone, empty, zeros, cut or spoilt, alone or all at once, are replaced by a sound index."""
    _hold(*rebuilds(made_small(tmp_path), tmp_path))


def test_readers_see_one_commit_each(tmp_path: Path) -> None:
    """Whatever another process commits, merges and rebuilds meanwhile."""
    _hold(readers(tmp_path / "tried", 30))


def test_writers_that_meet_lose_nothing(tmp_path: Path) -> None:
    """Of two runs at the same moment one is refused, and comes again."""
    _hold(meeting(tmp_path, 5))
