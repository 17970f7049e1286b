"""The console blocks of documents: what is typed in them, what is shown under it, and whether the program shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

LEFT_OUT = "…"
"""A line that stands for any number of lines, also none."""


def examples(text: str) -> Iterator[tuple[str, str]]:
    """Each command line of the console blocks, from ``timbao`` on, with what is shown under it."""
    for block in re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        yield from re.findall(r"^\$ (timbao .*?)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)


def agree(shown: str, real: str) -> bool:
    """Whether a document shows what the program does, character for character but for the lines that are left out."""
    lines = [line.rstrip() for line in real.rstrip().splitlines()]
    first, *others = _runs(shown.rstrip().splitlines())
    if lines[: len(first)] != first:
        return False
    at = len(first)
    for number, run in enumerate(others, 1):
        found = _found(lines, run, at, is_last=number == len(others))
        if found is None:
            return False
        at = found + len(run)
    return at == len(lines) or bool(others and not others[-1])


def _runs(shown: Sequence[str]) -> list[list[str]]:
    """The lines between those that stand for others."""
    runs: list[list[str]] = [[]]
    for line in shown:
        if line == LEFT_OUT:
            runs.append([])
        else:
            runs[-1].append(line.rstrip())
    return runs


def _found(lines: Sequence[str], run: Sequence[str], after: int, *, is_last: bool) -> int | None:
    """Where a run of lines begins; the last one has to end with the lines."""
    starts = range(after, len(lines) - len(run) + 1)
    if is_last and run:
        starts = starts[-1:]
    return next((at for at in starts if lines[at : at + len(run)] == run), None)
