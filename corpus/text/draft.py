"""An article while its page is being taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.text.lines import Line

_IMPRINT = re.compile(r"©|\(c\) |copyright|bản quyền|giấy phép", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """The facts found so far.

    ``updated`` is the day of the last change, which counts where no other is given; ``changed`` says that the page
    names such a day for certain, so that a date far from the title is the visit's; ``day`` stands above the title
    without an hour, and may be the visit's as well; ``by`` is a paper or an author,
    where the page does not say which (``Quê Mới 3 giờ trước``); ``end`` holds the lines among
    which the page's imprint stands, ``tail`` those behind the article.
    """

    title: Line | None = None
    published: str | None = None
    updated: str | None = None
    changed: bool = False
    day: str | None = None
    author: str | None = None
    source: str | None = None
    by: str | None = None
    end: Sequence[Line] = ()
    tail: Sequence[Line] = ()
    section: str | None = None
    lead: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)

    def names_site(self, name: str) -> bool:
        """Whether the page's imprint has a name, which is no author's then."""
        return any(name.lower() in line.plain.lower() and _IMPRINT.search(line.plain) for line in self.end)
