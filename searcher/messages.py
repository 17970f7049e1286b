"""What a person reads, in the language that was asked for.

The English sentence is the key, as in gettext: rooms that know no language raise errors with an English sentence, and
it is looked up when it is shown, in the catalogue of ``vietnamese.py``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

LANGUAGES = ("en", "vi")

_chosen: list[str] = []
"""The language that was asked for, where one was: else the locale decides."""


def choose(language: str | None) -> None:
    """Speaks a language from now on; ``None`` leaves it to the locale."""
    _chosen[:] = [] if language is None else [language]


def is_vietnamese(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether Vietnamese was asked for, or else whether the locale does, by the variable that counts first."""
    if _chosen:
        return _chosen[0] == "vi"
    locale = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environment.get(name))), "")
    return locale.lower().startswith("vi")


def say(sentence: str, **details: object) -> str:
    """A sentence in the reader's language, its details filled in; a ``reason`` that a system gave is, too."""
    if is_vietnamese():
        from searcher.vietnamese import VIETNAMESE

        sentence = VIETNAMESE.get(sentence, sentence)
        if "reason" in details:
            from searcher.system_words import in_vietnamese

            details["reason"] = in_vietnamese(str(details["reason"]))
    return sentence.format(**details)


def say_many(one: str, many: str, count: int) -> str:
    """The sentence for one or for many, with the number filled in as ``count``."""
    return say(one if count == 1 else many, count=number(count))


def number(value: int) -> str:
    """A whole number with its thousands parted as the reader's language does."""
    return f"{value:,}".replace(",", ".") if is_vietnamese() else f"{value:,}"


def decimal(value: float, digits: int) -> str:
    """A number with so many digits behind its point, which is a comma in Vietnamese."""
    written = f"{value:,.{digits}f}"
    return written.translate(str.maketrans(",.", ".,")) if is_vietnamese() else written
