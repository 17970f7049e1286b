"""Where a command's result goes: through one of the printers to standard output; all else goes to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from searcher.messages import say
from searcher.printers import json_text, objects, table
from searcher.printers.delimited import comma_separated, tab_separated
from searcher.printers.inert import inert
from searcher.printers.terminal import Terminal, show

if TYPE_CHECKING:
    from corpus.article import Article
    from index.check import Fault
    from searcher.context.places import Marked
    from searcher.errors import QueryError
    from searcher.printers.objects import Object
    from searcher.printers.table import Table
    from searcher.results.company import Company
    from searcher.results.counts import Count, Group
    from searcher.results.hits import Results
    from searcher.results.lines import ConcordanceLine, Quoted
    from searcher.results.over_time import Timeline
    from searcher.results.overview import Overview
    from searcher.results.remarks import Explanation, Suggestion


@dataclass(frozen=True, slots=True)
class Output:
    """The output that was asked for; ``form`` is human, tsv, csv, jsonl or json."""

    form: str
    terminal: Terminal
    pager: bool
    quiet: bool

    @classmethod
    def of(cls, form: str | None, in_pipe: str, on_screen: str, colour: str, no_pager: bool, quiet: bool) -> Output:
        """The output of a command that was asked for ``form``, or has one on a screen and one where it is not."""
        terminal = Terminal.of(sys.stdout, colour, os.environ)
        return cls(form or (on_screen if terminal.is_screen else in_pipe), terminal, not no_pager, quiet)

    @property
    def on_screen(self) -> bool:
        """Whether a person looks on."""
        return self.form == "human" and self.terminal.is_screen

    def working(self) -> AbstractContextManager[object]:
        """A block in which something is looked for; on a terminal it is said if that takes long."""
        from searcher.printers.progress import Waiting

        return Waiting(shown=sys.stderr.isatty() and not self.quiet)

    def notice(self, text: str) -> None:
        """Says something beside the result, unless asked to be quiet."""
        if not self.quiet:
            click.echo(text, err=True)

    def explanation(self, found: Explanation) -> None:
        """Says what a query means, beside the result."""
        from searcher.printers.human import remarks

        if self.form in ("json", "jsonl"):
            click.echo(json_text.line(objects.explanation(found)), err=True)
        else:
            for line in remarks.explanation(found, self.terminal):
                click.echo(line, err=True)

    def suggestions(self, found: Sequence[Suggestion]) -> None:
        """Says what may have been meant."""
        from searcher.printers.human import remarks

        for line in remarks.suggestions(found):
            self.notice(line)

    def results(self, found: Results, asked: str | None = None) -> None:
        """Hits; ``asked`` is the id of the article that they are like, where that was asked for."""
        from searcher.printers.human import hits

        self._print(lambda: hits.results(found, self.terminal), table.results(found), objects.results(found, asked))
        if self.form in ("tsv", "csv"):  # whose columns are no place for the parts of a score
            for hit in found.hits:
                if hit.parts:
                    click.echo(f"{inert(hit.article.id)}: {hits.score(hit)}", err=True)

    def concordance(self, found: Iterable[ConcordanceLine], grouped_by: str | None = None) -> None:
        """Occurrences; for people, with a heading over those that have in common by what they are sorted."""
        from searcher.printers.human import concordance

        self._print(
            lambda: concordance.concordance(found, self.terminal, grouped_by),
            table.concordance(found),
            objects.concordance(found),
        )

    def quotations(self, found: Iterable[Quoted]) -> None:
        from searcher.printers.human import quotations

        self._print(
            lambda: quotations.quotations(found, self.terminal), table.quotations(found), objects.quotations(found)
        )

    def count(self, found: Count) -> None:
        from searcher.printers.human import counts

        self._print(lambda: counts.count(found), table.count(found), objects.count(found))

    def counts(self, found: Iterable[tuple[str, Count]]) -> None:
        """The counts of several queries."""
        from searcher.printers.human import counts

        self._print(lambda: counts.counts(found), table.counts(found), objects.counts(found))

    def groups(self, found: Sequence[Group], by: str) -> None:
        from searcher.printers.human import counts

        self._print(lambda: counts.groups(found, by), table.groups(found), objects.groups(found))

    def company(self, found: Company) -> None:
        from searcher.printers.human import company

        self._print(lambda: company.company(found, self.terminal), table.company(found), objects.company(found))

    def fault(self, line: int, query: str, error: QueryError) -> None:
        """Says what is wrong with a line, also where a command is to be quiet: its result is not there."""
        what = inert(say(error.sentence, **error.details))
        message = say("Line {line}: {query}: {what}", line=line, query=inert(query), what=what)
        if self.form in ("json", "jsonl"):
            message = json_text.line(objects.error(error, message, None, error.at))
        click.echo(message, err=True)

    def timeline(self, found: Timeline) -> None:
        from searcher.printers.human import over_time

        self._print(lambda: over_time.timeline(found, self.terminal), table.timeline(found), objects.timeline(found))

    def article(self, found: Article, where: tuple[Marked, ...] | None) -> None:
        """An article; with the places in it that are to be marked, where any are asked for."""
        from searcher.printers.human import whole_article

        self._print(
            lambda: whole_article.article(found, where or (), self.terminal),
            table.article(found, where),
            objects.article(found, where),
        )

    def articles(self, found: Iterator[Article]) -> None:
        """Articles one behind the other, as they come; of a table each is a row of its facts."""
        from searcher.printers.human import whole_article

        self._print(
            lambda: whole_article.articles(found, self.terminal), table.articles(found), map(objects.article, found)
        )

    def damage(self, found: Iterator[Fault]) -> None:
        """What is wrong in an index."""
        from searcher.printers.human import damage

        self._print(lambda: damage.damage(found), table.damage(found), objects.damage(found))

    def overview(self, found: Overview) -> None:
        from searcher.printers.human import overview

        self._print(lambda: overview.overview(found, self.terminal), table.overview(found), objects.overview(found))

    def identities(self, found: Iterable[str], end: str) -> None:
        """Ids alone, each once and with its end; the readers let no character into an id that could do harm."""
        seen: set[str] = set()
        for identity in found:
            if identity not in seen:
                seen.add(identity)
                sys.stdout.write(identity + end)

    def _print(self, lines: Callable[[], Iterable[str]], rows: Table, found: Object | Iterable[Object]) -> None:
        """Prints in the form that was asked for; ``found`` is one object, or several."""
        match self.form:
            case "human":
                show(lines(), self.terminal, pager=self.pager)
                return
            case "tsv":
                self.notice("\t".join(rows.names))
                text = tab_separated(rows)
            case "csv":
                text = comma_separated(rows)
            case "json":
                text = iter((json_text.line(found),)) if isinstance(found, Mapping) else json_text.array(found)
            case _:
                text = map(json_text.line, (found,) if isinstance(found, Mapping) else found)
        show(text, self.terminal, pager=False)
