"""Input that is led by what it reaches: ``python -m tests.fuzz.guided NAME --seconds 60``, with atheris.

Where hypothesis makes input by rules, this changes bytes and keeps what leads to lines of the program that nothing has
led to before. Each target begins with good files, so that the fuzzer need not invent them. The process may take no more
memory than ``MOST_MEMORY`` and no input more than ``LONGEST`` seconds. Without a name all targets have their turn, each
in a process of its own; a failure is shown with the file that holds the input, and given to a target again with
``--input FILE``.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.fuzz.limits import LONGEST, MOST_MEMORY

NAMES = ("pages", "queries", "settings", "contents", "ledger", "arrays")
"""The targets; those of ``tests/fuzz/by_bytes.py``."""

_LONGEST_INPUT = 1 << 15
_ROOMS = ["corpus", "index", "searcher"]
_LATE = (
    "corpus.html.source", "searcher.commands.listed", "searcher.meaning.aliases", "searcher.meaning.compile",
    "searcher.meaning.suggestions", "searcher.query.parse", "searcher.query.tree", "searcher.settings",
)  # fmt: skip
"""Modules that a target loads only when it needs them, too late for what looks into them."""


def is_possible() -> bool:
    """Whether atheris is installed; it is not for every system."""
    return importlib.util.find_spec("atheris") is not None


def fuzz(name: str, seconds: int, failing: Path | None) -> None:
    """Fuzzes a target to the end of the process, or gives it one input."""
    import atheris

    with atheris.instrument_imports(include=_ROOMS):
        for late in _LATE:
            importlib.import_module(late)
        from tests.fuzz.by_bytes import TARGETS

    target = TARGETS[name]
    if failing is not None:
        target.check(failing.read_bytes())
        return
    seeds = Path(tempfile.mkdtemp(prefix="timbao-seeds-"))
    for at, seed in enumerate(target.seeds()):
        (seeds / str(at)).write_bytes(seed)
    options = {
        "max_total_time": seconds,
        "max_len": _LONGEST_INPUT,
        "timeout": LONGEST,
        "rss_limit_mb": MOST_MEMORY >> 20,
        "print_final_stats": 1,
        "verbosity": 0,
        "artifact_prefix": f"{tempfile.gettempdir()}/timbao-{name}-",
    }
    atheris.Setup([sys.argv[0], *(f"-{key}={value}" for key, value in options.items()), str(seeds)], target.check)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", default=[*NAMES])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--input", type=Path)
    asked = parser.parse_args()
    if not is_possible():
        print("atheris is not installed: no input is led by what it reaches (pip install '.[fuzz]')")
        return 0
    if len(asked.names) == 1:
        fuzz(asked.names[0], asked.seconds, asked.input)
        return 0
    seconds = max(asked.seconds // len(asked.names), 1)
    status = 0
    for name in asked.names:
        line = [sys.executable, "-m", "tests.fuzz.guided", name, "--seconds", str(seconds)]
        done = subprocess.run(line, capture_output=True, text=True, errors="replace", check=False)
        ran = [row.split()[-1] for row in done.stderr.splitlines() if "number_of_executed_units" in row]
        print(f"{name}: {''.join(ran) or 'no'} inputs led by what they reach", flush=True)
        if done.returncode:
            print(done.stdout[-4000:], done.stderr[-4000:], sep="\n", flush=True)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
