"""The pages of the commands, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from searcher.manual.described import Command, Option
from searcher.manual.examples import Example
from searcher.manual.facts import statuses

LONGEST = 400
"""Characters of a shown line; what stands behind them is left out."""

SHOWN = "On the sample archive, as a terminal of 80 columns shows it without colours; “…” stands for lines left out."

Shown = Sequence[tuple[Example, str]]
"""Examples with what they show."""


def page(command: Command, shown: Shown) -> str:
    """A command's page; ``make manual`` writes it."""
    return "\n".join(_lines(command, shown))


def _lines(command: Command, shown: Shown) -> Iterator[str]:
    yield from (f"# timbao {command.name}", "", _plain(command.text), "")
    yield from ("```", command.usage, "```", "")
    for heading, options in (("Options", command.own), ("Options that other commands share", command.shared)):
        if options:
            yield from (f"## {heading}", "", "| | |", "| --- | --- |", *map(_row, options), "")
    yield from ("## Exit status", "", "| | |", "| --- | --- |")
    yield from (f"| {status} | {what} |" for status, what in statuses(command.name).items())
    yield from ("", "## Examples", "", SHOWN, "")
    for example, text in shown:
        yield from (example.sentence, "", "```console", f"$ {example.line}", *abridged(text, example.lines), "```", "")


def abridged(text: str, lines: int) -> Iterator[str]:
    """The first lines of a text, and ``…`` where more follow or a line is long."""
    every = text.splitlines()
    for line in every[:lines]:
        yield line if len(line) <= LONGEST else line[:LONGEST] + "…"
    if len(every) > lines:
        yield "…"


def _row(option: Option) -> str:
    value = option.value.replace("|", r"\|")
    names = ", ".join(f"`{name}`" for name in option.names)
    return f"| {names} {f'`{value}`' if value else ''}".rstrip() + f" | {_plain(option.text)} |"


def _plain(text: str) -> str:
    """A text in which nothing is taken for Markdown."""
    return text.replace("*", r"\*").replace("|", r"\|")
