"""What the tests of readers share: files to articles and faults."""

from __future__ import annotations

from pathlib import Path

from corpus.article import Article
from corpus.pages import Skipped
from corpus.readers import read_paths


def read(*paths: Path) -> tuple[list[Article], list[Skipped]]:
    """The articles at and below the paths, and what was skipped there."""
    found = list(read_paths([str(path) for path in paths]))
    return [item for item in found if isinstance(item, Article)], [item for item in found if isinstance(item, Skipped)]


def faults(skipped: list[Skipped], top: Path) -> list[tuple[str, str]]:
    """Where below a folder something was skipped, and the kind of the fault."""
    return [(fault.where.removeprefix(f"{top}/"), fault.error.kind) for fault in skipped]
