"""What is a Vietnamese syllable, and what only looks like one."""

from __future__ import annotations

import pytest

from corpus.encodings.syllables import is_syllable
from tests.corpus.encodings.written import NOTICE

_RIGHT = (
    "của đường nghiêng giếng gì già giữa quốc quyển quỳnh khuỷu hòa hoà khỏe khoẻ thủy thuỷ ở ý yếu kỹ thuở xoèn bướu"
)
_WRONG = "céng hoµ héi viöt kă cế đườngg ngiêng ghà hòà đươg việc̣ mẩc thôt êông sưỡ bầcj été là̀ qu zá vơc ńa"


@pytest.mark.parametrize("word", _RIGHT.split())
def test_syllables(word: str) -> None:
    """Onsets, rhymes and tones in all their spellings, with the tone in both usual places."""
    assert is_syllable(word)


@pytest.mark.parametrize("word", _WRONG.split())
def test_what_breaks_a_rule_of_spelling(word: str) -> None:
    """A wrong onset before its vowel, a rhyme that there is not, a tone before a stop or in a wrong place."""
    assert not is_syllable(word)


def test_a_plain_text_is_made_of_them() -> None:
    """Every word of ordinary Vietnamese that has marks is one."""
    words = NOTICE.lower().replace("\n", " ").split()
    assert [word for word in (w.strip('.,:"') for w in words) if not word.isascii() and not is_syllable(word)] == []
