"""Facts that a program wrote above a text, one a line with its label: ``Title: …``, ``Tác giả: …``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.record import fact_of

_LABELLED = re.compile(r"\s*(?P<label>[^\W\d_][\w -]{1,24}):(?:\s+(?P<value>\S.*?))?\s*$")
_FEWEST = 3
"""Labels that are known, the title's among them: pages of people have no line ``Title:``, and seldom two labels."""


def labelled_head(text: str) -> tuple[Mapping[str, object], str]:
    """The facts above a text, by their labels, and the text below; no facts, and all of it, where there are too few."""
    facts: dict[str, object] = {}
    known: set[str] = set()
    begin = 0
    for line in text.splitlines(keepends=True):
        found = _LABELLED.match(line) if len(line) < 4000 else None
        fact = fact_of(found["label"]) if found else None
        if found is None or fact is None:
            if line.strip():
                break
        elif fact == "text":
            begin += len(line) if found["value"] is None else found.start("value")
            break
        elif found["value"]:
            known.add(fact)
            facts.setdefault(found["label"], found["value"])
        begin += len(line)
    return (facts, text[begin:]) if len(known) >= _FEWEST and "title" in known else ({}, text)
