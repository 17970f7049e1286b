"""Text with its matches marked, and how wide running text may be."""

from __future__ import annotations

from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal
from searcher.results.hits import Span

INDENT = "   "
WIDEST = 100
"""Cells of running text; longer lines are hard to read."""


def marked(text: str, spans: tuple[Span, ...], terminal: Terminal) -> str:
    """A text, harmless, with its matches as the terminal shows them."""
    pieces: list[str] = []
    behind = 0
    for start, end in spans:
        pieces += (inert(text[behind:start]), terminal.match(inert(text[start:end])))
        behind = end
    return "".join(pieces) + inert(text[behind:])
