"""One target fuzzed in a process of its own: ``python -m tests.fuzz.run NAME --seconds 60`` or ``--examples 100``.

The process may take no more memory than ``MOST_MEMORY`` and no example more than ``LONGEST`` seconds, so that what runs
away ends it. Without a name all targets have their turn. A failure is shown with the smallest input that gives it.
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import resource
import signal
import time
from typing import Any

from hypothesis import HealthCheck, given, seed, settings

from tests.fuzz.limits import LONGEST, MOST_MEMORY
from tests.fuzz.targets import TARGETS

_AT_ONCE = 100


def run(name: str, seconds: float | None, examples: int) -> int:
    """Fuzzes a target for some seconds, or with so many examples that are always the same; gives how many there were.

    Raises what a failing example raises.
    """
    strategy, check = TARGETS[name]
    tried = 0

    def checked(example: Any) -> None:
        nonlocal tried
        tried += 1
        signal.alarm(LONGEST)
        faulthandler.dump_traceback_later(2 * LONGEST, exit=True)  # where no signal is looked at any more
        check(example)
        faulthandler.cancel_dump_traceback_later()
        signal.alarm(0)

    def some(first: int, many: int) -> None:
        options = settings(max_examples=many, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        seed(first)(options(given(strategy)(checked)))()

    if seconds is None:
        some(0, examples)
    else:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            some(random.getrandbits(64), _AT_ONCE)
    return tried


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", default=[*TARGETS])
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--examples", type=int, default=100)
    asked = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    for name in asked.names:
        tried = run(name, asked.seconds and asked.seconds / len(asked.names), asked.examples)
        print(f"{name}: {tried} examples", flush=True)


if __name__ == "__main__":
    main()
