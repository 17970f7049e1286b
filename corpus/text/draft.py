"""An article while its page is being taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.text.lines import Line


@dataclass(slots=True)
class Draft:
    """The facts found so far.

    ``updated`` is the day of the last change, which counts where no other is given; ``changed`` says that the page
    names such a day for certain, so that a date far from the title is the visit's; ``by`` is a paper or an author,
    where the page does not say which (``Quê Mới 3 giờ trước``); ``imprint`` is what the page says of itself at its end, in
    small letters.
    """

    title: Line | None = None
    published: str | None = None
    updated: str | None = None
    changed: bool = False
    author: str | None = None
    source: str | None = None
    by: str | None = None
    imprint: str = ""
    section: str | None = None
    lead: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)

    def names_site(self, name: str) -> bool:
        """Whether the imprint has a name, which is no author's then."""
        return name.lower() in self.imprint
