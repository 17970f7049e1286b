"""A property that is found out at the first look and kept: ``functools.cached_property`` without its lock.

On Python 3.11 that lock takes as long as most looks at a line do, and lines are looked at in some fifteen ways: without
it a page of text is read a tenth quicker.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class found_once(Generic[Owner, Value]):  # noqa: N801 - it stands over methods, as the one of functools does
    """Keeps the value in the owner's ``__dict__``, where later looks find it before they come here."""

    def __init__(self, find: Callable[[Owner], Value]) -> None:
        self._find = find
        self.__doc__ = find.__doc__

    def __set_name__(self, owner: type[Owner], name: str) -> None:
        self._name = name

    def __get__(self, owner: Owner, kind: type[Owner] | None = None) -> Value:
        value = owner.__dict__[self._name] = self._find(owner)
        return value
