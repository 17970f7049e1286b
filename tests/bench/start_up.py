"""How long does the program take before it does anything, over an interpreter that does nothing? Milliseconds.

Whole processes, in turn, so that whatever else the machine does falls on all of them alike.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
RUNS = 25
TIMBAO = str(Path(sys.executable).with_name("timbao"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TIMBAO_INDEX": folder + "/index", "XDG_CACHE_HOME": folder}
        subprocess.run([TIMBAO, "index", "--quiet", str(SAMPLE)], env=environment, check=True)
        bare = [sys.executable, "-c", "pass"]
        commands = {
            "an interpreter that does nothing": (bare, environment),
            "import click": ([sys.executable, "-c", "import click"], environment),
            "import click, numpy": ([sys.executable, "-c", "import click, numpy"], environment),
            "timbao --help": ([TIMBAO, "--help"], environment),
            "timbao search": ([TIMBAO, "search", "dân biết"], environment),
            "Tab behind timbao": ([TIMBAO], environment | _typed("timbao se")),
            "Tab behind --source": ([TIMBAO], environment | _typed("timbao search --source S")),
        }
        for command, variables in commands.values():  # once before anything counts: files and caches are there
            subprocess.run(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(RUNS):
            for name, (command, variables) in commands.items():
                began = time.perf_counter()
                subprocess.run(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
                times[name].append(1000 * (time.perf_counter() - began))
    nothing = next(iter(times.values()))
    print(f"{'start-up, ms over bare Python':34} {'median':>7} {'least':>7}")
    for name, taken in times.items():
        over = (statistics.median(taken) - statistics.median(nothing), min(taken) - min(nothing))
        print(f"{name:34} {over[0]:7.1f} {over[1]:7.1f}")


def _typed(line: str) -> dict[str, str]:
    """What the shell sets when Tab is pressed behind a line."""
    return {"_TIMBAO_COMPLETE": "bash_complete", "COMP_LINE": line}


if __name__ == "__main__":
    main()
