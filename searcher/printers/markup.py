"""Text as it may stand in HTML and in XML, between tags and in the value of an attribute, whoever wrote it."""

from __future__ import annotations

import html
import re

from searcher.printers.inert import inert

_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
"""What XML does not let stand, even written as a reference, and ``inert`` leaves alone."""


def markup(text: str) -> str:
    """``text`` as text: nothing in it is a tag, ends an attribute, or turns the direction of what stands beside it."""
    return html.escape(_NO_CHARACTERS.sub("\ufffd", inert(text)), quote=True)
