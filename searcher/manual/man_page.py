"""``timbao.1``: the manual page that ``man`` shows, in roff."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from searcher.manual.described import Command, Option
from searcher.manual.facts import ENVIRONMENT, FILES, FORMS, SETTINGS, STATUSES
from searcher.manual.pages import Shown, abridged

EXAMPLES_OF = ("index", "search", "kwic", "quotes", "count")
"""Commands of which the first example stands on the page."""


@dataclass(frozen=True, slots=True)
class Form:
    """What is printed for other programs: the columns of a command's table, and the members of its objects."""

    command: str
    columns: Sequence[str]
    members: Sequence[str]


def man_page(
    commands: Sequence[Command], shown: Mapping[str, Shown], forms: Sequence[Form], queries: str, version: str
) -> str:
    """The page; ``queries`` is the text of the reference of queries, from which its section is taken."""
    sections = (
        ("NAME", ["timbao \\- search an archive of Vietnamese news"]),
        ("SYNOPSIS", _synopsis(commands)),
        ("DESCRIPTION", _description()),
        ("COMMANDS", _commands(commands)),
        ("OPTIONS", _shared(commands)),
        ("QUERIES", _queries(queries)),
        ("FORMATS", _forms(forms)),
        ("EXIT STATUS", _tagged({str(status): what for status, what in STATUSES.items()})),
        ("ENVIRONMENT", _tagged(ENVIRONMENT)),
        ("FILES", [*_tagged(FILES), ".PP", "An example of settings:", *_verbatim(SETTINGS)]),
        ("EXAMPLES", _examples(shown)),
    )
    lines = [f'.TH TIMBAO 1 "" "timbao {version}" "User Commands"']
    for heading, content in sections:
        lines += [f".SH {heading}", *content]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    """A text as roff takes it: every sign stands for itself, a hyphen can be copied, and no line is a request."""
    for sign, name in (("\\", "\\e"), ("-", "\\-"), ("'", "\\(aq"), ("^", "\\(ha"), ("~", "\\(ti")):
        text = text.replace(sign, name)
    return f"\\&{text}" if text.startswith(".") else text


def _tagged(entries: Mapping[str, str]) -> Iterator[str]:
    for name, what in entries.items():
        yield from (".TP", f".B {escaped(name)}", escaped(what))


def _verbatim(text: str) -> Iterator[str]:
    yield from (".PP", ".EX")
    yield from (escaped(line) for line in text.splitlines())
    yield ".EE"


def _synopsis(commands: Sequence[Command]) -> Iterator[str]:
    for command in commands:
        yield from (".br", f".B timbao {command.name}", escaped(command.usage.split(" ", 2)[2]))


def _description() -> Iterator[str]:
    yield "timbao indexes pages of Vietnamese news and finds every place where a phrase or words stand, with or without"
    yield "accents, ranks the articles, and shows the lines as their authors wrote them."
    yield "What it shows on a terminal is for reading; in a pipe it is a table for other programs."


def _commands(commands: Sequence[Command]) -> Iterator[str]:
    for command in commands:
        yield from (f".SS {escaped(command.usage)}", escaped(command.text))
        for option in command.own:
            yield from _option(option)


def _shared(commands: Sequence[Command]) -> Iterator[str]:
    takers: dict[Option, list[str]] = {}
    for command in commands:
        for option in command.shared:
            takers.setdefault(option, []).append(command.name)
    for option, names in takers.items():
        yield from _option(option)
        yield escaped("Of every command." if len(names) == len(commands) else f"Of {', '.join(names)}.")


def _option(option: Option) -> Iterator[str]:
    names = ", ".join(f"\\fB{escaped(name)}\\fR" for name in option.names)
    value = f" \\fI{escaped(option.value)}\\fR" if option.value else ""
    yield from (".TP", names + value, escaped(option.text))


def _queries(text: str) -> Iterator[str]:
    """The sections of the reference, each example with what it finds; not its errors and outputs."""
    body = text.split("## What is refused")[0]
    yield "Each example is typed behind"
    yield escaped("timbao search, kwic or count, as a shell takes it.")
    for block in re.split(r"\n{2,}", body[body.index("## ") :]):
        if block.startswith("## "):
            yield f".SS {_unmarked(block[3:])}"
        elif block.startswith("|"):
            for typed, what in re.findall(r"^\| `([^`]+)` \|.*\| (.+) \|$", block, re.MULTILINE):
                yield from (".TP", f"\\fB{escaped(typed)}\\fR", _unmarked(what))
        else:
            yield from (".PP", _unmarked(block.replace("\n", " ")))


def _unmarked(text: str) -> str:
    """A text of Markdown without its marks."""
    return escaped(re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", text.strip()).replace("`", ""))


def _forms(forms: Sequence[Form]) -> Iterator[str]:
    yield escaped("--format chooses how a result is printed:")
    yield from _tagged(FORMS)
    yield from (".PP", "Columns of the tables and members of the objects:")
    for form in forms:
        yield from (".TP", f".B {escaped(form.command)}", escaped(f"Table: {', '.join(form.columns)}."))
        yield from (".br", escaped(f"Object: {', '.join(form.members)}."))


def _examples(shown: Mapping[str, Shown]) -> Iterator[str]:
    yield "On the sample archive that comes with the sources:"
    for name in EXAMPLES_OF:
        example, text = shown[name][0]
        yield from (".PP", escaped(example.sentence))
        yield from _verbatim("\n".join((f"$ {example.line}", *abridged(text, example.lines))))
