"""What the commands say of themselves: usage, text and options, taken from the program, not from its printed help.

So the manual is the same whatever version of the library of commands prints the help.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import click

_VALUES = {"integer": "N", "integer range": "N", "directory": "DIR", "text": "TEXT"}


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its names, the short one first; what stands behind it, empty for a flag; and what it does."""

    names: tuple[str, ...]
    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, how it is called, its text, and its options: its own, and those of several commands."""

    name: str
    usage: str
    text: str
    own: tuple[Option, ...]
    shared: tuple[Option, ...]


SHARED_BY = 3
"""Commands with the very same option, from which on it is told of as a shared one."""


def commands() -> tuple[Command, ...]:
    """All commands, in the order of the help."""
    from searcher.cli import program

    group = program({})
    context = click.Context(group)
    found = [command for name in group.list_commands(context) if (command := group.get_command(context, name))]
    options = [_options(command) for command in found]
    takers = Counter(option for each in options for option in each)
    return tuple(
        Command(
            str(command.name),
            _usage(command),
            command.help or "",
            tuple(option for option in each if takers[option] < SHARED_BY),
            tuple(option for option in each if takers[option] >= SHARED_BY),
        )
        for command, each in zip(found, options, strict=True)
    )


def _usage(command: click.Command) -> str:
    words = ["timbao", str(command.name), "[OPTION…]"]
    for argument in command.params:
        if isinstance(argument, click.Argument):
            name = argument.metavar or _choices(argument) or str(argument.name).upper()
            name += "…" if argument.nargs == -1 and not name.endswith("…") else ""
            words.append(name if argument.required else f"[{name}]")
    return " ".join(words)


def _options(command: click.Command) -> Sequence[Option]:
    found = [_option(option) for option in command.params if isinstance(option, click.Option)]
    return [*found, Option(("-h", "--help"), "", "Show the help and exit.")]


def _option(option: click.Option) -> Option:
    value = "" if option.is_flag else option.metavar or _choices(option) or _VALUES[option.type.name]
    text = option.help or ""
    known = isinstance(option.default, (str, int)) and not option.is_flag and "if not given" not in text
    if known:
        text = f"{text.removesuffix('.')} ({option.default} if not given)."
    return Option((*option.opts, *option.secondary_opts), value, text)


def _choices(parameter: click.Parameter) -> str:
    return "|".join(map(str, parameter.type.choices)) if isinstance(parameter.type, click.Choice) else ""
