"""The commands by name, each with its summary; a command's own file is loaded when it is asked for.

So the help and the completion of names come up without any of them.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from searcher.messages import LANGUAGES, say
from searcher.settings import Settings, checked, for_command

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def language_option() -> click.Option:
    """``--lang``, which is looked for before anything is parsed, so that the help is in that language, too."""
    return click.Option(
        ("--lang",),
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=say("Speak Vietnamese (vi) or English (en), whatever the locale."),
    )


def summaries() -> Mapping[str, str]:
    """What each command does, in the order of the help."""
    return {
        "index": say("Bring the index in step with pages."),
        "read": say("Show what the reader makes of pages."),
        "search": say("Which articles, best first, with the matching lines."),
        "kwic": say("Every occurrence, one a line."),
        "quotes": say("Which quotations, and by whom."),
        "count": say("How many articles, and how many places in them."),
        "timeline": say("How often over time, counted and as a rate."),
        "terms": say("Which words keep company with a query."),
        "similar": say("Articles like this one."),
        "show": say("The whole article, matches marked."),
        "info": say("What the index holds."),
        "check": say("Check every byte of the index."),
        "completion": say("Complete commands, options and names with Tab."),
    }


class ListedCommands(click.Group):
    """The program with its commands, as the user has settled them."""

    def __init__(self, settings: Settings, **attributes: Any) -> None:
        super().__init__(**attributes)
        self._settings = settings
        checked(settings, summaries())

    def list_commands(self, context: click.Context) -> list[str]:
        return list(summaries())

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command, ``None`` where there is none of that name. Raises ``UnknownSettingError``."""
        if name not in summaries():
            if not context.resilient_parsing and (near := _near(name)):
                context.fail(say("There is no command {name}. Did you mean: {near}", name=name, near=near))
            return None
        command: click.Command = getattr(importlib.import_module(f"searcher.commands.{name}"), name)
        if all(option.name != "lang" for option in command.params):
            command.params.append(language_option())
        command.context_settings["default_map"] = for_command(self._settings, name, _long_names(command))
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(say("Commands")):
            formatter.write_dl(list(summaries().items()))

    def shell_complete(self, context: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=what) for name, what in summaries().items() if name.startswith(incomplete)]
        return found or click.Command.shell_complete(self, context, incomplete)


def _near(name: str) -> str:
    """The commands whose names are nearly this one."""
    from difflib import get_close_matches

    return ", ".join(get_close_matches(name, summaries()))


def _long_names(command: click.Command) -> dict[str, str]:
    """The names of a command's parameters by the long names of its options."""
    options: Sequence[click.Parameter] = command.params
    return {name[2:]: str(option.name) for option in options for name in option.opts if name.startswith("--")}
