"""What the user has settled once: the user's folders, and ``config.toml`` in it, version 1.

A key is the long name of an option without its hyphens (a flag is ``true`` or ``false``)::

    index = "~/news-index"    # for every command that has the option: one of EVERYWHERE
    lang = "vi"

    [search]                  # for one command: any of its options
    limit = 20
    collapse = false

What is typed beats the environment, and the environment beats this file. The table of a command may also be called
``[commands.search]``; that of the command ``index`` has to be, where the option of that name is settled, too::

    index = "~/news-index"

    [commands.index]
    memory = 2000

Where a command has both tables, a key may stand in one of them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any

from searcher.errors import SettingsError, UnknownSettingError
from searcher.messages import LANGUAGES

EVERYWHERE = ("index", "lang", "format", "color", "no-pager", "quiet", "accents", "no-aliases")
"""The options that may be settled for all commands at once."""

COMMANDS = "commands"
"""The table of tables of commands."""

Settings = Mapping[str, Any]


def settings_folder() -> str:
    """The folder of the user's own settings."""
    return _folder("XDG_CONFIG_HOME", "~/.config", "user_config_dir")


def data_folder() -> str:
    """The folder in which the index is where none is named."""
    return _folder("XDG_DATA_HOME", "~/.local/share", "user_data_dir")


def cache_folder() -> str:
    """The folder of what can be made again."""
    return _folder("XDG_CACHE_HOME", "~/.cache", "user_cache_dir")


def _folder(variable: str, without: str, name: str) -> str:
    """A folder of the user, which ``platformdirs`` gives under some name.

    Where the library would only follow the XDG rule, this does so itself: importing it takes ten of the sixty
    milliseconds in which the help has to be there.
    """
    if sys.platform not in ("darwin", "win32"):
        return os.path.join(os.environ.get(variable, "").strip() or os.path.expanduser(without), "timbao")
    import platformdirs

    return str(getattr(platformdirs, name)("timbao", appauthor=False))


def settings() -> Settings:
    """The user's settings, empty where there is no such file. Raises ``SettingsError``."""
    path = settings_path()
    if not os.path.exists(path):
        return {}
    import tomllib

    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except (OSError, ValueError, RecursionError) as error:  # also a number of thousands of digits, lists in lists
        raise SettingsError(path=path, reason=error) from error


def settings_path() -> str:
    """The file of the settings, whether it is there or not."""
    return os.path.join(settings_folder(), "config.toml")


def for_command(found: Settings, command: str, options: Mapping[str, str]) -> dict[str, Any]:
    """What is settled for a command, by the names of its parameters; ``options`` gives these by their long names.

    Raises ``UnknownSettingError`` for a key that is no option of the command.
    """
    everywhere = _everywhere(found)
    settled = {options[key]: value for key, value in everywhere.items() if key in options}
    named = {} if command in everywhere else found.get(command, {})
    keys_before: set[str] = set()
    for name, table in ((command, named), (f"{COMMANDS}.{command}", found.get(COMMANDS, {}).get(command, {}))):
        if not isinstance(table, Mapping):
            raise UnknownSettingError(path=settings_path(), key=name)
        for key, value in table.items():
            if key not in options or key in keys_before:
                raise UnknownSettingError(path=settings_path(), key=f"{name}.{key}")
            settled[options[key]] = value
        keys_before = set(table)
    if isinstance(settled.get("folder"), str):
        settled["folder"] = os.path.expanduser(settled["folder"])
    return settled


def _everywhere(found: Settings) -> Settings:
    """What is settled for all commands; ``index`` is the name of a command, too, whose table it may be."""
    return {key: found[key] for key in EVERYWHERE if key in found and not isinstance(found[key], Mapping)}


def checked(found: Settings, commands: Mapping[str, object]) -> None:
    """Raises ``UnknownSettingError`` for a key that is neither a command nor an option of all commands.

    And ``SettingsError`` for a language that is none of those that are spoken.
    """
    everywhere = _everywhere(found)
    tables = found.get(COMMANDS, {})
    if not isinstance(tables, Mapping):
        raise UnknownSettingError(path=settings_path(), key=COMMANDS)
    for key in found:
        if key not in everywhere and key not in commands and key != COMMANDS:
            raise UnknownSettingError(path=settings_path(), key=key)
    for key in tables:
        if key not in commands:
            raise UnknownSettingError(path=settings_path(), key=f"{COMMANDS}.{key}")
    if everywhere.get("lang", LANGUAGES[0]) not in LANGUAGES:
        raise SettingsError(path=settings_path(), reason=f"lang = {everywhere['lang']!r}: {', '.join(LANGUAGES)}")
