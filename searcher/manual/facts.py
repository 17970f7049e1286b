"""What the manual says beside what the commands say of themselves: statuses, forms, environment and files."""

from __future__ import annotations

from collections.abc import Mapping

from searcher.cli import BAD_USAGE, FAILED, NO_INDEX, STOPPED
from searcher.commands.shared_options import MATCH, NO_MATCH
from searcher.settings import EVERYWHERE

STATUSES: Mapping[int, str] = {
    MATCH: "A match; for a command that looks for nothing, success. A pipe that is closed early is success, too.",
    NO_MATCH: "No match.",
    BAD_USAGE: "A bad query, bad usage, or settings that do not read.",
    NO_INDEX: "No index here, or one of another version.",
    FAILED: "Reading or writing failed, or an index is damaged.",
    STOPPED: "Stopped by Ctrl-C.",
}

_OF_PAGES = {
    MATCH: "Something could be read, though perhaps not every page.",
    FAILED: "Nothing could be read, a path that was given is not there, or the result could not be written.",
}

_OF_COMMANDS: Mapping[str, Mapping[int, str]] = {
    "index": {**_OF_PAGES, NO_INDEX: "There is an index of another version; --rebuild makes it anew."},
    "read": _OF_PAGES,
    "show": {MATCH: "The article is there.", NO_MATCH: "There is no article with this id."},
    "info": {MATCH: "There is an index."},
    "check": {MATCH: "The index is sound.", FAILED: "The index is damaged, or could not be read."},
    "completion": {MATCH: "The line was printed."},
}
"""What the statuses say of the commands that look for nothing."""

_ALSO = {"index": (2, 130), "read": (2, 130), "show": (2, 3, 4), "info": (2, 3, 4), "check": (2, 3), "completion": (2,)}


def statuses(command: str) -> Mapping[int, str]:
    """With which statuses a command may end, and what each says."""
    own = _OF_COMMANDS.get(command)
    if own is None:
        return {**STATUSES, MATCH: "A match."}
    return dict(sorted({**own, **{status: STATUSES[status] for status in _ALSO[command]}}.items()))


FORMS: Mapping[str, str] = {
    "human": "For reading: matches in colour, or in brackets where there is no colour. What is printed on a terminal.",
    "tsv": "A line a result, its columns parted by tabs, an article's id first. What most commands print in a "
    "pipe; the names of the columns go to standard error.",
    "csv": "A table for a spreadsheet, with a line of names, in which no text becomes a formula.",
    "jsonl": "A JSON object a line. Spans are character offsets into the text that the same object carries.",
    "json": "The same objects in one array.",
}

FORMS_SHOWN: Mapping[str, str] = {
    "search": "timbao search -n 1 --format {form} dân",
    "kwic": "timbao kwic -n 1 --format {form} dân",
    "quotes": "timbao quotes -n 1 --format {form} dân",
    "count": "timbao count --format {form} dân",
    "count --by": "timbao count --by year -n 1 --format {form} dân",
    "timeline": "timbao timeline --from 2021 --per year --format {form} dân",
    "terms": "timbao terms -n 1 --format {form} dân",
    "similar": "timbao similar -n 1 --format {form} BTP-2021-017",
}
"""Commands whose columns and members the manual names; typed, they show them."""

ENVIRONMENT: Mapping[str, str] = {
    "TIMBAO_INDEX": "Folder of the index, where --index names none.",
    "TIMBAO_LANG": "vi or en: the language of the program, where --lang names none.",
    "LC_ALL, LC_MESSAGES, LANG": "The locale, the first of these that is set; with a Vietnamese one timbao speaks it.",
    "NO_COLOR": "Where it is set and not empty, no colours.",
    "FORCE_COLOR, CLICOLOR_FORCE": "Where one is set (the second not to 0), colours also in a pipe.",
    "CLICOLOR": "Where it is 0, no colours.",
    "COLUMNS": "How many columns lines are laid out for, whatever the screen has.",
    "TERM": "Where it is dumb, no colours, no pager, and bars of plain signs.",
    "XDG_CONFIG_HOME": "Folder of settings folders, ~/.config if not given (Linux and its like).",
    "XDG_DATA_HOME": "Folder of data folders, ~/.local/share if not given.",
    "XDG_CACHE_HOME": "Folder of what can be made again, ~/.cache if not given.",
}

FILES: Mapping[str, str] = {
    "~/.config/timbao/config.toml": "Settings. A key is the long name of an option without its hyphens. "
    f"For all commands: {', '.join(EVERYWHERE)}. In a table with the name of a command, or [commands.NAME]: any of its "
    "options; that of the command index is [commands.index] where the option index is settled, too. "
    "What is typed counts before the environment, and the environment before this file.",
    "~/.config/timbao/aliases.txt": "Ways of writing that mean the same, a group a line, parted by “ = ”, beside those "
    "that timbao brings.",
    "~/.local/share/timbao/index": "The index, where none is named.",
    "~/.cache/timbao": "Names of sources, sections, authors and speakers, kept for completion; it may be removed.",
}

SETTINGS = """lang = "vi"
accents = "exact"

[search]
limit = 20
collapse = false
"""
"""A file of settings, as an example."""
