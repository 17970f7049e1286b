"""Numbers of runs by hash table, against a dictionary."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.segmentation.run_numbers import LINE_BREAK, RunNumbers


def _check(numbers: RunNumbers, known: dict[str, int], text: str) -> None:
    """The runs of a text are where they are, and have the numbers that they had, or the next ones."""
    count = numbers.count
    code_points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.int32)
    starts, found, new = numbers.number(text, code_points)
    assert numbers.count == count + len(new)
    assert not known.keys() & set(new)
    known.update(zip(new, range(count, numbers.count), strict=True))
    wanted: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        begin = at
        for run in line.split():
            begin = text.index(run, begin)
            wanted.append((begin, known[run]))
            begin += len(run)
        at += len(line)
        wanted.append((at, LINE_BREAK))
        at += 1
    assert list(zip(starts.tolist(), found.tolist(), strict=True)) == wanted[:-1]


RUNS = st.text(st.sampled_from("aáặẶđĐ.,0–😀\0\ud800\u200b"), max_size=11)
BLANKS = st.sampled_from(" \n\t\u00a0\u3000\x1c\u2029 ")


@settings(max_examples=200)
@given(st.lists(st.lists(RUNS | BLANKS, max_size=30).map("".join), max_size=4))
def test_every_run_has_its_number(texts: list[str]) -> None:
    """Short and long runs, odd characters, all kinds of white space, text after text."""
    numbers = RunNumbers()
    known: dict[str, int] = {}
    for text in texts:
        _check(numbers, known, text)
    assert len(set(known.values())) == len(known)


def test_a_full_table_grows() -> None:
    """Many more runs than the table begins with, new and old in one text."""
    numbers = RunNumbers()
    known: dict[str, int] = {}
    for size in (10, 3000, 2500, 20_000, 100):
        _check(numbers, known, " ".join(f"{at:x}" for at in range(size)))
    assert numbers.count > 20_000
