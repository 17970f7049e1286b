"""Where a command's result goes: through one of the printers to standard output; all else goes to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import click

from corpus.article import Article
from searcher.context.places import Marked
from searcher.printers import human, json_lines, remarks, table
from searcher.printers.terminal import Terminal, show
from searcher.results import ConcordanceLine, Count, Explanation, Overview, Results, Suggestion


@dataclass(frozen=True, slots=True)
class Output:
    """The output that was asked for; ``form`` is human, tsv or jsonl."""

    form: str
    terminal: Terminal
    pager: bool
    quiet: bool

    @classmethod
    def of(cls, form: str | None, in_pipe: str, colour: str, no_pager: bool, quiet: bool) -> Output:
        """The output of a command that was asked for ``form``, or prints ``in_pipe`` where it is not on a screen."""
        terminal = Terminal.of(sys.stdout, colour, os.environ)
        return cls(form or ("human" if terminal.is_screen else in_pipe), terminal, not no_pager, quiet)

    def notice(self, text: str) -> None:
        """Says something beside the result, unless asked to be quiet."""
        if not self.quiet:
            click.echo(text, err=True)

    def results(self, found: Results) -> None:
        match self.form:
            case "human":
                self._print(human.results(found, self.terminal))
            case "tsv":
                self._table(table.RESULTS, table.results(found))
            case _:
                self._print(json_lines.results(found))

    def explanation(self, found: Explanation) -> None:
        """Says what a query means, beside the result."""
        if self.form == "jsonl":
            click.echo(json_lines.explanation(found), err=True)
        else:
            for line in remarks.explanation(found, self.terminal):
                click.echo(line, err=True)

    def suggestions(self, found: Sequence[Suggestion]) -> None:
        """Says what may have been meant."""
        for line in remarks.suggestions(found):
            self.notice(line)

    def concordance(self, lines: Iterable[ConcordanceLine]) -> None:
        match self.form:
            case "human":
                self._print(human.concordance(lines, self.terminal))
            case "tsv":
                self._table(table.CONCORDANCE, table.concordance(lines))
            case _:
                self._print(json_lines.concordance(lines))

    def count(self, found: Count) -> None:
        match self.form:
            case "human":
                self._print(human.count(found))
            case "tsv":
                self._table(table.COUNT, table.count(found))
            case _:
                self._print(json_lines.count(found))

    def article(self, found: Article, marked: tuple[Marked, ...]) -> None:
        match self.form:
            case "human":
                self._print(human.article(found, marked, self.terminal))
            case "tsv":
                self._table(table.ARTICLE, table.article(found))
            case _:
                self._print((json_lines.article(found),))

    def overview(self, found: Overview) -> None:
        match self.form:
            case "human":
                self._print(human.overview(found, self.terminal))
            case "tsv":
                self._table(table.OVERVIEW, table.overview(found))
            case _:
                self._print(json_lines.overview(found))

    def identities(self, found: Results, end: str) -> None:
        """The hits' ids alone, each with its end; the readers let no character into an id that could do harm."""
        for hit in found.hits:
            sys.stdout.write(hit.article.id + end)

    def _table(self, names: tuple[str, ...], lines: Iterator[str]) -> None:
        self.notice("\t".join(names))
        self._print(lines)

    def _print(self, lines: Iterable[str]) -> None:
        show(lines, self.terminal, pager=self.pager and self.form == "human")
