"""What an article may not do to the terminal that shows it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.printers.inert import inert, inert_json

ATTACKS = [
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07",
    "\x9b31m",
    "a\rb\nc\td",
    "\u202etxt.exe",
    "\u2066isolate\u2069",
    "\u2028line\u2029",
    "bell\x07back\x08space\x7f",
    "\ud800lone",
]
LIVE = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), *"\u200e\u200f\u061c\u2028\u2029"} | {
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_live_gets_through(attack: str) -> None:
    """Escape sequences, links, C1 controls, line breaks and direction overrides become harmless characters."""
    assert not set(inert(attack)) & LIVE
    written = inert_json(json.dumps(attack, ensure_ascii=False))
    assert not set(written) & LIVE
    assert json.loads(written) == attack


@given(st.text())
def test_lengths_and_harmless_letters_stay(text: str) -> None:
    """One character stands for one, so offsets hold, and Vietnamese text is not touched."""
    assert len(inert(text)) == len(text)
    assert all(shown == was or was in LIVE or was.isspace() for shown, was in zip(inert(text), text, strict=True))
    assert inert("Đường làng – “dân biết”") == "Đường làng – “dân biết”"
