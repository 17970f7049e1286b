"""A person's screen: what stands on it when a command line has been typed.

The program runs in this process, in a folder that is its user's home, in which ``corpus`` is the project's. Result and
notices stand on the screen in the order in which they are written, matches in brackets, as where there is no colour.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpus"

ENGLISH, VIETNAMESE = "C.UTF-8", "vi_VN.UTF-8"

_TIME = re.compile(r"\(\d+[.,]\d (s|giây)\)")


class _Screen(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@dataclass(frozen=True, slots=True)
class Session:
    """A terminal of so many columns in an empty folder, which is made a home; ``locale`` chooses the language."""

    home: Path
    locale: str = ENGLISH
    columns: int = 80

    def __post_init__(self) -> None:
        (self.home / "corpus").symlink_to(CORPUS, target_is_directory=True)

    def typed(self, line: str) -> str:
        """What a command line shows: how long it took is left out, and the home is written as ``~``."""
        from searcher.cli import main

        screen = io.BytesIO()
        result, notices = (kind(screen, "utf-8", write_through=True) for kind in (_Screen, io.TextIOWrapper))
        with chdir(self.home), _environment(self._variables()), _arguments(shlex.split(line)):
            with redirect_stdout(result), redirect_stderr(notices), suppress(SystemExit):
                main()
            result.flush()
        shown = screen.getvalue().decode("utf-8").replace(str(self.home), "~")
        return "\n".join(row.rstrip() for row in _TIME.sub(r"(… \1)", shown).splitlines())

    def _variables(self) -> Mapping[str, str]:
        """The environment without what the person at the real terminal has settled."""
        kept = {name: value for name, value in os.environ.items() if not _settled(name)}
        kept |= {"HOME": str(self.home), "TIMBAO_INDEX": str(self.home / "sample-index"), "LANG": self.locale}
        kept |= {"COLUMNS": str(self.columns), "NO_COLOR": "1", "TERM": "xterm"}
        return {**kept, "PATH": ""}  # so that no pager is found, which would write to the real terminal


def _settled(name: str) -> bool:
    return name.startswith(("LC_", "LANG", "XDG_", "TIMBAO_", "_TIMBAO_", "CLICOLOR", "FORCE_COLOR"))


@contextmanager
def _environment(variables: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    try:
        os.environ.clear()
        os.environ.update(variables)
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _arguments(arguments: list[str]) -> Iterator[None]:
    before = sys.argv
    sys.argv = arguments
    try:
        yield
    finally:
        sys.argv = before
