"""An article from its title to its captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from searcher.messages import say
from searcher.printers.human.marking import WIDEST, marked
from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal, wrapped

if TYPE_CHECKING:
    from corpus.article import Article
    from searcher.context.places import Marked

_UNWRAPPED = 1 << 30
"""For a pipe, whose reader may look for phrases: a paragraph a line."""


def articles(found: Iterable[Article], terminal: Terminal) -> Iterator[str]:
    """Articles one behind the other, an empty line and a rule between them."""
    before = False
    for each in found:
        if before:
            yield from ("", terminal.dim("—" * min(terminal.width, WIDEST)), "")
        yield from article(each, (), terminal)
        before = True


def article(found: Article, where: tuple[Marked, ...], terminal: Terminal) -> Iterator[str]:
    """The whole article, matches marked."""
    spans = {(here.field, here.number): here.spans for here in where}
    width = min(terminal.width, WIDEST) if terminal.is_screen else _UNWRAPPED
    yield terminal.strong(marked(found.title, spans.get(("title", 0), ()), terminal))
    facts = (found.published and found.published.replace("T", " "), found.source, found.section, found.author, found.id)
    yield terminal.dim(" · ".join(inert(fact) for fact in facts if fact))
    for field, texts in (("lead", (found.lead,) if found.lead else ()), ("body", found.paragraphs)):
        for at, text in enumerate(texts):
            yield ""
            yield from wrapped(marked(text, spans.get((field, at), ()), terminal), width)
    if found.captions:
        yield ""
    for at, text in enumerate(found.captions):
        caption = marked(text, spans.get(("caption", at), ()), terminal)
        yield from wrapped(f"{say('Caption')}: {caption}", width)
