"""How documents are compared with the program, which all of them rely on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.console import agree, examples

LINES = st.lists(st.sampled_from(("a", "b", "c")), max_size=6)


@pytest.mark.parametrize(
    ("shown", "real", "is_so"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\nb\n", "a\n", False),
        ("", "a\n", False),
        ("a\n…\n", "a\nb\nc\n", True),
        ("…\nc\n", "a\nc\nb\nc\n", True),
        ("…\nb\n", "a\nb\nc\n", False),
        ("a\n…\nc\n…\ne\n", "a\nb\nc\nd\ne\n", True),
        ("a\n…\nd\n…\nc\n", "a\nb\nc\nd\n", False),
        ("b\n…\n", "a\nb\n", False),
        ("a … c\n", "a b c\n", False),
    ],
)
def test_what_is_left_out_is_whole_lines(shown: str, real: str, is_so: bool) -> None:
    """A line of dots stands for lines at its place; all other lines have to be there, in their order."""
    assert agree(shown, real) is is_so


@given(LINES, st.integers(0, 6), st.integers(0, 6))
def test_any_stretch_may_be_left_out(lines: list[str], start: int, end: int) -> None:
    """A text agrees with itself, whichever of its lines dots stand for."""
    shown = "\n".join([*lines[:start], "…", *lines[max(start, end) :]])
    assert agree("\n".join(lines), "\n".join(lines))
    assert agree(shown, "\n".join(lines))


def test_examples_are_read_with_what_stands_under_them() -> None:
    """Several in a block, also with nothing under them; blocks of other kinds are none."""
    text = "```console\n$ timbao a\nb\n\nc\n$ timbao d\n```\n```sh\n$ timbao e\n```\n"
    assert list(examples(text)) == [("timbao a", "b\n\nc\n"), ("timbao d", "")]
