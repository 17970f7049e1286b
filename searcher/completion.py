"""What a shell may complete of an index: its sources, sections, authors and speakers.

To look them up takes as long as a search does, and Tab must be quicker: so they are kept in the user's cache folder, a
JSON file an index, version 2: {"version": 2, "folder": path, "changed": nanoseconds, "values": {option: [value, …]}}.
It counts for as long as the index's folder is as it was, which every commit changes.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from itertools import islice

from corpus.errors import TimbaoError
from searcher.settings import cache_folder

VERSION = 2

MOST = 5000
"""Values of one kind that are kept, the most frequent ones first."""

OFFERED = 500
"""Values that are offered at once, the most frequent that begin as typed: nobody reads more, and each takes time."""

_OBEYED = re.compile(r"""[$`\\;&|<>(){}\[\]*?!~#'"^=%]""")

Values = Mapping[str, Sequence[str]]


def completions(folder: str, option: str, begun: str) -> list[str]:
    """The values of an option that begin as typed, whatever their case; none where there is no index to look into.

    Those that a terminal or a shell would obey are not among them: a shell puts what it completes into the command line
    as it is, so that a source called ``$(…)`` would be run.
    """
    wanted = begun.casefold()
    found = (
        value
        for value in _values(folder).get(option, ())
        if value.casefold().startswith(wanted) and value.isprintable() and not _OBEYED.search(value)
    )
    return sorted(islice(found, OFFERED))


def renew(folder: str) -> None:
    """Looks up anew what is kept of an index that was changed, so that the next Tab is as quick as the others."""
    if os.path.exists(_path(os.path.abspath(folder))):
        _values(folder)


def _path(folder: str) -> str:
    return os.path.join(cache_folder(), blake2b(os.fsencode(folder), digest_size=8).hexdigest() + ".json")


def _values(folder: str) -> Values:
    folder = os.path.abspath(folder)
    try:
        changed = os.stat(folder).st_mtime_ns
    except OSError:
        return {}
    path = _path(folder)
    kept = _kept(path, folder, changed)
    if kept is not None:
        return kept
    try:
        found = _looked_up(folder)
    except TimbaoError:
        return {}
    _keep(path, {"version": VERSION, "folder": folder, "changed": changed, "values": found})
    return found


def _kept(path: str, folder: str, changed: int) -> Values | None:
    try:
        with open(path, encoding="utf-8") as file:
            kept = json.load(file)
        if (kept["version"], kept["folder"], kept["changed"]) != (VERSION, folder, changed):
            return None
        values: Values = {str(name): [str(value) for value in found] for name, found in kept["values"].items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return values


def _keep(path: str, content: Mapping[str, object]) -> None:
    """Writes the file beside its place and moves it there; where that cannot be done, Tab is slow and nothing else."""
    beside = f"{path}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(beside, "w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False)
        os.replace(beside, path)
    except (OSError, ValueError):
        return


def _looked_up(folder: str) -> Values:
    from searcher.archive import Archive

    with Archive.open(folder) as archive:
        return {
            name: sorted(found, key=lambda value: -found[value])[:MOST]
            for name in ("source", "section", "author", "speaker")
            for found in (archive.values(name),)
        }
