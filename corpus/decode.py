"""Bytes to text: UTF-8 with or without a mark in front, in any normal form, and nothing guessed."""

from __future__ import annotations

import codecs
import re

from corpus.errors import BinaryPageError, EmptyPageError, EncodingError, GarbledTextError

_MOST_MARKS = 64
_MARK = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_PILE = re.compile(f"{_MARK.pattern}{{{_MOST_MARKS + 1}}}")


def decode(content: bytes) -> str:
    """The text of a page. Raises ``EmptyPageError``, ``BinaryPageError``, ``EncodingError`` or ``GarbledTextError``."""
    content = content.removeprefix(codecs.BOM_UTF8)
    if not content.strip():
        raise EmptyPageError()
    if (at := content.find(b"\0")) >= 0:
        raise BinaryPageError(at=at)
    try:
        return readable(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise EncodingError(at=error.start) from error


def readable(text: str) -> str:
    """The text, if it can be composed in a time that goes with its length. Raises ``GarbledTextError``."""
    sample = text[_MOST_MARKS :: _MOST_MARKS + 1]  # a pile covers one of these places, wherever it begins
    if _MARK.search(sample) and _PILE.search(text):
        raise GarbledTextError(most=_MOST_MARKS)
    return text


def mend_surrogates(text: str) -> str:
    """Half characters, which JSON can write and no text can hold, become U+FFFD."""
    try:
        text.encode("utf-16-le")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
