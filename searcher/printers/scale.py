"""The marks of an axis: round numbers up to a highest value, and those periods of time that are named."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from math import ceil, floor, log10

_STEPS = (1, 2, 5, 10)
_LETTER = 7.5
"""The width of a digit; the least room between two names is that of two."""

_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MONTHS = (1, 2, 3, 6)


def round_marks(highest: float, most: int, *, whole: bool) -> tuple[float, ...]:
    """Marks from 0 on at round distances, at most ``most`` others, ``whole`` ones for counts; the last is no lower."""
    least = highest / most
    step = 1.0
    if least > 0:
        power = 10.0 ** floor(log10(least))
        step = next(turn * power for turn in _STEPS if turn * power >= least * (1 - 1e-9))
    if whole:
        step = max(step, 1.0)
    count = max(ceil(highest / step - 1e-9), 1)
    return tuple(round(step * at, 9) for at in range(count + 1))


def named_periods(keys: Sequence[str], room: float) -> list[tuple[int, str]]:
    """Which of some periods without a gap have room for their names on an axis so many units wide, and these.

    They are all, or those at which longer ones begin: weeks, months, years, tens of years.
    """
    for length, begins in _levels(keys):
        found = [(at, key[:length]) for at, key in enumerate(keys) if begins(key)]
        if len(found) * (length + 2) * _LETTER <= room:
            return found
    return [(0, keys[0][:4])] if keys else []


def _levels(keys: Sequence[str]) -> list[tuple[int, Callable[[str], bool]]]:
    """Ways to choose among periods, the finest first: how long their names are, and which are named."""
    length = len(keys[0]) if keys else 4
    found: list[tuple[int, Callable[[str], bool]]] = []
    if length == 10:
        found += [
            (10, lambda _: True),
            (10, lambda key: _ordinal(key) % 2 == 0),
            (10, lambda key: _ordinal(key) % 7 == 1),
        ]
    if length >= 7:
        found += [(7, _every_month(step)) for step in _MONTHS]
    return found + [(4, _every_year(step)) for step in _YEARS]


def _ordinal(key: str) -> int:
    return date.fromisoformat(key).toordinal()


def _every_month(step: int) -> Callable[[str], bool]:
    return lambda key: key[8:] in ("", "01") and (int(key[5:7]) - 1) % step == 0


def _every_year(step: int) -> Callable[[str], bool]:
    return lambda key: key[4:] in ("", "-01", "-01-01") and int(key[:4]) % step == 0
