"""The ways in which the press writes one date: ``28/1/2022``, ``28-01-2022``, ``ngày 28 tháng 1 năm 2022``.

Dates are taken as the keys of their parts, so signs between numbers say nothing. A day and a month alone are a date
only behind ``ngày``: ``2-1`` is a result as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

Way = tuple[str, ...]
"""A way of writing, as keys."""

Fits = Callable[[str, str], bool]
"""Whether a syllable that was typed may stand for a key."""

_DAYS, _MONTHS, _YEARS = range(1, 32), range(1, 13), range(1000, 2100)


def date_at(syllables: Sequence[str], at: int, fits: Fits) -> tuple[int, tuple[Way, ...]] | None:
    """A date that begins at a syllable: how many it takes, and the other ways to write it."""
    reader = _Reader(syllables, at, fits)
    has_day_word = reader.word("ngày")
    found = reader.full() or (reader.year_first() if not has_day_word else None)
    if found is not None:
        ways = list(_full(*found))
        if has_day_word and at > 0:  # at the beginning of a phrase what is found without the word contains the others
            ways += [("ngày", *way) for way in ways]
    elif has_day_word and (day_and_month := reader.day_and_month()):
        ways = [("ngày", *way) for way in _day_and_month(*day_and_month)]
    elif not has_day_word and (month_and_year := reader.month_and_year()):
        ways = list(_month_and_year(*month_and_year))
    else:
        return None
    typed = tuple(syllables[at : reader.at])
    return len(typed), tuple(way for way in dict.fromkeys(ways) if way != typed)


class _Reader:
    """Reads the parts of a date from left to right; what is not there is not read."""

    def __init__(self, syllables: Sequence[str], at: int, fits: Fits) -> None:
        self._syllables, self.at, self._fits = syllables, at, fits

    def full(self) -> tuple[int, int, int] | None:
        """Day, month and year, with or without the words for the last two."""
        begin = self.at
        if (day := self._number(_DAYS)) is not None:
            self.word("tháng")
            if (month := self._number(_MONTHS)) is not None:
                self.word("năm")
                if (year := self._number(_YEARS)) is not None:
                    return day, month, year
        self.at = begin
        return None

    def year_first(self) -> tuple[int, int, int] | None:
        """The form of ISO 8601."""
        begin = self.at
        year, month, day = self._number(_YEARS), self._number(_MONTHS), self._number(_DAYS)
        if year is not None and month is not None and day is not None:
            return day, month, year
        self.at = begin
        return None

    def day_and_month(self) -> tuple[int, int] | None:
        begin = self.at
        if (day := self._number(_DAYS)) is not None:
            self.word("tháng")
            if (month := self._number(_MONTHS)) is not None:
                return day, month
        self.at = begin
        return None

    def month_and_year(self) -> tuple[int, int] | None:
        begin = self.at
        if self.word("tháng") and (month := self._number(_MONTHS)) is not None:
            self.word("năm")
            if (year := self._number(_YEARS)) is not None:
                return month, year
        self.at = begin
        return None

    def word(self, word: str) -> bool:
        is_there = self.at < len(self._syllables) and self._fits(self._syllables[self.at], word)
        self.at += is_there
        return is_there

    def _number(self, among: range) -> int | None:
        text = self._syllables[self.at] if self.at < len(self._syllables) else ""
        if text.isascii() and text.isdigit() and len(text) <= 4 and int(text) in among:
            self.at += 1
            return int(text)
        return None


def _full(day: int, month: int, year: int) -> Iterator[Way]:
    for of_day, of_month in product(_numerals(day), _numerals(month)):
        yield of_day, of_month, str(year)
        yield of_day, "tháng", of_month, "năm", str(year)
        yield of_day, "tháng", of_month, str(year)
    yield str(year), f"{month:02}", f"{day:02}"


def _day_and_month(day: int, month: int) -> Iterator[Way]:
    for of_day, of_month in product(_numerals(day), _numerals(month)):
        yield of_day, of_month
        yield of_day, "tháng", of_month


def _month_and_year(month: int, year: int) -> Iterator[Way]:
    for of_month in _numerals(month):
        yield "tháng", of_month, str(year)
        yield "tháng", of_month, "năm", str(year)


def _numerals(number: int) -> tuple[str, ...]:
    """With a zero ahead and without."""
    return (str(number), f"{number:02}") if number < 10 else (str(number),)
