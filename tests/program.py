"""The program as a person runs it, for the tests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

PROGRAM = (sys.executable, "-c", "from searcher.cli import main; main()")


class Run:
    """One run of the program, ended."""

    def __init__(self, *arguments: str, index: Path | None = None, env: Mapping[str, str] | None = None) -> None:
        environment = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES")}
        environment |= {"LANG": "C.UTF-8", "PYTHONUTF8": "1", "XDG_CONFIG_HOME": "/nowhere", **(env or {})}
        if index is not None:
            environment["TIMBAO_INDEX"] = str(index)
        done = subprocess.run([*PROGRAM, *arguments], capture_output=True, env=environment, timeout=60, check=False)
        self.status = done.returncode
        self.out = done.stdout.decode(errors="replace")
        self.err = done.stderr.decode(errors="replace")

    @property
    def objects(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]
