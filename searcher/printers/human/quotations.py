"""Quotations: what was said, then by whom, when and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from searcher.messages import say
from searcher.printers.human.marking import INDENT, WIDEST, marked
from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal, wrapped
from searcher.results.lines import Quoted


def quotations(found: Iterable[Quoted], terminal: Terminal) -> Iterator[str]:
    """Each quotation with the matches marked, and under it its speaker, role, date, source and article."""
    width = min(terminal.width, WIDEST)
    for here in found:
        of, quote = here.article, here.quote
        yield from wrapped(f"“{marked(quote.text, here.spans, terminal)}”", width)
        speaker = terminal.strong(inert(quote.speaker)) if quote.speaker else say("(speaker unknown)")
        who = f"{speaker}, {inert(quote.role)}" if quote.role else speaker
        facts = [inert(fact) for fact in (of.published and of.published.replace("T", " "), of.source, of.id) if fact]
        yield from wrapped(f"— {who}{terminal.dim(' · ' + ' · '.join(facts))}", width - len(INDENT), indent=INDENT)
        yield ""
