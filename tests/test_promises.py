"""The page of promises: each names a test, and the test is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TESTS = Path(__file__).parent
PROMISES = TESTS.parent / "searcher" / "PROMISES.md"
_TEST = re.compile(r"`([\w/]+\.py)::(\w+)`")


def test_every_named_test_exists() -> None:
    """No promise is shown by a test that was renamed or removed."""
    named = _TEST.findall(PROMISES.read_text("utf-8"))
    assert len(named) > 40
    for file, name in named:
        tree = ast.parse((TESTS / file).read_text("utf-8"))
        assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}, f"{file}::{name}"


def test_every_promise_names_a_test() -> None:
    """A row of a table without a test is no promise."""
    rows = [line for line in PROMISES.read_text("utf-8").splitlines() if line.startswith("| ") and "---" not in line]
    assert not [row for row in rows if not _TEST.search(row) and not row.endswith("| Test |")]
