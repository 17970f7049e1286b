"""What is glued to the last paragraph: the author's name or initials, or the agency that sent the text."""

from __future__ import annotations

import re

from corpus.text.draft import Draft
from corpus.text.lead import raw_prefix
from corpus.text.lines import Line

_SIGNED_IN_LINE = re.compile(
    r"(?<=[.”\"!?])(?P<author>[A-ZĐ][^\W\d]+(?: [A-ZĐ][^\W\d]+){1,3})$"
    r"|(?<=[.”\"!?])\s(?P<initials>(?:[A-ZĐ][^\W\d_A-ZĐ]{0,3}\.){2,4})$|\s\([A-ZĐ][\w.]{0,6}\)\s+\[[a-z]{2,4}\]$"
)
_SENT_BY = re.compile(
    r"(?<=[.”\"!?])\s\((?:Theo |Nguồn:? )?(?P<source>TTXVN(?:/[\w+]+)?|(?<=Theo )[A-ZĐ][^()]{2,30})\)$"
)
"""The agency that sent the text, behind its last sentence."""

_LONGEST_SIGNATURE = 40


def without_signature(line: Line, draft: Draft) -> Line:
    """The last paragraph without the author's name that was glued to it, or the initials of author and editor."""
    found = _SIGNED_IN_LINE.search(line.plain, max(len(line.plain) - _LONGEST_SIGNATURE, 0))
    if found is None or not line.is_running:
        return line
    if found["author"]:
        if (author := Line("", found["author"]).author) is None:
            return line
        draft.author = draft.author or author
    draft.author = draft.author or found["initials"]
    return _cut(line, found.start())


def without_sender(line: Line, draft: Draft) -> Line:
    """A paragraph without the agency that sent the text, where its last sentence has that behind it."""
    sent = _SENT_BY.search(line.plain, max(len(line.plain) - _LONGEST_SIGNATURE, 0))
    if sent is None:
        return line
    draft.source = draft.source or sent["source"]
    return _cut(line, sent.start())


def _cut(line: Line, end: int) -> Line:
    """The line up to there."""
    plain = line.plain[:end].rstrip()
    return Line(raw_prefix(line.raw, plain), plain, line.gap, line.is_emphasised)
